import { analyseFully } from '@orientir/core/analysis';
import type { ResponseBlock } from '@orientir/core/assessment';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { renderReport } from './index.js';

const SCHOOLS = 16;
const PUPILS = 40;

/** Schools in which journal marks are those of the work, but for one school where they are two marks higher. */
function block(): ResponseBlock {
  const rows = SCHOOLS * PUPILS;
  const each = (make: (row: number) => number) => Uint8Array.from({ length: rows }, (_, row) => make(row));
  const school = (row: number) => Math.floor(row / PUPILS);
  const level = (row: number) => (row * 7 + school(row)) % 10;
  const mark = (row: number) => (level(row) < 3 ? 2 : 3);
  return {
    assessment: {
      id: 'w',
      programme: 'Диагностика',
      subject: 'Математика',
      grade: 7,
      schoolYear: '2025/2026',
      items: Array.from({ length: 10 }, (_, item) => ({ id: `${item + 1}`, maxPoints: 1 })),
      markScale: [
        { mark: 2, min: 0 },
        { mark: 3, min: 3 },
      ],
    },
    rows,
    units: Array.from({ length: SCHOOLS }, (_, at) => ({
      region: 'Край',
      school: at === 3 ? 's<3>' : `s${at}`,
    })),
    unit: Uint32Array.from(each(school)),
    variants: [''],
    variant: new Uint16Array(rows),
    teachers: [],
    teacher: new Uint32Array(rows),
    points: Array.from({ length: 10 }, (_, item) => each((row) => (level(row) > item ? 2 : 0))),
    mark: each(mark),
    journalMark: each((row) => (school(row) === 3 ? mark(row) + 2 : row % 9 === 0 ? 4 : mark(row))),
    absent: each(() => 0),
  };
}

describe('the section on results to believe', () => {
  const html = renderReport({
    analysis: analyseFully(add(empty(), block())),
    record: { files: [], issues: [] },
    schoolNames: new Map(),
    language: 'ru',
  });
  const section = html.slice(html.indexOf('<section id="believe">'), html.indexOf('<section id="sure">'));

  it('names what is unusual, with figures, and how to look further', () => {
    expect(section).toContain('s&lt;3&gt;');
    expect(section).toContain('возможный признак, нужен дополнительный анализ');
    expect(section).toContain('отметка за работу минус отметка по журналу в среднем −');
    expect(section).not.toContain('(значение');
    expect(section).toContain('q — p с поправкой на число проверок');
    expect(section).toContain('Как проверить.');
    expect(section).toContain('Что ещё даёт такие же числа:');
    expect(section.match(/<th scope="row">(.*?)<\/th>/g)?.every((cell) => cell.includes('s&lt;3&gt;'))).toBe(
      true,
    );
  });

  it('says that the official method has no work to look at, and blames nobody', () => {
    expect(section).toContain('Ни одной работы, которую смотрит методика');
    expect(section).not.toMatch(/списыва|обман|подделк|фальсиф/i);
  });
});
