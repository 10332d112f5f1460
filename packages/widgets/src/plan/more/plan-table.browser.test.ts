import { describe, expect, it } from 'vitest';
import { readPlanTable } from '../read-plan-table.js';
import { checkApproval } from './approval.js';
import { tableOfPlan } from './plan-table.js';
import { steadyTable } from './steady-table.js';

const PLAN = { schema: 'orientir.road-map', version: 1, id: 'p', title: 'План', sections: [], measures: [] };

const made = (json: unknown) => tableOfPlan(json, 'ru', document);
const rowsOf = (measures: unknown) => {
  const table = made({ ...PLAN, measures });
  return table === undefined ? undefined : readPlanTable(table).plan.measures;
};

describe('tableOfPlan', () => {
  it.each([undefined, null, 5, 'текст', [], {}, { ...PLAN, version: 2 }, { ...PLAN, schema: 'x' }])(
    'makes nothing of %j',
    (json) => {
      expect(made(json)).toBeUndefined();
    },
  );

  it('takes texts where texts belong, and leaves out what is none', () => {
    const [measure] = rowsOf([
      {
        id: 5,
        number: {},
        text: ['x'],
        deadline: 'май',
        responsible: { 0: 'x' },
        audience: [null, 'parents', {}],
      },
    ]) ?? [undefined];
    expect(measure?.cells).toEqual(['', '', '', 'родители']);
    expect(rowsOf([null, 5, 'x', [], { id: 'a', text: 'Дело' }])).toHaveLength(1);
    expect(rowsOf({ length: 3 })).toEqual([]);
  });

  it('shows markup and scripts as what they are: text', () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const table = made({
      ...PLAN,
      title: hostile,
      columns: [{ header: hostile, field: 'text' }],
      sections: [{ id: 's', title: hostile }],
      measures: [
        { id: hostile, section: 's', text: hostile, deadline: { raw: hostile, kind: hostile, end: hostile } },
      ],
    });
    expect(table?.querySelector('img, script')).toBeNull();
    expect(table?.caption?.textContent).toBe(hostile);
  });

  it('links to pages, files of the site and letters, never to scripts', () => {
    const hrefs = [
      'https://a.example/1',
      'act.pdf',
      'mailto:a@b.example',
      'javascript:alert(1)',
      ' \u0001javascript:x',
      'data:text/html,x',
      'vbscript:x',
      5,
    ];
    const table = made({
      ...PLAN,
      measures: [{ id: 'a', text: 'Дело' }],
      record: {
        measures: [
          {
            measure: 'a',
            status: 'done',
            date: '2025-10-01',
            evidence: hrefs.map((href) => ({ title: 'Акт', href })),
          },
        ],
      },
    });
    expect(Array.from(table?.querySelectorAll('a') ?? [], (link) => link.getAttribute('href'))).toEqual(
      hrefs.slice(0, 3),
    );
  });

  it('drops signs that turn the direction of a text or hide in it', () => {
    expect(rowsOf([{ id: 'a', text: 'да\u202eнет\u2066\u200b\0' }])?.[0]?.cells).toContain('данет');
  });

  it('does not take names of the language for fields', () => {
    const json: unknown = JSON.parse(
      `{"schema":"orientir.road-map","version":1,"id":"p","title":"П","measures":[{"id":"__proto__","text":"Дело","__proto__":{"deadline":{"raw":"x"}}}],"sections":[{"id":"constructor","title":"С"}]}`,
    );
    const table = made(json);
    expect(table?.rows[1]?.dataset.id).toBe('__proto__');
    expect(Object.getPrototypeOf({}).deadline).toBeUndefined();
  });

  it('cuts circles of sections and of objects, and what is longer than anybody reads', () => {
    const sections = [
      { id: 'a', parent: 'b', title: 'А' },
      { id: 'b', parent: 'a', title: 'Б' },
    ];
    expect(made({ ...PLAN, sections, measures: [{ id: 'm', section: 'a', text: 'x' }] })?.rows).toHaveLength(
      4,
    );
    const circle: Record<string, unknown> = { ...PLAN, measures: [{ id: 'm', text: 'x' }] };
    circle.problems = [circle];
    expect(made(circle)?.rows).toHaveLength(2);
    expect(checkApproval(circle, undefined, 'ru')).toBeUndefined();
    expect(rowsOf(Array.from({ length: 30_000 }, (_, i) => ({ id: `m${i}`, text: 'x' })))).toHaveLength(
      20_000,
    );
    expect(rowsOf([{ id: 'm', text: 'x'.repeat(100_000) }])?.[0]?.cells[1]).toHaveLength(20_000);
  });

  it('keeps the marks that count: the latest on each measure', () => {
    const table = made({
      ...PLAN,
      measures: [{ id: 'a', text: 'Дело' }],
      record: {
        measures: [
          { measure: 'a', status: 'done', date: '2025-11-01' },
          { measure: 'a', status: 'underWay', date: '2025-10-01' },
        ],
      },
    });
    expect(table === undefined ? undefined : readPlanTable(table).plan.measures[0]).toMatchObject({
      status: 'done',
      date: '2025-11-01',
    });
  });
});

describe('steadyTable', () => {
  it('keeps the widths of a long table when its rows are hidden, and leaves a short one alone', () => {
    for (const [count, layout] of [
      [20, ''],
      [150, 'fixed'],
    ] as const) {
      const table = made({
        ...PLAN,
        measures: Array.from({ length: count }, (_, i) => ({
          id: `m${i}`,
          number: `${i}`,
          text: i === 0 ? 'Длинное '.repeat(30) : 'Дело',
        })),
      });
      if (table === undefined) throw new Error('no table');
      document.body.append(table);
      const width = () => Math.round(table.rows[0]?.cells[1]?.offsetWidth ?? 0);
      const before = width();
      steadyTable(table);
      expect(table.style.tableLayout).toBe(layout);
      for (const row of Array.from(table.tBodies[0]?.rows ?? []).slice(0, 10)) row.hidden = true;
      if (layout === 'fixed') expect(Math.abs(width() - before)).toBeLessThanOrEqual(0.02 * before + 2);
      table.remove();
    }
  });
});
