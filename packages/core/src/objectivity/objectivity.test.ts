import { describe, expect, it } from 'vitest';
import type { Pupil } from '../../test/objectivity-schools.js';
import { aWork, objectivityOf, rowsOf, SCALE, tallyOf } from '../../test/objectivity-schools.js';
import { NOT_ADMINISTERED } from '../assessment/index.js';
import type { Tally } from '../tally/index.js';
import { empty, shareTally } from '../tally/index.js';
import type { ObjectivityOptions, OwnOutcome, OwnTest } from './index.js';
import { doubtfulSchools, objectivityRules, ownTests } from './index.js';

const vpr5 = aWork({ id: 'vpr-5', grade: 5, schoolYear: '2025/2026' });
const TOTALS_TESTS: readonly OwnTest[] = ['border-bunching', 'dispersion', 'identical-totals', 'item-slope'];
const JOURNAL_TESTS: readonly OwnTest[] = [
  'journal-shift',
  'journal-marginals',
  'journal-symmetry',
  'journal-agreement',
  'journal-gap',
];

/** Twelve pupils whose totals differ a little from school to school. */
const usualPupils = (school: number, size = 12): readonly Pupil[] =>
  Array.from({ length: size }, (_, pupil): Pupil => {
    const total = (3 + 5 * pupil + 3 * school + ((pupil * pupil) % 4)) % 21;
    const mark = SCALE.findLast(({ min }) => total >= min)?.mark ?? 2;
    return { total, mark, journal: Math.min(5, mark + ((pupil + school) % 3 === 0 ? 1 : 0)) };
  });
const region = (schools: number, extra: Readonly<Record<string, readonly Pupil[]>> = {}) => ({
  ...Object.fromEntries(
    Array.from({ length: schools }, (_, school) => [
      `s${String(school).padStart(2, '0')}`,
      usualPupils(school),
    ]),
  ),
  ...extra,
});
const ownOf = (tally: Tally, options?: ObjectivityOptions) => [...objectivityOf(tally, options).own];
const outcome = (own: readonly OwnOutcome[], school: string, test: OwnTest, assessment?: string) => {
  const found = own.find(
    (each) =>
      each.school === school &&
      each.test === test &&
      (assessment === undefined || each.assessment === assessment),
  );
  if (found === undefined) throw new Error(`no ${test} of ${school}`);
  return found;
};
const reasonOf = (own: readonly OwnOutcome[], school: string, test: OwnTest, assessment?: string) => {
  const { result } = outcome(own, school, test, assessment);
  return result.kind === 'not-tested' ? result.reason : result.kind;
};
const tested = (own: readonly OwnOutcome[], school: string, test: OwnTest, assessment?: string) => {
  const { result } = outcome(own, school, test, assessment);
  if (result.kind === 'not-tested') throw new Error(result.reason);
  return result;
};

