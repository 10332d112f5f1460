/**
 * Difficulties of two works on one scale, through items that both have.
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import type { ItemDifficulty, ItemScale } from './item-difficulties.js';

/** One item that stands in both works: its index in each assessment. Whether it is the same item, the caller knows. */
export interface CommonItem {
  readonly one: number;
  readonly other: number;
}

export interface ComparedItem extends CommonItem {
  /** By how much the item was harder in the other work, beyond the shift of all; logits. */
  readonly difference: Figure;
  readonly standardError: Figure;
  /** Difference in standard errors; about standard normal where only chance differs. */
  readonly z: Figure;
}

/** Why an item that was named does not link. */
export interface UnlinkedItem extends CommonItem {
  readonly reason:
    | 'not-in-work'
    /** All pupils of one work are alike on it. */
    | 'no-difficulty'
    /** Its points have other steps in the two works, so its difficulty means something else. */
    | 'other-categories';
}

export interface ComparableDifficulties {
  readonly kind: 'compared';
  /** Add it to difficulties of the other work to have them on the scale of the first; logits. */
  readonly shift: number;
  readonly shiftStandardError: number;
  readonly items: readonly ComparedItem[];
  readonly unlinked: readonly UnlinkedItem[];
}

export interface NotComparable {
  readonly kind: 'not-compared';
  readonly reason: /** One link cannot tell a harder item from a harder work. */
    | 'too-few-common'
    /** One work counts whole points, the other halves. */
    | 'other-steps';
  readonly unlinked: readonly UnlinkedItem[];
}

/**
 * Links two works (variants, years) by the mean of their common items.
 *
 * Formula: shift = mean b(one) − mean b(other) over common items; difference = b(other) + shift − b(one); variances from
 * both covariance matrices, the pupils of the two works being others. Differences add up to 0, so one strange item moves
 * all others a little: look at the largest |z| first.
 * Units: logits for one step. Nothing is matched by itself: only pairs that the caller names.
 * Errors: a work that names an item twice → RangeError. Missing: fewer than two links → `too-few-common`.
 * Source: Loyd & Hoover (1980), Journal of Educational Measurement 17, 179–193 (mean/mean).
 * Cost: square of the number of links.
 */
export function comparableDifficulties(
  one: ItemScale,
  other: ItemScale,
  common: readonly CommonItem[],
): ComparableDifficulties | NotComparable {
  if (!distinct(common.map((each) => each.one)) || !distinct(common.map((each) => each.other))) {
    throw new RangeError('comparableDifficulties requires each item in one pair only');
  }
  if (one.halvesOfStep !== other.halvesOfStep) {
    return { kind: 'not-compared', reason: 'other-steps', unlinked: [] };
  }
  const links: Link[] = [];
  const unlinked: UnlinkedItem[] = [];
  for (const pair of common) {
    const link = linkOf(one, other, pair);
    if ('reason' in link) unlinked.push(link);
    else links.push(link);
  }
  const m = links.length;
  if (m < 2) return { kind: 'not-compared', reason: 'too-few-common', unlinked };
  const shift = links.reduce((sum, link) => sum + link.oneDifficulty - link.otherDifficulty, 0) / m;
  const n = one.n + other.n;
  /** Variance of Σ weight · (b(other) − b(one)). */
  const varianceOf = (weights: readonly number[]) =>
    links.reduce(
      (sum, a, i) =>
        sum +
        links.reduce(
          (part, b, j) =>
            part +
            (weights[i] ?? 0) *
              (weights[j] ?? 0) *
              ((one.covariance[a.onePlace]?.[b.onePlace] ?? 0) +
                (other.covariance[a.otherPlace]?.[b.otherPlace] ?? 0)),
          0,
        ),
      0,
    );
  const items = links.map((link, place): ComparedItem => {
    const difference = link.otherDifficulty + shift - link.oneDifficulty;
    const error = Math.sqrt(Math.max(0, varianceOf(links.map((_, i) => (i === place ? 1 : 0) - 1 / m))));
    return {
      ...link.pair,
      difference: known(difference, n),
      standardError: known(error, n),
      z: error > 0 ? known(difference / error, n) : missing('no-variation', n),
    };
  });
  const shiftStandardError = Math.sqrt(varianceOf(links.map(() => 1 / m)));
  return { kind: 'compared', shift, shiftStandardError, items, unlinked };
}

interface Link {
  readonly pair: CommonItem;
  readonly onePlace: number;
  readonly otherPlace: number;
  readonly oneDifficulty: number;
  readonly otherDifficulty: number;
}

function linkOf(one: ItemScale, other: ItemScale, pair: CommonItem): Link | UnlinkedItem {
  const onePlace = one.items.findIndex(({ item }) => item === pair.one);
  const otherPlace = other.items.findIndex(({ item }) => item === pair.other);
  const [a, b] = [one.items[onePlace], other.items[otherPlace]];
  if (a === undefined || b === undefined) return { ...pair, reason: 'not-in-work' };
  if (a.difficulty.kind === 'missing' || b.difficulty.kind === 'missing') {
    return { ...pair, reason: 'no-difficulty' };
  }
  if (!sameCategories(a, b)) return { ...pair, reason: 'other-categories' };
  return {
    pair,
    onePlace,
    otherPlace,
    oneDifficulty: a.difficulty.estimate,
    otherDifficulty: b.difficulty.estimate,
  };
}

function sameCategories(a: ItemDifficulty, b: ItemDifficulty): boolean {
  return (
    a.categories.length === b.categories.length &&
    a.categories.every(
      ({ half, step }, place) => half === b.categories[place]?.half && step === b.categories[place]?.step,
    )
  );
}

function distinct(numbers: readonly number[]): boolean {
  return new Set(numbers).size === numbers.length;
}
