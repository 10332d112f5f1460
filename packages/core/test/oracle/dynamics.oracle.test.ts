import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/index.js';
import { schoolDynamics } from '../../src/dynamics/index.js';
import { add, empty, merge, summarise } from '../../src/tally/index.js';
import { aBlock, anAssessment } from '../response-rows.js';
import oracle from './dynamics.json' with { type: 'json' };

const WORKS = { m5: ['Математика', 5], r5: ['Русский язык', 5], m6: ['Математика', 6] } as const;
const YEARS = ['2024/2025', '2025/2026'];
const work = (id: keyof typeof WORKS, year: number): Assessment =>
  anAssessment([20], {
    id: `${id}-${year}`,
    subject: WORKS[id][0],
    grade: WORKS[id][1],
    schoolYear: YEARS[year] ?? '',
    ...(id === 'm5' && year === 1 ? { sameItemsAs: 'm5-0' } : {}),
  });
const IDS = ['m5', 'r5', 'm6'] as const;

describe('changes of schools, by numpy and scipy', () => {
  it.each(oracle.regions.map((region, place) => [place, region] as const))('region %i', (_, region) => {
    const tallies = IDS.flatMap((id) =>
      [0, 1].map((year) => {
        const rows = region.data.flatMap((school, place) => {
          const totals: Readonly<Record<string, readonly number[]>> = school;
          return (totals[`${id}/${year}`] ?? []).map((total) => ({
            unit: { school: `s${String(place).padStart(2, '0')}` },
            codes: [total * 2],
          }));
        });
        return add(empty(), aBlock(work(id, year), rows));
      }),
    );
    const { schools, spread } = schoolDynamics(summarise(merge(...tallies)));
    expect(spread).toBeCloseTo(region.spread, 10);
    const wanted: Readonly<Record<string, unknown>> = region.schools;
    const compared = schools.filter(({ works }) => works.length > 0);
    expect(compared.map(({ school }) => school)).toEqual(Object.keys(wanted));
    for (const { school, pupils, pupilsBefore, change, points, p, q } of compared) {
      const interval = change.kind === 'known' ? change.interval : undefined;
      const got = {
        pupils,
        before: pupilsBefore,
        change: change.kind === 'known' ? change.estimate : undefined,
        low: interval?.low,
        high: interval?.high,
        p,
        q,
        points: points.kind === 'known' ? points.estimate : points.reason,
      };
      expect(rounded(got)).toEqual(rounded(expectedOf(wanted[school])));
    }
  });
});

function expectedOf(of: unknown): Readonly<Record<string, unknown>> {
  if (typeof of !== 'object' || of === null) return {};
  const { move, points, ...rest } = { move: undefined, points: undefined, ...of };
  const isFew = move === null;
  const share = Array.isArray(points) ? points[0] : isFew ? 'too-few' : 'instrument-changed';
  return isFew
    ? {
        change: undefined,
        low: undefined,
        high: undefined,
        p: undefined,
        q: undefined,
        ...rest,
        points: share,
      }
    : { ...rest, points: share };
}

/** To ten digits after the comma. */
function rounded(of: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(of)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, value]) => [key, typeof value === 'number' ? Number(value.toFixed(10)) : value]),
  );
}