describe('objectivityOf', () => {
  it('runs every test on every school of a work, in order', () => {
    const own = ownOf(tallyOf([vpr5, rowsOf(vpr5, region(12))]));
    expect([...new Set(own.map(({ test }) => test))]).toEqual([
      ...TOTALS_TESTS.slice(0, 3),
      'item-slope',
      ...JOURNAL_TESTS,
      'rise',
      'fall',
    ]);
    expect(own).toHaveLength(11 * 12);
    expect(own[0]).toMatchObject({
      school: 's00',
      region: 'Область',
      schoolYear: '2025/2026',
      assessment: 'vpr-5',
      test: 'border-bunching',
      n: 12,
    });
    for (const test of [...TOTALS_TESTS, ...JOURNAL_TESTS.slice(0, -1)]) {
      expect([test, reasonOf(own, 's03', test)]).toEqual([test, 'tested']);
    }
    // Nobody in the region has marks two apart.
    expect(reasonOf(own, 's03', 'journal-gap')).toBe('no-variation');
    expect(reasonOf(own, 's03', 'rise')).toBe('no-earlier-results');
    expect(reasonOf(own, 's03', 'fall')).toBe('no-earlier-results');
  });

  it('may be walked through again', () => {
    const { own } = objectivityOf(tallyOf([vpr5, rowsOf(vpr5, region(12))]));
    expect([...own]).toEqual([...own]);
  });

  it('flags a school whose pupils stand at the borders', () => {
    const at = [8, 13, 17].flatMap((total) => Array.from({ length: 14 }, (): Pupil => ({ total })));
    const even = Array.from({ length: 21 }, (_, total): Pupil => ({ total }));
    const schools = Object.fromEntries(Array.from({ length: 15 }, (_, school) => [`s${school}`, even]));
    const tally = tallyOf([vpr5, rowsOf(vpr5, { ...schools, z: at })]);
    const { p, q, flag, statistic, power } = tested(ownOf(tally), 'z', 'border-bunching');
    expect(p).toBeLessThan(1e-9);
    expect(q).toBeLessThan(1e-7);
    expect(flag).toBe(true);
    // Half of 42 is expected at borders, less those of its own among all, more for the tilt upwards.
    expect(statistic).toBeGreaterThan(13);
    expect(statistic).toBeLessThan(15);
    expect(power.kind).toBe('enough');
    const own = ownOf(tally);
    expect(tested(own, 's0', 'border-bunching').flag).toBe(false);
    expect(doubtfulSchools(objectivityOf(tally))).toContainEqual({
      school: 'z',
      region: 'Область',
      schoolYear: '2025/2026',
      official: expect.any(Array),
      own: expect.arrayContaining([{ test: 'border-bunching', assessment: 'vpr-5' }]),
    });
    const strict = { ...objectivityRules, own: { ...ownTests, minPupils: 43 } };
    expect(tested(ownOf(tally, { rules: strict }), 'z', 'border-bunching').flag).toBe(false);
    expect(
      tested(
        ownOf(tally, { rules: { ...strict, own: { ...ownTests, minPupils: 42 } } }),
        'z',
        'border-bunching',
      ).flag,
    ).toBe(true);
  });

  it('does not hold a peak of the whole region against a school', () => {
    const peak = [7, 8, 8, 8, 8, 12, 13, 13, 13, 13, 2, 20].map((total): Pupil => ({ total }));
    const schools = Object.fromEntries(Array.from({ length: 12 }, (_, school) => [`s${school}`, peak]));
    const { p, statistic } = tested(ownOf(tallyOf([vpr5, rowsOf(vpr5, schools)])), 's0', 'border-bunching');
    expect(statistic).toBeCloseTo(0, 9);
    expect(p).toBeGreaterThan(0.5);
  });

  it('flags equal totals close together', () => {
    const same = Array.from({ length: 30 }, (_, pupil): Pupil => ({ total: 10 + (pupil % 5 === 0 ? 1 : 0) }));
    const own = ownOf(tallyOf([vpr5, rowsOf(vpr5, region(60, { z: same }))]));
    for (const test of ['dispersion', 'identical-totals'] as const) {
      const { p, flag } = tested(own, 'z', test);
      expect(p).toBeLessThan(0.001);
      expect(flag).toBe(true);
      expect(tested(own, 's05', test).flag).toBe(false);
    }
    expect(tested(own, 'z', 'dispersion').statistic).toBeLessThan(0.05);
    expect(tested(own, 'z', 'identical-totals').statistic).toBeGreaterThan(5);
  });

  it('holds marks against the journal, and shares with their interval', () => {
    const far = Array.from(
      { length: 20 },
      (_, pupil): Pupil => ({ total: pupil % 8, mark: 2, journal: pupil < 15 ? 5 : 4 }),
    );
    const own = ownOf(tallyOf([vpr5, rowsOf(vpr5, region(30, { z: far }))]));
    const agreement = tested(own, 'z', 'journal-agreement');
    expect(agreement.statistic).toBe(0);
    expect(agreement.interval?.low).toBe(0);
    expect(agreement.interval?.high).toBeCloseTo(0.16113, 4);
    const gap = tested(own, 'z', 'journal-gap');
    expect(gap.statistic).toBe(1);
    expect(gap.flag).toBe(true);
    const shift = tested(own, 'z', 'journal-shift');
    expect(shift.statistic).toBe(-2.75);
    expect(shift.interval).toBeUndefined();
    expect(shift.flag).toBe(true);
    const marginals = tested(own, 'z', 'journal-marginals');
    // All 20 differ in one direction: d = (20, −5, −15), df 2; 5 + 15 on the diagonal of S.
    expect(marginals.statistic).toBeCloseTo(20, 9);
    expect(marginals.q).toBeGreaterThanOrEqual(shift.q ?? 1);
    expect(marginals.flag).toBe(true);
    expect(tested(own, 'z', 'journal-symmetry').statistic).toBeCloseTo(20, 9);
    // One in three is a mark lower than in the journal everywhere, which is no marker.
    expect(tested(own, 's05', 'journal-marginals').flag).toBe(false);
  });

  it('takes the mark of the scale where the file has none', () => {
    const unmarked = (school: number) =>
      usualPupils(school).map(({ total, journal = 0 }): Pupil => ({ total, journal }));
    const schools = (of: (school: number) => readonly Pupil[]) =>
      Object.fromEntries(Array.from({ length: 12 }, (_, school) => [`s${school}`, of(school)]));
    const given = ownOf(tallyOf([vpr5, rowsOf(vpr5, schools(usualPupils))]));
    const byScale = ownOf(tallyOf([vpr5, rowsOf(vpr5, schools(unmarked))]));
    for (const test of JOURNAL_TESTS) {
      expect(outcome(byScale, 's3', test).result).toEqual(outcome(given, 's3', test).result);
    }
  });

  it('finds rise and fall of a cohort against the change of the region', () => {
    const vpr4 = aWork({ id: 'vpr-4', grade: 4, schoolYear: '2024/2025' });
    const high = Array.from({ length: 40 }, (_, pupil): Pupil => ({ total: 18 + (pupil % 3) }));
    const low = Array.from({ length: 40 }, (_, pupil): Pupil => ({ total: pupil % 3 }));
    const own = ownOf(
      tallyOf(
        [vpr4, rowsOf(vpr4, region(20, { up: low, down: high, gone: high, few: high.slice(0, 9) }))],
        [vpr5, rowsOf(vpr5, region(20, { up: high, down: low, here: high, few: high }))],
      ),
    );
    const up = tested(own, 'up', 'rise', 'vpr-5');
    expect(up.flag).toBe(true);
    expect(up.statistic).toBeGreaterThan(2);
    expect(tested(own, 'up', 'fall', 'vpr-5')).toMatchObject({ statistic: up.statistic, flag: false });
    expect(tested(own, 'down', 'fall', 'vpr-5').flag).toBe(true);
    expect(tested(own, 's04', 'rise', 'vpr-5').flag).toBe(false);
    expect(outcome(own, 'up', 'rise', 'vpr-5').n).toBe(40);
    expect(reasonOf(own, 'here', 'rise', 'vpr-5')).toBe('no-earlier-results');
    expect(reasonOf(own, 'few', 'rise', 'vpr-5')).toBe('too-few');
    expect(reasonOf(own, 'up', 'rise', 'vpr-4')).toBe('no-earlier-results');
  });

  it('does not choose between two earlier works', () => {
    const one = aWork({ id: 'vpr-4', grade: 4, schoolYear: '2024/2025' });
    const other = { ...one, id: 'vpr-4-again' };
    const own = ownOf(
      tallyOf(
        [one, rowsOf(one, region(12))],
        [other, rowsOf(other, region(12))],
        [vpr5, rowsOf(vpr5, region(12))],
      ),
    );
    expect(reasonOf(own, 's00', 'rise', 'vpr-5')).toBe('several-works');
  });

  it('holds ВПР of grade 8 against ОГЭ', () => {
    const vpr8 = aWork({ id: 'vpr-8', grade: 8, schoolYear: '2024/2025' });
    const oge = aWork({ id: 'oge-9', grade: 9, schoolYear: '2025/2026', programme: 'ОГЭ' });
    const high = Array.from({ length: 40 }, (_, pupil): Pupil => ({ total: 18 + (pupil % 3) }));
    const low = Array.from({ length: 40 }, (_, pupil): Pupil => ({ total: pupil % 3 }));
    const own = ownOf(
      tallyOf(
        [vpr8, rowsOf(vpr8, region(20, { z: high, y: low, gone: high }))],
        [oge, rowsOf(oge, region(20, { z: low, y: high }))],
      ),
    );
    expect(tested(own, 'z', 'vpr-oge')).toMatchObject({ flag: true });
    expect(outcome(own, 'z', 'vpr-oge').assessment).toBe('vpr-8');
    expect(tested(own, 'z', 'vpr-oge').statistic).toBeGreaterThan(2);
    expect(tested(own, 'y', 'vpr-oge').flag).toBe(false);
    expect(reasonOf(own, 'gone', 'vpr-oge')).toBe('no-exam');
    expect(own.some(({ test, assessment }) => test === 'vpr-oge' && assessment === 'oge-9')).toBe(false);
    const alone = ownOf(tallyOf([vpr8, rowsOf(vpr8, region(12))]));
    expect(reasonOf(alone, 's00', 'vpr-oge')).toBe('no-exam');
  });

  it('holds medals against ЕГЭ where they are given', () => {
    const ege = aWork({ id: 'ege-11', grade: 11, schoolYear: '2025/2026', programme: 'ЕГЭ' });
    const tally = tallyOf([ege, rowsOf(ege, region(12))]);
    expect(reasonOf(ownOf(tally), 's00', 'medals-ege')).toBe('no-medals');
    const year = { schoolYear: '2025/2026' };
    const medals = [
      ...Array.from({ length: 11 }, (_, school) => ({
        ...year,
        school: `s${String(school).padStart(2, '0')}`,
        holders: 10,
        unconfirmed: 1,
      })),
      { ...year, school: 's11', holders: 12, unconfirmed: 12 },
      { ...year, school: 'new', holders: 0, unconfirmed: 0 },
    ];
    const own = ownOf(tally, { medals });
    const { statistic, flag, interval } = tested(own, 's11', 'medals-ege');
    expect({ statistic, flag }).toEqual({ statistic: 1, flag: true });
    expect(interval?.high).toBeCloseTo(1, 12);
    expect(outcome(own, 's11', 'medals-ege')).toMatchObject({
      n: 12,
      region: 'Область',
      schoolYear: '2025/2026',
    });
    expect(outcome(own, 's11', 'medals-ege').assessment).toBeUndefined();
    expect(tested(own, 's00', 'medals-ege').statistic).toBe(0.1);
    expect(reasonOf(own, 'new', 'medals-ege')).toBe('no-pupils');
    expect(outcome(own, 'new', 'medals-ege').region).toBe('');
    const [row] = medals;
    if (row === undefined) throw new Error('no row');
    expect(() => ownOf(tally, { medals: [{ ...row, unconfirmed: 11 }] })).toThrow(/whole counts/);
    expect(() => ownOf(tally, { medals: [{ ...row, holders: 1.5 }] })).toThrow(/whole counts/);
    expect(() => ownOf(tally, { medals: [{ ...row, unconfirmed: -1 }] })).toThrow(/whole counts/);
    expect(() => ownOf(tally, { medals: [row, row] })).toThrow(/one row/);
  });
});

