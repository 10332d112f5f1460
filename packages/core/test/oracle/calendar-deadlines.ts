import fc from 'fast-check';
import type {
  Deadline,
  OneOrMore,
  PeriodicRule,
  RecurringDeadline,
  Several,
  Weekday,
  Window,
} from '../../src/calendar/index.js';
import { monthLength, toLocalDate } from '../../src/calendar/local-date.js';

/** Generated deadlines of every kind, as the parser itself can make them in a plan of this year. */
export const PLAN = '2024/2025';

const FIRST_DAY = 19_700;
const day = fc.integer({ min: FIRST_DAY, max: FIRST_DAY + 1400 });
const raw = '';

const bounds = fc
  .tuple(day, fc.integer({ min: 0, max: 500 }))
  .map(([start, length]) => ({ start: toLocalDate(start), end: toLocalDate(start + length) }));

const month = fc
  .tuple(fc.integer({ min: 2023, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => {
    const prefix = `${year}-${String(number).padStart(2, '0')}`;
    return { start: `${prefix}-01`, end: `${prefix}-${monthLength(year, number)}` };
  });

const span = fc.oneof(
  day.map((end) => ({ end: toLocalDate(end) })),
  bounds,
  month,
);

export const windows: fc.Arbitrary<Window> = fc.oneof(
  day.map((start) => ({ start: toLocalDate(start) })),
  day.map((end) => ({ end: toLocalDate(end) })),
  bounds,
);

const interval = fc.integer({ min: 1, max: 6 });
const times = fc.integer({ min: 1, max: 9 });
const weekday = fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7);
const nth = fc.constantFrom(1, 2, 3, 4, 5, -1 as const);
const period = fc.constantFrom('quarter', 'trimester', 'module', 'half-year' as const);
const dayOfMonth = fc.integer({ min: 1, max: 31 });
const monthDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), dayOfMonth)
  .map(([number, wanted]) => ({ month: number, day: Math.min(wanted, monthLength(2024, number)) }));
const yearWindow = fc.oneof(
  monthDay.map((end) => ({ end })),
  fc.record({ start: monthDay, end: monthDay }),
);

function ascending<T extends number>(values: fc.Arbitrary<T>): fc.Arbitrary<OneOrMore<T>> {
  return fc
    .uniqueArray(values, { minLength: 1, maxLength: 4 })
    .map((list) => nonEmpty([...list].sort((one, other) => one - other)));
}

function nonEmpty<T>([first, ...rest]: readonly T[]): OneOrMore<T> {
  if (first === undefined) throw new Error('nonEmpty requires a list with something in it');
  return [first, ...rest];
}

/** Rules of every kind. */
export const rules: fc.Arbitrary<PeriodicRule> = fc.oneof(
  fc.record({ kind: fc.constant('daily' as const), interval }),
  fc.record({ kind: fc.constant('weekly' as const), interval, times }),
  fc.record({ kind: fc.constant('weekdays' as const), interval, weekdays: ascending(weekday) }),
  fc.record({ kind: fc.constant('monthly' as const), interval, times }),
  fc.record({ kind: fc.constant('yearly' as const), interval, times }),
  fc.record({ kind: fc.constant('quarterly' as const), times }),
  fc
    .record({ day: dayOfMonth, month: fc.constantFrom('last', 'next' as const) })
    .map((due) => ({ kind: 'quarterly' as const, times: 1, day: due })),
  ascending(dayOfMonth).map((days) => ({
    kind: 'month-days' as const,
    days: nonEmpty(days.map((last) => ({ last }))),
  })),
  ascending(dayOfMonth).map((days) => ({
    kind: 'month-days' as const,
    days: nonEmpty(days.map((each) => ({ first: each, last: each }))),
  })),
  fc.tuple(dayOfMonth, dayOfMonth).map(([one, other]) => ({
    kind: 'month-days' as const,
    days: nonEmpty([{ first: Math.min(one, other), last: Math.max(one, other) }]),
  })),
  fc.record({ kind: fc.constant('weekday-of-month' as const), nths: ascending(nth), weekday }),
  fc.record({ kind: fc.constant('week-of-month' as const), nths: ascending(nth) }),
  fc
    .array(yearWindow, { minLength: 1, maxLength: 3 })
    .map((list) => ({ kind: 'yearly-windows' as const, windows: nonEmpty(list) })),
  fc.record({
    kind: fc.constant('school-periods' as const),
    period,
    at: fc.constant('within' as const),
    times,
  }),
  fc.record({
    kind: fc.constant('school-periods' as const),
    period,
    at: fc.constantFrom('start', 'end' as const),
  }),
  fc.record({
    kind: fc.constant('school-periods' as const),
    period,
    at: fc.constant('day' as const),
    day: dayOfMonth,
  }),
  fc.record({
    kind: fc.constant('numbered-periods' as const),
    period,
    at: fc.constantFrom('within', 'start', 'end' as const),
    numbers: ascending(fc.integer({ min: 1, max: 6 })),
  }),
  fc.constant({ kind: 'breaks' as const }),
);

