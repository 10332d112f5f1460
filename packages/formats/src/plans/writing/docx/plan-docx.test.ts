import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../../../test/document-shape.js';
import { aMeasure, EMPTY, SAMPLE } from '../../../../test/plan-writing-sample.js';
import { openZip } from '../../../../test/plan-writing-zip.js';
import type { DocumentTable } from '../../../document/index.js';
import { readDocument } from '../../../document/index.js';
import { bookmarkName, idOfBookmark } from '../../bookmark-name.js';
import { columnWidths } from './column-widths.js';
import { planDocx } from './plan-docx.js';

const OPTIONS = { language: 'ru', asOf: '2025-10-15' } as const;
const read = (plan: typeof SAMPLE, language: 'ru' | 'en' = 'ru') =>
  readDocument(planDocx(plan, { ...OPTIONS, language }), 'plan.docx');
const tableOf = async (plan: typeof SAMPLE): Promise<DocumentTable> => {
  const table = (await read(plan)).blocks.filter(({ kind }) => kind === 'table').at(-1);
  if (table?.kind !== 'table') throw new Error('no table');
  return table;
};

describe('planDocx', () => {
  it('writes stamps, heading, lists and the table as a person reads them', async () => {
    expect(shapeOf(await read(SAMPLE))).toEqual([
      [
        [
          'СОГЛАСОВАНО\nДиректор методического центра\n______________ П. Р. Образцова\n«01»\u00a0сентября\u00a02025\u00a0г.\nпротокол от 01.09.2025 № 1',
          '',
          'УТВЕРЖДАЮ\nНачальник управления образования\nАдминистрация Заречного района\n______________ ______________\n«___»\u00a0____________\u00a020__\u00a0г.',
        ],
      ],
      '* ДОРОЖНАЯ КАРТА',
      '* по повышению качества математического образования в школах Заречного района',
      '* на 2025/2026 учебный год',
      'Основание: письмо министерства образования Образцового края от 12.08.2025 № 31-17/402; протокол совещания руководителей школ от 20.08.2025 № 4.',
      '* Проблемы',
      '[1.] Задания на проценты и отношения решает меньше половины восьмиклассников.',
      '[2.] В трёх школах математику ведёт один учитель во всех классах.',
      '* Цели и задачи',
      '[1.] Поднять решаемость заданий базового уровня до средней по краю (следующий учебный год)',
      '[1.1.] Дать учителям материалы по темам, которые западают',
      '[1.2.] Наладить работу пар «школа — школа»',
      '[2.] Удержать результат три года',
      [
        [
          '№ п/п',
          'Мероприятие',
          'Срок',
          'Ответственные',
          'Ожидаемый результат',
          'Показатель',
          'Адресат',
          'Отметка о выполнении',
        ],
        ['(8×1) I. Муниципальный уровень'],
        ['(8×1) 1.1. Работа с руководителями'],
        [
          '1.1.1',
          'Совещание руководителей «Что показали проверочные работы» & разбор причин',
          'до 1 октября 2025 г.',
          'Управление образования\nметодический центр, районное объединение учителей',
          'Справка < 3 страниц, план поездок',
          '',
          '',
          'выполнено, 29.09.2025\nСправка по итогам совещания\nФотоотчёт',
        ],
        [
          '1.1.2',
          'Поездки методистов в школы',
          'ежемесячно',
          'Методический центр',
          'Не менее 3 поездок\nв каждую школу',
          '',
          '',
          '',
        ],
        [
          '',
          'в том числе в школы с низкими результатами',
          'каждую четверть',
          'Методический центр',
          '',
          '',
          '',
          '',
        ],
        ['(8×1) II. Уровень школы'],
        [
          '2.1',
          'Самодиагностика учителей математики',
          'сентябрь – ноябрь 2025 г.',
          'Заместители директоров',
          '',
          'Доля учителей, прошедших самодиагностику: не менее 90\u00a0% к 30.11.2025 (исходно 41\u00a0%, 30.05.2025)',
          '',
          '',
        ],
        ['2.2', 'Консультации родителей', 'постоянно', 'Классные руководители', '', '', 'родители', ''],
        ['2.3', 'Пробный экзамен', '16–20 февраля 2026 г.', 'Директора школ', '', '', '', ''],
      ],
    ]);
  });

  it('repeats the header, marks headings as bold, and remarks nothing odd', async () => {
    const document = await read(SAMPLE);
    expect(document.remarks).toEqual([]);
    const table = await tableOf(SAMPLE);
    expect(table.rows.map(({ header }) => header)).toEqual([true, ...Array(9).fill(false)]);
    expect(table.rows[1]?.cells[0]?.bold).toBe(true);
    expect(table.rows[3]?.cells.some(({ bold }) => bold)).toBe(false);
    expect(table.caption).toContain('по повышению качества');
  });

  it('keeps the columns that the plan names, and the cells of columns that nobody understood', async () => {
    const [first] = SAMPLE.measures;
    if (first === undefined) throw new Error('no measure');
    const source = { column: 3, header: 'Ресурсы', text: '2 ноутбука' };
    const table = await tableOf({
      ...SAMPLE,
      sections: [],
      columns: [
        { header: 'Сроки', field: 'deadline' },
        { header: 'Что делаем', field: 'text' },
        { header: 'Ресурсы' },
      ],
      measures: [{ ...first, provenance: { file: 'a.docx', row: 2, cells: [source] } }],
    });
    expect(table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['Сроки', 'Что делаем', 'Ресурсы'],
      ['до 1 октября 2025 г.', first.text, '2 ноутбука'],
    ]);
  });

  it('leaves the status out before the day it was given', async () => {
    const { blocks } = await readDocument(planDocx(SAMPLE, { language: 'ru', asOf: '2025-09-01' }), 'a.docx');
    expect(JSON.stringify(shapeOf({ format: 'docx', blocks, remarks: [] }))).not.toContain('выполнено');
  });

  it('says everything of its own in English', async () => {
    const text = JSON.stringify(shapeOf(await read(SAMPLE, 'en')));
    for (const words of [
      'AGREED',
      'APPROVED',
      'ROAD MAP',
      'for the school year 2025/2026',
      'Basis: ',
      'done, 29 September 2025',
    ])
      expect(text).toContain(words);
  });

  it('gives an empty plan a header and a row to write in', async () => {
    expect(shapeOf(await read(EMPTY))).toEqual([
      '* ПЛАН МЕРОПРИЯТИЙ',
      [
        ['№ п/п', 'Мероприятие', 'Срок', 'Ответственные'],
        ['', '', '', ''],
      ],
    ]);
  });

  it('is the same bytes for the same plan, and names no person and no time', async () => {
    expect(planDocx(SAMPLE, OPTIONS)).toEqual(planDocx(structuredClone(SAMPLE), OPTIONS));
    const core = openZip(planDocx(SAMPLE, OPTIONS)).get('docProps/core.xml') ?? '';
    expect(core).not.toMatch(/creator|lastModifiedBy/);
    expect([...core.matchAll(/\d{4}-\d\d-\d\dT[\d:]+Z/g)].map(String)).toEqual([
      '2020-01-01T00:00:00Z',
      '2020-01-01T00:00:00Z',
    ]);
  });

  it('is A4 landscape with numbered pages, hyphenation and rows that stay whole', async () => {
    const parts = openZip(planDocx(SAMPLE, OPTIONS));
    const document = parts.get('word/document.xml') ?? '';
    expect(document).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(document).toContain('<w:pgMar w:top="851" w:right="1134" w:bottom="851" w:left="1134"');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(11);
    expect(parts.get('word/footer1.xml')).toMatch(/Страница .* PAGE .* из .* NUMPAGES /);
    expect(parts.get('word/settings.xml')).toContain('<w:autoHyphenation/>');
    expect(parts.get('word/styles.xml')).toContain('<w:lang w:val="ru-RU"');
    const widths = [...document.matchAll(/<w:tblGrid>(.*?)<\/w:tblGrid>/g)].map(([, grid = '']) =>
      [...grid.matchAll(/w:w="(\d+)"/g)].reduce((sum, [, width]) => sum + Number(width), 0),
    );
    expect(widths).toEqual([14_570, 14_570]);
  });

  it('lets a row break that is higher than half a page', async () => {
    const document = openZip(
      planDocx({ ...EMPTY, measures: [aMeasure('a', 'слово '.repeat(2000), '')] }, OPTIONS),
    ).get('word/document.xml');
    expect(document?.match(/<w:cantSplit\/>/g)).toHaveLength(1);
  });

  it('carries ids in bookmarks', async () => {
    const document = openZip(planDocx(SAMPLE, OPTIONS)).get('word/document.xml') ?? '';
    const ids = [...document.matchAll(/w:name="(orientir_[^"]*)"/g)].map(([, name = '']) =>
      idOfBookmark(name),
    );
    expect(ids).toEqual(SAMPLE.measures.map(({ id }) => id));
  });
});

