import { describe, expect, it } from 'vitest';
import type { Row } from '../../test/response-rows.js';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { normalNumbers, randomNumbers } from '../../test/simulated-work.js';
import type { Assessment } from '../assessment/index.js';
import { doubtfulKey } from '../risk/index.js';
import { add, empty, merge, summarise } from '../tally/index.js';
import { ownDynamics, schoolDynamics } from './index.js';

const YEARS = ['2023/2024', '2024/2025', '2025/2026'] as const;
const MAX = 20;

const work = (year: number, extra: Partial<Assessment> = {}): Assessment =>
  anAssessment([MAX], { id: `m${year}`, schoolYear: YEARS[year] ?? '', ...extra });

/** Pupils of a school with totals around a mean, always the same ones. */
const pupils = (school: string, n: number, mean: number): readonly Row[] =>
  Array.from({ length: n }, (_, i) => ({
    unit: { school },
    codes: [2 * Math.max(0, Math.min(MAX, Math.round(mean + ((i * 7) % 11) - 5)))],
  }));

const id = (place: number) => `s${String(place).padStart(2, '0')}`;

/** Schools of 30 pupils; `meanOf` by school and year. */
const region = (
  schools: number,
  years: readonly number[],
  meanOf: (school: number, year: number) => number,
) =>
  years.map((year) =>
    add(
      empty(),
      aBlock(
        work(year),
        Array.from({ length: schools }, (_, place) => pupils(id(place), 30, meanOf(place, year))).flat(),
      ),
    ),
  );

const summariesOf = (...tallies: readonly ReturnType<typeof empty>[]) => summarise(merge(...tallies));

describe('schoolDynamics', () => {
  it('finds the school that rose and the one that fell, and leaves the others unclear', () => {
    const moved = (school: number, year: number) => 10 + (year === 2 ? ([6, -6][school] ?? 0) : 0);
    const { schools, previousYear, schoolYear } = schoolDynamics(summariesOf(...region(14, [1, 2], moved)));
    expect([previousYear, schoolYear]).toEqual(['2024/2025', '2025/2026']);
    expect(schools.map(({ verdict }) => verdict)).toEqual([
      'rose',
      'fell',
      ...Array.from({ length: 12 }, () => 'unclear'),
    ]);
    // Nobody said that the items are the same, so points are not compared.
    expect(schools[0]?.points).toMatchObject({ kind: 'missing', reason: 'instrument-changed' });
  });

  it('compares points where the items are the same, and only there', () => {
    const [before, after] = region(12, [1, 2], (school, year) => (year === 2 && school === 0 ? 14 : 10));
    const same = add(
      empty(),
      aBlock(
        work(2, { sameItemsAs: 'm1' }),
        Array.from({ length: 12 }, (_, place) => pupils(id(place), 30, place === 0 ? 14 : 10)).flat(),
      ),
    );
    const [school] = schoolDynamics(summariesOf(before ?? empty(), same)).schools;
    const meanOf = (rows: readonly Row[]) =>
      rows.reduce((sum, { codes }) => sum + (codes[0] ?? 0), 0) / rows.length / (2 * MAX);
    const wanted = meanOf(pupils('s00', 30, 14)) - meanOf(pupils('s00', 30, 10));
    expect(school?.points).toMatchObject({ kind: 'known', n: 30 });
    expect(school?.points.kind === 'known' ? school.points.estimate : 0).toBeCloseTo(wanted, 12);
    expect(schoolDynamics(summariesOf(before ?? empty(), after ?? empty())).schools[0]?.points).toMatchObject(
      {
        reason: 'instrument-changed',
      },
    );
  });

  it('is the same from merged tallies as from all rows at once', () => {
    const tallies = region(13, [0, 1, 2], (school, year) => 8 + (school % 5) + ((school * year) % 3));
    const parts = [0, 1, 2].flatMap((year) =>
      Array.from({ length: 13 }, (_, place) =>
        add(empty(), aBlock(work(year), pupils(id(place), 30, 8 + (place % 5) + ((place * year) % 3)))),
      ),
    );
    expect(schoolDynamics(summariesOf(...parts))).toEqual(schoolDynamics(summariesOf(...tallies)));
  });

  it('says why there is no change', () => {
    const reasonOf = (
      tallies: readonly ReturnType<typeof empty>[],
      options: Parameters<typeof schoolDynamics>[1] = {},
    ) => {
      const change = schoolDynamics(summariesOf(...tallies), options).schools[0]?.change;
      return change?.kind === 'missing' ? change.reason : undefined;
    };
    const flat = () => 10;
    expect(reasonOf(region(9, [1, 2], flat))).toBe('too-few-schools');
    expect(reasonOf(region(12, [2], flat))).toBe('no-results-before');
    // A gap of a year is no year before.
    expect(reasonOf(region(12, [0, 2], flat))).toBe('no-results-before');
    const doubtful = new Set([doubtfulKey('s00', 'm2')]);
    expect(reasonOf(region(12, [1, 2], flat), { doubtful })).toBe('doubtful');
    const small = [1, 2].map((year) => add(empty(), aBlock(work(year), pupils('a', 9, 10))));
    expect(reasonOf([...region(12, [1, 2], flat), ...small])).toBe('too-few');
    const alone = region(12, [1, 2], flat).map((tally, year) =>
      merge(tally, add(empty(), aBlock(work(year + 1, { id: `m${year}-b` }), pupils('a', 30, 10)))),
    );
    // The procedure stands twice in a year, so nobody knows what to compare.
    expect(reasonOf(alone)).toBe('no-results-before');
    expect(schoolDynamics([]).schools).toEqual([]);
  });

  it('keeps a school whose results are doubtful, with or without a year before', () => {
    const doubtful = new Set([doubtfulKey('s00', 'm2'), doubtfulKey('s01', 'm2')]);
    const other = add(empty(), aBlock(work(2, { id: 'other', subject: 'Физика' }), pupils('s01', 30, 10)));
    const found = (years: readonly number[]) =>
      schoolDynamics(summariesOf(...region(12, years, (school) => 8 + school / 3), other), {
        doubtful,
      }).schools.map(({ school, pupils: n, change, doubtful: isDoubtful }) => [
        school,
        n,
        change.kind === 'missing' ? change.reason : change.kind,
        isDoubtful,
      ]);
    const alone = found([2]);
    expect(alone.slice(0, 3)).toEqual([
      ['s00', 0, 'doubtful', true],
      ['s01', 30, 'no-results-before', true],
      ['s02', 30, 'no-results-before', false],
    ]);
    expect(alone).toHaveLength(12);
    expect(found([1, 2]).slice(0, 2)).toEqual([
      ['s00', 0, 'doubtful', true],
      ['s01', 0, 'doubtful', true],
    ]);
  });

  it('keeps a flagged school, and says so', () => {
    const { schools } = schoolDynamics(summariesOf(...region(12, [1, 2], () => 10)), {
      flagged: new Set(['s03']),
    });
    expect(schools.filter(({ flagged }) => flagged).map(({ school }) => school)).toEqual(['s03']);
  });

  it('names few schools where results only go up and down', () => {
    const normal = normalNumbers(randomNumbers(5));
    let named = 0;
    let regions = 0;
    for (let run = 0; run < 60; run++) {
      const levels = Array.from({ length: 30 }, () => normal() * 2);
      const jolts = [1, 2].map(() => levels.map((level) => level + normal() * 1.2));
      const tallies = [1, 2].map((year, i) =>
        add(
          empty(),
          aBlock(
            work(year),
            (jolts[i] ?? []).flatMap((mean, place) =>
              Array.from({ length: 25 }, () => ({
                unit: { school: id(place) },
                codes: [2 * Math.max(0, Math.min(MAX, Math.round(10 + mean + normal() * 3.5)))],
              })),
            ),
          ),
        ),
      );
      const said = schoolDynamics(summariesOf(...tallies)).schools.filter(
        ({ verdict }) => verdict !== 'unclear',
      ).length;
      named += said;
      regions += said > 0 ? 1 : 0;
    }
    // q at 5 % among nothing but chance: in about one region of twenty anybody is named.
    expect(regions).toBeLessThanOrEqual(7);
    expect(named / (60 * 30)).toBeLessThan(0.01);
  });
});

