import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { omsk2025 } from '../assessment/low-results-rules.js';
import type { Alikeness } from './alike-works.js';
import { LATTICE_STEP, latticeStep, levelCount } from './level-lattice.js';
import { ListingChance } from './listing-chance.js';
import { RuleChance } from './rule-chance.js';
import { SchoolLevels } from './school-chance.js';
import type { WorkChance } from './work-chance.js';
import { workChances } from './work-chance.js';

/** Nothing, or more than rounding leaves. */
const part = (max: number) =>
  fc.oneof({ arbitrary: fc.constant(0), weight: 1 }, { arbitrary: evenly(0.001, max), weight: 5 });
const alikeness = fc.record({ school: part(0.9), work: part(0.6) });
/** Most places that the lattice of these has. */
const WIDTH = 81;
/** By place of the lattice, as far as it reaches. */
const chances = fc.array(fc.oneof(evenly(1e-6, 1), fc.double({ min: 1e-6, max: 1, noNaN: true })), {
  minLength: WIDTH,
  maxLength: WIDTH,
});
/** Levels far from what a school has are as good as impossible; the middle stays possible in every year. */
const likelihood = fc
  .record({ chances, from: fc.nat(39), to: fc.integer({ min: 41, max: WIDTH }), sharp: fc.boolean() })
  .map(({ chances: of, from, to, sharp }) =>
    of.map((chance, place) => (sharp && (place < from || place >= to) ? 0 : chance)),
  );
const year = fc.option(fc.record({ likelihood, low: chances }), { nil: undefined });
type Year = typeof year extends fc.Arbitrary<infer Value> ? Value : never;
interface Drawn extends WorkChance {
  readonly likelihood: readonly number[];
  readonly low: readonly number[];
}
/** The middle of what was drawn, as wide as the lattice is. */
const asChance = (of: Year, width: number): Drawn | undefined => {
  const cut = (WIDTH - width) / 2;
  return (
    of && {
      likelihood: of.likelihood.slice(cut, cut + width),
      low: of.low.slice(cut, cut + width),
      addLogs: (into) => {
        for (let place = 0; place < width; place++) {
          into[place] = (into[place] ?? 0) + Math.log(of.likelihood[cut + place] ?? 0) - 3;
        }
      },
      addSteps: () => {},
      // No more than was asked for.
      lowOver: (from, to) =>
        Float64Array.from({ length: width }, (_, place) =>
          place < from || place >= to ? Number.NaN : (of.low[cut + place] ?? Number.NaN),
        ),
    }
  );
};

/** As the formula stands: every place by itself, every pattern by itself. */
function plainly(
  years: readonly (Drawn | undefined)[],
  kindOf: ArrayLike<number>,
  kinds: number,
  width: number,
) {
  const joint = Array.from({ length: width }, (_, place) =>
    years.reduce((product, of) => product * (of?.likelihood[place] ?? 1), 1),
  );
  const planes = Array.from({ length: kinds }, () => new Array<number>(width).fill(0));
  for (let pattern = 0; pattern < kindOf.length; pattern++) {
    const plane = planes[kindOf[pattern] ?? 0] ?? [];
    joint.forEach((chance, place) => {
      const of = years.reduce((product, each, before) => {
        const low = each?.low[place] ?? 0;
        return product * ((pattern >> before) & 1 ? low : 1 - low);
      }, chance);
      plane[place] = (plane[place] ?? 0) + of;
    });
  }
  return planes.flat();
}

/** Steps to either side and their weights; a variance of 0 leaves the middle. */
function normal(variance: number, step = LATTICE_STEP) {
  const sd = Math.sqrt(variance);
  const reach = variance === 0 ? 0 : Math.floor((8 * sd) / step);
  const steps = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach);
  const heights = steps.map((of) => (variance === 0 ? 1 : Math.exp(-0.5 * ((of * step) / sd) ** 2)));
  const whole = heights.reduce((sum, height) => sum + height, 0);
  return steps.map((step, at) => ({ step, weight: (heights[at] ?? 0) / whole }));
}

