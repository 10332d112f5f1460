import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SchoolResults } from '../../test/school-results.js';
import { summaryOf, workOf } from '../../test/school-results.js';
import { omsk2025 } from '../assessment/low-results-rules.js';
import { alikenessOf } from './alike-works.js';
import type { ByYear } from './rule-chance.js';
import { SchoolPlaces, Work } from './works.js';

const SCHOOLS = 14;
/** A place that no school has. */
const NOBODY = 1000;

/** Works by subject, then year; low results of each school among 20 pupils, absent = not written. */
const worksOf = (subjects: readonly (readonly (readonly (number | undefined)[])[])[]): ByYear<Work>[] => {
  const places = new SchoolPlaces();
  const schools = Math.max(SCHOOLS, ...subjects.flat().map((lows) => lows.length));
  for (let school = 0; school < schools; school++) places.placeOf(`s${school}`);
  return subjects.map((years, subject) =>
    years.map((lows, before) => {
      const results = lows.flatMap((low, school): readonly SchoolResults[] =>
        low === undefined ? [] : [{ school: `s${school}`, low, n: 20 + school }],
      );
      const assessment = workOf({
        id: `w${subject}-${before}`,
        schoolYear: `${2025 - before}/${2026 - before}`,
      });
      const none = { isDoubtful: () => false, similarSchools: new Map<string, string>() };
      return new Work(summaryOf(assessment, results), omsk2025, none, places);
    }),
  );
};

/** Pair by pair, as the formula stands. */
function plainly(procedures: readonly ByYear<Work>[], without: number) {
  const sums = { same: { products: 0, weights: 0 }, different: { products: 0, weights: 0 } };
  const single = { squares: 0, weights: 0 };
  for (let school = 0; school < SCHOOLS; school++) {
    if (school === without) continue;
    const cells = procedures.flatMap((byYear, procedure) =>
      byYear.flatMap((work) => {
        const known = work?.known(school);
        if (work === undefined || known === undefined) return [];
        const { mean, precision, spread } = work.priorsWithout(without)(school);
        if (spread !== 'some') return [];
        const sd = Math.sqrt((mean * (1 - mean)) / (1 + precision));
        const weight = known.n / (known.n + precision);
        const share = known.count / known.n;
        const noise = (share * (1 - share)) / (known.n - 1) / sd ** 2;
        return [{ procedure, weight, z: (share - mean) / sd, noise }];
      }),
    );
    cells.forEach((one, at) => {
      single.squares += one.weight ** 2 * (one.z ** 2 - one.noise);
      single.weights += one.weight ** 2;
      for (const other of cells.slice(at + 1)) {
        const into = one.procedure === other.procedure ? sums.same : sums.different;
        into.products += one.weight * other.weight * one.z * other.z;
        into.weights += one.weight * other.weight;
      }
    });
  }
  const square = single.weights === 0 ? 1 : Math.max(0.5, single.squares / single.weights);
  const some = (of: number) => (of < 0.001 ? 0 : of);
  const part = ({ products, weights }: { readonly products: number; readonly weights: number }) =>
    weights === 0 ? 0 : Math.min(0.95, some(products / weights / square));
  const school = part(sums.different);
  return { school, work: some(part(sums.same) - school) };
}

const lows = fc.array(fc.option(fc.nat(20), { nil: undefined, freq: 12 }), {
  minLength: SCHOOLS,
  maxLength: SCHOOLS,
});
const subjects = fc.array(fc.array(lows, { minLength: 1, maxLength: 2 }), { maxLength: 3 });
/** The same schools are weak everywhere, more or less. */
const alike = fc
  .record({ base: lows, noise: fc.integer({ min: 0, max: 6 }) })
  .map(({ base, noise }) =>
    [0, 1].map((subject) =>
      [0, 1].map((year) =>
        base.map((low, school) =>
          low === undefined
            ? undefined
            : Math.min(20, low + ((school * 5 + subject * 3 + year * 7) % (noise + 1))),
        ),
      ),
    ),
  );

