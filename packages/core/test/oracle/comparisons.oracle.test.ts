import { describe, expect, it } from 'vitest';
import type { ItemDif, KnownNetDifference, NetDifference } from '../../src/comparisons/index.js';
import { dif, netDifferences, rateDifference, ratesByQuarter } from '../../src/comparisons/index.js';
import type { Figure, Known } from '../../src/foundation/index.js';
import { itemScores } from '../../src/solve-rates/index.js';
import {
  benjaminiHochberg,
  betaQuantile,
  binomialProbability,
  binomialQuantile,
  chiSquareUpperTail,
  clusteredMean,
  fitBetaBinomial,
  funnelLimits,
  jeffreysInterval,
  newcombeInterval,
  normalProbability,
  normalQuantile,
  normalTails,
  overdispersedLimits,
  overdispersion,
  pooledShareTest,
  shrinkShare,
  shrunkenProbabilityBelow,
  welchTest,
} from '../../src/statistics/index.js';
import { completeOf, countsOf } from '../complete-counts.js';
import oracle from './comparisons.json' with { type: 'json' };

/** Relative, for tails and quantiles near 0 too. */
const near = (found: number | undefined, expected: number, tolerance = 1e-9) => {
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    tolerance * Math.abs(expected) + 1e-300,
  );
};
const close = (found: number | undefined, expected: number, tolerance = 1e-9) => {
  expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  );
};

describe(`distributions agree with R (${oracle.madeBy})`, () => {
  it('normal probability to 1e-12 of itself, and its quantile', () => {
    for (const [z = 0, p = 0] of oracle.normalProbability) near(normalProbability(z), p, 1e-12);
    for (const [z = 0, p = 0] of oracle.normalTails) near(normalTails(z), p, 1e-12);
    for (const [p = 0, z = 0] of oracle.normalQuantile) close(normalQuantile(p), z, 1e-12);
  });
  it('chi-square tail to 1e-11 of itself', () => {
    for (const [x = 0, df = 0, p = 0] of oracle.chiSquareUpperTail) near(chiSquareUpperTail(x, df), p, 1e-11);
  });
  it('beta quantile to 1e-10 of itself', () => {
    for (const [p = 0, a = 0, b = 0, x = 0] of oracle.betaQuantile) near(betaQuantile(p, a, b), x, 1e-10);
  });
  it('Jeffreys interval', () => {
    for (const [count = 0, n = 0, low = 0, high = 0] of oracle.jeffreys) {
      const found = jeffreysInterval(count, n);
      near(found.low, low);
      near(found.high, high);
    }
  });
  it('binomial probability and quantile', () => {
    for (const [x = 0, n = 0, p = 0, expected = 0] of oracle.binomial)
      close(binomialProbability(x, n, p), expected);
    for (const [q = 0, n = 0, p = 0, r = 0] of oracle.binomialQuantile)
      expect(binomialQuantile(q, n, p) - r).toBe(0);
  });
});

describe('tests of groups agree with R to 1e-9', () => {
  it('Newcombe interval and pooled test', () => {
    for (const [x1 = 0, n1 = 0, x2 = 0, n2 = 0, low = 0, high = 0, p = 0] of oracle.twoShares) {
      const one = { share: x1 / n1, n: n1 };
      const other = { share: x2 / n2, n: n2 };
      const interval = newcombeInterval(one, other);
      close(interval.low, low);
      close(interval.high, high);
      near(pooledShareTest(one, other)?.p, p);
    }
  });
  it('Welch', () => {
    for (const [
      n1 = 0,
      s1 = 0,
      q1 = 0,
      n2 = 0,
      s2 = 0,
      q2 = 0,
      t = 0,
      df = 0,
      p = 0,
      low = 0,
      high = 0,
    ] of oracle.welch) {
      const found = welchTest({ n: n1, sum: s1, sumOfSquares: q1 }, { n: n2, sum: s2, sumOfSquares: q2 });
      close(found?.t, t);
      close(found?.df, df);
      near(found?.p, p);
      close(found?.interval.low, low);
      close(found?.interval.high, high);
    }
  });
  it('q values, NA staying out', () => {
    for (const row of oracle.benjaminiHochberg) {
      const [values = [], expected = []] = [row.slice(0, row.length / 2), row.slice(row.length / 2)].map(
        (half) => half.flat(),
      );
      const found = benjaminiHochberg(values.map((p) => p ?? undefined));
      expected.forEach((q, i) => {
        if (q === null) expect(found[i]).toBeUndefined();
        else close(found[i], q, 1e-14);
      });
    }
  });
});

const groupsOf = ({ count, n }: { readonly count: readonly number[]; readonly n: readonly number[] }) =>
  count.map((each, i) => ({ count: each, n: n[i] ?? 0 }));

