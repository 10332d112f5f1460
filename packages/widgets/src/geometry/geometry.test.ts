import { ticks as d3ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartToString, linearScale, niceTicks } from './index.js';

describe('linearScale', () => {
  it('places as d3-scale does', () => {
    const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(finite, finite, finite, (from, to, value) => {
        fc.pre(Math.abs(from - to) > 1e-6);
        const expected = scaleLinear([from, to], [10, 300])(value);
        expect(Math.abs(linearScale([from, to], [10, 300])(value) - expected)).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(expected)),
        );
      }),
    );
  });

  it('puts a domain of one value in the middle', () => {
    expect(linearScale([3, 3], [0, 10])(3)).toBe(5);
  });
});

describe('niceTicks', () => {
  it('are those of d3-array', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: 2, max: 12 }),
        (from, span, count) => {
          const ours = niceTicks(from / 100, (from + span) / 100, count);
          const theirs = d3ticks(from / 100, (from + span) / 100, count);
          expect(ours).toHaveLength(theirs.length);
          const apart = ours.map((tick, i) => Math.abs(tick - (theirs[i] ?? Number.NaN)));
          expect(Math.max(0, ...apart)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('are none for an empty domain', () => {
    expect(niceTicks(5, 1, 4)).toEqual([]);
    expect(niceTicks(5, 5, 4)).toEqual([5]);
  });
});

describe('chartToString', () => {
  it('writes marks with short numbers and escaped text', () => {
    const chart = {
      width: 100,
      height: 50.5,
      marks: [
        { kind: 'circle' as const, cx: 1 / 3, cy: 2, r: 3, role: 'dot' },
        { kind: 'text' as const, x: 0, y: 0, text: '<b>"К1"</b>', anchor: 'end' as const, role: 'label' },
      ],
    };
    expect(chartToString(chart, 'chart')).toBe(
      '<svg class="chart" viewBox="0 0 100 50.5" aria-hidden="true" focusable="false"><circle class="dot" cx="0.33" cy="2" r="3"/><text class="label" x="0" y="0" text-anchor="end">&lt;b&gt;&quot;К1&quot;&lt;/b&gt;</text></svg>',
    );
  });
});
