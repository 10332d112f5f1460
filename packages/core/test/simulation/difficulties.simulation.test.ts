import { describe, expect, it } from 'vitest';
import { COMMON, compared, estimate, LINKS, simulated } from '../scaled-works.js';

type Rows = readonly (readonly number[])[];

const PLANTED: Rows = [[-1.2], [0.3], [-0.5, 0.9], [1.4], [-1, 0, 1.1], [0.6, -0.2]];

describe('itemDifficulties', () => {
  it('finds planted thresholds within their errors', () => {
    const scale = simulated(PLANTED, 20_000, 0, 7);
    const planted = PLANTED.flat();
    const mean = planted.reduce((sum, value) => sum + value, 0) / planted.length;
    const z = scale.items
      .flatMap(({ thresholds }) => thresholds)
      .map(
        ({ estimate, standardError }, place) => (estimate - ((planted[place] ?? 0) - mean)) / standardError,
      );
    expect(Math.max(...z.map(Math.abs))).toBeLessThan(3.2);
    expect(Math.sqrt(z.reduce((sum, value) => sum + value * value, 0) / z.length)).toBeLessThan(1.6);
  });

  it('states errors as large as estimates scatter', () => {
    const scales = Array.from({ length: 150 }, (_, seed) => simulated(PLANTED, 400, 0, 1000 + seed));
    const first = scales.map((scale) => scale.items[2]?.thresholds[1]);
    const values = first.map((threshold) => threshold?.estimate ?? Number.NaN);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const scatter = Math.sqrt(
      values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1),
    );
    const stated = first.reduce((sum, threshold) => sum + (threshold?.standardError ?? 0), 0) / first.length;
    expect(scatter / stated).toBeGreaterThan(0.85);
    expect(scatter / stated).toBeLessThan(1.15);
  });
});

describe('comparableDifficulties', () => {
  it('finds the shift between works, whatever the pupils', () => {
    const one = simulated([...COMMON, [0.3], [-0.6]], 8000, 0, 1);
    const other = simulated([[2], [1.5], ...COMMON], 8000, 0.8, 2);
    const { shift, items } = compared(one, other, LINKS);
    // On one scale the sixth item of the other work (index 0) has difficulty 2 − mean of thresholds of the first work.
    const planted = [...COMMON, [0.3], [-0.6]].flat();
    const mean = planted.reduce((sum, value) => sum + value, 0) / planted.length;
    const hard = other.items[0];
    const found = estimate(hard?.difficulty ?? { kind: 'missing' }) + shift;
    expect(Math.abs(found - (2 - mean))).toBeLessThan(0.1);
    for (const { z } of items) expect(Math.abs(estimate(z))).toBeLessThan(3);
    expect(items.reduce((sum, { difference }) => sum + estimate(difference), 0)).toBeCloseTo(0, 10);
  });

  it('gives z and a shift that scatter as chance does', () => {
    const [first, second] = [
      [...COMMON, [0.3]],
      [[0], [1], ...COMMON],
    ];
    const mean = (of: readonly (readonly number[])[]) =>
      of.flat().reduce((a, b) => a + b, 0) / of.flat().length;
    const planted = mean(second) - mean(first);
    const results = Array.from({ length: 60 }, (_, seed) =>
      compared(simulated(first, 500, 0, 10 + seed), simulated(second, 300, 0.5, 900 + seed), LINKS),
    );
    const z = results.flatMap(({ items }) => items.map((item) => estimate(item.z)));
    const shifts = results.map(({ shift, shiftStandardError }) => (shift - planted) / shiftStandardError);
    const rms = (of: readonly number[]) =>
      Math.sqrt(of.reduce((sum, value) => sum + value * value, 0) / of.length);
    expect(Math.abs(rms(z) - 1)).toBeLessThan(0.15);
    expect(Math.abs(rms(shifts) - 1)).toBeLessThan(0.25);
  });
});
