import { describe, expect, it } from 'vitest';
import { aMeasure, aPlan } from '../../test/road-map/a-plan.js';
import type { RoadMap } from '../road-map/road-map.js';
import { parseAssessment } from './assessment.schema.js';
import { parseRoadMap } from './road-map.schema.js';

const plan: RoadMap = {
  ...aPlan([aMeasure('m1', { text: 'Семинар' })]),
  sections: [{ id: 's1', title: 'Кадры' }],
};

/** Problems of the plan with a change, in Russian and then in English. */
function problems(change: object) {
  const parsed = parseRoadMap(JSON.parse(JSON.stringify({ ...plan, ...change })));
  return parsed.kind === 'plan' ? [] : parsed.problems.map(({ path, ru, en }) => [path, ru, en]);
}

const deadline = (of: unknown) => problems({ measures: [{ ...plan.measures[0], deadline: of }] });

describe('problems of a plan', () => {
  it('has none where the document is right', () => {
    expect(problems({})).toEqual([]);
  });

  it.each([
    [
      'a missing field',
      { id: undefined },
      'id',
      'обязательное поле, а его нет',
      'the field is required and is not there',
    ],
    ['another type', { title: 7 }, 'title', 'ожидается текст, а не число', 'must be a text, not a number'],
    ['null', { title: null }, 'title', 'ожидается текст, а не null', 'must be a text, not null'],
    [
      'no list',
      { sections: {} },
      'sections',
      'ожидается список, а не объект',
      'must be a list, not an object',
    ],
    [
      'an unknown field, by its own path',
      { sections: [{ id: 's1', title: '', адресат: 'школа' }] },
      'sections.0.адресат',
      'такого поля не бывает: проверьте, как оно пишется',
      'there is no such field: check its spelling',
    ],
    [
      'a code out of no list',
      { level: 'школа' },
      'level',
      'значения «школа» не бывает, допустимы region, municipality, school',
      'there is no value "школа", allowed are region, municipality, school',
    ],
    [
      'the schema of something else',
      { schema: 'x' },
      'schema',
      'значения «x» не бывает, допустимо только orientir.road-map',
      'there is no value "x", allowed is only orientir.road-map',
    ],
    ['an empty id', { id: '' }, 'id', 'текст не может быть пустым', 'the text must not be empty'],
    [
      'a number that is too small',
      { minimums: [{ activity: 'visit', perSchool: 0 }] },
      'minimums.0.perSchool',
      'число должно быть не меньше 1',
      'must be at least 1',
    ],
    [
      'a fraction',
      { minimums: [{ activity: 'visit', perSchool: 1.5 }] },
      'minimums.0.perSchool',
      'ожидается целое число, а не дробное',
      'must be a whole number, not a fraction',
    ],
    [
      'a date in another form',
      { legalBasis: [{ raw: 'Приказ', date: '01.09.2025' }] },
      'legalBasis.0.date',
      'ожидается дата вида 2025-09-30, а не «01.09.2025»',
      'must be a date such as 2025-09-30, not "01.09.2025"',
    ],
    [
      'a school year in another form',
      { schoolYear: '2025' },
      'schoolYear',
      'ожидается учебный год вида 2025/2026, а не «2025»',
      'must be a school year such as 2025/2026, not "2025"',
    ],
  ])('tells %s', (_, change, path, ru, en) => {
    expect(problems(change)).toEqual([[path, ru, en]]);
  });

  it('tells of a union what is wrong with the variant that was meant', () => {
    expect(deadline({ raw: '', kind: 'date', end: 'завтра' })).toEqual([
      [
        'measures.0.deadline.end',
        'ожидается дата вида 2025-09-30, а не «завтра»',
        'must be a date such as 2025-09-30, not "завтра"',
      ],
    ]);
    expect(deadline({ raw: '', kind: 'recurring', rule: { kind: 'daily', interval: 0 } })).toEqual([
      ['measures.0.deadline.rule.interval', 'число должно быть не меньше 1', 'must be at least 1'],
    ]);
  });

  it('tells of a union without such a variant which there are', () => {
    const [[path, ru] = []] = deadline({ raw: '', kind: 'soon' });
    expect(path).toBe('measures.0.deadline.kind');
    expect(ru).toMatch(/^значения «soon» не бывает, допустимы date, range.*relative, recurring$/);
    const missing = 'обязательное поле, а его нет';
    expect(deadline({ raw: '' })).toEqual([['measures.0.deadline.kind', missing, expect.anything()]]);
    expect(deadline(undefined)).toEqual([['measures.0.deadline', missing, expect.anything()]]);
    expect(deadline('завтра')).toEqual([
      ['measures.0.deadline', 'ожидается объект, а не текст', expect.anything()],
    ]);
  });

  it('names the document itself', () => {
    expect(parseRoadMap([])).toMatchObject({
      problems: [{ path: '$', ru: 'ожидается объект, а не список', en: 'must be an object, not a list' }],
    });
  });

  it('tells all problems, and shows long values in short', () => {
    expect(problems({ id: 1, level: 'ы'.repeat(100) })).toMatchObject([
      ['id', expect.anything(), expect.anything()],
      ['level', expect.stringContaining(`«${'ы'.repeat(40)}…»`), expect.anything()],
    ]);
  });
});

describe('problems of an assessment', () => {
  const written = { id: 'w', programme: 'ВПР', subject: 'Математика', items: [{ id: 1 }] };
  const first = (change: object) => {
    const parsed = parseAssessment({ ...written, ...change });
    return parsed.kind === 'refused' ? parsed.problems[0] : undefined;
  };

  it('are told in both languages too', () => {
    expect(first({ items: [{ id: null }] })).toEqual({
      path: 'items.0.id',
      ru: 'ожидается текст или число, а не null',
      en: 'must be a text or a number, not null',
    });
    expect(first({ items: [{ id: 1, level: 'Ж' }] })?.ru).toMatch(/^уровень сложности: Б, П, В/);
    expect(first({ items: [{ id: 1, maxPoints: 0.3 }] })?.ru).toBe('число должно быть кратно 0,5');
    expect(first({ items: [{ id: 1 }, { id: 1 }] })?.ru).toBe('номера заданий не должны повторяться');
    expect(first({ items: [] })?.ru).toBe('в списке нужно не меньше 1 записи');
    expect(first({ pointStep: 2 })?.ru).toBe('значения «2» не бывает, допустимы 1, 0.5');
    expect(first({ grade: 13 })?.ru).toBe('число должно быть не больше 12');
    expect(first({ schoolYear: '2024/2026' })?.ru).toBe('ожидаются два года подряд, как 2024/2025');
  });

  it('are never sentences in English for a Russian reader', () => {
    for (const change of [{ grade: 'x' }, { items: 1 }, { markScale: [{ mark: 9, min: -1 }] }, { id: [] }])
      expect(first(change)?.ru).not.toMatch(/[a-z]{3}/);
  });
});
