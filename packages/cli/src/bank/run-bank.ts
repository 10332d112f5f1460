/**
 * `orientir bank`: the bank of deficits and achievements, asked and added to.
 *
 * @module
 */
import { join, resolve } from 'node:path';
import type { Issue, Language, SourceFile } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { BankEntry } from '@orientir/core/teacher-deficits';
import { entriesOfResults, TeacherBank } from '@orientir/core/teacher-deficits';
import { csvParts } from '@orientir/formats/csv';
import type { PersonRow } from '@orientir/formats/support';
import {
  BANK_SOURCE_WORDS,
  BLOCK_WORDS,
  bankTable,
  POLARITY_WORDS,
  readBank,
  readDeficitEntries,
  readPeople,
} from '@orientir/formats/support';
import { complainOfIssues } from '../complain-of-issues.js';
import { exists, readByName } from '../input-files.js';
import { writeFolder } from '../output-folder.js';
import { resultsOfTeachers } from '../results-of-teachers.js';
import { textsOf } from '../texts.js';
import { asksForHelp, languageOf } from '../typed-words.js';
import type { ExitStatus, Voice } from '../voice.js';
import type { BankArguments } from './bank-arguments.js';
import { parseBankArguments } from './bank-arguments.js';
import type { BankTexts } from './bank-texts.js';
import { bankTextsOf } from './bank-texts.js';

/** Runs one line. @throws {InputMissing} {CannotWrite} */
export async function runBank(words: readonly string[], voice: Voice): Promise<ExitStatus> {
  const language = languageOf(words);
  const texts = bankTextsOf(language);
  if (asksForHelp(words)) {
    voice.say(texts.help);
    return 0;
  }
  const options = parseBankArguments(words);
  switch (options.kind) {
    case 'bank':
      return bank(options, language, voice);
    case 'wrong':
      voice.complain(textsOf(language).problem(options.problem));
      return 2;
    case 'nothing-asked':
      voice.complain(texts.nothingAsked);
      return 2;
    case 'date-missing':
      voice.complain(texts.dateMissing);
      return 2;
    case 'people-missing':
      voice.complain(texts.peopleMissing);
      return 2;
  }
}

async function bank(options: BankArguments, language: Language, voice: Voice): Promise<ExitStatus> {
  const texts = bankTextsOf(language);
  const { file, people, add, results, date = '', query, out, force } = options;
  const folder = out === undefined ? undefined : join(out, 'private');
  const target = folder === undefined ? undefined : join(folder, BANK);
  if (target !== undefined && !force && (await exists(target)) && resolve(target) !== resolve(file ?? '')) {
    voice.complain(textsOf(language).fileExists(target));
    return 2;
  }
  const read = file === undefined ? undefined : await readByName(file, readBank);
  const given = people === undefined ? undefined : await readByName(people, readPeople);
  const tables = await Promise.all(
    add.map((path) => readByName(path, (source, name) => readDeficitEntries(source, name, date))),
  );
  const rows = given?.rows.map(({ value }) => value) ?? [];
  const supposed = results.length === 0 ? undefined : await supposedBy(options, rows, date, language, voice);
  if (supposed === 'nobody') {
    voice.complain(texts.noTeachersInResults);
    return 2;
  }
  const persons = rows.map(({ person }) => person);
  const before = new TeacherBank(persons, read?.rows.map(({ value }) => value) ?? []);
  const wanted = [
    ...tables.flatMap((table) => table.rows.map(({ value }) => value)),
    ...(supposed?.entries ?? []),
  ];
  const added = before.lacking(wanted);
  const whole = new TeacherBank(persons, [...before.find({}), ...added]);
  const parts = [read, given, ...tables].filter((each) => each !== undefined);
  const files: readonly SourceFile[] = [...parts.map((each) => each.file), ...(supposed?.files ?? [])];
  const issues: readonly Issue[] = [
    ...parts.flatMap((each) => each.issues),
    ...(given === undefined ? [] : strangers(whole, rows, given.file.file)),
    ...(supposed?.issues ?? []),
  ];
  const rejected = files.reduce((sum, { rowsRejected }) => sum + rowsRejected, 0);
  const isRefused = rejected > 0 || parts.some((each) => each.file.layout === '');
  if (whole.find({}).length === 0) {
    voice.complain(texts.notABank);
    complainOfIssues(issues, language, voice);
    return 2;
  }
  const found = whole.find(query);
  if (folder !== undefined && target !== undefined) {
    const table = (name: string, entries: readonly BankEntry[]) =>
      csvParts(bankTable(name, entries, (entry) => whole.confirmed(entry)));
    await writeFolder(
      folder,
      [
        { path: BANK, content: table('bank', whole.find({})) },
        { path: FOUND, content: table('found', found) },
      ],
      [BANK, FOUND],
    );
  }
  if (wanted.length > 0) voice.say(texts.added(added.length, wanted.length - added.length));
  if (wanted.length === 0 || Object.keys(query).length > 0) sayFound(found, whole, language, voice);
  if (target !== undefined) voice.say(texts.written(target));
  voice.say(texts.limit);
  if (rejected > 0) voice.complain(texts.refused(rejected));
  complainOfIssues(issues, language, voice);
  return isRefused ? 1 : 0;
}

