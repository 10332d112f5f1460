import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentBlock, DocumentCell, DocumentContent, DocumentRow } from '../../document/index.js';
import { describePlanIssue, readPlan } from './index.js';

const NONE: ReadonlyMap<string, string> = new Map();

function cell(column: number, text: string, more: Partial<DocumentCell> = {}): DocumentCell {
  const paragraphs = text === '' ? [] : text.split('\n').map((line) => ({ text: line }));
  return {
    column,
    columns: 1,
    rows: 1,
    continued: false,
    bold: false,
    text,
    paragraphs,
    links: [],
    attributes: NONE,
    ...more,
  };
}

function row(at: number, texts: readonly string[]): DocumentRow {
  return { row: at, header: false, attributes: NONE, cells: texts.map((text, column) => cell(column, text)) };
}

function document(
  blocks: readonly DocumentBlock[],
  format: DocumentContent['format'] = 'docx',
): DocumentContent {
  return { format, blocks, remarks: [] };
}

function tableOf(rows: readonly DocumentRow[], attributes = NONE): DocumentBlock {
  return { kind: 'table', index: 1, attributes, rows };
}

const TEXTS = fc.oneof(
  fc.constantFrom(
    '',
    '1.',
    '2',
    '1.1.',
    'I.',
    'РАЗДЕЛ',
    'Провести семинар',
    'провести',
    'май',
    'до 1 октября',
    'Директор, завуч',
    'МКУ «Центр',
    '1. А\n2. Б',
    '№',
    'Мероприятия',
    'Сроки',
    'Ответственные',
    '90 %',
    'необходимо:',
    '- пункт;',
    'УТВЕРЖДАЮ',
    '(далее – План)',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const CELL = fc.record({
  column: fc.nat(8),
  columns: fc.integer({ min: 1, max: 6 }),
  rows: fc.integer({ min: 1, max: 4 }),
  continued: fc.boolean(),
  bold: fc.boolean(),
  text: TEXTS,
});
const ATTRIBUTES = fc.constantFrom<ReadonlyMap<string, string>>(
  NONE,
  new Map([['data-id', 'a']]),
  new Map([['data-section', 's']]),
  new Map([['data-field', 'text']]),
  new Map([
    ['data-kind', 'range'],
    ['data-start', '2024-09-01'],
  ]),
);
const ROW = fc.record({
  header: fc.boolean(),
  attributes: ATTRIBUTES,
  cells: fc.array(CELL, { maxLength: 7 }),
});
const BLOCK = fc.oneof(
  fc
    .record({
      text: TEXTS,
      bold: fc.boolean(),
      heading: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    })
    .map(
      ({ text, bold, heading }): DocumentBlock => ({
        kind: 'paragraph',
        text,
        bold,
        ...(heading === undefined ? {} : { heading }),
      }),
    ),
  fc
    .tuple(fc.boolean(), fc.boolean(), fc.array(ROW, { maxLength: 12 }))
    .map(([marked, headed, rows]): DocumentBlock => {
      const body = rows.map(
        ({ header, attributes, cells }, i): DocumentRow => ({
          row: i + 2,
          header,
          attributes,
          cells: cells.map(({ column, text, continued, ...more }) =>
            cell(column, continued ? '' : text, { ...more, continued, attributes }),
          ),
        }),
      );
      const all = headed
        ? [row(1, ['№', 'Мероприятия', 'Сроки', 'Ответственные', 'Показатель']), ...body]
        : body;
      return tableOf(all, marked ? new Map([['data-orientir', 'plan']]) : NONE);
    }),
);

describe('readPlan of any document', () => {
  it('never throws, loses no row, and gives every measure an id of its own', () => {
    fc.assert(
      fc.property(
        fc.array(BLOCK, { maxLength: 8 }),
        fc.constantFrom('docx', 'html', 'xlsx', 'csv'),
        (blocks, format) => {
          const { plan, issues, rowsRead, rowsAccepted, rowsRejected } = readPlan(document(blocks, format), {
            file: 'f',
          });
          expect(rowsRead).toBe(rowsAccepted + rowsRejected);
          const ids = plan.measures.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          const sections = new Set(plan.sections.map(({ id }) => id));
          expect(sections.size).toBe(plan.sections.length);
          for (const measure of plan.measures) {
            expect(measure.text).not.toBe('');
            if (measure.section !== undefined) expect(sections).toContain(measure.section);
          }
          for (const issue of issues) {
            expect(describePlanIssue(issue, 'ru')).not.toBe('');
            expect(describePlanIssue(issue, 'en')).not.toBe('');
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('counts every row of a plain table once', () => {
    const texts = fc.tuple(
      fc.constantFrom('', '1.', '7'),
      fc.constantFrom('', 'Обсудить итоги.', 'и далее'),
      fc.constantFrom('', 'май'),
      fc.constantFrom('', 'ОО'),
    );
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 20 }), (rows) => {
        const body = rows.map((each, i) => row(i + 2, each));
        const table = tableOf([row(1, ['№', 'Мероприятия', 'Сроки', 'Ответственные']), ...body]);
        const filled = rows.filter((each) => each.some((text) => text !== '')).length;
        expect(readPlan(document([table]), { file: 'f', schoolYear: '2024/2025' }).rowsRead).toBe(filled);
      }),
    );
  });

  it('is read to the end at ten thousand rows', () => {
    const shapes: readonly ((i: number) => readonly string[])[] = [
      (i) => [
        `${i}.`,
        `Провести совещание ${i} не менее чем на 3 %`,
        `до ${1 + (i % 28)} октября ${2000 + (i % 90)}`,
        'Директор Орлова А.Б. завуч Котов В.Г., ОО',
      ],
      (i) => ['', `продолжение ${i},`, '', ''],
      (i) => [`${i}. РАЗДЕЛ ${i}`, '', '', ''],
      () => ['', 'Текст.', '', ''],
    ];
    for (const shape of shapes) {
      const rows = Array.from({ length: 10_000 }, (_, i) => row(i + 2, shape(i)));
      const table = tableOf([
        row(1, ['№', 'Мероприятия', 'Сроки', 'Ответственные']),
        row(2, ['1.', 'Начать', 'май', 'ОО']),
        ...rows,
      ]);
      const { rowsRead, plan } = readPlan(document([table]), { file: 'f', schoolYear: '2024/2025' });
      expect(Math.max(rowsRead, plan.sections.length)).toBeGreaterThan(9000);
    }
  });

  it('is read to the end with the longest texts', () => {
    const long = [
      'слово '.repeat(20_000),
      '«'.repeat(50_000),
      'Орлова А.Б. '.repeat(10_000),
      '1. '.repeat(30_000),
      `${'приказ '.repeat(10_000)}от`,
      '(далее – '.repeat(10_000),
    ];
    for (const text of long) {
      const table = tableOf([
        row(1, ['№', 'Мероприятия', 'Сроки', 'Ответственные']),
        row(2, ['1.', text, text, text]),
      ]);
      const { rowsRead } = readPlan(
        document([
          { kind: 'paragraph', text, bold: false },
          table,
          { kind: 'paragraph', text: `${text}:`, bold: false },
        ]),
        { file: 'f' },
      );
      expect(rowsRead).toBe(1);
    }
  });
});
