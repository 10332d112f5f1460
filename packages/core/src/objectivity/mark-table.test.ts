import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAssessment } from '../../test/response-rows.js';
import { eachMark } from '../solve-rates/marks.js';
import type { GroupCounts } from '../tally/group-counts.js';
import { markKey, NO_PUPILS, totalKey } from '../tally/group-counts.js';
import { sparseCounts } from '../tally/sparse-counts.js';
import { agreementCounts, bowkerTest, MarkTables, stuartMaxwellTest } from './mark-table.js';

const SCALE = [
  { mark: 2, min: 1 },
  { mark: 3, min: 4 },
  { mark: 4, min: 6.5 },
  { mark: 5, min: 9 },
];

/** A work of one item: those who have it have every item. */
const scaled = anAssessment([12], { markScale: SCALE });
const unscaled = anAssessment([12]);

function countsOf(entries: readonly (readonly [key: number, count: number])[]) {
  const byKey = new Map(entries);
  const keys = [...byKey.keys()].sort((a, b) => a - b);
  return sparseCounts(
    keys,
    keys.map((key) => byKey.get(key) ?? 0),
  );
}

const pupils = fc.integer({ min: 1, max: 9 });
const journal = fc.integer({ min: 0, max: 7 });
const group = fc
  .record({
    marks: fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), journal, pupils)),
    totals: fc.array(fc.tuple(fc.boolean(), journal, fc.integer({ min: 0, max: 24 }), pupils)),
    isComplete: fc.boolean(),
  })
  .map(
    ({ marks, totals, isComplete }): GroupCounts => ({
      ...NO_PUPILS,
      marks: countsOf(marks.map(([mark, of, count]) => [markKey(mark, of), count])),
      ...(isComplete
        ? {
            complete: {
              items: [0],
              totals: countsOf(
                totals.map(([marked, of, total, count]) => [totalKey(marked, of, total), count]),
              ),
            },
          }
        : {}),
    }),
  );

describe('MarkTables', () => {
  it('count the pupils with both marks that eachMark visits, group by group', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 4 }), fc.boolean(), (groups, isScaled) => {
        const scale = isScaled ? SCALE : undefined;
        const tables = new MarkTables(isScaled ? scaled : unscaled);
        for (const counts of groups) {
          const expected = new Float64Array(64);
          eachMark(counts, counts.complete, scale, (mark, journalMark, count) => {
            const place = mark * 8 + journalMark;
            if (journalMark > 0) expected[place] = (expected[place] ?? 0) + count;
          });
          expect([...tables.of(counts)]).toEqual([...expected]);
        }
      }),
    );
  });

  it('say which marks occur, so that tests which look at these alone say the same', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), fc.boolean(), (groups, isScaled) => {
        const tables = new MarkTables(isScaled ? scaled : unscaled);
        for (const counts of groups) {
          const table = tables.of(counts);
          const { occurring } = tables;
          expect(agreementCounts(table, occurring)).toEqual(agreementCounts(table));
          expect(bowkerTest(table, occurring)).toEqual(bowkerTest(table));
          expect(stuartMaxwellTest(table, undefined, occurring)).toEqual(stuartMaxwellTest(table));
        }
      }),
    );
  });
});

describe('a total that does not tell the mark', () => {
  const counts: GroupCounts = {
    ...NO_PUPILS,
    marks: countsOf([[markKey(4, 5), 2]]),
    complete: { items: [0], totals: countsOf([[totalKey(false, 3, 8), 7]]) },
  };

  it.each([
    ['side conditions', { markConditions: [{ items: ['1'], min: 2, marks: [3, 4, 5], otherwise: 2 }] }],
    ['an item that nobody was given', { items: [...scaled.items, { id: '2', maxPoints: 4 }] }],
  ])('gives none: %s', (_, extra) => {
    expect(new MarkTables(scaled).of(counts).reduce((sum, each) => sum + each)).toBe(9);
    expect(new MarkTables({ ...scaled, ...extra }).of(counts).reduce((sum, each) => sum + each)).toBe(2);
  });
});

describe('stuartMaxwellTest', () => {
  it('adds up over sets of marks that nothing connects, whatever the room held', () => {
    const table = (cells: Readonly<Record<string, number>>) => {
      const of = new Float64Array(64);
      for (const [marks, count] of Object.entries(cells)) of[Number(marks[0]) * 8 + Number(marks[1])] = count;
      return of;
    };
    const low = { 23: 5, 32: 1 };
    const high = { 45: 2, 54: 8, 44: 3 };
    const room = new Float64Array(72).fill(7);
    const both = stuartMaxwellTest(table({ ...low, ...high }), room);
    // McNemar twice: (5 − 1)² / 6 and (8 − 2)² / 10.
    expect(both.chiSquare).toBeCloseTo(16 / 6 + 36 / 10, 12);
    expect(both.df).toBe(2);
    expect(stuartMaxwellTest(table({ ...low, ...high }))).toEqual(both);
  });
});
