import { describe, expect, it } from 'vitest';
import { anAssessment } from '../../test/response-rows.js';
import type { ProductsDocument } from '../schema/tally.schema.js';
import type { ItemProducts } from './item-products.js';
import { parseProducts, productLines } from './products-json.js';
import { TALLY_PROBLEMS } from './tally-problems.js';

const work = anAssessment([1, 1, 1]);
const one: ItemProducts = {
  items: [0, 2],
  pupils: 3,
  sums: Float64Array.of(4, 2),
  products: Float64Array.of(8, 4, 4),
};
const other: ItemProducts = { items: [1], pupils: 1, sums: Float64Array.of(2), products: Float64Array.of(4) };
const documentsOf = (products: ReadonlyMap<string, ItemProducts>): readonly ProductsDocument[] =>
  JSON.parse(`[${[...productLines(products)].join('')}]`);
const written = documentsOf(new Map([['1', one]]));
const damaged = (more: Partial<ProductsDocument>) =>
  parseProducts(
    work,
    written.map((document) => ({ ...document, ...more })),
  );

describe('products of items in the file', () => {
  it('stand by variant, whatever came first, and come back', () => {
    const products = new Map([
      ['2', one],
      ['1', other],
    ]);
    const lines = [...productLines(products)];
    expect(lines).toEqual([
      '\n{"variant":"1","items":[1],"pupils":1,"sums":[2],"products":[4]}',
      ',\n{"variant":"2","items":[0,2],"pupils":3,"sums":[4,2],"products":[8,4,4]}',
    ]);
    expect(parseProducts(work, documentsOf(products))).toEqual(products);
  });

  it('are refused where items are not those of the work, in order', () => {
    expect(damaged({})).toEqual(new Map([['1', one]]));
    for (const items of [
      [0, 3],
      [2, 0],
      [1, 1],
      [3, 4],
    ])
      expect(damaged({ items })).toBe(TALLY_PROBLEMS.products);
  });

  it('are refused where sums or products are too few or too many', () => {
    expect(damaged({ sums: [4] })).toBe(TALLY_PROBLEMS.products);
    expect(damaged({ sums: [4, 2, 2] })).toBe(TALLY_PROBLEMS.products);
    expect(damaged({ products: [8, 4] })).toBe(TALLY_PROBLEMS.products);
    expect(damaged({ products: [8, 4, 4, 4] })).toBe(TALLY_PROBLEMS.products);
  });

  it('are refused where a variant stands twice', () => {
    expect(parseProducts(work, [...written, ...written])).toBe(TALLY_PROBLEMS.products);
  });
});
