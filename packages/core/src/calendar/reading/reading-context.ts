/**
 * What a text is read against: the plan's year, the calendars, and the list of what was wrong.
 *
 * @module
 */
import type { DeadlineIssue, DeadlineIssueCode } from '../deadline-issue.js';
import { calendarsFor } from '../default-calendar.js';
import { toDay } from '../local-date.js';
import type { DaySpan, PeriodKind, SchoolBreak, SchoolCalendar } from '../school-calendar.js';
import { breaksOf, periodsOf } from '../school-calendar.js';
import type { TextSpan } from './expressions.js';
import type { TokenisedText } from './tokens.js';
import { sourceWords } from './tokens.js';

/** Everything a reader needs beside the words. */
export class ReadingContext {
  readonly issues: DeadlineIssue[] = [];
  readonly text: TokenisedText;
  /** The calendar year in which the plan's school year begins. */
  readonly planYear: number;
  /** The day on which the plan was written, if known. */
  readonly asOf: number | undefined;
  readonly #calendars: readonly SchoolCalendar[];

  constructor(
    text: TokenisedText,
    planYear: number,
    calendars: readonly SchoolCalendar[],
    asOf: number | undefined,
  ) {
    this.text = text;
    this.planYear = planYear;
    this.#calendars = calendars;
    this.asOf = asOf;
  }

  /** Notes a defect; returns `undefined` so that a reader can end with it. */
  report(code: DeadlineIssueCode, span: TextSpan, severity: DeadlineIssue['severity'] = 'error'): undefined {
    this.issues.push({ code, severity, ...sourceWords(this.text, span.from, span.to) });
    return undefined;
  }

  /** Periods of one kind in a school year, from the first calendar that has them. */
  periods(kind: PeriodKind, firstYear: number, span: TextSpan): readonly DaySpan[] {
    return this.#firstOf(firstYear, span, (calendar) => periodsOf(calendar, kind));
  }

  /** Breaks of one season in a school year. */
  breaks(season: SchoolBreak['name'] | undefined, firstYear: number, span: TextSpan): readonly DaySpan[] {
    return this.#firstOf(firstYear, span, (calendar) => breaksOf(calendar, season));
  }

  /** First and last day of lessons. */
  lessons(firstYear: number, span: TextSpan): DaySpan {
    const [found] = this.#firstOf(firstYear, span, ({ start, end }) => [
      { start: toDay(start), end: toDay(end) },
    ]);
    return found ?? { start: 0, end: 0 };
  }

  #firstOf(
    firstYear: number,
    span: TextSpan,
    spansOf: (calendar: SchoolCalendar) => readonly DaySpan[],
  ): readonly DaySpan[] {
    for (const calendar of calendarsFor(this.#calendars, firstYear)) {
      const spans = spansOf(calendar);
      if (spans.length === 0) continue;
      if (
        calendar.verification === 'unverified' &&
        !this.issues.some((each) => each.code === 'calendar-nominal')
      ) {
        this.report('calendar-nominal', span, 'warning');
      }
      return spans;
    }
    return [];
  }
}
