import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import { rowsOf, tallyOf } from '../../test/objectivity-schools.js';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { NOT_TAUGHT } from '../assessment/index.js';
import { known } from '../foundation/index.js';
import { doubtfulKey } from '../risk/index.js';
import { add, empty, merge, summarise } from '../tally/index.js';
import type { ContextOptions, SchoolPassport } from './index.js';
import { contextOf, equalWeights, groupGaps, resilient } from './index.js';
import { fitRandomIntercept, schoolEffect } from './random-intercept.js';

const now = anAssessment([10, 10], { id: 'm-now' });
const before = anAssessment([10, 10], { id: 'm-before', schoolYear: '2024/2025' });
const russian = anAssessment([5, 5, 5], { id: 'r-now', subject: 'Русский язык' });
const rules = {
  ...equalWeights,
  indicators: [{ id: 'single_parent', direction: 1 as const, weight: 1 }],
};
const few = { ...resilient, minSchools: 5 };
const passport = (school: string, share: number | undefined): SchoolPassport => ({
  school,
  indicators: new Map(share === undefined ? [] : [['single_parent', known(share, 100)]]),
});
/** Totals by school. */
type Results = Readonly<Record<string, readonly number[]>>;
const rows = (work: typeof now, results: Results) =>
  rowsOf(
    work,
    Object.fromEntries(
      Object.entries(results).map(([school, totals]) => [school, totals.map((total) => ({ total }))]),
    ),
  );
const contextsOf = (
  works: readonly (readonly [typeof now, Results])[],
  passports: readonly SchoolPassport[],
  options: ContextOptions = { rules, resilience: few },
) =>
  contextOf(
    summarise(tallyOf(...works.map(([work, results]) => [work, rows(work, results)] as const))),
    passports,
    options,
  );

/** Forty schools of thirty pupils: harder conditions, lower results; `s39`, the hardest, is above them. */
const SCHOOLS = Array.from({ length: 40 }, (_, i) => `s${String(i).padStart(2, '0')}`);
const REGION: Results = Object.fromEntries(
  SCHOOLS.map((school, i) => [
    school,
    Array.from({ length: 30 }, (_, pupil) =>
      Math.max(
        0,
        Math.min(20, Math.round((i === 39 ? 16 : 14 - i / 6 + ((i * 7) % 5) / 4) + ((pupil * 5) % 9) - 4)),
      ),
    ),
  ]),
);
const PASSPORTS = SCHOOLS.map((school, i) => passport(school, i / 100));
const of = (contexts: ReturnType<typeof contextOf>, school: string) =>
  contexts.schools.find((each) => each.school === school);

