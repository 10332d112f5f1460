import { describe, expect, it } from 'vitest';
import { sampleRisk } from '../../test/sample-risk.js';
import { shapeMarks } from '../chart/shapes.js';
import { RESULT_SHAPES } from '../quadrant/place-quadrant.js';
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

  it('says of what the figures of a work are, and for which works a school is listed', () => {
    const low = schoolOf('low');
    expect(riskRow(low, data, 'ru').evidence[0]?.text).toMatch(
      /^низких результатов \d+ из \d+, .*; из-за этой работы школа в списке\.$/,
    );
    expect(riskRow(low, data, 'en').evidence[0]?.text).toMatch(/^low results: \d+ of \d+, .*on the list\.$/);
    const [work] = low.works;
    if (work === undefined) throw new Error('no work');
    const open = { ...low, works: [{ ...work, uncertainPupils: 2 }] };
    expect(riskRow(open, data, 'ru').evidence[0]?.text).toMatch(/^низких результатов от \d+ до \d+ из \d+/);
    expect(riskRow(schoolOf('not-low'), data, 'ru').cells.rule).toBe('не в списке');
    expect(riskRow(schoolOf('not-low'), data, 'en').cells.rule).toBe('not listed');
  });

  it('points down for low results, as every chart does', () => {
    expect(riskRow(schoolOf('low'), data, 'ru').sign.marks).toEqual(
      shapeMarks(RESULT_SHAPES.low, 12, 10, 6, 'plain'),
    );
  });

  it('speaks of no probability and no conclusion where the rule says nothing', () => {
    const few = schoolOf('too-few');
    expect(riskRow({ ...few, uncertain }, data, 'ru').stability).toBe('');
    expect(riskRow(few, data, 'ru').cells.exit).toBe('–');
  });
});
