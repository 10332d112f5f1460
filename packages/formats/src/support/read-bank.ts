/**
 * The bank of deficits and achievements, the people in it, and tables of deficits as new entries.
 *
 * @module
 */
import type { Table } from '@orientir/core/analysis';
import { issue } from '@orientir/core/foundation';
import type { BankEntry, BankPerson } from '@orientir/core/teacher-deficits';
import { DIAGNOSTIC_BLOCKS } from '@orientir/core/teacher-deficits';
import type { ByteSource } from '../byte-source.js';
import type { FormColumn } from '../forms/form-columns.js';
import { readChoice } from '../forms/read-choice.js';
import type { FormRead, FormRow } from '../forms/read-form.js';
import { readForm } from '../forms/read-form.js';
import { SeenRows } from '../forms/seen-rows.js';
import {
  BANK_COLUMNS,
  BANK_DATE,
  BANK_SEVERITY,
  BANK_SOURCE,
  BANK_SOURCE_WORDS,
  BANK_SOURCES,
  BANK_SUBJECT,
  BANK_TOPIC,
  BLOCK,
  BLOCK_WORDS,
  CATEGORIES,
  CATEGORY,
  CATEGORY_WORDS,
  EVIDENCE,
  GRADES,
  PEOPLE_COLUMNS,
  PERSON,
  POLARITIES,
  POLARITY,
  POLARITY_WORDS,
  ROLE,
  ROLE_WORDS,
  ROLES,
  SINCE,
  SUBJECTS,
  UNTIL,
} from './bank-columns.js';
import {
  CLASSES,
  GROUP_COLUMNS,
  SCHOOL,
  SEVERITY,
  SOURCE,
  SUBJECT,
  TEACHER,
  TOPIC,
} from './support-columns.js';

/** A bank. A row that cannot be is refused and named. Never throws for what is in the file. */
export function readBank(source: ByteSource, file: string): Promise<FormRead<BankEntry>> {
  return readForm(source, file, {
    layout: 'bank',
    columns: BANK_COLUMNS,
    required: [PERSON, POLARITY, BANK_SOURCE, BANK_DATE],
    passedOver: ['confirmed'],
    read: (row): BankEntry | undefined => {
      const person = row.needed(PERSON);
      const polarity = readChoice(row, POLARITY, POLARITIES, POLARITY_WORDS);
      const about = aboutOf(row);
      const severity = row.text(BANK_SEVERITY) === '' ? undefined : row.degree(BANK_SEVERITY);
      const from = readChoice(row, BANK_SOURCE, BANK_SOURCES, BANK_SOURCE_WORDS);
      row.needed(BANK_DATE);
      const date = row.date(BANK_DATE);
      const until = row.date(UNTIL);
      if (date !== undefined && until !== undefined && until <= date)
        row.issues.push(
          issue('profile-too-early', 'error', row.placeOf(UNTIL), {
            date: until,
            before: 'date',
            beforeRu: 'дата',
            beforeDate: date,
          }),
        );
      if (
        row.isRefused ||
        polarity === undefined ||
        from === undefined ||
        about === undefined ||
        date === undefined
      )
        return undefined;
      return {
        person,
        polarity,
        about,
        ...(severity === undefined || polarity === 'achievement' ? {} : { severity }),
        source: from,
        date,
        ...(until === undefined ? {} : { until }),
        evidence: row.list(EVIDENCE),
      };
    },
  });
}

/** A person, and the classes that a table of teachers names. */
export interface PersonRow {
  readonly person: BankPerson;
  readonly classes: readonly string[];
}

/** People of a bank, from their own form or the table of teachers. */
export function readPeople(source: ByteSource, file: string): Promise<FormRead<PersonRow>> {
  const seen = new SeenRows();
  return readForm(source, file, {
    layout: 'people',
    columns: [...PEOPLE_COLUMNS, TEACHER, SUBJECT, CLASSES],
    required: [],
    anyOf: [PERSON, TEACHER],
    passedOver: ['limit', 'slots', 'hours', 'locked'],
    read: (row): PersonRow | undefined => {
      const id = row.text(TEACHER) === '' ? row.needed(PERSON) : row.text(TEACHER);
      const before = seen.before(id, row.place);
      if (before !== undefined)
        row.issues.push(
          issue('support-duplicate', 'error', row.placeOf(PERSON), { columns: PERSON.id, ...before }),
        );
      const role = row.text(ROLE) === '' ? 'teacher' : readChoice(row, ROLE, ROLES, ROLE_WORDS);
      const school = row.text(SCHOOL);
      const grades = gradesOf(row);
      const category =
        row.text(CATEGORY) === '' ? undefined : readChoice(row, CATEGORY, CATEGORIES, CATEGORY_WORDS);
      const since = row.date(SINCE);
      if (category !== undefined && since === undefined) row.needed(SINCE);
      const groups = GROUP_COLUMNS.filter((column) => row.flag(column)).map((column) => column.id);
      if (row.isRefused || role === undefined) return undefined;
      seen.add(id, row.place);
      const person: BankPerson = {
        id,
        role,
        ...(school === '' ? {} : { school }),
        subjects: [...new Set([...row.list(SUBJECTS), ...row.list(SUBJECT)])],
        grades,
        groups,
        ...(category === undefined || since === undefined ? {} : { qualification: { category, since } }),
      };
      return { person, classes: row.list(CLASSES) };
    },
  });
}

