import { describe, expect, it } from 'vitest';
import { parseAssessment } from './assessment.schema.js';

const valid = {
  id: 'work',
  programme: 'ВПР',
  subject: 'Математика',
  grade: 8,
  schoolYear: '2024/2025',
  items: [
    { id: '1', maxPoints: 1, level: 'Б' },
    { id: 2, maxPoints: 2.5, level: 'повышенный' },
  ],
};

describe('parseAssessment', () => {
  it('reads a description and the Russian words for levels', () => {
    expect(parseAssessment(valid)).toMatchObject({
      kind: 'assessment',
      assessment: {
        items: [
          { id: '1', level: 'basic' },
          { id: '2', maxPoints: 2.5, level: 'advanced' },
        ],
      },
    });
  });

  it('reads school years in the ways people write them', () => {
    for (const schoolYear of ['2024-2025', '2024/ 2025', '2024/25', '2024–2025']) {
      expect(parseAssessment({ ...valid, schoolYear })).toMatchObject({
        assessment: { schoolYear: '2024/2025' },
      });
    }
  });

  it('completes a scale that starts at the lowest passing mark', () => {
    const markScale = [
      { mark: 4, min: 10 },
      { mark: 3, min: 6 },
      { mark: 5, min: 15 },
    ];
    expect(parseAssessment({ ...valid, markScale })).toMatchObject({
      assessment: {
        markScale: [
          { mark: 2, min: 0 },
          { mark: 3, min: 6 },
          { mark: 4, min: 10 },
          { mark: 5, min: 15 },
        ],
      },
    });
  });

  it('reads test scores by primary score, and refuses what cannot be one table', () => {
    const testScores = { 10: 50, 0: 0, 9: 50 };
    expect(parseAssessment({ ...valid, testScores })).toMatchObject({ assessment: { testScores } });
    const problems = (of: object) => {
      const parsed = parseAssessment({ ...valid, testScores: of });
      return parsed.kind === 'refused' ? parsed.problems.map(({ path, ru }) => [path, ru]) : [];
    };
    expect(problems({ 9: 50, 10: 49 })).toEqual([
      ['testScores', 'при большем первичном балле тестовый балл не может быть меньше'],
    ]);
    expect(problems({ 9: 101 })[0]?.[0]).toBe('testScores.9');
    expect(problems({ 9: 50.5 })[0]?.[0]).toBe('testScores.9');
    expect(problems({ '09': 50 })[0]?.[0]).toBe('testScores.09');
    expect(problems({ девять: 50 })[0]?.[0]).toBe('testScores.девять');
  });

  it('reads options and the key of an item, worth one point unless it says otherwise', () => {
    const keyed = (of: object) => parseAssessment({ ...valid, items: [{ id: '1', ...of }] });
    expect(keyed({ options: ['a', 'б', ' В '], key: 'А' })).toMatchObject({
      assessment: { items: [{ id: '1', maxPoints: 1, options: ['А', 'Б', 'В'], key: 'А' }] },
    });
    expect(keyed({ options: [1, 2, 3, 4], key: 3, maxPoints: 2 })).toMatchObject({
      assessment: { items: [{ maxPoints: 2, options: ['1', '2', '3', '4'], key: '3' }] },
    });
    const problems = (of: object) => {
      const parsed = keyed(of);
      return parsed.kind === 'refused' ? parsed.problems.map(({ path, ru }) => `${path}: ${ru}`) : [];
    };
    const unknown =
      'items.0.key: ключ (key) должен быть одним из вариантов ответа (options), и одно без другого не бывает';
    expect(problems({ options: ['А', 'Б'], key: 'В' })).toEqual([unknown]);
    expect(problems({ options: ['А', 'Б'] })).toEqual([unknown]);
    expect(problems({ key: 'А' })).toEqual([unknown]);
    expect(problems({ options: ['А', 'A'], key: 'А' })).toEqual([
      'items.0.options: варианты ответа не должны повторяться',
    ]);
  });

  it('names every wrong place of a wrong description', () => {
    const wrong = parseAssessment({
      ...valid,
      grade: 13,
      items: [{ id: '1', maxPoints: 0 }, { id: '1' }],
      schoolYear: '2024/2026',
    });
    if (wrong.kind === 'assessment') throw new Error('accepted');
    expect(wrong.problems.map(({ path }) => path)).toEqual([
      'grade',
      'schoolYear',
      'items.0.maxPoints',
      'items',
    ]);
    expect(parseAssessment({ ...valid, items: [{ id: '1' }, { id: '1' }] })).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'items' }],
    });
    expect(parseAssessment(null)).toMatchObject({ kind: 'refused' });
  });
});

describe('names that every object has', () => {
  it('are no levels and no skills', () => {
    for (const word of ['__proto__', 'constructor', 'toString']) {
      for (const field of ['level', 'skill']) {
        const items = [{ id: '1', [field]: word }];
        const parsed = parseAssessment({ id: 'w', programme: '', subject: '', items });
        expect(parsed).toMatchObject({ kind: 'refused', problems: [{ path: `items.0.${field}` }] });
      }
    }
  });
});
