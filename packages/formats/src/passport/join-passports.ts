import type { SchoolPassport } from '@orientir/core/context';

/** One passport for each school: what the first one of it says stands, the others add what it does not know. */
export function joinPassports(passports: readonly SchoolPassport[]): readonly SchoolPassport[] {
  const bySchool = new Map<string, SchoolPassport>();
  for (const passport of passports) {
    const there = bySchool.get(passport.school);
    bySchool.set(passport.school, there === undefined ? passport : joined(there, passport));
  }
  return [...bySchool.values()];
}

function joined(one: SchoolPassport, other: SchoolPassport): SchoolPassport {
  const indicators = new Map(one.indicators);
  for (const [id, figure] of other.indicators) {
    if (indicators.get(id)?.kind !== 'known') indicators.set(id, figure);
  }
  return { ...other, ...one, indicators };
}
