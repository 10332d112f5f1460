/**
 * Marks of a work and how they stand to the marks in the school journal.
 *
 * @module
 */
import type { Assessment, MarkScale } from '../assessment/assessment.js';
import { markOfTotal } from '../assessment/mark-scale.js';
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import type { CompleteCounts, GroupCounts } from '../tally/group-counts.js';
import { splitMarkKey, splitTotalKey } from '../tally/group-counts.js';
import { shareOf } from './solve-rate.js';

/** The four marks of the Russian school. */
export const MARKS = [2, 3, 4, 5] as const;
export type Mark = (typeof MARKS)[number];

export interface MarkFigures {
  readonly markCounts: Readonly<Record<Mark, number>>;
  readonly markShares: Readonly<Record<Mark, Figure>>;
  /** `given` by the file, by the `scale` from complete totals, or both. */
  readonly markSource: 'given' | 'scale' | 'mixed' | 'none';
  readonly belowMinimum: Figure;
  readonly passShare: Figure;
  readonly qualityShare: Figure;
  readonly meanMark: Figure;
  readonly lowered: Figure;
  readonly confirmed: Figure;
  readonly raised: Figure;
  readonly gapTwoOrMore: Figure;
}

/**
 * Figures of marks in one group.
 *
 * A pupil's mark is the one in the file; where there is none, the scale gives it to pupils who have every item (a total
 * without a topic that was not taught would be too low). Pupils with such a topic have no mark here, even where
 * `lowResultCounts` is certain of it: which marks are certain depends on the totals, so shares of these pupils would be
 * skewed. Shares are of pupils with a mark; the journal comparison is of pupils who have both marks. `belowMinimum` is
 * the share with the lowest mark of the scale, 2 without a scale. `passShare` «успеваемость» = marks 3, 4, 5;
 * `qualityShare` «качество» = 4, 5.
 *
 * @param shared - the tally dropped journal marks, so the comparison is missing for that reason.
 */
export function markFigures(
  counts: GroupCounts,
  complete: CompleteCounts | undefined,
  scale: MarkScale | undefined,
  shared: boolean,
): MarkFigures {
  const { table, given } = tableOf(counts, complete, scale);
  const n = table.pupils;
  const none = counts.wrote === 0 ? 'no-pupils' : 'no-marks';
  const share = (count: number) => (n === 0 ? missing(none) : shareOf(count, n));
  const both = table.compared;
  const compared = (count: number) =>
    both > 0 ? shareOf(count, both) : missing(n === 0 ? none : shared ? 'no-cross-table' : 'no-journal', n);
  const lowest = scale?.[0]?.mark ?? 2;
  return {
    markCounts: { 2: table.of(2), 3: table.of(3), 4: table.of(4), 5: table.of(5) },
    markShares: {
      2: share(table.of(2)),
      3: share(table.of(3)),
      4: share(table.of(4)),
      5: share(table.of(5)),
    },
    markSource: n === 0 ? 'none' : given === n ? 'given' : given === 0 ? 'scale' : 'mixed',
    belowMinimum: share(table.atMost(lowest)),
    passShare: share(table.of(3) + table.of(4) + table.of(5)),
    qualityShare: share(table.of(4) + table.of(5)),
    meanMark: n === 0 ? missing(none) : known(table.sum / n, n),
    lowered: compared(table.lowered),
    confirmed: compared(both - table.lowered - table.raised),
    raised: compared(table.raised),
    gapTwoOrMore: compared(table.farApart),
  };
}

/** Whether totals give marks: of pupils with every item of the work, where a mark has no side conditions. */
export function marksByTotal(
  { items, markConditions }: Assessment,
  complete: CompleteCounts | undefined,
): boolean {
  return complete?.items.length === items.length && markConditions === undefined;
}

/** `given` = pupils whose mark the file gives. */
function tableOf(
  counts: GroupCounts,
  complete: CompleteCounts | undefined,
  scale: MarkScale | undefined,
): { readonly table: MarkTable; readonly given: number } {
  const table = new MarkTable();
  let given = 0;
  eachMark(counts, complete, scale, (mark, journalMark, pupils, isGiven) => {
    table.add(mark, journalMark, pupils);
    if (isGiven) given += pupils;
  });
  return { table, given };
}

/**
 * Visits pupils by mark and journal mark (0 = none): the mark is the one in the file; who has none gets that of the scale, if he
 * is among the `complete`.
 */
export function eachMark(
  counts: GroupCounts,
  complete: CompleteCounts | undefined,
  scale: MarkScale | undefined,
  visit: (mark: number, journalMark: number, pupils: number, isGiven: boolean) => void,
): void {
  for (let i = counts.marks.from; i < counts.marks.to; i++) {
    const { mark, journalMark } = splitMarkKey(counts.marks.keys[i] ?? 0);
    if (mark !== 0) visit(mark, journalMark, counts.marks.counts[i] ?? 0, true);
  }
  if (scale === undefined || complete === undefined) return;
  for (let i = complete.totals.from; i < complete.totals.to; i++) {
    const { marked, journalMark, total } = splitTotalKey(complete.totals.keys[i] ?? 0);
    const mark = marked ? undefined : markOfTotal(scale, total / 2);
    if (mark !== undefined) visit(mark, journalMark, complete.totals.counts[i] ?? 0, false);
  }
}

class MarkTable {
  pupils = 0;
  sum = 0;
  compared = 0;
  lowered = 0;
  raised = 0;
  farApart = 0;
  /** Pupils by mark 0..7. */
  readonly #byMark = [0, 0, 0, 0, 0, 0, 0, 0];

  add(mark: number, journalMark: number, pupils: number): void {
    this.pupils += pupils;
    this.sum += mark * pupils;
    this.#byMark[mark] = this.of(mark) + pupils;
    if (journalMark === 0) return;
    this.compared += pupils;
    if (mark < journalMark) this.lowered += pupils;
    if (mark > journalMark) this.raised += pupils;
    if (Math.abs(mark - journalMark) >= 2) this.farApart += pupils;
  }

  of(mark: number): number {
    return this.#byMark[mark] ?? 0;
  }

  atMost(mark: number): number {
    let pupils = 0;
    for (let each = 0; each <= mark; each++) pupils += this.of(each);
    return pupils;
  }
}
