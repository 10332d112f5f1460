/**
 * `orientir staff`: attendance of conferences, burnout of groups, and how many teachers may be needed.
 *
 * @module
 */
import { parseSchoolYear } from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';
import { conferenceAttendance, staffingOutlook } from '@orientir/core/support';
import { burnoutSummary } from '@orientir/core/teacher-deficits';
import { csvParts } from '@orientir/formats/csv';
import type { StaffFigures } from '@orientir/formats/support';
import {
  assumptionsOf,
  readBurnout,
  readConferences,
  readStaffing,
  staffTables,
  staffWorkbook,
} from '@orientir/formats/support';
import { complainOfIssues } from '../complain-of-issues.js';
import { readByName } from '../input-files.js';
import { refuseForeignFolder, writeFolder } from '../output-folder.js';
import { textsOf } from '../texts.js';
import type { Problem } from '../typed-words.js';
import { asksForHelp, languageOf, languageProblem, typedWords } from '../typed-words.js';
import type { ExitStatus, Voice } from '../voice.js';
import type { StaffTexts } from './staff-texts.js';
import { staffTextsOf } from './staff-texts.js';

interface StaffArguments {
  readonly kind: 'staff';
  readonly conferences: string | undefined;
  readonly burnout: string | undefined;
  readonly staffing: { readonly file: string; readonly now: string } | undefined;
  readonly out: string;
  readonly force: boolean;
}

type Parsed =
  | StaffArguments
  | { readonly kind: 'nothing-asked' | 'year-missing' }
  | { readonly kind: 'wrong'; readonly problem: Problem };

const OPTIONS = {
  conferences: { type: 'string' },
  burnout: { type: 'string' },
  staffing: { type: 'string' },
  'school-year': { type: 'string' },
  out: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

const NAMES = ['staff.xlsx', 'attendance.csv', 'burnout.csv', 'staffing.csv'];

/** Runs one line. @throws {InputMissing} {FolderNotOurs} {CannotWrite} */
export async function runStaff(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const language = languageOf(words);
  const texts = staffTextsOf(language);
  if (asksForHelp(words)) {
    voice.say(texts.help);
    return 0;
  }
  const options = parseStaffArguments(words);
  switch (options.kind) {
    case 'staff':
      return staff(options, language, voice);
    case 'nothing-asked':
      voice.complain(texts.nothingAsked);
      return 2;
    case 'year-missing':
      voice.complain(texts.yearMissing);
      return 2;
    case 'wrong':
      voice.complain(textsOf(language).problem(options.problem));
      return 2;
  }
}

function parseStaffArguments(words: readonly string[]): Parsed {
  const parsed = typedWords(words, OPTIONS);
  if ('kind' in parsed) return { kind: 'wrong', problem: parsed };
  const { conferences, burnout, staffing, 'school-year': year, out, lang = 'ru' } = parsed.values;
  const wrong = (option: string, found: string, allowed: string): Parsed => ({
    kind: 'wrong',
    problem: { kind: 'wrong-value', option, found, allowed },
  });
  const wrongLanguage = languageProblem(lang);
  if (wrongLanguage !== undefined) return { kind: 'wrong', problem: wrongLanguage };
  const now = year === undefined ? undefined : parseSchoolYear(year);
  if (year !== undefined && now === undefined) return wrong('--school-year', year, '2026/2027');
  if (conferences === undefined && burnout === undefined && staffing === undefined)
    return { kind: 'nothing-asked' };
  if (staffing !== undefined && now === undefined) return { kind: 'year-missing' };
  if (out === undefined) return { kind: 'wrong', problem: { kind: 'missing', what: 'out' } };
  return {
    kind: 'staff',
    conferences,
    burnout,
    staffing: staffing === undefined || now === undefined ? undefined : { file: staffing, now },
    out,
    force: parsed.values.force === true,
  };
}

async function staff(
  { conferences, burnout, staffing, out, force }: StaffArguments,
  language: Language,
  voice: Voice,
): Promise<ExitStatus> {
  const texts = staffTextsOf(language);
  await refuseForeignFolder(out, force, NAMES.slice(0, 1));
  const invited = conferences === undefined ? undefined : await readByName(conferences, readConferences);
  const answers = burnout === undefined ? undefined : await readByName(burnout, readBurnout);
  const posts = staffing === undefined ? undefined : await readByName(staffing.file, readStaffing);
  const read = [invited, answers, posts].filter((each) => each !== undefined);
  const issues = read.flatMap((each) => each.issues);
  const rejected = read.reduce((sum, { file }) => sum + file.rowsRejected, 0);
  if (read.every(({ rows }) => rows.length === 0)) {
    voice.complain(texts.nothing);
    complainOfIssues(issues, language, voice);
    return 2;
  }
  const rows = posts?.rows.map(({ value }) => value) ?? [];
  const figures: StaffFigures = {
    ...(invited === undefined || invited.rows.length === 0
      ? {}
      : { attendance: conferenceAttendance(invited.rows.map(({ value }) => value)) }),
    ...(answers === undefined || answers.rows.length === 0
      ? {}
      : { burnout: burnoutSummary(answers.rows.map(({ value }) => value)) }),
    ...(staffing === undefined || rows.length === 0
      ? {}
      : { staffing: { rows, outlook: staffingOutlook(rows), now: staffing.now } }),
  };
  await writeFolder(
    out,
    [
      ...staffTables(figures).map((table) => ({ path: `${table.name}.csv`, content: csvParts(table) })),
      { path: 'staff.xlsx', content: staffWorkbook(figures, language) },
    ],
    NAMES,
  );
  sayFigures(figures, texts, language, voice);
  voice.say(texts.written(out));
  if (rejected > 0) voice.complain(texts.refused(rejected));
  complainOfIssues(issues, language, voice);
  return rejected > 0 || read.some(({ file }) => file.layout === '') ? 1 : 0;
}

function sayFigures(
  { attendance, burnout, staffing }: StaffFigures,
  texts: StaffTexts,
  language: Language,
  voice: Voice,
): void {
  if (attendance !== undefined)
    voice.say(texts.attendance(attendance.schools.length, attendance.conferences.length));
  if (burnout !== undefined) {
    const hidden = burnout.groups.filter(({ mean }) => mean.kind === 'missing').length;
    voice.say(texts.burnout(burnout.groups.length, hidden));
  }
  if (staffing === undefined) return;
  const without = staffing.outlook.filter(({ kind }) => kind === 'missing').length;
  voice.say(texts.outlook(staffing.outlook.length - without, without));
  voice.say(texts.assumptions);
  for (const row of staffing.rows) voice.say(texts.said(row.subject, assumptionsOf(row, language)));
}
