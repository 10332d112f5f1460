/**
 * What the scaling of a work needs of its counts: pupils by category of each item, and pupils by total.
 *
 * Both merge by addition, so difficulties of merged tallies are those of all pupils together. No pair of items and no
 * single pupil is needed.
 *
 * @module
 */
import type { CompleteCounts } from '../tally/group-counts.js';
import { splitCrossKey, splitTotalKey } from '../tally/group-counts.js';
import { eachCount } from '../tally/sparse-counts.js';

/** What was done to the categories of an item before it was scaled. */
export type ScaleNote =
  /** Nobody has 0 points: the lowest points that occur count as no step. */
  | 'zero-never-given'
  /** Nobody has the declared maximum: the categories end earlier. */
  | 'maximum-never-reached'
  /** Nobody has some points in between; the categories above moved down by the gap. */
  | 'gap-closed'
  /** Nobody has some points in between; the points above keep their weight, the step over the gap is one threshold. */
  | 'gap-kept';

/** Points of an item that somebody has. */
export interface ScoreCategory {
  /** The points as they were given, in half points. */
  readonly half: number;
  /** Steps above the lowest category, as the model counts them. */
  readonly step: number;
  readonly pupils: number;
}

/** One item with its categories in ascending order; one category only = all pupils alike. */
export interface ScoredItem {
  /** Index of the item in the assessment. */
  readonly item: number;
  readonly categories: readonly ScoreCategory[];
  readonly notes: readonly ScaleNote[];
}

/** Counts of pupils who have every item. */
export interface ScoreCounts {
  readonly kind: 'counted';
  readonly n: number;
  /** Half points that make one step: 2 for whole points, 1 for halves, 4 where every item gives 2 points at a time. */
  readonly halvesOfStep: number;
  readonly items: readonly ScoredItem[];
  /** Pupils by sum of steps. */
  readonly steps: readonly number[];
  /** Pupils by total as it was given; index = half points. */
  readonly histogram: readonly number[];
}

/** Why counts cannot be scaled. */
export interface NotCounted {
  readonly kind: 'not-counted';
  readonly reason:
    | 'no-complete'
    | 'no-cross-table'
    /** Some items have half points and others do not: a step would mean something else in each. */
    | 'irregular-steps';
  readonly n: number;
  /** Items without half points, for `irregular-steps`. */
  readonly items: readonly number[];
}

export interface ScoreCountsOptions {
  /** Maxima in points by index of the item; only for the note that a maximum was never reached. */
  readonly maxima?: readonly (number | undefined)[];
  /**
   * What happens to points between others that nobody has. `close`: the categories above move down, which needs the
   * totals anew; the counts hold them for one such item, so with several items the gaps are kept all the same.
   * @defaultValue 'close'
   */
  readonly gaps?: 'close' | 'keep';
}

/**
 * Reads the counts for scaling out of the counts of complete pupils.
 *
 * Steps are the greatest common divisor of all points that occur: whole points, or half points where every item has
 * them. Categories that nobody has are left out (see {@link ScaleNote}): a step without pupils has no threshold. Gaps that
 * stay are null categories: Wilson & Masters (1993), Psychometrika 58, 87–99.
 * Missing: nobody complete → `no-complete`; shared tally → `no-cross-table`; halves in some items only →
 * `irregular-steps`. Cost: one pass over the cross table.
 */
export function scoreCounts(
  complete: CompleteCounts,
  options: ScoreCountsOptions = {},
): ScoreCounts | NotCounted {
  const histogram = totalsOf(complete);
  const n = histogram.reduce((sum, pupils) => sum + pupils, 0);
  const refused = (reason: NotCounted['reason'], items: readonly number[] = []): NotCounted => ({
    kind: 'not-counted',
    reason,
    n,
    items,
  });
  if (n === 0) return refused('no-complete');
  if (complete.cross === undefined) return refused('no-cross-table');
  const observed = pupilsByHalf(complete, n);
  const halves = observed.map(({ pupils }) => [...pupils.keys()].sort((a, b) => a - b));
  const divisors = halves.map((of) =>
    of.reduce((divisor, half) => commonDivisor(divisor, half - (of[0] ?? 0)), 0),
  );
  const unit = divisors.reduce(commonDivisor, 0) || 2;
  if (unit === 1) {
    const whole = complete.items.filter((_, place) => (divisors[place] ?? 0) > 1);
    if (whole.length > 0) return refused('irregular-steps', whole);
  }
  const items = observed.map(({ item, pupils }, place): ScoredItem => {
    const of = halves[place] ?? [];
    const lowest = of[0] ?? 0;
    const categories = of.map((half) => ({
      half,
      step: (half - lowest) / unit,
      pupils: pupils.get(half) ?? 0,
    }));
    return { item, categories, notes: notesOf(categories, options.maxima?.[item]) };
  });
  const base = items.reduce((sum, { categories }) => sum + (categories[0]?.half ?? 0), 0);
  const withGap = items.filter(hasGap);
  const [gap] = withGap;
  if (gap === undefined || withGap.length > 1 || options.gaps === 'keep') {
    const steps = stepsOf(histogram, base, unit);
    return { kind: 'counted', n, halvesOfStep: unit, items, steps, histogram };
  }
  const closed = closeGap(gap);
  return {
    kind: 'counted',
    n,
    halvesOfStep: unit,
    items: items.map((each) => (each === gap ? closed : each)),
    steps: stepsWithClosedGap(complete, histogram, base, unit, gap),
    histogram,
  };
}

