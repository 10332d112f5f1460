import { describe, expect, it } from 'vitest';
import { CALENDAR_PRESETS } from './calendar-presets.js';
import type { CalendarProblemCode } from './calendar-problems.js';
import { calendarProblems, describeCalendarProblem } from './calendar-problems.js';
import { calendarsFor, defaultCalendar } from './default-calendar.js';
import { toLocalDate } from './local-date.js';
import { periodsFromBreaks } from './periods-from-breaks.js';
import type { SchoolCalendar } from './school-calendar.js';
import { breaksOf, periodsOf } from './school-calendar.js';

function days(spans: readonly { readonly start: number; readonly end: number }[]): readonly string[] {
  return spans.map(({ start, end }) => `${toLocalDate(start)}..${toLocalDate(end)}`);
}

const school: SchoolCalendar = {
  id: 'school',
  schoolYear: '2025/2026',
  scheme: ['quarters'],
  start: '2025-09-01',
  end: '2026-05-26',
  periods: [
    { kind: 'quarter', number: 1, start: '2025-09-01', end: '2025-10-24' },
    { kind: 'quarter', number: 2, start: '2025-11-03', end: '2025-12-30' },
    { kind: 'quarter', number: 3, start: '2026-01-12', end: '2026-03-27' },
    { kind: 'quarter', number: 4, start: '2026-04-06', end: '2026-05-26' },
  ],
  breaks: [
    { name: 'autumn', start: '2025-10-25', end: '2025-11-02' },
    { name: 'winter', start: '2025-12-31', end: '2026-01-11' },
    { name: 'extra', start: '2026-02-16', end: '2026-02-18', grades: [1] },
    { name: 'spring', start: '2026-03-28', end: '2026-04-05' },
  ],
  source: 'order of the school',
  verification: 'verified',
};

describe('calendars', () => {
  it('of all presets are sound', () => {
    for (const calendar of CALENDAR_PRESETS) expect(calendarProblems(calendar), calendar.id).toEqual([]);
  });

  it('of all presets have periods and say where they come from', () => {
    for (const { id, periods, source, verification } of CALENDAR_PRESETS) {
      expect([4, 9], id).toContain(periods.length);
      expect(source.length, id).toBeGreaterThan(20);
      expect(verification, id).toBe('second-hand');
    }
  });

  it('cover the years from 2020/2021 to 2025/2026', () => {
    const years = new Set(CALENDAR_PRESETS.map(({ schoolYear }) => schoolYear));
    expect([...years].sort()).toEqual(
      '2020/2021 2021/2022 2022/2023 2023/2024 2024/2025 2025/2026'.split(' '),
    );
  });

  it('by rule are sound in every year, marked as unverified, and end the half-year in December', () => {
    for (let year = 2000; year < 2060; year++) {
      for (const scheme of ['quarters', 'trimesters'] as const) {
        const calendar = defaultCalendar(`${year}/${year + 1}`, scheme);
        expect(calendarProblems(calendar), calendar.id).toEqual([]);
        expect(calendar.verification).toBe('unverified');
        expect(calendar.start >= `${year}-09-01` && calendar.start <= `${year}-09-03`).toBe(true);
        expect(calendar.end >= `${year + 1}-05-24` && calendar.end <= `${year + 1}-05-26`).toBe(true);
        const [first] = periodsOf(calendar, 'half-year');
        expect(toLocalDate(first?.end ?? 0)).toBe(`${year}-12-30`);
      }
    }
  });

  it('start on the Monday when 1 September is a weekend', () => {
    expect(defaultCalendar('2029/2030').start).toBe('2029-09-03');
    expect(defaultCalendar('2024/2025').start).toBe('2024-09-02');
    expect(defaultCalendar('2023/2024').end).toBe('2024-05-24');
  });

  it('by rule rest nine days from a Saturday, or whole weeks with trimesters', () => {
    expect(days(breaksOf(defaultCalendar('2026/2027')))).toEqual([
      '2026-10-24..2026-11-01',
      '2026-12-31..2027-01-08',
      '2027-03-27..2027-04-04',
      '2027-05-27..2027-08-31',
    ]);
    expect(days(breaksOf(defaultCalendar('2026/2027', 'trimesters')))).toEqual([
      '2026-10-05..2026-10-11',
      '2026-11-16..2026-11-22',
      '2026-12-31..2027-01-08',
      '2027-02-22..2027-02-28',
      '2027-04-05..2027-04-11',
      '2027-05-27..2027-08-31',
    ]);
  });

  it('of the school go before presets, presets before nominal ones', () => {
    expect(calendarsFor([school], 2025)).toEqual([school]);
    expect(calendarsFor([school], 2024).map(({ id }) => id)).toEqual([
      'ru-2024-25-quarters',
      'ru-2024-25-trimesters',
    ]);
    expect(calendarsFor([], 2023).map(({ id }) => id)).toEqual([
      'ru-2023-24-quarters',
      'nominal-2023-24-trimesters',
    ]);
    expect(calendarsFor([], 2040).map(({ id }) => id)).toEqual([
      'nominal-2040-41-quarters',
      'nominal-2040-41-trimesters',
    ]);
  });

  it('give half-years from quarters, and from the winter break where there are none', () => {
    expect(days(periodsOf(school, 'half-year'))).toEqual([
      '2025-09-01..2025-12-30',
      '2026-01-12..2026-05-26',
    ]);
    const modules = { ...school, periods: [], scheme: ['modules'] } as const;
    expect(days(periodsOf(modules, 'half-year'))).toEqual([
      '2025-09-01..2025-12-30',
      '2026-01-12..2026-05-26',
    ]);
    expect(periodsOf({ ...modules, breaks: [] }, 'half-year')).toEqual([]);
    expect(periodsOf(school, 'trimester')).toEqual([]);
  });

  it('give the summer even when nobody lists it, and no breaks of single grades', () => {
    expect(days(breaksOf(school))).toEqual([
      '2025-10-25..2025-11-02',
      '2025-12-31..2026-01-11',
      '2026-03-28..2026-04-05',
      '2026-05-27..2026-08-31',
    ]);
    expect(days(breaksOf(school, 'summer'))).toEqual(['2026-05-27..2026-08-31']);
  });
});

