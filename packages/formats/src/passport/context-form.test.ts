import { describe, expect, it } from 'vitest';
import { readFiles } from '../../test/read-sheets.js';
import { sourceOfBytes } from '../byte-source.js';
import { formKindsOf } from '../profile/index.js';
import type { SheetCell } from '../sheet.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';
import { joinPassports, noPassportsSeen, readPassports } from './index.js';

/** Headers as the form has them, quotes, spaces and all. */
const HEADER = [
  'логин',
  'ФИО директора (полностью)',
  'Где расположена Ваша образовательная организация?',
  'Укажите количество обучающихся в ОО в 2020/2021 учебном году (в сумме по всем классам)',
  '"Общее количество обучающихся 2005 года рождения"',
  'из них обучаются по адаптированным образовательным программам',
  '"Общее количество обучающихся 2006 года рождения"',
  'Сколько всего в школе учителей (работающих не менее чем на 0,5 ставки)?',
  'Сколько в школе  учителей высшей категории (работающих не менее чем на 0,5 ставки)?',
  'Сколько в школе учителей (работающих не менее чем на 0,5 ставки) не старше 30 лет?',
  'Сколько в школе учителей (работающих не менее чем на 0,5 ставки), достигших пенсионного возраста (имеющих право на пенсию по возрасту, а не по педагогическому стажу)?',
  'Сколько в школе учебных классов (кабинетов), в которых проходят занятия?',
  'В скольких из них рабочее место учителя оборудовано компьютером?',
  'В скольких учебных классах, кабинетах есть проектор и/или интерактивная доска?',
  'Сколько компьютеров обучающиеся могут использовать в процессе обучения (включая компьютеры в компьютерном классе, других учебных классах, библиотеке)?',
  'Сколько из этих компьютеров являются маломощными, устаревшими, требующими замены или переоснащения?',
  'Сколько из этих компьютеров имеют доступ к сети Интернет (вне зависимости от того, проводной интернет или Wi-Fi)?',
];
const options = { schoolOf: (login: string) => (/^s\d$/i.test(login) ? login.toLowerCase() : undefined) };
const xlsx = (rows: readonly (readonly SheetCell[])[]) =>
  sourceOfBytes(writeRawWorkbook([{ name: 'Лист', rows }]));
const read = (rows: readonly (readonly SheetCell[])[]) => readPassports(xlsx(rows), 'f.xlsx', options);
const VILLAGE = '4. Населенный пункт сельского типа (село, хутор, деревня и пр.)';
const answers = (...of: readonly SheetCell[]) => of;

