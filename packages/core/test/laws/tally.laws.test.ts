import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseFully, tablesOf } from '../../src/analysis/index.js';
import { add, empty, formatTally, merge, parseTally, shareTally, summarise } from '../../src/tally/index.js';
import type { Row } from '../response-rows.js';
import { aBlock, anAssessment } from '../response-rows.js';
import { anyRows, MAXIMA } from './rows.arbitrary.js';

const work = anAssessment(MAXIMA, {
  items: MAXIMA.map((maxPoints, i) => ({
    id: `${i + 1}`,
    maxPoints,
    section: i < 2 ? 'Числа' : 'Геометрия',
  })),
  markScale: [
    { mark: 2, min: 0 },
    { mark: 3, min: 2 },
    { mark: 4, min: 4 },
  ],
});
const tallyOf = (rows: readonly Row[]) => add(empty(), aBlock(work, rows));
const text = (rows: readonly Row[]) => formatTally(tallyOf(rows));

describe('the tally', () => {
  it('has the empty tally as identity of merge', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const tally = tallyOf(rows);
        expect(formatTally(merge(tally, empty()))).toBe(formatTally(tally));
        expect(formatTally(merge(empty(), tally))).toBe(formatTally(tally));
      }),
    );
  });

  it('merges in any order and grouping to the same bytes', () => {
    fc.assert(
      fc.property(anyRows, anyRows, anyRows, (one, two, three) => {
        const [a, b, c] = [tallyOf(one), tallyOf(two), tallyOf(three)];
        expect(formatTally(merge(a, b))).toBe(formatTally(merge(b, a)));
        expect(formatTally(merge(merge(a, b), c))).toBe(formatTally(merge(a, merge(b, c))));
      }),
    );
  });

  it('of parts merged is the tally of the whole, to the byte', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(60), (rows, cut) => {
        const parts = merge(tallyOf(rows.slice(0, cut)), tallyOf(rows.slice(cut)));
        expect(formatTally(parts)).toBe(text(rows));
      }),
    );
  });

  it('does not depend on the order of pupils', () => {
    fc.assert(
      fc.property(
        anyRows.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          expect(text(shuffled)).toBe(text(rows));
        },
      ),
    );
  });

  it('comes back from its file unchanged', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const parsed = parseTally(text(rows));
        if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed));
        expect(formatTally(parsed.tally)).toBe(text(rows));
      }),
    );
  });

  it('gives equal tables for the merged and the joined input', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(60), (rows, cut) => {
        const merged = analyseFully(merge(tallyOf(rows.slice(0, cut)), tallyOf(rows.slice(cut))));
        expect(JSON.stringify(tablesOf(merged))).toBe(JSON.stringify(tablesOf(analyseFully(tallyOf(rows)))));
      }),
    );
  });

  it('loses no pupil on the way up', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const all = summarise(tallyOf(rows))[0]?.groups.find((group) => group.level === 'all');
        expect((all?.counts.wrote ?? 0) + (all?.counts.absent ?? 0)).toBe(rows.length);
        expect(all?.counts.absent ?? 0).toBe(rows.filter((row) => row.absent).length);
      }),
    );
  });
});

describe('a tally made for sharing', () => {
  it('has no unit of which fewer pupils than the minimum wrote, except when all of the variant are fewer', () => {
    fc.assert(
      fc.property(anyRows, fc.integer({ min: 2, max: 12 }), (rows, minimum) => {
        for (const { groups, teachers } of shareTally(tallyOf(rows), minimum).assessments.values()) {
          expect(teachers.size).toBe(0);
          const units = new Map<string, number>();
          const variants = new Map<string, number>();
          for (const { unit, variant, counts } of groups.values()) {
            if (counts.wrote > 0) units.set(JSON.stringify([variant, unit]), counts.wrote);
            variants.set(variant, (variants.get(variant) ?? 0) + counts.wrote);
            expect(counts.complete?.cross).toBeUndefined();
          }
          for (const [key, wrote] of units) {
            const [variant = '', unit = {}] = JSON.parse(key);
            const all = variants.get(variant) ?? 0;
            if (all >= minimum || Object.keys(unit).length > 0) expect(wrote).toBeGreaterThanOrEqual(minimum);
          }
        }
      }),
    );
  });

  it('keeps the solve rates of the whole', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const rates = (shared: boolean) =>
          [...analyseFully(shared ? shareTally(tallyOf(rows)) : tallyOf(rows)).itemResults]
            .filter((of) => of.level === 'all')
            // How schools differ is not known of a tally in which they are folded.
            .map(({ solveRate: { kind, n, ...rate }, designEffect: _, ...of }) => ({
              ...of,
              rate: [kind, n, 'estimate' in rate ? rate.estimate : rate.reason],
            }));
        expect(rates(true)).toEqual(rates(false));
      }),
    );
  });
});
