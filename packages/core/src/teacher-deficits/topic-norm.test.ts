import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import { DEFICIT_RULES } from './deficit-rules.js';
import { judgeTopic } from './judge-topic.js';
import { topicSpread, trueDrop } from './teacher-spread.js';
import { aboveNorm, topicNorm } from './topic-norm.js';
import type { TopicSums } from './topic-sums.js';

/** Pupils with points on the topic and on the rest, in half points. */
interface Pupil {
  readonly own: number;
  readonly rest: number;
}
const [MOST, MOST_REST] = [8, 12];
const pupil = fc.record({ own: fc.nat(MOST), rest: fc.nat(MOST_REST) });

function sumsOf(pupils: readonly Pupil[]): TopicSums {
  const sums = {
    pupils: new Float64Array(MOST + MOST_REST + 1),
    points: new Float64Array(MOST + MOST_REST + 1),
  };
  for (const { own, rest } of pupils) {
    sums.pupils[own + rest] = (sums.pupils[own + rest] ?? 0) + 1;
    sums.points[own + rest] = (sums.points[own + rest] ?? 0) + own / 2;
  }
  return sums;
}

describe('topicNorm', () => {
  it('never falls with the total, nor rises faster than it, from nothing to all points', () => {
    fc.assert(
      fc.property(fc.array(pupil, { maxLength: 40 }), (pupils) => {
        const norm = topicNorm(sumsOf(pupils), MOST / 2);
        expect(norm[0]).toBe(0);
        expect(norm.at(-1)).toBeCloseTo(MOST / 2, 12);
        norm.slice(1).forEach((value, i) => {
          const step = value - (norm[i] ?? 0);
          expect(step).toBeGreaterThanOrEqual(-1e-12);
          expect(step).toBeLessThanOrEqual(0.5 + 1e-12);
        });
      }),
    );
  });

  it('is the mean of each total where these are in order', () => {
    const pupils = Array.from({ length: 19 }, (_, i) => ({
      own: Math.floor(((i + 1) * 8) / 20),
      rest: i + 1 - Math.floor(((i + 1) * 8) / 20),
    }));
    const norm = topicNorm(sumsOf(pupils), MOST / 2);
    for (const { own, rest } of pupils) expect(norm[own + rest]).toBeCloseTo(own / 2, 12);
  });
});

describe('one more correct answer', () => {
  it('never raises the probability of any severity', () => {
    const observation = fc.record({
      drop: between(-0.4, 0.4),
      variance: between(1e-4, 0.02),
    });
    fc.assert(
      fc.property(
        fc.array(pupil, { minLength: 1, maxLength: 60 }),
        fc.array(fc.record({ own: fc.nat(MOST - 2), rest: fc.nat(MOST_REST - 2) }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.nat(),
        fc.boolean(),
        fc.array(observation, { minLength: 1, maxLength: 12 }),
        fc.option(
          fc.record({
            drop: between(-0.3, 0.3),
            variance: fc.constant(0.002),
            teachers: fc.integer({ min: 1, max: 4 }),
          }),
          { nil: undefined },
        ),
        (others, own, chosen, isWhole, colleagues, school) => {
          const norm = topicNorm(sumsOf(others), MOST / 2);
          const spread = topicSpread(colleagues, DEFICIT_RULES.borders[2] ** 2);
          const judgementOf = (pupils: readonly Pupil[]) => {
            const drop = -aboveNorm(sumsOf(pupils), norm) / (0.7 * (MOST / 2));
            return judgeTopic(
              trueDrop(
                { drop, variance: 0.05 / pupils.length, ...(school === undefined ? {} : { school }) },
                spread,
              ),
              DEFICIT_RULES,
            );
          };
          const better = own.map((each, i) =>
            i === chosen % own.length ? { ...each, own: each.own + (isWhole ? 2 : 1) } : each,
          );
          const [before, after] = [judgementOf(own), judgementOf(better)];
          before.probabilities.forEach((probability, i) => {
            expect(after.probabilities[i]).toBeLessThanOrEqual(probability + 1e-12);
          });
          expect(after.strength).toBeGreaterThanOrEqual(before.strength - 1e-12);
          expect(after.severity ?? 0).toBeLessThanOrEqual(before.severity ?? 0);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('topicSpread', () => {
  it('leaves nothing to tell where teachers differ no more than by chance', () => {
    const observations = [0.01, -0.01, 0.005, 0, -0.008, 0.012].map((drop) => ({ drop, variance: 0.001 }));
    const spread = topicSpread(observations, 0.04);
    expect(spread).toMatchObject({ teachers: 0, schools: 0, little: 0, shareOfMuch: 0 });
    expect(trueDrop({ drop: 0.3, variance: 0.001 }, spread)).toMatchObject({ mean: 0, error: 0 });
    expect(
      judgeTopic(trueDrop({ drop: 0.3, variance: 0.001 }, spread), DEFICIT_RULES).severity,
    ).toBeUndefined();
  });

  it('draws few pupils further to 0 than many, and the one who differs much less than the others', () => {
    const observations = [
      ...Array.from({ length: 19 }, (_, i) => ({ drop: ((i % 5) - 2) * 0.02, variance: 0.0004 })),
      { drop: 0.3, variance: 0.0004 },
    ];
    const spread = topicSpread(observations, 0.04);
    const kept = (drop: number, variance: number) => trueDrop({ drop, variance }, spread).mean / drop;
    expect(kept(0.3, 0.0004)).toBeGreaterThan(0.95);
    expect(kept(0.02, 0.0004)).toBeLessThan(0.8);
    expect(kept(0.1, 0.004)).toBeLessThan(kept(0.1, 0.0004));
  });
});
