import type { Deadline } from '../calendar/deadline.js';
import { calendarsFor } from '../calendar/default-calendar.js';
import { toLocalDate } from '../calendar/local-date.js';
import { periodsOf } from '../calendar/school-calendar.js';
import { firstYearOf } from '../calendar/school-year.js';
import { formatDeadline } from '../calendar/wording/format-deadline.js';
import type { DraftContext } from './draft-context.js';

/** The last day of the first half-year, or of lessons, by the school calendar. */
export function dateBy(
  time: 'midYear' | 'endOfYear',
  { year, calendars = [] }: Pick<DraftContext, 'year' | 'calendars'>,
): string {
  const halves = calendarsFor(calendars, firstYearOf(year))
    .map((calendar) => periodsOf(calendar, 'half-year'))
    .find((periods) => periods.length === 2);
  const end = (time === 'midYear' ? halves?.[0] : halves?.[1])?.end;
  if (end !== undefined) return toLocalDate(end);
  const first = firstYearOf(year);
  return time === 'midYear' ? `${first}-12-31` : `${first + 1}-05-26`;
}

/** «до …» as a deadline, in the language of the draft. */
export function deadlineBy(
  time: 'midYear' | 'endOfYear',
  context: Pick<DraftContext, 'year' | 'calendars' | 'language'>,
): Deadline {
  const end = dateBy(time, context);
  const raw = formatDeadline({ kind: 'date', raw: '', end }, context.language).replace(/ г\.$/, '\u00a0г.');
  return { kind: 'date', raw, end };
}
