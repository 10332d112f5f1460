import { describe, expect, it } from 'vitest';
import { aMeasure, EMPTY, SAMPLE } from '../../../../test/plan-writing-sample.js';
import type { DocumentTable } from '../../../document/index.js';
import { readDocument } from '../../../document/index.js';
import { escapeAddress, escapeAttribute, escapeHtml } from './escape-html.js';
import { planHtml } from './plan-html.js';
import { planPage } from './plan-page.js';

const OPTIONS = { language: 'ru', asOf: '2025-10-15' } as const;

async function tableOf(html: string): Promise<DocumentTable> {
  const { blocks, remarks } = await readDocument(new TextEncoder().encode(html), 'plan.html');
  expect(remarks).toEqual([]);
  const table = blocks.find(({ kind }) => kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  return table;
}

describe('planHtml', () => {
  it('writes the table that pages are promised', async () => {
    await expect(planHtml(SAMPLE, OPTIONS)).toMatchFileSnapshot('golden/plan.ru.html');
    await expect(planHtml(SAMPLE, { language: 'en' })).toMatchFileSnapshot('golden/plan.en.html');
    await expect(planHtml(EMPTY, OPTIONS)).toMatchFileSnapshot('golden/empty.html');
  });

  it('is read back with its attributes', async () => {
    const table = await tableOf(planHtml(SAMPLE, OPTIONS));
    expect(table.caption).toBe(SAMPLE.title);
    expect(Object.fromEntries(table.attributes)).toMatchObject({
      'data-orientir': 'plan',
      'data-version': '1',
      'data-id': 'zarechny-2025',
      'data-kind': 'roadMap',
      'data-school-year': '2025/2026',
      'data-hash': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(table.rows.map(({ header }) => header).slice(0, 1)).toEqual([true]);
    const measures = table.rows.filter(({ attributes }) => attributes.has('data-id'));
    expect(measures.map(({ attributes }) => attributes.get('data-id'))).toEqual(
      SAMPLE.measures.map(({ id }) => id),
    );
    expect(measures[0]?.cells.map(({ text }) => text)).toEqual([
      '1.1.1',
      'Совещание руководителей «Что показали проверочные работы» & разбор причин',
      'до 1 октября 2025 г.',
      'Управление образования\nметодический центр, районное объединение учителей',
      'Справка < 3 страниц, план поездок',
      '',
      '',
      'выполнено, 29.09.2025\nСправка по итогам совещания\nФотоотчёт',
    ]);
    expect(measures[0]?.cells[7]?.links).toEqual([
      { text: 'Справка по итогам совещания', href: 'https://example.org/spravka?id=1&y=2025' },
    ]);
  });

  it('puts what the plan has no column for behind its columns', () => {
    const html = planHtml(
      { ...SAMPLE, columns: [{ header: 'Дело', field: 'text' }, { header: 'Чем' }] },
      OPTIONS,
    );
    expect(
      [...html.matchAll(/<th scope="col"([^>]*)>([^<]*)/g)].map(([, facts, text]) => [facts, text]),
    ).toEqual([
      [' data-field="text"', 'Дело'],
      ['', 'Чем'],
      ...['number', 'deadline', 'responsible', 'result', 'indicator', 'audience', 'status'].map((field) => [
        ` data-field="${field}"`,
        expect.any(String),
      ]),
    ]);
  });

  it('says whose work a section is about and in which direction', () => {
    const sections = [{ id: 's1', title: 'Раздел', addressee: 'school', direction: 'Кадры' }] as const;
    expect(planHtml({ ...EMPTY, sections }, OPTIONS)).toContain(
      '<tr data-section="s1" data-addressee="school" data-direction="Кадры">',
    );
  });

  it('names the section of a measure that does not stand under its heading', () => {
    const plan = {
      ...EMPTY,
      sections: [{ id: 's1', title: 'Раздел' }],
      measures: [aMeasure('a', 'а', '', { section: 's1', sectionPath: ['Раздел'] }), aMeasure('b', 'б', '')],
    };
    expect(planHtml(plan, OPTIONS).match(/<tr data-(?:id|section)[^>]*>/g)).toEqual([
      '<tr data-section="s1">',
      '<tr data-id="a">',
      '<tr data-id="b" data-section="">',
    ]);
  });
});

describe('planPage', () => {
  it('stands alone', async () => {
    const page = planPage(SAMPLE, OPTIONS);
    await expect(page.replace(/<style>.*?<\/style>/s, '<style></style>')).toMatchFileSnapshot(
      'golden/page.ru.html',
    );
    expect(page).not.toMatch(/<script|<img|@import|url\(|src=/);
    expect([...page.matchAll(/<link[^>]*>/g)].map(String)).toEqual(['<link rel="icon" href="data:,">']);
  });

  it('says when there is nothing yet', () => {
    expect(planPage(EMPTY, OPTIONS)).toContain('Мероприятий пока нет.');
    expect(planPage(EMPTY, { language: 'en' })).toContain('There are no measures yet.');
  });
});

describe('escapeAttribute', () => {
  it('writes on one line, without numeric references where nobody needs them', () => {
    expect(escapeAttribute('FREQ=DAILY;\n "a" & \'b\'')).toBe("FREQ=DAILY; &quot;a&quot; &amp; 'b'");
    expect(escapeAttribute('[x] onload=1')).toBe('&#91;x&#93; onload&#61;1');
  });
});

describe('escapeAddress', () => {
  it('has only characters that filters count alike, and leads to the same place', () => {
    const href = "https://школа.рф/отчёт [1].pdf?only=1&id={2}'#о";
    const written = escapeAddress(href);
    expect(written).toMatch(/^[\x21-\x7e]+$/);
    expect(written).not.toMatch(/&#|\bon\w+=/);
    const [there, here] = [new URL(written.replaceAll('&amp;', '&')), new URL(href)];
    expect(there.host).toBe(here.host);
    expect(decodeURIComponent(there.href)).toBe(decodeURIComponent(here.href));
  });
});

describe('escapeHtml', () => {
  it('leaves nothing that a page or a content system would run', () => {
    expect(escapeHtml('<a onclick="x">')).toBe('&lt;a onclick&#61;&quot;x&quot;&gt;');
    expect(escapeHtml('[gallery] {loadmodule x}')).toBe('&#91;gallery&#93; &#123;loadmodule x&#125;');
    expect(escapeHtml('javascript:alert')).toBe('javascript&#58;alert');
    expect(escapeHtml('да\u202eнет\u2066\u200b')).toBe('данет');
    expect(escapeHtml('\ud800а\0')).toBe('\ufffdа');
  });
});
