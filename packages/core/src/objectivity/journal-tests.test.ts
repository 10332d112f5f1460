import { describe, expect, it } from 'vitest';
import type { Pupil } from '../../test/objectivity-schools.js';
import { aWork, objectivityOf, rowsOf, tallyOf } from '../../test/objectivity-schools.js';
import type { Row } from '../../test/response-rows.js';
import { NOT_ADMINISTERED, NOT_TAUGHT } from '../assessment/index.js';
import { fitBetaBinomial, fitBetaBinomialOfOthers } from '../statistics/beta-binomial.js';
import { binomialProbability } from '../statistics/binomial.js';
import { normalProbability } from '../statistics/normal.js';
import { studentTProbability } from '../statistics/student-t.js';
import { errorAmong, usualValues } from './among-schools.js';
import type { OwnTest } from './index.js';
import { ownTests } from './index.js';
import { shareTail } from './share-among.js';

type Schools = Readonly<Record<string, readonly Pupil[]>>;
const work = aWork();
const { alternatives } = ownTests;

/** Pupils of a total with a work mark and a journal mark. */
const pupils = (...marks: readonly (readonly [mark: number, journal: number, times: number])[]) =>
  marks.flatMap(([mark, journal, times]) =>
    Array.from({ length: times }, (): Pupil => ({ total: 3 * mark, mark, journal })),
  );
/** Twelve schools, each a little apart from the others: some marks of the journal are one higher. */
const usual: Schools = Object.fromEntries(
  Array.from({ length: 12 }, (_, school) => [
    `s${school}`,
    pupils([3, 3, 6 + school], [3, 4, 2 + (school % 4)], [4, 4, 5], [4, 5, school % 3], [5, 4, 1]),
  ]),
);
const found = (schools: Schools) => {
  const own = [...objectivityOf(tallyOf([work, rowsOf(work, schools)])).own];
  return (school: string, test: OwnTest) => {
    const result = own.find((each) => each.school === school && each.test === test)?.result;
    if (result === undefined) throw new Error(`no ${test} of ${school}`);
    return result;
  };
};
const tested = (schools: Schools) => {
  const of = found(schools);
  return (school: string, test: OwnTest) => {
    const result = of(school, test);
    if (result.kind === 'not-tested') throw new Error(`${test}: ${result.reason}`);
    return result;
  };
};
const powerOf = ({ power }: ReturnType<ReturnType<typeof tested>>) =>
  power.kind === 'none' ? 0 : power.power;

describe('shift of the two marks', () => {
  it('is held against what is usual, with one variance for all schools and half a mark of one pupil allowed for', () => {
    // Two pupils count for the variance only, and nobody of a school without a journal.
    const two: Schools = { two: pupils([2, 5, 1], [5, 4, 1]) };
    const of = tested({ ...usual, ...two, none: pupils([3, 0, 12]) });
    const names = Object.keys(usual).sort();
    const shifts = [...names, 'two'].map(
      (school) => ({ ...usual, ...two })[school]?.map(({ mark = 0, journal = 0 }) => mark - journal) ?? [],
    );
    const meanOf = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
    let squares = 0;
    let freedom = 0;
    for (const shift of shifts) {
      squares += shift.reduce((sum, each) => sum + (each - meanOf(shift)) ** 2, 0);
      freedom += shift.length - 1;
    }
    const values = Float64Array.from(shifts, meanOf);
    const variances = Float64Array.from(shifts, (shift) => squares / freedom / shift.length);
    const among = usualValues(values, variances, names.length);
    if (among === undefined) throw new Error('too few schools');
    names.forEach((school, i) => {
      const error = errorAmong(among, variances[i] ?? 0);
      const n = shifts[i]?.length ?? 0;
      const away = Math.max(0, Math.abs((values[i] ?? 0) - among.centre) - 0.5 / n);
      const result = of(school, 'journal-shift');
      expect(result.statistic).toBeCloseTo(values[i] ?? 9, 12);
      expect(result.p).toBeCloseTo(2 * studentTProbability(-away / error, 0.37 * (names.length - 1)), 9);
      expect(powerOf(result)).toBeCloseTo(
        normalProbability(alternatives.shift / error - 1.959963984540054),
        6,
      );
    });
  });
});

describe('marks that totals do not tell', () => {
  const journal = Object.fromEntries(
    Object.entries(usual).map(([school, of]) => [
      school,
      of.map(({ total, journal = 0 }) => ({ total, journal })),
    ]),
  );
  const rows = rowsOf(work, journal);
  const reasons = (of: typeof work, from: readonly Row[]) => {
    const own = [...objectivityOf(tallyOf([of, from])).own].filter(({ school }) => school === 's0');
    return ['journal-shift', 'journal-agreement'].map((test) => {
      const result = own.find((each) => each.test === test)?.result;
      return result?.kind === 'not-tested' ? result.reason : 'tested';
    });
  };

  it('are none: with side conditions, or where nobody was given some item of the work', () => {
    expect(reasons(work, rows)).toEqual(['tested', 'tested']);
    const conditions = [{ items: ['1'], min: 2, marks: [3, 4, 5], otherwise: 2 }];
    const none = ['no-marks', 'no-marks'];
    expect(reasons({ ...work, markConditions: conditions }, rows)).toEqual(none);
    const longer = { ...work, items: [...work.items, { id: '4', maxPoints: 4 }] };
    expect(
      reasons(
        longer,
        rows.map((row) => ({ ...row, codes: [...row.codes, NOT_ADMINISTERED] })),
      ),
    ).toEqual(none);
  });
});

