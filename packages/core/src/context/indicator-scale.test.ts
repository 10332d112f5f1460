import { describe, expect, it } from 'vitest';
import { fitIndicator, placeOnScale } from './indicator-scale.js';

describe('percentiles', () => {
  it('are the share of schools below and half of those equal, also for values of another year', () => {
    const by = fitIndicator([0.3, 0.1, 0.3, 0.2, 0.4], 'percentile');
    expect(by).toEqual({ kind: 'percentile', values: [0.1, 0.2, 0.3, 0.4], upTo: [1, 2, 4, 5] });
    expect([0, 0.1, 0.2, 0.25, 0.3, 0.4, 0.9].map((share) => placeOnScale(share, by))).toEqual([
      0, 0.1, 0.3, 0.4, 0.6, 0.9, 1,
    ]);
  });
});
