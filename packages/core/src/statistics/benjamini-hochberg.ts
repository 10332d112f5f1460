/**
 * q values: the share of false alarms to be expected among all results whose q is not larger.
 *
 * Formula: p sorted ascending, qᵢ = min over j ≥ i of m · pⱼ / j, at most 1; m = how many p there are.
 * A missing p (undefined) stays missing and does not count in m, as `NA` in R's `p.adjust(method = "BH")`.
 * Source: Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300.
 *
 * @example
 * ```ts
 * benjaminiHochberg([0.01, undefined, 0.02]) // => [0.02, undefined, 0.02]
 * ```
 */
export function benjaminiHochberg(
  probabilities: readonly (number | undefined)[],
): readonly (number | undefined)[] {
  const adjusted = probabilities.slice();
  const places: number[] = [];
  for (let place = 0; place < probabilities.length; place++) {
    if (probabilities[place] !== undefined) places.push(place);
  }
  sortDownwards(places, probabilities);
  let least = 1;
  for (let behind = 0; behind < places.length; behind++) {
    const place = places[behind] ?? 0;
    least = Math.min(least, (probabilities[place] ?? 0) * (places.length / (places.length - behind)));
    adjusted[place] = least;
  }
  return adjusted;
}

/** Places by their p, the largest first. A work has few items: for them nothing beats insertion. */
function sortDownwards(places: number[], probabilities: readonly (number | undefined)[]): void {
  if (places.length > FEW) {
    places.sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
    return;
  }
  for (let i = 1; i < places.length; i++) {
    const place = places[i] ?? 0;
    const p = probabilities[place] ?? 0;
    let at = i;
    for (; at > 0 && (probabilities[places[at - 1] ?? 0] ?? 0) < p; at--) places[at] = places[at - 1] ?? 0;
    places[at] = place;
  }
}

const FEW = 40;