describe('stablyHigh', () => {
  const high = (school: number) => 8 + (school % 4) + (school === 0 ? 6 : 0);
  const of = (years: readonly number[], meanOf: (school: number, year: number) => number = high) =>
    new Map(
      schoolDynamics(summariesOf(...region(16, years, meanOf))).schools.map(({ school, stablyHigh }) => [
        school,
        stablyHigh,
      ]),
    );

  it('is a school that is probably among the upper third in each of the years', () => {
    const found = of([1, 2]);
    expect(found.get('s00')).toBe('yes');
    expect(found.get('s04')).toBe('no');
  });

  it('is nobody by one year alone, or by years with a gap', () => {
    expect(of([2]).get('s00')).toBe('undetermined');
    expect(of([0, 2]).get('s00')).toBe('undetermined');
    expect(of([2]).get('s04')).toBe('no');
  });

  it('is none that was low in one of the years', () => {
    expect(of([1, 2], (school, year) => (school === 0 && year === 1 ? 5 : high(school))).get('s00')).toBe(
      'no',
    );
  });

  it('is nobody where schools differ by chance alone', () => {
    expect([...of([1, 2], () => 10).values()].every((each) => each === 'undetermined')).toBe(true);
  });

  it('has the probability that the formula gives', () => {
    // Sixteen schools of 30 pupils: the same formula from the rows, by itself.
    const rows = Array.from({ length: 16 }, (_, place) =>
      pupils(id(place), 30, high(place)).map(({ codes }) => (codes[0] ?? 0) / 2),
    );
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const all = rows.flat();
    const sd = Math.sqrt(all.reduce((sum, x) => sum + (x - mean(all)) ** 2, 0) / (all.length - 1));
    const z = rows.map((school) => school.map((x) => (x - mean(all)) / sd));
    const inside = z.reduce((sum, s) => sum + s.reduce((of, x) => of + (x - mean(s)) ** 2, 0), 0) / (16 * 29);
    const w = 30 / inside;
    const means = z.map(mean);
    const q = means.reduce((sum, m) => sum + w * (m - mean(means)) ** 2, 0);
    const tau2 = (q - 15) / (16 * w - w);
    const border = mean(means) + Math.sqrt(tau2) * 0.4307272992954576;
    const shrunk = means.map((m) => mean(means) + (tau2 / (tau2 + 1 / w)) * (m - mean(means)));
    const error = Math.sqrt(tau2 / w / (tau2 + 1 / w));
    // 90 % of a normal distribution lie under 1.2816.
    const wanted = shrunk.map((m) =>
      (m - border) / error >= 1.2815515655446004
        ? 'yes'
        : (m - border) / error <= -1.2815515655446004
          ? 'no'
          : 'undetermined',
    );
    expect([...of([1, 2]).values()]).toEqual(wanted);
    expect(ownDynamics.verification).toBe('own');
  });
});
