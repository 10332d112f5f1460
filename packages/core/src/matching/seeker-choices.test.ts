import { describe, expect, it } from 'vitest';
import { problemOf } from '../../test/matching-problems.js';
import { SeekerChoices } from './seeker-choices.js';

describe('SeekerChoices', () => {
  it('knows what one seeker can take together', () => {
    const problem = problemOf(
      [
        { weights: [], limit: 0, pairs: [{ offer: 0, mask: 0 }] },
        { weights: [], limit: 2, hours: 3, pairs: [0, 1, 2, 3].map((offer) => ({ offer, mask: 0 })) },
      ],
      [
        { places: 1, slot: 1, duration: 1 },
        { places: 1, slot: 1, duration: 1 },
        { places: 1, duration: 2 },
        { places: 1, duration: 3 },
      ],
    );
    const choices = new SeekerChoices(problem);
    expect(choices.isPossible(0, [0])).toBe(false);
    expect(choices.isPossible(1, [])).toBe(true);
    // One slot.
    expect(choices.isPossible(1, [1, 2])).toBe(false);
    // Three hours exactly, and four.
    expect(choices.isPossible(1, [1, 3])).toBe(true);
    expect(choices.isPossible(1, [1, 4])).toBe(false);
    expect(choices.isPossible(1, [3, 4])).toBe(false);
    // Three offers of two.
    expect(choices.isPossible(1, [1, 3, 3])).toBe(false);
  });
});
