/**
 * Deadlines in Russian, in words that are read back with the same meaning.
 *
 * @module
 */
import { pluralRu } from '../../foundation/messages/plural.js';
import type {
  Deadline,
  Duration,
  DurationUnit,
  NoDeadline,
  RelativeDeadline,
  ScheduleDeadline,
} from '../deadline.js';
import { dayRu, monthRu, rangeRu, windowRu } from './dates-ru.js';
import { recurrenceRu } from './recurrence-ru.js';

/** The whole deadline. */
export function deadlineRu(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'date':
      return deadline.start === undefined ? `до ${dayRu(deadline.end)}` : dayRu(deadline.end);
    case 'range':
      return rangeRu(deadline.start, deadline.end);
    case 'month':
      return monthRu(deadline.start);
    case 'schoolYear':
      return `${deadline.schoolYear} учебный год`;
    case 'calendarYear': {
      const first = deadline.start.slice(0, 4);
      const last = deadline.end.slice(0, 4);
      return first === last ? `${first} год` : `${first}–${last} годы`;
    }
    case 'recurring': {
      const rule = recurrenceRu(deadline.rule);
      return deadline.window === undefined ? rule : `${rule}, ${windowRu(deadline.window)}`;
    }
    case 'ongoing':
      return deadline.window === undefined ? 'постоянно' : `постоянно, ${windowRu(deadline.window)}`;
    case 'openEnded':
      return `с ${dayRu(deadline.start)}`;
    case 'relative':
      return relative(deadline);
    case 'schedule':
      return DOCUMENTS[deadline.document];
    case 'none':
      return NOTHING[deadline.reason];
  }
}

const DOCUMENTS: Readonly<Record<ScheduleDeadline['document'], string>> = {
  schedule: 'по графику',
  plan: 'по плану',
  timetable: 'по расписанию',
  order: 'согласно приказу',
};

const NOTHING: Readonly<Record<NoDeadline['reason'], string>> = {
  empty: 'срок не указан',
  quantity: 'количество без срока',
  quality: 'без определённого срока',
  'not-understood': 'срок не распознан',
};

function relative(deadline: RelativeDeadline): string {
  switch (deadline.anchor) {
    case 'years': {
      const years = `${deadline.count} ${pluralRu(deadline.count, 'год', 'года', 'лет')}`;
      if (deadline.from === 'plan') return `на ${years}`;
      return `на ${deadline.count === 1 ? 'следующий' : 'следующие'} ${years}`;
    }
    case 'previous-school-year':
      return 'прошлый учебный год';
    default: {
      const words = anchorWords(deadline);
      return deadline.window === undefined ? words : `${words} (${windowRu(deadline.window)})`;
    }
  }
}

function anchorWords(
  deadline: Exclude<RelativeDeadline, { readonly anchor: 'years' | 'previous-school-year' }>,
): string {
  switch (deadline.anchor) {
    case 'event':
      return deadline.event;
    case 'duration':
      return duration(deadline.duration);
    case 'need':
      return 'по мере необходимости';
    case 'request':
      return 'по запросу';
    case 'agreement':
      return 'по согласованию';
    case 'at-once':
      return 'незамедлительно';
    case 'next-period':
      return 'на новый период';
    case 'several-years':
      return 'в течение ряда лет';
  }
}

/** Genitive of one and of many, as behind «в течение». */
const UNITS: Readonly<Record<Exclude<DurationUnit, 'year'>, readonly [one: string, many: string]>> = {
  hour: ['часа', 'часов'],
  day: ['дня', 'дней'],
  'working-day': ['рабочего дня', 'рабочих дней'],
  week: ['недели', 'недель'],
  month: ['месяца', 'месяцев'],
  quarter: ['четверти', 'четвертей'],
  trimester: ['триместра', 'триместров'],
  module: ['модуля', 'модулей'],
  'half-year': ['полугодия', 'полугодий'],
  'calendar-quarter': ['квартала', 'кварталов'],
};

/** «в течение 2 недель»; years stand alone, because «в течение года» is the plan's year. */
function duration({ amount, unit }: Duration): string {
  if (unit === 'year') return `${amount} ${pluralRu(amount, 'год', 'года', 'лет')}`;
  const [one, many] = UNITS[unit];
  return `в течение ${amount === 1 ? one : `${amount} ${pluralRu(amount, one, many, many)}`}`;
}
