import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeOf } from '../../test/scaling-rows.js';
import type { ScoreCounts } from './score-counts.js';
import { scoreCounts } from './score-counts.js';

const counted = (
  rows: readonly (readonly number[])[],
  options = {},
  maxima?: readonly number[],
): ScoreCounts => {
  const counts = scoreCounts(completeOf(rows, maxima), options);
  if (counts.kind === 'not-counted') throw new Error(counts.reason);
  return counts;
};
const filled = (counts: readonly number[]) =>
  Object.fromEntries(counts.flatMap((n, at) => (n > 0 ? [[at, n]] : [])));

describe('scoreCounts', () => {
  it('counts pupils by category and by total', () => {
    const counts = counted([
      [0, 0],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect(counts.n).toBe(4);
    expect(counts.halvesOfStep).toBe(2);
    expect(counts.items.map(({ categories }) => categories.map(({ pupils }) => pupils))).toEqual([
      [1, 3],
      [2, 1, 1],
    ]);
    expect(counts.steps).toEqual([1, 1, 1, 1]);
    expect(filled(counts.histogram)).toEqual({ 0: 1, 2: 1, 4: 1, 6: 1 });
    expect(counts.items.map(({ notes }) => notes)).toEqual([[], []]);
  });

  it('counts halves where every item has them', () => {
    const counts = counted([
      [0, 0.5],
      [0.5, 1],
      [1, 0],
    ]);
    expect(counts.halvesOfStep).toBe(1);
    expect(counts.items[0]?.categories.map(({ half, step }) => [half, step])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(filled(counts.steps)).toEqual({ 1: 1, 2: 1, 3: 1 });
  });

  it('counts pairs of points where nothing else occurs', () => {
    const counts = counted([
      [0, 2],
      [2, 4],
      [2, 0],
    ]);
    expect(counts.halvesOfStep).toBe(4);
    expect(counts.items.map(({ notes }) => notes)).toEqual([[], []]);
    expect(filled(counts.steps)).toEqual({ 1: 2, 3: 1 });
  });

  it('refuses halves in some items only', () => {
    const rows = [
      [0, 0.5, 0],
      [1, 1, 2],
      [0, 0, 1],
    ];
    expect(scoreCounts(completeOf(rows))).toEqual({
      kind: 'not-counted',
      reason: 'irregular-steps',
      n: 3,
      items: [0, 2],
    });
  });

  it('refuses a shared tally and an empty one', () => {
    const { items, totals } = completeOf([[0, 1]]);
    expect(scoreCounts({ items, totals })).toMatchObject({ reason: 'no-cross-table', n: 1 });
    expect(scoreCounts({ items, totals: { ...totals, from: 0, to: 0 } })).toMatchObject({
      reason: 'no-complete',
      n: 0,
    });
  });

  it('moves an item down to its lowest points', () => {
    const counts = counted([
      [1, 0],
      [2, 1],
      [1, 1],
    ]);
    expect(counts.items[0]?.categories.map(({ half, step }) => [half, step])).toEqual([
      [2, 0],
      [4, 1],
    ]);
    expect(counts.items[0]?.notes).toEqual(['zero-never-given']);
    expect(filled(counts.steps)).toEqual({ 0: 1, 1: 1, 2: 1 });
    expect(filled(counts.histogram)).toEqual({ 2: 1, 4: 1, 6: 1 });
  });

  it('notes a maximum that nobody reached', () => {
    const counts = counted(
      [
        [0, 1],
        [1, 0],
      ],
      { maxima: [2, 1] },
      [2, 1],
    );
    expect(counts.items.map(({ notes }) => notes)).toEqual([['maximum-never-reached'], []]);
  });

  it('closes one gap and moves the totals with it', () => {
    const rows = [
      [0, 0],
      [3, 0],
      [3, 1],
      [0, 1],
      [1, 1],
    ];
    const counts = counted(rows);
    expect(counts.items[0]?.categories.map(({ half, step }) => [half, step])).toEqual([
      [0, 0],
      [2, 1],
      [6, 2],
    ]);
    expect(counts.items[0]?.notes).toEqual(['gap-closed']);
    expect(filled(counts.steps)).toEqual({ 0: 1, 1: 1, 2: 2, 3: 1 });
    const kept = counted(rows, { gaps: 'keep' });
    expect(kept.items[0]?.notes).toEqual(['gap-kept']);
    expect(filled(kept.steps)).toEqual({ 0: 1, 1: 1, 2: 1, 3: 1, 4: 1 });
  });

  it('keeps gaps where several items have them', () => {
    const counts = counted([
      [0, 0, 0],
      [2, 2, 1],
      [0, 2, 0],
      [2, 0, 1],
    ]);
    expect(counts.items.map(({ notes }) => notes)).toEqual([['gap-kept'], ['gap-kept'], []]);
    expect(filled(counts.steps)).toEqual({ 0: 1, 2: 1, 3: 1, 5: 1 });
  });

  it('gives the totals of rows recoded by hand', () => {
    const row = fc.tuple(
      fc.constantFrom(0, 1, 3),
      fc.integer({ min: 0, max: 1 }),
      fc.integer({ min: 0, max: 2 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (some) => {
        const rows = [...some, [0, 0, 0], [1, 1, 1], [3, 1, 2]];
        const recoded = rows.map(([a, b, c]) => [a === 3 ? 2 : (a ?? 0), b ?? 0, c ?? 0]);
        expect(counted(rows).steps).toEqual(counted(recoded).steps);
      }),
    );
  });
});
