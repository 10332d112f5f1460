import { basename } from 'node:path';
import type { ContextRules, SchoolPassport } from '@orientir/core/context';
import type { MedalCounts } from '@orientir/core/objectivity';
import type { Tally } from '@orientir/core/tally';
import type { ExpectedMedals } from '@orientir/formats/passport';
import { joinPassports, noPassportsSeen, readMedals, readPassports } from '@orientir/formats/passport';
import type { InputsRead } from '@orientir/formats/readers';
import { type School, SchoolRegistry } from '@orientir/formats/schools';
import { fileOnDisk } from '../input-files.js';
import { today } from '../today.js';

/**
 * Social passports and context forms that were named, and the record with their files in it.
 *
 * @param rules - whose indicators are read beside those of the form.
 * @throws {InputMissing}
 */
export async function passportsIn(
  paths: readonly string[],
  tally: Tally,
  record: InputsRead,
  rules: ContextRules | undefined,
): Promise<{ readonly passports: readonly SchoolPassport[]; readonly record: InputsRead }> {
  const counted = schoolsOf(tally);
  const passports: SchoolPassport[] = [];
  const files = [...record.files];
  const issues = [...record.issues];
  const seen = noPassportsSeen();
  for (const path of paths) {
    // By its name alone: what is written does not depend on where the data lie.
    const name = basename(path);
    const read = await readPassports(await fileOnDisk(path, name), name, {
      schoolOf: (login) => (record.schools.resolve(login) ?? counted.resolve(login))?.id,
      whyUnknown: (login) => record.schools.whyUnknown(login) ?? counted.whyUnknown(login),
      seen,
      indicators: rules?.indicators.map(({ id }) => id) ?? [],
    });
    passports.push(...read.passports, ...read.contextForms);
    files.push(read.file);
    issues.push(...read.issues);
  }
  return {
    passports: joinPassports(passports).map((of) => withSettlement(of, record.schools)),
    record: { ...record, files, issues },
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
    {
      whyUnknown: (login) => record.schools.whyUnknown(login) ?? counted.whyUnknown(login),
      today: today(),
    },
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
