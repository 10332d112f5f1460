/** Words that several sections of the report share, in both languages. @module */
import type { SectionResult } from '@orientir/core/analysis';
import type { Assessment, Item, ItemLevel } from '@orientir/core/assessment';
import type { Figure } from '@orientir/core/foundation';
import { describeMissing, formatProbability, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { ClassSign } from './class-sign.js';
import { classSign } from './class-sign.js';
import type { Both } from './text.js';
import { both, count, number } from './text.js';

/** `28 учеников` */
export function pupils(n: number): Both {
  return both(
    `${count(n).ru}\u00a0${pluralRu(n, 'ученик', 'ученика', 'учеников')}`,
    `${count(n).en}\u00a0${pluralEn(n, 'pupil', 'pupils')}`,
  );
}

/** `задания 1, 2` */
export function itemsNamed(ids: readonly string[]): Both {
  const list = ids.join(', ');
  return both(
    `${pluralRu(ids.length, 'задание', 'задания', 'задания')}\u00a0${list}`,
    `${pluralEn(ids.length, 'item', 'items')}\u00a0${list}`,
  );
}

/** What the interval of a rate says. */
export function verdictSign(verdict: NonNullable<SectionResult['verdict']>): ClassSign {
  return VERDICTS[verdict];
}

const VERDICTS: Readonly<Record<NonNullable<SectionResult['verdict']>, ClassSign>> = {
  red: classSign('down', both('нужна помощь', 'help is needed')),
  yellow: classSign('half', both('у границы', 'at the border')),
  green: classSign('circle', both('освоено', 'mastered')),
  undetermined: classSign('ring', both('нельзя сказать уверенно', 'cannot be told for sure')),
  folded: classSign('dash', both('как работа в целом', 'as the whole work')),
};

export function levelWord(level: ItemLevel | undefined): Both {
  return level === undefined ? both('не указан', 'not given') : LEVELS[level];
}

const LEVELS: Readonly<Record<ItemLevel, Both>> = {
  basic: both('базовый', 'basic'),
  advanced: both('повышенный', 'advanced'),
  high: both('высокий', 'high'),
};

/** Codes of an item, with their names where the codifier has them. */
export function codesOf(item: Item | undefined, { codifier = [] }: Assessment): string {
  const names = new Map(codifier.map(({ code, name }) => [code, name]));
  return (item?.codes ?? [])
    .map((code) => {
      const name = names.get(code);
      return name === undefined ? code : `${code} «${name}»`;
    })
    .join('; ');
}

/** A school by its name, `all` in words, anything else as it stands. */
export function unitWord(unit: string, names: ReadonlyMap<string, string>): Both {
  const name = names.get(unit) ?? unit;
  return unit === 'all' ? both('Все вместе', 'All together') : both(name, name);
}

/** A probability; nothing is known for certain. */
export function sureness(probability: number): Both {
  return both(formatProbability(probability, 'ru'), formatProbability(probability, 'en'));
}

/** `q = 0,012` */
export function qWord(q: number): Both {
  if (q < 0.001) return both('q\u00a0<\u00a00,001', 'q\u00a0<\u00a00.001');
  return both(`q\u00a0=\u00a0${number(q, 3).ru}`, `q\u00a0=\u00a0${number(q, 3).en}`);
}

/** A difference of shares without its sign: `12 п. п.` */
export function percentPoints(difference: number): Both {
  const of = number(Math.abs(difference) * 100, 0);
  return both(`${of.ru}\u00a0п.\u00a0п.`, `${of.en} percentage points`);
}

/** A change of a share, which is no percentage: `+12 п. п.`; what is shown as nothing has no sign. */
export function signedPercentPoints(difference: number): Both {
  const of = percentPoints(difference);
  const sign = Math.abs(difference) < 0.005 ? '' : difference > 0 ? '+' : '−';
  return both(`${sign}${of.ru}`, `${sign}${of.en}`);
}

/** Why a figure is missing; empty when it is known. */
export function whyMissing(figure: Figure): Both {
  return figure.kind === 'known'
    ? both('', '')
    : both(describeMissing(figure.reason, 'ru'), describeMissing(figure.reason, 'en'));
}
