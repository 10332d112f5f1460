import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallCategories } from './small-categories.js';

describe('smallCategories', () => {
  it('hides a small category together with the next smallest', () => {
    expect(smallCategories([2, 20, 10, 15], 5)).toEqual([0, 2]);
  });

  it('hides nothing where every category is empty or large', () => {
    expect(smallCategories([0, 20, 10, 5], 5)).toEqual([]);
  });

  it('leaves no small category open and hides at least two, with enough pupils or all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { minLength: 3, maxLength: 4 }), (counts) => {
        const hidden = smallCategories(counts, 5);
        counts.forEach((count, place) => {
          if (!hidden.includes(place)) expect(count === 0 || count >= 5).toBe(true);
        });
        if (hidden.length === 0) return;
        const sum = hidden.reduce((total, place) => total + (counts[place] ?? 0), 0);
        expect(hidden.length).toBeGreaterThan(1);
        expect(sum >= 5 || sum === counts.reduce((total, count) => total + count, 0)).toBe(true);
      }),
    );
  });
});
