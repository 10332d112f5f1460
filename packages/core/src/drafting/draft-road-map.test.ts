import { describe, expect, it } from 'vitest';
import { aBlock, type Row } from '../../test/response-rows.js';
import { analyseFully } from '../analysis/index.js';
import type { Assessment } from '../assessment/index.js';
import { NOT_TAUGHT } from '../assessment/index.js';
import { checkPlan, coverageOf, readinessOf } from '../road-map/index.js';
import { parseRoadMap } from '../schema/index.js';
import { add, empty, merge } from '../tally/index.js';
import { figuresOfAnalysis } from './draft-figures.js';
import { draftRoadMap } from './draft-road-map.js';
import { recommendationsByAudience } from './recommendations.js';

const work = (schoolYear: string): Assessment => ({
  id: `work-${schoolYear.slice(5)}`,
  programme: 'ВПР',
  subject: 'Математика',
  grade: 5,
  schoolYear,
  items: [
    { id: '1', maxPoints: 1, level: 'basic', section: 'Дроби' },
    { id: '2', maxPoints: 2, level: 'basic', section: 'Дроби' },
    { id: '3', maxPoints: 1, level: 'basic', section: 'Геометрия' },
    { id: '4', maxPoints: 1, level: 'basic', section: 'Геометрия' },
  ],
});

/** Pupils of a school: fractions are hard, geometry is easy, item 4 was not taught to some. */
const school = (name: string, pupils: number, solves: number): readonly Row[] =>
  Array.from({ length: pupils }, (_, i) => ({
    unit: { municipality: 'Озёрный район', school: name },
    codes: [i < solves ? 2 : 0, i < solves ? 4 : 0, i < pupils - 2 ? 2 : 0, i % 3 === 0 ? NOT_TAUGHT : 2],
    mark: 4,
    journalMark: 4,
  }));

const old = add(empty(), aBlock(work('2024/2025'), school('s1', 30, 3)));
const current = add(
  empty(),
  aBlock(work('2025/2026'), [...school('s1', 30, 3), ...school('s2', 40, 38), ...school('s3', 25, 2)]),
);
const analysis = analyseFully(merge(old, current));
const draft = (more: Partial<Parameters<typeof draftRoadMap>[0]> = {}) =>
  draftRoadMap({
    id: 'plan',
    findings: analysis.findings,
    assessments: analysis.assessments,
    figureOf: figuresOfAnalysis(analysis),
    language: 'ru',
    ...more,
  });