function totalsOf({ totals }: CompleteCounts): readonly number[] {
  const histogram: number[] = [];
  eachCount(totals, (key, pupils) => {
    const { total } = splitTotalKey(key);
    while (histogram.length <= total) histogram.push(0);
    histogram[total] = (histogram[total] ?? 0) + pupils;
  });
  return histogram;
}

/** Pupils by half points of each item; 0 points are who is left. */
function pupilsByHalf(
  { items, cross }: CompleteCounts,
  n: number,
): readonly { readonly item: number; readonly pupils: ReadonlyMap<number, number> }[] {
  const observed = items.map((item) => ({ item, pupils: new Map<number, number>() }));
  const byItem = new Map(observed.map(({ item, pupils }) => [item, pupils]));
  if (cross !== undefined) {
    eachCount(cross, (key, count) => {
      const { item, points } = splitCrossKey(key);
      const pupils = byItem.get(item);
      pupils?.set(points, (pupils.get(points) ?? 0) + count);
    });
  }
  for (const { pupils } of observed) {
    let zero = n;
    for (const count of pupils.values()) zero -= count;
    if (zero > 0) pupils.set(0, zero);
  }
  return observed;
}

function notesOf(categories: readonly ScoreCategory[], maximum: number | undefined): readonly ScaleNote[] {
  const notes: ScaleNote[] = [];
  if ((categories[0]?.half ?? 0) > 0) notes.push('zero-never-given');
  if (maximum !== undefined && (categories.at(-1)?.half ?? 0) < maximum * 2) {
    notes.push('maximum-never-reached');
  }
  if (categories.some(({ step }, place) => step !== place)) notes.push('gap-kept');
  return notes;
}

function hasGap({ notes }: ScoredItem): boolean {
  return notes.includes('gap-kept');
}

function closeGap(of: ScoredItem): ScoredItem {
  return {
    item: of.item,
    categories: of.categories.map((category, place) => ({ ...category, step: place })),
    notes: of.notes.map((note) => (note === 'gap-kept' ? 'gap-closed' : note)),
  };
}

function stepsOf(histogram: readonly number[], base: number, unit: number): readonly number[] {
  const steps: number[] = [];
  histogram.forEach((pupils, half) => {
    if (pupils > 0) addTo(steps, (half - base) / unit, pupils);
  });
  return steps;
}

/** The sums of steps when one item's categories move down: the cross table says how many do at each total. */
function stepsWithClosedGap(
  { cross }: CompleteCounts,
  histogram: readonly number[],
  base: number,
  unit: number,
  { item, categories }: ScoredItem,
): readonly number[] {
  const moves = new Map(categories.map(({ half, step }, place) => [half, step - place]));
  const rest = [...histogram];
  const steps: number[] = [];
  if (cross !== undefined) {
    eachCount(cross, (key, pupils) => {
      const cell = splitCrossKey(key);
      if (cell.item !== item) return;
      addTo(steps, (cell.total - base) / unit - (moves.get(cell.points) ?? 0), pupils);
      rest[cell.total] = (rest[cell.total] ?? 0) - pupils;
    });
  }
  rest.forEach((pupils, half) => {
    if (pupils > 0) addTo(steps, (half - base) / unit, pupils);
  });
  return steps;
}

function addTo(counts: number[], place: number, pupils: number): void {
  while (counts.length <= place) counts.push(0);
  counts[place] = (counts[place] ?? 0) + pupils;
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
