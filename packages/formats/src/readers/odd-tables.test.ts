/** Tables as people join, quote, pad and misplace them. */
import type { Tally } from '@orientir/core/tally';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SheetCell } from '../sheet.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';
import { inputFile } from './input-file.js';
import { readInputs } from './read-inputs.js';

/** What was counted: pupils by work and school; and what was said. */
async function read(files: Readonly<Record<string, string | Uint8Array>>) {
  const tallies: Tally[] = [];
  const inputs = Object.entries(files).map(([name, content]) =>
    inputFile(name, typeof content === 'string' ? strToU8(content) : content),
  );
  const record = await readInputs(inputs, { onTally: (tally) => tallies.push(tally) });
  const pupils = new Map<string, number>();
  for (const { assessments } of tallies) {
    for (const [id, { groups }] of assessments) {
      for (const { unit, counts } of groups.values()) {
        const key = `${id} ${unit.school ?? '?'}`;
        pupils.set(key, (pupils.get(key) ?? 0) + counts.wrote);
      }
    }
  }
  return { ...record, pupils: Object.fromEntries(pupils), codes: record.issues.map(({ code }) => code) };
}

/** The same lines with every cell quoted, empty ones too, or padded with cells that hold a space. */
const SPELLINGS: readonly (readonly [name: string, spelling: (line: string, width: number) => string])[] = [
  ['as they are', (line) => line],
  [
    'all quoted',
    (line, width) =>
      padded(line, width, '')
        .map((cell) => `"${cell}"`)
        .join(';'),
  ],
  ['with spaces for nothing', (line, width) => padded(line, width, ' ').join(';')],
];

function padded(line: string, width: number, nothing: string): readonly string[] {
  const cells = line.split(';');
  return Array.from({ length: width }, (_, c) => cells[c] || nothing);
}

describe('a sheet with the name of a service sheet', () => {
  const results: SheetCell[][] = [
    ['school', 'class', 'pupil', '1', '2'],
    ['s1', '5А', 'p1', 1, 0],
  ];
  const codes = async (...sheets: Parameters<typeof writeRawWorkbook>[0]) => {
    const { issues, pupils } = await read({ 'w.xlsx': writeRawWorkbook(sheets) });
    return { pupils, said: issues.map(({ code, severity, sheet }) => [severity, code, sheet]) };
  };
  const good = { name: 'Результаты', rows: results };
  const others = results.map((row) => row.map((cell) => (cell === 'p1' ? 'p2' : cell)));

  it('is passed over, and told of where it is a table of results', async () => {
    const read = await codes(good, { name: 'Классы', rows: others });
    expect(read.pupils).toEqual({ 'w s1': 1 });
    expect(read.said).toContainEqual(['warning', 'sheet-service', 'Классы']);
  });

  it('is why a file without any other table is refused', async () => {
    const { said } = await codes(
      { name: 'Классы', rows: results },
      { name: 'Лист 2', rows: [['Заметки', 'о', 'работе']] },
    );
    expect(said).toEqual([['error', 'sheet-service', 'Классы']]);
  });

  it('is passed over without a word where it is what its name says, or hidden', async () => {
    const classes: SheetCell[][] = [
      ['Класс', 'Номер'],
      ['5А', 1],
    ];
    const read = await codes(
      good,
      { name: 'Классы', rows: classes },
      { name: 'Справочник', hidden: true, rows: others },
    );
    expect(read.said.filter(([, code]) => code === 'sheet-service')).toEqual([]);
  });
});