const setRule: fc.Arbitrary<RecurringDeadline> = fc
  .uniqueArray(span, { minLength: 2, maxLength: 5, selector: (each) => JSON.stringify(Object.entries(each)) })
  .map((list) => {
    const [first, second, ...rest] = [...list].sort((one, other) => order(one, other));
    if (first === undefined || second === undefined) throw new Error('a set requires two spans');
    const spans: Several<{ readonly start?: string; readonly end: string }> = [first, second, ...rest];
    return { kind: 'recurring', raw, rule: { kind: 'set', spans } };
  });

function order(one: { start?: string; end: string }, other: { start?: string; end: string }): number {
  const a = `${one.end} ${one.start ?? ''}`;
  const b = `${other.end} ${other.start ?? ''}`;
  return a < b ? -1 : 1;
}

const events = fc.constantFrom(
  'к педсовету',
  'после получения результатов ВПР',
  'до проведения ОГЭ',
  'на заседании ШМО',
  'во время проведения ВПР 2025 года',
  'по итогам диагностики',
);
const optionalWindow = fc.option(windows, { nil: undefined });

function withWindow<T extends object>(of: T, window: Window | undefined): T & { readonly window?: Window } {
  return window === undefined ? of : { ...of, window };
}

/** Deadlines of every kind. */
export const deadlines: fc.Arbitrary<Deadline> = fc.oneof(
  day.map((end): Deadline => ({ kind: 'date', raw, end: toLocalDate(end) })),
  day.map((end): Deadline => ({ kind: 'date', raw, start: toLocalDate(end), end: toLocalDate(end) })),
  bounds.map((each): Deadline => ({ kind: 'range', raw, ...each })),
  month.map((each): Deadline => ({ kind: 'month', raw, ...each })),
  fc.integer({ min: 2015, max: 2030 }).map(
    (year): Deadline => ({
      kind: 'schoolYear',
      raw,
      start: `${year}-09-01`,
      end: `${year + 1}-08-31`,
      schoolYear: `${year}/${year + 1}`,
    }),
  ),
  fc.tuple(fc.integer({ min: 2015, max: 2030 }), fc.integer({ min: 0, max: 5 })).map(
    ([year, more]): Deadline => ({
      kind: 'calendarYear',
      raw,
      start: `${year}-01-01`,
      end: `${year + more}-12-31`,
    }),
  ),
  fc
    .tuple(rules, optionalWindow)
    .map(([rule, window]): Deadline => withWindow({ kind: 'recurring' as const, raw, rule }, window)),
  setRule,
  fc.constant<Deadline>({
    kind: 'recurring',
    raw,
    rule: { kind: 'checkpoints', names: ['first', 'interim', 'final'] },
  }),
  fc.constant<Deadline>({ kind: 'ongoing', raw }),
  bounds.map((window): Deadline => ({ kind: 'ongoing', raw, window })),
  day.map((end): Deadline => ({ kind: 'ongoing', raw, window: { end: toLocalDate(end) } })),
  day.map((start): Deadline => ({ kind: 'openEnded', raw, start: toLocalDate(start) })),
  fc
    .tuple(events, optionalWindow)
    .map(
      ([event, window]): Deadline =>
        withWindow({ kind: 'relative' as const, raw, anchor: 'event' as const, event }, window),
    ),
  fc
    .tuple(
      fc.constantFrom('need', 'request', 'agreement', 'at-once', 'next-period', 'several-years' as const),
      optionalWindow,
    )
    .map(([anchor, window]): Deadline => withWindow({ kind: 'relative' as const, raw, anchor }, window)),
  fc
    .tuple(
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(
        'hour',
        'day',
        'working-day',
        'week',
        'month',
        'quarter',
        'trimester',
        'module',
        'half-year',
        'calendar-quarter',
        'year' as const,
      ),
    )
    .map(
      ([amount, unit]): Deadline => ({
        kind: 'relative',
        raw,
        anchor: 'duration',
        duration: { amount, unit },
      }),
    ),
  fc.tuple(fc.integer({ min: 1, max: 10 }), fc.constantFrom(0, 1)).map(
    ([count, shift]): Deadline => ({
      kind: 'relative',
      raw,
      anchor: 'years',
      count,
      from: shift === 0 ? 'plan' : 'next',
      window: { start: `${2024 + shift}-09-01`, end: `${2024 + shift + count}-08-31` },
    }),
  ),
  fc.constant<Deadline>({
    kind: 'relative',
    raw,
    anchor: 'previous-school-year',
    schoolYear: '2023/2024',
    window: { start: '2023-09-01', end: '2024-08-31' },
  }),
  fc
    .constantFrom('schedule', 'plan', 'timetable', 'order' as const)
    .map((document): Deadline => ({ kind: 'schedule', raw, document })),
  fc
    .constantFrom('empty', 'quantity', 'quality', 'not-understood' as const)
    .map((reason): Deadline => ({ kind: 'none', raw, reason })),
);
