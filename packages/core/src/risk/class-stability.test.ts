import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { omsk2025 } from '../assessment/low-results-rules.js';
import type { MovableWork } from './class-stability.js';
import { pupilsToOther } from './class-stability.js';
import { farthestChance } from './farthest-chance.js';
import { latticeStep } from './level-lattice.js';
import { ListingChance } from './listing-chance.js';
import { RuleChance } from './rule-chance.js';
import { SchoolLevels } from './school-chance.js';
import { workChances } from './work-chance.js';

/** Works of one school: this year's and last year's low results. */
const schools = fc.record({
  works: fc.array(
    fc.record({
      n: fc.integer({ min: 10, max: 60 }),
      share: evenly(0, 1),
      before: fc.option(evenly(0, 1), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  school: evenly(0, 0.6),
  work: evenly(0, 0.3),
  mean: evenly(0.1, 0.5),
  precision: evenly(2, 40),
  moves: fc.array(fc.nat(), { minLength: 1, maxLength: 10 }),
  step: fc.constantFrom<1 | -1>(1, -1),
});
type School = typeof schools extends fc.Arbitrary<infer Value> ? Value : never;

const read = ({ works, school, work, mean, precision }: School) => {
  const rule = new RuleChance(omsk2025);
  const prior = { mean, precision, fitted: true, spread: 'some' as const };
  const step = latticeStep({ school, work }, { works: 4, years: 2, priors: [prior] });
  const levels = new SchoolLevels({ school, work }, 57, step);
  const listing = new ListingChance(rule, levels.weights);
  const chance = workChances(prior, omsk2025.shareFrom, levels);
  const movable = works.map(({ n, share, before }): MovableWork => {
    const count = Math.round(share * n);
    const earlier = before === undefined ? undefined : chance(Math.round(before * n), n);
    return {
      chances: [chance(count, n), earlier],
      last: { counts: { count, n }, chance: (of) => chance(of, n) },
    };
  });
  const levelsOf = (of: readonly MovableWork[]) =>
    levels.ofWorks(
      of.map((each) => each.chances),
      rule,
    );
  const chanceOf = (of: readonly MovableWork[]) => {
    const other = new ListingChance(rule, levels.weights);
    other.read(levelsOf(of));
    return other.chance();
  };
  return { by: { rule, levels, listing }, movable, levelsOf, chanceOf };
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

/** Low results that pupils of the last year can have more, or fewer. */
const roomOf = ({ last }: MovableWork, step: 1 | -1) =>
  last === undefined ? 0 : step === 1 ? last.counts.n - last.counts.count : last.counts.count;

/** The limit as its formula stands: for each work, what is listed (or not) after all pupils have moved there. */
function plainLimit(
  { by, movable, levelsOf, chanceOf }: ReturnType<typeof read>,
  step: 1 | -1,
  pupils: number,
) {
  const { levels } = by;
  const whole = (works: readonly MovableWork[], without?: number) => {
    const others = levelsOf(works).filter((_, place) => place !== without);
    const logs = levels.weights.map((weight, level) =>
      others.reduce((sum, of) => sum + (of.logs[level] ?? 0), Math.log(weight)),
    );
    const most = Math.max(...logs);
    const masses = logs.map((log) => Math.exp(log - most));
    return { masses, log: Math.log(masses.reduce((sum, mass) => sum + mass, 0)) + most };
  };
  const logsOf = (...of: MovableWork['chances']) => {
    const logs = new Float64Array(levels.joint.length);
    for (const each of of) each?.addLogs(logs);
    return logs;
  };
  const wanted = (works: readonly MovableWork[]) => (step === 1 ? chanceOf(works) : 1 - chanceOf(works));
  const limits = movable.flatMap((work, place) => {
    const { last, chances } = work;
    const [now] = chances;
    if (last === undefined || now === undefined || roomOf(work, step) === 0) return [];
    let moved: readonly MovableWork[] = movable;
    for (let pupil = 0; pupil < pupils; pupil++) moved = movedBy(moved, place, step);
    const next = last.chance(last.counts.count + step);
    const own = logsOf(...chances);
    const most = Math.max(...own);
    const at = levels
      .toPlaces(whole(movable, place).masses)
      .map((mass, of) => mass * Math.exp((own[of] ?? 0) - most));
    const all = at.reduce((sum, mass) => sum + mass, 0);
    const [then, before] = [logsOf(next), logsOf(now)];
    const limitOver = (kept: Float64Array) => {
      const mass = kept.reduce((sum, of) => sum + of, 0);
      const slope = kept.reduce(
        (sum, of, at) =>
          of < 1e-15 * mass ? sum : sum + (of / mass) * ((then[at] ?? 0) - (before[at] ?? 0)),
        0,
      );
      const limit = wanted(moved) * Math.exp(whole(moved).log - whole(movable).log - pupils * slope);
      const found = Math.max(wanted(movable), limit * (1 + 1e-6)) * (all / mass);
      return Number.isNaN(found) ? Number.POSITIVE_INFINITY : found;
    };
    // With the level of a school better than all others, if results become worse (or the other one), and without it.
    const leftBehind = step === 1 ? 0 : at.length - 1;
    return [[at, at.map((mass, of) => (of === leftBehind ? 0 : mass))].map(limitOver)];
  });
  return Math.min(
    ...[0, 1].map((way) => Math.max(wanted(movable), ...limits.map((of) => of[way] ?? Number.NaN))),
  );
}

describe('farthestChance', () => {
  it('is the largest of the limits of its works, where all pupils have moved on one of them', () => {
    let all = 0;
    let loose = 0;
    fc.assert(
      fc.property(schools, fc.integer({ min: 1, max: 10 }), (school, pupils) => {
        all++;
        const given = read(school);
        const { by, movable, levelsOf } = given;
        by.listing.read(levelsOf(movable));
        const found = farthestChance(movable, by, school.step, pupils);
        const rooms = movable.map((work) => roomOf(work, school.step));
        if (rooms.some((room) => room > 0 && room < pupils)) {
          expect(found).toBe(school.step === 1 ? 1 : 0);
          return;
        }
        const limit = Math.min(1, plainLimit(given, school.step, pupils));
        const far = (school.step === 1 ? found : 1 - found) - limit;
        // Levels that are hardly possible now may count for more than they are worth, never for less.
        expect(far).toBeGreaterThan(-1e-10);
        if (far > 1e-5) loose++;
      }),
      { numRuns: 300 },
    );
    // Hardly ever: of 18,000 made-up schools 43.
    expect(loose).toBeLessThan(Math.max(9, all / 100));
  });

  /** Works of the same share in both years. */
  const school = (share: number, ...pupils: readonly number[]) => {
    const works = pupils.map((n) => ({ n, share, before: share }));
    const given = read({ works, school: 0.4, work: 0.2, mean: 0.3, precision: 8, moves: [], step: 1 });
    const limitOf = (of: readonly MovableWork[], step: 1 | -1, pupils: number) => {
      given.by.listing.read(given.levelsOf(of));
      return farthestChance(of, given.by, step, pupils);
    };
    return { ...given, limitOf };
  };

  it('passes over works without results of the last year', () => {
    for (const [share, step] of [
      [0.1, 1],
      [0.7, -1],
    ] as const) {
      const given = school(share, 40, 30);
      const [one, two] = given.movable;
      if (one === undefined || two === undefined) throw new Error('two works');
      const past = { chances: [undefined, ...two.chances.slice(1)] };
      const limit = plainLimit({ ...given, movable: [past, one] }, step, 3);
      expect(limit).toBeLessThan(1);
      expect(given.limitOf([past, one], step, 3)).toBeCloseTo(step === 1 ? limit : 1 - limit, 7);
    }
  });

  it('asks after each work whether the limit is enough, and goes on no farther', () => {
    for (const [share, step] of [
      [0, 1],
      [1, -1],
    ] as const) {
      const { movable, by, levelsOf, limitOf } = school(share, 40, 30, 50);
      const whole = limitOf(movable, step, 2);
      by.listing.read(levelsOf(movable));
      const asked: number[] = [];
      const answers = (enough: boolean) => (limit: number) => {
        asked.push(limit);
        return enough;
      };
      expect(farthestChance(movable, by, step, 2, answers(false))).toBe(whole);
      expect(asked).toHaveLength(3);
      expect(asked.at(-1)).toBe(whole);
      const [first] = asked;
      expect(farthestChance(movable, by, step, 2, answers(true))).toBe(first);
      expect(asked).toHaveLength(4);
    }
  });

  it('is none where a work has room for some of the pupils only', () => {
    const good = school(0, 40, 3);
    expect(good.limitOf(good.movable, 1, 3)).toBeLessThan(1);
    expect(good.limitOf(good.movable, 1, 4)).toBe(1);
    const weak = school(1, 40, 3);
    expect(weak.limitOf(weak.movable, -1, 3)).toBeGreaterThan(0);
    expect(weak.limitOf(weak.movable, -1, 4)).toBe(0);
    // Nobody can move anywhere: it stays as it is.
    expect(weak.limitOf(weak.movable, 1, 4)).toBeCloseTo(weak.chanceOf(weak.movable), 12);
    expect(good.limitOf(good.movable, -1, 4)).toBeCloseTo(good.chanceOf(good.movable), 12);
  });
});

describe('pupilsToOther', () => {
  it('finds what computing every choice anew finds', () => {
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
        movable.forEach((_, place) => {
          let other: readonly MovableWork[] = movable;
          const [work] = movable.slice(place);
          const room = work === undefined ? 0 : roomOf(work, school.step);
          for (let pupils = 1; pupils < (expected ?? 11) && pupils <= room; pupils++) {
            other = movedBy(other, place, school.step);
            if (isOther(chanceOf(other))) expected = pupils;
          }
        });
        const levels = levelsOf(movable);
        expect(pupilsToOther(movable, levels, by, school.step, isOther)).toBe(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('counts up to ten on one work, and passes over works without results of the last year', () => {
    const isOther = (chance: number) => chance > 0.1;
    const found = Array.from({ length: 25 }, (_, low) => {
      const works = [{ n: 80, share: low / 80, before: undefined }];
      const given = read({ works, school: 0.4, work: 0, mean: 0.2, precision: 16, moves: [], step: 1 });
      const rules = { ...omsk2025, conditions: [{ years: 1, procedures: 1, same: false }] };
      const rule = new RuleChance(rules);
      const by = { ...given.by, rule, listing: new ListingChance(rule, given.by.levels.weights) };
      const levelsOf = (of: readonly MovableWork[]) =>
        by.levels.ofWorks(
          of.map((each) => each.chances),
          rule,
        );
      const [work] = given.movable;
      if (work === undefined) throw new Error('a work');
      const past: MovableWork = { chances: [undefined, ...work.chances.slice(0, 1)] };
      // Pupils until the class is another, one by one.
      const listing = new ListingChance(rule, by.levels.weights);
      let moved: readonly MovableWork[] = [work];
      let expected: number | undefined;
      for (let pupils = 1; pupils <= 10 && expected === undefined; pupils++) {
        moved = movedBy(moved, 0, 1);
        listing.read(levelsOf(moved));
        if (isOther(listing.chance())) expected = pupils;
      }
      expect(pupilsToOther([work], levelsOf([work]), by, 1, isOther)).toBe(expected);
      const withPast = pupilsToOther([past, work], levelsOf([past, work]), by, 1, isOther);
      expect(pupilsToOther([work, past], levelsOf([work, past]), by, 1, isOther)).toBe(withPast);
      by.levels.reuse();
      return expected;
    });
    // Every number of pupils is there, and none.
    expect(found).toEqual(expect.arrayContaining([undefined, 1, 2, 5, 9, 10]));
  });

  it('moves them on several works where that takes fewer', () => {
    for (const [one, other, before, fewest] of [
      [10, 10, 0.1, 4],
      [8, 8, undefined, 6],
      [10, 8, 0.1, 6],
      [6, 8, undefined, 8],
      [8, 8, 0.1, 8],
      [6, 10, 0.1, 8],
      [10, 4, 0.1, 10],
      [6, 6, undefined, 10],
    ] as const) {
      const works = [one, other].map((low) => ({ n: 40, share: low / 40, before }));
      const given = read({ works, school: 0.4, work: 0, mean: 0.3, precision: 16, moves: [], step: 1 });
      const isOther = (chance: number) => chance > 0.1;
      const levels = given.levelsOf(given.movable);
      expect(pupilsToOther(given.movable, levels, given.by, 1, isOther)).toBe(fewest);
      // One after the other, each where it moves the probability most; on one work alone so many are not enough.
      let moved: readonly MovableWork[] = given.movable;
      const chances = Array.from({ length: fewest }, () => {
        const [first, second] = [0, 1].map((place) => movedBy(moved, place, 1));
        if (first === undefined || second === undefined) throw new Error('two works');
        moved = given.chanceOf(second) > given.chanceOf(first) ? second : first;
        return given.chanceOf(moved);
      });
      expect(chances.map(isOther)).toEqual(chances.map((_, i) => i === fewest - 1));
      for (const place of [0, 1]) {
        let all: readonly MovableWork[] = given.movable;
        for (let pupil = 0; pupil < fewest; pupil++) all = movedBy(all, place, 1);
        expect(isOther(given.chanceOf(all))).toBe(false);
      }
    }
  });

  it('also moves all pupils on one work, where one after the other would go to several', () => {
    // By numpy over all choices of up to ten pupils.
    const cases = [
      {
        step: 1,
        now: [10 / 40, 0],
        before: [7 / 40, 16 / 30],
        n: [40, 30],
        mean: 0.2,
        precision: 4,
        fewest: 6,
      },
      {
        step: 1,
        now: [4 / 50, 14 / 30],
        before: [0.1, 5 / 30],
        n: [50, 30],
        mean: 0.3,
        precision: 16,
        fewest: 7,
      },
    ] as const;
    for (const { step, now, before, n, mean, precision, fewest } of cases) {
      const works = [0, 1].map((place) => ({
        n: n[place] ?? 0,
        share: now[place] ?? 0,
        before: before[place] ?? 0,
      }));
      const given = read({ works, school: 0.4, work: 0, mean, precision, moves: [], step });
      const isOther = (chance: number) => chance > 0.1;
      const levels = given.levelsOf(given.movable);
      expect(pupilsToOther(given.movable, levels, given.by, step, isOther)).toBe(fewest);
      // The same over all choices here: so many on the one work, the others on the other.
      const isEnough = (pupils: number) =>
        Array.from({ length: pupils + 1 }, (_, onOne) => {
          let moved: readonly MovableWork[] = given.movable;
          for (let pupil = 0; pupil < pupils; pupil++) moved = movedBy(moved, pupil < onOne ? 0 : 1, step);
          return isOther(given.chanceOf(moved));
        }).some(Boolean);
      expect([isEnough(fewest - 1), isEnough(fewest)]).toEqual([false, true]);
    }
  });
});