describe.each(SPELLINGS)('empty cells, %s', (_, spelling) => {
  const written = (lines: readonly string[], width: number) =>
    lines.map((line) => `${spelling(line, width)}\n`).join('');

  it('leave a row with the school of those below it what it is', async () => {
    const file = written(
      [
        'ВПР 2026 Математика 5 класс',
        'Код участника;Класс;Вариант;Отметка по журналу;1;2;3;Первичный балл;Отметка',
        'МБОУ «СОШ № 1»(edu000001) | Кол-во участников: 2',
        '50001;5А;1;4;1;0;1;2;4',
        '50002;5А;1;4;1;1;1;3;5',
        'МБОУ «СОШ № 2»(edu000002) | Кол-во участников: 1',
        '50003;5А;1;4;1;0;0;1;4',
      ],
      9,
    );
    const { pupils, files } = await read({ 'a.csv': file });
    expect(Object.values(pupils)).toEqual([2, 1]);
    expect(Object.keys(pupils).map((key) => key.split(' ').at(-1))).toEqual(['edu000001', 'edu000002']);
    expect(files[0]).toMatchObject({ rowsRead: 3, rowsAccepted: 3 });
  });

  it('leave a line that names the exam what it is', async () => {
    const header =
      '№;Код ОО;Класс;Код участника;Ответы в краткой форме;Ответы в развернутой форме;Первичный балл;Оценка';
    const file = written(
      [
        '01 - Русский язык 2025.06.09',
        header,
        '1;900101;9А;101;++-;2(2)1(3);5;4',
        '02 - Математика 2025.06.02',
        header,
        '1;900101;9А;104;+++;2(2)1(3);6;4',
        '2;900101;9А;103;+--;2(2)0(3);3;3',
      ],
      8,
    );
    const { pupils } = await read({ 'a.csv': file });
    expect(pupils).toEqual({
      'oge-2025-9-русский-язык 900101': 1,
      'oge-2025-9-математика 900101': 2,
    });
  });
});

describe('a table whose header comes again', () => {
  const rows = (...names: readonly string[]) => names.map((name) => `s1;5А;${name};1;0;1\n`).join('');

  it('goes on: the header is no pupil', async () => {
    const header = 'школа;класс;ученик;1;2;3\n';
    const { pupils, files } = await read({ 'a.csv': header + rows('а', 'б') + header + rows('в') });
    expect(pupils).toEqual({ 'a s1': 3 });
    expect(files[0]).toMatchObject({ rowsRead: 3, rowsAccepted: 3 });
  });

  it('in another order of columns is another table, whose rows are refused', async () => {
    const { pupils, files, issues } = await read({
      'a.csv': `школа;класс;ученик;1;2;3\n${rows('а')}школа;класс;ученик;3;2;1\n${rows('б', 'в')}`,
    });
    expect(pupils).toEqual({ 'a s1': 1 });
    expect(files[0]).toMatchObject({ rowsRead: 3, rowsAccepted: 1, rowsRejected: 2 });
    expect(issues.find(({ code }) => code === 'header-moved')).toMatchObject({ row: 3, severity: 'error' });
  });

  it('is not a pupil who is called as a column is', async () => {
    const { pupils } = await read({
      'a.csv': `школа;класс;ученик;1;2;3\n${rows('класс', 'ученик', '1', '2')}`,
    });
    expect(pupils).toEqual({ 'a s1': 4 });
  });
});

