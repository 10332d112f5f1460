import { expect, it } from 'vitest';
import type { Objectivity, OwnOutcome } from '../objectivity/index.js';
import { objectivityRules } from '../objectivity/index.js';
import { flaggedSchools, inflatedResults } from './objectivity-findings.js';

const outcome = (school: string, test: OwnOutcome['test'], flag: boolean): OwnOutcome => ({
  school,
  region: 'Р',
  schoolYear: '2025/2026',
  assessment: 'm5',
  test,
  n: 60,
  result: { kind: 'tested', statistic: 1, p: 0.001, q: 0.01, flag, power: { kind: 'none' } },
});

it('a school with any flag is no model, whether or not it may be too high', () => {
  const own = [
    outcome('a', 'border-bunching', true),
    outcome('b', 'journal-shift', true),
    outcome('c', 'border-bunching', false),
  ];
  const objectivity: Objectivity = { rules: objectivityRules, official: [], own };
  expect([...flaggedSchools(objectivity)]).toEqual(['a', 'b']);
  expect([...inflatedResults(objectivity)]).toHaveLength(1);
});
