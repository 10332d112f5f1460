import { describe, expect, it } from 'vitest';
import { satterthwaiteTest } from './satterthwaite.js';

describe('satterthwaiteTest', () => {
  // scipy 1.17.1: `ttest_ind_from_stats(1.7, √(0.25 · 12), 12, 0, √(0.09 · 25), 25, equal_var=False)`, and `t.ppf`.
  it('is Welch’s test where the variances are those of two samples', () => {
    const test = satterthwaiteTest(-1.7, { variance: 0.25, freedom: 11 }, { variance: 0.09, freedom: 24 });
    expect(test?.df).toBeCloseTo(19.204832924296767, 12);
    expect(test?.half).toBeCloseTo(1.2195518443804, 10);
    expect(test?.p).toBeCloseTo(0.008803260324682914, 12);
  });

  it('has the freedom of the one variance where the other is known to be none', () => {
    const known = { variance: 0, freedom: Number.POSITIVE_INFINITY };
    const test = satterthwaiteTest(1.7, { variance: 0.25, freedom: 11 }, known);
    expect(test).toMatchObject({ df: 11, p: expect.closeTo(0.005929109905804287, 12) });
    expect(satterthwaiteTest(1.7, known, { variance: 0.25, freedom: 11 })).toEqual(test);
  });

  it('says nothing where no variance was estimated', () => {
    const none = { variance: 0, freedom: 5 };
    expect(satterthwaiteTest(1.7, none, none)).toBeUndefined();
  });
});
