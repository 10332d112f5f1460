import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment, type Row } from '../../test/response-rows.js';
import { NOT_TAUGHT } from '../assessment/index.js';
import { add, empty, merge, summarise } from '../tally/index.js';
import { lowResultCounts } from './low-result-counts.js';

const SCALE = [
  { mark: 2, min: 0 },
  { mark: 3, min: 2 },
  { mark: 4, min: 4 },
];
const MAXIMA = [2, 1, 2];
const work = anAssessment(MAXIMA, { markScale: SCALE });
const tallyOf = (rows: readonly Row[], of = work) => add(empty(), aBlock(of, rows));
const resultsOf = (tally: ReturnType<typeof tallyOf>) => {
  const [summary] = summarise(tally);
  const all = summary?.groups.find(({ level }) => level === 'all');
  if (summary === undefined || all === undefined) throw new Error('nobody');
  return lowResultCounts(summary.assessment, all.counts);
};
const U = NOT_TAUGHT;

describe('lowResultCounts', () => {
  it('tells marks that untaught items cannot change from those that they can', () => {
    const rows: readonly Row[] = [
      // 2 of 5 points: whole.
      { codes: [4, 0, 0] },
      { codes: [0, 0, 0] },
      // 0 … 1: low whatever item 2 gives. 1 … 2: open. 2 … 4: not low, though 3 or 4.
      { codes: [0, U, 0] },
      { codes: [2, U, 0] },
      { codes: [4, 0, U] },
      // The mark of the file stands.
      { codes: [0, U, 0], mark: 5 },
      { codes: [U, U, U], absent: true },
    ];
    expect(resultsOf(tallyOf(rows))).toEqual({
      count: 2,
      n: 6,
      uncertain: 1,
      known: { count: 1, n: 3 },
    });
  });

  it('gives no bounds without a scale, or with side conditions of marks', () => {
    const rows: readonly Row[] = [{ codes: [0, U, 0] }, { codes: [0, 0, 0] }];
    expect(resultsOf(tallyOf(rows, anAssessment(MAXIMA)))).toMatchObject({ n: 0, uncertain: 0 });
    const markConditions = [{ items: ['1'], min: 1, marks: [3], otherwise: 2 }];
    expect(resultsOf(tallyOf(rows, { ...work, markConditions }))).toMatchObject({ n: 0, uncertain: 0 });
  });

  it('takes the lowest mark of the scale, and what is below it, for low; 2 without a scale', () => {
    const rows = [2, 3, 4].map((mark) => ({ codes: [0, 0, 0], mark }));
    const fromThree = { ...work, markScale: SCALE.slice(1) };
    expect(resultsOf(tallyOf(rows, fromThree))).toMatchObject({ count: 2, n: 3 });
    expect(resultsOf(tallyOf(rows, anAssessment(MAXIMA)))).toMatchObject({ count: 1, n: 3 });
    expect(resultsOf(tallyOf(rows, { ...work, markScale: [] }))).toMatchObject({ count: 1, n: 3 });
  });

  it('takes an unknown or contradicted maximum for one that could give anything', () => {
    const unknown = anAssessment([2, undefined, 2], { markScale: SCALE });
    expect(resultsOf(tallyOf([{ codes: [0, U, 0] }], unknown))).toMatchObject({ count: 0, uncertain: 1 });
    const above = [{ codes: [0, U, 0] }, { codes: [0, 10, 0] }];
    expect(resultsOf(tallyOf(above))).toMatchObject({ count: 0, n: 2, uncertain: 1 });
  });

  it('is the same when the scale and the maxima come with a later tally', () => {
    const rows: readonly Row[] = [{ codes: [0, U, 0] }, { codes: [2, U, 0] }, { codes: [4, 0, U] }];
    const bare = anAssessment(MAXIMA.map(() => undefined));
    const later = merge(tallyOf(rows, bare), tallyOf([{ codes: [0, 0, 0] }]));
    expect(resultsOf(later)).toEqual(resultsOf(tallyOf([...rows, { codes: [0, 0, 0] }])));
    expect(resultsOf(later)).toMatchObject({ count: 2, uncertain: 1, n: 4 });
  });

  const points = (max: number) => fc.oneof(fc.integer({ min: 0, max }), fc.constant(U));
  const pupil = fc
    .tuple(...MAXIMA.map(points))
    .map((codes): Row => ({ codes: codes.map((code) => (code === U ? U : code * 2)) }));

  it('has bounds that all points of the untaught items stay within, and reach', () => {
    fc.assert(
      fc.property(fc.array(pupil, { minLength: 1, maxLength: 3 }), (rows) => {
        const found = resultsOf(tallyOf(rows));
        const shares = completions(rows).map((all) => {
          const { count, n, uncertain } = resultsOf(tallyOf(all));
          expect([n, uncertain]).toEqual([rows.length, 0]);
          return count;
        });
        expect(Math.min(...shares)).toBe(found.count);
        expect(Math.max(...shares)).toBe(found.count + found.uncertain);
        expect(found.n).toBe(rows.length);
      }),
      { numRuns: 60 },
    );
  });
});

/** Every way in which the untaught items could have been answered. */
function completions(rows: readonly Row[]): readonly (readonly Row[])[] {
  let all: readonly (readonly Row[])[] = [[]];
  for (const row of rows) {
    let filled: readonly (readonly number[])[] = [[]];
    row.codes.forEach((code, item) => {
      const values = code === U ? Array.from({ length: (MAXIMA[item] ?? 0) + 1 }, (_, i) => i * 2) : [code];
      filled = filled.flatMap((codes) => values.map((value) => [...codes, value]));
    });
    all = all.flatMap((some) => filled.map((codes) => [...some, { ...row, codes }]));
  }
  return all;
}
