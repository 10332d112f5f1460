import { describe, expect, it } from 'vitest';
import { anAssessment } from '../../test/response-rows.js';
import { hse3yBoth, omsk2025 } from '../assessment/low-results-rules.js';
import { rulesLookAt } from './procedures.js';

const work = (programme: string, subject: string, grade?: number) => {
  const { grade: _, ...rest } = anAssessment([1], { programme, subject });
  return grade === undefined ? rest : { ...rest, grade };
};

describe('rulesLookAt', () => {
  const maths = work('ВПР', 'Математика', 5);
  const by = (...procedures: (typeof omsk2025)['procedures']) =>
    rulesLookAt(maths, { ...omsk2025, procedures });

  it('looks at every work where the ruleset names none', () => {
    expect(by()).toBe(true);
  });

  it('asks for every field that is given, and for no other', () => {
    expect(by({})).toBe(true);
    expect(by({ programme: 'ВПР' })).toBe(true);
    expect(by({ programme: 'ОГЭ' })).toBe(false);
    expect(by({ subject: 'Математика' })).toBe(true);
    expect(by({ subject: 'Физика' })).toBe(false);
    expect(by({ grade: 5 })).toBe(true);
    expect(by({ grade: 6 })).toBe(false);
    expect(by({ programme: 'ВПР', subject: 'Математика', grade: 5 })).toBe(true);
    expect(by({ programme: 'ОГЭ', subject: 'Математика', grade: 5 })).toBe(false);
    expect(by({ programme: 'ВПР', subject: 'Физика', grade: 5 })).toBe(false);
    expect(by({ programme: 'ВПР', subject: 'Математика', grade: 6 })).toBe(false);
  });

  it('takes one of several, whatever their capitals', () => {
    expect(by({ subject: 'Физика' }, { programme: 'впр', subject: 'МАТЕМАТИКА' })).toBe(true);
    expect(by({ subject: 'Физика' }, { subject: 'Химия' })).toBe(false);
    expect(rulesLookAt(work('ЕГЭ', 'русский язык'), hse3yBoth)).toBe(true);
    expect(rulesLookAt(work('ВПР', 'Русский язык', 5), hse3yBoth)).toBe(false);
  });

  it('does not know the grade of a work that has none', () => {
    expect(rulesLookAt(work('ЕГЭ', 'Математика'), { ...omsk2025, procedures: [{ grade: 11 }] })).toBe(false);
  });
});