describe('groups of groups agree with R', () => {
  it('beta-binomial and shrunken shares to 1e-6', () => {
    for (const set of oracle.betaBinomial) {
      const groups = groupsOf(set);
      const fitted = fitBetaBinomial(groups);
      if (fitted?.kind !== 'spread') throw new Error('no spread');
      near(fitted.mean, set.mean, 1e-6);
      near(fitted.precision, set.precision, 1e-6);
      groups.forEach((group, i) => {
        const { estimate, interval } = shrinkShare(group, fitted);
        near(estimate, set.estimate[i] ?? 9, 1e-6);
        near(interval.low, set.low[i] ?? 9, 1e-6);
        near(interval.high, set.high[i] ?? 9, 1e-6);
        close(shrunkenProbabilityBelow(group, fitted, 0.5), set.below[i] ?? 9, 1e-6);
      });
    }
  });
  it('funnel limits', () => {
    for (const [target = 0, n = 0, low95 = 0, high95 = 0, low998 = 0, high998 = 0] of oracle.funnel) {
      const { at95, at998 } = funnelLimits(target, n);
      close(at95.low, low95);
      close(at95.high, high95);
      close(at998.low, low998);
      close(at998.high, high998);
    }
  });
  it('overdispersion', () => {
    for (const set of oracle.overdispersion) {
      const found = overdispersion(groupsOf(set), set.target);
      near(found?.phi, set.phi);
      near(found?.tauSquared, set.tauSquared);
      const { at95, at998 } = overdispersedLimits(set.target, 25, found?.tauSquared ?? 0);
      [at95.low, at95.high, at998.low, at998.high].forEach((limit, i) => {
        close(limit, set.limitsOf25[i] ?? 9);
      });
    }
  });
  it('clustered means', () => {
    for (const set of oracle.clustered) {
      const clusters = set.n.map((n, i) => ({
        n,
        sum: set.sum[i] ?? 0,
        sumOfSquares: set.sumOfSquares[i] ?? 0,
      }));
      const found = clusteredMean(clusters);
      close(found?.mean, set.mean);
      near(found?.standardError, set.se);
      near(found?.designEffect, set.deff);
      close(found?.interval?.low, set.low);
      close(found?.interval?.high, set.high);
    }
  });
});

function knownFigure(figure: Figure | undefined): Known {
  if (figure?.kind !== 'known') throw new Error('missing');
  return figure;
}
function knownItem(of: NetDifference | undefined): KnownNetDifference {
  if (of?.kind !== 'known') throw new Error(of?.reason);
  return of;
}
function knownDif(of: ItemDif | undefined) {
  if (of?.kind !== 'known') throw new Error(of?.reason);
  return of;
}

describe('two groups on one work agree with R to 1e-9', () => {
  for (const set of oracle.sets) {
    const reference = completeOf(set.max, set.reference);
    const focal = completeOf(set.max, set.focal);

    it(`${set.name}: differences`, () => {
      const ones = itemScores(countsOf(set.max, set.reference), set.max);
      const others = itemScores(countsOf(set.max, set.focal), set.max);
      set.items.forEach((expected, i) => {
        const [one, other] = [ones[i], others[i]];
        if (one === undefined || other === undefined) throw new Error('no item');
        const { difference, p } = rateDifference(one, other, set.max[i]);
        const { estimate, interval } = knownFigure(difference);
        close(estimate, expected.difference);
        close(interval?.low, expected.low);
        close(interval?.high, expected.high);
        near(p, expected.p);
      });
    });

    it(`${set.name}: net of the general level`, () => {
      const net = netDifferences(reference, focal, set.max);
      const items = dif(reference, focal, set.max);
      set.items.forEach((expected, i) => {
        const of = knownItem(net[i]);
        expect([of.nReference, of.nFocal, of.size]).toEqual([
          expected.nReference,
          expected.nFocal,
          expected.size,
        ]);
        close(of.difference.estimate, expected.smd);
        close(of.points.estimate, expected.smd * (set.max[i] ?? 9));
        near(of.standardError, expected.smdError);
        near(of.p, expected.smdP);
        near(of.test.chiSquare, expected.chiSquare);
        near(of.test.p, expected.chiP);
        if (expected.baseP !== null) near(of.test.p, expected.baseP);
        const item = knownDif(items[i]);
        near(item.q, expected.q);
        if (expected.oddsRatio === null) expect(item.oddsRatio).toBeUndefined();
        else {
          near(item.oddsRatio, expected.oddsRatio);
          near(item.delta, expected.delta);
          if (of.test.kind === 'mantel') throw new Error('not for 0/1 items');
          near(of.test.logOddsError, expected.logOddsError);
        }
      });
    });

    it(`${set.name}: rates by quarter`, () => {
      const all = completeOf(set.max, [...set.reference, ...set.focal]);
      const found = ratesByQuarter(all, set.max);
      if (found.kind === 'missing') throw new Error(found.reason);
      expect(found.groups.map(({ n }) => n)).toEqual(set.quarterN);
      found.items.forEach(({ rates }, i) => {
        rates.forEach((rate, quarter) => {
          const expected = set.quarterRates[quarter]?.[i];
          if (expected === null || expected === undefined) expect(rate.kind).toBe('missing');
          else close(knownFigure(rate).estimate, expected);
        });
      });
    });
  }
});
