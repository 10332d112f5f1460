import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeenScores } from './score-table.js';

const seen = (...rows: readonly (readonly [total: number, score: number])[]) => {
  const scores = new SeenScores();
  for (const [total, score] of rows) scores.add(total, score);
  return scores;
};

describe('the table of test scores of an exam', () => {
  it('has the pairs of the rows, without any between them', () => {
    const table = seen([4, 60], [0, 0], [4, 60]).table();
    expect(table.testScores).toEqual({ 0: 0, 4: 60 });
    expect(table.fateOf(4, 60)).toEqual({ kind: 'counts' });
    expect(seen().table().testScores).toBeUndefined();
    expect(seen([1.5, 20], [1000, 20]).table().testScores).toBeUndefined();
  });

  it('takes the score that most rows have; where as many have another one, neither', () => {
    const table = seen([4, 60], [4, 60], [4, 62], [5, 70], [5, 71], [5, 99]).table();
    expect(table.testScores).toEqual({ 4: 60 });
    expect(table.fateOf(4, 62)).toEqual({ kind: 'differs', usual: 60 });
    expect(table.fateOf(5, 70)).toEqual({ kind: 'unclear', other: { total: 5, score: 71 } });
    expect(table.fateOf(5, 71)).toEqual({ kind: 'unclear', other: { total: 5, score: 70 } });
    expect(table.fateOf(5, 99)).toEqual({ kind: 'unclear', other: { total: 5, score: 70 } });
  });

  it('leaves out the pair that more rows contradict than have it', () => {
    const table = seen([3, 30], [4, 40], [5, 5], [6, 60]).table();
    expect(table.testScores).toEqual({ 3: 30, 4: 40, 6: 60 });
    expect(table.fateOf(5, 5)).toEqual({
      kind: 'unclear',
      other: expect.objectContaining({ total: 3, score: 30 }),
    });
    const many = seen([3, 30], [3, 30], [3, 30], [4, 20], [5, 21]).table();
    expect(many.testScores).toEqual({ 3: 30 });
    expect(seen([3, 30], [4, 20]).table().testScores).toBeUndefined();
  });

  it('is what the description says, however many rows say otherwise', () => {
    const table = seen([4, 60], [4, 60], [5, 50], [6, 70]).table({ 4: 62 });
    expect(table.testScores).toEqual({ 4: 62, 6: 70 });
    expect(table.fateOf(4, 60)).toEqual({ kind: 'differs', usual: 62 });
    expect(table.fateOf(5, 50)).toMatchObject({ kind: 'unclear', other: { total: 4, score: 62 } });
  });

  it('never falls, keeps what is given, does not depend on the order of the rows, and every row is right or named', () => {
    const pair = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
    const given = fc
      .uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 4 })
      .map((totals) => Object.fromEntries(totals.map((total) => [total, total])));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), given, (rows, of) => {
        const table = seen(...rows).table(of);
        const scores = Object.values(table.testScores ?? {});
        expect(scores).toEqual([...scores].sort((one, other) => one - other));
        expect(table.testScores ?? {}).toMatchObject(of);
        expect(seen(...[...rows].reverse()).table(of).testScores).toEqual(table.testScores);
        for (const [total, score] of rows) {
          const counts = table.fateOf(total, score).kind === 'counts';
          expect(counts).toBe(table.testScores?.[total] === score);
        }
      }),
    );
  });
});
