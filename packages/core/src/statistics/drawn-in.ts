/**
 * Values with the extremes drawn in (winsorised): what lies beyond the quantiles at `share` from each end is set to them.
 *
 * Source: Spiegelhalter (2005), Quality and Safety in Health Care 14, 347–351.
 */
export function drawnIn(values: readonly number[], share: number): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const low = quantileOfSorted(sorted, share);
  const high = quantileOfSorted(sorted, 1 - share);
  return values.map((value) => Math.max(low, Math.min(high, value)));
}

/** Type 7 of Hyndman & Fan (1996). */
function quantileOfSorted(sorted: readonly number[], probability: number): number {
  const index = (sorted.length - 1) * probability;
  const low = sorted[Math.floor(index)] ?? 0;
  const high = sorted[Math.ceil(index)] ?? low;
  return low + (index - Math.floor(index)) * (high - low);
}
