import { expect, it } from 'vitest';
import { sourceOfBytes } from '../byte-source.js';
import { readPeople } from '../support/read-bank.js';
import { readTeachers } from '../support/support-forms.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';

const book = (...sheets: Parameters<typeof writeRawWorkbook>[0]) => sourceOfBytes(writeRawWorkbook(sheets));

it('reads all sheets with the columns of the first that holds the form, and tells of others', async () => {
  const header = ['school', 'teacher', 'subject'];
  const source = book(
    { name: 'Титул', rows: [['Учителя района']] },
    { name: 'Школа 1', rows: [['Школа 1'], [], header, ['s1', 't1', 'Физика']] },
    { name: 'Школа 2', rows: [header.toReversed(), ['Химия', 't2', 's2'], ['Химия', 't1', 's2']] },
    {
      name: 'Часы',
      rows: [
        ['teacher', 'hours'],
        ['t1', 10],
      ],
    },
  );
  const { rows, file, issues } = await readTeachers(source, 'a.xlsx');
  expect(rows.map(({ value: { teacher }, place }) => [teacher.teacher, teacher.school, place])).toEqual([
    ['t1', 's1', { file: 'a.xlsx', sheet: 'Школа 1', row: 4 }],
    ['t2', 's2', { file: 'a.xlsx', sheet: 'Школа 2', row: 2 }],
  ]);
  expect(file).toMatchObject({ rowsRead: 3, rowsAccepted: 2 });
  expect(issues).toMatchObject([
    {
      code: 'support-duplicate',
      sheet: 'Школа 2',
      row: 3,
      parameters: { firstRow: 4, firstSheet: 'Школа 1' },
    },
    { code: 'form-sheet-unread', severity: 'error', sheet: 'Часы', parameters: { read: 'Школа 1' } },
  ]);
});

it('tells of a table in sight that nothing reads', async () => {
  const header = ['school', 'teacher', 'subject'];
  const source = book(
    { name: 'Школа 1', rows: [header, ['s1', 't1', 'Физика']] },
    { name: 'Школа 2', rows: [['s2', 't2', 'Химия']] },
    { name: 'Пояснения', rows: [['teacher', 'код учителя']] },
    { name: 'Черновик', hidden: true, rows: [['s3', 't3', 'Химия']] },
    {
      name: 'Ученики',
      rows: [
        ['Школа', 'Класс', 'Код ученика', 'Пропущено уроков'],
        ['s1', '5А', '7', 3],
      ],
    },
  );
  const { rows, issues } = await readTeachers(source, 'a.xlsx');
  expect(rows).toHaveLength(1);
  expect(issues).toEqual([
    {
      code: 'sheet-not-recognised',
      severity: 'warning',
      file: 'a.xlsx',
      sheet: 'Школа 2',
      parameters: {},
    },
  ]);
});

it('takes a row for the header by one column only where nothing stands beside it', async () => {
  const codes = async (...rows: readonly (readonly string[])[]) => {
    const read = await readTeachers(book({ name: 'а', rows }), 'a.xlsx');
    return [read.rows.map(({ value }) => value.teacher.teacher), read.issues.map(({ code }) => code)];
  };
  expect(await codes(['teacher'], ['t1'], ['t2'])).toEqual([['t1', 't2'], []]);
  expect(await codes(['Код', 'Имя'], ['teacher', 'Иванова Анна'], ['t2', 'Петров Пётр'])).toEqual([
    [],
    ['file-not-recognised'],
  ]);
});

it('asks people for one of two columns', async () => {
  const read = async (header: string) =>
    (
      await readPeople(
        book({
          name: 'а',
          rows: [
            [header, 'subject'],
            ['p1', 'Физика'],
          ],
        }),
        'a.xlsx',
      )
    ).issues;
  expect(await read('person')).toEqual([]);
  expect(await read('teacher')).toEqual([]);
  // A role, say, under a header that was lost.
  const role = book({
    name: 'а',
    rows: [
      ['p1', 'role'],
      ['Иванов Иван', 'teacher'],
    ],
  });
  expect((await readPeople(role, 'a.xlsx')).issues.map(({ code }) => code)).toEqual(['file-not-recognised']);
  expect(await read('somebody')).toMatchObject([{ code: 'file-not-recognised', sheet: 'а' }]);
});