describe('workbooks', () => {
  const pupils: readonly (readonly SheetCell[])[] = [
    ['школа', 'класс', 'ученик', '1', '2'],
    ['s1', '5А', 'а', 1, 0],
  ];

  it('with a damaged sheet are refused as a whole', async () => {
    const parts = unzipSync(
      writeRawWorkbook([
        { name: 'Один', rows: pupils },
        { name: 'Два', rows: pupils },
      ]),
    );
    const second = parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array();
    const damaged = zipSync({ ...parts, 'xl/worksheets/sheet2.xml': second.subarray(0, second.length - 40) });
    const { pupils: counted, files } = await read({ 'a.xlsx': damaged });
    expect(counted).toEqual({});
    expect(files[0]).toMatchObject({ rowsAccepted: 0 });
  });

  it('that lack a sheet are refused as a whole', async () => {
    const { 'xl/worksheets/sheet2.xml': _gone, ...rest } = unzipSync(
      writeRawWorkbook([
        { name: 'Один', rows: pupils },
        { name: 'Два', rows: pupils },
      ]),
    );
    const { pupils: counted, codes } = await read({ 'a.xlsx': zipSync(rest) });
    expect([counted, codes]).toEqual([{}, ['file-unreadable']]);
  });

  it('say which sheets nobody could read, but for empty and hidden ones', async () => {
    const notes = [['заметки', 'о работе']];
    const { issues } = await read({
      'a.xlsx': writeRawWorkbook([
        { name: 'Ученики', rows: pupils },
        { name: 'Заметки', rows: notes },
        { name: 'Пусто', rows: [] },
        { name: 'Скрыто', hidden: true, rows: notes },
      ]),
    });
    expect(issues.filter(({ code }) => code === 'sheet-not-recognised')).toMatchObject([
      { sheet: 'Заметки', severity: 'warning' },
    ]);
  });
});

describe('several lists of schools', () => {
  it('are one, and rows are told as they stand', async () => {
    const { schools, issues } = await read({
      'a.csv': 'id,aliases,name\nsch1,,Первая\n',
      'b.csv': 'Список школ\n\nid,aliases,name\nsch2,,Вторая\n,,Без кода\nsch1,,Снова первая\n',
    });
    expect(schools.schools.map(({ id, name }) => [id, name])).toEqual([
      ['sch1', 'Первая'],
      ['sch2', 'Вторая'],
    ]);
    expect(issues.map(({ code, file, row }) => [code, file, row])).toEqual([
      ['school-missing', 'b.csv', 5],
      ['school-alias-conflict', 'b.csv', 6],
    ]);
  });
});

describe('what is a description', () => {
  const description = JSON.stringify({
    id: 'w',
    programme: 'ВПР',
    subject: 'Математика',
    items: [{ id: '1', maxPoints: 1 }],
  });
  const table = 'школа;класс;ученик;1\ns1;5А;а;1\n';

  it.each([
    ['a mark and a long beginning', `\ufeff${' '.repeat(60)}${description}`],
    ['a hundred empty lines', `${'\n'.repeat(100)}${description}`],
    ['a list', `[${description}]`],
  ])('is seen behind %s', async (_, text) => {
    const { pupils } = await read({ 'assessment.json': text, 'a.csv': table });
    expect(pupils).toEqual({ 'w s1': 1 });
  });

  it('is not seen in a csv with a title in brackets', async () => {
    const { pupils } = await read({ 'a.csv': `[Черновик]\n${table}` });
    expect(pupils).toEqual({ 'a s1': 1 });
  });

  it('is told of without its text where it is damaged', async () => {
    const { issues } = await read({ 'assessment.json': '{"pupil": Иванов Иван}', 'a.csv': table });
    expect(JSON.stringify(issues)).not.toContain('Иван');
  });
});

describe('what identifies a pupil', () => {
  it.each(['Паспорт', 'СНИЛС ученика', 'Дата рождения', 'ФИО участника', 'Телефон родителя', 'E-mail'])(
    'is no item: %s',
    async (header) => {
      const { codes, pupils } = await read({
        'a.csv': `школа;класс;ученик;${header};1;2\ns1;5А;а;45 14 123450;1;0\n`,
      });
      expect([pupils, codes]).toEqual([{ 'a s1': 1 }, ['assessment-not-described']]);
    },
  );

  it.each([
    'Ким Ян',
    'Ива-нов Пе-т',
    '4514 123456',
    '4514123456',
    '-4514123456',
    '123-456-789 01',
    '12.05.2014',
    '2014-05-12',
  ])('is not repeated where it stands in place of points: %s', async (text) => {
    const { issues, files } = await read({ 'a.csv': `школа;класс;ученик;1;2\ns1;5А;а;${text};1\n` });
    expect(files[0]).toMatchObject({ rowsRead: 1, rowsRejected: 1 });
    const said = JSON.stringify(issues);
    for (const part of text.match(/\p{L}{2,}|\d{2,}/gu) ?? []) expect(said).not.toContain(part);
  });

  it('is not repeated as a total', async () => {
    const { issues } = await read({
      'a.csv': 'школа;класс;ученик;1;2;Первичный балл\ns1;5А;а;1;1;4514123456\n',
    });
    expect(JSON.stringify(issues)).not.toContain('4514');
  });
});

