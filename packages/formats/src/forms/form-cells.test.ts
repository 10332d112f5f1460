import { describe, expect, it } from 'vitest';
import { dayOf, shareOf, wholeNumber } from './form-cells.js';

describe('shareOf', () => {
  it('keeps the digits of a percent as they were written', () => {
    expect(['45,3 %', '45.3%', '7 %', '100 %', '0,453', '0', 0.25, 1].map(shareOf)).toEqual([
      0.453, 0.453, 0.07, 1, 0.453, 0, 0.25, 1,
    ]);
  });

  it('is nothing for what is no share', () => {
    for (const cell of ['45,3', '101 %', '-1 %', 'x', '', '%', 1.5, -0.1, undefined, true])
      expect(shareOf(cell)).toBeUndefined();
  });
});

describe('wholeNumber', () => {
  it('reads numbers as spreadsheets print them', () => {
    expect(['160', '160,0', '160.00', '30\u00a0000', '1 234 567,0', '007', 12, 0].map(wholeNumber)).toEqual([
      160, 160, 160, 30000, 1234567, 7, 12, 0,
    ]);
  });

  it('is nothing for what is no whole number, or may be another one', () => {
    for (const cell of [
      '1,5',
      '1,000',
      '1.000',
      '10,01',
      '-1',
      '3 00',
      '1234 567',
      '12 чел.',
      '',
      1.5,
      -1,
      undefined,
    ])
      expect(wholeNumber(cell), String(cell)).toBeUndefined();
  });
});

describe('dayOf', () => {
  it('reads a day as programs and as people write it, and no day that does not exist', () => {
    expect(['2026-02-28', '28.02.2026', '1.2.2026'].map(dayOf)).toEqual([
      '2026-02-28',
      '2026-02-28',
      '2026-02-01',
    ]);
    for (const cell of ['29.02.2026', '2026-13-01', '28.02', 'завтра', '', 46000])
      expect(dayOf(cell)).toBeUndefined();
  });
});
