import { describe, expect, it } from 'vitest';
import { aMeasure, EMPTY, SAMPLE } from '../../../../test/plan-writing-sample.js';
import { openZip } from '../../../../test/plan-writing-zip.js';
import type { DocumentTable } from '../../../document/index.js';
import { readDocument } from '../../../document/index.js';
import { planXlsx } from './plan-xlsx.js';
import { reportSheet } from './report-sheet.js';

const OPTIONS = { language: 'ru', asOf: '2025-10-15' } as const;

async function sheets(bytes: Uint8Array): Promise<ReadonlyMap<string, DocumentTable>> {
  const { blocks } = await readDocument(bytes, 'plan.xlsx');
  return new Map(blocks.flatMap((block) => (block.kind === 'table' ? [[block.name ?? '', block]] : [])));
}

/** Rows as objects by the headers of the row that has a certain one. */
function records(
  table: DocumentTable | undefined,
  header: string,
): readonly Readonly<Record<string, string>>[] {
  const rows = table?.rows ?? [];
  const top = rows.findIndex(({ cells }) => cells.some(({ text }) => text === header));
  const names = new Map(rows[top]?.cells.map(({ column, text }) => [column, text]));
  return rows
    .slice(top + 1)
    .map(({ cells }) =>
      Object.fromEntries(cells.map(({ column, text, date }) => [names.get(column) ?? '', date ?? text])),
    );
}

