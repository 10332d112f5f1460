/**
 * Indicators in words.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import { formatCount, formatNumber, formatShare } from '@orientir/core/foundation';
import type { Indicator } from '@orientir/core/road-map';
import { shortDate } from './plan-date.js';
import { writingWords } from './writing-words.js';

/** The text of its author, or `name: target (baseline)`: the first amount of the text is the one to reach. */
export function indicatorText(indicator: Indicator, language: Language): string {
  const { raw, name } = indicator;
  if (raw !== undefined && raw.trim() !== '') return raw;
  const baseline = baselineText(indicator, language);
  const target = targetText(indicator, language);
  const was = baseline === '' ? '' : `${writingWords(language).was} ${baseline}`;
  if (target === '') return was === '' ? name : `${name}: ${was}`;
  return was === '' ? `${name}: ${target}` : `${name}: ${target} (${was})`;
}

/** `41 %, 15.10.2025`; nothing where it is not known. */
export function baselineText({ unit, baseline }: Indicator, language: Language): string {
  if (baseline === undefined) return '';
  const { value, date } = baseline;
  const text = valueText(value, unit, language);
  return date === undefined ? text : `${text}, ${shortDate(date, language)}`;
}

/** `не менее 50 %`, `рост не менее чем на 3 п. п.`, with its date; nothing where there is none. */
export function targetText({ unit, target }: Indicator, language: Language): string {
  if (target === undefined) return '';
  const words = writingWords(language);
  const { comparator, value, of, date } = target;
  const falls = of !== 'value' && value < 0;
  const lead =
    of === 'value'
      ? words.comparators[comparator]
      : words[falls ? 'fall' : 'growth'][falls ? TURNED[comparator] : comparator];
  const size = of === 'value' ? value : Math.abs(value);
  const amount =
    of === 'relativeChange'
      ? shareText(size, language)
      : of === 'pointChange' && unit === 'share'
        ? `${plainNumber(size * 100, language)}\u00a0${words.percentPoints}`
        : valueText(size, unit, language);
  return [lead, amount, ...(date === undefined ? [] : [words.by, shortDate(date, language)])]
    .filter((part) => part !== '')
    .join(' ');
}

/** A change of at most −3 is a fall by at least 3. */
const TURNED = { atLeast: 'atMost', atMost: 'atLeast', exactly: 'exactly' } as const;

function valueText(value: number, unit: Indicator['unit'], language: Language): string {
  switch (unit) {
    case 'share':
      return shareText(value, language);
    case 'points':
      return `${plainNumber(value, language)}\u00a0${writingWords(language).pointsUnit}`;
    case 'count':
      return Number.isInteger(value) ? formatCount(value, language) : plainNumber(value, language);
  }
}

function shareText(value: number, language: Language): string {
  return formatShare(value, language, digitsOf(value * 100));
}

function plainNumber(value: number, language: Language): string {
  return formatNumber(value, language, digitsOf(value));
}

/** Decimals that a value needs, at most two. */
function digitsOf(value: number): number {
  return (
    [0, 1].find((digits) => Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) < 1e-6) ?? 2
  );
}
