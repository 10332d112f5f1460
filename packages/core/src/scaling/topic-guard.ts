/**
 * Whether a section of a work deserves a figure of its own.
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';

/** Raw sums over the pupils who have every item, in points; two groups merge by adding them. */
export interface ProductSums {
  /** Pupils. */
  readonly n: number;
  /** Indices of the items in the assessment; everything else goes by the place in this list. */
  readonly items: readonly number[];
  /** Σ points, by place. */
  readonly sums: readonly number[];
  /** Σ points of one item × points of the other, by place; of an item with itself the sum of squares. */
  product(i: number, j: number): number;
}

/** A section of the work: a topic, a skill, a part of the programme. */
export interface WorkSection {
  readonly section: string;
  /** Indices of the items in the assessment; those that the products lack are left out. */
  readonly items: readonly number[];
}

export type TopicReason =
  /** The sub-score says more about the topic than the total does. */
  | 'adds-value'
  | 'no-pupils'
  /** No item of the section is in the products. */
  | 'no-items'
  | 'one-item'
  | 'no-variation'
  /** The items of the section do not go together at all: alpha is not above zero. */
  | 'no-reliability'
  /** The total foretells the true sub-score at least as well. */
  | 'total-says-more';

export interface TopicGuard {
  readonly section: string;
  /** Indices of the items in the assessment. */
  readonly items: readonly number[];
  /** Cronbach's alpha of the sub-score. */
  readonly alpha: Figure;
  /** Share of the variance of the true sub-score that the sub-score foretells: its reliability, 0 at least. */
  readonly prmseSub: Figure;
  /** Share of it that the total foretells. */
  readonly prmseTotal: Figure;
  /** `fold` = show the work as a whole, not this section. */
  readonly verdict: 'report' | 'fold';
  readonly reason: TopicReason;
}

/**
 * Judges sections by the proportional reduction of mean squared error (PRMSE).
 *
 * Formula: report when α(s) > ρ²(τ, x), where s is the sub-score with error variance σ²(s)(1 − α), x the total of all
 * items, and ρ²(τ, x) = (cov(s, x) − σ²(s)(1 − α))² / (α σ²(s) σ²(x)).
 * Units: shares of variance, 0..1; with few pupils ρ² may come out above 1.
 * Missing: one item → `one-item`; fewer than two pupils → `no-pupils` or `too-few`; equal scores or alpha not above
 * zero → no ρ². All of these fold. It asks about differences between pupils; whether means of schools differ by topic is
 * another question.
 * Source: Haberman (2008), Journal of Educational and Behavioral Statistics 33, 204–229. Cost: items².
 */
export function topicGuard(products: ProductSums, sections: readonly WorkSection[]): readonly TopicGuard[] {
  const places = new Map(products.items.map((item, place) => [item, place]));
  return sections.map(({ section, items }) => {
    const present = items.filter((item) => places.has(item));
    return judge(
      products,
      section,
      present,
      present.map((item) => places.get(item) ?? 0),
    );
  });
}

/** Products of rows of points, for callers who have rows. Cost: pupils × items². */
export function productSumsOfRows(rows: readonly (readonly number[])[]): ProductSums {
  const items = (rows[0] ?? []).map((_, item) => item);
  const sumOf = (value: (row: readonly number[]) => number) => rows.reduce((sum, row) => sum + value(row), 0);
  const products = items.map((i) => items.map((j) => sumOf((row) => (row[i] ?? 0) * (row[j] ?? 0))));
  return {
    n: rows.length,
    items,
    sums: items.map((i) => sumOf((row) => row[i] ?? 0)),
    product: (i, j) => products[i]?.[j] ?? 0,
  };
}

function judge(
  products: ProductSums,
  section: string,
  items: readonly number[],
  places: readonly number[],
): TopicGuard {
  const { n } = products;
  const fold = (reason: TopicReason, none: Figure, alpha = none, prmseSub = alpha): TopicGuard => ({
    section,
    items,
    alpha,
    prmseSub,
    prmseTotal: none,
    verdict: 'fold',
    reason,
  });
  if (n === 0) return fold('no-pupils', missing('no-pupils'));
  if (places.length === 0) return fold('no-items', missing('not-administered', n));
  if (places.length === 1) return fold('one-item', missing('one-item', n));
  if (n < 2) return fold('no-pupils', missing('too-few', n));
  // Sums of deviation products: divisors cancel everywhere below.
  const deviations = (i: number, j: number) =>
    products.product(i, j) - ((products.sums[i] ?? 0) * (products.sums[j] ?? 0)) / n;
  const all = products.items.map((_, place) => place);
  const between = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, i) => sum + other.reduce((part, j) => part + deviations(i, j), 0), 0);
  const own = places.reduce((sum, i) => sum + deviations(i, i), 0);
  const ofSub = between(places, places);
  const ofTotal = between(all, all);
  const noise = NOISE * all.reduce((sum, i) => sum + products.product(i, i), 0);
  if (ofSub <= noise || ofTotal <= noise) return fold('no-variation', missing('no-variation', n));
  const alpha = (places.length / (places.length - 1)) * (1 - own / ofSub);
  if (alpha <= NOISE) {
    return fold('no-reliability', missing('no-variation', n), known(alpha, n), known(0, n));
  }
  const trueWithTotal = between(places, all) - ofSub * (1 - alpha);
  const prmseTotal = trueWithTotal ** 2 / (alpha * ofSub * ofTotal);
  const reports = alpha > prmseTotal;
  return {
    section,
    items,
    alpha: known(alpha, n),
    prmseSub: known(alpha, n),
    prmseTotal: known(prmseTotal, n),
    verdict: reports ? 'report' : 'fold',
    reason: reports ? 'adds-value' : 'total-says-more',
  };
}

/** What is left of a cancellation of this size is no variance. */
const NOISE = 1e-12;
