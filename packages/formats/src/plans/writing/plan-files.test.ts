import { parseRoadMap } from '@orientir/core/schema';
import { describe, expect, it } from 'vitest';
import { aMeasure, EMPTY, SAMPLE } from '../../../test/plan-writing-sample.js';
import { readDocument } from '../../document/index.js';
import { exportPlan, planCsv, planHtml, planIcs, planJson, planPage } from './index.js';
import { indicatorText } from './indicator-text.js';
import { planHeading, planTitle } from './plan-heading.js';
import { planRows, sectionText } from './plan-rows.js';
import { shownText } from './shown-text.js';
import { stampLines } from './stamp-lines.js';

const OPTIONS = { language: 'ru', asOf: '2025-10-15' } as const;

describe('planCsv', () => {
  it('writes the table to the letter', async () => {
    await expect(planCsv(SAMPLE, OPTIONS)).toMatchFileSnapshot('golden/plan.csv');
  });

  it('never gives a spreadsheet a formula', () => {
    const plan = {
      ...EMPTY,
      measures: ['=1+1', '+x', '-x', '@x', '\tx'].map((text, i) => aMeasure(`m${i}`, text, '')),
    };
    expect(planCsv(plan, OPTIONS)).not.toMatch(/(?:^|,)"?[=+\-@\t]/m);
  });
});

describe('planJson', () => {
  it('is the plan itself, what it is in front', () => {
    const text = planJson(SAMPLE);
    expect(JSON.parse(text)).toEqual(SAMPLE);
    expect(parseRoadMap(JSON.parse(text)).kind).toBe('plan');
    expect(
      text.startsWith('{\n  "schema": "orientir.road-map",\n  "version": 1,\n  "id": "zarechny-2025",\n'),
    ).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    expect(Object.keys(JSON.parse(text)).slice(-3)).toEqual(['sections', 'measures', 'record']);
  });

  it('is the same text whatever order the fields were set in', () => {
    const turned = Object.fromEntries(Object.entries(SAMPLE).reverse());
    expect(planJson({ ...SAMPLE, ...turned })).toBe(planJson(SAMPLE));
  });
});

describe('exportPlan', () => {
  it('writes the file that the name asks for', async () => {
    const text = (name: string) => new TextDecoder().decode(exportPlan(SAMPLE, name, OPTIONS)?.bytes);
    expect(text('a.html')).toBe(planPage(SAMPLE, OPTIONS));
    expect(text('a.html')).toContain(planHtml(SAMPLE, OPTIONS).trim());
    expect(text('План.CSV')).toBe(planCsv(SAMPLE, OPTIONS));
    expect(text('a.b.ics')).toBe(planIcs(SAMPLE, OPTIONS).text);
    expect(text('a.json')).toBe(planJson(SAMPLE));
    for (const ending of ['docx', 'xlsx'] as const) {
      const bytes = exportPlan(SAMPLE, `a.${ending}`, OPTIONS)?.bytes ?? new Uint8Array();
      expect((await readDocument(bytes, `a.${ending}`)).format).toBe(ending);
    }
  });

  it('knows no other file', () => {
    for (const name of ['a.pdf', 'docx', 'a.', '', 'a.docx/b'])
      expect(exportPlan(SAMPLE, name, OPTIONS)).toBeUndefined();
  });
});

describe('planHeading', () => {
  it('says nothing twice', () => {
    const heading = (title: string) => planHeading({ ...SAMPLE, title }, 'ru');
    expect(heading('Дорожная карта школы на 2025/2026 учебный год')).toEqual({
      title: 'Дорожная карта школы на 2025/2026 учебный год',
    });
    expect(heading('Меры поддержки')).toEqual({
      kind: 'Дорожная карта',
      title: 'Меры поддержки',
      year: 'на 2025/2026 учебный год',
    });
    expect(planTitle({ ...SAMPLE, title: 'Меры поддержки' }, 'ru')).toBe(
      'Дорожная карта. Меры поддержки на 2025/2026 учебный год',
    );
    expect(planTitle(EMPTY, 'en')).toBe('Plan of measures');
  });
});

describe('planRows', () => {
  const shape = (sections: typeof SAMPLE.sections, of: readonly (string | undefined)[]) =>
    planRows({
      ...EMPTY,
      sections,
      measures: of.map((section, i) => aMeasure(`m${i}`, '', '', section === undefined ? {} : { section })),
    }).map((row) => (row.kind === 'section' ? sectionText(row.section) : row.measure.id));
  const sections = [
    { id: 'a', number: '1.', title: 'А' },
    { id: 'b', title: 'Б', parent: 'a' },
    { id: 'c', number: ' ', title: 'В' },
  ];

  it('puts headings in front of their measures and keeps those without any', () => {
    expect(shape(sections, ['b', 'b'])).toEqual(['1. А', 'Б', 'm0', 'm1', 'В']);
    expect(shape(sections, [])).toEqual(['1. А', 'Б', 'В']);
  });

  it('shows a heading again where the measures come back to it', () => {
    expect(shape(sections, ['b', 'c', 'b'])).toEqual(['1. А', 'Б', 'm0', 'В', 'm1', 'Б', 'm2']);
    expect(shape(sections, ['c', 'b'])).toEqual(['1. А', 'В', 'm0', 'Б', 'm1']);
  });
});

describe('stampLines', () => {
  it('leaves blanks for what is not known', () => {
    expect(stampLines({ kind: 'approved' }, 'ru')).toEqual([
      'УТВЕРЖДАЮ',
      '____________________________',
      '______________ ______________',
      '«___»\u00a0____________\u00a020__\u00a0г.',
    ]);
  });

  it('keeps the text of a stamp that was not understood', () => {
    expect(stampLines({ kind: 'approved', raw: 'Утверждаю:\n\n Директор ____ ' }, 'ru')).toEqual([
      'Утверждаю:',
      'Директор ____',
    ]);
    expect(stampLines({ kind: 'considered', raw: 'на педсовете' }, 'ru')).toEqual([
      'РАССМОТРЕНО',
      'на педсовете',
    ]);
  });
});

describe('indicatorText', () => {
  const base = { id: 'i', name: 'Доля', unit: 'share' } as const;

  it('keeps the words of its author', () => {
    expect(indicatorText({ ...base, raw: 'рост доли' }, 'ru')).toBe('рост доли');
  });

  it('says baseline and target with their units', () => {
    expect(indicatorText(base, 'ru')).toBe('Доля');
    expect(indicatorText({ ...base, baseline: { value: 0.4125 } }, 'ru')).toBe('Доля: исходно 41,25\u00a0%');
    const target = { comparator: 'atLeast', value: 0.03, of: 'pointChange' } as const;
    expect(indicatorText({ ...base, target }, 'ru')).toBe('Доля: рост не менее чем на 3\u00a0п. п.');
    expect(indicatorText({ ...base, target: { ...target, of: 'relativeChange' } }, 'en')).toBe(
      'Доля: growth by at least 3%',
    );
    expect(indicatorText({ ...base, target: { ...target, comparator: 'atMost', value: -0.03 } }, 'ru')).toBe(
      'Доля: снижение не менее чем на 3\u00a0п. п.',
    );
    expect(
      indicatorText(
        { ...base, unit: 'count', target: { comparator: 'exactly', value: 1200, of: 'value' } },
        'ru',
      ),
    ).toBe('Доля: 1\u00a0200');
  });
});

describe('shownText', () => {
  it('leaves usual texts alone', () => {
    for (const text of ['Ёж № 5 — «да»', '30\u00a0%', 'слово\u00ad', 'Ҙур', '👩\u200d🏫', '☎\ufe0f', '😀'])
      expect(shownText(text)).toBe(text);
  });

  it('takes out what nobody sees', () => {
    expect(shownText('а\u200bб\u202eв\u2067г\u061cд\u{e0041}е\u3164')).toBe('абвгде');
    expect(shownText('а\u200dб')).toBe('аб');
    expect(shownText('а\u2028б\r\nв')).toBe('а\nб\nв');
  });
});
