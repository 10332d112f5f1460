import { expect, it } from 'vitest';
import { YearOrder } from './year-order.js';

it('tells of a year that stands after a later one of its series on the same sheet', () => {
  const years = new YearOrder();
  const row = (row: number, sheet = 'а') => ({ file: 'a.xlsx', sheet, row });
  expect(years.later('a', '2024/2025', row(2))).toBeUndefined();
  expect(years.later('b', '2023/2024', row(3))).toBeUndefined();
  expect(years.later('a', '2025/2026', row(4))).toBeUndefined();
  expect(years.later('a', '2023/2024', row(5))).toEqual({ later: '2025/2026', laterRow: 4 });
  expect(years.later('a', '2024/2025', row(6))).toEqual({ later: '2025/2026', laterRow: 4 });
  expect(years.later('b', '2024/2025', row(7))).toBeUndefined();
  expect(years.later('a', '2023/2024', row(8, 'б'))).toBeUndefined();
});
