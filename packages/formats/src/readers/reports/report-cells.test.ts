import { describe, expect, it } from 'vitest';
import { numberIn } from './report-cells.js';

describe('a cell of a report', () => {
  it.each([
    [12.5, 12.5],
    [0, 0],
    ['1 204', 1204],
    ['12,5 %', 12.5],
    ['', undefined],
    ['–', undefined],
    [undefined, undefined],
  ])('holds a number or none: %j', (cell, number) => {
    expect(numberIn(cell)).toBe(number);
  });

  it.each([-5, '-5', 'много', true])('holds what is no number of pupils and no percent: %j', (cell) => {
    expect(numberIn(cell)).toBeNaN();
  });
});
