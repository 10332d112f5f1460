import { describe, expect, it } from 'vitest';
import type { Pupil } from '../../test/objectivity-schools.js';
import { aWork, objectivityOf, rowsOf, tallyOf } from '../../test/objectivity-schools.js';
import type { Assessment } from '../assessment/index.js';
import { NOT_ADMINISTERED } from '../assessment/index.js';
import { normalProbability } from '../statistics/normal.js';
import { studentTProbability } from '../statistics/student-t.js';
import { errorAmong, usualValues } from './among-schools.js';
import type { OwnTest } from './index.js';
import { ownTests } from './index.js';

type Schools = Readonly<Record<string, readonly Pupil[]>>;

const earlier = aWork({ id: 'vpr-4', grade: 4, schoolYear: '2024/2025' });
const later = aWork({ id: 'vpr-5', grade: 5, schoolYear: '2025/2026' });

/** Totals that differ between schools and pupils, and by `turn` from year to year. */
const schools = (turn: number, sizes: readonly number[]): Schools =>
  Object.fromEntries(
    sizes.map((size, school) => [
      `s${school}`,
      Array.from({ length: size }, (_, pupil) => ({
        total: (3 + 7 * pupil + 2 * school * turn + ((pupil * school) % 5)) % 21,
      })),
    ]),
  );
const first = schools(1, [10, 25, 40, 12, 15, 18, 21, 24, 27, 30, 11, 14]);
const second = schools(3, [13, 20, 44, 12, 19, 10, 25, 22, 30, 26, 17, 10]);

const ownOf = (...works: readonly (readonly [Assessment, Schools])[]) => [
  ...objectivityOf(tallyOf(...works.map(([work, of]) => [work, rowsOf(work, of)] as const))).own,
];
const outcome = (own: ReturnType<typeof ownOf>, school: string, test: OwnTest, assessment: string) =>
  own.find((each) => each.school === school && each.test === test && each.assessment === assessment);
const reasonOf = (own: ReturnType<typeof ownOf>, school: string, assessment = 'vpr-5') => {
  const result = outcome(own, school, 'rise', assessment)?.result;
  return result?.kind === 'not-tested' ? result.reason : result?.kind;
};

/** Mean of a school in standard deviations of all pupils, and the share of their variance that is within schools. */
function standardOf(of: Schools) {
  const all = Object.values(of).flatMap((pupils) => pupils.map(({ total }) => total));
  const meanOf = (totals: readonly number[]) => totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const mean = meanOf(all);
  const variance = meanOf(all.map((total) => (total - mean) ** 2));
  let freedom = 0;
  let squares = 0;
  for (const pupils of Object.values(of)) {
    const totals = pupils.map(({ total }) => total);
    freedom += totals.length - 1;
    squares += totals.reduce((sum, total) => sum + (total - meanOf(totals)) ** 2, 0);
  }
  const value = (school: string) =>
    (meanOf((of[school] ?? []).map(({ total }) => total)) - mean) / Math.sqrt(variance);
  return { value, within: squares / freedom / variance };
}

