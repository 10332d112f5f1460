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
