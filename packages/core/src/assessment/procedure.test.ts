import { describe, expect, it } from 'vitest';
import { procedureOf, sameName } from './procedure.js';

const work = (programme: string, subject: string, grade?: number) => ({
  programme,
  subject,
  ...(grade === undefined ? {} : { grade }),
});

describe('sameName', () => {
  it('does not mind case and the spaces around', () => {
    expect(sameName(' ВПР', 'впр ')).toBe(true);
    expect(sameName('ВПР', 'ОГЭ')).toBe(false);
  });
});

describe('procedureOf', () => {
  it('is the same for the same programme, subject and grade, whatever their capitals and the spaces around', () => {
    expect(procedureOf(work('ВПР', 'Математика', 5))).toBe(procedureOf(work(' впр', 'МАТЕМАТИКА ', 5)));
  });

  it('tells works apart that differ in one of them, and does not run them together', () => {
    const works = [
      work('ВПР', 'Математика', 5),
      work('ОГЭ', 'Математика', 5),
      work('ВПР', 'Физика', 5),
      work('ВПР', 'Математика', 6),
      work('ВПР', 'Математика'),
      work('ВПРМ', 'атематика', 5),
      work('ВПР', 'Математика5'),
    ];
    expect(new Set(works.map(procedureOf)).size).toBe(works.length);
  });
});
