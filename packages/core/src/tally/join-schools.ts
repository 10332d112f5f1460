import { compareText } from '../foundation/order.js';
import type { StatedRow } from './stated.js';
import { putStated } from './stated.js';
import type { AssessmentTally, GroupTally, Tally } from './tally.js';
import { putGroups } from './tally.js';

/**
 * Makes one school of logins that differ only in their prefix: `sch…` of older exports, `edu…` and `ksh…` of newer
 * ones. The school goes by the first login in the order of code points, so the result does not depend on the order
 * of files and tallies.
 *
 * @param apart - logins that a register of schools says are different schools; they stay as they are.
 */
export function joinSchools(tally: Tally, apart: ReadonlySet<string> = new Set()): Tally {
  const logins = new Map<string, string>();
  for (const { groups } of tally.assessments.values()) {
    for (const { unit } of groups.values()) {
      const digits = unit.school === undefined || apart.has(unit.school) ? undefined : digitsOf(unit.school);
      if (digits === undefined || unit.school === undefined) continue;
      const first = logins.get(digits);
      if (first === undefined || compareText(unit.school, first) < 0) logins.set(digits, unit.school);
    }
  }
  const schoolOf = (school: string): string =>
    apart.has(school) ? school : (logins.get(digitsOf(school) ?? '') ?? school);
  const stated = new Map<string, StatedRow>();
  for (const row of tally.stated.values()) {
    putStated(stated, row.level === 'school' ? { ...row, unit: schoolOf(row.unit) } : row);
  }
  return {
    ...tally,
    stated,
    assessments: new Map(Array.from(tally.assessments, ([id, of]) => [id, renameSchools(of, schoolOf)])),
  };
}

/** Whether two logins mean one school: equal ones, and those that {@link joinSchools} joins. */
export function isSameSchool(one: string, other: string, apart: ReadonlySet<string> = new Set()): boolean {
  if (one === other) return true;
  const digits = digitsOf(one);
  return digits !== undefined && digits === digitsOf(other) && !apart.has(one) && !apart.has(other);
}

/** What all logins of one school have in common; any other name of a school stands for itself. */
export function schoolKey(school: string): string {
  return digitsOf(school) ?? school;
}

function renameSchools(of: AssessmentTally, schoolOf: (school: string) => string): AssessmentTally {
  const all = [...of.groups.values()];
  if (all.every(({ unit }) => unit.school === undefined || schoolOf(unit.school) === unit.school)) return of;
  const groups = new Map<string, GroupTally>();
  putGroups(
    groups,
    all.map((group) =>
      group.unit.school === undefined
        ? group
        : { ...group, unit: { ...group.unit, school: schoolOf(group.unit.school) } },
    ),
  );
  return { ...of, groups };
}

function digitsOf(login: string): string | undefined {
  return /^(?:sch|edu|ksh)(\d+)$/i.exec(login)?.[1];
}
