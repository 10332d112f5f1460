/**
 * Quantile of a histogram: linear between order statistics (Hyndman & Fan 1996, type 7; the default of R).
 *
 * `counts[value]` = how many have the value. The index is computed exactly as R does, so that ties at the
 * border of a group fall on the same side.
 */
export function quantileOfCounts(counts: ArrayLike<number>, probability: number): number {
  let n = 0;
  for (let value = 0; value < counts.length; value++) n += counts[value] ?? 0;
  if (n === 0) throw new RangeError('quantileOfCounts requires at least one pupil');
  const index = 1 + (n - 1) * probability;
  const low = valueAt(counts, Math.floor(index));
  const high = valueAt(counts, Math.ceil(index));
  const part = index - Math.floor(index);
  return part > 0 && high !== low ? (1 - part) * low + part * high : low;
}

function valueAt(counts: ArrayLike<number>, position: number): number {
  let seen = 0;
  for (let value = 0; value < counts.length; value++) {
    seen += counts[value] ?? 0;
    if (seen >= position) return value;
  }
  return counts.length - 1;
}
