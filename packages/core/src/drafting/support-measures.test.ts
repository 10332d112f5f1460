import { describe, expect, it } from 'vitest';
import { aBlock, type Row } from '../../test/response-rows.js';
import { analyseFully } from '../analysis/index.js';
import type { Assessment } from '../assessment/index.js';
import { checkPlan, coverageOf, readinessOf } from '../road-map/index.js';
import { parseRoadMap } from '../schema/index.js';
import { add, empty } from '../tally/index.js';
import { draftRoadMap, figuresOfAnalysis } from './index.js';

const work: Assessment = {
  id: 'work',
  programme: 'ВПР',
  subject: 'Математика',
  grade: 5,
  schoolYear: '2025/2026',
  items: [
    { id: '1', maxPoints: 1, level: 'basic', section: 'Дроби' },
    { id: '2', maxPoints: 2, level: 'basic', section: 'Дроби' },
    { id: '3', maxPoints: 1, level: 'basic', section: 'Геометрия' },
    { id: '4', maxPoints: 1, level: 'basic', section: 'Геометрия' },
  ],
};
const pupils = (school: string): readonly Row[] =>
  Array.from({ length: 40 }, (_, i) => ({
    unit: { municipality: 'Озёрный район', school },
    codes: [i < 4 ? 2 : 0, i < 4 ? 4 : 0, i < 38 ? 2 : 0, i < 38 ? 2 : 0],
  }));
const analysis = analyseFully(add(empty(), aBlock(work, [...pupils('s1'), ...pupils('s2')])));
const draft = (more: Partial<Parameters<typeof draftRoadMap>[0]> = {}) =>
  draftRoadMap({
    id: 'plan',
    findings: analysis.findings,
    assessments: analysis.assessments,
    figureOf: figuresOfAnalysis(analysis),
    language: 'ru',
    ...more,
  });
const support = {
  help: [
    { kind: 'курс', teachers: 21, offers: ['к-1', 'к-2'], topics: ['дроби ', 'Чтение'] },
    { kind: 'наставник', teachers: 2, offers: ['н-1'], topics: ['Дроби'] },
    { kind: 'РМО', teachers: 5, offers: ['м-1'], topics: ['Оценивание'] },
    { kind: 'ВКС', teachers: 3, offers: ['1', '2', '3', '4', '5', '6', '7'], topics: [] },
  ],
  missing: [
    { topic: 'Геометрия', teachers: 1 },
    { topic: 'геометрия', teachers: 4 },
  ],
};
const addedBy = (more: Partial<Parameters<typeof draftRoadMap>[0]> = {}) => {
  const { measures } = draft({ support, ...more });
  return measures.slice(draft().measures.length);
};

describe('help for teachers in a drafted plan', () => {
  it('becomes measures with their numbers, and names too few of them by no number', () => {
    expect(addedBy().map(({ text }) => text)).toEqual([
      'Обучить 21 учителя на курсах: «к-1», «к-2». Темы: «дроби», «Чтение».',
      'Организовать наставничество для учителей. Темы: «Дроби».',
      'Провести заседания методических объединений для 5 учителей: «м-1». Темы: «Оценивание».',
      'Организовать помощь для 3 учителей (ВКС): «1», «2», «3», «4», «5» и ещё 2.',
      'Найти или организовать занятия для учителей по теме, где помощи или мест не хватило: «Геометрия».',
    ]);
    const indicators = addedBy().flatMap((measure) => measure.indicators ?? []);
    expect(indicators.map(({ name, target }) => [name, target?.value])).toEqual([
      ['Учителей, получивших помощь', 21],
      ['Проведено занятий из списка', 1],
      ['Учителей, получивших помощь', 5],
      ['Учителей, получивших помощь', 3],
      ['Тем, по которым занятия нашлись', 1],
    ]);
    expect(addedBy({ language: 'en' })[0]?.text).toBe(
      'Train 21 teachers on courses: “к-1”, “к-2”. Topics: “дроби”, “Чтение”.',
    );
  });

  it('has the findings about its topics as evidence, and supports the measures that answer them', () => {
    const low = analysis.findings.filter(({ section }) => section === 'Дроби').map(({ id }) => id);
    expect(low.length).toBeGreaterThan(0);
    const [course, mentor, association, , missing] = addedBy({
      support: { ...support, missing: [{ topic: 'Дроби', teachers: 4 }] },
    });
    expect(course?.findings).toEqual(low);
    expect(mentor?.findings).toEqual(low);
    expect(association).not.toHaveProperty('findings');
    expect(missing).not.toHaveProperty('findings');
    expect(missing?.supports).toEqual(course?.supports);
    const answering = draft().measures.filter(({ findings = [] }) => findings.some((id) => low.includes(id)));
    expect(course?.supports).toEqual(answering.map(({ id }) => id));
  });

  it('leaves the rest of the plan as it was, valid and covered, in a leaf section of its own', () => {
    for (const language of ['ru', 'en'] as const) {
      const [plain, plan] = [draft({ language }), draft({ language, support })];
      expect(plan.measures.slice(0, plain.measures.length)).toEqual(plain.measures);
      expect(plan.sections.slice(0, -1)).toEqual(plain.sections);
      expect(plan.sections.at(-1)).toMatchObject({ addressee: 'municipality' });
      expect(new Set(addedBy({ language }).map(({ section }) => section))).toEqual(
        new Set([plan.sections.at(-1)?.id]),
      );
      expect(parseRoadMap(JSON.parse(JSON.stringify(plan)))).toMatchObject({ kind: 'plan' });
      expect(checkPlan(plan)).toEqual([]);
      const coverage = coverageOf(plan, analysis.findings);
      expect(coverage.open).toEqual([]);
      expect(coverage.unknown).toEqual([]);
      expect(
        readinessOf(plan, { stage: 'approval', findings: analysis.findings }).filter(
          ({ severity }) => severity === 'error',
        ),
      ).toEqual([]);
    }
    expect(draft({ support: { help: [], missing: [] } })).toEqual(draft());
  });
});
