import { expect, it } from 'vitest';
import { firstYear } from './school-year.js';

it('is the year in which a school year begins, and equals nothing where there is none', () => {
  expect(firstYear('2024/2025')).toBe(2024);
  for (const none of [undefined, '', 'нет']) {
    expect(firstYear(none) + 1 === firstYear('2024/2025')).toBe(false);
    expect(firstYear(none)).toBeNaN();
  }
});