describe('periodsFromBreaks', () => {
  it('makes four quarters out of three breaks and skips weekends and holidays behind them', () => {
    const periods = periodsFromBreaks({
      start: '2024-09-02',
      end: '2025-05-26',
      breaks: [
        { name: 'autumn', start: '2024-10-26', end: '2024-11-03' },
        { name: 'winter', start: '2024-12-28', end: '2025-01-07' },
        { name: 'extra', start: '2025-02-10', end: '2025-02-16', grades: [1] },
        { name: 'spring', start: '2025-03-22', end: '2025-03-29' },
      ],
    });
    expect(periods.map(({ kind, number, start, end }) => `${kind} ${number} ${start}..${end}`)).toEqual([
      'quarter 1 2024-09-02..2024-10-25',
      'quarter 2 2024-11-05..2024-12-27',
      'quarter 3 2025-01-09..2025-03-21',
      'quarter 4 2025-03-31..2025-05-26',
    ]);
  });

  it('makes no periods out of another number of breaks', () => {
    expect(periodsFromBreaks({ start: '2024-09-02', end: '2025-05-26', breaks: [] })).toEqual([]);
  });
});

describe('calendarProblems', () => {
  const codes = (calendar: SchoolCalendar) =>
    calendarProblems(calendar).map(({ code, where }) => `${code} ${where}`);
  const withBreak = (start: string, end: string): SchoolCalendar => ({
    ...school,
    breaks: [{ name: 'spring', start, end }],
    periods: [],
  });
  const withQuarter = (number: number, start: string, end: string): SchoolCalendar => ({
    ...school,
    periods: school.periods.map((each) => (each.number === number ? { ...each, start, end } : each)),
  });

  it('finds nothing wrong where only a weekend lies between a quarter and the break', () => {
    expect(codes(withQuarter(3, '2026-01-12', '2026-03-27'))).toEqual([]);
  });

  const DEFECTS: readonly (readonly [defect: string, calendar: SchoolCalendar, expected: string])[] = [
    ['an end before its start', withBreak('2026-03-28', '2025-04-05'), 'end-before-start break spring'],
    ['a break of six days', withBreak('2026-03-28', '2026-04-02'), 'break-too-short break spring'],
    ['a date that does not exist', withBreak('2026-02-30', '2026-03-05'), 'date-invalid break spring'],
    ['dates of another year', withBreak('2026-09-01', '2026-09-09'), 'outside-school-year break spring'],
    ['quarters that overlap', withQuarter(2, '2025-10-24', '2025-12-30'), 'periods-overlap quarter 2'],
    ['school days in no quarter', withQuarter(2, '2025-11-07', '2025-12-30'), 'periods-gap quarter 2'],
    [
      'a quarter that runs into a break',
      withQuarter(1, '2025-09-01', '2025-10-27'),
      'period-in-break quarter 1',
    ],
    ['no school year', { ...school, schoolYear: '2025' }, 'school-year-invalid year'],
  ];
  it.each(DEFECTS)('finds %s', (_, calendar, expected) => {
    expect(codes(calendar)).toContain(expected);
  });

  it('says it in both languages', () => {
    const every: readonly CalendarProblemCode[] = [
      'school-year-invalid',
      'date-invalid',
      'end-before-start',
      'outside-school-year',
      'break-too-short',
      'periods-overlap',
      'periods-gap',
      'period-in-break',
    ];
    for (const code of every) {
      const problem = { code, where: 'quarter 2', days: '2025-11-03–2025-11-05' };
      expect(describeCalendarProblem(problem, 'ru')).toMatch(/[а-я].*\.$/);
      expect(describeCalendarProblem(problem, 'en')).toMatch(/^[^а-я]*\.$/);
    }
    const days = '2025-11-02–2025-10-25';
    expect(describeCalendarProblem({ code: 'end-before-start', where: 'break autumn', days }, 'ru')).toBe(
      `осенние каникулы: конец раньше начала (${days}).`,
    );
  });
});
