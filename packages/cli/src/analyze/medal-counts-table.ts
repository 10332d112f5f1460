import type { Table } from '@orientir/core/analysis';
import { compareText } from '@orientir/core/foundation';
import type { MedalCounts } from '@orientir/core/objectivity';
import type { ExpectedMedals } from '@orientir/formats/passport';

/**
 * `medal-counts.csv`: medals that schools expect beside those that were to be given, as the form has them. For the inside
 * only: most of these numbers are small. No test takes what is expected, and a difference says nothing about a school.
 *
 * One row for each school and year, in this order; empty where the form is.
 */
export function medalCountsTable(medals: readonly MedalCounts[], expected: readonly ExpectedMedals[]): Table {
  const rows = new Map<string, MedalRow>();
  for (const row of [...medals, ...expected]) {
    const key = JSON.stringify([row.school, row.schoolYear]);
    rows.set(key, { ...rows.get(key), ...row });
  }
  const count = (id: string) => ({ id, kind: 'count' as const });
  const text = (id: string) => ({ id, kind: 'text' as const });
  return {
    name: 'medal-counts',
    columns: [text('school'), text('school_year'), count('holders'), count('unconfirmed'), count('expected')],
    rows: [...rows.values()]
      .sort(
        (one, other) =>
          compareText(one.school, other.school) || compareText(one.schoolYear, other.schoolYear),
      )
      .map(({ school, schoolYear, holders, unconfirmed, expected: awaited }) => [
        school,
        schoolYear,
        holders,
        unconfirmed,
        awaited,
      ]),
  };
}

type MedalRow = Pick<MedalCounts, 'school' | 'schoolYear'> & Partial<MedalCounts & ExpectedMedals>;
