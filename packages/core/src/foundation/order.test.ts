import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNatural, compareText } from './order.js';

describe('compareNatural', () => {
  it('orders item numbers as people count', () => {
    expect(['10', '9.2', '4K1', '9.10', '2', '4', '9.1'].sort(compareNatural)).toEqual([
      '2',
      '4',
      '4K1',
      '9.1',
      '9.2',
      '9.10',
      '10',
    ]);
  });

  it('is an order: antisymmetric, and zero only for equal texts', () => {
    const text = fc.stringMatching(/^[0-9.KА]{0,6}$/);
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(Math.sign(compareNatural(one, other)) + Math.sign(compareNatural(other, one))).toBe(0);
        expect(compareNatural(one, other) === 0).toBe(one === other);
        expect(Math.sign(compareText(one, other)) + Math.sign(compareText(other, one))).toBe(0);
      }),
    );
  });
});
