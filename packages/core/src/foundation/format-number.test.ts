import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digitsApart,
  formatCount,
  formatNumber,
  formatProbability,
  formatShare,
  roundHalfUp,
} from './format-number.js';

describe('numbers for people', () => {
  it('are percentages with a space that does not break in Russian, without one in English', () => {
    expect(formatShare(0.4149, 'ru')).toBe('41\u00a0%');
    expect(formatShare(0.4149, 'ru', 1)).toBe('41,5\u00a0%');
    expect(formatShare(0.4149, 'en', 1)).toBe('41.5%');
  });

  it('have a decimal comma in Russian', () => {
    expect(formatNumber(-3.1441, 'ru', 2)).toBe('-3,14');
    expect(formatCount(24967, 'ru')).toBe('24\u00a0967');
  });

  it('round half up on the decimal text, as school reports do', () => {
    expect(
      [1.005, 81.815, 2.5, -2.5, 0.5, 0.45].map((x, i) => roundHalfUp(x, [2, 2, 0, 0, 0, 1][i] ?? 0)),
    ).toEqual([1.01, 81.82, 3, -3, 1, 0.5]);
  });

  it('are written as Intl writes them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('ru' as const, 'en' as const),
        (x, digits, language) => {
          const intl = new Intl.NumberFormat(language, {
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          });
          expect(formatNumber(x, language, digits)).toBe(intl.format(roundHalfUp(x, digits)));
          expect(formatCount(Math.trunc(x), language)).toBe(
            new Intl.NumberFormat(language).format(Math.trunc(x)),
          );
        },
      ),
    );
  });

  it('are never further off than half of the last digit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (x, digits) => {
          expect(Math.abs(roundHalfUp(x, digits) - x)).toBeLessThanOrEqual(0.5000001 * 10 ** -digits + 1e-9);
        },
      ),
    );
  });
});

describe('digitsApart', () => {
  it('has as many decimals as it takes to tell two numbers apart', () => {
    expect(digitsApart(10.53, 9.91, 2)).toBe(2);
    expect(digitsApart(11.8021, 11.7983, 2)).toBe(3);
    expect(digitsApart(-0.0004, 0, 2)).toBe(4);
    expect(digitsApart(0.79996, 0.8, 2)).toBe(5);
  });

  it('has those asked for where the numbers are equal, or only arithmetic tells them apart', () => {
    expect(digitsApart(0.3, 0.3, 2)).toBe(2);
    expect(digitsApart(-0, 0, 1)).toBe(1);
    expect(digitsApart(0.1 + 0.2, 0.3, 2)).toBe(2);
  });
});

describe('formatProbability', () => {
  it('never says that something is certain', () => {
    expect([1, 0.991, 0.99, 0.5, 0.01, 0.009, 0].map((p) => formatProbability(p, 'ru'))).toEqual([
      'больше 99\u00a0%',
      'больше 99\u00a0%',
      '99\u00a0%',
      '50\u00a0%',
      '1\u00a0%',
      'меньше 1\u00a0%',
      'меньше 1\u00a0%',
    ]);
    expect([1, 0.5, 0].map((p) => formatProbability(p, 'en'))).toEqual(['above 99%', '50%', 'below 1%']);
  });
});
