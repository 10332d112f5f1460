import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import { known, missing } from '../foundation/index.js';
import { candidatePairs } from './candidate-pairs.js';
import type { PartnerSchool } from './index.js';
import { balanceTable, PARTNER_RULES, partnerPlan, partnersTable } from './index.js';

/** Any two schools are alike. */
const WIDE = { ...PARTNER_RULES, calipers: {}, distance: 1000 };
const results = (estimate: number, error = 0.05) =>
  known(estimate, 50, { low: estimate - 1.96 * error, high: estimate + 1.96 * error, method: 'normal' });
const school = (id: string, extra: Partial<PartnerSchool> = {}): PartnerSchool => ({
  school: id,
  stratum: 'село',
  conditions: new Map([['x', Number(id.slice(1)) / 10]]),
  difference: results(id.startsWith('a') ? -0.3 : 0.4),
  seeks: id.startsWith('a'),
  flagged: false,
  strong: [],
  weak: [],
  ...extra,
});
const told = (schools: readonly PartnerSchool[], rules = WIDE) =>
  partnerPlan(schools, rules).entries.map((entry) =>
    entry.kind === 'matched'
      ? `${entry.school} ${entry.pair.partner.school}`
      : `${entry.school} ${entry.reason} ${entry.nearest?.partner.school ?? '-'}`,
  );

