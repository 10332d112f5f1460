import { describe, expect, it } from 'vitest';
import { LevelRows } from './level-rows.js';

describe('LevelRows', () => {
  it('has room for any number of rows, one behind the other, and keeps what stands there', () => {
    const rows = new LevelRows(3, 2);
    const starts = Array.from({ length: 9 }, (_, row) => {
      const start = rows.add();
      expect([...rows.numbers.subarray(start, start + 3)]).toEqual([0, 0, 0]);
      rows.numbers.fill(row + 1, start, start + 3);
      return start;
    });
    expect(starts).toEqual([0, 3, 6, 9, 12, 15, 18, 21, 24]);
    starts.forEach((start, row) => {
      expect([...rows.numbers.subarray(start, start + 3)]).toEqual([row + 1, row + 1, row + 1]);
    });
  });

  it('takes no more memory than asked for while that is enough', () => {
    const rows = new LevelRows(4, 3);
    for (let row = 0; row < 3; row++) rows.add();
    expect(rows.numbers).toHaveLength(12);
    rows.add();
    expect(rows.numbers).toHaveLength(24);
  });
});