describe('what cannot be tested', () => {
  it('is nothing for an empty tally', () => {
    expect(ownOf(empty())).toEqual([]);
    expect(doubtfulSchools(objectivityOf(empty()))).toEqual([]);
  });

  it('needs others in the region', () => {
    const own = ownOf(tallyOf([vpr5, rowsOf(vpr5, { a: usualPupils(1) })]));
    for (const test of ['border-bunching', 'dispersion', 'identical-totals'] as const) {
      expect(reasonOf(own, 'a', test)).toBe('no-reference');
    }
    expect(reasonOf(own, 'a', 'item-slope')).toBe('no-variation');
    expect(reasonOf(own, 'a', 'journal-shift')).toBe('few-schools');
    expect(reasonOf(own, 'a', 'journal-agreement')).toBe('few-schools');
    const nine = ownOf(tallyOf([vpr5, rowsOf(vpr5, region(9))]));
    for (const test of ['dispersion', 'item-slope', 'journal-shift', 'journal-gap'] as const) {
      expect(reasonOf(nine, 's00', test)).toBe('few-schools');
    }
    expect(reasonOf(nine, 's00', 'border-bunching')).toBe('tested');
  });

  it('says so of a class of one and of nine', () => {
    const own = ownOf(
      tallyOf([
        vpr5,
        rowsOf(vpr5, region(12, { one: [{ total: 9, mark: 3, journal: 4 }], nine: usualPupils(3, 9) })),
      ]),
    );
    for (const school of ['one', 'nine']) {
      for (const test of [
        'dispersion',
        'identical-totals',
        'item-slope',
        'journal-shift',
        'journal-marginals',
      ] as const) {
        expect(reasonOf(own, school, test)).toBe('too-few');
      }
    }
    expect(reasonOf(own, 'one', 'border-bunching')).toBe('no-near-border');
    const { power, q, flag } = tested(own, 'one', 'journal-agreement');
    expect({ power, q, flag }).toEqual({ power: { kind: 'none' }, q: undefined, flag: false });
  });

  it('says so where all scores are equal', () => {
    const same = Object.fromEntries(
      Array.from({ length: 12 }, (_, school) => [
        `s${school}`,
        Array.from({ length: 12 }, () => ({ total: 9, mark: 3, journal: 3 })),
      ]),
    );
    const own = ownOf(tallyOf([vpr5, rowsOf(vpr5, same)]));
    expect(reasonOf(own, 's0', 'dispersion')).toBe('no-reference');
    expect(tested(own, 's0', 'item-slope').statistic).toBeCloseTo(0, 9);
    expect(reasonOf(own, 's0', 'journal-shift')).toBe('no-variation');
    expect(reasonOf(own, 's0', 'journal-agreement')).toBe('no-variation');
    expect(tested(own, 's0', 'journal-marginals')).toMatchObject({ p: 1, power: { kind: 'none' } });
  });

  it('needs a scale for borders, a journal and marks for the journal', () => {
    const { markScale: _scale, ...plain } = vpr5;
    const unmarked = (journal: number) =>
      Object.fromEntries(
        Object.entries(region(12)).map(([school, pupils]) => [
          school,
          pupils.map(({ total }) => ({ total, journal })),
        ]),
      );
    const own = ownOf(tallyOf([plain, rowsOf(plain, unmarked(4))]));
    expect(reasonOf(own, 's00', 'border-bunching')).toBe('no-scale');
    expect(reasonOf(own, 's00', 'dispersion')).toBe('tested');
    for (const test of JOURNAL_TESTS) expect(reasonOf(own, 's00', test)).toBe('no-marks');
    const withScale = ownOf(tallyOf([vpr5, rowsOf(vpr5, unmarked(0))]));
    for (const test of JOURNAL_TESTS) expect(reasonOf(withScale, 's00', test)).toBe('no-journal');
    const marked = Object.fromEntries(
      Object.entries(region(12)).map(([school, pupils]) => [
        school,
        pupils.map(({ total }) => ({ total, mark: 3 })),
      ]),
    );
    expect(reasonOf(ownOf(tallyOf([plain, rowsOf(plain, marked)])), 's00', 'journal-gap')).toBe('no-journal');
  });

  it('needs the tables that a shared tally dropped', () => {
    const own = ownOf(shareTally(tallyOf([vpr5, rowsOf(vpr5, region(12))])));
    expect(reasonOf(own, 's00', 'item-slope')).toBe('no-cross-table');
    for (const test of JOURNAL_TESTS) expect(reasonOf(own, 's00', test)).toBe('no-cross-table');
    expect(reasonOf(own, 's00', 'dispersion')).toBe('tested');
  });

  it('needs totals over the same items, two of them, with a maximum', () => {
    const forms = rowsOf(vpr5, region(12)).map((row, index) => ({
      ...row,
      variant: `${index % 2}`,
      codes: row.codes.map((code, item) => (item === index % 2 ? NOT_ADMINISTERED : code)),
    }));
    const several = ownOf(tallyOf([vpr5, forms]));
    for (const test of TOTALS_TESTS) expect(reasonOf(several, 's00', test)).toBe('several-forms');
    const single = aWork({ id: 'vpr-5' }, [20]);
    expect(reasonOf(ownOf(tallyOf([single, rowsOf(single, region(12))])), 's00', 'item-slope')).toBe(
      'one-item',
    );
    const unknown = { ...vpr5, items: vpr5.items.map(({ id }) => ({ id })) };
    expect(reasonOf(ownOf(tallyOf([unknown, rowsOf(vpr5, region(12))])), 's00', 'item-slope')).toBe(
      'max-unknown',
    );
  });

  it('compares schools without a region with one another', () => {
    const named = rowsOf(vpr5, region(12));
    const unnamed = rowsOf(vpr5, { x: usualPupils(2), y: usualPupils(3) }, null);
    const own = ownOf(tallyOf([vpr5, [...named, ...unnamed]]));
    expect(outcome(own, 'x', 'border-bunching').region).toBe('');
    expect(reasonOf(own, 'x', 'dispersion')).toBe('few-schools');
    const alone = ownOf(tallyOf([vpr5, rowsOf(vpr5, region(12), null)]));
    expect(outcome(alone, 's00', 'dispersion').region).toBe('');
    expect(outcome(alone, 's00', 'dispersion').result).toEqual(outcome(own, 's00', 'dispersion').result);
  });

  it('finds the region of a school through its municipality', () => {
    const rows = rowsOf(vpr5, region(12)).map((row) => ({
      ...row,
      unit: { ...row.unit, municipality: 'Район' },
    }));
    expect(outcome(ownOf(tallyOf([vpr5, rows])), 's00', 'dispersion')).toMatchObject({
      region: 'Область',
      result: { kind: 'tested' },
    });
  });
});
