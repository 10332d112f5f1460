import { describe, expect, it } from 'vitest';
import { aMeasure, aPlan } from '../../test/road-map/a-plan.js';
import { coverageOf, readinessOf } from './coverage.js';
import { describeRoadMapIssue } from './road-map-issue.js';

const findings = [
  { id: 'f1', severity: 'high' },
  { id: 'f2', severity: 'medium' },
  { id: 'f3', severity: 'low' },
  { id: 'f4', severity: 'high' },
] as const;

describe('coverageOf', () => {
  const plan = aPlan(
    [aMeasure('m1', { findings: ['f1'] }), aMeasure('m2', { findings: ['f1', 'gone'] }), aMeasure('m3')],
    {
      waivers: [
        { finding: 'f2', reason: 'тему изучают в мае' },
        { finding: 'old', reason: 'x' },
      ],
    },
  );

  it('says what is answered, waived and open, and what answers nothing', () => {
    const coverage = coverageOf(plan, findings);
    expect([...coverage.answered]).toEqual([['f1', ['m1', 'm2']]]);
    expect([...coverage.waived]).toEqual([['f2', 'тему изучают в мае']]);
    expect(coverage.open).toEqual(['f3', 'f4']);
    expect(coverage.orphans).toEqual(['m3']);
    expect(coverage.unknown).toEqual([{ finding: 'gone', measure: 'm2' }, { finding: 'old' }]);
  });

  it('takes a measure that supports an answer for no orphan, and for no answer', () => {
    const helped = aPlan([aMeasure('m1', { findings: ['f1'] }), aMeasure('m2', { supports: ['m1'] })]);
    expect(coverageOf(helped, findings)).toMatchObject({ orphans: [], open: ['f2', 'f3', 'f4'] });
    expect(coverageOf(aPlan([aMeasure('m2', { supports: ['m1'] })]), findings).orphans).toEqual(['m2']);
  });

  it('takes a measure for an answer even where the finding was waived', () => {
    const both = aPlan([aMeasure('m1', { findings: ['f1'] })], { waivers: [{ finding: 'f1', reason: 'x' }] });
    expect(coverageOf(both, findings).waived.size).toBe(0);
  });
});

describe('readinessOf', () => {
  const complete = aMeasure('m1', {
    findings: ['f1', 'f2', 'f4'],
    indicators: [
      {
        id: 'i',
        name: 'Решаемость',
        unit: 'share',
        target: { comparator: 'atLeast', value: 0.5, of: 'value' },
        checkpoints: [{ name: 'Диагностика' }],
      },
    ],
  });

  it('lets gaps pass in a draft and stops them at approval', () => {
    const plan = aPlan([
      aMeasure('m1', { deadline: { kind: 'none', raw: '', reason: 'empty' }, responsible: [] }),
      aMeasure('m2', {
        deadline: { kind: 'none', raw: 'скоро', reason: 'not-understood' },
        indicators: [{ id: 'i', name: 'Доля', unit: 'share' }],
        quantities: [
          { raw: 'на 3 %', comparator: 'exactly', kind: 'change', value: 0.03, meaning: 'unclear' },
        ],
      }),
    ]);
    const codes = (stage: 'draft' | 'approval') =>
      readinessOf(plan, { stage }).map(({ code, severity, measure }) => `${severity} ${measure} ${code}`);
    const expected = [
      'm1 deadline-missing',
      'm1 responsible-missing',
      'm1 indicator-missing',
      'm2 deadline-not-understood',
      'm2 target-missing',
      'm2 checkpoint-missing',
      'm2 change-unclear',
    ];
    expect(codes('draft')).toEqual(expected.map((code) => `warning ${code}`));
    expect(codes('approval')).toEqual(expected.map((code) => `error ${code}`));
  });

  it('asks for every finding that is not low', () => {
    expect(readinessOf(aPlan([complete]), { stage: 'approval', findings })).toEqual([
      { code: 'finding-open', severity: 'warning', parameters: { finding: 'f3' } },
    ]);
    const open = readinessOf(aPlan([]), { stage: 'approval', findings }).filter(
      ({ severity }) => severity === 'error',
    );
    expect(open).toHaveLength(3);
  });

  it('warns of one party with more than it can do', () => {
    const many = Array.from({ length: 11 }, (_, i) => ({ ...complete, id: `m${i}` }));
    const issues = readinessOf(aPlan(many), { stage: 'approval' });
    expect(issues).toEqual([
      {
        code: 'responsible-overloaded',
        severity: 'warning',
        parameters: { party: 'Директор', measures: 11 },
      },
    ]);
    expect(issues.map((issue) => describeRoadMapIssue(issue, 'ru'))).toEqual([
      'На «Директор» приходится 11 мероприятий: проверьте, посильно ли это.',
    ]);
    expect(readinessOf(aPlan(many.slice(1)), { stage: 'approval' })).toEqual([]);
    expect(readinessOf(aPlan(many.slice(1)), { stage: 'approval', mostMeasures: 9 })).toHaveLength(1);
  });

  it('looks for a measure behind every problem, by itself or through a task', () => {
    const goals = [{ id: 'g', text: 'Цель', tasks: [{ id: 't', text: 'Задача', problems: ['p2'] }] }];
    const problems = ['p1', 'p2', 'p3'].map((id) => ({ id, text: id }));
    const plan = aPlan([{ ...complete, problems: ['p1'], tasks: ['t'] }], { problems, goals });
    expect(readinessOf(plan, { stage: 'approval' })).toEqual([
      { code: 'problem-without-measure', severity: 'error', parameters: { problem: 'p3' } },
    ]);
    const unlinked = readinessOf(aPlan([complete], { problems }), { stage: 'approval' });
    expect(unlinked.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
  });
});
