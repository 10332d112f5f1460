import { describe, expect, it } from 'vitest';
import { parseRoadMap } from '../schema/road-map.schema.js';
import { checkPlan } from './check-plan.js';
import { PLAN_TEMPLATES, planTemplate } from './plan-templates.js';

describe('planTemplate', () => {
  it.each(Object.keys(PLAN_TEMPLATES))('gives a valid plan for %s in both languages', (name) => {
    for (const language of ['ru', 'en'] as const) {
      const plan = planTemplate(name, { language, schoolYear: '2025/2026' });
      expect(plan).toBeDefined();
      if (plan === undefined) return;
      expect(parseRoadMap(JSON.parse(JSON.stringify(plan))).kind).toBe('plan');
      expect(checkPlan(plan)).toEqual([]);
      expect(plan.measures.length).toBeGreaterThan(1);
      const fields = plan.columns?.map(({ field }) => field);
      expect(fields).toContain('text');
      if (language === 'en')
        expect(JSON.stringify({ ...plan, measures: plan.measures.map(({ text }) => text) })).not.toMatch(
          /[а-я]{3}/,
        );
    }
  });

  it('has the two forms of practice, of six and of four columns', () => {
    expect(
      planTemplate('recommendations-6', { language: 'ru', schoolYear: '2025/2026' })?.columns,
    ).toHaveLength(6);
    expect(planTemplate('measures-4', { language: 'ru', schoolYear: '2025/2026' })?.columns).toHaveLength(4);
    expect(planTemplate('nothing', { language: 'ru', schoolYear: '2025/2026' })).toBeUndefined();
  });

  it('reads its deadlines in the school year', () => {
    const plan = planTemplate('measures-4', { language: 'ru', schoolYear: '2026/2027' });
    expect(plan?.measures.every(({ deadline }) => deadline.kind !== 'none')).toBe(true);
    expect(plan?.measures.find(({ deadline }) => deadline.kind === 'month')?.deadline).toMatchObject({
      start: '2026-09-01',
      end: '2026-09-30',
    });
  });
});
