import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/index.js';
import { contextIndexOf, contextScale } from '../../src/context/context-index.js';
import { contextOf, equalWeights, groupGaps } from '../../src/context/index.js';
import { known } from '../../src/foundation/index.js';
import { summarise } from '../../src/tally/index.js';
import { rowsOf, tallyOf } from '../objectivity-schools.js';
import { anAssessment } from '../response-rows.js';
import oracle from './context.json' with { type: 'json' };

const near = (found: number | undefined, expected: number | undefined, tolerance: number) =>
  expect(Math.abs((found ?? Number.NaN) - (expected ?? Number.NaN))).toBeLessThanOrEqual(tolerance);

const work: Assessment = anAssessment([10, 10, 10], { id: 'work' });
const idOf = (place: number) => `s${String(place).padStart(3, '0')}`;

describe('results beside conditions, by lme4', () => {
  it.each(oracle.fits.map((fit, place) => [place, fit] as const))('region %i', (_, fit) => {
    const summaries = summarise(
      tallyOf([
        work,
        rowsOf(
          work,
          Object.fromEntries(fit.points.map((own, place) => [idOf(place), own.map((total) => ({ total }))])),
        ),
      ]),
    );
    // R's index as a share of pupils, and a scale that gives it back.
    const { model, schools } = contextOf(
      summaries,
      fit.x.map((x, place) => ({
        school: idOf(place),
        indicators: new Map([['single_parent', known(0.5 + x / 20, 1)]]),
      })),
      {
        rules: {
          ...equalWeights,
          indicators: [{ id: 'single_parent', direction: 1, weight: 1 }],
        },
        scale: {
          rules: 'as-it-is',
          scales: [
            {
              indicator: 'single_parent',
              schools: 1,
              coefficients: { kind: 'z', mean: 0.5, deviation: 1 / 20 },
            },
          ],
        },
      },
    );
    near(model?.intercept, fit.fixed[0], 1e-7);
    near(model?.slope, fit.fixed[1], 1e-7);
    near(model?.betweenSchools, fit.variances[0], 1e-7);
    near(model?.withinSchools, fit.variances[1], 1e-7);
    schools.forEach((school, place) => {
      const { difference } = school;
      if (difference.kind === 'missing') throw new Error('A difference is missing');
      near(difference.estimate, fit.effects[place], 1e-7);
      const variance = fit.effectVariances[place] ?? 0;
      const width =
        difference.interval === undefined ? 0 : difference.interval.high - difference.interval.low;
      near((width / 2 / 1.959963984540054) ** 2, variance, 1e-7);
    });
  });
});

describe('figures by base R', () => {
  it('gap between groups of schools', () => {
    const results = new Map(
      oracle.gap.schools.map((own, place) => [
        idOf(place),
        {
          pupils: own.length,
          papers: {
            n: own.length,
            sum: own.reduce((sum, each) => sum + each, 0),
            sumOfSquares: own.reduce((sum, each) => sum + each * each, 0),
          },
        },
      ]),
    );
    const groups = new Map([...results.keys()].map((school, place) => [school, place < 4 ? 'one' : 'other']));
    const [one, other] = groupGaps(results, groups);
    if (one?.gap.kind !== 'known' || other?.gap.kind !== 'known') throw new Error('A gap is missing');
    near(one.gap.estimate, oracle.gap.found[0], 1e-12);
    near(one.gap.interval?.low, oracle.gap.found[1], 1e-9);
    near(one.gap.interval?.high, oracle.gap.found[2], 1e-9);
    near(other.gap.estimate, -one.gap.estimate, 1e-12);
  });

  it('index by z within a settlement type', () => {
    const ids = ['higher_education', 'single_parent', 'unemployed', 'on_registers'];
    const passports = oracle.index.shares.map((shares, place) => ({
      school: idOf(place),
      settlement: 'село',
      indicators: new Map(ids.map((id, i) => [id, known(shares[i] ?? 0, 100)])),
    }));
    const scale = contextScale(passports, equalWeights);
    passports.forEach((passport, place) => {
      const { index } = contextIndexOf(passport, equalWeights, scale);
      near(index.kind === 'known' ? index.estimate : undefined, oracle.index.found[place], 1e-12);
    });
  });
});
