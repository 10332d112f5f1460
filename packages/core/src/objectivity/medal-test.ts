/**
 * Medal holders against their ЕГЭ: counts by school, which no tally has.
 *
 * @module
 */
import { sameName } from '../assessment/procedure.js';
import { compareText } from '../foundation/order.js';
import { shareTest } from './journal-tests.js';
import type { KeptWork } from './kept-work.js';
import type { OwnRules } from './rules.js';
import type { TestColumn } from './test-column.js';

/** Medals «За особые успехи в учении» of one school and year. */
export interface MedalCounts {
  readonly school: string;
  /** `2024/2025`. */
  readonly schoolYear: string;
  /** Pupils who were to get a medal by their marks. */
  readonly holders: number;
  /** Of them those whose ЕГЭ is under the points that the rules of the year ask for. */
  readonly unconfirmed: number;
}

/** The test in one region and year, with the schools that its places stand for. */
export interface MedalTest {
  readonly region: string;
  readonly schoolYear: string;
  readonly schools: readonly string[];
  readonly column: TestColumn;
}

/**
 * Share of medals that the ЕГЭ does not confirm, against the other schools of the region.
 *
 * Missing: schools with an ЕГЭ in the input whose medals nobody gave → `no-medals`; a school without holders → `no-pupils`.
 * A school that stands in no work belongs to the region without a name. Errors: counts that are not whole, more
 * unconfirmed than holders, or two rows for a school and year.
 */
export function medalTests(
  works: readonly KeptWork[],
  medals: readonly MedalCounts[],
  { alternatives, level }: OwnRules,
): readonly MedalTest[] {
  const regions = new Map<string, string>();
  // Without medals nobody asks, and a country has a million schools of works.
  if (medals.length > 0) {
    for (const { region, schools } of works) for (const school of schools) regions.set(school, region);
  }
  const cells = new Map<string, { region: string; schoolYear: string; bySchool: Map<string, MedalCounts> }>();
  const cell = (region: string, schoolYear: string) => {
    const key = JSON.stringify([region, schoolYear]);
    const there = cells.get(key) ?? { region, schoolYear, bySchool: new Map<string, MedalCounts>() };
    cells.set(key, there);
    return there.bySchool;
  };
  for (const row of medals) {
    const { holders, unconfirmed } = row;
    if (
      !(
        Number.isInteger(holders) &&
        Number.isInteger(unconfirmed) &&
        0 <= unconfirmed &&
        unconfirmed <= holders
      )
    ) {
      throw new RangeError('medalTests requires whole counts, and no more unconfirmed medals than holders');
    }
    const bySchool = cell(regions.get(row.school) ?? '', row.schoolYear);
    if (bySchool.has(row.school)) throw new RangeError('medalTests requires one row for a school and year');
    bySchool.set(row.school, row);
  }
  const asked = new Map<string, Set<string>>();
  for (const { assessment, region, schools } of works) {
    if (!sameName(assessment.programme, 'ЕГЭ')) continue;
    const schoolYear = assessment.schoolYear ?? '';
    cell(region, schoolYear);
    const key = JSON.stringify([region, schoolYear]);
    const there = asked.get(key) ?? new Set();
    asked.set(key, there);
    for (const school of schools) there.add(school);
  }
  return [...cells]
    .sort(([one], [other]) => compareText(one, other))
    .map(([key, { region, schoolYear, bySchool }]): MedalTest => {
      const schools = [...new Set([...bySchool.keys(), ...(asked.get(key) ?? [])])].sort(compareText);
      const column = shareTest(
        'medals-ege',
        schools.map((school) => {
          const { holders: n = 0, unconfirmed: count = 0 } = bySchool.get(school) ?? {};
          return { n, count };
        }),
        schools.map((school) => {
          const of = bySchool.get(school);
          return of === undefined ? 'no-medals' : of.holders === 0 ? 'no-pupils' : undefined;
        }),
        'upper',
        alternatives.medals,
        level,
      );
      return { region, schoolYear, schools, column };
    });
}
