import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRows, MAXIMA } from '../../test/laws/rows.arbitrary.js';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { joinAssessments } from '../assessment/index.js';
import { add, empty, merge, shareTally, summarise } from './index.js';
import { countProducts, pairPlace } from './item-products.js';

const items = MAXIMA.map((maxPoints, i) => ({ id: `${i + 1}`, maxPoints, section: 'Числа' }));
const work = anAssessment(MAXIMA, { items });

describe('sums of products of items', () => {
  it('are those of the pupils who have every item', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const one = rows.map((row) => ({ ...row, variant: '1' }));
        const [summary] = summarise(add(empty(), aBlock(work, one)));
        const of = summary?.products;
        const whole = one.filter(
          ({ absent, codes }) => !absent && codes.every((code) => code <= 250 || code === 253),
        );
        if (of === undefined) expect(whole).toEqual([]);
        // Items that nobody has leave other pupils complete.
        if (of?.items.length !== MAXIMA.length) return;
        expect(of.pupils).toBe(whole.length);
        const half = (row: number, item: number) => {
          const code = whole[row]?.codes[item] ?? 0;
          return code <= 250 ? code : 0;
        };
        for (let a = 0; a < MAXIMA.length; a++) {
          expect(of.sums[a]).toBe(whole.reduce((sum, _, row) => sum + half(row, a), 0));
          for (let b = a; b < MAXIMA.length; b++) {
            const direct = whole.reduce((sum, _, row) => sum + half(row, a) * half(row, b), 0);
            expect(of.products[pairPlace(MAXIMA.length, a, b)]).toBe(direct);
          }
        }
      }),
    );
  });

  it('are those of plain multiplication, for any points and any number of pupils', () => {
    const size = fc.constantFrom(1, 31, 32, 33, 4095, 4096, 4097, 9000);
    fc.assert(
      fc.property(size, fc.integer(), (rows, seed) => {
        // Codes of all sizes, those that are no points among them, and rows that do not count.
        const number = (row: number, item: number) =>
          (Math.imul(row + 1, 2654435761) ^ seed ^ (item * 40503)) >>> 7;
        const points = [255, 7, 256, 3].map((most, item) =>
          Uint8Array.from({ length: rows }, (_, row) => number(row, item) % most),
        );
        const counted = Uint8Array.from({ length: rows }, (_, row) => Number(number(row, 9) % 5 > 0));
        const items = [0, 1, 3];
        const found = countProducts({ points, rows }, items, counted);
        const half = (row: number, item: number) => {
          const code = points[item]?.[row] ?? 0;
          return counted[row] === 1 && code <= 250 ? code : 0;
        };
        const sumOf = (value: (row: number) => number) =>
          Array.from(counted, (_, row) => value(row)).reduce((sum, each) => sum + each, 0);
        expect(found.pupils).toBe(sumOf((row) => counted[row] ?? 0));
        expect([...found.sums]).toEqual(items.map((item) => sumOf((row) => half(row, item))));
        expect([...found.products]).toEqual(
          items.flatMap((one, place) =>
            items.slice(place).map((other) => sumOf((row) => half(row, one) * half(row, other))),
          ),
        );
      }),
      { numRuns: 16 },
    );
  });

  it('follow their items when two descriptions order them otherwise', () => {
    const turned = anAssessment(MAXIMA, { items: [...items].reverse() });
    expect(joinAssessments(work, turned)).toMatchObject({ items: expect.anything() });
    fc.assert(
      fc.property(anyRows, anyRows, (left, right) => {
        const turnedRight = right.map((row) => ({ ...row, codes: [...row.codes].reverse() }));
        const mixed = merge(add(empty(), aBlock(work, left)), add(empty(), aBlock(turned, turnedRight)));
        const straight = add(empty(), aBlock(work, [...left, ...right]));
        const inOrder = (of: ReturnType<typeof summarise>[number] | undefined) =>
          of?.products === undefined
            ? undefined
            : of.products.items.map((item) => ({
                id: of.assessment.items[item]?.id ?? '',
                sum: of.products?.sums[of.products.items.indexOf(item)] ?? 0,
                square:
                  of.products?.products[
                    pairPlace(
                      of.products.items.length,
                      of.products.items.indexOf(item),
                      of.products.items.indexOf(item),
                    )
                  ] ?? 0,
              }));
        const sorted = (list: ReturnType<typeof inOrder>) =>
          list?.toSorted((one, other) => (one.id < other.id ? -1 : 1));
        expect(sorted(inOrder(summarise(mixed)[0]))).toEqual(sorted(inOrder(summarise(straight)[0])));
      }),
    );
  });

  it('are not kept of works without sections, nor shared', () => {
    const rows = [{ codes: [2, 2, 2, 2], sex: 'm' }];
    const plain = summarise(add(empty(), aBlock(anAssessment(MAXIMA), rows)));
    expect(plain[0]).not.toHaveProperty('products');
    const shared = summarise(shareTally(add(empty(), aBlock(work, rows))));
    expect(shared[0]).not.toHaveProperty('products');
    expect(shared[0]?.groupings).toEqual([]);
  });
});

describe('groups of pupils by a column', () => {
  it('add up to the pupils who have a value, whatever the variant', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const [summary] = summarise(add(empty(), aBlock(work, rows)));
        const wrote = (value: string) =>
          summary?.groupings.find((group) => group.column === 'sex' && group.value === value)?.counts.wrote ??
          0;
        for (const value of ['m', 'f']) {
          expect(wrote(value)).toBe(rows.filter(({ sex, absent }) => sex === value && !absent).length);
        }
      }),
    );
  });
});
