import * as fc from 'fast-check';
import { sync } from 'node-ical';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { hostileText, plainText, planOf } from '../../../test/plan-writing-arbitrary.js';
import { openZip } from '../../../test/plan-writing-zip.js';
import { readCsv } from '../../csv/index.js';
import { cleanText } from '../../document/clean-text.js';
import type { DocumentTable } from '../../document/index.js';
import { readDocument } from '../../document/index.js';
import { planCsv, planDocx, planHtml, planIcs, planJson, planPage, planXlsx, reportSheet } from './index.js';
import { measureMarks } from './measure-marks.js';
import { printedColumns } from './plan-columns.js';
import { shownText } from './shown-text.js';

const OPTIONS = { language: 'ru' } as const;
const ANY = fc.oneof(plainText, hostileText);
const RUNS = { numRuns: 40 };

function tables(document: Awaited<ReturnType<typeof readDocument>>): readonly DocumentTable[] {
  return document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
}

/** Texts of all measures in the columns of the written table, row by row. */
function cellsOf(plan: Parameters<typeof planDocx>[0], complete: boolean): readonly (readonly string[])[] {
  const columns = printedColumns(plan, { ...OPTIONS, marks: measureMarks(plan, OPTIONS), complete });
  return plan.measures.map((measure) => columns.map(({ textOf }) => textOf(measure)));
}