describe('Stuart–Maxwell and Bowker', () => {
  it('state the chance to reject where four of five differing pupils differ in one direction', () => {
    for (const differing of [4, 5, 9, 16, 30]) {
      const of = tested({ ...usual, z: pupils([3, 3, 20], [3, 4, differing]) });
      let power = 0;
      for (let one = 0; one <= differing; one++) {
        if ((2 * one - differing) ** 2 / differing < 3.841458820694124) continue;
        power += binomialProbability(one, differing, 0.8) - binomialProbability(one - 1, differing, 0.8);
      }
      for (const test of ['journal-marginals', 'journal-symmetry'] as const)
        expect(powerOf(of('z', test))).toBeCloseTo(power, 6);
    }
  });

  it('are McNemar where pupils differ in two marks', () => {
    const of = tested({
      ...usual,
      ten: pupils([3, 3, 1], [3, 4, 7], [4, 3, 2]),
      more: pupils([4, 5, 3], [5, 4, 9]),
    });
    const squares = [
      ['ten', (7 - 2) ** 2 / 9],
      ['more', (9 - 3) ** 2 / 12],
    ] as const;
    for (const test of ['journal-marginals', 'journal-symmetry'] as const) {
      for (const [school, square] of squares) {
        expect(of(school, test).statistic).toBeCloseTo(square, 12);
        expect(of(school, test).p).toBeCloseTo(2 * normalProbability(-Math.sqrt(square)), 12);
      }
    }
  });

  it('are no marker without a shift that is unusual, nor where nobody can say what is', () => {
    const z = pupils([3, 3, 10], [3, 5, 20]);
    const few: Schools = { ...Object.fromEntries(Object.entries(usual).slice(0, 8)), z };
    const everywhere: Schools = Object.fromEntries(Object.keys(usual).map((school) => [school, z]));
    for (const test of ['journal-marginals', 'journal-symmetry'] as const) {
      const among = tested({ ...usual, z })('z', test);
      expect(among.p).toBeLessThan(1e-4);
      expect(among.flag).toBe(true);
      expect(found(few)('z', 'journal-shift')).toMatchObject({ reason: 'few-schools' });
      for (const { p, q, flag } of [tested(few)('z', test), tested({ ...everywhere, z })('z', test)]) {
        expect(p).toBeLessThan(1e-4);
        expect(q).toBe(1);
        expect(flag).toBe(false);
      }
    }
  });

  it('could reject from four differing pupils and ten pupils on', () => {
    const of = found({
      ...usual,
      three: pupils([3, 3, 20], [3, 4, 3]),
      four: pupils([3, 3, 20], [3, 4, 4]),
      ten: pupils([3, 3, 5], [3, 4, 5]),
      nine: pupils([3, 3, 4], [3, 4, 5]),
    });
    for (const test of ['journal-marginals', 'journal-symmetry'] as const) {
      expect(of('three', test)).toMatchObject({ power: { kind: 'none' } });
      expect(of('four', test)).toMatchObject({ kind: 'tested', power: { kind: 'low' } });
      expect(of('ten', test).kind).toBe('tested');
      expect(of('nine', test)).toMatchObject({ kind: 'not-tested', reason: 'too-few' });
    }
    expect(of('ten', 'journal-shift').kind).toBe('tested');
    expect(of('nine', 'journal-shift')).toMatchObject({ kind: 'not-tested', reason: 'too-few' });
  });
});

