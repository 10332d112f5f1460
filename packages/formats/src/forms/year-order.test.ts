import { expect, it } from 'vitest';
import { YearOrder } from './year-order.js';

it('tells of a year that stands after a later one of its series', () => {
  const years = new YearOrder();
  expect(years.later('a', '2024/2025', 2)).toBeUndefined();
  expect(years.later('b', '2023/2024', 3)).toBeUndefined();
  expect(years.later('a', '2025/2026', 4)).toBeUndefined();
  expect(years.later('a', '2023/2024', 5)).toEqual({ later: '2025/2026', laterRow: 4 });
  expect(years.later('a', '2024/2025', 6)).toEqual({ later: '2025/2026', laterRow: 4 });
  expect(years.later('b', '2024/2025', 7)).toBeUndefined();
});
