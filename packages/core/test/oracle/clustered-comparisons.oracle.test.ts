import { describe, expect, it } from 'vitest';
import { analyseFully } from '../../src/analysis/index.js';
import { add, empty } from '../../src/tally/index.js';
import { aBlock, anAssessment, type Row } from '../response-rows.js';
import oracle from './clustered-comparisons.json' with { type: 'json' };

/** Pupils as `municipality, school, points…`. */
const rows = oracle.pupils.map(
  ([municipality = 0, school = 0, ...points]): Row => ({
    unit: { region: 'Р', municipality: `М${municipality}`, school: `s${school}` },
    codes: points.map((each) => each * 2),
  }),
);
const analysis = analyseFully(add(empty(), aBlock(anAssessment(oracle.maxima), rows)));
const found = [...analysis.comparisonResults].filter(
  ({ level, comparator }) => level === 'municipality' && comparator === 'region',
);

describe(`groups of schools agree with R to 1e-9 (${oracle.madeBy})`, () => {
  it.each(oracle.comparisons)('municipality %i, item %i', (municipality, item, ...expected) => {
    const of = found.find((each) => each.unit === `М${municipality}` && each.item === String(item));
    const [d = 0, low = 0, high = 0, p = 0, net = 0, netLow = 0, netHigh = 0] = expected;
    const figure = (estimate: number, from: number, to: number) => ({
      kind: 'known',
      estimate: expect.closeTo(estimate, 9),
      interval: { low: expect.closeTo(from, 9), high: expect.closeTo(to, 9), method: 'clustered' },
    });
    expect(of?.difference).toMatchObject(figure(d, low, high));
    expect(of?.p).toBeCloseTo(p, 9);
    expect(of?.netDifference).toMatchObject(figure(net, netLow, netHigh));
  });
});
