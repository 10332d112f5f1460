import type { StatedResult } from '../assessment/stated-results.js';
import { compareText } from '../foundation/order.js';

/** A stated result without the place in somebody's file. */
export type StatedRow = Omit<StatedResult, 'source'>;

/**
 * Adds a result to a map that is the caller's own, under what rows of one unit in one kind of report have in common. Of two
 * reports on one unit the one about more pupils stands, then the first in the order of code points: so the sum does not
 * depend on the order of files.
 */
export function putStated(into: Map<string, StatedRow>, result: StatedRow & Partial<StatedResult>): void {
  const { source: _elsewhere, ...row } = result;
  const key = keyOf(row);
  const there = into.get(key);
  if (there === undefined || isBefore(row, there)) into.set(key, row);
}

/** In the order of the tally file. */
export function sortedStated(rows: ReadonlyMap<string, StatedRow>): readonly StatedRow[] {
  return [...rows].sort(([one], [other]) => compareText(one, other)).map(([, row]) => row);
}

/** The one text of a row, whoever made it. */
export function statedText(row: StatedRow): string {
  return JSON.stringify(row, sortedKeys);
}

function sortedKeys(_key: string, value: unknown): unknown {
  return typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([one], [other]) => compareText(one, other)));
}

function keyOf(of: StatedRow): string {
  const kind = of.marks ? 'marks' : of.journal ? 'journal' : of.scores ? 'scores' : 'items';
  return JSON.stringify([of.assessment, of.level, of.region ?? '', of.municipality ?? '', of.unit, kind]);
}

function isBefore(one: StatedRow, other: StatedRow): boolean {
  const pupils = (one.n ?? 0) - (other.n ?? 0);
  return pupils > 0 || (pupils === 0 && compareText(statedText(one), statedText(other)) < 0);
}
