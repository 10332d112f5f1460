import type {
  Deadline,
  LocalDate,
  ParsedDeadline,
  SchoolCalendar,
  SchoolYear,
} from '@orientir/core/calendar';
import { isLocalDate, parseDeadline, schoolYearOf } from '@orientir/core/calendar';
import { plainText } from './plain-text.js';
import type { PlanPlace } from './plan-issue.js';
import type { PlanIssueLog } from './plan-issue-log.js';
import { russianDate } from './russian-date.js';

/** What a row says about its deadline. */
export interface DeadlineCell {
  readonly text: string;
  /** Where a spreadsheet holds a date. */
  readonly date?: LocalDate;
  /** Dates in columns of their own. */
  readonly start?: string;
  readonly end?: string;
  /** What a published plan says beside the text. */
  readonly typed?: { readonly kind: string; readonly start?: string; readonly end?: string };
}

export interface DeadlineReaderOptions {
  readonly schoolYear: SchoolYear | undefined;
  /** The calendar year that the plan is for, where it is not for a school year. */
  readonly calendarYear: number | undefined;
  readonly calendars: readonly SchoolCalendar[];
  readonly asOf: LocalDate | undefined;
  /** Whether an August without a year is the one before the school year. */
  readonly opensInAugust: boolean;
}

/**
 * Reads the deadlines of one plan.
 *
 * Without a school year only what needs none is read: «до 01.10.2025», «постоянно». In a plan for a calendar year a
 * month lies in that year.
 */
export class DeadlineReader {
  readonly #options: DeadlineReaderOptions;
  readonly #log: PlanIssueLog;
  readonly #read = new Map<string, Reading>();

  constructor(options: DeadlineReaderOptions, log: PlanIssueLog) {
    this.#options = options;
    this.#log = log;
  }

  deadline(cell: DeadlineCell, place: PlanPlace): Deadline {
    const text = cell.text.trim();
    const { deadline, issues, yearMissing } = this.#reading(text);
    const typed = this.#typed(cell, text, deadline);
    if (typed !== undefined) {
      const bounds = boundsOf(deadline);
      const agrees = bounds === undefined || sameBounds(bounds, typed);
      if (cell.typed !== undefined) return agrees && deadline.kind === typed.kind ? deadline : typed;
      if (deadline.kind === 'none') return typed;
      const dates = [cell.start, cell.end].filter((each) => each !== undefined && each !== '').join(' – ');
      if (!agrees) {
        const parameters = { text: plainText(text), dates };
        this.#log.add({ ...place, code: 'deadline-differs', severity: 'warning', parameters });
      }
      return deadline;
    }
    if (yearMissing) {
      const parameters = { text: plainText(text) };
      this.#log.add({ ...place, code: 'deadline-needs-school-year', severity: 'warning', parameters });
    }
    for (const issue of issues) this.#log.addDeadline(issue, place);
    return deadline;
  }

  /** Whether a text alone is a deadline. */
  isDeadline(text: string): boolean {
    const { deadline, yearMissing } = this.#reading(text.trim());
    return deadline.kind !== 'none' || yearMissing;
  }