describe('shares of equal marks and of marks far apart', () => {
  const countsOf = (schools: Schools, counted: (apart: number) => boolean) =>
    Object.entries(schools).map(([school, of]) => ({
      school,
      n: of.length,
      count: of.filter(({ mark = 0, journal = 0 }) => counted(Math.abs(mark - journal))).length,
    }));

  it('are held against all schools, and against the others alone where that is unusual', () => {
    const schools: Schools = {
      ...usual,
      z: pupils([3, 3, 6], [3, 5, 14], [4, 4, 2]),
      // As many pupils and equal marks together, but not as many of each.
      y: pupils([3, 3, 5], [3, 5, 16], [4, 4, 2]),
      // So few that nothing could be significant.
      one: pupils([3, 4, 1]),
      two: pupils([3, 4, 2]),
    };
    const of = tested(schools);
    const tests = [
      ['journal-agreement', (apart: number) => apart === 0, 'lower', alternatives.agreement],
      ['journal-gap', (apart: number) => apart >= 2, 'upper', alternatives.gaps],
    ] as const;
    for (const [test, counted, side, away] of tests) {
      const counts = countsOf(schools, counted);
      const all = fitBetaBinomial(counts);
      if (all === undefined) throw new Error('no fit');
      for (const own of counts) {
        const usualTail = shareTail(own.count, own.n, all, side, away, 0.05);
        const others = fitBetaBinomialOfOthers(counts)(own);
        const rest = counts.reduce((sum, { n }) => sum + n, 0) - own.n;
        const isCertain = others !== undefined && (others.mean <= 0 || others.mean >= 1);
        const apart =
          others && (isCertain ? { ...others, mean: (others.mean * rest + 0.5) / (rest + 1) } : others);
        const wanted =
          usualTail.p > 0.1 ? usualTail : shareTail(own.count, own.n, apart ?? all, side, away, 0.05);
        const result = of(own.school, test);
        expect(result.statistic).toBeCloseTo(own.count / own.n, 12);
        expect(result.p).toBeCloseTo(wanted.p, 10);
        expect(powerOf(result)).toBeCloseTo(wanted.leastP <= 0.05 ? wanted.power : 0, 5);
      }
    }
    // Where nobody else has marks far apart, the others are taken as half a pupil less alike.
    const { p } = tested({ ...usual, z: schools.z ?? [] })('z', 'journal-gap');
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-12);
  });

  it('are held against others who are all alike as if half a pupil were not', () => {
    const alike: Schools = Object.fromEntries(
      Object.entries(usual).map(([school, of]) => [
        school,
        of.map((pupil) => ({ ...pupil, journal: pupil.mark ?? 0 })),
      ]),
    );
    const rest = Object.values(alike).reduce((sum, of) => sum + of.length, 0);
    const of = tested({ ...alike, z: pupils([3, 3, 6], [3, 5, 14]) });
    const share = 0.5 / (rest + 1);
    // Fourteen or more of twenty.
    let p = 0;
    for (let count = 14; count <= 20; count++)
      p += binomialProbability(count, 20, share) - binomialProbability(count - 1, 20, share);
    const model = { kind: 'equal', groups: 12 } as const;
    expect(of('z', 'journal-gap').p).toBeCloseTo(p, 12);
    expect(
      of('z', 'journal-gap').p / shareTail(14, 20, { ...model, mean: share }, 'upper', 0.1, 0.05).p,
    ).toBeCloseTo(1, 9);
    const agreement = shareTail(6, 20, { ...model, mean: 1 - share }, 'lower', 0.1, 0.05).p;
    expect(of('z', 'journal-agreement').p / agreement).toBeCloseTo(1, 6);
    const nobody = found(alike);
    for (const test of ['journal-gap', 'journal-agreement', 'journal-shift'] as const)
      expect(nobody('s1', test)).toMatchObject({ reason: 'no-variation' });
  });

  it('need ten schools with both marks', () => {
    const [ten, nine] = [10, 9].map((size) => Object.fromEntries(Object.entries(usual).slice(0, size)));
    const none: Schools = {
      empty: [
        { total: 9, mark: 3 },
        { total: 12, mark: 4 },
      ],
    };
    expect(found({ ...ten, ...none })('s1', 'journal-agreement').kind).toBe('tested');
    expect(found({ ...nine, ...none })('s1', 'journal-agreement')).toMatchObject({ reason: 'few-schools' });
    expect(found({ ...ten, ...none })('empty', 'journal-agreement')).toMatchObject({ reason: 'no-journal' });
  });
});

describe('a school without both marks', () => {
  const TESTS: readonly OwnTest[] = [
    'journal-shift',
    'journal-marginals',
    'journal-symmetry',
    'journal-agreement',
    'journal-gap',
  ];

  it('is said to lack the journal, the marks, or what was not taught', () => {
    const unit = (school: string) => ({ region: 'Область', school });
    const extra: readonly Row[] = [
      // Everything was taught: the scale gives a mark. Not everything: the mark is open.
      { unit: unit('scaled'), codes: [16, 8, 2] },
      { unit: unit('open'), codes: [16, 8, NOT_TAUGHT], journalMark: 4 },
      { unit: unit('opened'), codes: [16, 8, NOT_TAUGHT], mark: 4 },
      { unit: unit('without'), codes: [16, 8, NOT_ADMINISTERED], journalMark: 4 },
      { unit: unit('nothing'), codes: [16, 8, NOT_ADMINISTERED] },
    ];
    const reasonsOf = (of: typeof work) => {
      const own = [...objectivityOf(tallyOf([of, [...rowsOf(of, usual), ...extra]])).own];
      return ['scaled', 'open', 'opened', 'without', 'nothing'].map((school) => {
        const reasons = TESTS.map((test) => {
          const result = own.find((each) => each.school === school && each.test === test)?.result;
          return result?.kind === 'not-tested' ? result.reason : result?.kind;
        });
        return [...new Set(reasons)].join();
      });
    };
    expect(reasonsOf(work)).toEqual(['no-journal', 'marks-uncertain', 'no-journal', 'no-marks', 'no-marks']);
    const { markScale: _, ...plain } = work;
    expect(reasonsOf(plain)).toEqual(['no-marks', 'no-marks', 'no-journal', 'no-marks', 'no-marks']);
  });
});
