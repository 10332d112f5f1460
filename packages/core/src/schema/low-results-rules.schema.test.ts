import { describe, expect, it } from 'vitest';
import { lowResultsRulesTitle, omsk2025 } from '../assessment/index.js';
import { RuleChance } from '../risk/rule-chance.js';
import { parseLowResultsRules } from './index.js';

describe('parseLowResultsRules', () => {
  it('reads a ruleset as the user’s own, whatever it says of itself', () => {
    const procedures = [{ subject: 'Математика' }];
    expect(parseLowResultsRules({ ...omsk2025, verification: 'verified', procedures })).toEqual({
      kind: 'rules',
      rules: { ...omsk2025, verification: 'own', procedures },
    });
  });

  it('takes a title in both languages, or none', () => {
    const { title: _, ...rules } = omsk2025;
    const titled = { ...rules, title: { ru: 'Наше правило', en: 'Our rule' } };
    expect(parseLowResultsRules(titled)).toMatchObject({ rules: { title: titled.title } });
    expect(parseLowResultsRules(rules)).toEqual({ kind: 'rules', rules: { ...rules, verification: 'own' } });
    const parsed = parseLowResultsRules({ ...rules, title: { ru: 'Наше правило' } });
    expect(parsed.kind === 'refused' && parsed.problems.map(({ path }) => path)).toEqual(['title.en']);
    expect(lowResultsRulesTitle('hse-3y-both', 'ru')).toBe('ЕГЭ, три года подряд (ВШЭ)');
    expect(lowResultsRulesTitle('наше', 'en')).toBe('наше');
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

  it('refuses a procedure with a field that there is not: a misspelt one would let every work count', () => {
    const parsed = parseLowResultsRules({ ...omsk2025, procedures: [{ grade: 5 }, { subjekt: 'Физика' }] });
    expect(parsed.kind === 'refused' && parsed.problems).toEqual([
      {
        path: 'procedures.1.subjekt',
        ru: 'такого поля не бывает: проверьте, как оно пишется',
        en: 'there is no such field: check its spelling',
      },
    ]);
  });

  it('takes just the conditions whose probability can be computed', () => {
    const five = (procedures: number) => ({ years: 5, procedures, same: false });
    const small = { years: 1, procedures: 3, same: true };
    for (const [conditions, isTaken] of [
      [[five(3), small], true],
      [[five(4)], true],
      [[five(3), { ...small, procedures: 4 }], false],
      [[five(5)], false],
    ] as const) {
      const parsed = parseLowResultsRules({ ...omsk2025, conditions });
      expect(parsed.kind).toBe(isTaken ? 'rules' : 'refused');
      if (parsed.kind === 'rules') expect(new RuleChance(parsed.rules).years).toBe(5);
      else {
        expect(() => new RuleChance({ ...omsk2025, conditions })).toThrow(RangeError);
        const [problem] = parsed.problems;
        expect(problem?.path).toBe('conditions');
        expect(problem?.ru).toContain('4096; уменьшите years или procedures');
        expect(problem?.en).toContain('4096; lower years or procedures');
      }
    }
  });
});
