import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import { hse3yBoth, omsk2025 } from '../assessment/low-results-rules.js';
import type { Alikeness } from './alike-works.js';
import { LATTICE_STEP, latticeNormal, latticeReach, latticeStep, normalWeights } from './level-lattice.js';
import { ListingChance } from './listing-chance.js';
import { RuleChance } from './rule-chance.js';
import { SchoolLevels } from './school-chance.js';
import { workChances } from './work-chance.js';

const sum = (of: Float64Array) => of.reduce((all, each) => all + each, 0);

describe('latticeNormal', () => {
  it('has the mean and the variance of the distribution, out to eight standard deviations', () => {
    for (const variance of [0.05, 0.3, 0.95]) {
      const { weights, reach } = latticeNormal(variance, LATTICE_STEP);
      expect(reach).toBe(latticeReach(variance, LATTICE_STEP));
      expect(reach * LATTICE_STEP).toBeGreaterThanOrEqual(8 * Math.sqrt(variance));
      expect((reach - 1) * LATTICE_STEP).toBeLessThan(8 * Math.sqrt(variance));
      expect(weights).toHaveLength(2 * reach + 1);
      expect(sum(weights)).toBeCloseTo(1, 12);
      const level = (place: number) => (place - reach) * LATTICE_STEP;
      expect(sum(weights.map((weight, place) => weight * level(place)))).toBeCloseTo(0, 12);
      expect(sum(weights.map((weight, place) => weight * level(place) ** 2))).toBeCloseTo(variance, 6);
    }
  });

  it('is the middle alone where nothing varies', () => {
    expect(latticeNormal(0, LATTICE_STEP)).toEqual({ reach: 0, weights: Float64Array.of(1) });
    expect(normalWeights(0, LATTICE_STEP, 1)).toEqual(Float64Array.of(0, 1, 0));
  });
});

describe('latticeStep', () => {
  it('is finer where many works of a school are alike', () => {
    const [few, many] = [
      { works: 2, years: 2 },
      { works: 6, years: 3 },
    ];
    expect(latticeStep({ school: 0, work: 0 }, many)).toBe(LATTICE_STEP);
    expect(latticeStep({ school: 0.5, work: 0.3 }, many)).toBe(LATTICE_STEP);
    expect(latticeStep({ school: 0.8, work: 0 }, few)).toBe(LATTICE_STEP);
    expect(latticeStep({ school: 0.95, work: 0 }, few)).toBeCloseTo(1.5 * Math.sqrt(0.05 / 4), 12);
    expect(latticeStep({ school: 0.95, work: 0 }, many)).toBeCloseTo(1.5 * Math.sqrt(0.05 / 18), 12);
    // Years of one work tell its level.
    expect(latticeStep({ school: 0.5, work: 0.45 }, { works: 1, years: 20 })).toBeCloseTo(0.075, 12);
    expect(latticeStep({ school: 0.5, work: 0.4 }, { works: 0, years: 0 })).toBe(LATTICE_STEP);
  });

  it('is finer where levels hardly differ, and passes over those that do not', () => {
    expect(latticeStep({ school: 0.01, work: 0 }, { works: 1, years: 1 })).toBeCloseTo(0.15, 12);
    expect(latticeStep({ school: 0.5, work: 0.001 }, { works: 2, years: 1 })).toBeCloseTo(
      1.5 * Math.sqrt(0.001),
      12,
    );
    expect(latticeStep({ school: 0, work: 0.3 }, { works: 2, years: 1 })).toBe(LATTICE_STEP);
  });
});

describe('the lattice in place of the integral', () => {
  interface School extends Alikeness {
    readonly mean: number;
    readonly precision: number;
    readonly n: number;
    /** Low results by work, then year. */
    readonly counts: readonly (readonly number[])[];
    readonly rules: LowResultsRules;
  }
  const chanceOf = ({ school, work, mean, precision, n, counts, rules }: School, step?: number) => {
    const rule = new RuleChance(rules);
    const most = { works: counts.length, years: rule.years };
    const levels = new SchoolLevels({ school, work }, step ?? latticeStep({ school, work }, most));
    const prior = { mean, precision, fitted: true, spread: 'some' as const };
    const chance = workChances(prior, rules.shareFrom, levels);
    const listing = new ListingChance(rule, levels.weights);
    const works = counts.map((years) => years.slice(0, rule.years).map((count) => chance(count, n)));
    listing.read(levels.ofWorks(works, rule));
    return listing.chance();
  };
  const errorOf = (school: School) => Math.abs(chanceOf(school) - chanceOf(school, 0.02));

  it('errs by less than 0.003, whatever the region and wherever in it the border is', () => {
    const schools = fc.record({
      alike: fc.oneof(evenly(0, 0.95), fc.constant(0.95)),
      part: fc.oneof(evenly(0, 1), fc.constant(1)),
      mean: evenly(0.03, 0.5),
      precision: evenly(2, 50),
      n: fc.integer({ min: 10, max: 300 }),
      rules: fc.constantFrom(omsk2025, hse3yBoth),
      shares: fc.array(fc.array(evenly(0.2, 0.4), { minLength: 3, maxLength: 3 }), {
        minLength: 1,
        maxLength: 6,
      }),
    });
    fc.assert(
      fc.property(schools, ({ alike, part, shares, ...of }) => {
        const counts = shares.map((years) => years.map((share) => Math.round(share * of.n)));
        const enough = (variance: number) => (variance < 0.001 ? 0 : variance);
        const school = { ...of, counts, school: enough(alike * part), work: enough(alike * (1 - part)) };
        expect(errorOf(school)).toBeLessThan(0.003);
      }),
      { numRuns: 60 },
    );
  });

  it('is exact to three decimals where eighteen works of 300 pupils are as alike as can be', () => {
    // A step of a quarter erred by up to 0.07 here.
    for (const share of [0.27, 0.28, 0.29, 0.3]) {
      const counts = Array.from({ length: 6 }, (_, work) =>
        [0, 1, 2].map((year) => Math.round(300 * (share + 0.01 * (((work * 5 + year * 3) % 7) - 3)))),
      );
      const region = { school: 0.95, work: 0, mean: 0.25, precision: 12, n: 300, counts, rules: hse3yBoth };
      expect(errorOf(region)).toBeLessThan(0.0005);
    }
  });
});
