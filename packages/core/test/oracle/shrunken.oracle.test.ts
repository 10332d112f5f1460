import { describe, expect, it } from 'vitest';
import { analyse, schoolShares } from '../../src/analysis/index.js';
import { add, empty } from '../../src/tally/index.js';
import { aBlock, anAssessment } from '../response-rows.js';
import oracle from './shrunken.json' with { type: 'json' };

describe('shares drawn to the other schools, by base R', () => {
  it.each(oracle.regions.map((region, place) => [place, region] as const))('region %i', (_, region) => {
    const rows = region.n.flatMap((n, place) =>
      Array.from({ length: n }, (_pupil, pupil) => ({
        unit: { school: `s${String(place).padStart(2, '0')}` },
        codes: [2],
        mark: pupil < (region.x[place] ?? 0) ? 2 : 3,
      })),
    );
    const shares = schoolShares(analyse(add(empty(), aBlock(anAssessment([1]), rows)))).filter(
      ({ measure }) => measure === 'below-minimum',
    );
    expect(shares.map(({ count }) => count)).toEqual(region.x);
    expect(shares.map(({ place }) => place)).toEqual(region.funnel.places);
    expect(shares.map(({ isWidened }) => isWidened)).toEqual(region.n.map(() => region.funnel.widened));
    shares.forEach(({ others, shrunken }, place) => {
      if (shrunken.kind === 'missing' || shrunken.interval === undefined) throw new Error('not shrunken');
      expect(Math.abs((others ?? 0) - (region.others[place] ?? 0))).toBeLessThan(1e-6);
      expect(Math.abs(shrunken.estimate - (region.shrunken[place] ?? 0))).toBeLessThan(1e-6);
      expect(Math.abs(shrunken.interval.low - (region.low[place] ?? 0))).toBeLessThan(1e-6);
      expect(Math.abs(shrunken.interval.high - (region.high[place] ?? 0))).toBeLessThan(1e-6);
    });
  });
});