describe('draftRoadMap', () => {
  it('leaves no finding open, and waives those of former years with a reason', () => {
    const plan = draft();
    const coverage = coverageOf(plan, analysis.findings);
    expect(coverage.open).toEqual([]);
    expect(coverage.orphans).toEqual([]);
    expect(coverage.unknown).toEqual([]);
    expect(coverage.waived.size).toBeGreaterThan(0);
    for (const [finding, reason] of coverage.waived) {
      expect(finding).toContain('work-2025');
      expect(reason).toContain('2024/2025');
    }
    expect(plan.schoolYear).toBe('2026/2027');
  });

  it('is a valid plan in which nothing lacks', () => {
    for (const language of ['ru', 'en'] as const) {
      const plan = draft({ language });
      expect(parseRoadMap(JSON.parse(JSON.stringify(plan)))).toMatchObject({ kind: 'plan' });
      expect(checkPlan(plan)).toEqual([]);
      expect(
        readinessOf(plan, { stage: 'approval', findings: analysis.findings }).filter(
          ({ severity }) => severity === 'error',
        ),
      ).toEqual([]);
    }
  });

  it('takes schools with low results along in one measure, or in the school’s own plan', () => {
    const weak = Array.from({ length: 30 }, (_, i) => ({
      unit: { municipality: 'Озёрный район', school: 's1' },
      codes: [0, 0, 0, 0],
      mark: i < 20 ? 2 : 3,
    }));
    const low = analyseFully(
      add(
        add(empty(), aBlock(work('2025/2026'), weak)),
        aBlock({ ...work('2025/2026'), id: 'ru', subject: 'Русский язык' }, weak),
      ),
    );
    const finding = low.findings.find(({ kind }) => kind === 'low-results');
    const plan = (unit?: { readonly level: 'school'; readonly unit: string }) =>
      draft({
        findings: low.findings,
        assessments: low.assessments,
        figureOf: figuresOfAnalysis(low),
        nameOf: (level, name) => (level === 'school' ? `Школа ${name}` : name),
        ...(unit === undefined ? {} : { unit }),
      });
    const whole = plan().measures.find(({ findings }) => findings?.includes(finding?.id ?? ''));
    expect(whole?.text).toContain('Школа s1');
    expect(whole?.reason).toMatch(/^Школа s1: вероятность низких результатов больше 99\u00a0%/);
    expect(coverageOf(plan(), low.findings).open).toEqual([]);
    const own = plan({ level: 'school', unit: 's1' });
    expect(own.measures.find(({ findings }) => findings?.includes(finding?.id ?? ''))?.text).toContain(
      'назначить куратора',
    );
    expect(parseRoadMap(JSON.parse(JSON.stringify(plan()))).kind).toBe('plan');
  });

  it('names item, section, pupils and schools, and gives baseline and target', () => {
    const measure = draft().measures.find(({ text }) => text.includes('«Дроби»'));
    expect(measure?.text).toContain('Математика, 5\u00a0класс, ВПР 2025/2026');
    expect(measure?.text).toContain('задания 1, 2');
    expect(measure?.text).toContain('школы: s1, s3');
    expect(measure?.reason).toMatch(/Задание 1 \(s3\): \d+\u00a0% возможных баллов, 25 учеников/);
    const indicator = measure?.indicators?.[0];
    // 3 of 30, 38 of 40 and 2 of 25 solved it: three schools so different say nothing certain about all.
    expect(indicator?.baseline).toMatchObject({ value: 2 / 25, n: 25, source: 'work-2026' });
    expect(indicator?.target?.value).toBeCloseTo(Math.ceil((indicator?.baseline?.high ?? 0) * 100) / 100, 12);
    expect(indicator?.checkpoints).toHaveLength(2);
  });

  it('answers only what is about the unit whose plan it is', () => {
    const plan = draft({ unit: { level: 'school', unit: 's3' }, nameOf: (_, unit) => `Школа ${unit}` });
    const own = analysis.findings.filter(({ level, unit }) => level === 'school' && unit === 's3');
    expect(own.length).toBeGreaterThan(0);
    expect(coverageOf(plan, own)).toMatchObject({ open: [], unknown: [] });
    expect(plan).toMatchObject({ level: 'school', school: 's3' });
    expect(plan.title).toContain('Школа s3');
    expect(JSON.stringify(plan)).not.toContain('school|s1');
    // Its name stands in the title; in every line it would tell nobody anything.
    const names = plan.measures.flatMap(({ indicators = [] }) => indicators.map(({ name }) => name));
    expect(names.filter((name) => name.startsWith('Решаемость'))).not.toEqual([]);
    expect(names.join()).not.toContain('Школа s3');
    expect(draft({ nameOf: (_, unit) => `Школа ${unit}` }).measures[0]?.indicators?.[0]?.name).toContain(
      '; Школа s',
    );
    // What a municipality orders of its schools is not for one of them to decide.
    expect(plan).not.toHaveProperty('decisions');
    expect(draft().decisions?.[0]?.text).toContain('муниципального задания');
    expect(
      draft({ unit: { level: 'school', unit: 's2' } }).measures.some(({ text }) => text.includes('«Дроби»')),
    ).toBe(false);
  });

  it('speaks to everybody who has a part in it', () => {
    const by = recommendationsByAudience(draft());
    expect([...by.keys()]).toEqual(['heads', 'deputyHeads', 'teachers', 'parents']);
    const text = draft({ language: 'en' })
      .measures.map(({ text: of, reason = '' }) => `${of} ${reason}`)
      .join(' ');
    expect(text.replace(/Математика|ВПР|«?Дроби»?|Геометрия|Озёрный район/g, '')).not.toMatch(/[а-яё]/i);
  });

  it('tells works of one name apart', () => {
    const again = { ...work('2025/2026'), id: 'again' };
    const titles = draft({ assessments: [...analysis.assessments, again] }).sections?.map(
      ({ title }) => title,
    );
    expect(titles?.[0]).toBe('Математика, 5\u00a0класс, ВПР 2025/2026 (work-2026)');
    expect(draft().sections?.[0]?.title).toBe('Математика, 5\u00a0класс, ВПР 2025/2026');
  });

  it('needs a school year from somewhere', () => {
    const assessments = analysis.assessments.map(({ schoolYear: _, ...rest }) => rest);
    expect(() => draft({ assessments })).toThrow('draftRoadMap requires a school year');
    expect(draft({ assessments, schoolYear: '2025/2026' }).schoolYear).toBe('2025/2026');
  });
});
