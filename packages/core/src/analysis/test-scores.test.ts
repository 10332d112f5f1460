import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../test/response-rows.js';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import type { TestScores } from '../assessment/index.js';
import { ege2026, NOT_ADMINISTERED } from '../assessment/index.js';
import { add, empty, formatTally, merge, parseTally } from '../tally/index.js';
import { analyseFully, tablesOf } from './index.js';

const TABLE: TestScores = { 0: 0, 1: 20, 2: 24, 3: 60, 4: 81, 5: 100 };
const exam = (testScores: TestScores = TABLE, subject = 'Русский язык') =>
  anAssessment([2, 3], { id: 'ege', programme: 'ЕГЭ', subject, testScores });
const pupil = (primary: number, school = 's1'): Row => ({
  unit: { school, class: '11' },
  codes: [Math.min(2, primary) * 2, Math.max(0, primary - 2) * 2],
});
const scoresOf = (assessment: ReturnType<typeof exam>, rows: readonly Row[], options = {}) =>
  analyseFully(add(empty(), aBlock(assessment, rows)), options);
const all = (...of: Parameters<typeof scoresOf>) => scoresOf(...of).testScores.at(-1);
const rowsOf = (analysis: ReturnType<typeof scoresOf>) => [
  ...(tablesOf(analysis).open.find(({ name }) => name === 'test-scores')?.rows ?? []),
];

describe('test scores', () => {
  it('come from the totals by the pairs of the exam, never from a line between them', () => {
    expect(
      all(
        exam(),
        [1, 2, 3, 5].map((primary) => pupil(primary)),
      ),
    ).toMatchObject({
      n: 4,
      mean: { estimate: 51 },
      lowerQuartile: { estimate: 23 },
      median: { estimate: 42 },
      upperQuartile: { estimate: 70 },
      minimum: 24,
      belowMinimum: { estimate: 0.25, n: 4 },
      fromMiddle: { estimate: 0.25 },
      fromHigh: { estimate: 0.25 },
      unpaired: [],
    });
  });

  it('are missing, all of them, where the score of some total is unknown, and the totals are named', () => {
    const { 3: _three, 1: _one, ...rest } = TABLE;
    const analysis = scoresOf(exam(rest), [pupil(2, 's1'), pupil(3, 's2'), pupil(1, 's2')]);
    expect(analysis.testScores.find(({ unit }) => unit === 's1')).toMatchObject({ mean: { estimate: 24 } });
    expect(analysis.testScores.at(-1)).toMatchObject({
      mean: { kind: 'missing', reason: 'no-test-score', n: 3 },
      fromHigh: { kind: 'missing', reason: 'no-test-score' },
      unpaired: [1, 3],
    });
    const row = rowsOf(analysis).at(-1) ?? [];
    expect([row[3], row[4], row.at(-2), row.at(-1)]).toEqual([
      3,
      undefined,
      'no-test-score',
      'rules:ege-2026:second-hand;no-pair:1;3',
    ]);
  });

  it('do not use pairs that contradict each other, which two tallies put together may have', () => {
    const result = all(exam({ 0: 0, 1: 30, 2: 24, 3: 60 }), [pupil(1), pupil(3)]);
    expect(result).toMatchObject({ mean: { kind: 'missing' }, unpaired: [1] });
    expect(all(exam({ 0: 0, 1: 30, 2: 24, 3: 60 }), [pupil(0), pupil(3)])).toMatchObject({
      mean: { estimate: 30 },
    });
  });

  it('need every item of the exam: a total without one is no primary score', () => {
    const half: Row = { unit: { school: 's1' }, codes: [4, NOT_ADMINISTERED] };
    expect(all(exam(), [half])).toMatchObject({ n: 0, mean: { reason: 'no-complete' } });
    expect(all(exam(), [{ codes: [4, 0], absent: true }])).toMatchObject({ mean: { reason: 'no-pupils' } });
    expect(all(exam(), [half, pupil(3)])).toMatchObject({ n: 1, mean: { estimate: 60 } });
  });

  it('have no interval and no deviation for one pupil', () => {
    const result = all(exam(), [pupil(4)]);
    expect(result?.mean).toEqual({ kind: 'known', estimate: 81, n: 1 });
    expect(result?.sd).toMatchObject({ kind: 'missing', reason: 'too-few' });
  });

  it('have a share below the minimum only where the rules know one', () => {
    const rules = {
      ...ege2026,
      id: 'mine',
      verification: 'own' as const,
      minimums: new Map([[' физика', 61]]),
    };
    const row = (subject: string) =>
      rowsOf(scoresOf(exam(TABLE, subject), [pupil(3), pupil(4)], { testScoreRules: rules })).at(-1) ?? [];
    expect([row('Физика')[11], row('Физика')[12], row('Физика').at(-2)]).toEqual([61, 0.5, undefined]);
    expect([row('Логика')[11], row('Логика')[12], row('Логика').at(-2)]).toEqual([
      undefined,
      undefined,
      'no-minimum',
    ]);
    expect(row('Логика').at(-1)).toBe('t;rules:mine:own');
  });

  it('are there only for works that have pairs', () => {
    const { testScores: _none, ...plain } = exam();
    expect(scoresOf(plain, [pupil(1)]).testScores).toEqual([]);
  });

  it('stay out of what is published', async () => {
    const { protect } = await import('../disclosure/index.js');
    const rows = Array.from({ length: 40 }, (_, i) => pupil(i % 6));
    expect(scoresOf(exam(), rows).testScores.length).toBeGreaterThan(0);
    expect(protect(scoresOf(exam(), rows)).testScores).toEqual([]);
  });

  it('are the same from all rows and from the tallies of schools put together, each with the pairs it saw', () => {
    const rows = fc.array(
      fc.record({ primary: fc.integer({ min: 0, max: 5 }), school: fc.constantFrom('s1', 's2', 's3') }),
      { minLength: 1, maxLength: 40 },
    );
    const seen = (of: readonly { primary: number }[]): TestScores =>
      Object.fromEntries(of.map(({ primary }) => [primary, TABLE[primary] ?? 0]));
    fc.assert(
      fc.property(rows, (pupils) => {
        const tally = (of: typeof pupils) =>
          add(
            empty(),
            aBlock(
              exam(seen(of)),
              of.map(({ primary, school }) => pupil(primary, school)),
            ),
          );
        const parts = ['s3', 's1', 's2'].flatMap((school) => {
          const own = pupils.filter((of) => of.school === school);
          return own.length === 0 ? [] : [tally(own)];
        });
        const merged = parts.reduce((sum, part) => merge(sum, reread(part)), empty());
        expect(formatTally(merged)).toBe(formatTally(tally(pupils)));
        expect(analyseFully(merged).testScores).toEqual(analyseFully(tally(pupils)).testScores);
      }),
      { numRuns: 30 },
    );
  });
});

function reread(tally: Parameters<typeof formatTally>[0]) {
  const parsed = parseTally(formatTally(tally));
  if (parsed.kind === 'refused') throw new Error(parsed.code);
  return parsed.tally;
}
