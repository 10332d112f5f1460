import { expect, it } from 'vitest';
import { formatDay } from './format-day.js';

it('writes a day as people do', () => {
  expect(formatDay('2025-09-30', 'ru')).toBe('30.09.2025');
  expect(formatDay('2025-09-30', 'en')).toBe('2025-09-30');
});
