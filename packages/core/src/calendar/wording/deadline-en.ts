/**
 * Deadlines in English, for display only.
 *
 * @module
 */
import type { Deadline, Duration, NoDeadline, RelativeDeadline, ScheduleDeadline } from '../deadline.js';
import { dayEn, spanEn, windowEn } from './dates-en.js';
import { recurrenceEn } from './recurrence-en.js';

/** The whole deadline. */
export function deadlineEn(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'date':
    case 'range':
    case 'month':
      return spanEn(deadline);
    case 'schoolYear':
      return `school year ${deadline.schoolYear}`;
    case 'calendarYear': {
      const first = deadline.start.slice(0, 4);
      const last = deadline.end.slice(0, 4);
      return first === last ? first : `${first}–${last}`;
    }
    case 'recurring': {
      const rule = recurrenceEn(deadline.rule);
      return deadline.window === undefined ? rule : `${rule}, ${windowEn(deadline.window)}`;
    }
    case 'ongoing':
      return deadline.window === undefined ? 'all the time' : `all the time, ${windowEn(deadline.window)}`;
    case 'openEnded':
      return `from ${dayEn(deadline.start)}`;
    case 'relative':
      return relative(deadline);
    case 'schedule':
      return DOCUMENTS[deadline.document];
    case 'none':
      return NOTHING[deadline.reason];
  }
}

const DOCUMENTS: Readonly<Record<ScheduleDeadline['document'], string>> = {
  schedule: 'by the schedule',
  plan: 'by the plan',
  timetable: 'by the timetable',
  order: 'by the order',
};

const NOTHING: Readonly<Record<NoDeadline['reason'], string>> = {
  empty: 'no deadline given',
  quantity: 'an amount, no deadline',
  quality: 'no certain deadline',
  'not-understood': 'deadline not understood',
};

function relative(deadline: RelativeDeadline): string {
  const words = anchorWords(deadline);
  return deadline.window === undefined ? words : `${words} (${windowEn(deadline.window)})`;
}

function anchorWords(deadline: RelativeDeadline): string {
  switch (deadline.anchor) {
    case 'years': {
      const years = length({ amount: deadline.count, unit: 'year' });
      if (deadline.from === 'plan') return `for ${years}`;
      return `for the next ${deadline.count === 1 ? 'year' : years}`;
    }
    case 'previous-school-year':
      return 'the previous school year';
    case 'event':
      return `depends on an event: «${deadline.event}»`;
    case 'duration':
      return `within ${length(deadline.duration)}`;
    case 'need':
      return 'when needed';
    case 'request':
      return 'on request';
    case 'agreement':
      return 'by agreement';
    case 'at-once':
      return 'at once';
    case 'next-period':
      return 'for the next period';
    case 'several-years':
      return 'for several years';
  }
}

function length({ amount, unit }: Duration): string {
  const name = unit.replace('-', ' ');
  return amount === 1 ? `one ${name}` : `${amount} ${name}s`;
}
