import { describe, expect, it } from 'vitest';
import { aWork, rowsOf, tallyOf } from '../../test/objectivity-schools.js';
import type { Assessment } from '../assessment/index.js';
import { summarise } from '../tally/index.js';
import { keepWork } from './kept-work.js';
import { regionWorks, SchoolSums } from './region-works.js';
import { official2019 } from './rules.js';

const schools = {
  a: [
    { total: 2, journal: 5 },
    { total: 8, journal: 4 },
    { total: 16, journal: 3 },
  ],
  b: [{ total: 9 }, { total: 12, journal: 4 }],
};
const kept = (extra: Partial<Assessment>) => {
  const work = aWork(extra);
  const [of] = summarise(tallyOf([work, rowsOf(work, schools)])).flatMap(regionWorks);
  if (of === undefined) throw new Error('no work');
  return keepWork(of, new SchoolSums(2), official2019);
};

describe('keepWork', () => {
  it('keeps what is held against other years', () => {
    const found = kept({ grade: 4 });
    expect(found).toMatchObject({ region: 'Область', schools: ['a', 'b'], withoutTotals: 'no-complete' });
    // In half points: 4, 16, 32, 18, 24.
    expect(found.whole).toEqual({ n: 5, sum: 94, sumOfSquares: 16 + 256 + 1024 + 324 + 576 });
  });

  it('ranks journal marks where a marker asks for them, and nowhere else', () => {
    expect([...(kept({ grade: 4 }).correlations?.r ?? [])]).toEqual([-1, Number.NaN]);
    expect([...(kept({ grade: 4 }).correlations?.n ?? [])]).toEqual([3, 1]);
    // Of grade 9 only the mean is asked for, of grade 6 nothing.
    expect(kept({ grade: 9, programme: 'ОГЭ' })).not.toHaveProperty('correlations');
    expect(kept({ grade: 6 })).not.toHaveProperty('correlations');
  });
});
