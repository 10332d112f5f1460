import { describe, expect, it } from 'vitest';
import { minimumOf } from '../assessment/index.js';
import { parseTestScoreRules } from './index.js';

const rules = {
  id: 'region-2027',
  source: 'Приказ департамента',
  minimums: { 'Русский язык': 24, Химия: 36 },
  middleFrom: 56,
  highFrom: 81,
};

describe('parseTestScoreRules', () => {
  it('reads borders as the user’s own, whatever they say of themselves', () => {
    const parsed = parseTestScoreRules({ ...rules, verification: 'verified' });
    if (parsed.kind === 'refused') throw new Error('refused');
    expect(parsed.rules).toMatchObject({ id: 'region-2027', verification: 'own', middleFrom: 56 });
    expect(minimumOf(parsed.rules, 'химия')).toBe(36);
    expect(minimumOf(parsed.rules, 'constructor')).toBeUndefined();
  });

  it('names the field that is wrong', () => {
    const wrong = (of: object) => {
      const parsed = parseTestScoreRules({ ...rules, ...of });
      return parsed.kind === 'refused' ? parsed.problems.map(({ path }) => path) : [];
    };
    expect(wrong({ minimums: { Химия: 136 } })).toEqual(['minimums.Химия']);
    expect(wrong({ highFrom: 50 })).toEqual(['highFrom']);
    expect(wrong({ source: '' })).toEqual(['source']);
    expect(parseTestScoreRules(null).kind).toBe('refused');
  });
});
