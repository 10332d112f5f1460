/**
 * The plan as a calendar that other programs take over.
 *
 * @module
 */
import { isLocalDate, rruleOf, schoolYearBounds } from '@orientir/core/calendar';
import type { Measure, RoadMap } from '@orientir/core/road-map';
import { PLAN_FIELDS } from '@orientir/core/road-map';
import { deadlineDays, dueDays, hasRealDays, yearOfPlan } from './deadline-days.js';
import { fieldText } from './field-text.js';
import { icsLines, icsText } from './ics-lines.js';
import { daysBetween, nextDay, shortDate } from './plan-date.js';
import { planTitle } from './plan-heading.js';
import type { PlanWritingOptions } from './plan-writing-options.js';
import { writingWords } from './writing-words.js';

export interface PlanIcsOptions extends PlanWritingOptions {
  /**
   * The day of the file, `YYYY-MM-DD`.
   *
   * @defaultValue the day of the plan's latest event, otherwise the first day of its school year
   */
  readonly stamp?: string;
}

export interface PlanCalendar {
  /** The file, RFC 5545. */
  readonly text: string;
  readonly events: number;
  /** Measures without a day: they go on all the time, depend on something, or have no deadline. */
  readonly leftOut: number;
}

/**
 * All-day events of the measures that have days. «до X» is an event on X; a stretch of up to 31 days is one event from
 * its first to its last day, a longer one an event on its last day; what recurs has a rule up to the end of the school
 * year, or the list of its days where no rule says them.
 *
 * Same plan, same text: ids of events follow from those of plan and measure.
 */
export function planIcs(plan: RoadMap, options: PlanIcsOptions): PlanCalendar {
  const stamp = compact(options.stamp ?? defaultStamp(plan));
  const title = planTitle(plan, options.language);
  const events = plan.measures.flatMap((measure) => {
    const days = eventDays(plan, measure, options);
    return days === undefined ? [] : [event(plan, measure, { days, stamp, options })];
  });
  const text = icsLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Orientir//Road map ${plan.version}//${options.language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsText(title)}`,
    ...events.flat(),
    'END:VCALENDAR',
  ]);
  return { text, events: events.length, leftOut: plan.measures.length - events.length };
}

/** When an event is, and how it repeats. */
interface EventDays {
  readonly start: string;
  /** Last day, included. */
  readonly end: string;
  /** Lines that repeat the event. */
  readonly repeats: readonly string[];
  /** A stretch that is too long to be shown as such. */
  readonly stretch?: { readonly start: string; readonly end: string };
}

const LONGEST_STRETCH = 31;

function eventDays(plan: RoadMap, { deadline }: Measure, options: PlanIcsOptions): EventDays | undefined {
  if (!hasRealDays(deadline)) return undefined;
  const schoolYear = yearOfPlan(plan);
  switch (deadline.kind) {
    case 'date':
    case 'range':
    case 'month':
    case 'schoolYear':
    case 'calendarYear': {
      const { end, start = end } = deadline;
      if (start > end) return { start: end, end, repeats: [] };
      return daysBetween(start, end) > LONGEST_STRETCH
        ? { start: end, end, repeats: [], stretch: { start, end } }
        : { start, end, repeats: [] };
    }
    case 'recurring': {
      const due = [...new Set(dueDays(deadline, schoolYear, options).map((each) => each.due))];
      const [first, ...others] = due;
      if (first === undefined) return undefined;
      const rule = rruleOf(deadline)?.replace(/;UNTIL=\d+$/, '');
      if (rule !== undefined && schoolYear !== undefined) {
        const { end } = schoolYearBounds(schoolYear);
        const last = deadlineDays(deadline).end ?? end;
        const until = compact(last < end ? last : end);
        return { start: first, end: first, repeats: [`RRULE:${rule};UNTIL=${until}`] };
      }
      const list = others.map(compact).join(',');
      return { start: first, end: first, repeats: list === '' ? [] : [`RDATE;VALUE=DATE:${list}`] };
    }
    default:
      return undefined;
  }
}

function event(
  plan: RoadMap,
  measure: Measure,
  {
    days,
    stamp,
    options: { language },
  }: { readonly days: EventDays; readonly stamp: string; readonly options: PlanIcsOptions },
): readonly string[] {
  const of = (field: 'number' | 'text' | 'deadline' | 'responsible') =>
    fieldText(measure, field, { language, marks: new Map() });
  const text = of('text').replace(/\s+/g, ' ').trim();
  const short = shortened(text);
  const number = of('number').trim();
  const { stretch } = days;
  const description = [
    ...(short === text ? [] : [text]),
    labelled(PLAN_FIELDS.responsible[language], of('responsible').replaceAll('\n', '; ')),
    labelled(PLAN_FIELDS.deadline[language], of('deadline')),
    stretch === undefined
      ? ''
      : labelled(
          writingWords(language).period,
          `${shortDate(stretch.start, language)} – ${shortDate(stretch.end, language)}`,
        ),
  ].filter((line) => line !== '');
  return [
    'BEGIN:VEVENT',
    `UID:${icsText(`${plan.id}/${measure.id}@orientir`)}`,
    `DTSTAMP:${stamp}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(days.start)}`,
    `DTEND;VALUE=DATE:${compact(nextDay(days.end))}`,
    ...days.repeats,
    `SUMMARY:${icsText(number === '' ? short : `${number} ${short}`)}`,
    ...(description.length === 0 ? [] : [`DESCRIPTION:${icsText(description.join('\n'))}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function labelled(label: string, text: string): string {
  return text.trim() === '' ? '' : `${label}: ${text}`;
}

const LONGEST_SUMMARY = 200;

/** A text that a calendar can show in one line; cut between words. */
function shortened(text: string): string {
  if (text.length <= LONGEST_SUMMARY) return text;
  const cut = text.slice(0, LONGEST_SUMMARY);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_SUMMARY / 2)).trimEnd()}…`;
}

function compact(date: string): string {
  return date.replaceAll('-', '');
}

const NO_DAY = '2020-01-01';

function defaultStamp(plan: RoadMap): string {
  const dates = (plan.record?.events ?? []).map(({ date }) => date).filter(isLocalDate);
  const year = yearOfPlan(plan);
  return dates.sort().at(-1) ?? (year === undefined ? NO_DAY : schoolYearBounds(year).start);
}
