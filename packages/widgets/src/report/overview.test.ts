import { analyseFully } from '@orientir/core/analysis';
import type { ResponseBlock } from '@orientir/core/assessment';
import { fioko2026, fipiClassic } from '@orientir/core/assessment';
import { add, empty } from '@orientir/core/tally';
import { expect, it } from 'vitest';
import { overview } from './overview.js';

/** One school with so many low marks of twelve, and three large ones with hardly any, on two subjects. */
function block(subject: string, low: number): ResponseBlock {
  const rows = [
    ...Array.from({ length: 12 }, (_, pupil) => ({ school: 0, mark: pupil < low ? 2 : 4 })),
    ...Array.from({ length: 150 }, (_, pupil) => ({ school: 1 + (pupil % 3), mark: pupil < 3 ? 2 : 4 })),
  ];
  const filled = (value: number) => new Uint8Array(rows.length).fill(value);
  return {
    assessment: {
      id: subject,
      programme: 'ВПР',
      subject,
      grade: 5,
      schoolYear: '2025/2026',
      items: [{ id: '1', maxPoints: 1 }],
    },
    rows: rows.length,
    units: ['a', 'b', 'c', 'd'].map((school) => ({ school })),
    unit: Uint32Array.from(rows, ({ school }) => school),
    variants: [''],
    variant: new Uint16Array(rows.length),
    teachers: [],
    teacher: new Uint32Array(rows.length),
    points: [Uint8Array.from(rows, (_, row) => (row % 5 === 0 ? 2 : 0))],
    mark: Uint8Array.from(rows, ({ mark }) => mark),
    journalMark: filled(0),
    absent: filled(0),
  };
}

const topOf = (low: number, rules = fioko2026) =>
  overview({
    analysis: analyseFully(
      ['Математика', 'Русский язык'].reduce((sum, subject) => add(sum, block(subject, low)), empty()),
      { rules },
    ),
    record: { files: [], issues: [] },
    schoolNames: new Map(),
    language: 'ru',
  });

it('says of how many schools results are low, and of how many nobody can tell, and nothing of none', () => {
  expect(topOf(12)).toContain('Низкие результаты, вероятно, у 1 школы.<');
  expect(topOf(5)).toContain('Низкие ли результаты, нельзя сказать уверенно о 1 школе.<');
  expect(topOf(0)).not.toContain('Низкие');
});

it('says of borders that nobody has verified that nobody has, not that somebody has read of them', () => {
  expect(topOf(0)).toContain('известен из вторых рук');
  expect(topOf(0, fipiClassic)).toContain('Границы решаемости никем не проверены');
  expect(topOf(0, fipiClassic)).not.toContain('из вторых рук');
});
