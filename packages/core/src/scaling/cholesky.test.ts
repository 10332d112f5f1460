import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import { cholesky, solve } from './cholesky.js';

describe('cholesky', () => {
  it('solves systems', () => {
    const size = 4;
    const cell = between(-3, 3);
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 16, maxLength: 16 }),
        fc.array(cell, { minLength: 4, maxLength: 4 }),
        (root, wanted) => {
          const at = (row: number, column: number) => root[row * size + column] ?? 0;
          const matrix = Float64Array.from({ length: 16 }, (_, place) => {
            const [row, column] = [Math.floor(place / size), place % size];
            const sum = [0, 1, 2, 3].reduce((total, k) => total + at(row, k) * at(column, k), 0);
            return sum + (row === column ? 0.5 : 0);
          });
          const right = [0, 1, 2, 3].map((row) =>
            wanted.reduce((sum, value, column) => sum + (matrix[row * size + column] ?? 0) * value, 0),
          );
          const factor = cholesky(matrix, size);
          if (factor === undefined) throw new Error('not positive definite');
          solve(factor, right).forEach((value, row) => {
            expect(value).toBeCloseTo(wanted[row] ?? 9, 9);
          });
        },
      ),
    );
  });

  it('refuses what is not positive definite', () => {
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBeUndefined();
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
    expect(cholesky(Float64Array.of(0), 1)).toBeUndefined();
    expect(cholesky(Float64Array.of(Number.NaN), 1)).toBeUndefined();
  });
});
