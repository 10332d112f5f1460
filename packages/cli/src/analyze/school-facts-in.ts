import { basename } from 'node:path';
import type { ContextRules, SchoolPassport } from '@orientir/core/context';
import type { MedalCounts } from '@orientir/core/objectivity';
import type { Tally } from '@orientir/core/tally';
import type { ExpectedMedals } from '@orientir/formats/passport';
import { readMedals, readPassports } from '@orientir/formats/passport';
import type { InputsRead } from '@orientir/formats/readers';
import { type School, SchoolRegistry } from '@orientir/formats/schools';
import { fileOnDisk } from '../input-files.js';

/**
 * Social passports that were named, and the record with their file in it.
 *
 * @param rules - whose indicators are read beside those of the form.
 * @throws {InputMissing}
 */
export async function passportsIn(
  path: string,
  tally: Tally,
  record: InputsRead,
  rules: ContextRules | undefined,
): Promise<{ readonly passports: readonly SchoolPassport[]; readonly record: InputsRead }> {
  const counted = schoolsOf(tally);
  // By its name alone: what is written does not depend on where the data lie.
  const name = basename(path);
  const { passports, file, issues } = await readPassports(await fileOnDisk(path, name), name, {
    schoolOf: (login) => (record.schools.resolve(login) ?? counted.resolve(login))?.id,
    indicators: rules?.indicators.map(({ id }) => id) ?? [],
  });
  return {
    passports: passports.map((of) => withSettlement(of, record.schools)),
    record: { ...record, files: [...record.files, file], issues: [...record.issues, ...issues] },
  };
}

/** Counts of medals that were named, and the record with their file in it. @throws {InputMissing} */
export async function medalsIn(
  path: string,
  tally: Tally,
  record: InputsRead,
): Promise<{
  readonly medals: readonly MedalCounts[];
  readonly expectedMedals: readonly ExpectedMedals[];
  readonly record: InputsRead;
}> {
  const counted = schoolsOf(tally);
  const name = basename(path);
  const { medals, expected, file, issues } = await readMedals(
    await fileOnDisk(path, name),
    name,
    (login) => (record.schools.resolve(login) ?? counted.resolve(login))?.id,
  );
  return {
    medals,
    expectedMedals: expected,
    record: { ...record, files: [...record.files, file], issues: [...record.issues, ...issues] },
  };
}

/** Schools that have results: a form finds them by the digits of its login too. */
export function schoolsOf(tally: Tally): SchoolRegistry {
  const schools = new Map<string, School>();
  for (const { groups } of tally.assessments.values()) {
    for (const { unit } of groups.values()) {
      if (unit.school !== undefined) schools.set(unit.school.toLowerCase(), { id: unit.school });
    }
  }
  return new SchoolRegistry([...schools.values()], schools);
}

/** Where a passport names no settlement, the list of schools may. */
function withSettlement(of: SchoolPassport, list: SchoolRegistry): SchoolPassport {
  const settlement = list.resolve(of.school)?.settlement?.toLowerCase();
  return of.settlement !== undefined || settlement === undefined ? of : { ...of, settlement };
}
