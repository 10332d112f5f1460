import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { fitBetaBinomial } from '../statistics/beta-binomial.js';
import type { GroupCount } from '../statistics/group-sums.js';
import { sharePriors } from './share-priors.js';

const groups = (from: number, to: number) =>
  fc.array(
    fc
      .record({ n: fc.integer({ min: 1, max: 40 }), part: evenly(0, 1) })
      .map(({ n, part }): GroupCount => ({ count: Math.round(n * part), n })),
    { minLength: from, maxLength: to },
  );
const pupilsOf = (schools: readonly GroupCount[]) => schools.reduce((sum, { n }) => sum + n, 0);
const same = (schools: number, count: number, n: number): readonly GroupCount[] =>
  new Array<GroupCount>(schools).fill({ count, n });
/** The precision of one more school, where others fit this one. */
const broadened = (precision: number, others: readonly GroupCount[]) => {
  const weights = others.map(({ n }) => n / (n + precision));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const freedom = Math.max(1, weights.reduce((all, weight) => all + weight ** 2, 0) - 1);
  return precision / ((1 + 1 / sum) * (1 + 1 / freedom) ** 2);
};
const jeffreys = { mean: 0.5, precision: 1, fitted: false, spread: 'unknown' };

describe('sharePriors', () => {
  it('is the distribution of the others', () => {
    fc.assert(
      fc.property(groups(12, 20), fc.nat(), (schools, at) => {
        const place = at % schools.length;
        const [own = { count: 0, n: 0 }] = schools.slice(place);
        const others = schools.filter((_, each) => each !== place);
        const fit = fitBetaBinomial(others);
        const pupils = pupilsOf(others);
        const { mean, precision, fitted, spread } = sharePriors(schools)(own);
        expect(fitted).toBe(true);
        const least = 0.5 / (pupils + 1);
        expect(mean).toBeCloseTo(Math.min(1 - least, Math.max(least, fit?.mean ?? Number.NaN)), 5);
        expect(spread === 'some').toBe(fit?.kind === 'spread');
        const expected = fit?.kind === 'spread' ? Math.min(pupils, fit.precision) : pupils;
        expect(precision / broadened(expected, others)).toBeCloseTo(1, 4);
      }),
    );
  });

  it('is broader the fewer others there are, by what a sample of so many tells of one more', () => {
    const schools = (pairs: number) => [...same(pairs, 10_000, 50_000), ...same(pairs, 20_000, 50_000)];
    const own = { count: 0, n: 0 };
    for (const pairs of [6, 20, 100]) {
      const fit = fitBetaBinomial(schools(pairs));
      const fitted = fit?.kind === 'spread' ? fit.precision : Number.NaN;
      // All weights are 1 among schools as large as these: variance (1 + 1/k) k/(k − 1) of a normal sample, and its own uncertainty.
      const k = 2 * pairs;
      expect(sharePriors(schools(pairs))(own).precision).toBeCloseTo(
        fitted / ((1 + 1 / k) * (k / (k - 1)) ** 2),
        1,
      );
    }
  });

  it('is that of nobody where fewer than three others are', () => {
    const three = same(3, 3, 20);
    expect(sharePriors(three)({ count: 3, n: 20 })).toEqual(jeffreys);
    expect(sharePriors([])({ count: 3, n: 20 })).toEqual(jeffreys);
    expect(sharePriors([...three, { count: 9, n: 20 }])({ count: 9, n: 20 }).fitted).toBe(true);
  });

  it('is no more certain than the pupils it rests on', () => {
    const own = { count: 2, n: 15 };
    // All others have one share: a spread that cannot be told from none.
    expect(sharePriors([...same(12, 5, 20), own])(own)).toEqual({
      mean: 0.25,
      precision: expect.closeTo(broadened(240, same(12, 5, 20)), 9),
      fitted: true,
      spread: 'none',
    });
    // Little more spread than chance gives: a fitted precision of 777 from 168 pupils.
    const nearly = Array.from({ length: 12 }, (_, at) => ({
      count: at > 8 ? 4 : at % 2 === 0 ? 6 : 2,
      n: 14,
    }));
    expect(fitBetaBinomial(nearly)).toMatchObject({ kind: 'spread', precision: expect.closeTo(776.5, 0) });
    expect(sharePriors([...nearly, own])(own).precision).toBeCloseTo(broadened(168, nearly), 9);
  });

  it('leaves a low result possible where no other school has any, and another where all have', () => {
    const own = { count: 4, n: 9 };
    const none = sharePriors([...same(11, 0, 8), own])(own);
    expect(none.mean).toBeCloseTo(0.5 / 89, 12);
    // Every precision is as likely then.
    expect(none).toMatchObject({ fitted: true, spread: 'unknown' });
    const all = sharePriors([...same(11, 8, 8), own])(own);
    expect(all.mean).toBeCloseTo(1 - 0.5 / 89, 12);
    expect(all).toMatchObject({ fitted: true, spread: 'unknown' });
  });

  it('tells schools of the same share and other numbers apart', () => {
    const schools = [...same(12, 5, 20), { count: 1, n: 4 }, { count: 10, n: 40 }, { count: 1, n: 40 }];
    const prior = sharePriors(schools);
    const [small, large, good] = [
      { count: 1, n: 4 },
      { count: 10, n: 40 },
      { count: 1, n: 40 },
    ].map((of) => prior(of));
    expect(small?.mean).toBeCloseTo((60 + 10 + 1) / (240 + 40 + 40), 2);
    expect(small).not.toEqual(large);
    expect(good?.mean).toBeGreaterThan(large?.mean ?? 1);
    expect(prior({ count: 1, n: 4 })).toBe(small);
  });

  it('leaves the school out however many there are', () => {
    const many = [...same(400, 3, 20), ...same(400, 9, 20)];
    const lone = { count: 20, n: 20 };
    const prior = sharePriors([...many, lone]);
    const fit = fitBetaBinomial(many);
    expect(prior(lone)).toEqual({
      mean: expect.closeTo(fit?.mean ?? Number.NaN, 9),
      precision: expect.closeTo(broadened(fit?.kind === 'spread' ? fit.precision : Number.NaN, many), 5),
      fitted: true,
      spread: 'some',
    });
    expect(prior({ count: 3, n: 20 }).mean).toBeGreaterThan(prior({ count: 9, n: 20 }).mean);
  });
});