/** Every level throughout and every level beyond that: where it stands on the lattice, and how probable it is there. */
function pairsOf({ school, work }: Alikeness, reach: number, step?: number) {
  const levels = normal(school, step);
  const inside = levels.flatMap(({ step: throughout }, level) =>
    normal(work, step).map(({ step: beyond, weight }) => ({
      level: 1 + level,
      place: 1 + Math.min(reach, Math.max(-reach, throughout + beyond)) + reach,
      weight,
    })),
  );
  // A school unlike all others is so on each work.
  const below = { level: 0, place: 0, weight: 1 };
  const above = { level: levels.length + 1, place: 2 * reach + 2, weight: 1 };
  return [below, ...inside, above];
}
const OTHERS = 57;

const threeYears = { conditions: [{ years: 3, procedures: 1, same: false }], combine: 'any' as const };
const noYear = { conditions: [], combine: 'any' as const };
const oneYear = { conditions: [{ years: 1, procedures: 2, same: false }], combine: 'any' as const };
/** How far a table is from what it should be, in parts of each number; tables of another length are infinitely far. */
const apart = (found: ArrayLike<number>, expected: readonly number[], factor = 1) =>
  found.length === expected.length
    ? expected.reduce(
        (most, of, at) =>
          Math.max(most, Math.abs((found[at] ?? Number.NaN) * factor - of) / Math.max(of, 1e-30)),
        0,
      )
    : Number.POSITIVE_INFINITY;
const LITTLE = 1e-10;

