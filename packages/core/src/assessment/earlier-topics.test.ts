import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { add, empty, formatTally, parseTally } from '../tally/index.js';
import type { Assessment } from './index.js';
import { earlierTopics, earlierTopicsText, isContradiction, joinAssessments } from './index.js';

const work: Assessment = {
  ...anAssessment([1, 1, 1], { grade: 7 }),
  items: ['1.1', '2.1', '3.1'].map((code, i) => ({ id: `${i + 1}`, maxPoints: 1, codes: [code] })),
  codifier: [
    { code: '1.1', name: 'Проценты', grade: 6 },
    {
      code: '2.1',
      name: 'Уравнения',
      grade: 7,
      earlier: [{ name: 'Дроби', grade: 5, code: '5.2' }, { name: 'Проценты', grade: 6 }, { name: 'Счёт' }],
    },
    { code: '3.1', name: 'Функции' },
  ],
};

describe('earlierTopics', () => {
  it('has what is taught earlier and what entries rest on, each once, lower grades first', () => {
    const topics = earlierTopics(work, ['1', '2', '3']);
    expect(topics.map(({ name, grade }) => [grade, name])).toEqual([
      [5, 'Дроби'],
      [6, 'Проценты'],
      [undefined, 'Счёт'],
    ]);
    expect(earlierTopicsText(topics, 'ru')).toBe(
      'темы 5\u00a0класса: «Дроби»; 6\u00a0класса: «Проценты»; прошлых лет: «Счёт»',
    );
    expect(earlierTopicsText(topics, 'en')).toBe(
      'topics of grade\u00a05: “Дроби”; grade\u00a06: “Проценты”; earlier years: “Счёт”',
    );
  });

  it('has nothing where the codifier says nothing, or the grade of the work is not known', () => {
    expect(earlierTopics(work, ['3'])).toEqual([]);
    expect(earlierTopicsText([], 'ru')).toBe('');
    const { grade: _unknown, ...without } = work;
    expect(earlierTopics(without, ['1'])).toEqual([]);
  });

  it('outlive the tally file', () => {
    const { kind, ...parsed } = parseTally(formatTally(add(empty(), aBlockOf(work))));
    expect(kind).toBe('tally');
    const [tally] = 'tally' in parsed ? [parsed.tally] : [];
    expect(tally?.assessments.get('work')?.assessment.codifier).toEqual(work.codifier);
  });
});

describe('codifiers of two descriptions', () => {
  const [one, two, three] = work.codifier ?? [];
  const withEntries = (...codifier: readonly (typeof one)[]): Assessment => ({
    ...work,
    codifier: codifier.filter((entry) => entry !== undefined),
  });
  const joined = (left: Assessment, right: Assessment) => {
    const of = joinAssessments(left, right);
    return isContradiction(of) ? of : of.codifier;
  };

  it('are joined code by code, in whatever order', () => {
    const left = withEntries(two, one);
    const right = withEntries(three, one);
    expect(joined(left, right)).toEqual(work.codifier);
    expect(joined(right, left)).toEqual(work.codifier);
    const bare: Assessment = { ...work, codifier: [{ code: '2.1', name: 'Уравнения' }] };
    expect(joined(bare, left)).toEqual([one, two]);
    expect(joined(left, left)).toEqual([two, one]);
  });

  it('contradict each other where one code has two names or grades', () => {
    const other: Assessment = { ...work, codifier: [{ code: '1.1', name: 'Проценты', grade: 5 }] };
    expect(joined(work, other)).toEqual({ field: 'codifier 1.1.grade', one: '6', other: '5' });
  });
});

function aBlockOf(assessment: Assessment) {
  return aBlock(assessment, [{ codes: [2, 0, 2] }]);
}
