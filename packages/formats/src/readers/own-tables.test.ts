/** Tables that people make for themselves, with their own words over the columns. */
import { describe, expect, it } from 'vitest';
import type { Dialect, OddSheet } from '../../test/odd-workbook.js';
import { writeOddWorkbook } from '../../test/odd-workbook.js';
import { readFiles } from '../../test/read-sheets.js';
import type { SheetCell } from '../sheet.js';
import { inputFile } from './input-file.js';
import { readInputs } from './read-inputs.js';

const MAXIMA = JSON.stringify({
  id: 'w',
  programme: 'Диагностика',
  subject: 'Математика',
  items: [
    { id: '1', maxPoints: 1 },
    { id: '2', maxPoints: 2 },
    { id: '3', maxPoints: 1 },
  ],
});
const OWN_WORDS: SheetCell[][] = [
  [
    ...['№ п/п', 'Муниципальное образование', 'Наименование ОО', 'Класс', 'Код участника', 'Предмет'],
    ...['Вариант', 'Задание 1', 'Задание 2', 'Задание 3', 'Сумма баллов', '% выполнения', 'Оценка'],
  ],
  [1, 'Заречный район', 'СОШ № 1', '5А', 'п1', 'Математика', 1, 1, 2, 0, 3, 75, 4],
  [2, 'Заречный район', 'СОШ № 1', '5А', 'п2', 'Математика', 2, 0, 1, 1, 2, 50, 3],
  [3, 'Заречный район', 'СОШ № 2', '5А', 'п1', 'Математика', 1, 1, 0, 0, 1, 25, 2],
];

describe('words of their own over columns', () => {
  it('are known', async () => {
    const { record, analysis, issues } = await readFiles({ 'in/r.xlsx': OWN_WORDS, 'in/w.json': MAXIMA });
    expect(issues).toEqual([]);
    expect(record.files[0]).toMatchObject({ rowsRead: 3, rowsAccepted: 3 });
    const schools = [...analysis.itemResults].filter(({ level, item }) => level === 'school' && item === '2');
    expect(schools.map(({ unit, points, n }) => [unit, points, n])).toEqual([
      ['СОШ № 1', 3, 2],
      ['СОШ № 2', 0, 1],
    ]);
  });

  it('name maxima, and need no description then', async () => {
    const header = ['Школа', 'Класс', 'Учащийся', '№ 1 (1 б.)', '№ 2 (макс. 2 балла)'];
    const { analysis, issues } = await readFiles({ 'in/r.xlsx': [header, ['s1', '5А', 'п1', 1, 1]] });
    expect(issues).toEqual([]);
    const rates = [...analysis.itemResults].filter(({ level }) => level === 'school');
    expect(rates.map(({ item, maxPoints }) => [item, maxPoints])).toEqual([
      ['1', 1],
      ['2', 2],
    ]);
  });

  it('tell pupils apart by whole names, which are not repeated', async () => {
    const rows = [
      ['Класс', 'ФИО', '1', '2', '3', 'Итого'],
      ['5А', 'Иванова Анна', 1, 1, 0, 2],
      ['5А', 'Петрова Анна', 1, 1, 1, 3],
      ['5А', 'Иванова Анна', 1, 1, 0, 2],
    ];
    const { record, issues } = await readFiles({ 'in/r.xlsx': rows, 'in/w.json': MAXIMA });
    expect(record.files[0]).toMatchObject({ rowsRead: 3, rowsAccepted: 2 });
    expect(issues.filter((line) => line.startsWith('error'))).toEqual(['error pupil-duplicate Sheet!B4']);
    expect(JSON.stringify(record.issues)).not.toMatch(/Иванова|Петрова/);
  });

  it('are no list of teachers', async () => {
    const { issues } = await readFiles({ 'in/t.csv': 'ФИО;Школа;Стаж\nИванова Анна;s1;12\n' });
    expect(issues).toEqual(['error file-not-recognised']);
  });
});

describe('a column that is no item', () => {
  it('is passed over and told of, whatever its cells hold', async () => {
    const { record, issues } = await readFiles({
      'in/r.csv':
        'школа;класс;ученик;Смена;Группа здоровья;Балл ЕГЭ;1;2\ns1;5А;п1;утро;II;62,37;1;0\ns1;5А;п2;;I;51,13;0;1\n',
    });
    expect(record.files[0]).toMatchObject({ rowsRead: 2, rowsAccepted: 2 });
    expect(record.issues.filter(({ code }) => code === 'column-unknown')).toMatchObject([
      { row: 1, column: 'D', parameters: { header: 'Смена' } },
      { row: 1, column: 'E', parameters: { header: 'Группа здоровья' } },
      { row: 1, column: 'F', parameters: { header: 'Балл ЕГЭ' } },
    ]);
    expect(issues.filter((line) => line.startsWith('error'))).toEqual([]);
  });

  it('is an item where the description names it', async () => {
    const { record } = await readFiles({
      'in/r.csv': 'школа;класс;ученик;Смена;1\ns1;5А;п1;утро;1\n',
      'in/w.json': MAXIMA.replace('"3"', '"Смена"'),
    });
    expect(record.issues.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'points-not-a-number', row: 2, column: 'D' },
    ]);
  });

  it('is one where no other looks like an item, so that its cells are told of', async () => {
    const { record } = await readFiles({ 'in/r.csv': 'школа;класс;ученик;Чтение\ns1;5А;п1;хорошо\n' });
    expect(record.issues.map(({ code }) => code)).toContain('points-not-a-number');
  });

  it('is not seen in a column of points with a few errors', async () => {
    const { record } = await readFiles({
      'in/r.csv': 'школа;класс;ученик;Чтение;1\ns1;5А;п1;2;1\ns1;5А;п2;X;1\ns1;5А;п3;да;1\n',
    });
    expect(record.files[0]).toMatchObject({ rowsRead: 3, rowsAccepted: 2 });
    expect(record.issues.map(({ code }) => code)).toEqual([
      'assessment-not-described',
      'points-not-a-number',
    ]);
  });
});

