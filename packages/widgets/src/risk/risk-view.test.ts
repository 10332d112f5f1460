import { describe, expect, it } from 'vitest';
import { sampleRisk } from '../../test/sample-risk.js';
import type { RiskSchool } from './risk-data.js';
import { riskRow } from './risk-view.js';

const data = sampleRisk(7);
const uncertain = { pupils: 3 };
const schoolOf = (riskClass: RiskSchool['class']): RiskSchool => {
  const school = data.schools.find((of) => of.class === riskClass);
  if (school === undefined) throw new Error('no school');
  return school;
};

describe('riskRow', () => {
  it('says that some marks are not certain, and what is the least then', () => {
    const school = { ...schoolOf('low'), distanceToExit: 10 };
    expect(riskRow(school, data, 'ru').cells.exit).toBe('10');
    const open = riskRow({ ...school, uncertain }, data, 'ru');
    expect(open.cells.exit).toBe('≥\u00a010');
    expect(open.stability).toContain('Вероятность — наименьшая из возможных.');
  });

  it('speaks of no probability and no conclusion where the rule says nothing', () => {
    const few = schoolOf('too-few');
    expect(riskRow({ ...few, uncertain }, data, 'ru').stability).toBe('');
    expect(riskRow(few, data, 'ru').cells.exit).toBe('–');
  });
});
