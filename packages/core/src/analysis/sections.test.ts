import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment, type Row } from '../../test/response-rows.js';
import { NOT_TAUGHT } from '../assessment/index.js';
import { add, empty, shareTally } from '../tally/index.js';
import { analyseFully, tablesOf } from './index.js';

const items = [
  { id: '1', maxPoints: 1, level: 'basic' as const, section: 'Числа' },
  { id: '2', maxPoints: 1, level: 'basic' as const, section: 'Числа' },
  { id: '3', maxPoints: 2, level: 'advanced' as const, section: 'Геометрия' },
  { id: '4', maxPoints: 2, level: 'advanced' as const, section: 'Геометрия' },
  { id: '5', maxPoints: 1, skill: 'metasubject' as const },
];
const work = anAssessment([1, 1, 2, 2, 1], { items });
const repeat = (times: number, row: Row) => Array.from({ length: times }, () => row);
const sectionsOf = (rows: readonly Row[], level: string) =>
  analyseFully(add(empty(), aBlock(work, rows))).sectionResults.filter((of) => of.level === level);

/** Numbers and geometry do not go together: two abilities. */
const twoAbilities = (school: string): readonly Row[] => [
  ...repeat(20, { unit: { school }, codes: [2, 2, 4, 4, 2] }),
  ...repeat(20, { unit: { school }, codes: [0, 0, 4, 4, 0] }),
  ...repeat(20, { unit: { school }, codes: [2, 2, 0, 0, 2] }),
  ...repeat(20, { unit: { school }, codes: [0, 0, 0, 2, 0] }),
];

describe('sections', () => {
  it('are told apart where pupils are strong in one and weak in another', () => {
    const [first] = sectionsOf(twoAbilities('s1'), 'school').filter(({ section }) => section === 'Числа');
    expect(first).toMatchObject({ n: 80, items: ['1', '2'], corridor: 'red', verdict: 'undetermined' });
    expect(first?.solveRate).toMatchObject({ estimate: 0.5, n: 80 });
    expect(first?.guard).toMatchObject({ reason: 'adds-value', isFolded: false });
  });

  it('are folded into the work where one ability stands behind all items', () => {
    const rows = Array.from({ length: 200 }, (_, i): Row => {
      const ability = i % 10;
      const solves = (difficulty: number, noise: number) => ability + ((i * noise) % 5) - 2 > difficulty;
      return {
        unit: { school: 's1' },
        codes: [
          solves(3, 3) ? 2 : 0,
          solves(4, 7) ? 2 : 0,
          solves(5, 11) ? 4 : 0,
          solves(6, 13) ? 4 : 0,
          solves(4, 17) ? 2 : 0,
        ],
      };
    });
    const results = sectionsOf(rows, 'school');
    expect(results.filter(({ section }) => section !== '').map(({ verdict }) => verdict)).toEqual([
      'folded',
      'folded',
    ]);
    // The work as a whole is what they are folded into.
    expect(results.find(({ section, skill }) => section === '' && skill === undefined)?.verdict).not.toBe(
      'folded',
    );
  });

  it('have an interval that covers what pupils gain or lose together', () => {
    const [numbers] = sectionsOf(twoAbilities('s1'), 'school').filter(({ section }) => section === 'Числа');
    const interval = numbers?.solveRate.kind === 'known' ? numbers.solveRate.interval : undefined;
    // Both items are always solved together: eighty answers to one question, not a hundred and sixty to two.
    const half = 1.9904502 * Math.sqrt((0.25 * 80) / 79 / 80);
    expect(interval?.high).toBeCloseTo(0.5 + half, 6);
    expect(numbers?.spread).toBe('pooled');
  });

  it('take the differences between schools into account above them', () => {
    const weak = repeat(40, { unit: { school: 's2' }, codes: [0, 0, 0, 0, 0] });
    const strong = repeat(40, { unit: { school: 's3' }, codes: [2, 2, 4, 4, 2] });
    const [all] = sectionsOf([...weak, ...strong], 'all').filter(({ section }) => section === 'Числа');
    expect(all).toMatchObject({ spread: 'schools', verdict: expect.anything() });
    expect(all?.solveRate).toMatchObject({
      estimate: 0.5,
      interval: { low: 0, high: 1, method: 'clustered' },
    });
  });

  it('order a unit’s sections by evidence: probability times pupils', () => {
    const rows = repeat(50, { unit: { school: 's1' }, codes: [2, 2, 0, 0, 2] }).map((row, i) =>
      i % 5 === 0 ? { ...row, codes: [0, 2, 2, 0, 2] } : row,
    );
    const order = sectionsOf(rows, 'school').map(({ section, skill }) => section || (skill ?? 'all'));
    expect(order[0]).toBe('Геометрия');
  });

  it('say why there is no figure', () => {
    const rows = repeat(12, { unit: { school: 's1' }, codes: [NOT_TAUGHT, NOT_TAUGHT, 2, 2, 2] });
    const [numbers] = sectionsOf(rows, 'school').filter(({ section }) => section === 'Числа');
    expect(numbers?.solveRate).toEqual({ kind: 'missing', reason: 'not-taught', n: 0 });
    expect(numbers).not.toHaveProperty('verdict');
  });

  it('take the largest possible spread from a tally without products', () => {
    const tally = shareTally(add(empty(), aBlock(work, twoAbilities('s1'))));
    const [numbers] = analyseFully(tally).sectionResults.filter(
      ({ section, level }) => section === 'Числа' && level === 'school',
    );
    expect(numbers?.spread).toBe('bound');
    const text = [
      ...(tablesOf(analyseFully(tally)).open.find(({ name }) => name === 'sections')?.rows ?? []),
    ];
    expect(text.some((row) => row.includes('t;spread:bound'))).toBe(true);
  });
});
