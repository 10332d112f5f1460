import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceOfBytes } from '../byte-source.js';
import type { SheetCell } from '../sheet.js';
import { templates } from '../templates/index.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';
import { readPassports } from './index.js';

const SCHOOLS = ['s1', 's2', 's3'];
const options = { schoolOf: (login: string) => SCHOOLS.find((id) => id === login.toLowerCase()) };
const csv = (text: string) => readPassports(sourceOfBytes(new TextEncoder().encode(text)), 'p.csv', options);
const xlsx = (rows: readonly (readonly SheetCell[])[]) =>
  readPassports(sourceOfBytes(writeRawWorkbook([{ name: 'Лист', rows }])), 'p.xlsx', options);
const places = ({ issues }: Awaited<ReturnType<typeof csv>>) =>
  issues.map(({ code, column, row }) => `${code} ${column}${row}`);

describe('social passports', () => {
  it('are read with shares, percents and numbers of pupils', async () => {
    const { passports, file, issues } = await xlsx([
      [
        'school',
        'settlement',
        'pupils',
        'higher_education',
        'single_parent',
        'unemployed_count',
        'on_registers',
      ],
      ['S1', 'Село', 200, 0.35, '45,3 %', 20, '0,05'],
      ['s2', '', '', '', 'нет данных', '', '—'],
      [],
    ]);
    expect(issues).toEqual([]);
    expect(file).toMatchObject({ layout: 'passport', rowsRead: 2, rowsAccepted: 2, rowsRejected: 0 });
    expect(passports[0]).toEqual({
      school: 's1',
      settlement: 'село',
      pupils: 200,
      indicators: new Map(
        Object.entries({
          higher_education: 0.35,
          single_parent: 0.453,
          unemployed: 0.1,
          on_registers: 0.05,
        }).map(([id, estimate]) => [id, { kind: 'known', estimate, n: 200 }]),
      ),
    });
    expect([...(passports[1]?.indicators.values() ?? [])]).toEqual(
      Array(4).fill({ kind: 'missing', reason: 'not-stated', n: 0 }),
    );
    expect(passports[1]).not.toHaveProperty('settlement');
  });

  it('stand under a title too, and say what a school may be that nobody knows', async () => {
    const rows =
      'Социальные паспорта;;\n;;\nКод школы;Всего учеников;single_parent\ns1;200;45 %\nх1;200;45 %\n';
    const { passports, file, issues } = await readPassports(
      sourceOfBytes(new TextEncoder().encode(rows)),
      'p.csv',
      { ...options, whyUnknown: () => ({ kind: 'letters', known: 'x1' }) },
    );
    expect(passports.map(({ school }) => school)).toEqual(['s1']);
    expect(file).toMatchObject({ rowsRead: 2, rowsAccepted: 1, rowsRejected: 1 });
    expect(issues.map(({ code, row, column }) => `${code} ${column}${row}`)).toEqual(['school-letters A5']);
  });

  it('refuse a row that a comma divided, which would move its values', async () => {
    const read = await csv(
      'school,pupils,single_parent,unemployed\ns1,240,0,35,0,1\ns2,240,"0,35","0,1",,\n',
    );
    expect(places(read)).toEqual(['row-too-long undefined2', 'passport-share-invalid D2']);
    expect(read.passports.map(({ school }) => school)).toEqual(['s2']);
  });

  it('tell of shares that may be meant in percent', async () => {
    const text = [
      'school;pupils;single_parent;single_parent_count;unemployed;on_registers',
      's1;200;35 %;;0,5;0',
      's2;200;0,35;;0,5;1',
      's3;200;1;200;0,5;0,1',
    ].join('\n');
    const read = await csv(text);
    expect(
      read.issues.map(({ code, severity, row, column }) => `${code} ${severity} ${column}${row}`),
    ).toEqual(['share-unsure warning C3', 'share-unsure warning F3']);
    expect(read.passports).toHaveLength(3);
    const alone = await csv('school;single_parent;on_registers\ns1;35 %;0,5\n');
    expect(alone.issues.map(({ row, column }) => `${column}${row}`)).toEqual(['C2']);
    const numbers = await xlsx([
      ['school', 'single_parent', 'unemployed', 'on_registers'],
      ['s1', 0.35, '5 %', 1],
    ]);
    expect(numbers.issues.map(({ row, column }) => `${column}${row}`)).toEqual(['D2']);
  });

  it('refuse what cannot be, by its cell, and lose no row', async () => {
    const read = await csv(
      [
        'school;pupils;single_parent;single_parent_count;прочее',
        's1;100;45;;',
        's1;100;-0,1;;',
        's1;100;120 %;;',
        's1;100;;120;',
        's1;;;12;',
        's1;много;;12;',
        's1;100;0,45;30;',
        'x9;100;0,3;;',
        ';100;0,3;;',
        's2;100;0,3;30;x',
        'S2;100;0,4;;',
        's3;0;;0;',
        '',
      ].join('\n'),
    );
    expect(places(read)).toEqual([
      'column-unknown E1',
      'passport-share-invalid C2',
      'passport-share-invalid C3',
      'passport-share-invalid C4',
      'passport-contradiction D5',
      'passport-pupils-missing D6',
      'passport-count-invalid B7',
      'passport-differs C8',
      'passport-school-unknown A9',
      'school-missing A10',
      'passport-duplicate A12',
    ]);
    expect(read.file).toMatchObject({ rowsRead: 12, rowsAccepted: 2, rowsRejected: 10, warnings: 1 });
    expect(read.passports.map(({ school }) => school)).toEqual(['s2', 's3']);
    expect(read.passports[1]?.indicators.get('single_parent')).toMatchObject({ reason: 'no-pupils' });
  });

  it('refuse a formula or an error where a value stands, and lose no row that holds nothing else', async () => {
    const found = await xlsx([
      ['school', 'settlement', 'pupils', 'higher_education'],
      ['s1', { kind: 'formula' }, 100, 0.3],
      ['s2', { kind: 'error', text: '#N/A' }, 100, 0.3],
      [undefined, { kind: 'formula' }],
      ['s3', 'село', 100, 0.3],
    ]);
    expect(places(found)).toEqual(['formula-without-value B2', 'cell-error B3', 'school-missing A4']);
    expect(found.file).toMatchObject({ rowsRead: 4, rowsAccepted: 1, rowsRejected: 3 });
  });

  it('have the indicators that a ruleset asks for', async () => {
    const text =
      'school;pupils;Far_From_Town;hostel_count;single_parent\ns1;200;0,4;50;0,1\ns2;200;3;50;0,1\n';
    const read = await readPassports(sourceOfBytes(new TextEncoder().encode(text)), 'p.csv', {
      ...options,
      indicators: ['Far_From_Town', 'hostel', 'single_parent'],
    });
    expect(places(read)).toEqual(['passport-share-invalid C3']);
    const { indicators } = read.passports[0] ?? {};
    expect(indicators?.get('Far_From_Town')).toEqual({ kind: 'known', estimate: 0.4, n: 200 });
    expect(indicators?.get('hostel')).toMatchObject({ estimate: 0.25 });
    expect(indicators?.size).toBe(6);
    expect(places(await csv(text))).toContain('column-unknown C1');
  });

  it('are no passports without a school or any indicator, and a damaged file is an issue', async () => {
    expect(places(await csv('school;settlement\ns1;село\n'))).toEqual([
      'file-not-recognised undefinedundefined',
    ]);
    expect(places(await csv('single_parent\n0,3\n'))).toEqual(['file-not-recognised undefinedundefined']);
    const cut = writeRawWorkbook([{ name: 'Лист', rows: [['school', 'single_parent']] }]).slice(0, 200);
    const { issues, passports } = await readPassports(sourceOfBytes(cut), 'p.xlsx', options);
    expect([issues.map(({ code }) => code), passports]).toEqual([['file-unreadable'], []]);
  });

  it('know Russian headers, and the empty form filled in as its examples say', async () => {
    const { issues, passports } = await csv(
      'Код школы;Доля учеников из неполных семей;Число учеников на различных видах учёта;Всего учеников\ns1;0,3;5;50\n',
    );
    expect(issues).toEqual([]);
    expect(passports[0]?.indicators.get('on_registers')).toEqual({ kind: 'known', estimate: 0.1, n: 50 });
    const columns = templates.find(({ name }) => name === 'passport')?.columns ?? [];
    const form = await readPassports(
      sourceOfBytes(
        writeRawWorkbook([
          { name: 'Лист', rows: [columns.map(({ id }) => id), columns.map(({ example }) => example)] },
        ]),
      ),
      'p.xlsx',
      { schoolOf: (login) => login },
    );
    expect([form.issues, form.file.rowsAccepted]).toEqual([[], 1]);
    expect([...(form.passports[0]?.indicators.values() ?? [])].every(({ kind }) => kind === 'known')).toBe(
      true,
    );
  });

  it('accept or refuse every row, whatever stands in it, and have shares of 0..1 only', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', 's1', 's2', '0,5', '45', '45 %', '-1', '1e9', 'н/д', '#N/A', '0.3'),
      fc.string({ maxLength: 6 }),
      fc.double({ min: -2, max: 200, noNaN: true }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 8 }),
        async (rows) => {
          const { file, issues, passports } = await xlsx([
            ['school', 'pupils', 'single_parent', 'unemployed_count', 'unemployed'],
            ...rows,
          ]);
          expect(file.rowsAccepted + file.rowsRejected).toBe(file.rowsRead);
          expect(file.rowsAccepted).toBe(passports.length);
          const refused = new Set(issues.flatMap(({ severity, row }) => (severity === 'error' ? [row] : [])));
          expect(refused.size).toBe(file.rowsRejected);
          for (const { indicators } of passports) {
            for (const figure of indicators.values()) {
              if (figure.kind === 'known') expect(figure.estimate >= 0 && figure.estimate <= 1).toBe(true);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
