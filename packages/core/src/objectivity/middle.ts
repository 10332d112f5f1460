/**
 * Medians without sorting: what is usual among schools asks for six of them for each test of each work.
 *
 * @module
 */

/** Median of the first `length` values, which are put in another order. Cost: about three comparisons a value. */
export function middle(values: Float64Array, length: number): number {
  const half = length >> 1;
  const upper = select(values, half, length);
  if (length % 2 === 1) return upper;
  let lower = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < half; i++) lower = Math.max(lower, values[i] ?? 0);
  return (lower + upper) / 2;
}

/**
 * The value that would stand at `place` if the first `length` values were sorted: nothing below it stands behind it then, nothing
 * above it before it.
 *
 * Source: Hoare (1961), Communications of the ACM 4, 321–322 (Find), with the middle of three as the border.
 */
export function select(values: Float64Array, place: number, length: number): number {
  let from = 0;
  let to = length - 1;
  while (from < to) {
    const border = middleOfThree(values[from] ?? 0, values[(from + to) >> 1] ?? 0, values[to] ?? 0);
    let low = from;
    let high = to;
    while (low <= high) {
      while ((values[low] ?? 0) < border) low++;
      while ((values[high] ?? 0) > border) high--;
      if (low > high) break;
      const there = values[low] ?? 0;
      values[low++] = values[high] ?? 0;
      values[high--] = there;
    }
    if (place <= high) to = high;
    else if (place >= low) from = low;
    else break;
  }
  return values[place] ?? 0;
}

function middleOfThree(one: number, other: number, third: number): number {
  return Math.max(Math.min(one, other), Math.min(Math.max(one, other), third));
}
