import type { GroupCounts } from '../src/tally/index.js';
import { add, empty, summarise } from '../src/tally/index.js';
import type { Row } from './response-rows.js';
import { aBlock, anAssessment } from './response-rows.js';

/** The counts of all pupils, given as rows of points, all items answered. */
export function countsOf(
  maxima: readonly (number | undefined)[],
  rows: readonly (readonly number[])[],
): GroupCounts {
  return countsOfRows(
    maxima,
    rows.map((row) => ({ codes: row.map((points) => points * 2) })),
  );
}

/** The counts of all pupils, given as rows of responses. */
export function countsOfRows(maxima: readonly (number | undefined)[], rows: readonly Row[]): GroupCounts {
  const block = aBlock(anAssessment(maxima), rows);
  const all = summarise(add(empty(), block))[0]?.groups.find(({ level }) => level === 'all');
  if (all === undefined) throw new Error('nobody');
  return all.counts;
}

/** Those of them who have every item. */
export function completeOf(maxima: readonly (number | undefined)[], rows: readonly (readonly number[])[]) {
  const { complete } = countsOf(maxima, rows);
  if (complete === undefined) throw new Error('nobody is complete');
  return complete;
}
