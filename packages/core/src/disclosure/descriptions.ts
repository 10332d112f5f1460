/**
 * What the columns of published tables count. A new table is one more description; the attacker's code stays.
 *
 * @module
 */

/** Something that is counted in a unit, for one item or for the work: it adds up over the units of a level. */
export interface Measure {
  /**
   * `pupils`: size of a group that has figures; `category`: pupils with a result that must not be found out when
   * they are few; `result`: pupils with a result that is no secret unless all have it; `points`; `gap`: pupils by
   * which two groups differ; `slack`: only makes sums come out.
   */
  readonly holds: 'pupils' | 'category' | 'result' | 'points' | 'gap' | 'slack';
  readonly by: 'work' | 'item';
  /** The group whose part it is. */
  readonly of?: string;
  /** True when all of the group being in here means that all have the same result. */
  readonly same?: boolean;
  /** Fewest pupils of a `gap`: those whose own results would follow from the difference need the larger minimum. */
  readonly minimum?: 'minPupils' | 'minCount';
}

/** One column, or one mark in a note, as a statement about measures. */
export type Statement =
  | { readonly kind: 'count'; readonly column: string; readonly measure: string; readonly scale?: number }
  /** `column` = part / (of × times), where part is kept `scale` times as large. */
  | {
      readonly kind: 'ratio';
      readonly column: string;
      readonly part: string;
      readonly of: string;
      readonly times?: string;
      /** Times the highest points of the whole work, where all its items are published. */
      readonly timesWork?: boolean;
      readonly scale?: number;
    }
  /** Ends of a Wilson interval around a share: they tell the size of the group. */
  | {
      readonly kind: 'interval';
      readonly share: string;
      readonly low: string;
      readonly high: string;
      readonly of: string;
    }
  /** `column` = Σ part / Σ (of × highest points) over the items that `items` lists, joined by `;`. */
  | {
      readonly kind: 'pooled';
      readonly column: string;
      readonly items: string;
      readonly part: string;
      readonly of: string;
      readonly scale: number;
    }
  /** `prefix:count` in the note; without it the count is that of `otherwise`, where the row shows that. */
  | {
      readonly kind: 'note';
      readonly prefix: string;
      readonly measure: string;
      readonly otherwise?: string;
    };

export interface TableDescription {
  readonly table: string;
  /** The group that the reason of a hidden row is about; absent = the table has no reasons. */
  readonly hidden?: string;
  readonly statements: readonly Statement[];
}

/** Weighted measures of one unit that add up to nothing; `items` takes the sum over all items of the work. */
export interface Relation {
  readonly by: 'work' | 'item';
  /** Holds only for items of so many points, and only while nobody has half points. */
  readonly wholeOf?: number;
  readonly terms: readonly {
    readonly measure: string;
    readonly weight: number;
    /** Also times the highest points of the item. */
    readonly timesMax?: boolean;
    readonly items?: boolean;
  }[];
}

/** Half points are whole numbers. */
const HALVES = 2;

export const MEASURES: Readonly<Record<string, Measure>> = {
  wrote: { holds: 'pupils', by: 'work' },
  complete: { holds: 'pupils', by: 'work', of: 'wrote' },
  incomplete: { holds: 'gap', by: 'work', minimum: 'minPupils' },
  total: { holds: 'points', by: 'work', of: 'complete' },
  'incomplete-points': { holds: 'slack', by: 'work' },
  marked: { holds: 'pupils', by: 'work', of: 'wrote' },
  unmarked: { holds: 'slack', by: 'work' },
  'mark-2': { holds: 'category', by: 'work', of: 'marked', same: true },
  'mark-3': { holds: 'category', by: 'work', of: 'marked', same: true },
  'mark-4': { holds: 'category', by: 'work', of: 'marked', same: true },
  'mark-5': { holds: 'category', by: 'work', of: 'marked', same: true },
  'below-minimum': { holds: 'category', by: 'work', of: 'marked', same: true },
  compared: { holds: 'pupils', by: 'work', of: 'wrote' },
  uncompared: { holds: 'slack', by: 'work' },
  lowered: { holds: 'category', by: 'work', of: 'compared' },
  confirmed: { holds: 'category', by: 'work', of: 'compared' },
  raised: { holds: 'category', by: 'work', of: 'compared' },
  'item-n': { holds: 'pupils', by: 'item', of: 'wrote' },
  without: { holds: 'gap', by: 'item', minimum: 'minCount' },
  points: { holds: 'points', by: 'item', of: 'item-n' },
  full: { holds: 'result', by: 'item', of: 'item-n', same: true },
  zero: { holds: 'result', by: 'item', of: 'item-n', same: true },
  partial: { holds: 'slack', by: 'item' },
  'points-above-full': { holds: 'slack', by: 'item' },
  'points-below-all': { holds: 'slack', by: 'item' },
};

