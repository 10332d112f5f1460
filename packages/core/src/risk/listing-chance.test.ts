import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { omsk2025 } from '../assessment/low-results-rules.js';
import { ListingChance } from './listing-chance.js';
import { RuleChance } from './rule-chance.js';

const LEVELS = 21;
const rule = new RuleChance(omsk2025);
/** What was drawn of a work: its results fit levels around `middle` only, the more so the larger `sharp`; it is low at high levels. */
const shape = fc.record({
  middle: evenly(0, LEVELS - 1),
  sharp: evenly(0.01, 0.25),
  turn: evenly(0, LEVELS - 1),
});
type Shape = typeof shape extends fc.Arbitrary<infer Value> ? Value : never;
/** Years are low independently. `factor`: of all probabilities, which changes no share. */
const workOf = ({ middle, sharp, turn }: Shape, { kinds, kindOf, years }: RuleChance, factor = 1) => {
  const planes = new Float64Array((kinds + 1) * LEVELS);
  for (let level = 0; level < LEVELS; level++) {
    const all = factor * Math.exp(-sharp * (level - middle) ** 2);
    const low = 1 / (1 + Math.exp(turn - level));
    for (let pattern = 0; pattern < 2 ** years; pattern++) {
      let chance = all;
      for (let year = 0; year < years; year++) chance *= (pattern >> year) & 1 ? low : 1 - low;
      const at = (kindOf[pattern] ?? 0) * LEVELS + level;
      planes[at] = (planes[at] ?? 0) + chance;
    }
    planes[kinds * LEVELS + level] = all;
  }
  return workWith(planes);
};
/** Of planes by kind, then level; after the last kind that of all kinds together. */
const workWith = (planes: Float64Array) => {
  const all = planes.slice(-LEVELS);
  const kinds = planes.slice(0, -LEVELS).map((chance, at) => chance / (all[at % LEVELS] ?? 0));
  const kindsOver = (from: number, to: number) =>
    // What was not asked for is not said.
    kinds.map((chance, at) => (at % LEVELS >= from && at % LEVELS < to ? chance : Number.NaN));
  return { planes, logs: all.map(Math.log), kindsOver };
};
const work = shape.map((of) => workOf(of, rule));
type Work = typeof work extends fc.Arbitrary<infer Value> ? Value : never;
const weights = Float64Array.from({ length: LEVELS }, (_, level) => Math.exp(-((level - 10) ** 2) / 20));

/** State by state at one level. */
function atLevel(works: readonly Work[], level: number, { open, kinds, next, isMet }: RuleChance) {
  let states = Array.from({ length: open + 1 }, (_, state) =>
    state === (isMet ? open : 0) ? (weights[level] ?? 0) : 0,
  );
  for (const { planes } of works) {
    const after = new Array<number>(open + 1).fill(0);
    states.forEach((mass, state) => {
      for (let kind = 0; kind < kinds; kind++) {
        const to = state === open ? state : (next[state * kinds + kind] ?? 0);
        after[to] = (after[to] ?? 0) + mass * (planes[kind * LEVELS + level] ?? 0);
      }
    });
    states = after;
  }
  return { met: states[open] ?? 0, all: states.reduce((sum, mass) => sum + mass, 0) };
}

/** Over all levels, none left out. */
function plainly(works: readonly Work[], of: RuleChance = rule) {
  const levels = Array.from({ length: LEVELS }, (_, level) => atLevel(works, level, of));
  const sum = (what: 'met' | 'all') => levels.reduce((so, each) => so + each[what], 0);
  return sum('met') / sum('all');
}

/** Levels that are as good as impossible are left out. */
const near = (found: number, expected: number) => expect(Math.abs(found - expected)).toBeLessThan(1e-10);
const RULES = [
  omsk2025,
  { conditions: [{ years: 1, procedures: 2, same: false }], combine: 'any' as const },
  { conditions: [{ years: 3, procedures: 2, same: false }], combine: 'all' as const },
  { ...omsk2025, combine: 'all' as const },
  // Fulfilled without any work, and never.
  { conditions: [{ years: 1, procedures: 0, same: false }], combine: 'any' as const },
  { conditions: [], combine: 'any' as const },
].map((of) => new RuleChance(of));