  #reading(text: string): Reading {
    const known = this.#read.get(text);
    if (known !== undefined) return known;
    const reading = this.#fresh(text);
    this.#read.set(text, reading);
    return reading;
  }

  #fresh(text: string): Reading {
    const { schoolYear, calendarYear } = this.#options;
    if (schoolYear !== undefined) return { ...this.#parse(text, schoolYear), yearMissing: false };
    const [one, other] = calendarYear === undefined ? ANY_YEARS : yearsAround(calendarYear);
    const first = this.#parse(text, one);
    const second = this.#parse(text, other);
    if (sameDeadline(first.deadline, second.deadline)) return { ...first, yearMissing: false };
    const within = [first, second].find(
      ({ deadline }) => calendarYear !== undefined && liesIn(deadline, calendarYear),
    );
    if (within !== undefined) return { ...within, yearMissing: false };
    return { deadline: { kind: 'none', raw: text, reason: 'not-understood' }, issues: [], yearMissing: true };
  }

  /** Lines of a cell are read as one text, and as a list where that gives no sense. */
  #parse(text: string, schoolYear: SchoolYear): ParsedDeadline {
    const { calendars, opensInAugust } = this.#options;
    const early = opensInAugust && /август/iu.test(text) ? `${schoolYear.slice(0, 4)}-08-01` : undefined;
    const asOf = this.#options.asOf ?? early;
    const options = { schoolYear, calendars, ...(asOf === undefined ? {} : { asOf }) };
    const oneLine = text.replace(/\s/gu, ' ');
    const parsed = parseDeadline(oneLine, options);
    const failed = parsed.deadline.kind === 'none' && text.includes('\n');
    const listed = failed ? parseDeadline(text.replace(/\s*\n\s*/gu, '; '), options) : parsed;
    const taken = listed.deadline.kind === 'none' ? parsed : listed;
    return { deadline: { ...taken.deadline, raw: text }, issues: taken.issues };
  }

  #typed({ typed, start, end, date }: DeadlineCell, raw: string, read: Deadline): Deadline | undefined {
    if (typed !== undefined) return dated(typed.kind, raw, localDate(typed.start), localDate(typed.end));
    const from = localDate(start);
    const to = localDate(end);
    if (from !== undefined || to !== undefined) return dated(undefined, raw, from, to);
    return date !== undefined && read.kind === 'none' ? dated('date', raw, date, date) : undefined;
  }
}

interface Reading extends ParsedDeadline {
  readonly yearMissing: boolean;
}

const ANY_YEARS: readonly [SchoolYear, SchoolYear] = ['2001/2002', '2014/2015'];

function yearsAround(year: number): readonly [SchoolYear, SchoolYear] {
  return [`${year - 1}/${year}`, `${year}/${year + 1}`];
}

function sameDeadline(one: Deadline, other: Deadline): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function liesIn(deadline: Deadline, year: number): boolean {
  const bounds = boundsOf(deadline);
  if (bounds === undefined) return false;
  const inYear = (date: LocalDate | undefined) => date === undefined || date.startsWith(`${year}-`);
  return inYear(bounds.start) && inYear(bounds.end);
}

/** First and last day of a deadline that has them. */
function boundsOf(deadline: Deadline): { readonly start?: LocalDate; readonly end?: LocalDate } | undefined {
  switch (deadline.kind) {
    case 'date':
    case 'range':
    case 'month':
    case 'schoolYear':
    case 'calendarYear':
    case 'openEnded':
      return deadline;
    case 'recurring':
    case 'ongoing':
    case 'relative':
      return deadline.window;
    default:
      return undefined;
  }
}

function sameBounds(one: { start?: LocalDate; end?: LocalDate }, typed: Deadline): boolean {
  const other = boundsOf(typed) ?? {};
  const start = other.start === undefined || one.start === undefined || one.start === other.start;
  return start && (other.end === undefined || one.end === undefined || one.end === other.end);
}

/** A deadline out of its kind and dates; absent for kinds that need more than dates. */
function dated(
  kind: string | undefined,
  raw: string,
  start?: LocalDate,
  end?: LocalDate,
): Deadline | undefined {
  // Dates that contradict each other say nothing; the text still does.
  if (start !== undefined && end !== undefined && end < start) return undefined;
  if (end === undefined) {
    return start === undefined || (kind !== undefined && kind !== 'openEnded')
      ? undefined
      : { kind: 'openEnded', raw, start };
  }
  if (start === undefined)
    return kind === undefined || kind === 'date' ? { kind: 'date', raw, end } : undefined;
  switch (kind) {
    case 'date':
    case 'range':
    case 'month':
    case 'calendarYear':
      return { kind, raw, start, end };
    case 'schoolYear':
      return { kind, raw, start, end, schoolYear: schoolYearOf(start) };
    case undefined:
      return start === end ? { kind: 'date', raw, start, end } : { kind: 'range', raw, start, end };
    default:
      return undefined;
  }
}

function localDate(text: string | undefined): LocalDate | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.trim();
  return isLocalDate(trimmed) ? trimmed : russianDate(trimmed);
}
