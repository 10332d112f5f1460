import type { StatedResult } from '@orientir/core/assessment';
import { describe, expect, it } from 'vitest';
import { readFiles, type TestFile } from '../../../test/read-sheets.js';
import type { SheetCell } from '../../sheet.js';

const head = (name: string): SheetCell[][] => [
  [name],
  [],
  ['ВПР 2026 Математика 5 класс'],
  ['Предмет:', 'Математика'],
  ['Максимальный первичный балл:', 4],
  ['Дата:', '20.04.2026'],
  [],
];
const MARKS = ['Группы участников', 'Кол-во ОО', 'Кол-во участников', 2, 3, 4, 5];

async function read(files: Readonly<Record<string, TestFile>>) {
  const stated: StatedResult[] = [];
  const { record, issues } = await readFiles(files, { onStated: (results) => stated.push(...results) });
  return { record, issues, stated };
}

describe('statistics of marks', () => {
  it('gives counts where they are certain, from the country down to the school', async () => {
    const { record, issues, stated } = await read({
      'Ф3.xlsx': [
        ...head('Статистика по отметкам'),
        MARKS,
        ['Вся выборка', 30000, '1 500 000', 5.06, 32.92, 44.33, 17.69],
        ['Вымышленная область', 50, 3000, '10,00', '40,00', '30,00', '20,00'],
        ['Округ «Тест»(reg99_m001)', 4, 200, 10.5, 39.5, 30, 20],
        ['МБОУ «СОШ № 1» (edu990001)', undefined, 24, 12.5, 50, 25, 12.5],
      ],
    });
    expect(issues).toEqual([]);
    expect(record.files[0]).toMatchObject({ layout: 'report-marks', rowsRead: 4, rowsAccepted: 4 });
    expect(stated.map(({ level, unit, n }) => [level, unit, n])).toEqual([
      ['country', 'Россия', 1_500_000],
      ['region', 'Вымышленная область', 3000],
      ['municipality', 'Округ «Тест»', 200],
      ['school', 'edu990001', 24],
    ]);
    expect(stated[0]?.marks).toEqual({
      exact: false,
      shares: { 2: 0.0506, 3: 0.3292, 4: 0.4433, 5: 0.1769 },
    });
    expect(stated[3]).toMatchObject({
      assessment: 'vpr-2026-5-математика',
      region: 'Вымышленная область',
      municipality: 'Округ «Тест»',
      marks: { exact: true, counts: { 2: 3, 3: 12, 4: 6, 5: 3 } },
      source: { file: 'Ф3.xlsx', sheet: 'Sheet', row: 12 },
    });
  });

  it('says where percents are impossible, and where a row is no unit', async () => {
    const { record, issues, stated } = await read({
      'a.xlsx': [
        ...head('Статистика по отметкам'),
        MARKS,
        ['Школа № 2 (edu990002)', undefined, 3, 33.33, 33.33, 33.33, 10],
        ['Отметка 5', undefined, 3, 0, 0, 0, 100],
        ['Школа № 3 (edu990003)', undefined, 'мало', 0, 0, 0, 100],
        ['Школа № 4 (edu990004)', undefined, 2, 0, 'н/д', 0, 100],
        ['Подготовлено вручную'],
      ],
    });
    expect(issues).toEqual([
      'warning percents-impossible Sheet!D9',
      'error report-row-unclear Sheet!A10',
      'error report-row-unclear Sheet!C11',
      'error percent-invalid Sheet!E12',
    ]);
    expect(record.files[0]).toMatchObject({ rowsRead: 4, rowsAccepted: 1 });
    expect(stated[0]?.marks).toMatchObject({ exact: false, shares: { 5: 0.1 } });
  });

  it('is refused by name where nobody takes what it states', async () => {
    const { issues } = await readFiles({ 'a.xlsx': [...head('Статистика по отметкам'), MARKS] });
    expect(issues).toEqual(['error file-not-supported-yet']);
  });

  it('repeats of a title only what names the report: a pupil may stand in it', async () => {
    const said = async (title: string) => {
      const { record } = await readFiles({ 'a.xlsx': [...head(title), MARKS] });
      return record.issues.map(({ parameters }) => parameters);
    };
    expect(await said('ВПР. Статистика по отметкам, Иванова Мария')).toEqual([
      { report: 'Статистика по отметкам' },
    ]);
    expect(await said('Отчёт Иванова Мария')).toEqual([{ report: '' }]);
  });
});

