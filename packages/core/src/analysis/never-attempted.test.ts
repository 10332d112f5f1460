import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment, type Row } from '../../test/response-rows.js';
import { NOT_ATTEMPTED, NOT_TAUGHT } from '../assessment/index.js';
import { add, empty } from '../tally/index.js';
import { analyse, analyseFully } from './index.js';

const items = ['1', '2', '3', '4'].map((id) => ({
  id,
  maxPoints: 1,
  level: 'basic' as const,
  section: id < '3' ? 'Числа' : 'Геометрия',
}));
const work = anAssessment([1, 1, 1, 1], { items });
/** Of ten pupils five solve item 1, all solve items 3 and 4; what item 2 has is said. */
const school = (name: string, second: number): readonly Row[] =>
  Array.from({ length: 40 }, (_, i) => ({
    unit: { school: name },
    codes: [i % 4 === 0 ? 2 : 0, second, 2, 2],
  }));
const tallyOf = (rows: readonly Row[]) => add(empty(), aBlock(work, rows));
const lowOf = (rows: readonly Row[], all: typeof analyse = analyseFully) =>
  all(tallyOf(rows)).findings.flatMap(({ kind, level, item, section }) =>
    level === 'school' && kind.startsWith('low-') ? [`${kind} ${item ?? section}`] : [],
  );

describe('an item that nobody of the whole input attempted', () => {
  const nobody = [...school('s1', NOT_ATTEMPTED), ...school('s2', NOT_TAUGHT)];

  it('is no low item, and no section is low by it', () => {
    for (const all of [analyse, analyseFully]) {
      expect(lowOf(nobody, all)).toEqual(['low-item 1', 'low-item 1']);
    }
    // One pupil elsewhere who tried it and failed is enough: then it is a hard item.
    const tried = [...nobody, { unit: { school: 's3' }, codes: [0, 0, 0, 0] }];
    expect(lowOf(tried, analyse)).toEqual(['low-item 1', 'low-item 2', 'low-section Числа', 'low-item 1']);
  });

  it('is left out of the rate of its section', () => {
    const [numbers] = analyseFully(tallyOf(nobody)).sectionResults.filter(
      ({ section, unit }) => section === 'Числа' && unit === 's1',
    );
    expect(numbers).toMatchObject({ items: ['1', '2'], solveRate: { estimate: 0.25, n: 40 } });
  });

  it('is still known as one that nobody got a point on', () => {
    const [second] = analyseFully(tallyOf(nobody))
      .itemResults.of('work', { level: 'all', unit: 'all' })
      .filter(({ item }) => item === '2');
    expect(second).toMatchObject({ n: 40, points: 0, notAttempted: 40 });
  });
});
