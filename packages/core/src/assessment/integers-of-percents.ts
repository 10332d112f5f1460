/**
 * Counts behind printed percents.
 *
 * @module
 */

/** How the parts make up the whole: all of it, or only some of it (pupils without a journal mark are in no part). */
export type PartsOf = 'whole' | 'some';

/** What is known of the counts: one answer, bounds of each, or that no counts give these percents. */
export type IntegersOfPercents =
  | { readonly kind: 'exact'; readonly counts: readonly number[] }
  /** Lowest and highest count of each part over all answers; at least one part has several. */
  | { readonly kind: 'rounded'; readonly low: readonly number[]; readonly high: readonly number[] }
  | { readonly kind: 'impossible' };

/**
 * Turns percents of `n` pupils back into whole numbers, only where the answer is unique.
 *
 * Formula: every integer `k` with `|100·k/n − p| ≤ ½·10^−decimals` for its percent `p`, and the sum of all = `n` (`whole`)
 * or at most `n` (`some`). A percent that lies exactly between two printed ones may have been rounded either way, so both
 * count.
 * Edge cases: `n` = 0 → all counts 0 where all percents are 0; no percents → exact only for `n` = 0 or `some`.
 * Not for: percents of different wholes.
 *
 * @param percents - 0..100, as printed. @param decimals - digits after the comma that the report prints.
 * @throws {RangeError} `n` is no whole number of pupils, or `decimals` none from 0 to 9.
 *
 * @example
 * ```ts
 * integersOfPercents([12.36, 52.81, 26.97, 7.87], 2, 89) // => { kind: 'exact', counts: [11, 47, 24, 7] }
 * ```
 */
export function integersOfPercents(
  percents: readonly number[],
  decimals: number,
  n: number,
  parts: PartsOf = 'whole',
): IntegersOfPercents {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new RangeError('integersOfPercents requires a whole n, zero or more');
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 9) {
    throw new RangeError('integersOfPercents requires decimals from 0 to 9');
  }
  const whole = BigInt(n);
  const ranges: Range[] = [];
  for (const percent of percents) {
    const range = rangeOf(percent, decimals, whole);
    if (range === undefined) return { kind: 'impossible' };
    ranges.push(range);
  }
  const lowest = ranges.reduce((sum, { low }) => sum + low, 0n);
  const highest = ranges.reduce((sum, { high }) => sum + high, 0n);
  if (lowest > whole || (parts === 'whole' && highest < whole)) return { kind: 'impossible' };
  // What the others leave: at most `n` minus their least, and for a whole at least `n` minus their most.
  const narrowed = ranges.map(({ low, high }) => ({
    low: parts === 'whole' ? larger(low, whole - (highest - high)) : low,
    high: smaller(high, whole - (lowest - low)),
  }));
  const low = narrowed.map((range) => Number(range.low));
  const high = narrowed.map((range) => Number(range.high));
  return low.every((count, i) => count === high[i])
    ? { kind: 'exact', counts: low }
    : { kind: 'rounded', low, high };
}

interface Range {
  readonly low: bigint;
  readonly high: bigint;
}

/** Counts from 0 to `whole` whose percent is printed so; absent when there are none. */
function rangeOf(percent: number, decimals: number, whole: bigint): Range | undefined {
  if (!(percent >= 0 && percent <= 100)) return undefined;
  const printed = BigInt(Math.round(percent * 10 ** decimals));
  if (whole === 0n) return printed === 0n ? { low: 0n, high: 0n } : undefined;
  // |100·10^d·k − printed·n| ≤ n/2, doubled.
  const step = 2n * 10n ** BigInt(decimals + 2);
  const low = larger(0n, -floorDivide(-(2n * printed - 1n) * whole, step));
  const high = smaller(whole, floorDivide((2n * printed + 1n) * whole, step));
  return low > high ? undefined : { low, high };
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value < 0n && quotient * by !== value ? quotient - 1n : quotient;
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}

function smaller(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
