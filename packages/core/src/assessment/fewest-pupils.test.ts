import { describe, expect, it } from 'vitest';
import { fewestPupils } from './fewest-pupils.js';

describe('fewestPupils', () => {
  it('takes the largest work of each grade, and works without a grade as one grade', () => {
    const works = [
      { grade: 5, pupils: 20 },
      { grade: 5, pupils: 24 },
      { grade: 8, pupils: 11 },
      { grade: undefined, pupils: 3 },
      { grade: undefined, pupils: 2 },
    ];
    expect(fewestPupils(works)).toBe(24 + 11 + 3);
    expect(fewestPupils(works.toReversed())).toBe(38);
  });

  it('is 0 without works', () => {
    expect(fewestPupils([])).toBe(0);
  });
});
