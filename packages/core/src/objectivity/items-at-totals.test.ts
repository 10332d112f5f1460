import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeOf, countsOfRows } from '../../test/complete-counts.js';
import { between } from '../../test/evenly.js';
import { NOT_ADMINISTERED } from '../assessment/index.js';
import { ItemSlopes } from './item-slope.js';
import { contrastVariance, freeVariances, ItemsAtTotals } from './items-at-totals.js';

const MAXIMA = [1, 2, 3, 1.5];
/** Points of pupils, some in halves; the last item nobody solves. */
const rowOf = fc.tuple(
  fc.integer({ min: 0, max: 1 }),
  fc.integer({ min: 0, max: 4 }).map((half) => half / 2),
  fc.integer({ min: 0, max: 3 }),
  fc.constant(0),
);
const anyRows = fc.array(rowOf, { minLength: 2, maxLength: 20 });
const pointsOf = (row: readonly number[]) => row.reduce((sum, points) => sum + points, 0);
const totalsOf = (rows: readonly (readonly number[])[]) =>
  [...new Set(rows.map(pointsOf))].sort((one, other) => one - other);
const meanOf = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
/** Sample variance; of one pupil 0. */
const varianceOf = (values: readonly number[]) =>
  values.length < 2
    ? 0
    : values.reduce((sum, each) => sum + (each - meanOf(values)) ** 2, 0) / (values.length - 1);
/** Of those who solve everything or nothing no more is known than .99 or .01. */
const difficultiesOf = (rows: readonly (readonly number[])[]) =>
  MAXIMA.map((max, item) => {
    const rate = Math.min(0.99, Math.max(0.01, meanOf(rows.map((row) => row[item] ?? 0)) / max));
    return -Math.log(rate / (1 - rate));
  });

const expectNear = (found: readonly number[], expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  const apart = found.map((each, at) => Math.abs(each - (expected[at] ?? Number.NaN)));
  expect(Math.max(...apart)).toBeLessThan(1e-9);
};

describe('ItemsAtTotals', () => {
  it('is what looking at the pupils of every total gives', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const items = new ItemsAtTotals(completeOf(MAXIMA, rows), MAXIMA);
        expect(items.places).toEqual([0, 1, 2, 3]);
        expectNear([...items.difficulties], difficultiesOf(rows));
        const totals = totalsOf(rows);
        expect([...items.lattice.totals]).toEqual(totals.map((total) => 2 * total));
        totals.forEach((total, at) => {
          const here = rows.filter((row) => pointsOf(row) === total);
          const columns = MAXIMA.map((_, item) => here.map((row) => row[item] ?? 0));
          expect(MAXIMA.map((_, item) => items.pointsAt(item, at))).toEqual(
            columns.map((points) => points.reduce((sum, each) => sum + each, 0)),
          );
          expectNear([...items.freeAt(at)], [...freeVariances(Float64Array.from(columns, varianceOf))]);
        });
      }),
    );
  });

  it('finds items by their places in the work, of which nobody may have some', () => {
    const rows = [
      [2, 0],
      [0, 0],
      [2, 1],
      [2, 3],
    ].map(([first = 0, third = 0]) => ({ codes: [first, NOT_ADMINISTERED, third] }));
    const { complete } = countsOfRows([1, 3, 1.5], rows);
    if (complete === undefined) throw new Error('nobody is complete');
    const items = new ItemsAtTotals(complete, [1, 3, 1.5]);
    expect(items.places).toEqual([0, 2]);
    // Three of four points, and two of six.
    expectNear([...items.difficulties], [-Math.log(3), Math.log(2)]);
    expect([0, 1, 2, 3].map((at) => [items.pointsAt(0, at), items.pointsAt(1, at)])).toEqual([
      [0, 0],
      [1, 0],
      [1, 0.5],
      [1, 1.5],
    ]);
    expect(ItemSlopes.of(items)).toBeUndefined();
  });
});