describe('laws of written plans', () => {
  it('texts come back from .docx to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(planOf(plainText), async (plan) => {
        const read = tables(await readDocument(planDocx(plan, OPTIONS), 'a.docx')).at(-1);
        const rows =
          read?.rows.slice(1).filter(({ cells }) => cells.length > 1 || plan.columns?.length === 1) ?? [];
        const expected = cellsOf(plan, false);
        const found = rows.map(({ cells }) => cells.map(({ text }) => text));
        for (const row of expected) expect(found).toContainEqual(row);
      }),
      RUNS,
    );
  });

  it('texts come back from a page to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(planOf(plainText), async (plan) => {
        const page = new TextEncoder().encode(planPage(plan, OPTIONS));
        const read = tables(await readDocument(page, 'a.html')).at(-1);
        const rows = read?.rows.filter(({ attributes }) => attributes.has('data-id')) ?? [];
        expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual(cellsOf(plan, true));
      }),
      RUNS,
    );
  });

  it('texts come back from .xlsx to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(planOf(plainText), async (plan) => {
        const [sheet] = tables(await readDocument(planXlsx(plan, OPTIONS), 'a.xlsx'));
        const header = sheet?.rows.find(({ cells }) => cells.some(({ text }) => text === 'Мероприятие'));
        const place = header?.cells.find(({ text }) => text === 'Мероприятие')?.column;
        const rows =
          sheet?.rows.slice(sheet.rows.findIndex(({ cells }) => cells === header?.cells) + 1) ?? [];
        expect(rows.map(({ cells }) => cells.find(({ column }) => column === place)?.text)).toEqual(
          plan.measures.map(({ text }) => text),
        );
      }),
      RUNS,
    );
  });

  it('hostile texts come back from .docx without what nobody should see', async () => {
    await fc.assert(
      fc.asyncProperty(planOf(ANY), async (plan) => {
        const document = await readDocument(planDocx(plan, OPTIONS), 'a.docx');
        expect(document.remarks).toEqual([]);
        const found = tables(document)
          .at(-1)
          ?.rows.map(({ cells }) => cells.map(({ text }) => text));
        for (const row of cellsOf(plan, false)) expect(found).toContainEqual(row.map(cleanText));
      }),
      RUNS,
    );
  });

  it('hostile texts never break a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(planOf(ANY), async (plan) => {
        for (const bytes of [planXlsx(plan, OPTIONS), reportSheet([plan, plan], OPTIONS)]) {
          const document = await readDocument(bytes, 'a.xlsx');
          expect(document.remarks).toEqual([]);
          const texts = new Set(
            tables(document).flatMap(({ rows }) =>
              rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
            ),
          );
          for (const { text } of plan.measures)
            if (cleanText(shownText(text)) !== '') expect(texts).toContain(cleanText(shownText(text)));
          for (const part of openZip(bytes).values()) expect(part).not.toMatch(/<f>|<f /);
        }
      }),
      RUNS,
    );
  });

  it('a page holds no script, whatever the texts say', () => {
    fc.assert(
      fc.property(planOf(ANY), (plan) => {
        const snippet = planHtml(plan, OPTIONS);
        const page = planPage(plan, OPTIONS);
        for (const html of [snippet, page]) {
          expect(html).not.toMatch(
            /<script|\bon\w+\s*=|javascript\s*:|vbscript\s*:|srcdoc|\[code\]|\{load\}/i,
          );
          expect(html.replace(/[\n\t]/g, '')).not.toMatch(
            /\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u,
          );
        }
        expect(snippet).not.toMatch(/\s(?:style|class|itemprop|id)=/);
        const seen = elementsOf(page);
        expect([...seen.names].filter((name) => !ELEMENTS.has(name))).toEqual([]);
        expect(
          [...seen.attributes].filter((name) => !ATTRIBUTES.has(name) && !name.startsWith('data-')),
        ).toEqual([]);
        for (const href of seen.hrefs) expect(href).toMatch(/^(?:https?:|mailto:|data:,$|(?![a-z]+:))/i);
      }),
      RUNS,
    );
  });

  it('csv has the same number of cells in each row and no formula', async () => {
    await fc.assert(
      fc.asyncProperty(planOf(ANY), async (plan) => {
        const text = planCsv(plan, OPTIONS);
        const [, ...rows] = await rowsOf(text);
        const written = rows.filter((row) => row.some((cell) => cell !== ''));
        expect(written).toHaveLength(plan.measures.length);
        for (const row of written)
          for (const cell of row) expect(cell).not.toMatch(/^[=@\t]|^[+-](?!\d+([.,]\d+)?$)/);
      }),
      RUNS,
    );
  });

  it('calendars have short lines and are read by another program', () => {
    fc.assert(
      fc.property(planOf(ANY), (plan) => {
        const { text, events } = planIcs(plan, OPTIONS);
        const lines = text.split('\r\n');
        const encoder = new TextEncoder();
        for (const line of lines) {
          expect(encoder.encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\n\r]/);
        }
        const read = Object.values(sync.parseICS(text)).filter((each) => each?.type === 'VEVENT');
        expect(read).toHaveLength(events);
      }),
      RUNS,
    );
  });

  it('the same plan is the same file', () => {
    fc.assert(
      fc.property(planOf(ANY), (plan) => {
        const copy = structuredClone(plan);
        expect(planDocx(copy, OPTIONS)).toEqual(planDocx(plan, OPTIONS));
        expect(planXlsx(copy, OPTIONS)).toEqual(planXlsx(plan, OPTIONS));
        expect(JSON.parse(planJson(plan))).toEqual(plan);
      }),
      { numRuns: 20 },
    );
  });
});

const ELEMENTS = new Set(
  'html head meta title link style body main h1 h2 p ol li div table caption colgroup thead tbody tr th td br a'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'lang charset http-equiv content name rel href id class role tabindex aria-labelledby span scope colspan'.split(
    ' ',
  ),
);

function elementsOf(html: string) {
  const names = new Set<string>();
  const attributes = new Set<string>();
  const hrefs: string[] = [];
  const open: unknown[] = [parse(html)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if ('tagName' in node) names.add(String(node.tagName));
    if ('attrs' in node && Array.isArray(node.attrs)) {
      for (const { name, value } of node.attrs) {
        attributes.add(name);
        if (name === 'href') hrefs.push(value);
      }
    }
    if ('childNodes' in node && Array.isArray(node.childNodes)) open.push(...node.childNodes);
  }
  return { names, attributes, hrefs };
}

async function rowsOf(csv: string): Promise<readonly (readonly string[])[]> {
  const sheet = await readCsv(new TextEncoder().encode(csv));
  return sheet.rows.map((row) => row.map((cell) => String(cell ?? '')));
}
