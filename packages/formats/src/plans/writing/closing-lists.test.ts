import type { RoadMap } from '@orientir/core/road-map';
import { lintPlan } from '@orientir/core/road-map';
import { describe, expect, it } from 'vitest';
import { EMPTY, SAMPLE } from '../../../test/plan-writing-sample.js';
import { readDocument } from '../../document/index.js';
import { readPlan } from '../index.js';
import { closingLists, closingText } from './closing-lists.js';
import { exportPlan, planPage } from './index.js';

const evidence = (item?: string) => ({
  table: 'solve-rates',
  assessment: 'math-8-2025',
  level: 'municipality',
  unit: 'Заречный',
  figure: 'rate',
  ...(item === undefined ? {} : { item }),
});

const PLAN: RoadMap = {
  ...SAMPLE,
  decisions: [
    {
      id: 'd1',
      text: 'Рекомендует директорам школ: провести совещание;\nОбеспечить подвоз',
      date: '2025-09-05',
      by: 'Начальник управления',
      evidence: [evidence('9'), evidence('12'), evidence('9')],
    },
    { id: 'd2', text: 'Цель: мероприятия и меры. Необходимо:', evidence: [evidence()] },
  ],
  resources: [
    {
      id: 'r1',
      kind: 'course',
      title: 'Дроби в 5 классе',
      date: '2025-11-10',
      href: 'https://example.org/a',
    },
    { id: 'r2', kind: 'material', title: '1. Учителям необходимо:', href: 'javascript:alert(1)' },
  ],
};

describe('closingLists', () => {
  it('says each decision and resource in a line', () => {
    expect(
      closingLists(PLAN, 'ru').map(({ heading, items }) => [heading, ...items.map(closingText)]),
    ).toEqual([
      [
        'Решения',
        'Рекомендует директорам школ: провести совещание; Обеспечить подвоз (Начальник управления, 05.09.2025). По данным: math-8-2025, задания 9, 12.',
        'Цель: мероприятия и меры. Необходимо: По данным: math-8-2025.',
      ],
      [
        'Ресурсы',
        'Курс: Дроби в 5 классе, 10.11.2025 — https://example.org/a',
        'Материалы: 1. Учителям необходимо:',
      ],
    ]);
    expect(closingLists(PLAN, 'en')[1]?.items[0]?.text).toBe('Course: Дроби в 5 классе, 10 November 2025');
  });

  it('leaves out what the plan does not have', () => {
    expect(closingLists(EMPTY, 'ru')).toEqual([]);
    expect(closingLists({ ...EMPTY, decisions: [], resources: [] }, 'ru')).toEqual([]);
    expect(planPage(SAMPLE, { language: 'ru' })).not.toContain('Решения');
  });
});

describe.each(['docx', 'html', 'xlsx'])('a written .%s', (ending) => {
  it.each(['ru', 'en'] as const)('prints them (%s)', async (language) => {
    const name = `a.${ending}`;
    const bytes = exportPlan(PLAN, name, { language })?.bytes ?? new Uint8Array();
    const { blocks } = await readDocument(bytes, name);
    const text = blocks
      .flatMap((block) =>
        block.kind === 'paragraph'
          ? [block.text]
          : block.rows.flatMap(({ cells }) => cells.map((cell) => cell.text)),
      )
      .join('\n');
    for (const { heading, items } of closingLists(PLAN, language)) {
      expect(text).toContain(heading);
      for (const item of items) expect(text).toContain(item.text);
    }
    expect(text).not.toContain('alert');
  });

  it('reads as the same plan with them and without', async () => {
    const name = `a.${ending}`;
    const read = async (plan: RoadMap) => {
      const bytes = exportPlan(plan, name, { language: 'ru' })?.bytes ?? new Uint8Array();
      const content = await readDocument(bytes, name);
      const found = readPlan(content, { file: name });
      const paragraphs = content.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
      const { measures, ...rest } = found.plan;
      return {
        ...found,
        plan: { ...rest, measures: measures.map(({ provenance: _provenance, ...measure }) => measure) },
        lint: lintPlan(found.plan, { paragraphs }),
      };
    };
    expect(await read(PLAN)).toEqual(await read(SAMPLE));
  });
});