describe('the form for context data', () => {
  it('gives the kind of settlement, pupils and shares; nobody is named', async () => {
    const found = await read([
      ['Сбор контекстных данных об ОО и участниках ВПР 2021'],
      HEADER,
      answers('S1', 'Иванов Иван', VILLAGE, 200, 20, 3, 18, 16, 4, 2, '8', 10, 9, 5, 12, 6, 12),
      answers('s2', '', '2. Город', '', '', '', '', 0, 0, '', 'нет данных', 10),
      [],
    ]);
    expect(found.issues).toEqual([]);
    expect(found.file).toMatchObject({
      layout: 'context-form',
      rowsRead: 2,
      rowsAccepted: 2,
      rowsRejected: 0,
    });
    const [one, two] = found.contextForms;
    expect(one).toEqual({
      school: 's1',
      settlement: 'село',
      pupils: 200,
      indicators: new Map(
        Object.entries({
          adapted_programmes: [3, 20],
          highest_category: [4, 16],
          teachers_to_30: [2, 16],
          teachers_of_pension_age: [8, 16],
          rooms_with_computer: [9, 10],
          rooms_with_projector: [5, 10],
          outdated_computers: [6, 12],
          computers_online: [12, 12],
        }).map(([id, [part = 0, n = 0]]) => [id, { kind: 'known', estimate: part / n, n }]),
      ),
    });
    expect(two).toMatchObject({ school: 's2', settlement: 'город' });
    expect(two).not.toHaveProperty('pupils');
    expect([...(two?.indicators.values() ?? [])].map(({ kind }) => kind)).toEqual(Array(8).fill('missing'));
    expect(JSON.stringify([found, [...(one?.indicators ?? [])]])).not.toContain('Иванов');
  });

  it('refuses what cannot be, by its cell, and loses no row', async () => {
    const found = await read([
      HEADER,
      answers('s1', '', VILLAGE, 200, 20, 3, 18, 16, 17, 18, 8),
      answers('s2', '', VILLAGE, 'много', 20, 3),
      answers('x9', '', VILLAGE, 100),
      answers('', '', VILLAGE, 100),
      answers('s3', '', VILLAGE, 100, '', '', '', '12 чел.', 3, 2),
      answers('s4', '', VILLAGE, 100),
      answers('S4', '', VILLAGE, 100),
      answers('s5', '', { kind: 'error', text: '#N/A' }, 100),
    ]);
    expect(found.issues.map(({ code, column, row }) => `${code} ${column}${row}`)).toEqual([
      'profile-part-above I2',
      'profile-part-above J2',
      'passport-count-invalid D3',
      'passport-school-unknown A4',
      'school-missing A5',
      'passport-count-invalid H6',
      'passport-duplicate A8',
      'cell-error C9',
    ]);
    expect(found.file).toMatchObject({ rowsRead: 8, rowsAccepted: 1, rowsRejected: 7 });
    expect(found.contextForms.map(({ school }) => school)).toEqual(['s4']);
  });

  it('refuses a row of a text that goes on beyond the header, which would move its answers', async () => {
    const line = (cells: readonly SheetCell[]) =>
      `${Array.from(cells, (cell) => `"${cell ?? ''}"`).join(';')}\n`;
    const text = [
      HEADER,
      answers('s1', '', VILLAGE, 200),
      Object.assign([...answers('s2', '', VILLAGE, 200)], { [HEADER.length]: 7 }),
    ];
    const source = sourceOfBytes(new TextEncoder().encode(text.map((cells) => line(cells)).join('')));
    const found = await readPassports(source, 'f.csv', { schoolOf: (login) => login });
    expect(found.contextForms.map(({ school }) => school)).toEqual(['s1']);
    expect(found.issues.map(({ code, row }) => [code, row])).toEqual([['row-too-long', 3]]);
  });

  it('may stand beside the social passport in one workbook', async () => {
    const bytes = writeRawWorkbook([
      {
        name: 'Паспорт',
        rows: [
          ['school', 'pupils', 'single_parent'],
          ['s1', 300, 0.2],
          ['s2', 100, 0.1],
        ],
      },
      { name: 'ВПР', rows: [HEADER, answers('s1', '', VILLAGE, 200)] },
      {
        name: 'Паспорт 2',
        rows: [
          ['school', 'pupils', 'single_parent'],
          ['s1', 300, 0.2],
        ],
      },
    ]);
    const found = await readPassports(sourceOfBytes(bytes), 'f.xlsx', { schoolOf: (login) => login });
    expect(found.passports.map(({ school }) => school)).toEqual(['s1', 's2']);
    expect(found.contextForms.map(({ school }) => school)).toEqual(['s1']);
    expect(found.file).toMatchObject({ rowsRead: 4, rowsAccepted: 3, rowsRejected: 1 });
    expect(found.issues).toMatchObject([
      {
        code: 'passport-pupils-differ',
        sheet: 'ВПР',
        parameters: { pupils: 200, other: 300, otherRow: 2, otherSheet: 'Паспорт', otherFile: 'f.xlsx' },
      },
      {
        code: 'passport-duplicate',
        sheet: 'Паспорт 2',
        row: 2,
        parameters: { school: 's1', firstRow: 2, firstSheet: 'Паспорт', firstFile: '' },
      },
    ]);
  });

  it('joins the social passport, which goes before, and tells of numbers of pupils that differ by more than a tenth', async () => {
    const seen = noPassportsSeen();
    const both = { ...options, seen };
    const social = await readPassports(
      sourceOfBytes(
        new TextEncoder().encode('school;settlement;pupils;single_parent\ns1;посёлок;100;0,3\ns2;;100;\n'),
      ),
      'p.csv',
      both,
    );
    const form = await readPassports(
      xlsx([
        HEADER,
        answers('s1', '', VILLAGE, 108, '', '', '', 10, 4),
        answers('s2', '', VILLAGE, 120, '', '', '', 10, 5),
        answers('s3', '', VILLAGE, 50, '', '', '', 10, 6),
      ]),
      'f.xlsx',
      both,
    );
    expect(form.issues).toMatchObject([
      {
        code: 'passport-pupils-differ',
        severity: 'warning',
        row: 3,
        column: 'D',
        parameters: { pupils: 120, other: 100, otherRow: 3, otherFile: 'p.csv' },
      },
    ]);
    const joined = joinPassports([...social.passports, ...form.contextForms]);
    expect(joined.map(({ school, settlement, pupils }) => [school, settlement, pupils])).toEqual([
      ['s1', 'посёлок', 100],
      ['s2', 'село', 100],
      ['s3', 'село', 50],
    ]);
    const [first] = joined;
    expect(first?.indicators.get('single_parent')).toMatchObject({ estimate: 0.3 });
    expect(first?.indicators.get('highest_category')).toMatchObject({ estimate: 0.4, n: 10 });
  });

  it('is known by its header among forms, and never counted among results', async () => {
    const form = [HEADER, answers('s1', '', VILLAGE, 200)];
    expect([...(await formKindsOf(xlsx([['Сбор контекстных данных'], ...form])))]).toEqual(['passport']);
    const among = await readFiles({ 'a/f.xlsx': form });
    expect([among.issues, among.blocks]).toEqual([['warning passport-unused'], []]);
  });
});
