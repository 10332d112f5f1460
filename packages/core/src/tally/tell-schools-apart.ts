import type { Unit } from '../assessment/responses.js';
import type { StatedRow } from './stated.js';
import { putStated } from './stated.js';
import type { AssessmentTally, GroupTally, Tally } from './tally.js';
import { putGroups } from './tally.js';

/** Whether a school goes by a code that no other school has: a login, or a number of five digits or more. Otherwise by a name. */
export function isSchoolCode(school: string): boolean {
  return /^(?:[a-z]{2,4}\d+|\d{5,})$/i.test(school);
}

/**
 * Makes different schools of those that go by one name in several municipalities: «СОШ № 1» becomes «СОШ № 1 (Район А)» and
 * «СОШ № 1 (Район Б)».
 *
 * Schools that reports state are told apart like those whose pupils were counted, and together with them. Codes are left
 * alone, and so is a name that stands in one municipality, or without any. The result does not depend on the order of files
 * and tallies, and tallies that were told apart before may be merged with others.
 */
export function tellSchoolsApart(tally: Tally): Tally {
  const places = new Map<string, Set<string>>();
  const see = (unit: Unit): void => {
    const name = plainName(unit);
    if (name === undefined || unit.municipality === undefined) return;
    const there = places.get(name);
    if (there === undefined) places.set(name, new Set([unit.municipality]));
    else there.add(unit.municipality);
  };
  for (const { groups } of tally.assessments.values()) for (const { unit } of groups.values()) see(unit);
  for (const row of tally.stated.values()) if (row.level === 'school') see(unitOf(row));
  const nameOf = (unit: Unit): string | undefined => {
    const name = plainName(unit);
    return name === undefined || unit.municipality === undefined || (places.get(name)?.size ?? 0) < 2
      ? unit.school
      : `${name} (${unit.municipality})`;
  };
  const stated = new Map<string, StatedRow>();
  for (const row of tally.stated.values()) {
    putStated(stated, row.level === 'school' ? { ...row, unit: nameOf(unitOf(row)) ?? row.unit } : row);
  }
  return {
    ...tally,
    stated,
    assessments: new Map(Array.from(tally.assessments, ([id, of]) => [id, renamed(of, nameOf)])),
  };
}

/** The school of a row that a report states about it. */
function unitOf({ unit, municipality }: StatedRow): Unit {
  return municipality === undefined ? { school: unit } : { school: unit, municipality };
}

/** The name without the municipality that was put behind it; absent for codes. */
function plainName({ school, municipality }: Unit): string | undefined {
  if (school === undefined || isSchoolCode(school)) return undefined;
  const ending = ` (${municipality ?? ''})`;
  return school.endsWith(ending) ? school.slice(0, -ending.length) : school;
}

function renamed(of: AssessmentTally, nameOf: (unit: Unit) => string | undefined): AssessmentTally {
  const all = [...of.groups.values()];
  if (all.every(({ unit }) => nameOf(unit) === unit.school)) return of;
  const groups = new Map<string, GroupTally>();
  putGroups(
    groups,
    all.map((group) => {
      const school = nameOf(group.unit);
      return school === undefined ? group : { ...group, unit: { ...group.unit, school } };
    }),
  );
  return { ...of, groups };
}
