import type { Indicator, IndicatorTarget, Quantity } from '@orientir/core/road-map';
import { quantitiesIn } from '@orientir/core/road-map';
import { plainText } from './plain-text.js';

export interface FoundIndicator {
  readonly indicator: Omit<Indicator, 'id'>;
  /** It is not said what the percentage is of, so there is no target. */
  readonly unclear: boolean;
}

/**
 * Indicators of a cell, one of each line or part between semicolons that holds an amount; with `all` also of those that
 * hold none, because the column says that they are indicators.
 *
 * A growth «на 3 %» gives a target only where the text says of what: «процентных пункта», «от прежнего значения».
 */
export function indicatorsIn(text: string, { all = false } = {}): readonly FoundIndicator[] {
  return text.split(/[\n;]/u).flatMap((part) => {
    const raw = plainText(part);
    if (!/[\p{L}\p{N}]/u.test(raw)) return [];
    const quantity = quantitiesIn(raw.slice(0, LONGEST))[0];
    if (quantity === undefined) {
      return all ? [{ indicator: { name: raw, unit: unitOf(raw), raw }, unclear: false }] : [];
    }
    const target = targetOf(quantity, raw);
    const unit = quantity.kind === 'count' ? countUnit(quantity.of) : 'share';
    const indicator = { name: nameOf(raw, quantity), unit, raw } as const;
    return [
      {
        indicator: target === undefined ? indicator : { ...indicator, target },
        unclear: target === undefined,
      },
    ];
  });
}

function targetOf(quantity: Quantity, text: string): IndicatorTarget | undefined {
  const { comparator, value } = quantity;
  if (quantity.kind !== 'change') return { comparator, value, of: 'value' };
  if (quantity.meaning === 'points') return { comparator, value, of: 'pointChange' };
  const relative = quantity.meaning === 'relative' || RELATIVE.test(text);
  return relative ? { comparator, value, of: 'relativeChange' } : undefined;
}

/** What stands in front of the amount, or else behind it. */
function nameOf(text: string, { raw }: Quantity): string {
  const at = text.indexOf(raw);
  const before = at < 0 ? text : text.slice(0, at);
  const name = before.replace(/[\s–—:(,-]+$/u, '');
  if (name.length > 3) return name;
  const behind = text.slice(at + raw.length).replace(/^[\s–—:),.-]+/u, '');
  return behind.length > 3 ? behind : text;
}

function unitOf(text: string): Indicator['unit'] {
  if (/^(?:\S+ )?(?:доля|процент|удельный вес|охват)/iu.test(text) || text.includes('%')) return 'share';
  return /балл/iu.test(text) ? 'points' : 'count';
}

function countUnit(of: string): Indicator['unit'] {
  return /^балл/iu.test(of) ? 'points' : 'count';
}

const RELATIVE =
  /(?:от|к|по сравнению с|относительно)\s+(?:прежн|предыдущ|прошл|базов|исходн|первоначальн|уровн)\S*/iu;
const LONGEST = 5000;