/** The least mark of a scale is nearly always 2; a work where it is not contradicts the last but one and drops it. */
export const RELATIONS: readonly Relation[] = [
  sum('work', 'wrote', 'complete', 'incomplete'),
  sum('work', 'wrote', 'marked', 'unmarked'),
  sum('work', 'marked', 'mark-2', 'mark-3', 'mark-4', 'mark-5'),
  sum('work', 'marked', 'compared', 'uncompared'),
  sum('work', 'compared', 'lowered', 'confirmed', 'raised'),
  sum('item', 'wrote', 'item-n', 'without'),
  sum('item', 'item-n', 'full', 'partial', 'zero'),
  {
    by: 'item',
    terms: [
      { measure: 'points', weight: 1 },
      { measure: 'full', weight: -HALVES, timesMax: true },
      { measure: 'points-above-full', weight: -1 },
    ],
  },
  {
    by: 'item',
    terms: [
      { measure: 'item-n', weight: HALVES, timesMax: true },
      { measure: 'zero', weight: -HALVES, timesMax: true },
      { measure: 'points', weight: -1 },
      { measure: 'points-below-all', weight: -1 },
    ],
  },
  {
    // Of two points a part is one point.
    by: 'item',
    wholeOf: 2,
    terms: [
      { measure: 'points-above-full', weight: 1 },
      { measure: 'partial', weight: -HALVES },
    ],
  },
  sum('work', 'below-minimum', 'mark-2'),
  {
    by: 'work',
    terms: [
      { measure: 'points', weight: 1, items: true },
      { measure: 'total', weight: -1 },
      { measure: 'incomplete-points', weight: -1 },
    ],
  },
];

export const TABLES: readonly TableDescription[] = [
  {
    table: 'solve-rates',
    hidden: 'item-n',
    statements: [
      { kind: 'count', column: 'n', measure: 'item-n' },
      { kind: 'count', column: 'points', measure: 'points', scale: HALVES },
      {
        kind: 'ratio',
        column: 'solve_rate',
        part: 'points',
        of: 'item-n',
        times: 'max_points',
        scale: HALVES,
      },
      { kind: 'ratio', column: 'full_share', part: 'full', of: 'item-n' },
      { kind: 'ratio', column: 'zero_share', part: 'zero', of: 'item-n' },
      { kind: 'interval', share: 'solve_rate', low: 'low', high: 'high', of: 'item-n' },
    ],
  },
  {
    table: 'items',
    statements: [
      { kind: 'count', column: 'n', measure: 'item-n' },
      { kind: 'ratio', column: 'mean', part: 'points', of: 'item-n', scale: HALVES },
    ],
  },
  {
    table: 'tests',
    hidden: 'wrote',
    statements: [
      { kind: 'count', column: 'n', measure: 'complete' },
      { kind: 'note', prefix: 'wrote', measure: 'wrote', otherwise: 'complete' },
      { kind: 'note', prefix: 'marked', measure: 'marked' },
      { kind: 'note', prefix: 'compared', measure: 'compared' },
      { kind: 'ratio', column: 'mean', part: 'total', of: 'complete', scale: HALVES },
      { kind: 'ratio', column: 'share_2', part: 'mark-2', of: 'marked' },
      { kind: 'ratio', column: 'share_3', part: 'mark-3', of: 'marked' },
      { kind: 'ratio', column: 'share_4', part: 'mark-4', of: 'marked' },
      { kind: 'ratio', column: 'share_5', part: 'mark-5', of: 'marked' },
      { kind: 'ratio', column: 'below_minimum', part: 'below-minimum', of: 'marked' },
      { kind: 'ratio', column: 'lowered', part: 'lowered', of: 'compared' },
      { kind: 'ratio', column: 'confirmed', part: 'confirmed', of: 'compared' },
      { kind: 'ratio', column: 'raised', part: 'raised', of: 'compared' },
    ],
  },
  {
    table: 'sections',
    statements: [
      {
        kind: 'pooled',
        column: 'solve_rate',
        items: 'items',
        part: 'points',
        of: 'item-n',
        scale: HALVES,
      },
    ],
  },
  {
    table: 'widgets',
    statements: [{ kind: 'count', column: 'n', measure: 'wrote' }],
  },
  {
    table: 'widget-items',
    statements: [
      { kind: 'count', column: 'n', measure: 'item-n' },
      {
        kind: 'ratio',
        column: 'solve_rate',
        part: 'points',
        of: 'item-n',
        times: 'max_points',
        scale: HALVES,
      },
      { kind: 'interval', share: 'solve_rate', low: 'low', high: 'high', of: 'item-n' },
    ],
  },
  {
    table: 'widget-sections',
    statements: [
      {
        kind: 'pooled',
        column: 'solve_rate',
        items: 'items',
        part: 'points',
        of: 'item-n',
        scale: HALVES,
      },
    ],
  },
  {
    table: 'widget-shares',
    statements: [
      { kind: 'count', column: 'n', measure: 'complete' },
      {
        kind: 'ratio',
        column: 'share',
        part: 'total',
        of: 'complete',
        timesWork: true,
        scale: HALVES,
      },
    ],
  },
  { table: 'summary', statements: [{ kind: 'count', column: 'wrote', measure: 'wrote' }] },
];

function sum(by: 'work' | 'item', whole: string, ...parts: readonly string[]): Relation {
  return {
    by,
    terms: [{ measure: whole, weight: 1 }, ...parts.map((measure) => ({ measure, weight: -1 }))],
  };
}
