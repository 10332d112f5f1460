import { describe, expect, it } from 'vitest';
import { en } from './messages/en.js';
import { ru } from './messages/ru.js';
import { describePlanIssue } from './plan-issue.js';

describe('describePlanIssue', () => {
  it('says what happened and what to do, in both languages', () => {
    const issue = {
      file: 'plan.docx',
      table: 1,
      row: 5,
      code: 'number-gap',
      severity: 'warning',
      parameters: { before: '4.', number: '6.' },
    } as const;
    expect(describePlanIssue(issue, 'ru')).toBe('После номера 4. идёт 6.: номер пропущен.');
    expect(describePlanIssue(issue, 'en')).toBe('4. is followed by 6.: a number is missing.');
  });

  it('passes the sentences of deadlines on', () => {
    const issue = {
      file: 'plan.docx',
      code: 'date-impossible',
      severity: 'warning',
      parameters: { at: 0, text: '31.02.2025', severity: 'error' },
    } as const;
    expect(describePlanIssue(issue, 'ru')).toContain('31.02.2025');
    expect(describePlanIssue(issue, 'en')).toContain('31.02.2025');
  });

  it('has every sentence in both languages, each with a capital and a full stop', () => {
    expect(Object.keys(en)).toEqual(Object.keys(ru));
    const anything: Record<string, never> = new Proxy({}, { get: () => 1 });
    for (const text of [...Object.values(ru), ...Object.values(en)])
      expect(Reflect.apply(text, undefined, [anything])).toMatch(/^[\p{Lu}\d].*\.$/u);
  });
});