describe('bookmarkName', () => {
  it('keeps plain ids and writes others so that Word takes them', () => {
    expect(bookmarkName('m1')).toBe('orientir_m1');
    expect(bookmarkName('m-1')).toBe('orientir_m_002d1');
    expect(bookmarkName('М')).toBe('orientir__041c');
    expect(idOfBookmark('orientir__041c')).toBe('М');
    expect(bookmarkName('M_1')).toBe('orientir__004d_005f1');
  });

  it('has no name for an id that is too long, and no id for other bookmarks', () => {
    expect(bookmarkName('a'.repeat(31))).toHaveLength(40);
    expect(bookmarkName('a'.repeat(32))).toBeUndefined();
    expect(idOfBookmark('_GoBack')).toBeUndefined();
    expect(idOfBookmark('orientir_M1')).toBeUndefined();
    expect(idOfBookmark('orientir_')).toBeUndefined();
  });
});

describe('columnWidths', () => {
  const size = { total: 14_570, letter: 110, padding: 170 };
  const column = (header: string, texts: readonly string[]) => ({ header, field: undefined, texts });

  it('fills the page exactly and gives long texts more', () => {
    const widths = columnWidths(
      [column('Мероприятие', ['слово '.repeat(80)]), column('Срок', ['октябрь'])],
      size,
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(14_570);
    expect(widths[0]).toBeGreaterThan(4 * (widths[1] ?? 0));
  });

  it('keeps words of headers whole as long as there is room', () => {
    const widths = columnWidths(
      [
        column('Текст', ['слово '.repeat(2000)]),
        column('Ответственные', ['']),
        column('Ожидаемый результат', ['']),
      ],
      size,
    );
    expect(widths[1]).toBeGreaterThan(13 * 110);
    expect(widths[2]).toBeGreaterThan(9 * 110);
  });

  it('still fills the page with more columns than fit', () => {
    const widths = columnWidths(
      Array.from({ length: 40 }, () => column('Ответственные', ['автоматизированный'])),
      size,
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(14_570);
    expect(Math.min(...widths)).toBeGreaterThan(0);
  });
});
