/**
 * From published figures back to whole numbers.
 *
 * @module
 */

/** Whole numbers from `low` to `high`, both included; `high` may be infinite. */
export interface IntegerRange {
  readonly low: number;
  readonly high: number;
}

/** Doubles of shares and means are good to this, relative to the count. */
const NOISE = 1e-7;

/** Counts that give `figure` when divided by `base`, where the figure may lie `rounding` from the truth. */
export function countsOf(figure: number, base: number, rounding: number): IntegerRange {
  const slack = rounding * base + NOISE * Math.max(1, Math.abs(figure * base) * 1e-4);
  return {
    low: Math.max(0, Math.ceil(figure * base - slack)),
    high: Math.max(0, Math.floor(figure * base + slack)),
  };
}

/** Bases of which `count` is the share or mean `figure`. */
export function basesOf(figure: number, count: number, rounding: number): IntegerRange {
  if (figure <= rounding + NOISE) return { low: 0, high: Number.POSITIVE_INFINITY };
  const low = count / (figure + rounding);
  const high = count / (figure - rounding);
  return { low: Math.ceil(low - NOISE * (1 + low)), high: Math.floor(high + NOISE * (1 + high)) };
}

/** Half the last decimal of the least rounded figure; 0 when the figures carry more than four decimals. */
export function roundingOf(figures: readonly number[]): number {
  let decimals = 0;
  for (const figure of figures) {
    const text = String(figure);
    const point = text.indexOf('.');
    const here = text.includes('e') ? 20 : point < 0 ? 0 : text.length - point - 1;
    if (here > 4) return 0;
    decimals = Math.max(decimals, here);
  }
  return 0.5 * 10 ** -decimals;
}

/** Smallest number that a figure can be a fraction of, when it is exact: 0.625 → 8. Absent above `limit`. */
export function denominatorOf(figure: number, limit = 100_000): number | undefined {
  let [before, now] = [0, 1];
  let rest = figure;
  for (let step = 0; step < 40; step++) {
    const whole = Math.floor(rest);
    if (Math.abs(figure * now - Math.round(figure * now)) < NOISE * 1e-3 * now) return now;
    const fraction = rest - whole;
    if (fraction < 1e-12) return undefined;
    rest = 1 / fraction;
    [before, now] = [now, Math.floor(rest) * now + before];
    if (now > limit) return undefined;
  }
  return undefined;
}

/** Sizes of a group whose share `share` has the 95 % Wilson interval `low..high`; all sizes when it is none. */
export function sizesOfInterval(
  share: number,
  low: number,
  high: number,
  wilson: (share: number, n: number) => { readonly low: number; readonly high: number },
): IntegerRange {
  const tolerance = Math.max(1e-9, roundingOf([low, high]));
  const upper = share < 1 ? sizes((n) => wilson(share, n).high - high, tolerance) : ANY;
  const lower = share > 0 ? sizes((n) => low - wilson(share, n).low, tolerance) : ANY;
  const both = { low: Math.max(upper.low, lower.low), high: Math.min(upper.high, lower.high) };
  return both.low <= both.high ? both : ANY;
}

const ANY: IntegerRange = { low: 0, high: Number.POSITIVE_INFINITY };
const LARGEST = 2 ** 24;

/** Sizes where a falling function lies between −tolerance and tolerance. */
function sizes(excess: (n: number) => number, tolerance: number): IntegerRange {
  const first = firstSize((n) => excess(n) <= tolerance);
  const after = firstSize((n) => excess(n) < -tolerance);
  return { low: first, high: after === LARGEST ? Number.POSITIVE_INFINITY : after - 1 };
}

function firstSize(isThere: (n: number) => boolean): number {
  let low = 1;
  let high = LARGEST;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isThere(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
