import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import { RoundedPriors, roundedAlikeness, roundedStep } from './rounded.js';
import type { SharePrior } from './share-priors.js';

const angle = (share: number) => Math.asin(Math.sqrt(share));

describe('RoundedPriors', () => {
  const prior: SharePrior = { mean: 0.2, precision: 20, fitted: true, spread: 'some' };

  it('are off by half a step at most', () => {
    fc.assert(
      fc.property(evenly(-9, 9), evenly(-1, 12), (mean, precision) => {
        const of = { ...prior, mean: 1 / (1 + Math.exp(-mean)), precision: Math.exp(precision) };
        const rounded = new RoundedPriors().of(of);
        const deviation = 0.5 / Math.sqrt(rounded.precision + 1);
        // Or by a whole one next to 0 and 1, where no share can be.
        const isInside = Math.min(of.mean, 1 - of.mean) > deviation ** 2;
        expect(Math.abs(angle(rounded.mean) - angle(of.mean)) / deviation).toBeLessThan(
          (isInside ? 0.003 : 0.006) + 1e-6,
        );
        expect(rounded.mean).toBeGreaterThan(0);
        expect(rounded.mean).toBeLessThan(1);
        expect(Math.abs(Math.log(rounded.precision) - precision)).toBeLessThan(0.0025 + 1e-9);
        expect(rounded).toMatchObject({ fitted: true, spread: 'some' });
      }),
    );
  });

  it('are one object for those that are nearly the same', () => {
    const priors = new RoundedPriors();
    const one = priors.of(prior);
    expect(priors.of({ ...prior, mean: 0.2001, precision: 20.02 })).toBe(one);
    expect(priors.of({ ...prior, mean: 0.2007 })).not.toBe(one);
    expect(priors.of({ ...prior, precision: 20.15 })).not.toBe(one);
    expect(priors.of({ ...prior, spread: 'none' })).not.toBe(one);
    expect(priors.of(one)).toEqual(one);
  });

  it('leave one alone that no other school speaks in', () => {
    const nobody: SharePrior = { mean: 0.5, precision: 1.234567, fitted: false, spread: 'unknown' };
    expect(new RoundedPriors().of(nobody)).toBe(nobody);
  });
});

describe('roundedAlikeness', () => {
  it('is in thousandths, of the school and of all', () => {
    expect(roundedAlikeness({ school: 0.12345, work: 0.2 })).toEqual({ school: 0.123, work: 0.2 });
    expect(roundedAlikeness({ school: 0.1234, work: 0.2008 })).toEqual({ school: 0.123, work: 0.201 });
    expect(roundedAlikeness({ school: 0, work: 0 })).toEqual({ school: 0, work: 0 });
    expect(roundedAlikeness({ school: 0.95, work: 0 })).toEqual({ school: 0.95, work: 0 });
    // 0.475 and 0.475 would be 0.95 and a thousandth.
    const { school, work } = roundedAlikeness({ school: 0.4746, work: 0.4749 });
    expect(school + work).toBeCloseTo(0.95, 12);
  });
});

describe('roundedStep', () => {
  it('is no larger, and by less than a fifth smaller', () => {
    fc.assert(
      fc.property(evenly(0.001, 0.25), (step) => {
        const rounded = roundedStep(step, 0.25);
        expect(rounded).toBeLessThanOrEqual(step * (1 + 1e-8));
        expect(rounded).toBeGreaterThan(step / 1.19);
        expect(roundedStep(rounded, 0.25)).toBeCloseTo(rounded, 12);
      }),
    );
    expect(roundedStep(0.25, 0.25)).toBe(0.25);
    expect(roundedStep(0.125, 0.25)).toBe(0.125);
  });
});
