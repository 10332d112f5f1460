import { analyseFully } from '@orientir/core/analysis';
import { hse3yBoth, omsk2025 } from '@orientir/core/assessment';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { sampleBlock } from '../../test/sample-block.js';
import { checkRiskData, riskData } from './index.js';

/** Schools by pupils and low marks, on two subjects. */
const SCHOOLS = [
  { id: 'a', n: 60, low: 36 },
  { id: 'b', n: 12, low: 5 },
  { id: 'c', n: 60, low: 2 },
  { id: 'd', n: 4, low: 1 },
];

const block = (subject: string, id = subject) =>
  sampleBlock(
    {
      id,
      programme: 'ВПР',
      subject,
      grade: 5,
      schoolYear: '2025/2026',
      items: [{ id: '1', maxPoints: 1 }],
    },
    SCHOOLS,
  );

const analysis = analyseFully(add(add(empty(), block('Математика')), block('Русский язык')), {
  lowResultsRules: [omsk2025, hse3yBoth],
});
const options = { wholeName: 'Район', names: new Map([['a', 'СОШ № 1']]) };
const parsed = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

describe('riskData', () => {
  it('says of each school what the analysis says, with its works', () => {
    const data = riskData(analysis, options);
    expect(data?.rules).toMatchObject({ id: 'omsk-2025', shareFrom: 0.3, verification: 'second-hand' });
    expect(data?.schools.map(({ id, name, class: verdict, listed }) => [id, name, verdict, listed])).toEqual([
      ['a', 'СОШ № 1', 'low', true],
      ['b', 'b', 'undetermined', true],
      ['c', 'c', 'not-low', false],
      ['d', 'd', 'too-few', false],
    ]);
    const [a, , , d] = data?.schools ?? [];
    expect(a).toMatchObject({ n: 120, share: 0.6, distanceToExit: 19 });
    expect(a?.works).toHaveLength(2);
    expect(a?.works[0]).toMatchObject({ lowPupils: 36, n: 60, share: 0.6, triggered: true });
    expect(d).toMatchObject({ reason: 'too-few' });
    expect(d?.works.every(({ leftOut, triggered }) => leftOut === 'too-few' && !triggered)).toBe(true);
    expect(data?.assessments.map(({ subject }) => subject)).toEqual(['Математика', 'Русский язык']);
  });

  it('has the same triggered works as the analysis, whatever the ruleset', () => {
    for (const ruleset of ['omsk-2025', 'hse-3y-both']) {
      const { schools } = riskData(analysis, { ...options, ruleset }) ?? { schools: [] };
      for (const risk of analysis.schoolRisks.filter((of) => of.ruleset === ruleset)) {
        const works = schools.find(({ id }) => id === risk.school)?.works ?? [];
        const triggered = works.flatMap((work) => (work.triggered ? [work.assessment] : []));
        expect(triggered.sort()).toEqual([...risk.triggered].sort());
      }
    }
  });

  it('is absent for a ruleset that is not there, and empty for one that finds no works', () => {
    expect(riskData(analysis, { ...options, ruleset: 'other' })).toBeUndefined();
    expect(riskData(analysis, { ...options, ruleset: 'hse-3y-both' })?.schools).toEqual([]);
  });

  it('tells works of one name apart', () => {
    const twice = ['m-may', 'm-september'].reduce(
      (tally, id) => add(tally, block('Математика', id)),
      empty(),
    );
    const whole = analyseFully(add(twice, block('Физика')), { lowResultsRules: [omsk2025] });
    expect(riskData(whole, options)?.assessments.map(({ id, subject }) => [id, subject])).toEqual([
      ['m-may', 'Математика (m-may)'],
      ['m-september', 'Математика (m-september)'],
      ['Физика', 'Физика'],
    ]);
  });

  it('goes through JSON and the door unchanged, and names no teacher', () => {
    const data = riskData(analysis, options);
    expect(checkRiskData(parsed(data))).toEqual({ kind: 'data', data: parsed(data) });
    expect(JSON.stringify(data)).not.toContain('учитель');
  });

  it('is refused in another version, and damaged', () => {
    const data = riskData(analysis, options);
    expect(checkRiskData({ ...data, version: 2 })).toEqual({ kind: 'other-version', found: '2' });
    const [school] = data?.schools ?? [];
    for (const wrong of [
      null,
      7,
      [],
      {},
      { ...data, unit: undefined },
      { ...data, schema: 'other' },
      { ...data, rules: { id: 'omsk-2025' } },
      { ...data, rules: { ...data?.rules, title: 'Омская область' } },
      { ...data, rules: { ...data?.rules, title: { ru: 'Омская область' } } },
      { ...data, rules: { ...data?.rules, title: { ru: 5, en: 'Omsk region' } } },
      { ...data, assessments: [{ subject: 'Математика' }] },
      { ...data, schools: [null] },
      { ...data, schools: [{ ...school, share: 1.2 }] },
      { ...data, schools: [{ ...school, probability: '0.5' }] },
      { ...data, schools: [{ ...school, works: [{ assessment: 'Математика' }] }] },
    ])
      expect(checkRiskData(wrong), JSON.stringify(wrong)).toEqual({ kind: 'wrong' });
  });
});
