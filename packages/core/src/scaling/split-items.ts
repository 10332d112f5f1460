import type { LikelihoodCounts } from './conditional-likelihood.js';

/**
 * Items on which every pupil earns all steps he can before he earns any on the others, or `undefined`.
 *
 * Such a set stands at no finite distance from the rest, and no difficulties exist. Its sum of steps reaches the most
 * that the totals allow: Σ steps of the set = Σ pupils(r) · min(r, most steps of the set). Of all sets with the same most
 * steps only the one with the largest sum can reach it, so one is found for each (knapsack).
 * For items of one point this is the known condition for the existence of estimates: Fischer (1981), Psychometrika 46,
 * 59–77. Cost: items × total.
 */
export function splitItems({ items, totals }: LikelihoodCounts): readonly number[] | undefined {
  const sizes = items.map(({ steps }) => steps.at(-1) ?? 0);
  const sums = items.map(({ steps, pupils }) =>
    steps.reduce((sum, step, a) => sum + step * (pupils[a] ?? 0), 0),
  );
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const best = new Float64Array(all + 1).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  const taken = items.map(() => new Uint8Array(all + 1));
  items.forEach((_, i) => {
    const size = sizes[i] ?? 0;
    for (let most = all; most >= size; most--) {
      const candidate = (best[most - size] ?? 0) + (sums[i] ?? 0);
      if (candidate <= (best[most] ?? 0)) continue;
      best[most] = candidate;
      const row = taken[i];
      if (row !== undefined) row[most] = 1;
    }
  });
  for (let most = 1; most < all; most++) {
    let possible = 0;
    totals.forEach((pupils, total) => {
      possible += pupils * Math.min(total, most);
    });
    if (best[most] === possible) return membersOf(taken, sizes, most);
  }
  return undefined;
}

function membersOf(taken: readonly Uint8Array[], sizes: readonly number[], most: number): readonly number[] {
  const members: number[] = [];
  let left = most;
  for (let i = sizes.length - 1; i >= 0; i--) {
    if (taken[i]?.[left] !== 1) continue;
    members.unshift(i);
    left -= sizes[i] ?? 0;
  }
  return members;
}
