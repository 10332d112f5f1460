import { describe, expect, it } from 'vitest';
import type { CompleteCounts, GroupCounts } from './group-counts.js';
import { crossKey, moveItems, NO_PUPILS, responseKey, sameItems, sumGroupCounts } from './group-counts.js';
import { eachCount, type NO_COUNTS, sparseCounts } from './sparse-counts.js';

const mergeGroupCounts = (one: GroupCounts, other: GroupCounts) => sumGroupCounts([one, other]);
const complete = (items: readonly number[], n: number, cross = true): CompleteCounts => ({
  items,
  totals: sparseCounts([n], [n]),
  ...(cross ? { cross: sparseCounts([crossKey(items[0] ?? 0, 2, n)], [n]) } : {}),
});
const counts = (wrote: number, of?: CompleteCounts): GroupCounts => ({
  wrote,
  absent: 1,
  responses: sparseCounts([responseKey(0, 2)], [wrote]),
  marks: sparseCounts([8], [wrote]),
  ...(of === undefined ? {} : { complete: of }),
});
/** What a group says, with the entries of its tables. */
const told = ({ wrote, absent, complete: of, ...tables }: GroupCounts) => {
  const entries = (table: typeof NO_COUNTS) => {
    const found: string[] = [];
    eachCount(table, (key, count) => found.push(`${key}:${count}`));
    return found.join(' ');
  };
  return [
    wrote,
    absent,
    entries(tables.responses),
    entries(tables.marks),
    of === undefined
      ? '-'
      : `${of.items} | ${entries(of.totals)} | ${of.cross === undefined ? '-' : entries(of.cross)}`,
  ];
};

describe('groups add up', () => {
  const groups = {
    'equal items': [
      counts(1, complete([0, 1], 3)),
      counts(2, complete([0, 1], 3)),
      counts(4, complete([0, 1], 5)),
    ],
    'one without cross table': [
      counts(1, complete([0, 1], 3)),
      counts(2, complete([0, 1], 3, false)),
      counts(4, complete([0, 1], 5)),
    ],
    'one without complete pupils': [
      counts(1, complete([0, 1], 3)),
      counts(2),
      counts(4, complete([0, 1], 5)),
    ],
    'none with complete pupils': [counts(1), counts(2), counts(4)],
    'nested items': [
      counts(1, complete([0], 3)),
      counts(2, complete([0, 1], 4)),
      counts(4, complete([1], 5)),
    ],
    'items that are not nested': [counts(1, complete([0, 2], 3)), counts(2, complete([0, 1], 4))],
  };
  for (const [name, of] of Object.entries(groups)) {
    it(`the same two by two and all at once: ${name}`, () => {
      expect(told(sumGroupCounts(of))).toEqual(told(of.reduce(mergeGroupCounts, NO_PUPILS)));
    });
  }

  it('to what is written here', () => {
    const of = (name: keyof typeof groups) => told(sumGroupCounts(groups[name])).at(-1);
    expect(of('equal items')).toBe(`0,1 | 3:6 5:5 | ${crossKey(0, 2, 3)}:6 ${crossKey(0, 2, 5)}:5`);
    expect(of('one without cross table')).toBe('0,1 | 3:6 5:5 | -');
    expect(of('none with complete pupils')).toBe('-');
    expect(of('nested items')).toBe(`0,1 | 4:4 | ${crossKey(0, 2, 4)}:4`);
    expect(of('items that are not nested')).toBe('-');
    expect(told(sumGroupCounts([]))).toEqual([0, 0, '', '', '-']);
    expect(sumGroupCounts([groups['equal items'][0] ?? NO_PUPILS])).toBe(groups['equal items'][0]);
    expect(told(sumGroupCounts(groups['equal items'])).slice(0, 4)).toEqual([7, 3, '2:7', '8:7']);
  });

  it('with items moved to other places', () => {
    const moved = moveItems(counts(2, complete([0, 1], 3)), [4, 2]);
    expect(told(moved)).toEqual([
      2,
      1,
      `${responseKey(4, 2)}:2`,
      '8:2',
      `2,4 | 3:3 | ${crossKey(4, 2, 3)}:3`,
    ]);
    expect(moveItems(counts(2), [1]).complete).toBeUndefined();
    expect(told(moveItems(counts(2, complete([0, 1], 3, false)), [1, 0])).at(-1)).toBe('0,1 | 3:3 | -');
  });

  it('and sets of items are compared item by item', () => {
    expect(sameItems([], [])).toBe(true);
    expect(sameItems([1, 2], [1, 2])).toBe(true);
    expect(sameItems([1, 2], [1, 3])).toBe(false);
    expect(sameItems([1, 2], [1])).toBe(false);
    expect(sameItems([1], [1, 2])).toBe(false);
  });
});