describe('ListingChance', () => {
  it('is the sum over all levels, also when other results make other levels possible', () => {
    fc.assert(
      fc.property(
        fc.array(work, { minLength: 1, maxLength: 5 }),
        fc.array(fc.tuple(fc.nat(), work), { maxLength: 4 }),
        (given, changes) => {
          const works = [...given];
          const listing = new ListingChance(rule, weights);
          listing.read(given);
          near(listing.chance(), plainly(works));
          for (const [at, other] of changes) {
            const place = at % works.length;
            near(listing.chanceWith(place, other), plainly(works.with(place, other)));
            listing.put(place, other);
            works[place] = other;
            near(listing.chance(), plainly(works));
          }
        },
      ),
    );
  });

  it('is the same for any ruleset, one school after the other, however improbable all results are together', () => {
    const school = fc.array(fc.tuple(shape, fc.constantFrom(1, 1e-60, 1e-120)), { maxLength: 6 });
    fc.assert(
      fc.property(
        fc.constantFrom(...RULES),
        fc.array(school, { minLength: 1, maxLength: 4 }),
        school,
        (of, schools, others) => {
          const listing = new ListingChance(of, weights);
          for (const given of schools) {
            const works = given.map(([drawn, factor]) => workOf(drawn, of, factor));
            const plain = given.map(([drawn]) => workOf(drawn, of));
            listing.read(works);
            near(listing.chance(), plainly(plain, of));
            others.slice(0, works.length).forEach(([drawn, factor], place) => {
              const other = workOf(drawn, of, factor);
              near(listing.chanceWith(place, other), plainly(plain.with(place, workOf(drawn, of)), of));
              listing.put(place, other);
              near(listing.chance(), plainly(plain.with(place, workOf(drawn, of)), of));
              // The list that was read is another one now.
              listing.read(works);
              near(listing.chance(), plainly(plain, of));
            });
          }
        },
      ),
    );
  });

  it('knows what other results in the place of a work would change, however improbable they are', () => {
    const drawn = fc.tuple(shape, fc.constantFrom(1, 1e-120));
    fc.assert(
      fc.property(
        fc.constantFrom(...RULES),
        fc.array(drawn, { minLength: 1, maxLength: 7 }),
        fc.nat(),
        drawn,
        (of, given, at, [other, factor]) => {
          const place = at % given.length;
          const listing = new ListingChance(of, weights);
          listing.read(given.map(([drawn, factor]) => workOf(drawn, of, factor)));
          const { listed, unlisted, log } = listing.moved(place, workOf(other, of, factor));
          const plain = given.map(([drawn]) => workOf(drawn, of));
          const moved = plain.with(place, workOf(other, of));
          near(listed, plainly(moved, of));
          near(unlisted, 1 - plainly(moved, of));
          const allOf = (works: readonly Work[]) =>
            weights.reduce((sum, _, level) => sum + atLevel(works, level, of).all, 0);
          const [, before = Number.NaN] = given[place] ?? [];
          const change = Math.log(allOf(moved) / allOf(plain)) + Math.log(factor) - Math.log(before);
          expect(Math.abs(log - change)).toBeLessThan(1e-9);
          expect(listing.chanceWith(place, workOf(other, of, factor))).toBe(listed);
        },
      ),
    );
  });

  it('knows how unlikely it is that a school is not listed, where that is next to nothing', () => {
    const sure = { conditions: [{ years: 1, procedures: 1, same: false }], combine: 'any' as const };
    const of = new RuleChance(sure);
    const listing = new ListingChance(of, weights);
    const good = 1e-14;
    const planes = new Float64Array((of.kinds + 1) * LEVELS).fill(1);
    planes.fill(good, (of.kindOf[0] ?? 0) * LEVELS, ((of.kindOf[0] ?? 0) + 1) * LEVELS);
    planes.fill(1 - good, (of.kindOf[1] ?? 0) * LEVELS, ((of.kindOf[1] ?? 0) + 1) * LEVELS);
    listing.read([workWith(planes)]);
    const { listed, unlisted } = listing.moved(0, workWith(planes));
    expect(listed).toBeCloseTo(1, 12);
    expect(unlisted / good).toBeCloseTo(1, 1);
  });

  it('knows how probable levels would be without one work, of those that are possible', () => {
    fc.assert(
      fc.property(fc.array(work, { minLength: 1, maxLength: 5 }), fc.nat(), (works, at) => {
        const place = at % works.length;
        const listing = new ListingChance(rule, weights);
        listing.read(works);
        expect(listing.work(place)).toBe(works[place]);
        const { from, to } = listing.possible;
        const masses = (of: readonly Work[]) =>
          Array.from(weights, (_, level) => atLevel(of, level, rule).all);
        const all = masses(works);
        const most = Math.max(...all);
        // No level with a place in the sum is left out, and the ends have one.
        all.forEach((mass, level) => {
          if (level < from || level >= to) expect(mass / most).toBeLessThan(1.1e-12);
        });
        for (const end of [from, to - 1]) expect((all[end] ?? 0) / most).toBeGreaterThan(0.9e-12);
        const others = masses(works.toSpliced(place, 1)).map((mass, level) =>
          level < from || level >= to ? 0 : mass,
        );
        const largest = Math.max(...others);
        listing.without(place).forEach((mass, level) => {
          expect(
            Math.abs(mass / ((others[level] ?? 0) / largest || 1) - (others[level] ? 1 : 0)),
          ).toBeLessThan(1e-9);
        });
      }),
    );
  });
});