describe('planXlsx', () => {
  it('has a row for each measure, with real dates and ids', async () => {
    const rows = records((await sheets(planXlsx(SAMPLE, OPTIONS))).get('План'), 'Мероприятие');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual({
      '№ п/п': '1.1.1',
      Раздел: 'Муниципальный уровень / Работа с руководителями',
      Мероприятие: 'Совещание руководителей «Что показали проверочные работы» & разбор причин',
      Срок: 'до 1 октября 2025 г.',
      Окончание: '2025-10-01',
      Ответственные: 'Управление образования\nметодический центр, районное объединение учителей',
      'Ожидаемый результат': 'Справка < 3 страниц, план поездок',
      'Отметка о выполнении': 'выполнено',
      'Дата отметки': '2025-09-29',
      Подтверждение: 'Справка по итогам совещания https://example.org/spravka?id=1&y=2025\nФотоотчёт',
      id: 'm1',
    });
    expect(rows[1]).toMatchObject({ Повторяется: 'ежемесячно', id: 'm2' });
    expect(rows[3]).toMatchObject({
      Начало: '2025-09-01',
      Окончание: '2025-11-30',
      'Исходное значение': '41\u00a0%, 30.05.2025',
      Цель: 'не менее 90\u00a0% к 30.11.2025',
    });
  });

  it('lists what falls due by days, and what recurs daily only once', async () => {
    const daily = aMeasure('d', 'Дежурство', 'ежедневно');
    const plan = { ...SAMPLE, measures: [...SAMPLE.measures, daily] };
    const all = await sheets(planXlsx(plan, OPTIONS));
    const rows = records(all.get('Календарь'), 'Дата');
    expect(rows.slice(0, 3).map((row) => [row.Дата, row['№ п/п'], row.Мероприятие])).toEqual([
      ['2025-09-01', undefined, 'Дежурство'],
      ['2025-09-30', '1.1.2', 'Поездки методистов в школы'],
      ['2025-10-01', '1.1.1', 'Совещание руководителей «Что показали проверочные работы» & разбор причин'],
    ]);
    const days = rows.map((row) => row.Дата ?? '');
    expect(days).toEqual([...days].sort());
    expect(rows.filter((row) => row.Мероприятие === 'Дежурство')).toHaveLength(1);
    expect(all.get('Календарь')?.rows[0]?.cells[0]?.text).toContain('чаще 60 раз');
  });

  it('counts on the sheet about the plan', async () => {
    const about = (await sheets(planXlsx(SAMPLE, OPTIONS))).get('О плане');
    const facts = new Map(about?.rows.map(({ cells }) => [cells[0]?.text ?? '', cells[1]?.text ?? '']));
    expect(about?.rows[0]?.cells[0]?.text).toBe('По состоянию на 15 октября 2025 г.');
    expect(Object.fromEntries(facts)).toMatchObject({
      Мероприятий: '6',
      'С датой': '3',
      Повторяющихся: '2',
      'Без даты': '1',
      Выполнено: '1',
      'Без отметки': '5',
      СОГЛАСОВАНО:
        'Директор методического центра\n______________ П. Р. Образцова\n«01»\u00a0сентября\u00a02025\u00a0г.\nпротокол от 01.09.2025 № 1',
    });
    expect(facts.get('Контрольная сумма содержания')).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('is ready to filter, to print and to fill in', () => {
    const xml = openZip(planXlsx(SAMPLE, OPTIONS)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toContain('state="frozen"');
    expect(xml).toMatch(/<autoFilter ref="A3:[A-Z]+9"\/>/);
    expect(xml).toContain('orientation="landscape"');
    expect(xml).toContain('&quot;запланировано,выполняется,выполнено,не выполнено,отменено&quot;');
    expect(xml).toMatch(/type="date" operator="between"[^>]*sqref="[A-Z]+4:[A-Z]+9"/);
  });

  it('keeps formulas as text and days that do not exist as they are', async () => {
    const plan = {
      ...EMPTY,
      measures: [
        aMeasure('a', '=HYPERLINK("x")', '', {
          deadline: { kind: 'date', raw: '30 февраля', end: '2026-02-30' },
        }),
      ],
      record: { events: [], measures: [{ measure: 'a', status: 'done', date: '2026-02-30' } as const] },
    };
    const [later] = records((await sheets(planXlsx(plan, { language: 'ru' }))).get('План'), 'Мероприятие');
    expect(later).toMatchObject({ Мероприятие: '=HYPERLINK("x")', 'Дата отметки': '2026-02-30' });
    expect(later).not.toHaveProperty('Окончание');
  });

  it('writes an empty plan, and the same plan to the same bytes', async () => {
    const all = await sheets(planXlsx(EMPTY, OPTIONS));
    expect([...all.keys()]).toEqual(['План', 'Календарь', 'О плане']);
    expect(planXlsx(SAMPLE, OPTIONS)).toEqual(planXlsx(structuredClone(SAMPLE), OPTIONS));
  });

  it('cuts a text that no cell can hold', async () => {
    const plan = { ...EMPTY, measures: [aMeasure('a', 'а'.repeat(40_000), '')] };
    const [row] = records((await sheets(planXlsx(plan, OPTIONS))).get('План'), 'Мероприятие');
    expect(row?.Мероприятие).toHaveLength(32_766);
    expect(row?.Мероприятие?.endsWith('…')).toBe(true);
  });
});

describe('reportSheet', () => {
  it('is a form for all plans with what is known', async () => {
    const other = { ...SAMPLE, id: 'other', school: 'sch1', record: { events: [] } };
    const bytes = reportSheet([SAMPLE, other], { ...OPTIONS, schoolNames: new Map([['sch1', 'Школа № 1']]) });
    const rows = records((await sheets(bytes)).get('Отчёт'), 'Код плана');
    expect(rows).toHaveLength(12);
    expect(rows[0]).toEqual({
      План: 'Дорожная карта по повышению качества математического образования в школах Заречного района на 2025/2026 учебный год',
      '№ п/п': '1.1.1',
      Мероприятие: 'Совещание руководителей «Что показали проверочные работы» & разбор причин',
      Срок: 'до 1 октября 2025 г.',
      'Отметка о выполнении': 'выполнено',
      'Дата отметки': '2025-09-29',
      Подтверждение: 'Справка по итогам совещания https://example.org/spravka?id=1&y=2025\nФотоотчёт',
      'Код плана': 'zarechny-2025',
      'Код мероприятия': 'm1',
    });
    expect(rows[6]).toMatchObject({ Школа: 'Школа № 1', 'Код плана': 'other' });
    expect(rows[6]).not.toHaveProperty('Отметка о выполнении');
  });

  it('offers the words of the status and explains itself', async () => {
    const bytes = reportSheet([SAMPLE], { language: 'en' });
    expect(openZip(bytes).get('xl/worksheets/sheet1.xml')).toContain(
      '<formula1>&quot;planned,under way,done,not done,cancelled&quot;</formula1>',
    );
    expect((await sheets(bytes)).get('How to fill it in')?.rows.length).toBeGreaterThan(3);
    expect(reportSheet([], OPTIONS).length).toBeGreaterThan(0);
  });
});