describe('contextOf', () => {
  it('finds the school that is above what hard conditions let expect', () => {
    const contexts = contextsOf([[now, REGION]], PASSPORTS, { rules });
    const above = of(contexts, 's39');
    expect(above).toMatchObject({ class: 'resilient', quadrant: { result: 'high', hard: true } });
    expect(above?.probability).toBeGreaterThan(0.99);
    expect(contexts.model?.slope).toBeLessThan(0);
    expect(of(contexts, 's00')).toMatchObject({ class: 'not', quadrant: { result: 'high', hard: false } });
    const { result, expected, difference } = above ?? {};
    if (result?.kind !== 'known' || expected?.kind !== 'known' || difference?.kind !== 'known')
      throw new Error();
    expect(difference.estimate).toBeGreaterThan(0);
    expect(difference.estimate).toBeLessThan(result.estimate - expected.estimate);
    expect(difference.interval?.low).toBeGreaterThan(0);
    expect(contexts.schools.filter(({ quadrant }) => quadrant?.hard)).toHaveLength(12);
    expect(contexts.schools.filter(({ quadrant }) => quadrant?.result === 'low').length).toBeGreaterThan(10);
  });

  it('asks for it in each of the years', () => {
    const years = { ...resilient, years: 2 };
    const [one, both, other] = [
      contextsOf([[now, REGION]], PASSPORTS, { rules, resilience: years }),
      contextsOf(
        [
          [now, REGION],
          [before, REGION],
        ],
        PASSPORTS,
        { rules, resilience: years },
      ),
      contextsOf(
        [
          [now, REGION],
          [before, { ...REGION, s39: REGION.s30?.map((total) => Math.max(0, total - 4)) ?? [] }],
        ],
        PASSPORTS,
        { rules, resilience: years },
      ),
    ];
    expect([one, both, other].map((each) => of(each, 's39')?.class)).toEqual([
      'undetermined',
      'resilient',
      'not',
    ]);
  });

  it('leaves doubtful results out', () => {
    const contexts = contextsOf([[now, REGION]], PASSPORTS, {
      rules,
      doubtful: new Set([doubtfulKey('s39', 'm-now')]),
    });
    expect(of(contexts, 's39')).toMatchObject({
      class: 'undetermined',
      doubtful: ['m-now'],
      result: { reason: 'doubtful' },
      expected: { kind: 'known' },
      difference: { reason: 'doubtful' },
    });
  });

  it('says of a school that wrote without a total that nobody has every item, and of one that did not write that there are no pupils', () => {
    const untaught = rows(now, { s38: [3, 4], s39: [5, 6] }).map((row) => ({
      ...row,
      codes: [NOT_TAUGHT, 4],
    }));
    const written = rows(now, Object.fromEntries(Object.entries(REGION).slice(0, 38)));
    const tally = add(empty(), aBlock(now, [...written, ...untaught]));
    const contexts = contextOf(summarise(tally), [...PASSPORTS, passport('none', 0.2)], { rules });
    for (const school of ['s38', 's39'])
      expect(of(contexts, school)).toMatchObject({
        result: { reason: 'no-complete' },
        difference: { reason: 'no-complete' },
      });
    expect(of(contexts, 'none')).toMatchObject({ result: { reason: 'no-pupils' } });
  });

  it('has ranks only where schools are few', () => {
    const small = Object.fromEntries(Object.entries(REGION).slice(0, 29));
    const contexts = contextsOf([[now, small]], PASSPORTS.slice(0, 29), { rules });
    expect(contexts).not.toHaveProperty('model');
    expect(of(contexts, 's28')).toMatchObject({
      result: { kind: 'known', n: 30 },
      difference: { kind: 'missing', reason: 'too-few-schools', n: 30 },
      class: 'undetermined',
      quadrant: { result: 'low', hard: true },
    });
    expect(of(contexts, 's28')).not.toHaveProperty('probability');
  });

  it('keeps every school with a reason, and is never NaN', () => {
    expect(contextOf([], []).schools).toEqual([]);
    const [alone] = contextsOf([[now, { a: [3, 4] }]], [passport('a', 0.3)]).schools;
    expect(alone).toMatchObject({
      index: { reason: 'no-variation' },
      result: { estimate: 0 },
      difference: { reason: 'no-variation' },
      class: 'undetermined',
    });
    const { schools } = contextsOf(
      [[now, { a: [3, 4], b: [5] }]],
      [passport('b', undefined), passport('c', 0.1), passport('d', 0.2)],
    );
    expect(schools.map(({ school, index, result }) => [school, index, result])).toEqual([
      [
        'a',
        { kind: 'missing', reason: 'no-context', n: 0 },
        expect.objectContaining({ kind: 'known', n: 2 }),
      ],
      [
        'b',
        { kind: 'missing', reason: 'no-context', n: 0 },
        expect.objectContaining({ kind: 'known', n: 1 }),
      ],
      ['c', expect.objectContaining({ kind: 'known' }), { kind: 'missing', reason: 'no-pupils', n: 0 }],
      ['d', expect.objectContaining({ kind: 'known' }), { kind: 'missing', reason: 'no-pupils', n: 0 }],
    ]);
    expect(contextsOf([[now, { a: [7], b: [7] }]], PASSPORTS).results.size).toBe(0);
  });

  it('joins works by their own means, and counts a pupil of two works once', () => {
    const easy: Results = { a: [10, 12, 14], b: [16, 18, 20] };
    const hard: Results = { a: [2, 3, 4], b: [5, 6, 7, 8] };
    const { results } = contextsOf(
      [
        [now, easy],
        [russian, hard],
      ],
      [],
    );
    expect(results.get('b')).toMatchObject({ pupils: 4, papers: { n: 7 } });
    const z = (totals: readonly number[], all: readonly number[]) => {
      const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
      const sd = Math.sqrt(all.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (all.length - 1));
      return totals.map((each) => (each - mean) / sd);
    };
    const own = [...z([16, 18, 20], [10, 12, 14, 16, 18, 20]), ...z([5, 6, 7, 8], [2, 3, 4, 5, 6, 7, 8])];
    expect(results.get('b')?.papers.sum).toBeCloseTo(
      own.reduce((sum, each) => sum + each, 0),
      12,
    );
    expect(results.get('b')?.papers.sumOfSquares).toBeCloseTo(
      own.reduce((sum, each) => sum + each * each, 0),
      12,
    );
  });

  const region = fc
    .array(
      fc.record({
        share: fc.option(
          fc.integer({ min: 0, max: 20 }).map((each) => each / 20),
          { nil: undefined },
        ),
        totals: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((schools) => ({
      passports: schools.map(({ share }, i) => passport(`s${i}`, share)),
      results: Object.fromEntries(schools.map(({ totals }, i) => [`s${i}`, totals])),
    }));
  const options: ContextOptions = {
    rules: { ...rules, within: 'all' },
    resilience: { ...resilient, minSchools: 3 },
  };

  it('is the same from merged tallies of schools as from all rows, in any order of schools', () => {
    fc.assert(
      fc.property(region, ({ passports, results }) => {
        const together = contextsOf([[now, results]], passports, options);
        const apart = merge(
          ...Object.entries(results)
            .toReversed()
            .map(([school, totals]) => add(empty(), aBlock(now, rows(now, { [school]: totals })))),
        );
        expect(contextOf(summarise(apart), passports.toReversed(), options)).toEqual(together);
      }),
      { numRuns: 60 },
    );
  });

  it('has finite figures only', () => {
    fc.assert(
      fc.property(region, ({ passports, results }) => {
        for (const { index, result, expected, difference, probability = 0 } of contextsOf(
          [[now, results]],
          passports,
          options,
        ).schools) {
          expect(probability >= 0 && probability <= 1).toBe(true);
          for (const figure of [index, result, expected, difference]) {
            if (figure.kind === 'missing') continue;
            expect(Number.isFinite(figure.estimate)).toBe(true);
            if (figure.interval === undefined) continue;
            expect(figure.interval.low).toBeLessThanOrEqual(figure.estimate);
            expect(figure.interval.high).toBeGreaterThanOrEqual(figure.estimate);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('fitRandomIntercept', () => {
  const schools = fc.array(
    fc.record({
      n: fc.integer({ min: 1, max: 40 }),
      mean: fc.integer({ min: -30, max: 30 }).map((each) => each / 10),
      x: fc.integer({ min: -20, max: 20 }).map((each) => each / 10),
    }),
    { minLength: 3, maxLength: 20 },
  );

  it('draws a school to what is expected, more with fewer pupils, and never against its result', () => {
    fc.assert(
      fc.property(schools, between(0.05, 2), (of, within) => {
        const model = fitRandomIntercept(of, within);
        if (model === undefined) return;
        for (const { mean, x, n } of of) {
          const { effect, expected, variance } = schoolEffect({ mean, x, n }, model);
          const rest = mean - expected;
          expect(Math.abs(effect)).toBeLessThanOrEqual(Math.abs(rest) + 1e-12);
          expect(effect * rest).toBeGreaterThanOrEqual(0);
          expect(variance).toBeLessThanOrEqual(model.betweenSchools + 1e-12);
          const larger = schoolEffect({ mean, x, n: n + 1 }, model);
          expect(Math.abs(larger.effect)).toBeGreaterThanOrEqual(Math.abs(effect) - 1e-12);
          expect(larger.variance).toBeLessThanOrEqual(variance + 1e-12);
          expect(schoolEffect({ mean: mean + 0.1, x, n }, model).effect).toBeGreaterThanOrEqual(effect);
        }
      }),
    );
  });

  it('has no model of results without a rest, of equal conditions, or of two schools', () => {
    const line = [0, 1, 2, 3].map((x) => ({ n: 5, mean: 2 - x, x }));
    expect(fitRandomIntercept(line, 0)).toBeUndefined();
    expect(fitRandomIntercept(line, 0.5)?.betweenSchools).toBe(0);
    expect(
      fitRandomIntercept(
        line.map((each) => ({ ...each, x: 1 })),
        0.5,
      ),
    ).toBeUndefined();
    expect(fitRandomIntercept(line.slice(0, 2), 0.5)).toBeUndefined();
    const certain = fitRandomIntercept(
      line.map((each, i) => ({ ...each, mean: i % 2 })),
      0,
    );
    expect(certain?.withinSchools).toBeLessThan(0.01 * (certain?.betweenSchools ?? 0));
  });
});

describe('groupGaps', () => {
  const result = (n: number, mean: number) => ({
    pupils: n,
    papers: { n, sum: n * mean, sumOfSquares: n * mean * mean },
  });

  it('compares each group with the others, and needs two schools on each side', () => {
    const results = new Map([
      ['a', result(10, 0.5)],
      ['b', result(20, 0.2)],
      ['c', result(10, -0.4)],
      ['d', result(30, -0.2)],
      ['e', result(30, 1)],
    ]);
    const groups = new Map([
      ['a', 'город'],
      ['b', 'город'],
      ['c', 'село'],
      ['d', 'село'],
    ]);
    const [city, village] = groupGaps(results, groups);
    expect(city).toMatchObject({
      group: 'город',
      schools: 2,
      gap: { estimate: expect.closeTo(0.55, 12), n: 70, interval: { method: 'clustered' } },
    });
    expect(village?.gap).toMatchObject({ estimate: expect.closeTo(-0.55, 12) });
    expect(groupGaps(results, new Map([...groups, ['c', 'посёлок']])).map(({ gap }) => gap.kind)).toEqual([
      'known',
      'missing',
      'missing',
    ]);
    expect(groupGaps(results, new Map([['a', 'x']]))).toEqual([
      { group: 'x', schools: 1, gap: { kind: 'missing', reason: 'too-few-schools', n: 10 } },
    ]);
    const same = new Map(['a', 'b', 'c', 'd'].map((school) => [school, result(10, 0)]));
    expect(groupGaps(same, groups)[0]?.gap).toEqual({ kind: 'known', estimate: 0, n: 40 });
  });
});