describe('alikenessOf', () => {
  it('is the mean product over pairs of works, of different ones and of the same in other years', () => {
    fc.assert(
      fc.property(fc.oneof(subjects, alike), fc.nat(SCHOOLS - 1), (given, without) => {
        const procedures = worksOf(given);
        const found = alikenessOf(procedures, SCHOOLS);
        for (const school of [NOBODY, without]) {
          const expected = plainly(procedures, school);
          expect(found(school).school).toBeCloseTo(expected.school, 8);
          expect(found(school).work).toBeCloseTo(expected.work, 8);
        }
      }),
    );
  });

  it('hangs on no pupil of the school that is left out', () => {
    fc.assert(
      fc.property(alike, fc.nat(SCHOOLS - 1), lows, (given, without, others) => {
        const changed = given.map((years) =>
          years.map((of, year) => of.with(without, of[without] === undefined ? undefined : others[year])),
        );
        const [before, after] = [given, changed].map((of) => alikenessOf(worksOf(of), SCHOOLS)(without));
        expect(after?.school).toBeCloseTo(before?.school ?? Number.NaN, 5);
        expect(after?.work).toBeCloseTo(before?.work ?? Number.NaN, 5);
      }),
    );
  });

  it('finds nothing without pairs, and does not take what runs against for alike', () => {
    const rising = Array.from({ length: SCHOOLS }, (_, school) => school);
    const falling = [...rising].reverse();
    expect(alikenessOf(worksOf([]), SCHOOLS)(NOBODY)).toEqual({ school: 0, work: 0 });
    expect(alikenessOf(worksOf([[rising]]), SCHOOLS)(NOBODY)).toEqual({ school: 0, work: 0 });
    expect(alikenessOf(worksOf([[rising], [falling]]), SCHOOLS)(NOBODY)).toEqual({ school: 0, work: 0 });
    const again = alikenessOf(worksOf([[rising, rising]]), SCHOOLS)(NOBODY);
    expect(again.school).toBe(0);
    expect(again.work).toBeGreaterThan(0.5);
  });

  it('passes over works that were not written', () => {
    const rising = Array.from({ length: SCHOOLS }, (_, school) => school);
    const [[maths] = [], [russian] = []] = worksOf([[rising], [rising]]);
    const gaps: ByYear<Work>[] = [
      [undefined, maths],
      [russian, undefined],
    ];
    const found = alikenessOf(gaps, SCHOOLS)(NOBODY);
    expect(found).toEqual(alikenessOf([[maths], [russian]], SCHOOLS)(NOBODY));
    expect(found.school).toBeGreaterThan(0.5);
  });

  it('leaves something to the single work, however alike all are', () => {
    const extreme = Array.from({ length: SCHOOLS }, (_, school) => (school % 2 === 0 ? 0 : 20));
    expect(alikenessOf(worksOf([[extreme], [extreme]]), SCHOOLS)(NOBODY)).toEqual({
      school: 0.95,
      work: 0,
    });
  });

  it('learns nothing from works on which the others do not differ, or are all alike', () => {
    const rising = Array.from({ length: SCHOOLS }, (_, school) => school);
    const all = (low: (school: number) => number) =>
      Array.from({ length: SCHOOLS }, (_, school) => low(school));
    // Nobody has a low result, or everybody but in one school.
    for (const none of [all(() => 0), all((school) => (school === 0 ? 2 : 20 + school))]) {
      expect(alikenessOf(worksOf([[none], [none]]), SCHOOLS)(0)).toEqual({ school: 0, work: 0 });
      const found = alikenessOf(worksOf([[rising], [rising], [none]]), SCHOOLS)(0);
      expect(found).toEqual(alikenessOf(worksOf([[rising], [rising]]), SCHOOLS)(0));
    }
    // A fifth everywhere: less spread than chance gives.
    const fifth = all((school) => Math.round((20 + school) / 5));
    expect(alikenessOf(worksOf([[fifth], [fifth]]), SCHOOLS)(0)).toEqual({ school: 0, work: 0 });
  });

  const familyOf = (least: number, by: number, apart: number, most: number) =>
    worksOf(
      [0, 1].map((subject) => [
        Array.from({ length: SCHOOLS }, (_, school) => least + ((school * by + subject * apart) % most)),
      ]),
    );

  it('takes a sample that differs by less than half of what its likelihood says for one of that half', () => {
    const works = familyOf(0, 1, 1, 7);
    expect(alikenessOf(works, SCHOOLS)(NOBODY).school).toBeCloseTo(plainly(works, NOBODY).school, 8);
    // Otherwise it would be far more of what the sample has.
    expect(alikenessOf(works, SCHOOLS)(NOBODY).school).toBeCloseTo(0.3383, 4);
  });

  it('takes less than a thousandth for nothing', () => {
    // 0.0007, but for that.
    expect(alikenessOf(familyOf(1, 5, 3, 12), SCHOOLS)(NOBODY)).toEqual({ school: 0, work: 0 });
  });
});
