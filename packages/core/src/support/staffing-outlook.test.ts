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
    hours: fc.nat(4000),
    vacancies: fc.nat(30),
    joining: bounds(fc.nat(20)),
    leaving: bounds(share),
    leavingPast: bounds(share),
  })
  .map(({ past, ...row }) => ({ ...row, subject: 'Физика', pastAge: Math.floor(row.teachers * past) }));

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
    expect(first?.hours?.high).toBeCloseTo(200, 10);
    expect(second?.teachers.high).toBeCloseTo(30.5 * 0.95 + 2 + 6.4, 10);
    expect(third?.teachers.low).toBeCloseTo(30 * 0.9 ** 3 + 10 * 0.125, 10);
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
