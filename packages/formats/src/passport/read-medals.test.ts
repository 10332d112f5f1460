import type { MedalCounts } from '@orientir/core/objectivity';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { sourceOfBytes } from '../byte-source.js';
import type { SheetCell } from '../sheet.js';
import { templates } from '../templates/index.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';
import type { ExpectedMedals } from './index.js';
import { readMedals } from './index.js';

const schoolOf = (login: string) => ['s1', 's2'].find((id) => id === login.toLowerCase());
const csv = (text: string) => readMedals(sourceOfBytes(new TextEncoder().encode(text)), 'm.csv', schoolOf);
const xlsx = (rows: readonly (readonly SheetCell[])[]) =>
  readMedals(sourceOfBytes(writeRawWorkbook([{ name: 'Лист', rows }])), 'm.xlsx', schoolOf);
const places = ({ issues }: Awaited<ReturnType<typeof csv>>) =>
  issues.map(({ code, column, row }) => `${code} ${column}${row}`);

describe('medals', () => {
  it('are read as counts by school and year, by Russian headers too', async () => {
    const read = await csv(
      'Код школы;Учебный год;Претендентов на медаль;Не подтвердили на ЕГЭ\nS1;2024/2025;12;2\ns1;2025/2026;10;0\ns2;2025/2026;0;0\n',
    );
    expect(read.issues).toEqual([]);
    expect(read.file).toMatchObject({ layout: 'medals', rowsRead: 3, rowsAccepted: 3 });
    expect(read.medals).toEqual([
      { school: 's1', schoolYear: '2024/2025', holders: 12, unconfirmed: 2 },
      { school: 's1', schoolYear: '2025/2026', holders: 10, unconfirmed: 0 },
      { school: 's2', schoolYear: '2025/2026', holders: 0, unconfirmed: 0 },
    ]);
  });

  it('name what cannot be by its cell, and lose no row', async () => {
    const read = await csv(
      [
        'school;school_year;holders;unconfirmed;имя',
        's1;2025/2026;3;4;',
        's1;2025;3;1;',
        's9;2025/2026;3;1;',
        ';2025/2026;3;1;',
        's1;2025/2026;;1;',
        's1;2025/2026;три;1;',
        's1;2025/2026;3;1;',
        's1;2025/2026;4;1;',
        's1;2024/2025;4;1;',
        '',
      ].join('\n'),
    );
    expect(places(read)).toEqual([
      'column-unknown E1',
      'profile-part-above D2',
      'profile-year-invalid B3',
      'profile-school-unknown A4',
      'school-missing A5',
      'profile-empty C6',
      'support-count-invalid C7',
      'profile-duplicate A9',
      'profile-year-order B10',
    ]);
    expect(read.file).toMatchObject({ rowsRead: 9, rowsAccepted: 2, rowsRejected: 7, warnings: 2 });
    expect(read.medals.map(({ schoolYear }) => schoolYear)).toEqual(['2025/2026', '2024/2025']);
    expect(places(await csv('school;holders\ns1;3\n'))).toEqual(['file-not-recognised undefinedundefined']);
    expect(places(await xlsx([[...HEADS], ['s1', '2025/2026', 3, { kind: 'error', text: '#N/A' }]]))).toEqual(
      ['cell-error D2'],
    );
  });

  it('tell of medals of a year that has not begun, but not of medals that are expected then', async () => {
    const text = `${HEADS.join(';')};expected\ns1;2026/2027;3;1;\ns2;2026/2027;;;7\n`;
    const read = await readMedals(sourceOfBytes(new TextEncoder().encode(text)), 'm.csv', (id) => id, {
      today: '2026-08-31',
    });
    expect(read.issues.map(({ code, row, column }) => `${code} ${column}${row}`)).toEqual([
      'profile-year-future B2',
    ]);
    expect([read.medals.length, read.expected.length]).toEqual([1, 1]);
  });

  it('may have the medals that are expected beside them, before the ЕГЭ even alone', async () => {
    const read = await csv(
      [
        'Код школы;Учебный год;Претендентов на медаль;Не подтвердили на ЕГЭ;Предполагаемые медалисты',
        's1;2024/2025;12;2;3',
        's1;2025/2026;;;15',
        's2;2024/2025;5;0;',
        's2;2025/2026;;;',
        's2;2026/2027;4;;6',
        's2;2027/2028;;;2,5',
        's1;2025/2026;9;0;9',
        's1;2026/2027;;;н/д',
        's2;2025/2026;-;-;0',
        '',
      ].join('\n'),
    );
    expect(read.medals).toEqual([
      { school: 's1', schoolYear: '2024/2025', holders: 12, unconfirmed: 2 },
      { school: 's2', schoolYear: '2024/2025', holders: 5, unconfirmed: 0 },
    ]);
    expect(read.expected).toEqual([
      { school: 's1', schoolYear: '2024/2025', expected: 3 },
      { school: 's1', schoolYear: '2025/2026', expected: 15 },
      { school: 's2', schoolYear: '2025/2026', expected: 0 },
    ]);
    expect(places(read)).toEqual([
      'profile-empty C5',
      'profile-empty D5',
      'profile-empty D6',
      'support-count-invalid E7',
      'profile-duplicate A8',
      'profile-empty C9',
      'profile-empty D9',
    ]);
    expect(read.file).toMatchObject({ rowsRead: 9, rowsAccepted: 4, rowsRejected: 5 });
  });

  it('have a type for what is expected that no test takes', () => {
    expectTypeOf<ExpectedMedals>().not.toExtend<MedalCounts>();
    expectTypeOf<MedalCounts>().not.toHaveProperty('expected');
  });

  it('are read from the empty form filled in as its examples say', async () => {
    const columns = templates.find(({ name }) => name === 'medals')?.columns ?? [];
    const filled = [columns.map(({ id }) => id), columns.map(({ example }) => example)];
    const { issues, medals, expected } = await readMedals(
      sourceOfBytes(writeRawWorkbook([{ name: 'Лист', rows: filled }])),
      'm.xlsx',
      (login) => login,
    );
    expect(issues).toEqual([]);
    expect(medals).toEqual([{ school: 'sch000001', schoolYear: '2025/2026', holders: 12, unconfirmed: 2 }]);
    expect(expected).toEqual([{ school: 'sch000001', schoolYear: '2025/2026', expected: 14 }]);
  });

  it('accept or refuse every row, and never more unconfirmed than holders or a school and year twice', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', 's1', 's2', '2025/2026', '2024/2025', '0', '3', '7', '-1', 'н/д'),
      fc.integer({ min: -1, max: 9 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 12 }), async (rows) => {
        const { file, issues, medals } = await xlsx([[...HEADS], ...rows]);
        expect(file.rowsAccepted).toBe(medals.length);
        expect(file.rowsAccepted + file.rowsRejected).toBe(file.rowsRead);
        const refused = new Set(issues.flatMap(({ severity, row }) => (severity === 'error' ? [row] : [])));
        expect(refused.size).toBe(file.rowsRejected);
        expect(medals.every(({ holders, unconfirmed }) => unconfirmed <= holders)).toBe(true);
        expect(new Set(medals.map(({ school, schoolYear }) => school + schoolYear)).size).toBe(medals.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('medals that are expected', () => {
  it('change no row of the others, and no accepted row says nothing', async () => {
    const cell = fc.constantFrom('', '0', '3', '7', '-1', 'н/д');
    const row = fc.tuple(
      fc.constantFrom('s1', 's2'),
      fc.constantFrom('2024/2025', '2025/2026'),
      cell,
      cell,
      fc.constantFrom('', '0', '3', '12'),
    );
    const rowsOfOneYear = fc.uniqueArray(row, { selector: ([school, year]) => school + year });
    await fc.assert(
      fc.asyncProperty(rowsOfOneYear, async (rows) => {
        const { file, medals, expected } = await xlsx([[...HEADS, 'expected'], ...rows]);
        const said = [...medals, ...expected].map(({ school, schoolYear }) => school + schoolYear);
        expect(new Set(said).size).toBe(file.rowsAccepted);
        expect(file.rowsAccepted + file.rowsRejected).toBe(file.rowsRead);
        const without = await xlsx([[...HEADS], ...rows.map((cells) => cells.slice(0, 4))]);
        expect(medals).toEqual(without.medals);
      }),
      { numRuns: 200 },
    );
  });
});

const HEADS = ['school', 'school_year', 'holders', 'unconfirmed'];