/**
 * Rows of a table of deficits as entries of a day: those of a form, and of `private/deficits.csv`, whose rows without a
 * severity say nothing. The subject stands in the notes of the latter; a source in other words is what the person said.
 */
export function readDeficitEntries(
  source: ByteSource,
  file: string,
  date: string,
): Promise<FormRead<BankEntry>> {
  return readForm(source, file, {
    layout: 'deficits',
    columns: [TEACHER, TOPIC, SEVERITY, SOURCE, REASON, NOTE],
    required: [TEACHER, TOPIC, SEVERITY],
    passedOver: ['probability', 'n'],
    read: (row): BankEntry | undefined => {
      const person = row.needed(TEACHER);
      const topic = row.needed(TOPIC);
      if (row.text(SEVERITY) === '' && row.text(REASON) !== '') return undefined;
      const severity = row.degree(SEVERITY);
      if (severity === undefined || row.isRefused) return undefined;
      const from = sourceOf(row.text(SOURCE));
      const block =
        from === 'diagnostics' ? DIAGNOSTIC_BLOCKS.find((each) => each === topic.toLowerCase()) : undefined;
      return {
        person,
        polarity: 'deficit',
        about:
          block === undefined
            ? { kind: 'topic', topic, subject: /(?:^|;)subject:([^;]*)/.exec(row.text(NOTE))?.[1] ?? '' }
            : { kind: 'block', block },
        severity,
        source: from,
        date,
        evidence: [file],
      };
    },
  });
}

/** Entries as the table that {@link readBank} reads; `confirmed` is for people: yes, or a guess of results that waits for it. */
export function bankTable(
  name: string,
  entries: readonly BankEntry[],
  isConfirmed: (entry: BankEntry) => boolean,
): Table {
  return {
    name,
    columns: [...BANK_COLUMNS.map(({ id }) => id), 'confirmed'].map((id) => ({
      id,
      kind: id === BANK_SEVERITY.id ? 'count' : 'text',
    })),
    rows: entries.map((entry) => [
      entry.person,
      entry.polarity,
      entry.about.kind === 'topic' ? entry.about.topic : undefined,
      entry.about.kind === 'topic' && entry.about.subject !== '' ? entry.about.subject : undefined,
      entry.about.kind === 'block' ? entry.about.block : undefined,
      entry.severity,
      entry.source,
      entry.date,
      entry.until,
      entry.evidence.join('|') || undefined,
      isConfirmed(entry) ? 'yes' : 'no',
    ]),
  };
}

function aboutOf(row: FormRow): BankEntry['about'] | undefined {
  const topic = row.text(BANK_TOPIC);
  if (topic !== '') return { kind: 'topic', topic, subject: row.text(BANK_SUBJECT) };
  if (row.text(BLOCK) === '') {
    row.needed(BANK_TOPIC);
    return undefined;
  }
  const block = readChoice(row, BLOCK, DIAGNOSTIC_BLOCKS, BLOCK_WORDS);
  return block === undefined ? undefined : { kind: 'block', block };
}

/** Grades of the cell, or else of the classes that the table of teachers names. */
function gradesOf(row: FormRow): readonly number[] {
  const found = row
    .list(GRADES)
    .flatMap((part) => gradesIn(part) ?? [Number.NaN])
    .concat(row.list(CLASSES).flatMap((each) => gradesIn(/^\d{1,2}/.exec(each)?.[0] ?? '') ?? []));
  if (found.some(Number.isNaN))
    row.issues.push(
      issue('profile-word-unknown', 'error', row.placeOf(GRADES), {
        column: GRADES.id,
        found: row.text(GRADES),
        allowed: '1…12, 7|8, 7–8',
      }),
    );
  return [...new Set(found)].sort((one, other) => one - other);
}

/** `7`, `7-8`, `7–8`; absent for anything else. */
export function gradesIn(text: string): readonly number[] | undefined {
  const [, first, last = first] = /^(\d{1,2})(?:\s*[-–—]\s*(\d{1,2}))?$/.exec(text.trim()) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first === undefined || from < 1 || to > MOST_GRADE || from > to) return undefined;
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

const MOST_GRADE = 12;

function sourceOf(text: string): BankEntry['source'] {
  const plain = text.toLowerCase();
  const named = BANK_SOURCES.find((each) => plain === each || plain === BANK_SOURCE_WORDS[each].ru);
  return named ?? (/диагност|diagnos/.test(plain) ? 'diagnostics' : 'self');
}

const REASON: FormColumn = { id: 'reason', also: 'почему нет значения', ru: '', en: '', example: '' };
const NOTE: FormColumn = { id: 'note', also: 'пометка', ru: '', en: '', example: '' };
