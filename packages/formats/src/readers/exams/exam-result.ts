/**
 * One row of a protocol as a result. Names of pupils go into a hash here and no further; numbers of documents are not
 * looked at.
 *
 * @module
 */
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { readMarkCell } from '../mark-cell.js';
import { shown } from '../point-cell.js';
import { hashText } from '../seen-pupils.js';
import type { LongAnswer } from './answer-mask.js';
import { parseLongMask, parseShortMask } from './answer-mask.js';
import type { NamedExam } from './exam-line.js';
import { parseExamCell } from './exam-line.js';
import type { ExamProgramme } from './exam-subject.js';
import { BASIC_MATHEMATICS, examSubject } from './exam-subject.js';
import { programmeOf } from './protocol-header.js';
import type { ProtocolRow } from './walk-protocol.js';

/** Which exam a row belongs to. */
export interface ExamWork {
  readonly programme: ExamProgramme;
  readonly subject: string;
  readonly year: number;
  readonly grade: number;
}

/** A row without an error of its own. */
export interface ExamResult {
  readonly work: ExamWork;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly isAppeal: boolean;
  readonly school: string;
  /** Hash of the pupil: participant code within the school, or class and name where the list has no codes. */
  readonly pupil: string;
  readonly hasCode: boolean;
  /** School and name, hashed; absent where the list has no names. */
  readonly name?: string;
  readonly short: readonly number[];
  readonly long: readonly LongAnswer[];
  /** Primary score as printed. */
  readonly total?: number;
  /** Test score 0 to 100 as printed. */
  readonly score?: number;
  readonly mark: number;
}

export type ReadResult =
  | { readonly kind: 'result'; readonly result: ExamResult; readonly warnings: readonly Issue[] }
  | { readonly kind: 'refused'; readonly errors: readonly Issue[] }
  /** The table names no exam that we know; one issue for all its rows, at the line above it. */
  | { readonly kind: 'unclear'; readonly error: Issue };

/** @param fallback - exam that the path of the file names. @param school - school of lists that have no column for it. */
export function readExamResult(
  row: ProtocolRow,
  place: Place,
  fallback: NamedExam | undefined,
  school: string,
): ReadResult {
  const at = (column: string | undefined, of = row.row): Place => ({
    ...place,
    row: of + 1,
    ...(column === undefined ? {} : { column }),
  });
  const cell = row.text('exam');
  const own = cell === '' ? undefined : parseExamCell(cell);
  const named = own ?? row.exam?.named ?? fallback;
  const programme = programmeOf(row.header, row.text('class'));
  const subject = named === undefined || programme === undefined ? undefined : examSubject(named, programme);
  if (named === undefined || programme === undefined || subject === undefined) {
    const found = shownExam(named, programme);
    const where =
      row.exam === undefined || own !== undefined
        ? at(row.column('exam'))
        : at(row.exam.column, row.exam.row);
    return { kind: 'unclear', error: issue('exam-unclear', 'error', where, { found }) };
  }
  const errors: Issue[] = [];
  const warnings: Issue[] = [];
  const short = parseShortMask(row.text('short'));
  const long = parseLongMask(row.text('long'));
  if (short === undefined) {
    const found = shown(row.text('short'));
    errors.push(issue('mask-malformed', 'error', at(row.column('short')), { found }));
  }
  if (long === undefined) {
    const found = shown(row.text('long'));
    errors.push(issue('mask-malformed', 'error', at(row.column('long')), { found }));
  }
  const code = row.text('pupil');
  const name = ['surname', 'firstName', 'secondName'] as const;
  const fullName = name.map((role) => row.text(role)).join(' ');
  if (code === '' && fullName.trim() === '') {
    errors.push(issue('pupil-missing', 'error', at(row.column('pupil') ?? row.column('surname')), {}));
  }
  if (school === '' && row.header.roles.has('school')) {
    errors.push(issue('school-missing', 'error', at(row.column('school')), {}));
  }
  const total = pointsIn(row.text('total'));
  if (Number.isNaN(total)) {
    const found = shown(row.text('total'));
    errors.push(issue('points-not-a-number', 'error', at(row.column('total')), { item: 'Σ', found }));
  }
  if (short === undefined || long === undefined || errors.length > 0) return { kind: 'refused', errors };
  const score = subject === BASIC_MATHEMATICS ? undefined : scoreIn(row, at, warnings);
  const result: ExamResult = {
    work: { programme, subject, year: Number(named.date.slice(0, 4)), grade: programme === 'ОГЭ' ? 9 : 11 },
    date: named.date,
    isAppeal: row.header.kind === 'exam-appeals',
    school,
    pupil: code === '' ? hashed(school, row.text('class'), plainName(fullName)) : hashed(school, code),
    hasCode: code !== '',
    ...(fullName.trim() === '' ? {} : { name: hashed(school, plainName(fullName)) }),
    short,
    long,
    ...(total === undefined ? {} : { total }),
    ...(score === undefined ? {} : { score }),
    mark: markIn(row, subject, at, warnings),
  };
  return { kind: 'result', result, warnings };
}

function markIn(
  row: ProtocolRow,
  subject: string,
  at: (column: string | undefined) => Place,
  warnings: Issue[],
): number {
  const role = row.header.roles.has('mark') || subject !== BASIC_MATHEMATICS ? 'mark' : 'score';
  const mark = readMarkCell(row.text(role));
  if (typeof mark === 'number') return mark;
  warnings.push(issue('mark-invalid', 'warning', at(row.column(role)), mark));
  return 0;
}

/** The test score; absent for an empty cell and, with a warning, for what is none. */
function scoreIn(
  row: ProtocolRow,
  at: (column: string | undefined) => Place,
  warnings: Issue[],
): number | undefined {
  const text = row.text('score');
  const score = pointsIn(text);
  if (score === undefined) return undefined;
  if (Number.isInteger(score) && score <= 100) return score;
  warnings.push(issue('test-score-invalid', 'warning', at(row.column('score')), { found: shown(text) }));
  return undefined;
}

/** A number of points; absent for an empty cell, `NaN` for what is no number. */
function pointsIn(text: string): number | undefined {
  if (text === '' || /^[-–—]$/.test(text)) return undefined;
  return /^\d{1,4}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
}

function hashed(...parts: readonly string[]): string {
  const { high, low } = hashText(JSON.stringify(parts));
  return `${high.toString(36)}.${low.toString(36)}`;
}

function shownExam(named: NamedExam | undefined, programme: ExamProgramme | undefined): string {
  if (named === undefined) return '?';
  return [programme ?? '?', named.code ?? '', shown(named.name), named.date]
    .filter((part) => part !== '')
    .join(', ');
}
