/** Positions of values on an axis. @module */

export interface LinearScale {
  (value: number): number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/** Maps the domain onto the range, straight. A domain of one value maps to the middle. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): LinearScale {
  const [from, to] = domain;
  const [start, end] = range;
  const place = (value: number) =>
    from === to ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);
  return Object.assign(place, { domain, range });
}

/** Round values (1, 2, 5 · 10ⁿ) inside a domain, about `count` of them, both ends included where they are round. */
export function niceTicks(from: number, to: number, count: number): readonly number[] {
  if (!(to > from) || count < 1) return from === to ? [from] : [];
  const rough = (to - from) / count;
  const power = Math.floor(Math.log10(rough));
  const ratio = rough / 10 ** power;
  const factor = ratio >= Math.sqrt(50) ? 10 : ratio >= Math.sqrt(10) ? 5 : ratio >= Math.SQRT2 ? 2 : 1;
  // Steps below one are divided, not multiplied, so that 0.3 stays 0.3; rounding first keeps an end that is a tick.
  const [step, divisor] = power < 0 ? [1, 10 ** -power / factor] : [factor * 10 ** power, 1];
  const tick = (i: number) => (i * step) / divisor;
  let first = Math.round((from / step) * divisor);
  let last = Math.round((to / step) * divisor);
  if (tick(first) < from) first++;
  if (tick(last) > to) last--;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => tick(first + i));
}
