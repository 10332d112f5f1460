import type { CompleteCounts } from '../src/tally/index.js';
import { add, empty, summarise } from '../src/tally/index.js';
import { aBlock, anAssessment } from './response-rows.js';

/** Counts of complete pupils of rows of points, through the real tally. */
export function completeOf(rows: readonly (readonly number[])[], maxima?: readonly number[]): CompleteCounts {
  const width = rows[0]?.length ?? 0;
  const most = Array.from({ length: width }, (_, item) =>
    rows.reduce((max, row) => Math.max(max, row[item] ?? 0), 1),
  );
  const block = aBlock(
    anAssessment(maxima ?? most),
    rows.map((row) => ({ codes: row.map((points) => points * 2) })),
  );
  const complete = summarise(add(empty(), block))[0]?.groups.find((group) => group.level === 'all')?.counts
    .complete;
  if (complete === undefined) throw new Error('nobody is complete');
  return complete;
}
