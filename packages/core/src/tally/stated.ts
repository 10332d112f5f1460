import type { StatedResult } from '../assessment/stated-results.js';
import { compareText } from '../foundation/order.js';

/** A stated result without the place in somebody's file. */
export type StatedRow = Omit<StatedResult, 'source'>;

/** What the rows of one unit in one kind of report have in common. */
function statedKey(of: StatedRow): string {
  const kind = of.marks ? 'marks' : of.journal ? 'journal' : of.scores ? 'scores' : 'items';
  return JSON.stringify([of.assessment, of.level, of.region ?? '', of.municipality ?? '', of.unit, kind]);
}

/**
 * Adds a result to a map that is the caller's own. Of two reports on one unit the one about more pupils stands, then the first
 * in the order of code points: so the sum does not depend on the order of files.
 */
export function putStated(into: Map<string, StatedRow>, result: StatedRow): void {
  const row = canonicalStated(result);
  const key = statedKey(row);
  const there = into.get(key);
  if (there === undefined || isBefore(row, there)) into.set(key, row);
}

/** In the order of the tally file. */
export function sortedStated(rows: ReadonlyMap<string, StatedRow>): readonly StatedRow[] {
  return [...rows].sort(([one], [other]) => compareText(one, other)).map(([, row]) => row);
}

function isBefore(one: StatedRow, other: StatedRow): boolean {
  const pupils = (one.n ?? 0) - (other.n ?? 0);
  return pupils > 0 || (pupils === 0 && compareText(JSON.stringify(one), JSON.stringify(other)) < 0);
}

/** The same fields in the same order, whoever made them. */
function canonicalStated(of: StatedRow): StatedRow {
  return {
    assessment: of.assessment,
    level: of.level,
    unit: of.unit,
    ...(of.region === undefined ? {} : { region: of.region }),
    ...(of.municipality === undefined ? {} : { municipality: of.municipality }),
    ...(of.n === undefined ? {} : { n: of.n }),
    ...(of.organisations === undefined ? {} : { organisations: of.organisations }),
    ...(of.marks === undefined
      ? {}
      : {
          marks: {
            exact: of.marks.exact,
            ...(of.marks.counts === undefined ? {} : { counts: byMark(of.marks.counts) }),
            shares: byMark(of.marks.shares),
          },
        }),
    ...(of.journal === undefined
      ? {}
      : {
          journal: {
            exact: of.journal.exact,
            ...(of.journal.counts === undefined ? {} : { counts: byPart(of.journal.counts) }),
            shares: byPart(of.journal.shares),
          },
        }),
    ...(of.scores === undefined
      ? {}
      : {
          scores: {
            exact: of.scores.exact,
            ...(of.scores.counts === undefined ? {} : { counts: of.scores.counts }),
            shares: of.scores.shares,
          },
        }),
    ...(of.items === undefined
      ? {}
      : {
          items: of.items.map((item) => ({
            item: item.item,
            ...(item.maxPoints === undefined ? {} : { maxPoints: item.maxPoints }),
            share: item.share,
            ...(item.points === undefined ? {} : { points: item.points }),
            exact: item.exact,
            ...(item.plannedResult === undefined ? {} : { plannedResult: item.plannedResult }),
          })),
        }),
  };
}

function byMark<Value>(of: Readonly<Record<2 | 3 | 4 | 5, Value>>) {
  return { 2: of[2], 3: of[3], 4: of[4], 5: of[5] };
}

function byPart<Value>(of: Readonly<Record<'lowered' | 'confirmed' | 'raised', Value>>) {
  return { lowered: of.lowered, confirmed: of.confirmed, raised: of.raised };
}
