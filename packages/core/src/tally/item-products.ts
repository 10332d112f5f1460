import type { ResponseBlock } from '../assessment/responses.js';
import { MAX_HALF_POINTS } from '../assessment/responses.js';
import { sameItems } from './group-counts.js';

/**
 * Sums over the pupils who have every item of a variant: what the covariances of items are made of. Kept for the whole
 * assessment, not by unit, and only for works whose items name their sections: sub-scores are judged by them.
 */
export interface ItemProducts {
  /** Indices of the items in the assessment, ascending. */
  readonly items: readonly number[];
  readonly pupils: number;
  /** Σ half points of each item, in the order of `items`. */
  readonly sums: Float64Array;
  /** Σ half points × half points of each pair, the item with itself first: rows of the upper triangle. */
  readonly products: Float64Array;
}

/** Whether somebody will ask for sub-scores. */
export function wantsProducts({ assessment }: Pick<ResponseBlock, 'assessment'>): boolean {
  return assessment.items.some(({ section }) => section !== undefined);
}

/** Place of a pair in `products`; `one` and `other` are places in `items`, `one` not after `other`. */
export function pairPlace(items: number, one: number, other: number): number {
  return one * items - (one * (one - 1)) / 2 + other - one;
}

/**
 * Counts the pupils of one variant of a block.
 *
 * @param counted - 1 for the rows that count: every item of the variant, of this variant, not absent.
 */
export function countProducts(
  { points, rows }: Pick<ResponseBlock, 'points' | 'rows'>,
  items: readonly number[],
  counted: Uint8Array,
): ItemProducts {
  const sums = new Float64Array(items.length);
  const products = new Float64Array((items.length * (items.length + 1)) / 2);
  const columns = items.map(() => new Uint8Array(STRETCH));
  let pupils = 0;
  for (let from = 0; from < rows; from += STRETCH) {
    const size = Math.min(STRETCH, rows - from);
    for (let i = 0; i < size; i++) pupils += counted[from + i] ?? 0;
    items.forEach((item, place) => {
      const column = points[item];
      const into = columns[place];
      if (column === undefined || into === undefined) return;
      let sum = 0;
      for (let i = 0; i < size; i++) {
        const code = column[from + i] ?? 0;
        const half = counted[from + i] === 1 && code <= MAX_HALF_POINTS ? code : 0;
        into[i] = half;
        sum += half;
      }
      into.fill(0, size);
      sums[place] = (sums[place] ?? 0) + sum;
    });
    let at = 0;
    for (let one = 0; one < columns.length; one++) {
      for (let other = one; other < columns.length; other++, at++) {
        products[at] = (products[at] ?? 0) + sumOfProducts(columns[one], columns[other], size);
      }
    }
  }
  return { items, pupils, sums, products };
}

/** Joins the sums of two parts of one variant; where the parts have different items, the larger set stands. */
export function mergeProducts(one: ItemProducts, other: ItemProducts): ItemProducts {
  if (!sameItems(one.items, other.items)) return one.items.length >= other.items.length ? one : other;
  return {
    items: one.items,
    pupils: one.pupils + other.pupils,
    sums: one.sums.map((sum, i) => sum + (other.sums[i] ?? 0)),
    products: one.products.map((product, i) => product + (other.products[i] ?? 0)),
  };
}

/** Moves the sums to another list of items: `newIndex[old]` is the place of the item there. */
export function moveProducts(of: ItemProducts, newIndex: readonly number[]): ItemProducts {
  const size = of.items.length;
  const order = of.items
    .map((item, place) => ({ item: newIndex[item] ?? item, place }))
    .sort((a, b) => a.item - b.item);
  const products = new Float64Array(of.products.length);
  let at = 0;
  for (let one = 0; one < size; one++) {
    for (let other = one; other < size; other++) {
      const a = order[one]?.place ?? 0;
      const b = order[other]?.place ?? 0;
      products[at++] = of.products[pairPlace(size, Math.min(a, b), Math.max(a, b))] ?? 0;
    }
  }
  return {
    items: order.map(({ item }) => item),
    pupils: of.pupils,
    sums: Float64Array.from(order, ({ place }) => of.sums[place] ?? 0),
    products,
  };
}

const STRETCH = 4096;

/** Both columns hold zeros after `size`. */
function sumOfProducts(one: Uint8Array | undefined, other: Uint8Array | undefined, size: number): number {
  if (one === undefined || other === undefined) return 0;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let i = 0; i < size; i += 4) {
    a += (one[i] ?? 0) * (other[i] ?? 0);
    b += (one[i + 1] ?? 0) * (other[i + 1] ?? 0);
    c += (one[i + 2] ?? 0) * (other[i + 2] ?? 0);
    d += (one[i + 3] ?? 0) * (other[i + 3] ?? 0);
  }
  return a + b + c + d;
}