const BANK = 'bank.csv';
const FOUND = 'found.csv';

/** What results suppose, as entries of the day. */
async function supposedBy(
  { results, file, people, add }: BankArguments,
  rows: readonly PersonRow[],
  date: string,
  language: Language,
  voice: Voice,
): Promise<
  | 'nobody'
  | {
      readonly entries: readonly BankEntry[];
      readonly files: readonly SourceFile[];
      readonly issues: readonly Issue[];
    }
> {
  const beside = [file, people, ...add].filter((path) => path !== undefined);
  const { record, deficitsOf } = await resultsOfTeachers(results, beside, language, voice);
  const deficits = deficitsOf(
    rows.flatMap(({ person: { id, school, subjects }, classes }) =>
      (subjects.length === 0 ? [undefined] : subjects).map((subject) => ({
        teacher: id,
        ...(school === undefined ? {} : { school }),
        ...(subject === undefined ? {} : { subject }),
        classes,
      })),
    ),
  );
  if (deficits === undefined) return 'nobody';
  return { entries: entriesOfResults(deficits, date), files: record.files, issues: record.issues };
}

/** People whom the table of people does not have. */
function strangers(whole: TeacherBank, rows: readonly PersonRow[], file: string): readonly Issue[] {
  const known = new Set(rows.map(({ person }) => person.id));
  const unknown = new Set(whole.find({}).flatMap(({ person }) => (known.has(person) ? [] : [person])));
  return [...unknown].map((person) => issue('bank-person-unknown', 'warning', { file }, { person }));
}

const SHOWN = 40;

function sayFound(found: readonly BankEntry[], whole: TeacherBank, language: Language, voice: Voice): void {
  const texts = bankTextsOf(language);
  if (found.length === 0) {
    voice.say(texts.nothingFound);
    return;
  }
  voice.say(texts.found(found.length, new Set(found.map(({ person }) => person)).size));
  const rows = found.slice(0, SHOWN).map((entry) => cellsOf(entry, whole.confirmed(entry), texts, language));
  const widths = texts.columns.map((header, c) =>
    Math.max(header.length, ...rows.map((cells) => cells[c]?.length ?? 0)),
  );
  for (const cells of [texts.columns, ...rows])
    voice.say(
      cells
        .map((cell, c) => cell.padEnd(widths[c] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  if (found.length > SHOWN) voice.say(texts.more(found.length - SHOWN));
  if (found.some((entry) => !whole.confirmed(entry))) voice.say(texts.order);
  if (found.some(({ source, polarity }) => source === 'results' && polarity === 'achievement'))
    voice.say(texts.beside);
}

function cellsOf(
  { person, polarity, about, severity, source, date, until }: BankEntry,
  isConfirmed: boolean,
  texts: BankTexts,
  language: Language,
): readonly string[] {
  return [
    person,
    POLARITY_WORDS[polarity][language],
    about.kind === 'block'
      ? BLOCK_WORDS[about.block][language]
      : about.subject === ''
        ? about.topic
        : `${about.subject}: ${about.topic}`,
    severity === undefined ? '' : String(severity),
    `${BANK_SOURCE_WORDS[source][language]}${isConfirmed ? '' : ` ${texts.guess}`}`,
    date,
    until ?? '',
  ];
}
