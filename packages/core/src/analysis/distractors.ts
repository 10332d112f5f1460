/**
 * What pupils chose in items with options («анализ дистракторов»).
 *
 * @module
 */
import type { Item } from '../assessment/assessment.js';
import { choiceColumn, NO_CHOICE } from '../assessment/choices.js';
import { pupilsByTotal } from '../comparisons/pupils-by-total.js';
import type { Figure, Interval, MissingReason } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { shareOf } from '../solve-rates/solve-rate.js';
import { correlationInterval } from '../statistics/correlation-interval.js';
import type { Moments } from '../statistics/moments.js';
import { mean, squaredDeviations } from '../statistics/moments.js';
import { quantileOfCounts } from '../statistics/quantile.js';
import { welchTest } from '../statistics/welch-test.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import { whyIncomplete } from './test-result.js';

/**
 * `nobody`: an option, or the key, that nobody chose · `rare`: one whose share lies under 5 % with its whole interval ·
 * `stronger`: a wrong option whose pupils are stronger than those of the key by more than chance · `key-doubtful`, of
 * the key: an option is `stronger` whose correlation lies above zero with its whole interval, and that of the key does
 * not.
 */
export type OptionFlag = 'nobody' | 'rare' | 'stronger' | 'key-doubtful';

/** Pupils of the whole input on one option of one item. */
export interface OptionResult {
  readonly assessment: string;
  readonly item: string;
  /** As the description writes it; absent = no option: left blank, or several at once. */
  readonly option?: string;
  readonly role: 'key' | 'distractor' | 'none';
  /** Pupils with every item of the work. */
  readonly n: number;
  /** Of them those who chose it. */
  readonly chosen: number;
  /** Share 0..1 of all `n`; Wilson interval. */
  readonly share: Figure;
  /** Points of those who chose it: of the whole work, and without the item. */
  readonly meanTotal: Figure;
  readonly meanRest: Figure;
  /** Correlation of having chosen it with the total without the item; Fisher interval. */
  readonly restR: Figure;
  /** Share of those who chose it among the pupils of each quarter by total, weakest first. */
  readonly quarters: readonly Figure[];
  /** Mean rest of those who chose it less that of those who chose the key, points; Welch interval. Absent for the key. */
  readonly overKey?: Figure;
  readonly flags: readonly OptionFlag[];
}

/** Fewer than this share choose an option that does no work: Haladyna & Downing (1993). */
const FUNCTIONING = 0.05;

/**
 * Every option of every item with a key, in the order of works, items and options; then those who chose none.
 *
 * Rest: total less the points of the item, so that an item is not compared with itself. Correlation: Pearson's, of an
 * indicator (point-biserial). Quarters as in `ratesByQuarter`. Every interval is 95 %, one by one: of forty wrong
 * options no different from their keys one is flagged `stronger` by chance. Missing: nobody has every item → the reason
 * of that; choices of some pupils were not kept (a tally made for sharing or before the key was known) → `no-choices`;
 * an option that nobody or everybody chose → `no-pupils`, `no-variation`. Source: Haladyna (2004), Developing and
 * Validating Multiple-Choice Test Items, 3rd ed.; Haladyna & Downing (1993), Educational and Psychological Measurement
 * 53, 999–1010.
 */
export function optionResults(summaries: readonly AssessmentSummary[]): readonly OptionResult[] {
  return summaries.flatMap((summary) => {
    const all = summary.groups.find(({ level }) => level === 'all');
    if (all === undefined) return [];
    return summary.assessment.items.flatMap((item) =>
      item.key === undefined || item.options === undefined
        ? []
        : optionsOf(summary, all, { ...item, key: item.key, options: item.options }),
    );
  });
}

type KeyedItem = Item & Required<Pick<Item, 'key' | 'options'>>;

/** Pupils by total of those who chose an option; index = half points. */
interface Chosen {
  readonly option: string | undefined;
  readonly role: OptionResult['role'];
  readonly pupils: Float64Array;
  readonly rest: Moments;
}

function optionsOf(summary: AssessmentSummary, all: LevelGroup, item: KeyedItem): readonly OptionResult[] {
  const { assessment } = summary;
  const { complete } = all.counts;
  const key = { assessment: assessment.id, item: item.id };
  if (complete === undefined) return nothing(key, item, whyIncomplete(summary, all), 0);
  const pupils = pupilsByTotal(complete);
  const chosen = chosenOptions(summary, item, pupils);
  const right = chosen.find(({ role }) => role === 'key');
  const isWhole = pupils.every(
    (count, half) => count === chosen.reduce((sum, of) => sum + (of.pupils[half] ?? 0), 0),
  );
  if (right === undefined || !isWhole) return nothing(key, item, 'no-choices', sumOf(pupils));
  const everybody = chosen.reduce(addMoments, NONE);
  const ends = [0.25, 0.5, 0.75].map((probability) => quantileOfCounts(pupils, probability));
  const quarterOf = (half: number) => ends.filter((end) => half > end).length;
  const inQuarters = quartersOf(pupils, quarterOf);
  const results = chosen.map(({ option, role, pupils: those, rest }): OptionResult => {
    const n = everybody.n;
    const share = shareOf(rest.n, n);
    const restR = pointBiserial(rest, everybody);
    const overKey = role === 'key' ? undefined : difference(rest, right.rest);
    return {
      ...key,
      ...(option === undefined ? {} : { option }),
      role,
      n,
      chosen: rest.n,
      share,
      meanTotal: meanOf(totalMoments(those)),
      meanRest: meanOf(rest),
      restR,
      quarters: quartersOf(those, quarterOf).map((count, quarter) => {
        const size = inQuarters[quarter] ?? 0;
        return size === 0 ? missing('no-pupils') : shareOf(count, size);
      }),
      ...(overKey === undefined ? {} : { overKey }),
      flags: role === 'none' ? [] : flagsOf(rest.n, share, overKey),
    };
  });
  return results.map((of) =>
    of.role === 'key' && isDoubtful(of, results) ? { ...of, flags: ['key-doubtful'] } : of,
  );
}

