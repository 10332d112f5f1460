import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { betaProbability } from '../statistics/beta-probability.js';
import { logBeta } from '../statistics/log-beta.js';
import { LATTICE_STEP, latticeNormal, levelCount } from './level-lattice.js';
import { levelShares } from './level-shares.js';
import { OutlyingShares } from './outlying-shares.js';
import { SchoolLevels } from './school-chance.js';
import type { WorkChance } from './work-chance.js';
import { workChances } from './work-chance.js';

const REACH = 36;
const FITTED = { fitted: true, spread: 'some' as const };

const logsOf = (chance: WorkChance, width: number) => {
  const logs = new Float64Array(width);
  chance.addLogs(logs);
  return logs;
};
const lowsOf = (chance: WorkChance, from: number, to: number) => chance.lowOver(from, to).slice(from, to);
const farthest = (one: ArrayLike<number>, other: ArrayLike<number>) =>
  Array.from(one).reduce((most, of, level) => Math.max(most, Math.abs(of - (other[level] ?? Number.NaN))), 0);

describe('workChances', () => {
  it('is what the formula says at every level, in whatever order counts and levels are asked for', () => {
    fc.assert(
      fc.property(
        evenly(0.02, 0.98),
        evenly(0.5, 200),
        evenly(0, 0.95),
        fc.oneof(fc.constantFrom(0, 0.5, 1), evenly(0.05, 0.9)),
        fc.integer({ min: 0, max: REACH }),
        fc.array(fc.tuple(fc.constantFrom(1, 25, 60), evenly(0, 1), fc.nat(), fc.nat()), {
          minLength: 1,
          maxLength: 12,
        }),
        (mean, precision, alike, shareFrom, reach, asked) => {
          const lattice = { alike, step: LATTICE_STEP, reach };
          const chance = workChances({ mean, precision, ...FITTED }, shareFrom, lattice);
          const shares = levelShares({ mean, precision }, lattice);
          const { a, b } = shares;
          const width = levelCount(lattice);
          const apart = asked.flatMap(([n, part, one, other]) => {
            const count = Math.round(part * n);
            const [from, to] = [
              Math.min(one % width, other % width),
              Math.max(one % width, other % width) + 1,
            ];
            const found = chance(count, n);
            const parametersAt = (level: number) => ({
              one: (a[level] ?? 0) + count,
              other: (b[level] ?? 0) + n - count,
            });
            const { below, above } = new OutlyingShares(shares, shareFrom).of(count, n);
            const inside = Array.from(a, (of, level) => {
              const { one, other } = parametersAt(level);
              return {
                log: logBeta(one, other) - logBeta(of, b[level] ?? 0),
                low: 1 - betaProbability(shareFrom, one, other),
              };
            });
            const all = [below, ...inside, above];
            const lows = all.slice(from, to).map(({ low }) => low);
            return [
              // Of a logarithm that is large because parameters are, as many digits are exact.
              ...logsOf(found, width).map(
                (log, level) => Math.abs(log - (all[level]?.log ?? 0)) / Math.max(1, Math.abs(log)),
              ),
              farthest(lowsOf(found, from, to), lows),
            ];
          });
          expect(Math.max(...apart)).toBeLessThan(1e-8);
        },
      ),
    );
  });

  it('is the same from neighbouring counts, fewer or more, as computed alone', () => {
    fc.assert(
      fc.property(
        evenly(0.05, 0.6),
        evenly(2, 60),
        evenly(0, 0.9),
        fc.integer({ min: 10, max: 150 }),
        evenly(0, 1),
        fc.array(fc.tuple(fc.constantFrom(1, -1), fc.nat(22), fc.nat(22)), { minLength: 1, maxLength: 12 }),
        (mean, precision, alike, n, share, steps) => {
          const prior = { mean, precision, ...FITTED };
          const lattice = { alike, step: LATTICE_STEP, reach: 10 };
          const chain = workChances(prior, 0.3, lattice);
          let count = Math.round(share * n);
          chain(count, n).lowOver(0, 23);
          for (const [by, one, other] of steps) {
            count = Math.min(n, Math.max(0, count + by));
            const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
            const alone = workChances(prior, 0.3, lattice)(count, n);
            const found = lowsOf(chain(count, n), from, to);
            expect(farthest(found, lowsOf(alone, from, to))).toBeLessThan(1e-10);
            expect(found.every((of) => of >= 0 && of <= 1)).toBe(true);
          }
        },
      ),
    );
  });

  it('knows what one low result more or fewer changes, the outlying levels among them', () => {
    fc.assert(
      fc.property(
        evenly(0.02, 0.98),
        evenly(0.5, 200),
        evenly(0, 0.95),
        fc.integer({ min: 1, max: 80 }),
        evenly(0, 1),
        fc.tuple(fc.nat(22), fc.nat(22)),
        (mean, precision, alike, n, part, [one, other]) => {
          const lattice = { alike, step: LATTICE_STEP, reach: 10 };
          const width = levelCount(lattice);
          const chance = workChances({ mean, precision, ...FITTED }, 0.3, lattice);
          const count = Math.min(n - 1, Math.floor(part * n));
          const [fewer, more] = [chance(count, n), chance(count + 1, n)].map((of) => logsOf(of, width));
          const [from, to] = [Math.min(one, other), Math.max(one, other) + 1];
          for (const [counts, step] of [
            [count, 1],
            [count + 1, -1],
          ] as const) {
            const found = new Float64Array(width).fill(1);
            chance(counts, n).addSteps(found, step, from, to);
            const expected = Array.from(found, (_, level) =>
              level < from || level >= to
                ? 1
                : 1 + step * ((more?.[level] ?? Number.NaN) - (fewer?.[level] ?? Number.NaN)),
            );
            const scale = Math.max(1, ...expected.map(Math.abs));
            expect(farthest(found, expected) / scale).toBeLessThan(1e-8);
          }
        },
      ),
    );
    const silent = workChances({ mean: 0.9, precision: 60, fitted: true, spread: 'unknown' }, 0.3, {
      alike: 0.4,
      step: LATTICE_STEP,
      reach: 5,
    });
    const steps = new Float64Array(13);
    silent(3, 12).addSteps(steps, 1, 0, 13);
    expect(steps).toEqual(new Float64Array(13));
  });

  it('keeps what it found, and adds to what stands there', () => {
    const chance = workChances({ mean: 0.2, precision: 15, ...FITTED }, 0.3, {
      alike: 0.6,
      step: LATTICE_STEP,
      reach: 9,
    });
    expect(chance(3, 20)).toBe(chance(3, 20));
    expect(chance(3, 20)).not.toBe(chance(3, 21));
    const before = lowsOf(chance(3, 20), 4, 12);
    expect(lowsOf(chance(3, 20), 2, 15).slice(2, 10)).toEqual(before);
    const logs = new Float64Array(21).fill(2);
    chance(3, 20).addLogs(logs);
    expect(logs).toEqual(logsOf(chance(3, 20), 21).map((log) => log + 2));
  });

  it('knows schools with thousands of pupils', () => {
    const [mean, precision, n] = [0.2, 3000, 4000];
    const chance = workChances({ mean, precision, ...FITTED }, 0.3, {
      alike: 0,
      step: LATTICE_STEP,
      reach: 0,
    });
    const [a, b] = [mean * precision, (1 - mean) * precision];
    for (const count of [0, 700, 1400, 4000]) {
      expect(logsOf(chance(count, n), 3)[1]).toBeCloseTo(
        logBeta(a + count, b + n - count) - logBeta(a, b),
        7,
      );
      expect(lowsOf(chance(count, n), 1, 2)[0]).toBeCloseTo(
        1 - betaProbability(0.3, a + count, b + n - count),
        9,
      );
    }
  });

  it('draws nothing from schools that do not say how they differ: every level is as likely', () => {
    const chance = workChances({ mean: 0.9, precision: 60, fitted: true, spread: 'unknown' }, 0.3, {
      alike: 0.4,
      step: LATTICE_STEP,
      reach: 5,
    });
    for (const [count, n] of [
      [5, 12],
      [9, 12],
      [5, 30],
    ] as const) {
      const low = 1 - betaProbability(0.3, 0.5 + count, 0.5 + n - count);
      expect(logsOf(chance(count, n), 13)).toEqual(new Float64Array(13));
      expect(lowsOf(chance(count, n), 0, 13)).toEqual(new Float64Array(13).fill(low));
      expect(lowsOf(chance(count, n), 3, 5)).toEqual(new Float64Array(2).fill(low));
    }
  });

  /** Mean of the true share over all levels of the lattice: the probability that its only pupil has a low result. */
  const meanShare = (mean: number, precision: number, school: number, work: number) => {
    const levels = new SchoolLevels({ school, work }, 57);
    const chance = workChances({ mean, precision, ...FITTED }, 0.3, levels)(1, 1);
    const shares = logsOf(chance, levelCount(levels)).slice(1, -1).map(Math.exp);
    const [throughout, of] = [latticeNormal(school, levels.step), latticeNormal(work, levels.step)];
    return throughout.weights.reduce(
      (sum, weight, level) =>
        sum +
        weight *
          of.weights.reduce((inner, more, at) => {
            const place = level - throughout.reach + at - of.reach + levels.reach;
            return inner + more * (shares[Math.min(2 * levels.reach, Math.max(0, place))] ?? Number.NaN);
          }, 0),
      0,
    );
  };

  it('leaves the mean over all levels what it is over all schools', () => {
    for (const mean of [0.03, 0.1, 0.35, 0.5, 0.9]) {
      for (const precision of [2, 10, 80]) {
        for (const alike of [0, 0.3, 0.6, 0.95]) {
          expect(meanShare(mean, precision, alike, 0)).toBeCloseTo(mean, 9);
          // Two lattices together are hardly wider or narrower than one.
          expect(Math.abs(meanShare(mean, precision, alike * 0.7, alike * 0.3) - mean)).toBeLessThan(1e-5);
        }
      }
    }
  });

  it('is the prior itself where works have nothing in common', () => {
    const [mean, precision, count, n] = [0.2, 15, 12, 40];
    const none = new SchoolLevels({ school: 0, work: 0 }, 57);
    const chance = workChances({ mean, precision, ...FITTED }, 0.3, none)(count, n);
    const [a, b] = [mean * precision, (1 - mean) * precision];
    expect(lowsOf(chance, 1, 2)[0]).toBeCloseTo(1 - betaProbability(0.3, a + count, b + n - count), 12);
    expect(logsOf(chance, 3)[1]).toBeCloseTo(logBeta(a + count, b + n - count) - logBeta(a, b), 10);
  });
});
