import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { omsk2025 } from '../assessment/low-results-rules.js';
import { ListingChance } from './listing-chance.js';
import { RuleChance } from './rule-chance.js';

const LEVELS = 21;
const rule = new RuleChance(omsk2025);
/** A work whose results fit levels around `middle` only, the more so the larger `sharp`; low works at high levels. */
const work = fc
  .record({
    middle: fc.double({ min: 0, max: LEVELS - 1, noNaN: true }),
    sharp: fc.double({ min: 0.01, max: 0.25, noNaN: true }),
    turn: fc.double({ min: 0, max: LEVELS - 1, noNaN: true }),
  })
  .map(({ middle, sharp, turn }) => {
    const planes = new Float64Array((rule.kinds + 1) * LEVELS);
    for (let level = 0; level < LEVELS; level++) {
      const all = Math.exp(-sharp * (level - middle) ** 2);
      const low = 1 / (1 + Math.exp(turn - level));
      const patterns = [(1 - low) ** 2, low * (1 - low), low * (1 - low), low * low];
      patterns.forEach((chance, pattern) => {
        const at = (rule.kindOf[pattern] ?? 0) * LEVELS + level;
        planes[at] = (planes[at] ?? 0) + all * chance;
      });
      planes[rule.kinds * LEVELS + level] = all;
    }
    return { planes, most: 0 };
  });
type Work = typeof work extends fc.Arbitrary<infer Value> ? Value : never;
const weights = Float64Array.from({ length: LEVELS }, (_, level) => Math.exp(-((level - 10) ** 2) / 20));

/** State by state at every level, none left out. */
function plainly(works: readonly Work[]) {
  let met = 0;
  let all = 0;
  for (let level = 0; level < LEVELS; level++) {
    let states = Array.from({ length: rule.open + 1 }, (_, state) =>
      state === 0 ? (weights[level] ?? 0) : 0,
    );
    for (const { planes } of works) {
      const next = new Array<number>(rule.open + 1).fill(0);
      states.forEach((mass, state) => {
        for (let kind = 0; kind < rule.kinds; kind++) {
          const to = state === rule.open ? state : (rule.next[state * rule.kinds + kind] ?? 0);
          next[to] = (next[to] ?? 0) + mass * (planes[kind * LEVELS + level] ?? 0);
        }
      });
      states = next;
    }
    met += states[rule.open] ?? 0;
    all += states.reduce((sum, mass) => sum + mass, 0);
  }
  return met / all;
}

/** Levels that are as good as impossible are left out. */
const near = (found: number, expected: number) => expect(Math.abs(found - expected)).toBeLessThan(1e-10);

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

  it('bounds what each kind counts for at levels that are out of the question', () => {
    fc.assert(
      fc.property(fc.array(work, { minLength: 1, maxLength: 5 }), fc.nat(), (works, at) => {
        const place = at % works.length;
        const listing = new ListingChance(rule, weights);
        listing.read(works);
        const most = listing.coefficients(place, 'met').slice();
        const least = listing.coefficients(place, 'unmet').slice();
        // Every level is possible after results that fit all of them.
        const flat = new Float64Array((rule.kinds + 1) * LEVELS).fill(1);
        for (let each = 0; each < works.length; each++) listing.chanceWith(each, { planes: flat, most: 0 });
        const all = rule.kinds * LEVELS;
        for (let cell = 0; cell < all; cell++) {
          const whole = most[all + (cell % LEVELS)] ?? 0;
          expect(least[all + (cell % LEVELS)]).toBe(whole);
          expect(least[cell]).toBeGreaterThanOrEqual(0);
          expect(least[cell]).toBeLessThanOrEqual(most[cell] ?? 0);
          expect(most[cell]).toBeLessThanOrEqual(whole * (1 + 1e-12));
        }
      }),
    );
  });
});
