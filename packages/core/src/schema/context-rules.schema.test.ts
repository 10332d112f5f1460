import { describe, expect, it } from 'vitest';
import { equalWeights, resilient } from '../context/index.js';
import { parseContextRules } from './index.js';

describe('parseContextRules', () => {
  const { verification: _, ...document } = equalWeights;
  const { hardShare, probability, years, minSchools } = resilient;

  it('reads a ruleset as the user’s own, whatever it says of itself', () => {
    const indicators = [{ id: 'far_from_town', direction: 1, weight: 2 }];
    expect(parseContextRules({ ...document, verification: 'verified', indicators })).toEqual({
      kind: 'rules',
      rules: { ...equalWeights, verification: 'own', indicators },
      resilience: resilient,
    });
    const asked = { hardShare: 0.2, probability, years: 2, minSchools };
    expect(parseContextRules({ ...document, id: 'x', resilience: asked })).toMatchObject({
      resilience: { ...asked, id: 'x-resilience', source: document.source, verification: 'own' },
    });
  });

  it('names the field that is wrong', () => {
    const wrong = (of: object) => {
      const parsed = parseContextRules({ ...document, ...of });
      return parsed.kind === 'refused' ? parsed.problems.map(({ path }) => path) : [];
    };
    const [first] = document.indicators;
    expect(wrong({ indicators: [] })).toEqual(['indicators']);
    expect(wrong({ indicators: [{ ...first, weight: 0 }] })).toEqual(['indicators.0.weight']);
    expect(wrong({ indicators: [{ ...first, direction: 2 }] })).toEqual(['indicators.0.direction']);
    expect(wrong({ indicators: [first, first] })).toEqual(['indicators']);
    expect(wrong({ resiliense: { hardShare, probability, years, minSchools } })).toEqual(['resiliense']);
    expect(wrong({ leastWeight: 75 })).toEqual(['leastWeight']);
    expect(wrong({ normalisation: 'rank' })).toEqual(['normalisation']);
    expect(wrong({ resilience: { hardShare, probability: 0.5, years, minSchools } })).toEqual([
      'resilience.probability',
    ]);
    expect(parseContextRules({ ...document, confidential: 'school-only' }).kind).toBe('refused');
    expect(parseContextRules(null).kind).toBe('refused');
  });
});
