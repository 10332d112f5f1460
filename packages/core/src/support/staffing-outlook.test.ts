import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffingRow } from './index.js';
import { staffingOutlook } from './index.js';

const yearsOf = (row: StaffingRow) => {
  const [outlook] = staffingOutlook([row]);
  return outlook?.kind === 'known' ? outlook.years : [];
};
const bounds = (most: fc.Arbitrary<number>) =>
  fc.tuple(most, most).map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other) }));
const share = fc.integer({ min: 0, max: 100 }).map((each) => each / 100);
const rows: fc.Arbitrary<StaffingRow> = fc
  .record({
    teachers: fc.nat(200),
    past: share,
    reaching: fc.array(fc.option(share, { nil: undefined }), { minLength: 3, maxLength: 3 }),
    hours: fc.nat(4000),
    vacancies: fc.nat(30),
    joining: bounds(fc.nat(20)),
    leaving: bounds(share),
    leavingPast: bounds(share),
  })
  .map(({ past, reaching, ...row }) => {
    const pastAge = Math.floor(row.teachers * past);
    const third = (row.teachers - pastAge) / 3;
    return {
      ...row,
      subject: 'Физика',
      pastAge,
      reaching: reaching.map((part) => (part === undefined ? undefined : Math.floor(third * part))),
    };
  });

describe('staffingOutlook', () => {
  it('computes the years as on paper', () => {
    // 40 teachers, 10 of them past the age. Best: 30·0.95 + 2 = 30.5, 10·0.8 = 8. Worst: 30·0.9 + 0 = 27, 10·0.5 = 5.
    const [first, second, third] = yearsOf({
      subject: 'Физика',
      teachers: 40,
      pastAge: 10,
      hours: 800,
      vacancies: 2,
      joining: { low: 0, high: 2 },
      leaving: { low: 0.05, high: 0.1 },
      leavingPast: { low: 0.2, high: 0.5 },
    });
    expect(first?.teachers.high).toBeCloseTo(38.5, 10);
    expect(first?.teachers.low).toBeCloseTo(32, 10);
    expect(first?.open.low).toBeCloseTo(3.5, 10);
    // 20 lessons a week each.
    expect(first?.hours?.low).toBeCloseTo(70, 10);
    expect(first?.hours?.high).toBeCloseTo(200, 10);
    expect(second?.teachers.high).toBeCloseTo(30.5 * 0.95 + 2 + 6.4, 10);
    expect(third?.teachers.low).toBeCloseTo(30 * 0.9 ** 3 + 10 * 0.125, 10);
  });

  it('says nothing of lessons where they are not known, or nobody teaches them', () => {
    const row = { subject: 'Физика', vacancies: 2, pastAge: 0, joining: { low: 0, high: 0 } };
    const leaving = { low: 0.1, high: 0.2 };
    for (const of of [{ teachers: 4 }, { teachers: 0, hours: 40 }, { teachers: 0 }])
      for (const year of yearsOf({ ...row, ...of, leaving })) expect(year).not.toHaveProperty('hours');
  });

  it('lets those who reach the age leave as those past it, from that year on', () => {
    // 30 younger, of whom 4 reach the age in the first year and 6 in the third; 1 in 10 leaves, of those past the age 1 in 2.
    const row = {
      subject: 'Физика',
      teachers: 30,
      pastAge: 0,
      vacancies: 0,
      joining: { low: 0, high: 0 },
      leaving: { low: 0.1, high: 0.1 },
      leavingPast: { low: 0.5, high: 0.5 },
    };
    const years = yearsOf({ ...row, reaching: [4, undefined, 6] });
    // 26 · 0.9 + 4 · 0.5; then 23.4 · 0.9 + 2 · 0.5; of the six 6 · 0.9² = 4.86 are still there: (21.06 − 4.86) · 0.9 + 5.86 · 0.5.
    const expected = [25.4, 22.06, 17.51];
    years.forEach(({ teachers }, t) => {
      expect(teachers.low).toBeCloseTo(expected[t] ?? 0, 10);
      expect(teachers.high).toBeCloseTo(expected[t] ?? 0, 10);
    });
    expect(yearsOf({ ...row, reaching: [undefined, undefined, undefined] })).toEqual(yearsOf(row));
  });

  it('is for each teacher the chance to be still there, whatever year they reach the age in', () => {
    fc.assert(
      fc.property(rows, ({ reaching = [], ...row }) => {
        const [leave, past] = [row.leaving?.high ?? 0, row.leavingPast?.high ?? 0];
        const stays = (year: number, reached: number) =>
          (1 - leave) ** Math.min(year, reached - 1) * (1 - past) ** Math.max(0, year - reached + 1);
        yearsOf({ ...row, reaching, joining: { low: 0, high: 0 } }).forEach(({ year, teachers }) => {
          const counts = [row.pastAge, ...reaching.map((count) => count ?? 0)];
          const others = row.teachers - counts.reduce((sum, count) => sum + count, 0);
          const [before = 0, ...later] = counts;
          const expected =
            before * stays(year, 1) +
            later.reduce((sum, count, t) => sum + count * stays(year, t + 1), 0) +
            others * (1 - leave) ** year;
          expect(teachers.low).toBeCloseTo(expected, 8);
        });
      }),
    );
  });

  it('is missing where nobody has stated how many leave', () => {
    const row = { subject: 'Физика', teachers: 4, pastAge: 0, vacancies: 1, joining: { low: 0, high: 0 } };
    expect(staffingOutlook([row])).toEqual([{ subject: 'Физика', kind: 'missing', reason: 'not-entered' }]);
  });

  it('keeps low below high, stays as it is where nobody comes and goes, and knows hours only where they are', () => {
    fc.assert(
      fc.property(rows, (row) => {
        for (const { teachers, open, hours } of yearsOf(row)) {
          expect(teachers.low).toBeLessThanOrEqual(teachers.high + 1e-9);
          expect(open.low).toBeLessThanOrEqual(open.high + 1e-9);
          expect(open.low).toBeGreaterThanOrEqual(0);
          expect(hours === undefined).toBe(row.teachers === 0);
        }
        const none = { low: 0, high: 0 };
        const still = yearsOf({ ...row, joining: none, leaving: none, leavingPast: none });
        for (const { teachers, open } of still) {
          expect(teachers).toEqual({ low: row.teachers, high: row.teachers });
          expect(open).toEqual({ low: row.vacancies, high: row.vacancies });
        }
      }),
    );
  });

  it('never has fewer posts open where more leave or fewer join', () => {
    fc.assert(
      fc.property(rows, share, fc.nat(20), (row, more, joiners) => {
        const { leaving = { low: 0, high: 0 }, joining } = row;
        const worse = yearsOf({
          ...row,
          leaving: { low: Math.max(leaving.low, more), high: Math.max(leaving.high, more) },
          joining: { low: Math.min(joining.low, joiners), high: Math.min(joining.high, joiners) },
        });
        yearsOf(row).forEach(({ open }, t) => {
          expect(worse[t]?.open.low).toBeGreaterThanOrEqual(open.low - 1e-9);
          expect(worse[t]?.open.high).toBeGreaterThanOrEqual(open.high - 1e-9);
        });
      }),
    );
  });
});
