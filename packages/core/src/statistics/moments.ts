/** Sums of a variable over a group: they merge by addition. @module */

export interface Moments {
  readonly n: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** Mean; the caller makes sure that `n` is above zero. */
export function mean({ n, sum }: Moments): number {
  return sum / n;
}

/** Sum of squared deviations from the mean; never below zero. */
export function squaredDeviations({ n, sum, sumOfSquares }: Moments): number {
  return n === 0 ? 0 : Math.max(0, (n * sumOfSquares - sum * sum) / n);
}

/** Sample standard deviation (divisor n − 1); the caller makes sure that `n` is above one. */
export function standardDeviation(of: Moments): number {
  return Math.sqrt(squaredDeviations(of) / (of.n - 1));
}
