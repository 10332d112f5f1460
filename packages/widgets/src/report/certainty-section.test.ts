import type { FullAnalysis } from '@orientir/core/analysis';
import { analyseFully } from '@orientir/core/analysis';
import { known } from '@orientir/core/foundation';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { certaintySection } from './certainty-section.js';

type Schools = readonly (readonly [low: number, n: number])[];

/** Schools of `n` pupils, of whom so many have mark 2; the others have mark 4. */
function analysisOf(schools: Schools): FullAnalysis {
  const pupils = schools.flatMap(([low, n], school) =>
    Array.from({ length: n }, (_, pupil) => ({ school, mark: pupil < low ? 2 : 4 })),
  );
  const tally = add(empty(), {
    assessment: {
      id: 'diag',
      programme: 'ВПР',
      subject: 'Математика',
      grade: 8,
      schoolYear: '2025/2026',
      items: [{ id: '1', maxPoints: 1 }],
    },
    rows: pupils.length,
    units: schools.map((_, school) => ({ school: `s${school}` })),
    unit: Uint32Array.from(pupils, ({ school }) => school),
    variants: ['1'],
    variant: new Uint16Array(pupils.length),
    teachers: [],
    teacher: new Uint32Array(pupils.length),
    points: [new Uint8Array(pupils.length).fill(2)],
    mark: Uint8Array.from(pupils, ({ mark }) => mark),
    journalMark: new Uint8Array(pupils.length),
    absent: new Uint8Array(pupils.length),
  });
  return analyseFully(tally);
}

function sure(schools: Schools, analysis = analysisOf(schools)): string {
  return certaintySection({
    analysis,
    record: { files: [], issues: [] },
    schoolNames: new Map(),
    language: 'ru',
  })
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');
}

const ALIKE = Array.from({ length: 11 }, (_, school) => [3 + (school % 3), 20] as const);

describe('how sure we are of low results', () => {
  it('counts the schools that chance and usual differences do not explain', () => {
    expect(sure([[40, 50], [2, 4], ...ALIKE])).toContain(
      'Низких результатов больше, чем объясняют случайность и обычные различия школ, в 1 из 13 школ (воронка, 99,8 %). Доли малых школ с поправкой на число учеников — в shrunken.csv.',
    );
    expect(sure(ALIKE)).toContain(
      'Низкие результаты каждой школы можно объяснить случайностью и обычными различиями школ.',
    );
  });

  it('counts small schools in the case of their number', () => {
    const small = Array.from({ length: 10 }, () => [1, 3] as const);
    expect(sure([...ALIKE, ...small])).toContain('В 10 из 21 школы писали меньше 10 учеников:');
  });

  it('says nothing of so few schools that they do not say how schools differ', () => {
    expect(sure(ALIKE.slice(1))).not.toContain('shrunken.csv');
  });
});

describe('how reliable a work is', () => {
  const analysis = analysisOf(ALIKE);
  const wordsOn = (alpha: number) => {
    const testResults = analysis.testResults.map((of) => ({ ...of, alpha: known(alpha, 220) }));
    return /Надёжность .*? — [а-я]+/.exec(sure(ALIKE, { ...analysis, testResults }))?.[0];
  };

  it('shows decimals enough to see on which side of a border of the words it is', () => {
    expect(wordsOn(0.8)).toBe('Надёжность 0,80 (альфа Кронбаха) — хорошая');
    expect(wordsOn(0.7961)).toBe('Надёжность 0,796 (альфа Кронбаха) — средняя');
    expect(wordsOn(0.89996)).toBe('Надёжность 0,89996 (альфа Кронбаха) — хорошая');
    expect(wordsOn(0.8004)).toBe('Надёжность 0,80 (альфа Кронбаха) — хорошая');
    expect(wordsOn(0.6951)).toBe('Надёжность 0,695 (альфа Кронбаха) — низкая');
    expect(wordsOn(0.953)).toBe('Надёжность 0,95 (альфа Кронбаха) — высокая');
  });
});
