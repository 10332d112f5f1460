/**
 * Where each value stands among all: the share below it and half of those equal, 0..1.
 *
 * Equal values stand together, and the order of values does not matter. Source: the percentile rank.
 */
export function rankShares(values: readonly number[]): (value: number) => number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const shares = new Map<number, number>();
  let below = 0;
  for (const [value, equal] of [...counts].sort(([one], [other]) => one - other)) {
    shares.set(value, (below + equal / 2) / values.length);
    below += equal;
  }
  return (value) => shares.get(value) ?? 0;
}
