import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integersOfPercents } from './integers-of-percents.js';

/** All answers, by trying every vector. */
function everyAnswer(percents: readonly number[], decimals: number, n: number, parts: 'whole' | 'some') {
  const scale = 10 ** decimals;
  const fits = (count: number, percent: number) =>
    // Doubled and scaled: whole numbers, so nothing is lost.
    Math.abs(2 * 100 * scale * count - 2 * Math.round(percent * scale) * n) <= n;
  let answers: number[][] = [[]];
  for (const percent of percents) {
    answers = answers.flatMap((start) =>
      Array.from({ length: n + 1 }, (_, count) => count)
        .filter((count) => fits(count, percent) && (n > 0 || Math.round(percent * scale) === 0))
        .map((count) => [...start, count]),
    );
  }
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return answers.filter((counts) => (parts === 'whole' ? sum(counts) === n : sum(counts) <= n));
}

const printed = (count: number, n: number, decimals: number) =>
  Math.round((100 * count * 10 ** decimals) / n) / 10 ** decimals;

describe('integersOfPercents', () => {
  it('gives the pupils of a school', () => {
    expect(integersOfPercents([12.36, 52.81, 26.97, 7.87], 2, 89)).toEqual({
      kind: 'exact',
      counts: [11, 47, 24, 7],
    });
  });

  it('says that a country is too large for two decimals', () => {
    const country = integersOfPercents([5.06, 32.92, 44.33, 17.69], 2, 1_722_202);
    expect(country.kind).toBe('rounded');
  });

  it('lets parts be less than the whole only where they may', () => {
    expect(integersOfPercents([37.22, 60.67, 2.11], 2, 29_589).kind).toBe('rounded');
    expect(integersOfPercents([50, 25], 1, 4, 'some')).toEqual({ kind: 'exact', counts: [2, 1] });
    expect(integersOfPercents([50, 25], 1, 4)).toEqual({ kind: 'impossible' });
  });

  it('refuses percents that nobody can have', () => {
    expect(integersOfPercents([33.4], 1, 3, 'some')).toEqual({ kind: 'impossible' });
    expect(integersOfPercents([101], 0, 3, 'some')).toEqual({ kind: 'impossible' });
    expect(integersOfPercents([Number.NaN], 0, 3, 'some')).toEqual({ kind: 'impossible' });
    expect(integersOfPercents([60, 60], 0, 5)).toEqual({ kind: 'impossible' });
  });

  it('knows the empty cases', () => {
    expect(integersOfPercents([0, 0], 2, 0)).toEqual({ kind: 'exact', counts: [0, 0] });
    expect(integersOfPercents([50, 50], 2, 0)).toEqual({ kind: 'impossible' });
    expect(integersOfPercents([], 2, 0)).toEqual({ kind: 'exact', counts: [] });
    expect(integersOfPercents([], 2, 3)).toEqual({ kind: 'impossible' });
  });

  it('throws for a number of pupils that is none', () => {
    expect(() => integersOfPercents([1], 2, 1.5)).toThrow('integersOfPercents requires a whole n');
    expect(() => integersOfPercents([1], 10, 1)).toThrow('decimals');
  });

  it('agrees with trying every vector', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 0, max: 2 }),
        fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }),
        fc.constantFrom<'whole' | 'some'>('whole', 'some'),
        (n, decimals, raw, parts) => {
          // Half of the percents are such that pupils can have them.
          const percents = raw.map((value, i) =>
            i % 2 === 0 && n > 0 ? printed(value % (n + 1), n, decimals) : value,
          );
          const answers = everyAnswer(percents, decimals, n, parts);
          const found = integersOfPercents(percents, decimals, n, parts);
          if (answers.length === 0) expect(found.kind).toBe('impossible');
          else if (answers.length === 1) expect(found).toEqual({ kind: 'exact', counts: answers[0] });
          else {
            expect(found).toEqual({
              kind: 'rounded',
              low: percents.map((_, i) => Math.min(...answers.map((counts) => counts[i] ?? 0))),
              high: percents.map((_, i) => Math.max(...answers.map((counts) => counts[i] ?? 0))),
            });
          }
        },
      ),
    );
  });

  it('always has the true counts among its answers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 4 }),
        (counts, decimals) => {
          const n = counts.reduce((sum, count) => sum + count, 0);
          if (n === 0) return;
          const found = integersOfPercents(
            counts.map((count) => printed(count, n, decimals)),
            decimals,
            n,
          );
          if (found.kind === 'exact') expect(found.counts).toEqual(counts);
          else if (found.kind === 'rounded') {
            counts.forEach((count, i) => {
              expect(found.low[i]).toBeLessThanOrEqual(count);
              expect(found.high[i]).toBeGreaterThanOrEqual(count);
            });
          } else throw new Error('impossible');
        },
      ),
    );
  });
});
