import type { PeriodicRule } from '../../src/calendar/index.js';
import { calendarsFor } from '../../src/calendar/index.js';

/**
 * The due days of a rule, found by looking at every single day with the platform's dates: slow, and shares no
 * arithmetic with the room it checks.
 */
export function duesByHand(
  rule: PeriodicRule,
  from: string,
  to: string,
  planYear: number,
): readonly string[] {
  const found: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += DAY) {
    if (isDue(rule, new Date(time), planYear)) found.push(textOf(new Date(time)));
  }
  return found;
}

const DAY = 86_400_000;
const textOf = (date: Date) => date.toISOString().slice(0, 10);
const timeOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day);
const isoWeekday = (date: Date) => date.getUTCDay() || 7;
const monthOf = (date: Date) => date.getUTCMonth() + 1;
const lengthOf = (date: Date) =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
const schoolYearOf = (date: Date) => date.getUTCFullYear() - (monthOf(date) < 9 ? 1 : 0);
const modulo = (value: number, by: number) => ((value % by) + by) % by;

function isDue(rule: PeriodicRule, date: Date, planYear: number): boolean {
  const day = date.getUTCDate();
  const planStart = timeOf(planYear, 9, 1);
  const firstMonday = planStart - (isoWeekday(new Date(planStart)) - 1) * DAY;
  const week = Math.floor((date.getTime() - firstMonday) / DAY / 7);
  switch (rule.kind) {
    case 'daily':
      return modulo((date.getTime() - planStart) / DAY, rule.interval) === 0;
    case 'weekdays':
      return rule.weekdays.some((each) => each === isoWeekday(date)) && modulo(week, rule.interval) === 0;
    case 'weekly': {
      const start = firstMonday + Math.floor(week / rule.interval) * rule.interval * 7 * DAY;
      return isEndOfPart(start, start + (rule.interval * 7 - 1) * DAY, rule.times, date);
    }
    case 'monthly': {
      const months = (date.getUTCFullYear() - planYear) * 12 + monthOf(date) - 9;
      const first = Math.floor(months / rule.interval) * rule.interval;
      const start = timeOf(planYear, 9 + first, 1);
      return isEndOfPart(start, timeOf(planYear, 9 + first + rule.interval, 0), rule.times, date);
    }
    case 'month-days':
      return rule.days.some(({ last }) => day === Math.min(last, lengthOf(date)));
    case 'weekday-of-month':
      return (
        isoWeekday(date) === rule.weekday &&
        rule.nths.some((nth) => (nth < 0 ? day + 7 > lengthOf(date) : Math.ceil(day / 7) === nth))
      );
    case 'week-of-month':
      return (isoWeekday(date) === 7 || day === lengthOf(date)) && isLastOfWeek(rule.nths, date);
    case 'quarterly': {
      if (rule.day !== undefined) {
        const wanted = modulo(monthOf(date), 3) === (rule.day.month === 'last' ? 0 : 1);
        return wanted && day === Math.min(rule.day.day, lengthOf(date));
      }
      const first = Math.floor((monthOf(date) - 1) / 3) * 3 + 1;
      const year = date.getUTCFullYear();
      return isEndOfPart(timeOf(year, first, 1), timeOf(year, first + 3, 0), rule.times, date);
    }
    case 'yearly':
      return isDueInYear(rule, date, planYear);
    case 'yearly-windows':
      return rule.windows.some(
        ({ end }) => end.month === monthOf(date) && day === Math.min(end.day, lengthOf(date)),
      );
    case 'school-periods':
    case 'numbered-periods':
      return isDueInPeriod(rule, date);
    case 'breaks': {
      const [calendar] = calendarsFor([], schoolYearOf(date));
      const common =
        calendar?.breaks.filter((each) => each.grades === undefined && each.name !== 'extra') ?? [];
      return common.some((each) => each.end === textOf(date)) || textOf(date).endsWith('08-31');
    }
  }
}

function isEndOfPart(start: number, end: number, times: number, date: Date): boolean {
  const length = (end - start) / DAY + 1;
  const parts = Math.min(times, length);
  return Array.from(
    { length: parts },
    (_, part) => start + (Math.floor((length * (part + 1)) / parts) - 1) * DAY,
  ).some((each) => each === date.getTime());
}

/** The Thursday decides to which month a week belongs; weeks are counted by walking over the Thursdays. */
function isLastOfWeek(nths: readonly number[], date: Date): boolean {
  const thursday = new Date(date.getTime() + (4 - isoWeekday(date)) * DAY);
  if (monthOf(thursday) !== monthOf(date)) return false;
  const number = Math.ceil(thursday.getUTCDate() / 7);
  return nths.some((nth) => (nth < 0 ? thursday.getUTCDate() + 7 > lengthOf(thursday) : nth === number));
}

function isDueInYear(rule: PeriodicRule & { kind: 'yearly' }, date: Date, planYear: number): boolean {
  const year = schoolYearOf(date);
  const kind = ({ 2: 'half-year', 3: 'trimester', 4: 'quarter' } as const)[rule.times];
  if (rule.interval === 1 && kind !== undefined) {
    return isDueInPeriod({ kind: 'school-periods', period: kind, at: 'end' }, date);
  }
  const first = planYear + Math.floor((year - planYear) / rule.interval) * rule.interval;
  return isEndOfPart(timeOf(first, 9, 1), timeOf(first + rule.interval, 8, 31), rule.times, date);
}

type ByPeriod = PeriodicRule & { kind: 'school-periods' | 'numbered-periods' };

function isDueInPeriod(rule: ByPeriod, date: Date): boolean {
  return periodsOf(rule.period, schoolYearOf(date)).some(([start, end], index) => {
    if (rule.kind === 'numbered-periods' && !rule.numbers.some((each) => each === index + 1)) return false;
    const last = Date.parse(end);
    switch (rule.at) {
      case 'end':
        return last === date.getTime();
      case 'start':
        return Math.min(last, Date.parse(start) + 6 * DAY) === date.getTime();
      case 'day': {
        const wanted = Math.min(rule.day, lengthOf(new Date(last)));
        return textOf(date).slice(0, 7) === end.slice(0, 7) && date.getUTCDate() === wanted;
      }
      case 'within':
        return isEndOfPart(Date.parse(start), last, rule.kind === 'school-periods' ? rule.times : 1, date);
    }
    return false;
  });
}

function periodsOf(
  kind: ByPeriod['period'],
  year: number,
): readonly (readonly [start: string, end: string])[] {
  for (const { periods } of calendarsFor([], year)) {
    const own = periods.filter((each) => each.kind === (kind === 'half-year' ? 'quarter' : kind));
    if (own.length === 0) continue;
    if (kind !== 'half-year') return own.map(({ start, end }) => [start, end]);
    return [
      [own[0]?.start ?? '', own[1]?.end ?? ''],
      [own[2]?.start ?? '', own[3]?.end ?? ''],
    ];
  }
  return [];
}
