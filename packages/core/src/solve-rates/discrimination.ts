/**
 * How well an item tells strong from weak pupils.
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { correlationInterval } from '../statistics/correlation-interval.js';
import { squaredDeviations } from '../statistics/moments.js';
import { quantileOfCounts } from '../statistics/quantile.js';
import type { ItemMoments, WorkMoments } from './work-moments.js';
import { deviationProducts, restDeviations } from './work-moments.js';

/** Pearson correlation of the item with the total, the item included. Equal scores → `no-variation`. */
export function itemTotalCorrelation({ total }: WorkMoments, item: ItemMoments): Figure {
  return correlation(
    deviationProducts(item, total),
    squaredDeviations(item.points),
    squaredDeviations(total),
    total.n,
  );
}

/**
 * Item–rest correlation («дискриминативность»): with the total of the other items.
 * Source: Henrysson (1963), Psychometrika 28, 211–218.
 */
export function itemRestCorrelation({ total, items }: WorkMoments, item: ItemMoments): Figure {
  if ((items?.length ?? 0) < 2) return missing('one-item', total.n);
  return correlation(
    deviationProducts(item, total) - squaredDeviations(item.points),
    squaredDeviations(item.points),
    restDeviations(item, total),
    total.n,
  );
}

/**
 * Upper–lower index: mean share of the item's points in the upper 27 % less that in the lower 27 % by total.
 *
 * The groups are all pupils with totals at or beyond the 73rd and 27th percentile (type 7), ties included, so
 * the index does not depend on the order of pupils. Needs the maximum.
 *
 * @param pointsByTotal - sum of the item's points by total; index = half points.
 *
 * Source: Kelley (1939), J. Educ. Psych. 30, 17–24.
 */
export function upperLower27(
  work: WorkMoments,
  pointsByTotal: readonly number[],
  maxPoints: number | undefined,
): Figure {
  const { histogram, total } = work;
  if (maxPoints === undefined) return missing('max-unknown', total.n);
  if (total.n < 2) return missing('too-few', total.n);
  const low = quantileOfCounts(histogram, 0.27);
  const high = quantileOfCounts(histogram, 0.73);
  if (low >= high) return missing('no-variation', total.n);
  let lowerPupils = 0;
  let lowerPoints = 0;
  let upperPupils = 0;
  let upperPoints = 0;
  histogram.forEach((pupils, half) => {
    if (half <= low) {
      lowerPupils += pupils;
      lowerPoints += pointsByTotal[half] ?? 0;
    }
    if (half >= high) {
      upperPupils += pupils;
      upperPoints += pointsByTotal[half] ?? 0;
    }
  });
  return known((upperPoints / upperPupils - lowerPoints / lowerPupils) / maxPoints, total.n);
}

function correlation(products: number, one: number, other: number, n: number): Figure {
  if (n < 2) return missing('too-few', n);
  if (one === 0 || other === 0) return missing('no-variation', n);
  const r = Math.max(-1, Math.min(1, products / Math.sqrt(one * other)));
  return known(r, n, correlationInterval(r, n));
}
