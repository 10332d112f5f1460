import { describe, expect, it } from 'vitest';
import { formatCount, formatNumber } from './format-number.js';
import { compareNatural, compareText } from './order.js';
import { isRecord } from './record.js';

describe('small helpers', () => {
  it('know an object with fields from everything else', () => {
    expect(isRecord({})).toBe(true);
    for (const value of [null, undefined, 1, 'a', [], () => 1]) expect(isRecord(value)).toBe(false);
  });

  it('order texts as people count', () => {
    const sorted = ['10', '2', '9.10', '9.2', '', '4K1', '4', 'а2', 'а10', 'а', '02', '4K1.1'];
    expect(sorted.sort(compareNatural)).toEqual([
      '',
      '02',
      '2',
      '4',
      '4K1',
      '4K1.1',
      '9.2',
      '9.10',
      '10',
      'а',
      'а2',
      'а10',
    ]);
    expect(compareNatural('2', '2')).toBe(0);
    expect(compareNatural('02', '2')).toBe(-1);
    expect(compareText('a', 'b')).toBe(-1);
    expect(compareText('b', 'a')).toBe(1);
    expect(compareText('a', 'a')).toBe(0);
  });

  it('format numbers with the decimals that are asked for, again and again', () => {
    for (const _ of [1, 2]) {
      expect(formatNumber(1.5, 'ru')).toBe('2');
      expect(formatNumber(1, 'ru', 2)).toBe('1,00');
      expect(formatNumber(1, 'en', 2)).toBe('1.00');
      expect(formatCount(1234567.125, 'en')).toBe('1,234,567.125');
      expect(formatCount(1, 'ru')).toBe('1');
    }
  });
});