describe('SchoolLevels', () => {
  it('knows how probable levels are before any results', () => {
    fc.assert(
      fc.property(alikeness, (alike) => {
        const { weights, reach } = new SchoolLevels(alike, OTHERS);
        const [school, work] = [normal(alike.school), normal(alike.work)];
        expect(
          apart(weights, [1 / 60, ...school.map(({ weight }) => (weight * 58) / 60), 1 / 60]),
        ).toBeLessThan(LITTLE);
        expect(reach).toBe(
          Math.min(
            (normal(alike.school + alike.work).length - 1) / 2,
            (school.length - 1) / 2 + (work.length - 1) / 2,
          ),
        );
      }),
    );
    expect([...new SchoolLevels({ school: 0, work: 0 }, 13).weights]).toEqual([1 / 16, 7 / 8, 1 / 16]);
  });

  it('sums over what is the level of the work itself, and keeps what it gave until it may be used again', () => {
    fc.assert(
      fc.property(
        alikeness,
        fc.tuple(year, year, year),
        fc.tuple(year, year, year),
        fc.constantFrom(omsk2025, threeYears, oneYear, noYear),
        fc.nat(),
        fc.nat(),
        (alike, one, other, rules, first, last) => {
          const rule = new RuleChance(rules);
          const levels = new SchoolLevels(alike, OTHERS);
          const width = levelCount(levels);
          const size = levels.weights.length;
          const works = [one, other].map((three) =>
            three.slice(0, rule.years).map((of) => asChance(of, width)),
          );
          for (let round = 0; round < 2; round++) {
            const found = levels.ofWorks(works, rule);
            const [from, to] = [Math.min(first % size, last % size), Math.max(first % size, last % size) + 1];
            found.forEach((work, at) => {
              const years = works[at] ?? [];
              const places = plainly(years, rule.kindOf, rule.kinds, width);
              const all = new Array<number>(size).fill(0);
              const expected = new Array<number>(rule.kinds * size).fill(0);
              for (const { level, place, weight } of pairsOf(alike, levels.reach)) {
                for (let kind = 0; kind < rule.kinds; kind++) {
                  const chance = weight * (places[kind * width + place] ?? 0);
                  all[level] = (all[level] ?? 0) + chance;
                  expected[kind * size + level] = (expected[kind * size + level] ?? 0) + chance;
                }
              }
              const factor = Math.exp(3 * years.filter((of) => of !== undefined).length);
              expect(apart(work.logs.map(Math.exp), all, factor)).toBeLessThan(LITTLE);
              const levelsAsked = (of: ArrayLike<number>, [first, end]: readonly [number, number]) =>
                Array.from({ length: rule.kinds * (end - first) }, (_, cell) => {
                  const level = first + (cell % (end - first));
                  const kind = Math.floor(cell / (end - first));
                  return (all[level] ?? 0) < 1e-30 ? 0 : (of[kind * size + level] ?? Number.NaN);
                });
              const kinds = expected.map((chance, at) => chance / (all[at % size] ?? 0));
              // First some levels, then more on either side.
              for (const asked of [
                [from, to],
                [Math.min(from, 2), size],
              ] as const) {
                expect(
                  apart(levelsAsked(work.kindsOver(...asked), asked), levelsAsked(kinds, asked)),
                ).toBeLessThan(LITTLE);
              }
            });
            levels.reuse();
          }
        },
      ),
    );
  });

  it('lays what levels throughout count for on the levels of a work itself', () => {
    fc.assert(
      fc.property(
        alikeness,
        fc.array(evenly(0, 1), { minLength: 60, maxLength: 60 }),
        fc.nat(40),
        fc.integer({ min: 1, max: 40 }),
        (alike, masses, first, count) => {
          const levels = new SchoolLevels(alike, OTHERS);
          const given = Float64Array.from(levels.weights, (_, level) =>
            // Some levels count for nothing, most of them at the ends.
            level < first || level >= first + count ? 0 : Math.max(0, (masses[level % 60] ?? 0) - 0.2),
          );
          const expected = new Array<number>(levelCount(levels)).fill(0);
          for (const { level, place, weight } of pairsOf(alike, levels.reach)) {
            expected[place] = (expected[place] ?? 0) + weight * (given[level] ?? 0);
          }
          for (let round = 0; round < 2; round++) {
            expect(apart(levels.toPlaces(given), expected)).toBeLessThan(LITTLE);
          }
        },
      ),
    );
  });

  it('knows how probably a work is low in one year, by all that the school has', () => {
    fc.assert(
      fc.property(
        alikeness,
        fc.array(fc.tuple(year, year), { minLength: 1, maxLength: 3 }),
        fc.nat(),
        fc.nat(1),
        (alike, given, at, before) => {
          const rule = new RuleChance(omsk2025);
          const levels = new SchoolLevels(alike, OTHERS);
          const width = levelCount(levels);
          const works = given.map((years) => years.map((of) => asChance(of, width)));
          const asked = works[at % works.length] ?? [];
          if (asked[before] === undefined) return;
          const found = levels.chanceOfWork(levels.ofWorks(works, rule), asked, before);
          // By level: all results of every work, and those of the work in question with a low share.
          const size = levels.weights.length;
          const each = works.map(() => new Array<number>(size).fill(0));
          const low = new Array<number>(size).fill(0);
          for (const { level, place, weight } of pairsOf(alike, levels.reach)) {
            works.forEach((years, work) => {
              const chance = years.reduce((product, of) => product * (of?.likelihood[place] ?? 1), weight);
              const row = each[work];
              if (row !== undefined) row[level] = (row[level] ?? 0) + chance;
              if (years === asked) low[level] = (low[level] ?? 0) + chance * (years[before]?.low[place] ?? 0);
            });
          }
          let part = 0;
          let whole = 0;
          for (let level = 0; level < size; level++) {
            const others = works.reduce(
              (product, years, work) => (years === asked ? product : product * (each[work]?.[level] ?? 0)),
              levels.weights[level] ?? 0,
            );
            part += others * (low[level] ?? 0);
            whole += others * (each[at % works.length]?.[level] ?? 0);
          }
          expect(found).toBeCloseTo(part / whole, 9);
        },
      ),
    );
  });

  it('is sure of a work by 1 and no more', () => {
    const rule = new RuleChance(omsk2025);
    const levels = new SchoolLevels({ school: 0.3, work: 0.3 }, OTHERS);
    const prior = { mean: 0.5, precision: 5, fitted: true, spread: 'some' as const };
    const chance = workChances(prior, omsk2025.shareFrom, levels);
    const found = Array.from({ length: 40 }, (_, more) => {
      const works = [0, 1].map((at) => [chance(190 - more + at, 200), chance(170 + at, 200)]);
      levels.reuse();
      return levels.chanceOfWork(levels.ofWorks(works, rule), works[0] ?? [], 0);
    });
    expect(Math.min(...found)).toBeGreaterThan(1 - 1e-9);
    expect(Math.max(...found)).toBeLessThanOrEqual(1);
  });

  it('knows what the years of a work say of its own level, together', () => {
    fc.assert(
      fc.property(alikeness, fc.tuple(year, year, year), (alike, three) => {
        const rule = new RuleChance(threeYears);
        const levels = new SchoolLevels(alike, OTHERS);
        const width = levelCount(levels);
        const years = three.map((of) => asChance(of, width));
        const all = { from: 0, to: width };
        const expected = Array.from({ length: width }, (_, place) =>
          years.reduce((product, of) => product * (of?.likelihood[place] ?? 1), 1),
        );
        const largest = Math.max(...expected);
        const work = levels.ofWork(years, rule);
        const found = levels.jointOf(work, years, all);
        expect(
          apart(
            found,
            expected.map((of) => of / largest),
          ),
        ).toBeLessThan(LITTLE);
        // Of nothing that was given out, too.
        expect(levels.jointOf(undefined, years, all)).toEqual(found);
      }),
    );
  });

  it('gives what came back to the next work', () => {
    const rule = new RuleChance(omsk2025);
    const levels = new SchoolLevels({ school: 0.4, work: 0.2 }, OTHERS);
    const kept = levels.ofWork([], rule);
    const lent = levels.ofWork([], rule);
    levels.giveBack();
    expect(levels.ofWork([], rule)).toBe(lent);
    expect(levels.ofWork([], rule)).not.toBe(kept);
  });

  it('knows what one low result more or fewer changes, at some levels of the work itself', () => {
    const levels = new SchoolLevels({ school: 0.4, work: 0.2 }, OTHERS);
    const chance = workChances(
      { mean: 0.2, precision: 9, fitted: true, spread: 'some' },
      omsk2025.shareFrom,
      levels,
    );
    const before = chance(4, 30);
    const found = levels.logRatio(before, 1, { from: 5, to: 9 }).slice();
    expect(found.findIndex((of) => of !== 0)).toBe(5);
    expect(found.findLastIndex((of) => of !== 0)).toBe(8);
    // Nothing of it is left for the next.
    const back = levels.logRatio(chance(5, 30), -1, { from: 5, to: 9 });
    expect([...back]).toEqual([...found].map((of) => (of === 0 ? 0 : -of)));
  });

  it('knows a level also where works contradict each other as no school ever would', () => {
    const rule = new RuleChance(omsk2025);
    const prior = { mean: 0.1, precision: 30, fitted: true, spread: 'some' as const };
    for (const alike of [
      { school: 0.95, work: 0 },
      { school: 0.9, work: 0.05 },
      { school: 0.4, work: 0.002 },
    ]) {
      const levels = new SchoolLevels(
        alike,
        OTHERS,
        latticeStep(alike, { works: 3, years: 2, priors: [prior] }),
      );
      const chance = workChances(prior, omsk2025.shareFrom, levels);
      for (const n of [40, 150, 600, 3000]) {
        levels.reuse();
        const works = [0, 0, n].map((low) => [chance(low, n), chance(low, n)]);
        const found = levels.ofWorks(works, rule);
        // Level by level in logarithms, nothing left out.
        const logs = levels.weights.map(Math.log);
        const placed = pairsOf(alike, levels.reach, levels.step);
        const each = works.map((years) => {
          const of = new Float64Array(levelCount(levels));
          for (const year of years) year.addLogs(of);
          return of;
        });
        const byLevel = each.map((of) =>
          logs.map((_, level) => {
            const here = placed.filter((pair) => pair.level === level);
            const all = here.map(({ place, weight }) => Math.log(weight) + (of[place] ?? 0));
            const most = Math.max(...all);
            return most + Math.log(all.reduce((sum, log) => sum + Math.exp(log - most), 0));
          }),
        );
        const sums = logs.map((log, level) => byLevel.reduce((sum, of) => sum + (of[level] ?? 0), log));
        const most = Math.max(...sums);
        found.forEach((work, at) => {
          const kinds = work.kindsOver(0, logs.length);
          sums.forEach((sum, level) => {
            const isOutlying = level === 0 || level === sums.length - 1;
            if (sum < most - 25 && !isOutlying) return;
            expect((work.logs[level] ?? 0) / (byLevel[at]?.[level] ?? 0)).toBeCloseTo(1, 10);
            const all = Array.from(
              { length: rule.kinds },
              (_, kind) => kinds[kind * logs.length + level] ?? 0,
            );
            expect(all.reduce((sum, of) => sum + of, 0)).toBeCloseTo(1, 9);
          });
        });
        const listing = new ListingChance(rule, levels.weights);
        listing.read(found);
        expect(listing.chance()).toBeGreaterThan(0.5);
        expect(listing.chance()).toBeLessThanOrEqual(1);
        expect(levels.chanceOfWork(found, works[2] ?? [], 0)).toBeGreaterThan(0.5);
      }
    }
  });
});
