import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import { hse3yBoth, omsk2025 } from '../assessment/low-results-rules.js';
import type { Alikeness } from './alike-works.js';
import { LATTICE_STEP, latticeNormal, latticeReach, latticeStep, normalWeights } from './level-lattice.js';
import { levelShares } from './level-shares.js';
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
      expect(reach * LATTICE_STEP).toBeLessThanOrEqual(8 * Math.sqrt(variance));
      expect((reach + 1) * LATTICE_STEP).toBeGreaterThan(8 * Math.sqrt(variance));
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
      { works: 2, years: 2, priors: [] },
      { works: 6, years: 3, priors: [] },
    ];
    expect(latticeStep({ school: 0, work: 0 }, many)).toBe(LATTICE_STEP);
    expect(latticeStep({ school: 0.5, work: 0.3 }, many)).toBe(LATTICE_STEP);
    expect(latticeStep({ school: 0.8, work: 0 }, few)).toBe(LATTICE_STEP);
    expect(latticeStep({ school: 0.95, work: 0 }, few)).toBeCloseTo(1.5 * Math.sqrt(0.05 / 4), 12);
    expect(latticeStep({ school: 0.95, work: 0 }, many)).toBeCloseTo(1.5 * Math.sqrt(0.05 / 18), 12);
    // Years of one work tell its level.
    expect(latticeStep({ school: 0.5, work: 0.45 }, { works: 1, years: 20, priors: [] })).toBeCloseTo(
      0.075,
      12,
    );
    expect(latticeStep({ school: 0.5, work: 0.4 }, { works: 0, years: 0, priors: [] })).toBe(LATTICE_STEP);
  });

  it('is finer where levels hardly differ, and passes over those that do not', () => {
    expect(latticeStep({ school: 0.01, work: 0 }, { works: 1, years: 1, priors: [] })).toBeCloseTo(0.15, 12);
    expect(latticeStep({ school: 0.5, work: 0.001 }, { works: 2, years: 1, priors: [] })).toBeCloseTo(
      1.5 * Math.sqrt(0.001),
      12,
    );
    expect(latticeStep({ school: 0, work: 0.3 }, { works: 2, years: 1, priors: [] })).toBe(LATTICE_STEP);
  });

  it('is as fine as shares tell levels where schools differ by many times the mean, and hardly finer', () => {
    const prior = fc.record({
      mean: evenly(0.005, 0.995),
      precision: fc.oneof(evenly(0.5, 5), evenly(5, 300)),
    });
    fc.assert(
      fc.property(prior, evenly(0.6, 0.95), fc.integer({ min: 3, max: 8 }), (of, alike, works) => {
        // On a lattice fine enough for any: how far apart logits of neighbouring levels are, and how they spread at each.
        const [step, reach] = [0.02, latticeReach(alike, 0.02)];
        const { a, b } = levelShares(of, { alike, step, reach });
        const logit = (place: number) => Math.log((a[place] ?? 0) / (b[place] ?? 0));
        const slope = (logit(reach + 1) - logit(reach)) / step;
        const spread = 1 / (a[reach] ?? 0) + 1 / (b[reach] ?? 0);
        const told = 1.5 * Math.sqrt(spread / slope ** 2 / works);
        const found = latticeStep({ school: alike, work: 0 }, { works, years: 1, priors: [of] });
        expect(found).toBeLessThan(told * 1.02);
        expect(found).toBeGreaterThan(Math.min(LATTICE_STEP, told) * 0.6);
      }),
    );
  });

  it('asks the work on which shares tell most', () => {
    const few = { mean: 0.02, precision: 3 };
    const many = { mean: 0.3, precision: 30 };
    const stepOf = (...priors: readonly (typeof few)[]) =>
      latticeStep({ school: 0.9, work: 0 }, { works: 6, years: 2, priors });
    expect(stepOf(few)).toBeLessThan(0.8 * stepOf(many));
    expect(stepOf(few, many)).toBe(stepOf(few));
    expect(stepOf(many, few)).toBe(stepOf(few));
    // Shares next to their mean.
    expect(stepOf({ mean: 0.3, precision: 1e15 })).toBe(stepOf());
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
    const prior = { mean, precision, fitted: true, spread: 'some' as const };
    const most = { works: counts.length, years: rule.years, priors: [prior] };
    const levels = new SchoolLevels({ school, work }, 57, step ?? latticeStep({ school, work }, most));
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
      mean: fc.oneof(evenly(0.01, 0.03), evenly(0.03, 0.5)),
      precision: fc.oneof(evenly(1, 3), evenly(3, 50)),
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

  it('is exact to three decimals where nearly all low results are those of a few schools', () => {
    // Of such shares a step that looks at alikeness alone made up to 0.02.
    const conditions = [{ years: 1, procedures: 4, same: false }];
    for (const [mean, precision, part] of [
      [0.01, 1, 1],
      [0.01, 3, 0.8],
      [0.02, 1.5, 1],
    ] as const) {
      for (const share of [0.28, 0.3, 0.32, 0.34]) {
        const counts = Array.from({ length: 8 }, (_, work) => [
          Math.round(300 * (share + 0.02 * ((work % 5) - 2))),
        ]);
        const alike = { school: 0.95 * part, work: 0.95 * (1 - part) };
        const region = { ...alike, mean, precision, n: 300, counts, rules: { ...omsk2025, conditions } };
        expect(errorOf(region)).toBeLessThan(0.0005);
      }
    }
  });
});
