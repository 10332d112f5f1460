import { analyseFully } from '@orientir/core/analysis';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { renderReport } from './index.js';

/** Schools of `n` pupils, of whom so many have mark 2; the others have mark 4. */
function sure(schools: readonly (readonly [low: number, n: number])[]): string {
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
  const page = renderReport({
    analysis: analyseFully(tally),
    record: { files: [], issues: [] },
    schoolNames: new Map(),
    language: 'ru',
  });
  return page
    .slice(page.indexOf('<section id="sure">'))
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

  it('says nothing of so few schools that they do not say how schools differ', () => {
    expect(sure(ALIKE.slice(1))).not.toContain('shrunken.csv');
  });
});
