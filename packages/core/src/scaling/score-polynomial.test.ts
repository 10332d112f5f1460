import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import type { LikelihoodCounts } from './conditional-likelihood.js';
import { conditionalLogLikelihood, conditionalSlopes } from './conditional-likelihood.js';
import { itemPolynomial, multiply, NO_ITEMS, productsUpTo } from './score-polynomial.js';

const logit = between(-4, 4);
const anItem = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }).chain((steps) =>
  fc.record({
    steps: fc.constant([...steps].sort((a, b) => a - b)),
    cumulative: fc.array(logit, { minLength: steps.length, maxLength: steps.length }),
  }),
);
type Item = { readonly steps: readonly number[]; readonly cumulative: readonly number[] };

/** Every pattern with its steps and weight. */
function patterns(items: readonly Item[]): readonly { total: number; choice: number[]; weight: number }[] {
  return items.reduce(
    (all, { steps, cumulative }) =>
      all.flatMap(({ total, choice, weight }) =>
        [0, ...steps].map((step, a) => ({
          total: total + step,
          choice: [...choice, a],
          weight: weight * Math.exp(a === 0 ? 0 : -(cumulative[a - 1] ?? 0)),
        })),
      ),
    [{ total: 0, choice: [] as number[], weight: 1 }],
  );
}

describe('products of item polynomials', () => {
  it('are sums over all patterns', () => {
    fc.assert(
      fc.property(fc.array(anItem, { minLength: 1, maxLength: 5 }), (items) => {
        const whole = items
          .map(({ steps, cumulative }) => itemPolynomial([0, ...steps], [0, ...cumulative]))
          .reduce(multiply);
        const expected = new Float64Array(whole.coefficients.length);
        for (const { total, weight } of patterns(items)) expected[total] = (expected[total] ?? 0) + weight;
        whole.coefficients.forEach((value, total) => {
          const found = value * Math.exp(whole.logScale);
          expect(Math.abs(found - (expected[total] ?? 0))).toBeLessThanOrEqual(
            1e-12 * (expected[total] ?? 0),
          );
        });
      }),
    );
  });

  it('stay within the range of numbers for two hundred items', () => {
    const whole = Array.from({ length: 200 }, (_, i) => itemPolynomial([0, 1], [0, (i - 99.5) / 20])).reduce(
      multiply,
    );
    expect(Math.max(...whole.coefficients)).toBe(1);
    expect(whole.coefficients.every((value) => value > 0)).toBe(true);
    // All steps: difficulties add up to 0, so the coefficient is 1.
    expect(Math.log(whole.coefficients[200] ?? 0) + whole.logScale).toBeCloseTo(0, 9);
  });

  it('begin with no item', () => {
    const item = itemPolynomial([0, 1], [0, 0]);
    expect(productsUpTo([item, item]).map(({ coefficients }) => [...coefficients])).toEqual([
      [1],
      [1, 1],
      [0.5, 1, 0.5],
    ]);
    expect(productsUpTo([])).toEqual([NO_ITEMS]);
  });
});

describe('the conditional likelihood', () => {
  const counted = fc.array(anItem, { minLength: 2, maxLength: 4 }).chain((items) =>
    fc
      .array(fc.tuple(...items.map(({ steps }) => fc.integer({ min: 0, max: steps.length }))), {
        minLength: 1,
        maxLength: 30,
      })
      .map((choices) => ({ items, choices })),
  );
  const countsOf = (items: readonly Item[], choices: readonly (readonly number[])[]): LikelihoodCounts => {
    const width = items.reduce((sum, { steps }) => sum + (steps.at(-1) ?? 0), 0) + 1;
    const totals = Array.from({ length: width }, () => 0);
    for (const choice of choices) {
      const total = choice.reduce((sum, a, i) => sum + (a === 0 ? 0 : (items[i]?.steps[a - 1] ?? 0)), 0);
      totals[total] = (totals[total] ?? 0) + 1;
    }
    return {
      items: items.map(({ steps }, i) => ({
        steps,
        pupils: steps.map((_, a) => choices.filter((choice) => choice[i] === a + 1).length),
      })),
      totals,
    };
  };

  it('is that of each pattern given its total', () => {
    fc.assert(
      fc.property(counted, ({ items, choices }) => {
        const all = patterns(items);
        const expected = choices.reduce((sum, choice) => {
          const own = all.find((each) => each.choice.every((a, i) => a === choice[i]));
          const same = all.filter(({ total }) => total === own?.total);
          return (
            sum + Math.log((own?.weight ?? 0) / same.reduce((weights, { weight }) => weights + weight, 0))
          );
        }, 0);
        const found = conditionalLogLikelihood(
          countsOf(items, choices),
          Float64Array.from(items.flatMap(({ cumulative }) => cumulative)),
        );
        expect(Math.abs(found - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));
      }),
    );
  });

  it('has the slopes that brute force gives', () => {
    fc.assert(
      fc.property(counted, ({ items, choices }) => {
        const counts = countsOf(items, choices);
        const cumulative = Float64Array.from(items.flatMap((item) => item.cumulative));
        const { gradient, information } = conditionalSlopes(counts, cumulative);
        const size = cumulative.length;
        const all = patterns(items);
        const places = items.flatMap(({ steps }, i) => steps.map((_, a) => [i, a + 1] as const));
        const share = (total: number, of: (choice: readonly number[]) => boolean) => {
          const same = all.filter((each) => each.total === total);
          const sum = (list: typeof same) => list.reduce((weights, { weight }) => weights + weight, 0);
          return sum(same.filter(({ choice }) => of(choice))) / sum(same);
        };
        places.forEach(([i, a], row) => {
          let expected = -(counts.items[i]?.pupils[a - 1] ?? 0);
          counts.totals.forEach((pupils, total) => {
            if (pupils > 0) expected += pupils * share(total, (choice) => choice[i] === a);
          });
          expect(gradient[row]).toBeCloseTo(expected, 8);
          places.forEach(([j, b], column) => {
            let covariance = 0;
            counts.totals.forEach((pupils, total) => {
              if (pupils === 0) return;
              const both = share(total, (choice) => choice[i] === a && choice[j] === b);
              const alone =
                share(total, (choice) => choice[i] === a) * share(total, (choice) => choice[j] === b);
              covariance += pupils * (both - alone);
            });
            expect(information[row * size + column]).toBeCloseTo(covariance, 8);
          });
        });
      }),
      { numRuns: 40 },
    );
  });
});
