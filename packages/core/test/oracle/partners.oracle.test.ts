import { describe, expect, it } from 'vitest';
import { known } from '../../src/foundation/index.js';
import { balanceOf } from '../../src/partners/balance.js';
import type { PartnerSchool, SchoolPair } from '../../src/partners/index.js';
import { RankDistance } from '../../src/partners/rank-distance.js';
import oracle from './partners.json' with { type: 'json' };

describe('distances between conditions, by MatchIt and corpcor', () => {
  it.each(oracle.regions.map((region, place) => [place, region] as const))('region %i', (_, region) => {
    const distance = new RankDistance(region.rows);
    // With one variable there is no correlation to shrink.
    if (region.rows[0]?.length !== 1) expect(distance.shrinkage).toBeCloseTo(region.lambda, 10);
    let at = 0;
    // The upper triangle, column by column.
    region.rows.forEach((_row, column) => {
      for (let line = 0; line < column; line++)
        expect(distance.between(line, column)).toBeCloseTo(region.distances[at++] ?? Number.NaN, 10);
    });
    expect(at).toBe(region.distances.length);
  });
});

describe('balance, by base R', () => {
  const { seek, rest, smd } = oracle.balance;
  const school = (value: number, seeks: boolean, place: number): PartnerSchool => ({
    school: `${seeks ? 'a' : 'b'}${place}`,
    stratum: '',
    conditions: new Map([['x', value]]),
    difference: known(0, 1),
    seeks,
    flagged: false,
    strong: [],
    weak: [],
  });
  const seeking = seek.map((value, place) => school(value, true, place));
  const others = rest.map((value, place) => school(value, false, place));

  it('is the same before and after', () => {
    const pairs = [
      [0, 1],
      [3, 4],
      [5, 4],
      [7, 8],
    ].flatMap(([own = 0, partner = 0]): readonly SchoolPair[] => {
      const [one, other] = [seeking[own], others[partner]];
      if (one === undefined || other === undefined) return [];
      return [
        { school: one, partner: other, distance: 0, difference: 0, low: 0, high: 0, topics: [], value: 1 },
      ];
    });
    const [found] = balanceOf([...seeking, ...others], pairs);
    expect(found?.before).toBeCloseTo(smd[0] ?? Number.NaN, 12);
    expect(found?.after).toBeCloseTo(smd[1] ?? Number.NaN, 12);
  });
});