describe('a table that lacks a column', () => {
  it.each([
    ['Школа;Класс;1;2;3;Итого\ns1;5А;1;0;1;2\n', 'pupil'],
    ['Код ученика;1;2;3;Итого\nп1;1;0;1;2\n', 'unit'],
    ['Вариант;1;2;3;Итого\n1;1;0;1;2\n', 'both'],
  ])('is told which: %j', async (csv, lacks) => {
    const { record } = await readFiles({ 'in/r.csv': `Диагностика\n${csv}` });
    expect(record.issues).toMatchObject([
      { code: 'header-lacks-column', severity: 'error', file: 'in/r.csv', row: 2, parameters: { lacks } },
    ]);
  });

  it('is a warning beside a sheet that is read', async () => {
    const sheets = [
      { name: 'а', hidden: false, rows: OWN_WORDS },
      {
        name: 'б',
        hidden: false,
        rows: [
          ['Вариант', '1', '2', '3', 'Итого'],
          [1, 1, 0, 1, 2],
        ],
      },
    ];
    const { issues } = await readOdd(sheets);
    expect(issues.filter(({ code }) => code === 'header-lacks-column')).toMatchObject([
      { severity: 'warning', sheet: 'б', row: 1 },
    ]);
  });
});

describe('cells that are shown as one', () => {
  const rows: SheetCell[][] = [
    ['Район', 'Школа', 'Класс', 'Ученик', '1', '2'],
    ['Заречный', 'СОШ № 1', '5А', 'п1', 1, 0],
    [undefined, undefined, undefined, 'п2', 1, 1],
    [undefined, undefined, '5Б', 'п3', 0, 0],
    [undefined, 'СОШ № 2', '5А', 'п1', 1, 1],
    [undefined, undefined, undefined, 'п2', 0, 1],
    [undefined, undefined, undefined, 'п3', 0, 1],
  ];
  const area = (column: number, firstRow: number, lastRow: number) => {
    return { firstRow, lastRow, firstColumn: column, lastColumn: column };
  };
  const merged = [area(0, 1, 6), area(1, 1, 3), area(1, 4, 5), area(2, 1, 2), area(2, 4, 5)];

  it.each(['', 'x:'] as const)(
    'say where each of their pupils belongs, and nobody else: %j',
    async (prefix) => {
      const { issues, files, groups } = await readOdd([{ name: 'а', hidden: false, rows, merged }], prefix);
      expect(groups).toEqual(['Заречный СОШ № 1 5А 2', 'Заречный СОШ № 1 5Б 1', 'Заречный СОШ № 2 5А 2']);
      expect(files).toMatchObject([{ rowsRead: 6, rowsAccepted: 5 }]);
      expect(issues.filter(({ severity }) => severity === 'error')).toMatchObject([
        { code: 'school-missing', row: 7, column: 'B' },
      ]);
    },
  );

  it('are not supposed where the sheet does not say so', async () => {
    const { issues, files } = await readOdd([{ name: 'а', hidden: false, rows }]);
    expect(files).toMatchObject([{ rowsRead: 6, rowsAccepted: 2 }]);
    expect(issues.filter(({ code }) => code === 'school-missing').map(({ row }) => row)).toEqual([
      3, 4, 6, 7,
    ]);
  });
});

/** What a workbook of another program says, and its pupils by municipality, school and class. */
async function readOdd(sheets: readonly OddSheet[], prefix: Dialect['prefix'] = '') {
  const groups: string[] = [];
  const bytes = writeOddWorkbook(sheets, { ...PLAIN, prefix });
  const record = await readInputs([inputFile('r.xlsx', bytes)], {
    onTally({ assessments }) {
      for (const { groups: of } of assessments.values()) {
        for (const { unit, counts } of of.values())
          groups.push(`${unit.municipality} ${unit.school} ${unit.class} ${counts.wrote}`);
      }
    },
  });
  return { ...record, groups: groups.sort() };
}

const PLAIN: Dialect = {
  prefix: '',
  addresses: true,
  texts: 'shared',
  quote: '"',
  space: '',
  comments: false,
  cdata: false,
  entities: false,
  from1904: false,
  level: 6,
  spans: false,
  reversed: false,
  absoluteTargets: false,
};