describe('partnerPlan', () => {
  it('says of every school without a partner how near it came to one', () => {
    const others = [school('b1'), school('b2'), school('b3')];
    expect(told([school('a1', { conditions: new Map() }), ...others])).toEqual(['a1 no-context -']);
    expect(told([school('a1', { difference: missing('too-few-schools') }), ...others])).toEqual([
      'a1 no-difference -',
    ]);
    expect(told([school('a1', { stratum: 'город' }), ...others])).toEqual(['a1 none-higher -']);
    expect(told([school('a1', { difference: results(0.35) }), ...others])).toEqual(['a1 none-higher -']);
    const narrow = { ...WIDE, calipers: { x: 0.1 } };
    expect(told([school('a9'), ...others], narrow)).toEqual(['a9 none-alike b3']);
    expect(told([school('a9'), ...others], { ...WIDE, distance: 0.01 })).toEqual(['a9 none-alike b3']);
    const far = others.map((each) => ({ ...each, municipality: 'Б' }));
    expect(told([school('a1', { municipality: 'А' }), ...far])).toEqual(['a1 none-near b1']);
    const one = { ...WIDE, capacity: 1 };
    expect(told([school('a1'), school('a2'), school('b1')], one)).toEqual(['a1 b1', 'a2 full b1']);
  });

  it('lets the shipped rules pair schools about a standard deviation apart, and none that are twice as far', () => {
    // Shares 0.20, 0.22 … 0.58: their standard deviation is 0.118.
    const district = (model: number) =>
      Array.from({ length: 20 }, (_, i) =>
        school(`${i === 5 ? 'a' : 'b'}${i}`, {
          conditions: new Map([['higher_education', 0.2 + 0.02 * i]]),
          difference: results(i === 5 ? -0.3 : i === model ? 0.4 : -0.1),
        }),
      );
    expect(told(district(10), PARTNER_RULES)).toEqual(['a5 b10']);
    expect(told(district(17), PARTNER_RULES)).toEqual(['a5 none-alike b17']);
  });

  it('offers no school that seeks itself, has doubtful results, or whose results may be no higher than expected', () => {
    const unfit = [
      school('b1', { seeks: true, difference: results(0.4) }),
      school('b2', { flagged: true }),
      school('b3', { difference: results(0.4, 0.3) }),
      school('b4', { difference: missing('no-pupils') }),
      school('b5', { difference: known(0.4, 3) }),
    ];
    expect(told([school('a1', { difference: results(-2) }), ...unfit])[0]).toBe('a1 none-higher -');
  });

  it('measures the way where both places are known, else goes by the municipality', () => {
    const at = (latitude: number) => ({ place: { latitude, longitude: 80 } });
    const own = school('a1', { municipality: 'А', ...at(55) });
    // One degree of latitude is 111 km.
    expect(
      told([
        own,
        school('b1', { municipality: 'Б', ...at(55.4) }),
        school('b2', { municipality: 'А', ...at(56) }),
      ]),
    ).toEqual(['a1 b1']);
    expect(told([own, school('b1', { municipality: 'А' })])).toEqual(['a1 b1']);
    expect(told([own, school('b1', { municipality: 'Б' })])).toEqual(['a1 none-near b1']);
    const table = partnersTable(partnerPlan([own, school('b1', { municipality: 'Б', ...at(56) })], WIDE));
    expect(table.rows).toEqual([
      ['a1', ...Array(6).fill(undefined), 'no-partner:none-near;nearest:b1;km:111;partners-1:unverified'],
    ]);
  });

  it('prefers a partner that is strong where the school is weak', () => {
    const partners = [
      school('b1', { conditions: new Map([['x', 0]]) }),
      school('b2', { conditions: new Map([['x', 0]]), strong: ['Дроби', 'Геометрия'] }),
    ];
    const plan = partnerPlan([school('a1', { weak: ['Дроби', 'Текст'] }), ...partners], WIDE);
    const [row] = partnersTable(plan).rows;
    expect(row?.slice(0, 2)).toEqual(['a1', 'b2']);
    expect(row?.[6]).toBe('Дроби');
    expect(row?.[3]).toBeCloseTo(0.7, 12);
    // Errors of both add up: 1.96 × √(2 × 0.05²).
    expect(row?.[4]).toBeCloseTo(0.7 - 1.96 * Math.sqrt(0.005), 4);
    expect(balanceTable(plan).rows.map(([variable]) => variable)).toEqual(['x']);
  });

  const region = fc.record({
    own: fc.array(fc.record({ x: fc.nat(20), low: between(-1, 0) }), {
      minLength: 1,
      maxLength: 5,
    }),
    others: fc.array(fc.record({ x: fc.nat(20), high: between(0.15, 1) }), {
      minLength: 1,
      maxLength: 4,
    }),
    capacity: fc.constantFrom(1, 2),
    distance: fc.constantFrom(0.5, 1, 1000),
  });
  const schoolsOf = ({
    own,
    others,
  }: {
    own: readonly { x: number; low: number }[];
    others: readonly { x: number; high: number }[];
  }) => [
    ...own.map(({ x, low }, i) =>
      school(`a${i}`, { conditions: new Map([['x', x]]), difference: results(low) }),
    ),
    ...others.map(({ x, high }, i) =>
      school(`b${i}`, { conditions: new Map([['x', x]]), difference: results(high) }),
    ),
  ];

  it('has as many pairs as can be and the most value, as trying everything shows, and proves no less', () => {
    fc.assert(
      fc.property(region, ({ own, others, capacity, distance }) => {
        const schools = schoolsOf({ own, others });
        const rules = { ...WIDE, capacity, distance };
        const candidates = candidatePairs(schools, rules);
        let best = { pairs: 0, value: 0 };
        const used = new Map<string, number>();
        const walk = (place: number, pairs: number, value: number): void => {
          const of = candidates[place];
          if (of === undefined) {
            if (pairs > best.pairs || (pairs === best.pairs && value > best.value)) best = { pairs, value };
            return;
          }
          walk(place + 1, pairs, value);
          for (const pair of of.pairs) {
            const id = pair.partner.school;
            const taken = used.get(id) ?? 0;
            if (taken >= capacity) continue;
            used.set(id, taken + 1);
            walk(place + 1, pairs + 1, value + pair.value);
            used.set(id, taken);
          }
        };
        walk(0, 0, 0);
        const { proof, entries } = partnerPlan(schools, rules);
        expect(proof.matched).toBe(best.pairs);
        expect(proof.value).toBe(best.value);
        expect(proof.mostMatched).toBeGreaterThanOrEqual(best.pairs);
        expect(proof.mostValue).toBeGreaterThanOrEqual(best.value);
        expect(entries.map((entry) => entry.school)).toEqual(own.map((_, i) => `a${i}`));
        const taken = new Map<string, number>();
        for (const entry of entries) {
          if (entry.kind === 'without') continue;
          const id = entry.pair.partner.school;
          taken.set(id, (taken.get(id) ?? 0) + 1);
          expect(entry.pair.low).toBeGreaterThan(0);
          expect(entry.pair.distance).toBeLessThanOrEqual(distance);
        }
        for (const count of taken.values()) expect(count).toBeLessThanOrEqual(capacity);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of schools', () => {
    fc.assert(
      fc.property(
        region,
        fc.array(fc.nat(), { minLength: 9, maxLength: 9 }),
        ({ own, others, capacity }, order) => {
          const schools = schoolsOf({ own, others });
          const shuffled = schools
            .map((each, i) => ({ each, key: order[i] ?? 0 }))
            .sort((one, other) => one.key - other.key)
            .map(({ each }) => each);
          const rules = { ...WIDE, capacity };
          expect(partnersTable(partnerPlan(shuffled, rules))).toEqual(
            partnersTable(partnerPlan(schools, rules)),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
