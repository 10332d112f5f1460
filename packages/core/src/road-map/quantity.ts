/**
 * Amounts that a plan promises: «не менее 3 консультаций на каждую школу», «не менее чем на 3 %».
 *
 * @module
 */

interface Written {
  readonly raw: string;
  readonly comparator: 'atLeast' | 'atMost' | 'exactly';
}

/** An amount. A change by so many percent is relative or in points only where the text says so. */
export type Quantity =
  | (Written & {
      readonly kind: 'count';
      readonly value: number;
      readonly of: string;
      readonly perSchool?: true;
    })
  /** 0..1. */
  | (Written & { readonly kind: 'share'; readonly value: number })
  /** 0.03 for 3 %; of the former value (`relative`), or of the whole (`points`). */
  | (Written & {
      readonly kind: 'change';
      readonly value: number;
      readonly meaning: 'relative' | 'points' | 'unclear';
    });

const COMPARATORS: readonly (readonly [pattern: string, comparator: Written['comparator']])[] = [
  [
    'не\\s+менее,?(?:\\s+чем)?|не\\s+ниже,?(?:\\s+чем)?|минимум|как\\s+минимум|не\\s+меньше,?(?:\\s+чем)?',
    'atLeast',
  ],
  ['не\\s+более,?(?:\\s+чем)?|не\\s+выше,?(?:\\s+чем)?|максимум|не\\s+больше,?(?:\\s+чем)?', 'atMost'],
];

const NUMBER = '(\\d{1,6}(?:[.,]\\d{1,3})?)';
const PERCENT = '(?:(п\\.\\s?п\\.|процентн\\S{2,4}\\s+пункт\\S{0,3})|%|процент(?:а|ов)?)';
const ALL = COMPARATORS.map(([pattern]) => pattern).join('|');
const PERCENTS = new RegExp(`(?:(${ALL})\\s+)?(на\\s+)?${NUMBER}\\s*${PERCENT}`, 'giu');
const COUNTS = new RegExp(`(${ALL})\\s+(?:по\\s+)?${NUMBER}\\s+([\\p{L}-]+(?:\\s+[\\p{L}-]+)?)`, 'giu');
const PER_SCHOOL =
  /(?:в|на|для|с|по|у)\s+кажд\S{2,3}\s+(?:из\s+)?(?:школ|ОО|ОУ|общеобразовательн|образовательн)|на\s+(?:одну\s+)?школу/iu;

/** Amounts in a text, in their order. Dates and item numbers are none: an amount has a comparator or a percent sign. */
export function quantitiesIn(given: string): readonly Quantity[] {
  const text = given.replace(/[\u00a0\u202f\u2009]/g, ' ');
  const found: (readonly [at: number, quantity: Quantity])[] = [];
  for (const match of text.matchAll(PERCENTS)) {
    const [whole, words, by, number = '', points] = match;
    const raw = given.slice(match.index, match.index + whole.length);
    const comparator = comparatorOf(words);
    const value = Number(number.replace(',', '.')) / 100;
    if (by === undefined && points === undefined)
      found.push([match.index, { raw, comparator, kind: 'share', value }]);
    else {
      const meaning = points === undefined ? 'unclear' : 'points';
      found.push([match.index, { raw, comparator, kind: 'change', value, meaning }]);
    }
  }
  for (const match of text.matchAll(COUNTS)) {
    const [whole, words, number = '', of = ''] = match;
    const raw = given.slice(match.index, match.index + whole.length);
    if (/^(?:%|процент|раз|дн|день|недел|месяц|час|год|лет)/iu.test(of)) continue;
    const rest = text.slice(match.index, match.index + raw.length + 60);
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const perSchool = PER_SCHOOL.test(rest) || PER_SCHOOL.test(before);
    found.push([
      match.index,
      {
        raw,
        comparator: comparatorOf(words),
        kind: 'count',
        value: Number(number.replace(',', '.')),
        of,
        ...(perSchool ? { perSchool: true as const } : {}),
      },
    ]);
  }
  return found.sort((one, other) => one[0] - other[0]).map(([, quantity]) => quantity);
}

function comparatorOf(words: string | undefined): Written['comparator'] {
  if (words === undefined) return 'exactly';
  const of = COMPARATORS.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'iu').test(words));
  return of?.[1] ?? 'exactly';
}
