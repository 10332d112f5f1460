import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { omsk2025 } from '../assessment/low-results-rules.js';
import type { MovableWork } from './class-stability.js';
import { pupilsToOther } from './class-stability.js';
import { farthestChance } from './farthest-chance.js';
import { ListingChance } from './listing-chance.js';
import { RuleChance } from './rule-chance.js';
import { SchoolLevels } from './school-chance.js';
import { workChances } from './work-chance.js';

/** Works of one school: this year's and last year's low results. */
const schools = fc.record({
  works: fc.array(
    fc.record({
      n: fc.integer({ min: 10, max: 60 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      before: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  school: fc.double({ min: 0, max: 0.6, noNaN: true }),
  work: fc.double({ min: 0, max: 0.3, noNaN: true }),
  mean: fc.double({ min: 0.1, max: 0.5, noNaN: true }),
  precision: fc.double({ min: 2, max: 40, noNaN: true }),
  moves: fc.array(fc.nat(), { minLength: 1, maxLength: 10 }),
  step: fc.constantFrom<1 | -1>(1, -1),
});
type School = typeof schools extends fc.Arbitrary<infer Value> ? Value : never;

const read = ({ works, school, work, mean, precision }: School) => {
  const rule = new RuleChance(omsk2025);
  const levels = new SchoolLevels({ school, work });
  const listing = new ListingChance(rule, levels.weights);
  const chance = workChances(
    { mean, precision, fitted: true },
    school + work,
    omsk2025.shareFrom,
    levels.reach,
  );
  const movable = works.map(({ n, share, before }): MovableWork => {
    const count = Math.round(share * n);
    const earlier = before === undefined ? undefined : chance(Math.round(before * n), n);
    return {
      chances: [chance(count, n), earlier],
      last: { counts: { count, n }, chance: (of) => chance(of, n) },
    };
  });
  const levelsOf = (of: readonly MovableWork[]) => of.map((each) => levels.ofWork(each.chances, rule));
  const chanceOf = (of: readonly MovableWork[]) => {
    const other = new ListingChance(rule, levels.weights);
    other.read(levelsOf(of));
    return other.chance();
  };
  return { by: { rule, levels, listing, many: true }, movable, levelsOf, chanceOf };
};

/** The works after one pupil more, or fewer, with a low result. */
const movedBy = (works: readonly MovableWork[], place: number, step: 1 | -1): readonly MovableWork[] => {
  const { last, chances } = works[place] ?? {};
  if (last === undefined || chances === undefined) return works;
  const count = Math.min(last.counts.n, Math.max(0, last.counts.count + step));
  return works.with(place, {
    chances: [last.chance(count), ...chances.slice(1)],
    last: { ...last, counts: { ...last.counts, count } },
  });
};

describe('farthestChance', () => {
  it('is a limit to what ten pupils do, on whatever works', () => {
    fc.assert(
      fc.property(schools, (school) => {
        const { by, movable, levelsOf, chanceOf } = read(school);
        by.listing.read(levelsOf(movable));
        const limit = farthestChance(movable, by, school.step, 10);
        // Whoever asks for less is answered earlier, and to the same effect.
        const isEnough = (chance: number) => (school.step === 1 ? chance > 0.1 : chance < 0.9);
        expect(isEnough(farthestChance(movable, by, school.step, 10, isEnough))).toBe(isEnough(limit));
        let moved: readonly MovableWork[] = movable;
        for (const place of school.moves) {
          moved = movedBy(moved, place % movable.length, school.step);
          const found = chanceOf(moved);
          if (school.step === 1) expect(found).toBeLessThanOrEqual(limit + 1e-12);
          else expect(found).toBeGreaterThanOrEqual(limit - 1e-12);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('pupilsToOther', () => {
  it('finds the same with the limit and without, and what computing every choice anew finds', () => {
    fc.assert(
      fc.property(schools, (school) => {
        const { by, movable, levelsOf, chanceOf } = read(school);
        const isOther = (chance: number) => (school.step === 1 ? chance > 0.1 : chance < 0.9);
        let moved: readonly MovableWork[] = movable;
        let expected: number | undefined;
        for (let pupils = 1; pupils <= 10 && expected === undefined; pupils++) {
          const choices = moved.flatMap((work, place) => {
            const other = movedBy(moved, place, school.step);
            return other[place]?.last?.counts.count === work.last?.counts.count
              ? []
              : [{ other, chance: chanceOf(other) }];
          });
          const [first, ...more] = choices;
          if (first === undefined) break;
          const best = more.reduce(
            (most, each) => ((each.chance - most.chance) * school.step > 1e-13 ? each : most),
            first,
          );
          moved = best.other;
          if (isOther(best.chance)) expected = pupils;
        }
        const levels = levelsOf(movable);
        expect(pupilsToOther(movable, levels, { ...by, many: false }, school.step, isOther)).toBe(expected);
        expect(pupilsToOther(movable, levels, by, school.step, isOther)).toBe(expected);
      }),
      { numRuns: 100 },
    );
  });
});
