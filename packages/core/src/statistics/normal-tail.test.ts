import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import { chiSquareUpperTail } from './chi-square.js';
import { gammaUpperTail } from './incomplete-gamma.js';
import { normalProbability } from './normal.js';
import { normalUpperTail } from './normal-tail.js';
import { studentTProbabilities, studentTProbability } from './student-t.js';

const near = (found: number, expected: number, tolerance: number) => {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance * expected);
};

describe('normalUpperTail', () => {
  it('has the digits of R', () => {
    // sprintf('%.16g', pnorm(z, lower.tail = FALSE)), R 4.2.2.
    const byR = [
      [-9, 1],
      [-3, 0.9986501019683699],
      [-0.5, 0.691462461274013],
      [0, 0.5],
      [0.3, 0.3820885778110473],
      [0.67, 0.2514288950953101],
      [1.5, 0.06680720126885807],
      [5.6, 1.071759025831093e-8],
      [6, 9.865876450376981e-10],
      [12, 1.776482112077679e-33],
      [30, 4.906713927148187e-198],
    ] as const;
    for (const [z, tail] of byR) near(normalUpperTail(z), tail, 1e-13);
  });

  it('is the same by series and continued fractions', () => {
    fc.assert(
      fc.property(between(-37, 37), (z) => {
        // Rounding z² alone changes exp(−z² / 2) by z² / 2 units of the last digit, in each of the two.
        near(normalUpperTail(z), normalProbability(-z), 2e-13 + z * z * Number.EPSILON);
      }),
    );
  });
});

describe('chiSquareUpperTail', () => {
  it('is the incomplete gamma function, summed up or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), between(0, 1300), (df, x) => {
        near(chiSquareUpperTail(x, df), gammaUpperTail(df / 2, x / 2), 1e-12);
      }),
    );
    expect(chiSquareUpperTail(0, 5)).toBe(1);
  });
});

describe('studentTProbabilities', () => {
  it('is the same for many t of one df as for each alone', () => {
    fc.assert(
      fc.property(between(0.1, 2000), fc.array(between(-50, 50)), (df, values) => {
        const probability = studentTProbabilities(df);
        for (const t of values) expect(probability(t)).toBe(studentTProbability(t, df));
      }),
    );
  });
});
