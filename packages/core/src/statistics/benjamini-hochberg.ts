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
  const known = probabilities.flatMap((p, place) => (p === undefined ? [] : [{ p, place }]));
  known.sort((a, b) => b.p - a.p);
  const adjusted: (number | undefined)[] = probabilities.map(() => undefined);
  let least = 1;
  known.forEach(({ p, place }, behind) => {
    least = Math.min(least, p * (known.length / (known.length - behind)));
    adjusted[place] = least;
  });
  return adjusted;
}
