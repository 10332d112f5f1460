/** Tables that people make for themselves, with their own words over the columns. */
import { describe, expect, it } from 'vitest';
import type { Dialect, OddSheet } from '../../test/odd-workbook.js';
import { PLAIN, writeOddWorkbook } from '../../test/odd-workbook.js';
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
    expect(record.issues.filter(({ code }) => code === 'column-no-item')).toMatchObject([
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

describe('a number that is no item', () => {
  it('is passed over beside numbered items, and told of', async () => {
    const { record, analysis } = await readFiles({
      'in/r.csv': 'школа;класс;ученик;1;2;Ранг;Смена\ns1;5А;п1;1;0;7;1\ns1;5А;п2;0;1;9;2\n',
    });
    expect(analysis.assessments[0]?.items.map(({ id }) => id)).toEqual(['1', '2']);
    expect(record.issues.filter(({ code }) => code === 'column-no-item').map(({ column }) => column)).toEqual(
      ['F', 'G'],
    );
  });

  it('are two of them in one cell', async () => {
    const { record } = await readFiles({ 'in/r.csv': 'школа;класс;ученик;1;2\ns1;5А;п1;1 0;1\n' });
    expect(record.issues.map(({ code, column }) => [code, column])).toContainEqual([
      'points-not-a-number',
      'D',
    ]);
  });

  it('is not what a spreadsheet makes of one', async () => {
    const { record, analysis } = await readFiles({
      'in/r.csv': 'школа;класс;ученик;1;2\ns1;5А;п1;1,0000000000001;1e-13\ns1;5А;п2;0,9999999999999;2\n',
    });
    expect(record.files[0]).toMatchObject({ rowsRead: 2, rowsAccepted: 1 });
    expect([...analysis.itemResults].find(({ level, item }) => level === 'all' && item === '1')?.points).toBe(
      1,
    );
  });
});

describe('rows of totals, means and maxima', () => {
  const table = (...rows: readonly string[]) =>
    ['школа;класс;ученик;1;2;3', 's1;5А;п1;1;2;0', 's1;5А;п2;0;1;1', ...rows, ''].join('\n');

  it.each([
    ';;Итого;1;3;1',
    ';;Среднее;0;1;0',
    's1;5А;Средний балл;0;1;0',
    'Всего по школе;;2;1;3;1',
    's1;Итого;2;1;3;1',
    ';;Максимальный балл;1;2;1',
    ';;Макс.;1;2;1',
    ';;Кол-во справившихся;1;2;1',
  ])('are no pupils: %s', async (row) => {
    const { record, analysis } = await readFiles({ 'in/r.csv': table(row) });
    expect(record.files[0]).toMatchObject({ rowsRead: 2, rowsAccepted: 2 });
    expect(record.issues.filter(({ code }) => code === 'row-of-totals')).toMatchObject([{ row: 4 }]);
    expect(
      analysis.testResults.filter(({ level }) => level === 'school').map(({ unit, n }) => [unit, n]),
    ).toEqual([['s1', 2]]);
  });

  it.each([
    'Макс',
    'Максимов Пётр',
    'Доля Анна',
    'Средний Иван',
    'Всеволод',
    'Max',
    'Кольцов',
    'Минин',
    'Итоговый',
  ])('are not seen in a pupil: %s', async (pupil) => {
    const { record } = await readFiles({ 'in/r.csv': table(`s1;5А;${pupil};1;0;1`) });
    expect(record.files[0]).toMatchObject({ rowsRead: 3, rowsAccepted: 3 });
  });

  it('give maxima where no description does', async () => {
    const { analysis, issues } = await readFiles({
      'in/r.csv': 'школа;класс;ученик;1;2\n;;Максимальный балл;1;2\ns1;5А;п1;1;1\n',
    });
    expect(
      [...analysis.itemResults].filter(({ level }) => level === 'all').map(({ maxPoints }) => maxPoints),
    ).toEqual([1, 2]);
    expect(issues).toEqual(['warning row-of-totals 2']);
  });
});

describe('who was absent', () => {
  const rows = (...cells: readonly string[]) =>
    `школа;класс;ученик;вариант;1;2\n${cells.map((each, i) => `s1;5А;п${i};${each}\n`).join('')}`;

  it('wrote nothing, whatever stands in place of points', async () => {
    const { blocks } = await readFiles({
      'in/r.csv': rows('1;1;0', 'отсутствовал;X;X', 'отсутствовал;0;0', 'отсутствовал;-;', 'Отсутствовал;;'),
    });
    expect(blocks.flatMap((block) => [...block.absent])).toEqual([0, 1, 1, 1, 1]);
  });

  it('is told of where there are points', async () => {
    const { record } = await readFiles({ 'in/r.csv': rows('отсутствовал;1;0') });
    expect(record.issues).toMatchObject([
      { code: 'assessment-not-described' },
      { code: 'absent-with-points', row: 2 },
    ]);
  });
});

describe('a place that a spreadsheet could not compute', () => {
  const error = { kind: 'error', text: '#N/A' } as const;
  const formula = { kind: 'formula' } as const;
  it.each([
    [['школа', 'класс', 'ученик', '1'], [error, '5А', 'п1', 1], 'error cell-error Sheet!A2'],
    [['школа', 'класс', 'ученик', '1'], ['s1', error, 'п1', 1], 'error cell-error Sheet!B2'],
    [['школа', 'класс', 'ученик', '1'], ['s1', '5А', error, 1], 'error cell-error Sheet!C2'],
    [['школа', 'класс', 'ученик', '1'], ['s1', formula, 'п1', 1], 'error formula-without-value Sheet!B2'],
    [['школа', 'класс', 'ученик', '1'], ['s1', '5А', formula, 1], 'error formula-without-value Sheet!C2'],
    [['школа', 'класс', 'ученик', '1'], ['s1', '5А', 'п1', formula], 'error formula-without-value Sheet!D2'],
  ])('refuses the row', async (header, row, said) => {
    const { record, issues } = await readFiles({ 'in/r.xlsx': [header, row, ['s1', '5А', 'п2', 1]] });
    expect(record.files[0]).toMatchObject({ rowsRead: 2, rowsAccepted: 1 });
    expect(issues).toContain(said);
  });
});

describe('spellings', () => {
  it('of a class are one', async () => {
    const classes = ['5А', '5A', '5 А', '5а', '5-А', '5 «А»', '5"А"', '5 А класс'];
    const csv = classes.map((name, i) => `s1;${name.replaceAll('"', '“')};п${i};1\n`).join('');
    const { analysis } = await readFiles({ 'in/r.csv': `школа;класс;ученик;1\n${csv}` });
    const found = analysis.testResults.filter(({ level }) => level === 'class');
    expect(found.map(({ unit, n }) => [unit, n])).toEqual([['s1/5А', 8]]);
  });

  it('of a pupil are one', async () => {
    const { issues } = await readFiles({
      'in/a.csv': 'школа;класс;ученик;1\ns1;5А;А-1;1\ns1;5А;70001;1\n',
      'in/b.csv': 'школа;класс;ученик;1\ns1;5A;a-1;1\ns1;5А;70001.0;1\n',
      'in/w.json': JSON.stringify({
        id: 'w',
        programme: '',
        subject: '',
        items: [{ id: '1', maxPoints: 1 }],
      }),
    });
    expect(issues.filter((line) => line.includes('pupil-duplicate'))).toEqual([
      'error pupil-duplicate C2',
      'error pupil-duplicate C3',
    ]);
  });

  it('of a school are told, never joined', async () => {
    const names = ['СОШ № 1', 'СОШ №1', 'CОШ № 1', 'МБОУ «СОШ № 1»', 'СОШ № 2'];
    const csv = names.map((name, i) => `${name};5А;п${i};1\n`).join('');
    const { record, analysis } = await readFiles({ 'in/r.csv': `школа;класс;ученик;1\n${csv}` });
    const told = record.issues.filter(({ code }) => code === 'school-candidate');
    expect(told.map(({ parameters }) => parameters)).toEqual(
      names.slice(1, 4).map((other) => ({ one: 'СОШ № 1', other })),
    );
    expect(analysis.testResults.filter(({ level }) => level === 'school')).toHaveLength(5);
  });
});

describe('a line above pupils', () => {
  const rows = (...lines: readonly string[]) => ({
    'in/r.csv': `${lines.join('\n')}\n`,
    'in/w.json': MAXIMA,
  });
  const units = (analysis: Awaited<ReturnType<typeof readFiles>>['analysis']) =>
    analysis.testResults.filter(({ level }) => level === 'class').map(({ unit, n }) => `${unit} ${n}`);

  it.each(['Класс 5А', '5А класс', '5 «А»'])('names their class: %s', async (line) => {
    const { record, analysis } = await readFiles(
      rows(
        'школа;класс;ученик;1;2;3',
        `${line};;;;;`,
        's1;;п1;1;0;1',
        's1;;п2;0;0;1',
        '5Б;;;;;',
        's1;;п1;1;1;1',
      ),
    );
    expect(record.files[0]).toMatchObject({ rowsRead: 3, rowsAccepted: 3 });
    expect(units(analysis)).toEqual(['s1/5А 2', 's1/5Б 1']);
  });

  it('names their school, where their rows do not', async () => {
    const { record, analysis } = await readFiles(
      rows(
        'школа;класс;ученик;1;2;3',
        'МБОУ «СОШ № 1»;;;;;',
        ';5А;п1;1;0;1',
        's9;5А;п1;1;0;1',
        'Лицей № 2;;;;;',
        ';5А;п1;1;1;1',
      ),
    );
    expect(record.files[0]).toMatchObject({ rowsRead: 3, rowsAccepted: 3 });
    expect(units(analysis)).toEqual(['s9/5А 1', 'Лицей № 2/5А 1', 'МБОУ «СОШ № 1»/5А 1']);
  });

  it.each(['Директор Иванова', '12', 'Отсутствовали двое'])('says nothing of them: %s', async (line) => {
    const { analysis } = await readFiles(rows('школа;класс;ученик;1;2;3', `${line};;;;;`, 's1;;п1;1;0;1'));
    expect(units(analysis)).toEqual([]);
    expect(analysis.testResults.find(({ level }) => level === 'school')).toMatchObject({ unit: 's1', n: 1 });
  });
});

describe('a class that is a name', () => {
  it('became no date, and nothing of it is repeated', async () => {
    const { record } = await readFiles({ 'in/r.csv': 'школа;класс;ученик;1\ns1;5 Апрельская Анна;п1;1\n' });
    expect(record.issues.map(({ code }) => code)).toEqual(['assessment-not-described']);
  });
});

describe('a class that became a date', () => {
  it.each(['2025-01-05', '05.янв'])('is told of: %s', async (text) => {
    const { record } = await readFiles({ 'in/r.csv': `школа;класс;ученик;1\ns1;${text};п1;1\n` });
    expect(record.issues).toMatchObject([
      { code: 'assessment-not-described' },
      { code: 'class-from-date', row: 2 },
    ]);
  });
});

describe('headers', () => {
  it('stand in two rows, items under one title', async () => {
    const { record, analysis } = await readFiles({
      'in/r.xlsx': [
        ['Школа', 'Класс', 'Ученик', 'Задания', undefined, undefined, 'Итого'],
        [undefined, undefined, undefined, 1, 2, 3],
        ['s1', '5А', 'п1', 1, 2, 0, 3],
      ],
      'in/w.json': MAXIMA,
    });
    expect(record.issues).toEqual([]);
    expect(analysis.testResults.find(({ level }) => level === 'all')).toMatchObject({ n: 1 });
    expect(
      [...analysis.itemResults].filter(({ level }) => level === 'all').map(({ points }) => points),
    ).toEqual([1, 2, 0]);
  });

  it('with Latin letters and marks behind are the same', async () => {
    const { issues } = await readFiles({
      'in/r.csv': 'Шкoла*;Клаcс:;УЧЕНИК;1;2;3\ns1;5А;п1;1;0;1\n',
      'in/w.json': MAXIMA,
    });
    expect(issues).toEqual([]);
  });

  it.each(['школа;класс;ученик;вариант;1;2;3', 'школа;класс;код ученика;3;2;1', 'Школа;Класс;Ученик;3;2;1'])(
    'that come again and differ end the table: %s',
    async (second) => {
      const { record } = await readFiles({
        'in/r.csv': `школа;класс;ученик;1;2;3\ns1;5А;п1;1;2;1\n${second}\ns2;5А;п2;1;1;1\n`,
        'in/w.json': MAXIMA,
      });
      expect(record.files[0]).toMatchObject({ rowsRead: 2, rowsAccepted: 1 });
      expect(record.issues).toMatchObject([{ code: 'header-moved', row: 3 }]);
    },
  );

  it('of a table beside another are told', async () => {
    const { record } = await readFiles({
      'in/r.csv': 'школа;класс;ученик;1;2;3;;школа;класс;ученик;1;2;3\ns1;5А;п1;1;2;1;;s2;5А;п1;0;0;0\n',
      'in/w.json': MAXIMA,
    });
    expect(record.issues.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'table-beside', column: 'J', row: 1 },
    ]);
  });

  it('take the code of a pupil, not the surname beside it, and a column that is filled', async () => {
    const { record } = await readFiles({
      'in/r.csv': 'школа;школа;класс;ученик;код ученика;1\n;s1;5А;Иванов;1;1\n;s1;5А;Иванов;2;0\n',
    });
    expect(record.files[0]).toMatchObject({ rowsRead: 2, rowsAccepted: 2 });
  });
});

