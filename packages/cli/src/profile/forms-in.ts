import type { LocalDate } from '@orientir/core/calendar';
import type { SchoolPassport } from '@orientir/core/context';
import type { Issue, SourceFile } from '@orientir/core/foundation';
import { rulesetsOf } from '@orientir/core/school-profile';
import type { NamedSchool } from '@orientir/formats/passport';
import { joinPassports, noPassportsSeen, readPassports } from '@orientir/formats/passport';
import type { ProfileForms } from '@orientir/formats/profile';
import { formKindsOf, ProfileReader } from '@orientir/formats/profile';
import type { InputFile } from '@orientir/formats/readers';
import type { School, UnknownSchool } from '@orientir/formats/schools';
import { distinctSchoolNames, readSchoolList, SchoolRegistry } from '@orientir/formats/schools';
import { schoolsOf } from '../analyze/school-facts-in.js';
import type { ResultsRead } from './results-in.js';

export interface FormsRead {
  readonly forms: ProfileForms;
  readonly passports: readonly SchoolPassport[];
  /** Names by id of the schools of a list. */
  readonly listed: ReadonlyMap<string, string>;
  readonly files: readonly SourceFile[];
  readonly issues: readonly Issue[];
}

/**
 * Reads forms, passports and lists of schools, each known by its header. Where neither a list nor results say which schools there
 * are, every id that a form has is a school.
 *
 * @param today - years and days after it are told.
 */
export async function formsIn(
  inputs: readonly InputFile[],
  results: ResultsRead,
  today: LocalDate,
): Promise<FormsRead> {
  const files: SourceFile[] = [];
  const issues: Issue[] = [];
  const lists: SchoolRegistry[] = [];
  const forms: InputFile[] = [];
  const passportFiles: InputFile[] = [];
  for (const input of inputs) {
    const kinds = await formKindsOf(input);
    if (kinds.has('passport')) passportFiles.push(input);
    if (kinds.has('schools')) {
      const list = await readSchoolList(input, input.name);
      lists.push(list.registry);
      files.push(list.file);
      for (const each of list.issues) issues.push(each);
    }
    const others = [...kinds].filter((kind) => kind !== 'passport' && kind !== 'schools');
    // What holds nothing that is known is told of there.
    if (others.length > 0 || kinds.size === 0) forms.push(input);
  }
  const counted = results.tally === undefined ? undefined : schoolsOf(results.tally);
  const known = [...lists, ...(counted === undefined ? [] : [counted]), ...atRisk(results, counted)];
  const schoolOf = (login: string): string | undefined => {
    if (known.length === 0) return login;
    for (const registry of known) {
      const school = registry.resolve(login);
      if (school !== undefined) return school.id;
    }
    return undefined;
  };
  const whyUnknown = (login: string): UnknownSchool | undefined => {
    for (const registry of known) {
      const why = registry.whyUnknown(login);
      if (why !== undefined) return why;
    }
    return undefined;
  };
  const social: SchoolPassport[] = [];
  const context: SchoolPassport[] = [];
  const refused: NamedSchool[] = [];
  const seen = noPassportsSeen();
  for (const input of passportFiles) {
    const read = await readPassports(input, input.name, { schoolOf, whyUnknown, seen });
    social.push(...read.passports);
    context.push(...read.contextForms);
    refused.push(...read.refused);
    files.push(read.file);
    for (const found of read.issues) {
      // The reader of the other forms looks at the same sheets.
      if (found.code !== 'sheet-not-recognised' || !forms.includes(input)) issues.push(found);
    }
  }
  const reader = new ProfileReader({
    schoolOf,
    whyUnknown,
    today,
    named: [...social, ...context].map(({ school }) => school),
    rulesets: rulesetsOf(results.risks),
  });
  for (const input of forms) await reader.read(input, input.name);
  // The form for context data is no social passport, and no stage of the diagnosis.
  const read = reader.finish(social, refused);
  // The first list that knows a school names it.
  const every = [
    ...new Map(
      lists
        .flatMap(({ schools }) => schools)
        .reverse()
        .map((school) => [school.id, school] as const),
    ).values(),
  ];
  return {
    forms: read.forms,
    passports: joinPassports([...social, ...context]),
    listed: new Map([...every.map(({ id }) => [id, id] as const), ...distinctSchoolNames(every)]),
    files: [...files, ...read.files],
    issues: [...issues, ...read.issues],
  };
}

/** Schools that only `risk.csv` knows, where there is no tally. */
function atRisk({ risks }: ResultsRead, counted: SchoolRegistry | undefined): readonly SchoolRegistry[] {
  if (counted !== undefined || risks.size === 0) return [];
  const schools = new Map<string, School>([...risks.keys()].map((id) => [id.toLowerCase(), { id }]));
  return [new SchoolRegistry([...schools.values()], schools)];
}