describe('a row of a text that is not divided as its header is', () => {
  const codes = (text: string) =>
    read({ 'w.csv': text }).then(({ issues, pupils, files }) => ({
      pupils,
      said: issues.filter(({ severity }) => severity === 'error').map(({ code, row }) => [code, row]),
      rows: files.map(({ rowsRead, rowsAccepted }) => [rowsRead, rowsAccepted]),
    }));

  it('is refused where a comma in a value moves what follows', async () => {
    const table = 'school,class,pupil,1,2\ns1,5А,p1,0,5,1\ns1,5А,p2,1,1\n';
    expect(await codes(table)).toEqual({
      pupils: { 'w s1': 1 },
      said: [['row-too-long', 2]],
      rows: [[2, 1]],
    });
    const padded = 'Работа,,,,,,\nschool,class,pupil,1,2\ns1,5А,p1,0,1,да\ns1,5А,p2,1,1,,,,,,\n';
    expect(await codes(padded)).toMatchObject({ pupils: { 'w s1': 2 }, said: [] });
  });

  it('is refused where other delimiters stand in it, and does not disappear', async () => {
    const table = 'school;class;pupil;1;2\ns1;5А;p1;1;1\ns1,5А,p2,1,0\nШкола № 1\t5А\tp3\t1\t1\n';
    expect(await codes(table)).toEqual({
      pupils: { 'w s1': 1 },
      said: [
        ['row-undivided', 3],
        ['row-undivided', 4],
      ],
      rows: [[3, 1]],
    });
    const notes = `${table.slice(0, 36)}\nСоставил: Иванов И., Петров П., Котов К., Зуев З.\nШкола № 2\n`;
    expect(await codes(notes)).toMatchObject({ said: [] });
  });

  it('is told of where it is the last and the only short one: the file may be cut off', async () => {
    const said = async (text: string) => {
      const { issues, pupils } = await read({ 'w.csv': text });
      return { pupils, cut: issues.flatMap(({ code, row }) => (code === 'row-cut-off' ? [row] : [])) };
    };
    const table = 'school;class;pupil;1;2\ns1;5А;p1;1;1\ns1;5А;p2;1;1\n';
    expect(await said(`${table}s1;5А;p3;1`)).toEqual({ pupils: { 'w s1': 3 }, cut: [4] });
    expect(await said(`${table}s1;5`)).toEqual({ pupils: { 'w s1': 2 }, cut: [4] });
    // Some programs leave out empty cells at the end of rows; notes stand below tables.
    const others = [table, `${table}s1;5А;p3;1\ns1;5А;p4;1\n`, `${table}s1;5А;p3;1\ns1;5А;p4;1;0\n`];
    const notes = [`${table}\nДиректор\n`, 'school;class;pupil;1;2\ns1;5А;p1;1\n'];
    for (const text of [...others, ...notes]) expect((await said(text)).cut).toEqual([]);
  });

  it('is told of in a text only: beside a table of a workbook notes may stand', async () => {
    const rows: SheetCell[][] = [
      ['school', 'class', 'pupil', '1', '2'],
      ['s1', '5А', 'p1', 1, 0, undefined, 'писал дома'],
    ];
    const { pupils } = await read({ 'w.xlsx': writeRawWorkbook([{ name: 'Лист', rows }]) });
    expect(pupils).toEqual({ 'w s1': 1 });
  });
});
