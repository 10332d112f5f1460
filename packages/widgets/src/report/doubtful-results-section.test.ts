import { analyseFully } from '@orientir/core/analysis';
import type { ResponseBlock } from '@orientir/core/assessment';
import { official2019 } from '@orientir/core/objectivity';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { doubtfulResultsSection } from './doubtful-results-section.js';
import { renderReport } from './index.js';
import type { ReportInput } from './report-input.js';

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

const TESTED = {
  kind: 'tested',
  statistic: 1,
  p: 0.5,
  flag: false,
  power: { kind: 'enough', power: 0.8 },
} as const;

describe('the section on results to believe', () => {
  const analysis = analyseFully(add(empty(), block()));
  const input: ReportInput = {
    analysis,
    record: { files: [], issues: [] },
    schoolNames: new Map(),
    language: 'ru',
  };
  const html = renderReport(input);
  const plain = (of: string) => of.replace(/<[^>]+>/g, '').replaceAll('\u00a0', ' ');
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

  it('says which q are not of the p that is shown', () => {
    expect(section).toContain(
      'у критериев Стюарта — Максвелла и Боукера и у наклона поправлено большее из двух p',
    );
    expect(section).toContain('of Stuart–Maxwell, Bowker and the slope the larger of two p is adjusted');
  });

  it('counts the tests that were not made, by reason', () => {
    const { own } = analysis.objectivity();
    const reasons = [...own].flatMap(({ result }) => (result.kind === 'not-tested' ? [result.reason] : []));
    const earlier = reasons.filter((reason) => reason === 'no-earlier-results').length;
    expect(earlier).toBe(32);
    expect(plain(section)).toContain(`Не сделано ${reasons.length} проверок: `);
    expect(plain(section)).toContain(`нет результатов той же параллели за прошлый год — ${earlier}`);
    expect(section).toContain(`${reasons.length} tests were not made: `);
    const none = { ...analysis.objectivity(), own: [] };
    const without = doubtfulResultsSection({ ...input, analysis: { ...analysis, objectivity: () => none } });
    expect(without).not.toContain('Не сделан');
  });

  it('says what it counts in a list that is folded', () => {
    const [marker] = official2019.markers;
    if (marker === undefined) throw new Error('no marker');
    const outcomes = Array.from({ length: 21 }, (_, i) => ({
      school: `s${i % 3}`,
      marker,
      n: 30,
      result: { kind: 'computed', statistic: 2, threshold: 1, marked: true } as const,
    }));
    const schools = ['s0', 's1', 's2', 's4'];
    const region = {
      region: 'Край',
      schoolYear: '2023/2024',
      schools,
      marked: schools.slice(0, 3),
      index: 25,
      outcomes,
    };
    const objectivity = { ...analysis.objectivity(), official: [region] };
    const of = doubtfulResultsSection({
      ...input,
      analysis: { ...analysis, objectivity: () => objectivity },
    });
    expect(plain(of)).toContain('Школы с маркерами: Край, 2023/2024 (21 маркер у 3 школ)');
    expect(of).toContain('Schools with markers: Край, 2023/2024 (21 markers of 3 schools)');
  });

  it('gives no whole index where markers lack data, and counts one test as one', () => {
    const [marker] = official2019.markers;
    if (marker === undefined) throw new Error('no marker');
    const [one] = analysis.objectivity().own;
    if (one === undefined) throw new Error('no test');
    const computed = { kind: 'computed', statistic: 1, threshold: 2, marked: false } as const;
    const missing = { kind: 'not-computable', needs: 'journal' } as const;
    const sectionOf = (...results: readonly (typeof computed | typeof missing)[]) => {
      const outcomes = results.map((result) => ({ school: 's1', marker, n: 30, result }));
      const region = {
        region: 'Край',
        schoolYear: '2025/2026',
        schools: ['s1'],
        marked: [],
        index: 100,
        outcomes,
      };
      const tested = { ...one, result: { ...TESTED } };
      const objectivity = { ...analysis.objectivity(), official: [region], own: [tested] };
      return plain(
        doubtfulResultsSection({ ...input, analysis: { ...analysis, objectivity: () => objectivity } }),
      );
    };
    expect(sectionOf(computed)).toContain('с маркерами 0 из 1 школы; показатель объективности 100,0 из 100.');
    expect(sectionOf(computed, missing, missing)).toContain(
      'с маркерами 0 из 1 школы. Показатель объективности неполный, не выше 100,0 из 100: из маркеров всех школ посчитан 1 из 3, для остальных нет данных',
    );
    expect(sectionOf(computed)).toContain('Сделана 1 проверка; отмечено результатов: 0.');
    expect(sectionOf(computed)).not.toContain('Бенджамини');
    expect(plain(section)).toContain('Бенджамини');
  });

  it('says that the official method has no work to look at, and blames nobody', () => {
    expect(section).toContain('Ни одной работы, которую смотрит методика');
    expect(section).not.toMatch(/списыва|обман|подделк|фальсиф/i);
  });
});
