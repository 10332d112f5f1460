/**
 * Which shares of one distribution to hide when some of its categories have few pupils.
 *
 * A share times the pupils is a count, so «one pupil of 25 has a 2» would be published by it. The small category is
 * hidden with at least one other, the smallest that has anybody, until those hidden have `minCount` pupils together:
 * their sum stays known, how it divides does not. Categories without anybody stay: nobody is in them.
 * Source: complementary groups as in the Wisconsin DPI rule (suppress both, keep the total).
 *
 * @param forced - places to be hidden whatever their counts.
 * @returns places of the hidden categories, ascending; all that have anybody, if it takes them all.
 */
export function smallCategories(
  counts: readonly number[],
  minCount: number,
  forced: readonly number[] = [],
): readonly number[] {
  const hidden = new Set(forced);
  counts.forEach((count, place) => {
    if (count > 0 && count < minCount) hidden.add(place);
  });
  if (hidden.size === 0) return [];
  const others = counts
    .map((count, place) => ({ count, place }))
    .filter(({ count, place }) => count > 0 && !hidden.has(place))
    .sort((one, other) => one.count - other.count || one.place - other.place);
  const sum = () => [...hidden].reduce((total, place) => total + (counts[place] ?? 0), 0);
  for (const { place } of others) {
    if (hidden.size >= 2 && sum() >= minCount) break;
    hidden.add(place);
  }
  // A single category that is left alone is the whole distribution: then an empty one must be in doubt too.
  for (let place = 0; hidden.size < 2 && place < counts.length; place++) hidden.add(place);
  return [...hidden].sort((one, other) => one - other);
}
