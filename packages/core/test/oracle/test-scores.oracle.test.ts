import { describe, expect, it } from 'vitest';
import { analyseFully } from '../../src/analysis/index.js';
import type { Figure } from '../../src/foundation/index.js';
import { add, empty } from '../../src/tally/index.js';
import { aBlock, anAssessment } from '../response-rows.js';
import oracle from './test-scores.json' with { type: 'json' };

const close = (figure: Figure, [estimate = 0, low = 0, high = 0]: readonly number[]) => {
  if (figure.kind === 'missing' || figure.interval === undefined) throw new Error('a figure is missing');
  expect(figure.estimate).toBeCloseTo(estimate, 9);
  expect(figure.interval.low).toBeCloseTo(low, 6);
  expect(figure.interval.high).toBeCloseTo(high, 6);
};
const estimate = (figure: Figure) => (figure.kind === 'known' ? figure.estimate : Number.NaN);

describe('test scores, by base R', () => {
  const exam = anAssessment([20], {
    subject: 'Физика',
    testScores: Object.fromEntries(oracle.table.map((score, primary) => [primary, score])),
  });
  const rows = oracle.primary.map((primary, pupil) => ({
    unit: { region: 'Р', school: `s${oracle.school[pupil]}` },
    codes: [primary * 2],
  }));
  const results = analyseFully(add(empty(), aBlock(exam, rows))).testScores;

  it.each([
    ...oracle.schools.map((expected, place) => ['school', `s${place + 1}`, expected] as const),
    ['region', 'Р', oracle.all] as const,
    ['all', 'all', oracle.all] as const,
  ])('%s %s', (level, unit, expected) => {
    const of = results.find((each) => each.level === level && each.unit === unit);
    if (of === undefined) throw new Error('no result');
    expect(of.n).toBe(expected.n);
    expect(of.minimum).toBe(oracle.minimum);
    close(of.mean, expected.mean);
    close(of.belowMinimum, expected.below);
    close(of.fromMiddle, expected.middle);
    close(of.fromHigh, expected.high);
    expect(estimate(of.sd)).toBeCloseTo(expected.sd, 9);
    expect([of.lowerQuartile, of.median, of.upperQuartile].map(estimate)).toEqual(expected.quartiles);
  });
});
