/**
 * Rules in Russian.
 *
 * @module
 */
import { pluralRu } from '../../foundation/messages/plural.js';
import type { Weekday } from '../local-date.js';
import type { Checkpoint, DaysOfMonth, NthOfMonth, PeriodicRule, Recurrence } from '../recurrence.js';
import type { PeriodKind } from '../school-calendar.js';
import { spanRu, yearWindowRu } from './dates-ru.js';

/** A rule in words. */
export function recurrenceRu(rule: Recurrence): string {
  switch (rule.kind) {
    case 'set':
      return rule.spans.map(spanRu).join('; ');
    case 'checkpoints':
      return `(${rule.names.map((name) => CHECKPOINTS[name]).join(', ')})`;
    case 'daily':
      return rule.interval === 1 ? 'ежедневно' : `1 раз в ${counted(rule.interval, 'день', 'дня', 'дней')}`;
    case 'weekly':
      return often(rule, 'еженедельно', 'неделю', counted(rule.interval, 'неделю', 'недели', 'недель'));
    case 'monthly':
      return often(rule, 'ежемесячно', 'месяц', counted(rule.interval, 'месяц', 'месяца', 'месяцев'));
    case 'yearly':
      return often(rule, 'ежегодно', 'год', counted(rule.interval, 'год', 'года', 'лет'));
    case 'quarterly':
      return quarterly(rule);
    case 'weekdays': {
      const days = `по ${listed(rule.weekdays.map((day) => WEEKDAYS[day].dative))}`;
      return rule.interval === 1
        ? days
        : `1 раз в ${counted(rule.interval, 'неделю', 'недели', 'недель')}, ${days}`;
    }
    case 'month-days':
      return `${monthDays(rule.days)} каждого месяца`;
    case 'weekday-of-month': {
      const { name, gender } = WEEKDAYS[rule.weekday];
      return `${nths(rule.nths, gender)} ${name} каждого месяца`;
    }
    case 'week-of-month':
      return `${nths(rule.nths, 'feminine')} неделя каждого месяца`;
    case 'yearly-windows':
      return `ежегодно: ${rule.windows.map(yearWindowRu).join('; ')}`;
    case 'school-periods':
      return schoolPeriods(rule);
    case 'numbered-periods': {
      const { nominative, genitive } = PERIODS[rule.period];
      const parts = rule.numbers.map((number) =>
        rule.at === 'within'
          ? `${roman(number)} ${nominative}`
          : `в ${rule.at === 'end' ? 'конце' : 'начале'} ${roman(number)} ${genitive}`,
      );
      return `ежегодно: ${parts.join('; ')}`;
    }
    case 'breaks':
      return 'в каникулы';
  }
}

const CHECKPOINTS: Readonly<Record<Checkpoint, string>> = {
  first: 'первичный',
  introductory: 'вводный',
  entry: 'входной',
  starting: 'стартовый',
  preliminary: 'предварительный',
  interim: 'промежуточный',
  boundary: 'рубежный',
  control: 'контрольный',
  repeated: 'повторный',
  final: 'итоговый',
  concluding: 'заключительный',
};

type Gender = 'masculine' | 'feminine' | 'neuter';

const WEEKDAYS: Readonly<
  Record<Weekday, { readonly name: string; readonly dative: string; readonly gender: Gender }>
> = {
  1: { name: 'понедельник', dative: 'понедельникам', gender: 'masculine' },
  2: { name: 'вторник', dative: 'вторникам', gender: 'masculine' },
  3: { name: 'среда', dative: 'средам', gender: 'feminine' },
  4: { name: 'четверг', dative: 'четвергам', gender: 'masculine' },
  5: { name: 'пятница', dative: 'пятницам', gender: 'feminine' },
  6: { name: 'суббота', dative: 'субботам', gender: 'feminine' },
  7: { name: 'воскресенье', dative: 'воскресеньям', gender: 'neuter' },
};

const PERIODS: Readonly<
  Record<PeriodKind, { readonly nominative: string; readonly genitive: string; readonly each: string }>
> = {
  quarter: { nominative: 'четверть', genitive: 'четверти', each: 'каждой четверти' },
  trimester: { nominative: 'триместр', genitive: 'триместра', each: 'каждого триместра' },
  module: { nominative: 'модуль', genitive: 'модуля', each: 'каждого модуля' },
  'half-year': { nominative: 'полугодие', genitive: 'полугодия', each: 'каждого полугодия' },
};

const NTHS: Readonly<Record<NthOfMonth, Readonly<Record<Gender, string>>>> = {
  1: { masculine: 'первый', feminine: 'первая', neuter: 'первое' },
  2: { masculine: 'второй', feminine: 'вторая', neuter: 'второе' },
  3: { masculine: 'третий', feminine: 'третья', neuter: 'третье' },
  4: { masculine: 'четвёртый', feminine: 'четвёртая', neuter: 'четвёртое' },
  5: { masculine: 'пятый', feminine: 'пятая', neuter: 'пятое' },
  [-1]: { masculine: 'последний', feminine: 'последняя', neuter: 'последнее' },
};

function nths(values: readonly NthOfMonth[], gender: Gender): string {
  const inOrder = [...values.filter((each) => each > 0), ...values.filter((each) => each < 0)];
  return listed(inOrder.map((each) => NTHS[each][gender]));
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} и ${words.at(-1)}`;
}

function counted(count: number, one: string, few: string, many: string): string {
  return `${count} ${pluralRu(count, one, few, many)}`;
}

/** «раз», «раза». */
function times(count: number): string {
  return counted(count, 'раз', 'раза', 'раз');
}

function often(
  rule: { readonly interval: number; readonly times: number },
  adverb: string,
  unit: string,
  units: string,
): string {
  if (rule.interval === 1) return rule.times === 1 ? adverb : `${times(rule.times)} в ${unit}`;
  return `${times(rule.times)} в ${units}`;
}

function quarterly(rule: PeriodicRule & { readonly kind: 'quarterly' }): string {
  const base = rule.times === 1 ? 'ежеквартально' : `${times(rule.times)} в квартал`;
  if (rule.day === undefined) return base;
  const month = rule.day.month === 'last' ? 'последнего месяца квартала' : 'месяца, следующего за кварталом';
  return `${base}, до ${rule.day.day} числа ${month}`;
}

function monthDays(days: readonly DaysOfMonth[]): string {
  const [only] = days;
  if (days.length === 1 && only?.first !== undefined && only.first !== only.last) {
    return `с ${only.first} по ${only.last} число`;
  }
  const until = days.every(({ first }) => first === undefined);
  const numbers = days.map(({ first, last }) =>
    first === undefined || first === last ? `${last}` : `${first}-${last}`,
  );
  return `${until ? 'до ' : ''}${listed(numbers)} числа`;
}

function schoolPeriods(rule: PeriodicRule & { readonly kind: 'school-periods' }): string {
  const { nominative, each } = PERIODS[rule.period];
  switch (rule.at) {
    case 'within':
      return `${times(rule.times)} в ${nominative}`;
    case 'day':
      return `1 раз в ${nominative}, до ${rule.day} числа последнего месяца`;
    case 'start':
      return `в начале ${each}`;
    case 'end':
      return `в конце ${each}`;
  }
}

/** `III`; parts of the year never count beyond a dozen. */
function roman(value: number): string {
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'][value % 10] ?? '';
  return `${'X'.repeat(Math.floor(value / 10))}${ones}`;
}