describe('the name of a sheet', () => {
  const sheet = (name: string, ...pupils: readonly string[]) => {
    return { name, hidden: false, rows: [['Ученик', '1', '2'], ...pupils.map((pupil) => [pupil, 1, 0])] };
  };

  it('is the class where no column is', async () => {
    const { files, groups } = await readOdd([sheet('5 а', 'п1', 'п2'), sheet('5Б', 'п1')]);
    expect(files).toMatchObject([{ rowsRead: 3, rowsAccepted: 3 }]);
    expect(groups).toEqual(['undefined undefined 5А 2', 'undefined undefined 5Б 1']);
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

describe('folders of schools', () => {
  const table = (school: string, items = '1;2;3', points = '1;0;1') =>
    `школа;класс;ученик;${items}\n${school};5А;п1;${points}\n`;

  it('share the description of their work above them', async () => {
    const { record, analysis } = await readFiles({
      'in/w.json': MAXIMA,
      'in/s1/r.csv': table('s1'),
      'in/s2/r.csv': table('s2'),
    });
    expect(record.issues).toEqual([]);
    expect(analysis.assessments.map(({ id }) => id)).toEqual(['w']);
    expect(analysis.testResults.find(({ level }) => level === 'all')).toMatchObject({ n: 2 });
  });

  it('do not, where items are others, or a nearer description is there', async () => {
    const { analysis } = await readFiles({
      'in/w.json': MAXIMA,
      'in/s1/r.csv': table('s1', '1;2', '1;0'),
      'in/s2/r.csv': table('s2'),
      'in/s2/v.json': MAXIMA.replace('"w"', '"v"'),
    });
    expect(analysis.assessments.map(({ id }) => id).sort()).toEqual(['s1', 'v']);
  });
});
