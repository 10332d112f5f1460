/**
 * Reliability of a work: Cronbach's alpha and the standard error of measurement.
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { squaredDeviations, standardDeviation } from '../statistics/moments.js';
import type { ItemMoments, WorkMoments } from './work-moments.js';
import { restDeviations } from './work-moments.js';

/**
 * Cronbach's alpha («альфа Кронбаха»): how far the items pull in one direction.
 *
 * Formula: k/(k−1) · (1 − Σ item variances / variance of the total), over pupils with every item.
 * Edge cases: one item → `one-item`; one pupil → `too-few`; equal totals → `no-variation`.
 * Items are never reversed. Source: Cronbach (1951), Psychometrika 16, 297–334.
 */
export function alpha(work: WorkMoments): Figure {
  const { items, total } = work;
  if (total.n === 0) return missing('no-complete');
  if (items === undefined) return missing('no-cross-table', total.n);
  return alphaOf(
    items.map((item) => squaredDeviations(item.points)),
    squaredDeviations(total),
    total.n,
  );
}

/** Alpha of the work without one item. */
export function alphaIfDeleted(work: WorkMoments, deleted: ItemMoments): Figure {
  const others = (work.items ?? []).filter((item) => item !== deleted);
  return alphaOf(
    others.map((item) => squaredDeviations(item.points)),
    restDeviations(deleted, work.total),
    work.total.n,
  );
}

/**
 * Standard error of measurement («стандартная ошибка измерения»), points: sd · √(1 − alpha).
 * Source: Lord & Novick (1968), 3.8.
 */
export function standardError(work: WorkMoments): Figure {
  const reliability = alpha(work);
  if (reliability.kind === 'missing') return reliability;
  return known(standardDeviation(work.total) * Math.sqrt(1 - reliability.estimate), work.total.n);
}

function alphaOf(itemDeviations: readonly number[], totalDeviations: number, n: number): Figure {
  const k = itemDeviations.length;
  if (k < 2) return missing('one-item', n);
  if (n < 2) return missing('too-few', n);
  if (totalDeviations === 0) return missing('no-variation', n);
  const sum = itemDeviations.reduce((total, deviations) => total + deviations, 0);
  return known((k / (k - 1)) * (1 - sum / totalDeviations), n);
}
