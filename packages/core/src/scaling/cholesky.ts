/** Systems of linear equations with a symmetric positive definite matrix, rows one after the other. @module */

/** Lower triangle L with L·Lᵀ = the matrix. */
export interface Cholesky {
  readonly size: number;
  readonly lower: Float64Array;
}

/**
 * Cholesky's factor of a symmetric matrix; `undefined` when it is not positive definite within the precision of numbers.
 * Source: Golub & Van Loan (2013), Matrix Computations, 4.2. Cost: size³ / 6 products.
 */
export function cholesky(matrix: Float64Array, size: number): Cholesky | undefined {
  const lower = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0;
      for (let k = 0; k < column; k++) {
        sum -= (lower[row * size + k] ?? 0) * (lower[column * size + k] ?? 0);
      }
      if (row > column) {
        lower[row * size + column] = sum / (lower[column * size + column] ?? 1);
        continue;
      }
      if (!(sum > (matrix[row * size + row] ?? 0) * LEAST_PIVOT)) return undefined;
      lower[row * size + row] = Math.sqrt(sum);
    }
  }
  return { size, lower };
}

/** What the matrix takes to `right`. */
export function solve({ size, lower }: Cholesky, right: ArrayLike<number>): Float64Array {
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let sum = solution[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (lower[row * size + k] ?? 0) * (solution[k] ?? 0);
    solution[row] = sum / (lower[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row--) {
    let sum = solution[row] ?? 0;
    for (let k = row + 1; k < size; k++) sum -= (lower[k * size + row] ?? 0) * (solution[k] ?? 0);
    solution[row] = sum / (lower[row * size + row] ?? 1);
  }
  return solution;
}

const LEAST_PIVOT = 1e-13;