describe('comparison with the journal', () => {
  const JOURNAL = [
    'Группы участников',
    'Кол-во участников(всего)',
    ...[
      'Понизили (Отметка < Отметка по журналу)',
      'Подтвердили (Отметка = Отметке по журналу)',
      'Повысили (Отметка > Отметка по журналу)',
    ].flatMap((part) => [`${part} %`, `${part} Кол-во участников`]),
  ];
  it('keeps the numbers of pupils; those without a journal mark are in no part', async () => {
    const { issues, stated } = await read({
      'a.xlsx': [
        ...head('Сравнение отметок с отметками по журналу'),
        JOURNAL,
        ['Вымышленная область', 13, 25, 3, 50, 6, 25, 3],
        ['Округ «Тест»(reg99_m001)', 12, 25, 3, 50, 6, 25, 4],
      ],
    });
    expect(stated[0]?.journal).toEqual({
      exact: true,
      counts: { lowered: 3, confirmed: 6, raised: 3 },
      shares: { lowered: 0.25, confirmed: 0.5, raised: 0.25 },
    });
    expect(issues).toEqual(['warning percents-impossible Sheet!C10']);
  });
});

describe('distributions and items', () => {
  it('reads primary scores of the wide table of schools, as csv', async () => {
    const { issues, stated } = await read({
      'a.csv':
        'Год;Класс;Предмет;Муниципалитет;Логин;ОО;Кол-во участников;0;1;2\n2026;5;Математика;Округ «Тест»;edu990001;СОШ № 1;8;12,5;50,0;37,5\n',
    });
    expect(issues).toEqual([]);
    expect(stated).toMatchObject([
      {
        assessment: 'vpr-2026-5-математика',
        level: 'school',
        unit: 'edu990001',
        municipality: 'Округ «Тест»',
        scores: { exact: true, counts: [1, 4, 3] },
      },
    ]);
  });

  it('turns item percents into points where maximum and pupils allow one answer', async () => {
    const { issues, stated } = await read({
      'a.xlsx': [
        ...head('Выполнение заданий'),
        ['Группы участников', 'Кол-во ОО', 'Кол-во участников', '1', '2К1', '2K2', '3'],
        ['Макс балл', undefined, undefined, 1, 2, 1, undefined],
        ['Вымышленная область', 1, 8, 62.5, 56.25, 10, 40],
      ],
    });
    expect(stated[0]?.items).toEqual([
      { item: '1', maxPoints: 1, share: 0.625, points: 5, exact: true },
      { item: '2K1', maxPoints: 2, share: 0.5625, points: 9, exact: true },
      { item: '2K2', maxPoints: 1, share: 0.1, exact: false },
      { item: '3', share: 0.4, exact: false },
    ]);
    expect(issues).toEqual(['warning percents-impossible Sheet!F10']);
  });

  it('reads planned results: a row for each item, a column for each level', async () => {
    const { record, issues, stated } = await read({
      'a.xlsx': [
        ...head('Достижение планируемых результатов'),
        [
          'Номер задания',
          'Блоки ПООП обучающийся научится / получит возможность научиться',
          'Макс балл',
          'Вымышленная область',
          'Округ «Тест»(reg99_m001)',
          'РФ',
        ],
        ['1', 'Считать до десяти', 1, 81.5, 70, 85.25],
        ['2', 'Сравнивать дроби', 2, 60, 'нет', 61],
      ],
    });
    expect(issues).toEqual(['error percent-invalid Sheet!E10']);
    expect(record.files[0]).toMatchObject({ layout: 'report-planned', rowsRead: 2, rowsAccepted: 1 });
    expect(stated.map(({ level, unit, items }) => [level, unit, items?.length])).toEqual([
      ['region', 'Вымышленная область', 1],
      ['municipality', 'Округ «Тест»', 1],
      ['country', 'Россия', 1],
    ]);
    expect(stated[2]?.items?.[0]).toEqual({
      item: '1',
      maxPoints: 1,
      share: 0.8525,
      exact: false,
      plannedResult: 'Считать до десяти',
    });
  });
});
