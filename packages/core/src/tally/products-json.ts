import type { Assessment } from '../assessment/assessment.js';
import { compareText } from '../foundation/order.js';
import type { ProductsDocument } from '../schema/tally.schema.js';
import type { ItemProducts } from './item-products.js';
import type { TallyProblem } from './tally-problems.js';
import { TALLY_PROBLEMS } from './tally-problems.js';

/** Products of items as lines of the tally file, ordered by variant. */
export function* productLines(products: ReadonlyMap<string, ItemProducts>): Iterable<string> {
  let before = '';
  for (const [variant, of] of [...products].sort(([one], [other]) => compareText(one, other))) {
    const document: ProductsDocument = {
      variant,
      items: [...of.items],
      pupils: of.pupils,
      sums: [...of.sums],
      products: [...of.products],
    };
    yield `${before}\n${JSON.stringify(document)}`;
    before = ',';
  }
}

/** A sentence in both languages instead of products says what is wrong with them. */
export function parseProducts(
  assessment: Assessment,
  documents: readonly ProductsDocument[],
): Map<string, ItemProducts> | TallyProblem {
  const products = new Map<string, ItemProducts>();
  for (const { variant, items, pupils, sums, products: pairs } of documents) {
    const ascending = items.every(
      (item, i) => item < assessment.items.length && (i === 0 || item > (items[i - 1] ?? 0)),
    );
    const sized = sums.length === items.length && pairs.length === (items.length * (items.length + 1)) / 2;
    if (!ascending || !sized || products.has(variant)) return TALLY_PROBLEMS.products;
    products.set(variant, {
      items,
      pupils,
      sums: Float64Array.from(sums),
      products: Float64Array.from(pairs),
    });
  }
  return products;
}
