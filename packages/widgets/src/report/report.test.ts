import { analyseFully } from '@orientir/core/analysis';
import type { ResponseBlock } from '@orientir/core/assessment';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { renderReport } from './index.js';

const HOSTILE = '<script>alert("x")</script>';

function block(schools: readonly string[], pupils: number): ResponseBlock {
  const rows = schools.length * pupils;
  const each = <Value>(make: (row: number) => Value) => Array.from({ length: rows }, (_, row) => make(row));
  return {
    assessment: {
      id: 'diag',
      programme: 'ВПР',
      subject: 'Математика',
      grade: 8,
      schoolYear: '2025/2026',
      items: [
        { id: '1', maxPoints: 1, level: 'basic', section: HOSTILE },
        { id: '2', maxPoints: 2, level: 'basic', section: HOSTILE },
      ],
      markScale: [
        { mark: 2, min: 0 },
        { mark: 3, min: 1 },
        { mark: 4, min: 2 },
        { mark: 5, min: 3 },
      ],
    },
    rows,
    units: schools.map((school) => ({ municipality: 'Район', school, class: '8А' })),
    unit: Uint32Array.from(each((row) => Math.floor(row / pupils))),
    variants: ['1'],
    variant: new Uint16Array(rows),
    teachers: ['учитель-17'],
    teacher: Uint32Array.from(each(() => 1)),
    points: [
      Uint8Array.from(each((row) => (row % 4 === 0 ? 2 : 0))),
      Uint8Array.from(each((row) => (row % 3) * 2)),
    ],
    mark: new Uint8Array(rows),
    journalMark: Uint8Array.from(each((row) => 2 + (row % 4))),
    absent: new Uint8Array(rows),
  };
}

const report = (schools: readonly string[], pupils: number, synthetic = false) =>
  renderReport({
    analysis: analyseFully(add(empty(), block(schools, pupils))),
    record: {
      files: [
        {
          file: `${HOSTILE}.xlsx`,
          layout: 'generic',
          rowsRead: 3,
          rowsAccepted: 2,
          rowsRejected: 1,
          warnings: 0,
        },
      ],
      issues: [{ code: 'file-empty', severity: 'error', file: HOSTILE, parameters: {} }],
    },
    schoolNames: new Map([['s1', `МБОУ ${HOSTILE}`]]),
    language: 'ru',
    synthetic,
  });

describe('renderReport', () => {
  it('says what strikes the eye in words and figures, in both languages', () => {
    const page = report(['s1', 's2'], 40);
    expect(page).toMatch(
      /задание 1 \(«[^»]*»\) решено на 25\u00a0% \(\d+–\d+\u00a0%\) — вероятно, недостаточно\./,
    );
    expect(page).toContain('item 1');
    expect(page).toContain('По сравнению с журналом: понизили');
    expect(page).toContain('Надёжность (альфа Кронбаха)');
  });

  it('lets no text of the data become part of the page', () => {
    const page = report(['s1', 's2'], 40);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
  });

  it('has no teacher in it, loads nothing, and is the same every time', () => {
    const page = report(['s1'], 12);
    expect(page).not.toContain('учитель-17');
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(report(['s1'], 12)).toBe(page);
  });

  it('tells works of one name apart wherever it names them', () => {
    const { assessment, ...pupils } = block(['s1', 's2'], 40);
    const twice = ['diag', 'diag-b'].map((id) => ({ ...pupils, assessment: { ...assessment, id } }));
    const page = renderReport({
      analysis: analyseFully(twice.reduce((tally, of) => add(tally, of), empty())),
      record: { files: [], issues: [] },
      schoolNames: new Map(),
      language: 'ru',
    });
    const title = 'Математика, 8\u00a0класс, ВПР 2025/2026';
    expect(page.split(title).length).toBeGreaterThan(20);
    for (const after of page.split(title).slice(1)) expect(after).toMatch(/^ \(diag(?:-b)?\)/);
    expect(report(['s1'], 12)).not.toContain(`${title} (`);
  });

  it('says when the data are invented', () => {
    expect(report(['s1'], 12)).not.toContain('Данные вымышлены');
    expect(report(['s1'], 12, true)).toContain('Данные вымышлены');
  });

  it('puts many schools under their municipality and stays readable', () => {
    const schools = Array.from({ length: 1000 }, (_, i) => `s${i}`);
    expect(report(schools, 3).length).toBeLessThan(1_500_000);
  });

  it('has figures and reasons where there is hardly anything', () => {
    const page = report(['s1'], 1);
    expect(page).toContain('слишком мало учеников');
    expect(page).not.toContain('NaN');
  });

  it('links style and script where a policy forbids inline ones', () => {
    const input = {
      analysis: analyseFully(empty()),
      record: { files: [], issues: [] },
      schoolNames: new Map(),
      language: 'ru' as const,
    };
    const page = renderReport(input, { style: 'report.css', script: 'report.js' });
    expect(page).toContain('<link rel="stylesheet" href="report.css">');
    expect(page).not.toMatch(/<style>|<script>/);
  });
});
