import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilOf,
  dayOf,
  dayOfLocalDate,
  isLocalDate,
  mondayOf,
  toDay,
  toLocalDate,
  weekdayOf,
} from './local-date.js';
import { weekdayOfMonth, weekOfMonth } from './month-weeks.js';
import { parseSchoolYear, schoolYearBounds, schoolYearOf } from './school-year.js';

const day = fc.integer({ min: -200_000, max: 300_000 });

describe('days', () => {
  it('agree with the dates of the platform', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = new Date(number * 86_400_000);
        const { year, month, day: ofMonth } = civilOf(number);
        expect([year, month, ofMonth]).toEqual([
          date.getUTCFullYear(),
          date.getUTCMonth() + 1,
          date.getUTCDate(),
        ]);
        expect(dayOf(year, month, ofMonth)).toBe(number);
        expect(weekdayOf(number)).toBe(date.getUTCDay() || 7);
        expect(weekdayOf(mondayOf(number))).toBe(1);
        expect(number - mondayOf(number)).toBe(weekdayOf(number) - 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('are written and read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 200_000 }), (number) => {
        const text = toLocalDate(number);
        expect(text).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        expect(toDay(text)).toBe(number);
        expect(toLocalDate(number)).toBe(text);
      }),
    );
  });

  it('must exist', () => {
    for (const text of [
      '2025-02-29',
      '2025-13-01',
      '2025-00-10',
      '2025-1-1',
      '01.02.2025',
      '',
      '2025-02-30x',
    ]) {
      expect(dayOfLocalDate(text)).toBeUndefined();
      expect(isLocalDate(text)).toBe(false);
    }
    expect(isLocalDate('2024-02-29')).toBe(true);
    expect(() => toDay('2025-02-29')).toThrow(RangeError);
  });
});

describe('weeks of a month', () => {
  const october = { start: toDay('2024-10-01'), end: toDay('2024-10-31') };
  const week = (nth: number) => {
    const found = weekOfMonth(october, nth);
    return found === undefined ? undefined : `${toLocalDate(found.start)}..${toLocalDate(found.end)}`;
  };

  it('belong to the month of their Thursday and are cut at its borders', () => {
    expect([1, 2, 3, 4, 5, 6].map(week)).toEqual([
      '2024-10-01..2024-10-06',
      '2024-10-07..2024-10-13',
      '2024-10-14..2024-10-20',
      '2024-10-21..2024-10-27',
      '2024-10-28..2024-10-31',
      undefined,
    ]);
    expect(week(-1)).toBe('2024-10-28..2024-10-31');
  });

  it('have their weekdays', () => {
    expect(weekdayOfMonth(october, 1, 2)).toBe(toDay('2024-10-01'));
    expect(weekdayOfMonth(october, 5, 5)).toBeUndefined();
    expect(weekdayOfMonth(october, -1, 5)).toBe(toDay('2024-10-25'));
  });
});

describe('school years', () => {
  it('are read as people write them', () => {
    for (const text of [
      '2024/2025',
      '2024-2025',
      '2024–2025 уч. г.',
      '2024/ 2025',
      ' 2024 / 2025 ',
      '2024/25',
      '2024-25',
      'на 2024/2025 учебный год',
    ]) {
      expect(parseSchoolYear(text), text).toBe('2024/2025');
    }
    expect(parseSchoolYear('1999/00')).toBe('1999/2000');
  });

  it('are two years that follow each other', () => {
    for (const text of [
      '2024',
      '2024/2026',
      '2025/2024',
      '2024-2024',
      '',
      '24/25',
      '2024/2025/2026',
      '2024-09-01',
    ]) {
      expect(parseSchoolYear(text), text).toBeUndefined();
    }
  });

  it('run from 1 September to 31 August', () => {
    expect(schoolYearBounds('2024-25')).toEqual({ start: '2024-09-01', end: '2025-08-31' });
    expect(schoolYearOf('2025-08-31')).toBe('2024/2025');
    expect(schoolYearOf('2025-09-01')).toBe('2025/2026');
    expect(() => schoolYearBounds('2024')).toThrow(RangeError);
  });
});
