import { describe, expect, it } from 'vitest';
import { omsk2025 } from '../assessment/index.js';
import { parseLowResultsRules } from './index.js';

describe('parseLowResultsRules', () => {
  it('reads a ruleset as the user’s own, whatever it says of itself', () => {
    const procedures = [{ subject: 'Математика' }];
    expect(parseLowResultsRules({ ...omsk2025, verification: 'verified', procedures })).toEqual({
      kind: 'rules',
      rules: { ...omsk2025, verification: 'own', procedures },
    });
  });

  it('names the field that is wrong', () => {
    const wrong = (of: object) => {
      const parsed = parseLowResultsRules({ ...omsk2025, ...of });
      return parsed.kind === 'refused' ? parsed.problems.map(({ path }) => path) : [];
    };
    expect(wrong({ shareFrom: 30 })).toEqual(['shareFrom']);
    expect(wrong({ probability: 0.5 })).toEqual(['probability']);
    expect(wrong({ conditions: [] })).toEqual(['conditions']);
    expect(wrong({ combine: 'both' })).toEqual(['combine']);
    expect(parseLowResultsRules(null).kind).toBe('refused');
  });
});