function nothing(
  key: Pick<OptionResult, 'assessment' | 'item'>,
  { options, key: right }: KeyedItem,
  reason: MissingReason,
  n: number,
): readonly OptionResult[] {
  const none = missing(reason, n);
  return options.map((option) => ({
    ...key,
    option,
    role: option === right ? 'key' : 'distractor',
    n,
    chosen: 0,
    share: none,
    meanTotal: none,
    meanRest: none,
    restR: none,
    quarters: [],
    flags: [],
  }));
}

function chosenOptions(
  { groupings }: AssessmentSummary,
  { id, key, options, maxPoints = 1 }: KeyedItem,
  everybody: Float64Array,
): readonly Chosen[] {
  const column = choiceColumn(id);
  const pupilsWith = (value: string) => {
    const complete = groupings.find((of) => of.column === column && of.value === value)?.counts.complete;
    return complete === undefined
      ? new Float64Array(everybody.length)
      : pupilsByTotal(complete, everybody.length - 1);
  };
  const none = pupilsWith(NO_CHOICE);
  return [
    ...options.map((option): Chosen => {
      const pupils = pupilsWith(option);
      return option === key
        ? { option, role: 'key', pupils, rest: totalMoments(pupils, maxPoints) }
        : { option, role: 'distractor', pupils, rest: totalMoments(pupils) };
    }),
    { option: undefined, role: 'none', pupils: none, rest: totalMoments(none) },
  ];
}

const NONE: Moments = { n: 0, sum: 0, sumOfSquares: 0 };

/** Sums of totals less so many points. */
function totalMoments(pupils: Float64Array, less = 0): Moments {
  const of = { n: 0, sum: 0, sumOfSquares: 0 };
  pupils.forEach((count, half) => {
    const points = half / 2 - less;
    of.n += count;
    of.sum += points * count;
    of.sumOfSquares += points * points * count;
  });
  return of;
}

function addMoments(sum: Moments, { rest }: Chosen): Moments {
  return {
    n: sum.n + rest.n,
    sum: sum.sum + rest.sum,
    sumOfSquares: sum.sumOfSquares + rest.sumOfSquares,
  };
}

function sumOf(pupils: Float64Array): number {
  return pupils.reduce((sum, count) => sum + count, 0);
}

function quartersOf(pupils: Float64Array, quarterOf: (half: number) => number): readonly number[] {
  const sizes = [0, 0, 0, 0];
  pupils.forEach((count, half) => {
    sizes[quarterOf(half)] = (sizes[quarterOf(half)] ?? 0) + count;
  });
  return sizes;
}

function meanOf(of: Moments): Figure {
  return of.n === 0 ? missing('no-pupils') : known(mean(of), of.n);
}

/** Correlation of belonging to the group with the value. */
function pointBiserial(group: Moments, all: Moments): Figure {
  const deviations = squaredDeviations(all);
  if (group.n === 0) return missing('no-pupils', all.n);
  if (group.n === all.n || deviations <= 1e-13 * all.sumOfSquares) return missing('no-variation', all.n);
  const covered = group.sum - group.n * mean(all);
  const r = covered / Math.sqrt(group.n * (1 - group.n / all.n) * deviations);
  return known(r, all.n, correlationInterval(r, all.n));
}

function difference(group: Moments, right: Moments): Figure {
  if (group.n === 0 || right.n === 0) return missing('no-pupils', group.n);
  const test = welchTest(group, right);
  if (test !== undefined) return known(test.difference, group.n, test.interval);
  return group.n < 2 || right.n < 2 ? missing('too-few', group.n) : missing('no-variation', group.n);
}

function flagsOf(chosen: number, share: Figure, overKey: Figure | undefined): readonly OptionFlag[] {
  if (chosen === 0) return ['nobody'];
  return [
    ...(overKey !== undefined && (intervalOf(share)?.high ?? 1) < FUNCTIONING ? (['rare'] as const) : []),
    ...((intervalOf(overKey)?.low ?? 0) > 0 ? (['stronger'] as const) : []),
  ];
}

/** A wrong option works as a key does, and the key does not. */
function isDoubtful({ restR }: OptionResult, options: readonly OptionResult[]): boolean {
  return (
    (intervalOf(restR)?.low ?? 1) <= 0 &&
    options.some((of) => of.flags.includes('stronger') && (intervalOf(of.restR)?.low ?? 0) > 0)
  );
}

function intervalOf(figure: Figure | undefined): Interval | undefined {
  return figure?.kind === 'known' ? figure.interval : undefined;
}