describe('freeVariances', () => {
  it('are those whose sum, when it is given, leaves the variances', () => {
    const share = between(0.5, 1);
    fc.assert(
      fc.property(fc.array(share, { minLength: 5, maxLength: 9 }), (variances) => {
        const free = freeVariances(Float64Array.from(variances));
        const sum = free.reduce((all, each) => all + each, 0);
        variances.forEach((variance, item) => {
          const of = free[item] ?? 0;
          expect(of * (1 - of / sum)).toBeCloseTo(variance, 4);
        });
      }),
    );
    // Alike: a share of one third each.
    const alike = freeVariances(Float64Array.of(0.2, 0.2, 0.2));
    for (const of of alike) expect(of).toBeCloseTo(0.3, 4);
  });

  it('do not run away where one item holds all of it, and are none of none', () => {
    expect(freeVariances(Float64Array.of(0.2, 0, 0))[0]).toBeCloseTo(2, 12);
    expect([...freeVariances(Float64Array.of(0, 0))]).toEqual([0, 0]);
  });
});

describe('contrastVariance', () => {
  it('is the sum of squares around the weighted mean', () => {
    // Mean (1 · 0 + 3 · 4) / 4 = 3: 1 · 9 + 3 · 1.
    expect(contrastVariance(Float64Array.of(1, 3), Float64Array.of(0, 4))).toBe(12);
    expect(contrastVariance(Float64Array.of(0, 0), Float64Array.of(0, 4))).toBe(0);
    // Noise of a mean is none.
    expect(contrastVariance(Float64Array.of(1, 1, 1), Float64Array.of(0.1, 0.1, 0.1 + 1e-8))).toBe(0);
    expect(contrastVariance(Float64Array.of(1, 1), Float64Array.of(0, 1e-3))).toBeGreaterThan(0);
  });
});

describe('ItemSlopes', () => {
  it('is the score of a stretch of difficulties, pupil by pupil', () => {
    let tested = 0;
    fc.assert(
      fc.property(anyRows, anyRows, (school, others) => {
        const rows = [...school, ...others];
        // Pupils with one total stand apart by their journal marks.
        const { complete } = countsOfRows(
          MAXIMA,
          school.map((row, pupil) => ({ codes: row.map((points) => 2 * points), journalMark: pupil % 3 })),
        );
        if (complete === undefined) throw new Error('nobody is complete');
        const found = ItemSlopes.of(new ItemsAtTotals(completeOf(MAXIMA, rows), MAXIMA))?.slope(complete);
        const difficulties = difficultiesOf(rows);
        const weightOf = (row: readonly number[]) =>
          row.reduce((sum, points, item) => sum + points * (difficulties[item] ?? 0), 0);
        let [n, score, information, variance] = [0, 0, 0, 0];
        for (const total of totalsOf(rows)) {
          const at = (of: readonly (readonly number[])[]) => of.filter((row) => pointsOf(row) === total);
          const [own, rest, all] = [at(school), at(others), at(rows)];
          if (own.length === 0 || rest.length === 0) continue;
          const free = freeVariances(
            Float64Array.from(MAXIMA, (_, item) => varianceOf(all.map((row) => row[item] ?? 0))),
          );
          const usual = contrastVariance(free, Float64Array.from(difficulties));
          const enlarged = all.length / rest.length;
          n += own.length;
          for (const row of own) score += enlarged * (weightOf(row) - meanOf(all.map(weightOf)));
          information += own.length * usual;
          variance += enlarged * own.length * usual;
        }
        if (information === 0) {
          expect(found).toBeUndefined();
          return;
        }
        tested++;
        expect(found?.n).toBe(n);
        expect(found?.slope).toBeCloseTo(score / information, 7);
        expect(found?.variance).toBeCloseTo(variance / information ** 2, 7);
      }),
    );
    expect(tested).toBeGreaterThan(5);
  });
});
