import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal.js';
import { studentTQuantile } from './student-t.js';
import { normalTailStart, studentTailStart } from './tail-start.js';

describe('normalTailStart', () => {
  it('errs by less than 4.5e-4 (Abramowitz & Stegun, 26.2.23), and by more than nothing', () => {
    for (const tail of [0.5, 0.4, 0.3, 0.2, 0.1, 0.05, 0.01, 1e-3, 1e-4, 1e-6, 1e-9]) {
      const error = normalTailStart(tail) + normalQuantile(tail);
      expect(Math.abs(error)).toBeLessThan(4.5e-4);
    }
  });
});

/** `qt(p, df, lower.tail = FALSE)` of R 4.2.2. */
const TAILS: readonly (readonly [df: number, tail: number, quantile: number, error: number])[] = [
  [3, 0.1, 1.6377443537, 2e-5],
  [3, 0.025, 3.18244630528, 1.3e-3],
  [3, 0.001, 10.2145318524, 3e-2],
  [5, 0.4, 0.267180865704, 1.8e-3],
  [5, 0.1, 1.47588404882, 2e-4],
  [5, 0.025, 2.57058183564, 1.2e-4],
  [5, 0.01, 3.36492999891, 6e-5],
  [5, 0.001, 5.89342953136, 3e-3],
  [10, 0.25, 0.699812061312, 5e-4],
  [10, 0.025, 2.22813885199, 4e-6],
  [10, 0.001, 4.14370049405, 3e-5],
  [30, 0.025, 2.0422724563, 2e-8],
  [200, 0.025, 1.97189622363, 2e-12],
];

describe('studentTailStart', () => {
  it('is as near to the quantile as the expansion allows', () => {
    for (const [df, tail, quantile, error] of TAILS) {
      expect(Math.abs(studentTailStart(tail, df) / quantile - 1)).toBeLessThan(error);
      expect(studentTQuantile(1 - tail, df) / quantile).toBeCloseTo(1, 11);
    }
  });

  it('starts somewhere above zero where there is no expansion', () => {
    expect(studentTailStart(0.025, 2.9)).toBe(2);
    expect(studentTailStart(0.4, 1)).toBe(2);
    expect(studentTailStart(0.4, 3)).toBeCloseTo(0.2767, 2);
  });
});