describe('rise and fall', () => {
  it('are differences of standardised means against what is usual, with the variance within schools', () => {
    const [one, two] = [standardOf(first), standardOf(second)];
    const names = Object.keys(second).sort();
    const values = Float64Array.from(names, (school) => two.value(school) - one.value(school));
    const variances = Float64Array.from(
      names,
      (school) => two.within / (second[school]?.length ?? 0) + one.within / (first[school]?.length ?? 0),
    );
    const usual = usualValues(values, variances, names.length);
    if (usual === undefined) throw new Error('too few schools');
    const own = ownOf([earlier, first], [later, second]);
    names.forEach((school, i) => {
      const error = errorAmong(usual, variances[i] ?? 0);
      const t = ((values[i] ?? 0) - usual.centre) / error;
      const freedom = 0.37 * (names.length - 1);
      const power = normalProbability(ownTests.alternatives.change / error - 1.6448536269514722);
      const expected = [
        ['rise', 1 - studentTProbability(t, freedom)],
        ['fall', studentTProbability(t, freedom)],
      ] as const;
      for (const [test, p] of expected) {
        const found = outcome(own, school, test, 'vpr-5');
        expect(found?.n).toBe(Math.min(first[school]?.length ?? 0, second[school]?.length ?? 0));
        if (found?.result.kind !== 'tested') throw new Error('not tested');
        expect(found.result.statistic).toBeCloseTo(values[i] ?? 9, 10);
        expect(found.result.p).toBeCloseTo(p, 10);
        const seen = found.result.power;
        expect(seen.kind === 'none' ? 0 : seen.power).toBeCloseTo(power, 6);
      }
    });
  });

  it('need a grade, a year, the same programme and subject, and a year between the works', () => {
    const same = { programme: ' впр', subject: 'МАТЕМАТИКА ' };
    expect(reasonOf(ownOf([{ ...earlier, ...same }, first], [later, second]), 's0')).toBe('tested');
    expect(reasonOf(ownOf([earlier, first], [{ ...later, ...same }, second]), 's0')).toBe('tested');
    const others: readonly Partial<Assessment>[] = [
      { programme: 'РПР' },
      { subject: 'Физика' },
      { grade: 3 },
      { schoolYear: '2023/2024' },
    ];
    for (const other of others)
      expect(reasonOf(ownOf([{ ...earlier, ...other }, first], [later, second]), 's0')).toBe(
        'no-earlier-results',
      );
    const { grade: _, ...noGrade } = later;
    const { schoolYear: __, ...noYear } = later;
    for (const work of [noGrade, noYear]) {
      expect(reasonOf(ownOf([earlier, first], [work, second]), 's0')).toBe('no-earlier-results');
      // Two of them are no cohort of each other either.
      const again = { ...work, id: 'again' };
      expect(reasonOf(ownOf([again, first], [work, second]), 's0')).toBe('no-earlier-results');
    }
    const { grade: ___, ...earlierNoGrade } = earlier;
    const { schoolYear: ____, ...earlierNoYear } = earlier;
    expect(reasonOf(ownOf([earlierNoGrade, first], [noGrade, second]), 's0')).toBe('no-earlier-results');
    expect(reasonOf(ownOf([earlierNoYear, first], [noYear, second]), 's0')).toBe('no-earlier-results');
  });

  it('count from ten pupils in both years on', () => {
    const few = (of: Schools): Schools => {
      const [, pupils = []] = Object.values(of);
      return { ...of, s0: pupils.slice(0, 9), s1: pupils.slice(0, 10) };
    };
    expect(reasonOf(ownOf([earlier, few(first)], [later, second]), 's0')).toBe('too-few');
    expect(reasonOf(ownOf([earlier, first], [later, few(second)]), 's0')).toBe('too-few');
    expect(reasonOf(ownOf([earlier, few(first)], [later, few(second)]), 's1')).toBe('tested');
  });

  it('say nothing where all totals of a year are equal', () => {
    const equal = Object.fromEntries(
      Object.entries(first).map(([school, pupils]) => [school, pupils.map(() => ({ total: 7 }))]),
    );
    expect(reasonOf(ownOf([earlier, equal], [later, second]), 's3')).toBe('no-variation');
    expect(reasonOf(ownOf([earlier, first], [later, equal]), 's3')).toBe('no-variation');
  });

  it('say nothing where the pupils of each school are alike, and schools differ', () => {
    const alike = (of: Schools, turn: number): Schools =>
      Object.fromEntries(
        Object.entries(of).map(([school, pupils], place) => [
          school,
          pupils.map(() => ({ total: (5 + place * turn) % 21 })),
        ]),
      );
    expect(reasonOf(ownOf([earlier, alike(first, 1)], [later, alike(second, 3)]), 's3')).toBe('no-variation');
    // One of the two is enough to tell.
    expect(reasonOf(ownOf([earlier, alike(first, 1)], [later, second]), 's3')).toBe('tested');
  });

  it('say how many pupils a school has where there is nothing to compare with', () => {
    const own = ownOf([earlier, first], [later, second]);
    expect(outcome(own, 's2', 'rise', 'vpr-4')).toMatchObject({
      n: 40,
      result: { kind: 'not-tested', reason: 'no-earlier-results' },
    });
    // The smaller number of a comparison stays in the comparison.
    const { official } = objectivityOf(
      tallyOf([earlier, rowsOf(earlier, first)], [later, rowsOf(later, second)]),
    );
    expect(outcome(own, 's2', 'rise', 'vpr-5')?.n).toBe(40);
    const ofMaths = official[1]?.outcomes.find(
      ({ school, marker }) => school === 's2' && marker.id === 'inflated-mean-vpr-5-maths',
    );
    expect(ofMaths?.n).toBe(44);
  });

  it('know of schools where nobody has a total, and count the smallest schools in the variance', () => {
    // Of each year one school did not get the last item; another has two pupils, far apart.
    const small = { t: [{ total: 0 }, { total: 20 }] };
    const rows = (work: Assessment, of: Schools, without: string) =>
      rowsOf(work, { ...of, ...small }).map((row) =>
        row.unit?.school === without ? { ...row, codes: [...row.codes.slice(0, -1), NOT_ADMINISTERED] } : row,
      );
    const { own } = objectivityOf(
      tallyOf([earlier, rows(earlier, first, 's1')], [later, rows(later, second, 's2')]),
    );
    const results = [...own];
    expect(reasonOf(results, 's1')).toBe('no-complete');
    expect(reasonOf(results, 's2')).toBe('no-complete');
    expect(reasonOf(results, 't')).toBe('too-few');
    const without = (of: Schools, left: string): Schools =>
      Object.fromEntries(Object.entries({ ...of, ...small }).filter(([school]) => school !== left));
    const [one, two] = [without(first, 's1'), without(second, 's2')];
    const [before, after] = [standardOf(one), standardOf(two)];
    const both = Object.keys(two).filter((school) => school !== 's1' && school !== 't');
    const usual = usualValues(
      Float64Array.from(both, (school) => after.value(school) - before.value(school)),
      Float64Array.from(
        both,
        (school) => after.within / (two[school]?.length ?? 0) + before.within / (one[school]?.length ?? 0),
      ),
      both.length,
    );
    const found = outcome(results, 's4', 'rise', 'vpr-5')?.result;
    if (found?.kind !== 'tested' || usual === undefined) throw new Error('not tested');
    const variance = after.within / (two.s4?.length ?? 0) + before.within / (one.s4?.length ?? 0);
    const t = (after.value('s4') - before.value('s4') - usual.centre) / errorAmong(usual, variance);
    expect(found.p).toBeCloseTo(1 - studentTProbability(t, 0.37 * (both.length - 1)), 10);
  });
});
