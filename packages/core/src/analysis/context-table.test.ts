import { describe, expect, it } from 'vitest';
import { rowsOf, tallyOf } from '../../test/objectivity-schools.js';
import { anAssessment } from '../../test/response-rows.js';
import type { SchoolPassport } from '../context/index.js';
import { contextOf, resilient } from '../context/index.js';
import { known } from '../foundation/index.js';
import { summarise } from '../tally/index.js';
import { contextTable } from './context-table.js';

describe('context.csv', () => {
  const work = anAssessment([10, 10]);
  const results = Object.fromEntries(
    [4, 9, 7, 14, 16].map((total, i) => [`s${i}`, [-4, -1, 0, 1, 3].map((by) => ({ total: total + by }))]),
  );
  const passports = [0.1, 0.2, 0.3, 0.4].map(
    (share, i): SchoolPassport => ({
      school: `s${i}`,
      settlement: 'село',
      indicators: new Map([
        ['single_parent', known(share, 100)],
        ['unemployed', known(share / 2, 100)],
        ['on_registers', known(share / 9, 100)],
      ]),
    }),
  );
  const rowsBy = (minSchools: number) => {
    const { columns, rows } = contextTable(() =>
      contextOf(summarise(tallyOf([work, rowsOf(work, results)])), passports, {
        resilience: { ...resilient, minSchools },
      }),
    );
    return [...rows].map((row) => Object.fromEntries(columns.map(({ id }, place) => [id, row[place]])));
  };

  it('says what is expected, how far the school is from it, and by which rules', () => {
    const [first, , , last, without] = rowsBy(3);
    expect(Object.keys(first ?? {})).toEqual(
      'school,index,settlement,result,expected,difference,low,high,class,quadrant,reason,note'.split(','),
    );
    expect(first).toMatchObject({
      school: 's0',
      settlement: 'село',
      class: 'not',
      quadrant: 'low-not-hard',
      reason: undefined,
      note: expect.stringMatching(
        /^context-equal-weights:own;resilient:own;probability:0\.\d+;left-out:higher_education=not-stated;scale:all$/,
      ),
    });
    expect(Number(first?.low)).toBeLessThan(Number(first?.difference));
    expect(Number(first?.high)).toBeGreaterThan(Number(first?.difference));
    expect(Number(last?.index)).toBeGreaterThan(Number(first?.index));
    expect(without).toMatchObject({
      school: 's4',
      index: undefined,
      quadrant: undefined,
      class: 'undetermined',
      reason: 'no-context',
      note: 'context-equal-weights:own;resilient:own',
    });
  });

  it('has no expected results among few schools, and says why', () => {
    expect(rowsBy(30)[3]).toMatchObject({
      expected: undefined,
      low: undefined,
      class: 'undetermined',
      quadrant: 'high-hard',
      reason: 'too-few-schools',
      note: 'context-equal-weights:own;resilient:own;left-out:higher_education=not-stated;scale:all',
    });
  });
});
