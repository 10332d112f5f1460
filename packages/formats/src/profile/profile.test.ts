import { describeIssue } from '@orientir/core/foundation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN, writeOddWorkbook } from '../../test/odd-workbook.js';
import { sourceOfBytes } from '../byte-source.js';
import { readPassports } from '../passport/index.js';
import { SchoolRegistry } from '../schools/index.js';
import type { SheetCell } from '../sheet.js';
import { templates } from '../templates/index.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';
import type { ProfileFormName, ProfileRead } from './index.js';
import { formKindsOf, ProfileReader } from './index.js';

const SCHOOLS = ['s1', 's2', 's3'];
const schoolOf = (login: string) => SCHOOLS.find((id) => id === login.toLowerCase());
const csv = (text: string) => sourceOfBytes(new TextEncoder().encode(text));
const xlsx = (rows: readonly (readonly SheetCell[])[]) =>
  sourceOfBytes(writeRawWorkbook([{ name: 'Лист', rows }]));

/** Reads texts as csv files `a.csv`, `b.csv` … */
async function read(...texts: readonly string[]): Promise<ProfileRead> {
  const reader = new ProfileReader({ schoolOf });
  for (const [i, text] of texts.entries()) await reader.read(csv(text), `${'abcdef'[i]}.csv`);
  return reader.finish([]);
}
const places = ({ issues }: ProfileRead) =>
  issues.map(({ code, column = '', row = '' }) => `${code} ${column}${row}`);
const counts = ({ files }: ProfileRead) =>
  files.map(({ rowsRead, rowsAccepted, rowsRejected }) => [rowsRead, rowsAccepted, rowsRejected]);

const GOOD_SWOT = [
  's1;сильная сторона;Опытные учителя;teacher-competence',
  's1;Слабая сторона;Родители не приходят;12',
  's1;o;Новая школа рядом;',
  's1;угроза;Далеко от города;условия',
].join('\n');

describe('forms about schools', () => {
  it('are found under a title, behind a cover, in headers with other letters and marks', async () => {
    const reader = new ProfileReader({ schoolOf });
    const title = [
      ['Ежегодная карта школ района'],
      [],
      ['school', 'school_year', 'teachers'],
      ['s1', '2025/2026', 24],
    ];
    const cover = [
      { name: 'Титул', rows: [['Бланк школы']] },
      {
        name: 'Бланк',
        rows: [
          ['Код школы *', 'Этап:', 'Дата'],
          ['s1', 1, '30.09.2025'],
          ['s1', 99, ''],
        ],
      },
      { name: 'Пояснения', rows: [['Столбец', 'Обязателен']] },
    ];
    await reader.read(xlsx(title), 'a.xlsx');
    await reader.read(sourceOfBytes(writeRawWorkbook(cover)), 'b.xlsx');
    await reader.read(csv('schооl,kind,tехt\ns1,s,Опыт\n'), 'c.csv');
    const found = reader.finish([]);
    expect(counts(found)).toEqual([
      [1, 1, 0],
      [2, 1, 1],
      [1, 1, 0],
    ]);
    expect(found.issues.map(({ code, sheet, row }) => [code, sheet, row])).toEqual([
      ['profile-word-unknown', 'Бланк', 3],
    ]);
    expect([...(await formKindsOf(xlsx(title)))]).toEqual(['annual-card']);
    expect([...(await formKindsOf(csv('Список школ\n\nКод школы;Название\ns1;СОШ № 1\n')))]).toEqual([
      'schools',
    ]);
  });

  it('say of no row that it was kept when it was refused in the end', async () => {
    const reader = new ProfileReader({ schoolOf, today: '2026-01-01' });
    await reader.read(
      csv(
        [
          'school;school_year;period;pupils;lessons;missed;mark_2',
          's1;2025/2026;год;12;10;1;',
          's2;2025/2026;год;12;10;1;много',
          's3;2025/2026;год;;;1;',
          's3;2024/2025;год;;;1;много',
        ].join('\n'),
      ),
      'a.csv',
    );
    await reader.read(csv('school;stage;date\ns1;1;2031-09-01\ns2;4;2031-09-01\n'), 'b.csv');
    const found = reader.finish([]);
    expect(places(found)).toEqual([
      'profile-lessons-few E2',
      'profile-count-invalid G3',
      'profile-incomplete E4',
      'profile-count-invalid G5',
      'profile-date-future C2',
      'profile-stage-closed B3',
    ]);
    expect(counts(found)).toEqual([
      [4, 2, 2],
      [2, 1, 1],
    ]);
    expect(found.files.map(({ warnings }) => warnings)).toEqual([2, 1]);
  });

  it('take a school in cells that are shown as one for all their rows, but for no blank one', async () => {
    const rows = [
      ['school', 'factor', 'significance'],
      ['s1', 1, 'high'],
      ['', 2, 'low'],
      [],
      ['', 3, 'low'],
      ['s2', 1, 'low'],
      ['', 2, 'low'],
    ];
    const merged = [{ firstRow: 1, lastRow: 4, firstColumn: 0, lastColumn: 0 }];
    const reader = new ProfileReader({ schoolOf });
    const bytes = writeOddWorkbook([{ name: 'а', hidden: false, rows, merged }], PLAIN);
    await reader.read(sourceOfBytes(bytes), 'a.xlsx');
    const found = reader.finish([]);
    expect(found.forms.ratings.map(({ school, factor }) => `${school} ${factor}`)).toEqual([
      's1 equipment',
      's1 staff-shortage',
      's1 teacher-competence',
      's2 equipment',
    ]);
    expect(places(found).filter((each) => each.startsWith('school'))).toEqual(['school-missing A7']);
    expect(counts(found)).toEqual([[5, 4, 1]]);
  });

  it('refuse a row of a text that goes on beyond the header, and pass over notes beside a table', async () => {
    const found = await read('school,directions\ns1,1,4,5\ns2,"1,4,5",\n');
    expect(places(found).filter((each) => !each.startsWith('profile-stage'))).toEqual(['row-too-long 2']);
    expect([...found.forms.directions.keys()]).toEqual(['s2']);
    const reader = new ProfileReader({ schoolOf });
    await reader.read(
      xlsx([
        ['school', 'directions'],
        ['s1', '1|4|5', '', 'проверено'],
      ]),
      'a.xlsx',
    );
    expect([...reader.finish([]).forms.directions.keys()]).toEqual(['s1']);
  });

  it('are read from all sheets, whatever form each holds, and say of a form that is empty', async () => {
    const form = (rows: readonly (readonly SheetCell[])[], name: string) => ({
      name,
      rows: [['school', 'directions'], ...rows],
    });
    const reader = new ProfileReader({ schoolOf });
    const sheets = [
      form([['s1', '1|2|3']], 'Школа 1'),
      form(
        [
          ['s2', '1|2|3'],
          ['s1', '4|5|6'],
        ],
        'Школа 2',
      ),
      { name: 'Рисунок', rows: [['Наши школы']] },
      {
        name: 'SWOT',
        rows: [
          ['school', 'kind', 'text'],
          ['s1', 's', 'Опыт'],
        ],
      },
      form([], 'Образец'),
      { name: 'Карта', rows: [['school', 'school_year', 'teachers']] },
      { name: 'Ещё карта', rows: [['school', 'school_year', 'teachers']] },
    ];
    const bytes = writeRawWorkbook(sheets);
    expect([...(await formKindsOf(sourceOfBytes(bytes)))]).toEqual(['directions', 'swot', 'annual-card']);
    await reader.read(sourceOfBytes(bytes), 'a.xlsx');
    await reader.read(csv('school;stage\n;\n'), 'b.csv');
    const found = reader.finish([]);
    const said = found.issues.filter(({ code }) => !code.startsWith('profile-stage'));
    expect(said.map(({ code, severity, file, sheet, row }) => [code, severity, file, sheet, row])).toEqual([
      ['form-empty', 'warning', 'a.xlsx', 'Карта', undefined],
      ['profile-duplicate', 'error', 'a.xlsx', 'Школа 2', 3],
      ['form-empty', 'warning', 'b.csv', undefined, undefined],
    ]);
    expect(said[1]?.parameters).toMatchObject({ firstRow: 2, firstSheet: 'Школа 1', firstFile: '' });
    expect([...found.forms.directions.keys()]).toEqual(['s1', 's2']);
    expect(found.forms.swot).toHaveLength(1);
    expect([...found.forms.given]).toEqual(['directions', 'swot', 'annual-card', 'stages']);
    expect(counts(found)[0]).toEqual([4, 3, 1]);
  });

  it('are not read from a hidden sheet beside others, which is told, but from one where no other is', async () => {
    const form = (name: string, school: string, hidden: boolean) => ({
      name,
      hidden,
      rows: [
        ['school', 'directions'],
        [school, '1|2|3'],
      ],
    });
    const bytes = (hidden: boolean) =>
      writeOddWorkbook(
        [
          { name: 'Обложка', hidden: false, rows: [['Бланк']] },
          form('а', 's1', true),
          form('б', 's2', hidden),
        ],
        PLAIN,
      );
    const read = async (hidden: boolean) => {
      const reader = new ProfileReader({ schoolOf });
      await reader.read(sourceOfBytes(bytes(hidden)), 'a.xlsx');
      const { forms, issues } = reader.finish([]);
      const told = issues.filter(({ code }) => code.startsWith('form-'));
      return [[...forms.directions.keys()], told.map(({ code, severity, sheet }) => [code, severity, sheet])];
    };
    expect(await read(false)).toEqual([['s2'], [['form-sheet-hidden', 'warning', 'а']]]);
    expect(await read(true)).toEqual([['s1', 's2'], []]);
  });

  it('understand directions however they are set apart, and never guess', async () => {
    const chosen = async (cell: SheetCell) => {
      const reader = new ProfileReader({ schoolOf });
      await reader.read(
        xlsx([
          ['school', 'directions'],
          ['s1', cell],
        ]),
        'a.xlsx',
      );
      const { forms, issues } = reader.finish([]);
      const unclear = issues.find(({ code }) => code === 'profile-directions-unclear');
      return unclear === undefined ? forms.directions.get('s1')?.directions : describeIssue(unclear, 'ru');
    };
    const three = ['basic-results', 'environment', 'individual'];
    const written = [
      '1|4|5',
      '1 4 5',
      '1, 4, 5',
      '1;4;5',
      '1 и 4 и 5',
      '№1, №4, №5',
      '1/4/5',
      '1.4.5',
      '1, 4 и 5',
    ];
    for (const each of written) expect(await chosen(each), each).toEqual(three);
    expect(await chosen('talent environment')).toEqual(['talent', 'environment']);
    expect(await chosen('Развитие таланта\nКачество образовательной среды')).toEqual([
      'talent',
      'environment',
    ]);
    for (const each of [
      145,
      '1-4-5',
      '1 4 9',
      '1. Развитие таланта 2. Качество образовательной среды',
      '1 4 пять',
    ])
      expect(await chosen(each), String(each)).toMatch(
        /не понятно.*через \|, запятую или пробел \(1\|4\|5\)/,
      );
  });

  it('say which letter of a school is of another alphabet, and which schools have one name', async () => {
    const list = (id: string, name: string) => [id, { id, name }] as const;
    const names = new Map([list('sch-1', 'СОШ № 1'), list('sch-2', 'СОШ № 2'), list('sch-3', 'СОШ № 2')]);
    const registry = new SchoolRegistry([...names.values()], names);
    const reader = new ProfileReader({
      schoolOf: (login) => registry.resolve(login)?.id,
      whyUnknown: (login) => registry.whyUnknown(login),
    });
    const rows = ['sсh-1', 'COШ № 1', 'СОШ № 2', 'СОШ № 9', 'SCH-1'].map((school) => `${school};1|2|3\n`);
    await reader.read(csv(`school;directions\n${rows.join('')}`), 'a.csv');
    const { issues, files } = reader.finish([]);
    expect(
      issues.filter(({ severity }) => severity === 'error').map((of) => describeIssue(of, 'ru')),
    ).toEqual([
      'Школы «sсh-1» нет, а «sch-1» есть: 2-й знак, «с», — русская буква, а нужна латинская. Скопируйте код или название из списка школ. Строка не учтена.',
      'Школы «COШ № 1» нет, а «СОШ № 1» есть: 1-й знак, «C», — латинская буква, а нужна русская. Скопируйте код или название из списка школ. Строка не учтена.',
      '«СОШ № 2» — это несколько школ: sch-2, sch-3. Напишите код нужной школы. Строка не учтена.',
      'Школы «СОШ № 9» нет ни в результатах, ни в списке школ. Строка не учтена.',
    ]);
    expect(files).toMatchObject([{ rowsRead: 5, rowsAccepted: 1, rowsRejected: 4 }]);
  });

  it('tell once of a school that is written in two ways where no list knows the schools', async () => {
    const reader = new ProfileReader({ schoolOf: (login) => login, named: ['sch-3'] });
    const schools = ['sch-1', 'sсh-1', 'sсh-1', 'SCH-3', 'sch-2'];
    await reader.read(csv(`school;stage\n${schools.map((id, i) => `${id};${i + 1}\n`).join('')}`), 'a.csv');
    expect(places(reader.finish([])).filter((each) => each.startsWith('school'))).toEqual([
      'school-candidate A3',
      'school-candidate A5',
    ]);
  });

  it('tell of years and days that have not come, and keep the rows', async () => {
    const reader = new ProfileReader({ schoolOf, today: '2026-08-31' });
    await reader.read(
      csv('school;school_year;teachers\ns1;2025/2026;20\ns2;2026/2027;20\ns3;2031/2032;20\n'),
      'a.csv',
    );
    await reader.read(csv('school;school_year;period;mark_2\ns1;2026/2027;год;\n'), 'b.csv');
    await reader.read(csv('school;stage;date\ns1;1;31.08.2026\ns2;1;01.09.2026\n'), 'c.csv');
    await reader.read(
      csv(
        'school;indicator;checkpoint;date;planned;measured;n\ns1;а;первичный;2027-01-01;70 %;;\ns1;б;первичный;2027-01-01;70 %;60 %;50\n',
      ),
      'd.csv',
    );
    const found = reader.finish([]);
    expect(found.issues.map(({ code, file, row, column }) => `${code} ${file} ${column}${row}`)).toEqual([
      'profile-year-future a.csv B3',
      'profile-year-future a.csv B4',
      'profile-year-future b.csv B2',
      'profile-date-future c.csv C3',
      'profile-date-future d.csv D3',
    ]);
    expect(found.files.every(({ rowsRejected }) => rowsRejected === 0)).toBe(true);
  });

  it('take a plus, a one and a nought for yes and no, and a grade with its word', async () => {
    const found = await read(
      'school;factor;significance;chosen\ns1;1;высокая;+\ns1;2;низкая;1\ns1;3;low;0\n',
      'school;school_year;period;grade;mark_2\ns1;2025/2026;1-е полугодие;5 класс;\ns2;2025/2026;учебный год;5-е классы;\n',
    );
    expect(found.forms.ratings.map(({ chosen }) => chosen)).toEqual([true, true, false]);
    expect(found.forms.attendance.map(({ period, grade }) => [period, grade])).toEqual([
      ['half-year', 5],
      ['year', 5],
    ]);
  });

  it('are read with the words that people use', async () => {
    const found = await read(
      'school;factor;significance;asked_of;chosen\nS1;parents;Высокая;анкеты;да\ns1;2;low;;\ns2;Низкая учебная мотивация обучающихся;средняя;;нет\n',
      `school;kind;text;about\n${GOOD_SWOT}\n`,
      'Код школы;Направления\ns1;1|4|5\n',
      'school;owner;since;reason;exit_rule\ns2;методист;30.09.2025;низкие результаты;not-low\n',
    );
    expect(places(found).filter((place) => !place.startsWith('profile-stage-closed'))).toEqual([]);
    const { forms } = found;
    expect(forms.ratings).toEqual([
      { school: 's1', factor: 'parents', significance: 'high', askedOf: 'анкеты', chosen: true },
      { school: 's1', factor: 'staff-shortage', significance: 'low' },
      { school: 's2', factor: 'motivation', significance: 'medium', chosen: false },
    ]);
    expect(forms.swot.map(({ kind, about }) => [kind, about])).toEqual([
      ['strength', 'teacher-competence'],
      ['weakness', 'parents'],
      ['opportunity', undefined],
      ['threat', 'conditions'],
    ]);
    expect(forms.directions.get('s1')).toEqual({
      kind: 'complete',
      directions: ['basic-results', 'environment', 'individual'],
    });
    expect(forms.controls).toEqual([
      { school: 's2', owner: 'методист', since: '2025-09-30', reason: 'низкие результаты', exit: 'not-low' },
    ]);
    expect([...forms.given]).toEqual(['self-rating', 'swot', 'directions', 'special-control']);
    expect([...forms.schools]).toEqual([
      ['s1', { isKnown: true, refused: new Set() }],
      ['s2', { isKnown: true, refused: new Set() }],
    ]);
  });

  it('refuse what cannot be by its cell, and lose neither a row nor a school', async () => {
    const found = await read(
      [
        'school;factor;significance;chosen;прочее',
        's1;parents;high;;',
        'S1;12;low;;',
        's1;выдумка;high;;',
        's1;1;очень;может быть;',
        's1;;high;;',
        'x9;1;high;;',
        ';1;high;;',
        's3;99;#N/A;;',
        '',
      ].join('\n'),
      'school,directions\ns1,1|2\ns2,1|2|3|4\ns1,1|2|3\ns3,1|2|восьмое\n',
    );
    expect(places(found)).toEqual([
      'column-unknown E1',
      'profile-duplicate A3',
      'profile-word-unknown B4',
      'profile-word-unknown C5',
      'profile-word-unknown D5',
      'profile-empty B6',
      'profile-school-unknown A7',
      'school-missing A8',
      'profile-word-unknown B9',
      'profile-word-unknown C9',
      'profile-stage-closed A2',
      'profile-directions-count B2',
      'profile-directions-count B3',
      'profile-duplicate A4',
      'profile-directions-unclear B5',
    ]);
    expect(counts(found)).toEqual([
      [8, 1, 7],
      [4, 2, 2],
    ]);
    expect(
      [...found.forms.schools].map(([school, { isKnown, refused }]) => [school, isKnown, [...refused]]),
    ).toEqual([
      ['s1', true, ['self-rating', 'directions']],
      ['x9', false, ['self-rating']],
      ['s3', true, ['self-rating', 'directions']],
      ['s2', true, []],
    ]);
    expect(found.forms.directions.get('s2')?.kind).toBe('too-many');
    const twice = found.issues.find(({ code }) => code === 'profile-duplicate');
    if (twice === undefined) throw new Error('no duplicate');
    expect(describeIssue(twice, 'ru')).toBe(
      'Такая строка уже есть (school, factor): строка 2. Эта не учтена.',
    );
  });

  it('know the same school in two files', async () => {
    const form = 'school;directions\ns1;1|2|3\n';
    const found = await read(form, form);
    expect(found.issues.at(-1)).toMatchObject({
      code: 'profile-duplicate',
      file: 'b.csv',
      parameters: { firstRow: 2, firstFile: 'a.csv' },
    });
    expect(counts(found)).toEqual([
      [1, 1, 0],
      [1, 0, 1],
    ]);
  });

  it('read attendance; parts above the whole and years out of order are refused', async () => {
    const head = 'school;school_year;period;subject;grade;pupils;lessons;missed;mark_2;mark_3;mark_4;mark_5';
    const found = await read(
      [
        head,
        's1;2025/2026;1 четверть;Математика;5;50;2000;120;3;20;18;9',
        's1;2025-26;I четверть;математика;5;50;2000;120;3;20;18;9',
        's1;2026/2025;год;;;;;;;;;',
        's1;2025/2026;год;;12;;;;;;;',
        's1;2025/2026;год;;;50;100;101;;;;',
        's1;2025/2026;год;Физика;;10;;;3;3;3;3',
        's1;2025/2026;год;Химия;;10;100;;3;3;3;',
        's1;2025/2026;;;;;;;;;;',
        's2;2025/2026;полугодие;;;;;;;;;1,5',
        '',
      ].join('\n'),
    );
    expect(places(found)).toEqual([
      'profile-duplicate A3',
      'profile-year-invalid B4',
      'profile-word-unknown E5',
      'profile-part-above H6',
      'profile-part-above I7',
      'profile-incomplete H8',
      'profile-incomplete L8',
      'profile-empty C9',
      'profile-count-invalid L10',
    ]);
    expect(counts(found)).toEqual([[9, 2, 7]]);
    expect(found.forms.attendance).toEqual([
      {
        school: 's1',
        schoolYear: '2025/2026',
        period: 'quarter-1',
        subject: 'Математика',
        grade: 5,
        attendance: { pupils: 50, lessons: 2000, missed: 120 },
        marks: { 2: 3, 3: 20, 4: 18, 5: 9 },
      },
      { school: 's1', schoolYear: '2025/2026', period: 'year', subject: 'Химия' },
    ]);
  });

  it('tell years that stand out of order, and parts of a year that are larger than the year', async () => {
    const head = 'school;school_year;period;subject;pupils;lessons;missed';
    const found = await read(
      [
        head,
        's1;2025/2026;1 четверть;;50;600;20',
        's1;2025/2026;полугодие;;50;500;30',
        's1;2025/2026;год;;50;2000;10',
        's1;2025/2026;3 четверть;Физика;50;9000;9000',
        's1;2024/2025;год;;50;2000;100',
        's1;2023/2024;год;;50;2000;100',
        's2;2024/2025;год;;50;2000;100',
        's2;2025/2026;год;;50;2000;100',
        's3;2025/2026;1 четверть;;50;100;1',
        's3;2025/2026;год;;50;;',
        '',
      ].join('\n'),
      `${head}\ns2;2023/2024;год;;50;100;1\ns2;2025/2026;3 четверть;;50;1900;101\n`,
    );
    expect(places(found)).toEqual([
      'profile-year-order B6',
      'profile-year-order B7',
      'profile-period-above F2',
      'profile-period-above G3',
      'profile-period-above G3',
    ]);
    expect(found.issues.map(({ severity }) => severity)).toEqual(Array(5).fill('warning'));
    expect(counts(found)).toEqual([
      [10, 10, 0],
      [2, 2, 0],
    ]);
    expect(found.issues.map((each) => describeIssue(each, 'ru'))).toEqual([
      'Учебный год 2024/2025 стоит после 2025/2026 (строка 4). Строка учтена; проверьте, не перепутаны ли годы.',
      'Учебный год 2023/2024 стоит после 2025/2026 (строка 4). Строка учтена; проверьте, не перепутаны ли годы.',
      'Столбец «lessons»: 600 — больше, чем за период «полугодие», в который он входит (500, строка 3). Обе строки учтены; проверьте их.',
      'Столбец «missed»: 30 — больше, чем за период «год», в который он входит (10, строка 4). Обе строки учтены; проверьте их.',
      'Столбец «missed»: 101 — больше, чем за период «год», в который он входит (100, строка 9 файла a.csv). Обе строки учтены; проверьте их.',
    ]);
    expect(found.issues.map((each) => describeIssue(each, 'en'))[0]).toContain(
      '2024/2025 stands after 2025/2026 (row 4)',
    );
  });

  it('read annual cards; categories are no more than teachers', async () => {
    const head =
      'school;school_year;teachers;highest_category;first_category;no_category;prescriptions;prescriptions_done';
    const found = await read(
      [
        head,
        's1;2025/2026;20;5;10;5;0;0',
        's1;2024/2025;;5;;;2;',
        's2;2025/2026;20;5;10;6;;',
        's3;2025/2026;20;21;;;;',
        's3;2025/2026;20;;;;1;2',
        's3;осень;20;;;;;',
        's3;;20;;;;;',
        '',
      ].join('\n'),
    );
    expect(places(found)).toEqual([
      'profile-year-order B3',
      'profile-part-above D4',
      'profile-part-above D5',
      'profile-part-above H6',
      'profile-year-invalid B7',
      'profile-empty B8',
    ]);
    expect(found.forms.cards.map(({ school, counts: of }) => [school, Object.fromEntries(of)])).toEqual([
      [
        's1',
        {
          teachers: 20,
          highest_category: 5,
          first_category: 10,
          no_category: 5,
          prescriptions: 0,
          prescriptions_done: 0,
        },
      ],
      ['s1', { highest_category: 5, prescriptions: 2 }],
    ]);
    expect(found.forms.schools.get('s3')?.refused).toEqual(new Set(['annual-card']));
  });

  it('read the exit rule of special control also in words', async () => {
    const found = await read(
      [
        'school;owner;since;reason;exit_rule',
        's1;методист;2025-09-30;низкие;Правило не относит к низким',
        's2;методист;2025-09-30;низкие;результаты не низкие.',
        's3;методист;2025-09-30;низкие;когда-нибудь',
        '',
      ].join('\n'),
    );
    expect(found.forms.controls.map(({ school, exit }) => [school, exit])).toEqual([
      ['s1', 'not-listed'],
      ['s2', 'not-low'],
    ]);
    expect(found.issues.map((of) => describeIssue(of, 'ru'))).toEqual([
      'Столбец «exit_rule»: «когда-нибудь» не понятно. Можно: правило не относит к низким (not-listed), результаты не низкие (not-low). Строка не учтена.',
    ]);
  });

  it('tell of what is understood otherwise than it may be meant, and of entries that say nothing', async () => {
    const found = await read(
      [
        'school;indicator;checkpoint;planned;measured;n',
        's1;Успеваемость;первичный;70 %;0,66;50',
        's1;успеваемость;Первичный;70 %;50 %;50',
        's1;успеваемость;итоговый;0,7;;50',
        's2;Успеваемость;первичный;1;0;',
      ].join('\n'),
      'school;school_year;period;pupils;lessons;missed\ns1;2025/2026;год;50;30;2\ns2;2025/2026;год;50;50;2\n',
      'school;kind;text\ns1;угроза;Нет.\ns1;слабая сторона;Нет секций\n',
    );
    expect(places(found).filter((place) => !place.startsWith('profile-stage'))).toEqual([
      'share-unsure E2',
      'profile-duplicate A3',
      'profile-incomplete E4',
      'share-unsure D5',
      'profile-measured-alone F5',
      'profile-lessons-few E2',
      'profile-says-nothing C2',
    ]);
    expect(found.forms.checkpoints.map(({ school, indicator }) => [school, indicator])).toEqual([
      ['s1', 'Успеваемость'],
      ['s2', 'Успеваемость'],
    ]);
    expect(found.forms.swot.map(({ text }) => text)).toEqual(['Нет секций']);
    expect(found.issues.flatMap((of) => (of.code === 'share-unsure' ? describeIssue(of, 'ru') : []))).toEqual(
      [
        'Столбец «measured»: «0,66» понято как 66 %. Если имелось в виду 0,66 %, допишите знак. Строка учтена; проверьте её.',
        'Столбец «planned»: «1» понято как 100 %. Если имелось в виду 1 %, допишите знак. Строка учтена; проверьте её.',
      ],
    );
  });

  it('tell of a ruleset that judged nobody, where results say which there are', async () => {
    const text = [
      'school;owner;since;reason;exit_rule;ruleset',
      's1;методист;2025-09-30;низкие;not-low;нет-такого',
      's2;методист;2025-09-30;низкие;not-low;omsk-2025',
      's3;методист;2025-09-30;низкие;not-low;',
    ].join('\n');
    const issuesOf = async (rulesets: readonly string[]) => {
      const reader = new ProfileReader({ schoolOf, rulesets });
      await reader.read(csv(text), 'a.csv');
      const found = reader.finish([]);
      expect(found.forms.controls).toHaveLength(3);
      return found.issues;
    };
    const issues = await issuesOf(['omsk-2025', 'own-2026']);
    expect(issues.map(({ code, row, column, severity }) => [code, row, column, severity])).toEqual([
      ['profile-ruleset-unknown', 2, 'F', 'warning'],
    ]);
    expect(issues.map((of) => describeIssue(of, 'ru'))).toEqual([
      'Столбец «ruleset»: правила «нет-такого» в risk.csv нет, есть: omsk-2025, own-2026. Строка учтена, но выполнено ли условие снятия, сказать нельзя.',
    ]);
    expect(await issuesOf([])).toEqual([]);
  });

  it('take a ruleset by the name that pages give it', async () => {
    const rulesetsOf = async (...named: readonly string[]) => {
      const rows = named.map((ruleset, i) => `s${i + 1};методист;2025-09-30;низкие;not-low;${ruleset}`);
      const found = await read(['school;owner;since;reason;exit_rule;ruleset', ...rows].join('\n'));
      return found.forms.controls.map(({ ruleset }) => ruleset);
    };
    expect(await rulesetsOf('Омская область,  2025', 'omsk region, 2025', 'OMSK-2025')).toEqual([
      'omsk-2025',
      'omsk-2025',
      'omsk-2025',
    ]);
    expect(await rulesetsOf('own-2026', '', '1')).toEqual(['own-2026', undefined, '1']);
  });

  it('refuse checkpoints out of order, and shares above 1', async () => {
    const found = await read(
      [
        'school;indicator;checkpoint;date;planned;measured;n',
        's1;Успеваемость;итоговый;2025-09-19;0,9;;',
        's1;Успеваемость;первичный;20.09.2025;60 %;50 %;50',
        's2;Успеваемость;final;;70%;45,3 %;30',
        's2;Успеваемость;первичный;31.02.2026;45;-1;много',
        's2;Успеваемость;final;;;;',
        '',
      ].join('\n'),
    );
    expect(places(found)).toEqual([
      'profile-date-invalid D5',
      'profile-share-invalid E5',
      'profile-share-invalid F5',
      'profile-count-invalid G5',
      'profile-duplicate A6',
      'profile-too-early D2',
      'profile-checkpoint-skipped C4',
    ]);
    expect(counts(found)).toEqual([[5, 2, 3]]);
    expect(found.forms.checkpoints.map(({ school, points }) => [school, points[2].measured])).toMatchObject([
      ['s1', { kind: 'missing' }],
      ['s2', { kind: 'known', estimate: 0.453, n: 30 }],
    ]);
    expect(found.forms.schools.get('s1')?.refused).toEqual(new Set(['checkpoints']));
  });
});

describe('stages', () => {
  const passport =
    'school;pupils;higher_education;single_parent;unemployed\ns1;100;0,3;0,2;0,1\ns2;100;0,3;;\n';
  const rating = 'school;factor;significance\ns1;parents;high\ns2;parents;high\n';
  const done = ({ forms }: ProfileRead, school: string) =>
    forms.stages.get(school)?.done.map(({ stage }) => stage.id);

  it('follow from the forms that are there; a stage whose former is not done does not count', async () => {
    const reader = new ProfileReader({ schoolOf });
    await reader.read(csv(rating), 'r.csv');
    await reader.read(csv(`school;kind;text;about\n${GOOD_SWOT}\ns2;угроза;х;\n`), 's.csv');
    await reader.read(csv('school;directions\ns2;1|2|3\n'), 'd.csv');
    const { passports } = await readPassports(csv(passport), 'p.csv', { schoolOf });
    const found = reader.finish(passports);
    expect(done(found, 's1')).toEqual(['passport', 'radar', 'self-rating', 'swot']);
    expect(done(found, 's2')).toEqual(['passport']);
    expect(found.forms.stages.get('s2')?.open?.id).toBe('radar');
    expect(found.issues.map(({ code, file, row, severity }) => [code, file, row, severity])).toEqual([
      ['profile-stage-closed', 'r.csv', 3, 'warning'],
      ['profile-stage-closed', 'd.csv', 2, 'warning'],
    ]);
    const [closed] = found.issues;
    expect(closed === undefined ? '' : describeIssue(closed, 'ru')).toBe(
      'Этап «Самодиагностика» ещё не открыт: сначала «Лепестковая диаграмма». Этап не засчитан.',
    );
    // The rows themselves count.
    expect(found.forms.ratings).toHaveLength(2);
    expect(counts(found)).toEqual([
      [2, 2, 0],
      [5, 5, 0],
      [1, 1, 0],
    ]);
  });

  it('know the schools of refused passports, also those that nobody else names', async () => {
    const text = 'school;pupils;single_parent\ns1;100;3\nx9;100;0,2\n';
    const { passports, refused } = await readPassports(csv(text), 'p.csv', { schoolOf });
    const { forms } = new ProfileReader({ schoolOf }).finish(passports, refused);
    expect([...forms.schools]).toEqual([
      ['s1', { isKnown: true, refused: new Set(['passport']) }],
      ['x9', { isKnown: false, refused: new Set(['passport']) }],
    ]);
  });

  it('are told by a form of their own, whose rows are refused when they are out of order', async () => {
    const found = await read(
      [
        'school;stage;date',
        's1;passport;2025-09-10',
        's1;radar;2025-09-09',
        's1;SWOT-анализ;2025-10-01',
        's2;passport;',
        's2;passport;',
        's2;танцы;',
        's3;passport;2025-09-10',
        's3;radar;',
        's3;self-rating;2025-09-10',
        '',
      ].join('\n'),
    );
    expect(places(found)).toEqual([
      'profile-duplicate A6',
      'profile-word-unknown B7',
      'profile-too-early B3',
      'profile-stage-closed B4',
    ]);
    expect(counts(found)).toEqual([[9, 5, 4]]);
    expect(SCHOOLS.map((school) => done(found, school))).toEqual([
      ['passport'],
      ['passport'],
      ['passport', 'radar', 'self-rating'],
    ]);
  });
});

describe('files', () => {
  const NAMES: readonly ProfileFormName[] = [
    'self-rating',
    'swot',
    'directions',
    'stages',
    'attendance',
    'annual-card',
    'special-control',
    'checkpoints',
  ];

  it('are known by their header; the empty forms are read back as their examples say', async () => {
    for (const name of NAMES) {
      const columns = templates.find((template) => template.name === name)?.columns ?? [];
      const form = xlsx([columns.map(({ id }) => id), columns.map(({ example }) => example)]);
      expect([...(await formKindsOf(form))]).toEqual([name]);
      const reader = new ProfileReader({ schoolOf: (login) => login });
      await reader.read(form, `${name}.xlsx`);
      const found = reader.finish([]);
      const codes = found.issues.map(({ code }) => code);
      expect(codes).toEqual(name === 'self-rating' || name === 'directions' ? ['profile-stage-closed'] : []);
      expect(found.files[0]).toMatchObject({ layout: name, rowsRead: 1, rowsAccepted: 1 });
    }
    expect([...(await formKindsOf(csv('school;pupils;single_parent\n')))]).toEqual(['passport']);
    expect([...(await formKindsOf(csv('id;name;municipality\n')))]).toEqual(['schools']);
    expect([...(await formKindsOf(csv('school;school_year\n')))]).toEqual([]);
    expect([...(await formKindsOf(csv('school;class;pupil;1;2\n')))]).toEqual([]);
  });

  it('that are damaged or something else are an issue', async () => {
    const cut = writeRawWorkbook([{ name: 'Лист', rows: [['school', 'directions']] }]).slice(0, 200);
    expect([...(await formKindsOf(sourceOfBytes(cut)))]).toEqual([]);
    const reader = new ProfileReader({ schoolOf });
    await reader.read(sourceOfBytes(cut), 'cut.xlsx');
    await reader.read(csv('a;b\n1;2\n'), 'other.csv');
    expect(reader.finish([]).issues.map(({ code }) => code)).toEqual([
      'file-unreadable',
      'file-not-recognised',
    ]);
  });

  it('take no formula without a value for an empty cell', async () => {
    const reader = new ProfileReader({ schoolOf });
    const formula = { kind: 'formula' } as const;
    await reader.read(
      xlsx([
        ['school', 'factor', 'significance', 'asked_of', 'chosen'],
        ['s1', 'parents', 'high', formula, ''],
        ['s1', 'motivation', formula, '', ''],
        ['s1', 'language', 'low', '', formula],
        ['s2', 'parents', 'low', 'анкеты', ''],
      ]),
      'a.xlsx',
    );
    await reader.read(
      xlsx([
        ['school', 'owner', 'since', 'reason', 'exit_rule', 'ruleset'],
        ['s1', 'методист', '2025-09-30', 'низкие', 'not-low', formula],
      ]),
      'b.xlsx',
    );
    const found = reader.finish([]);
    expect(places(found).filter((place) => !place.startsWith('profile-stage-closed'))).toEqual([
      'formula-without-value D2',
      'formula-without-value C3',
      'formula-without-value E4',
      'formula-without-value F2',
    ]);
    expect(counts(found)).toEqual([
      [4, 1, 3],
      [1, 0, 1],
    ]);
    expect(found.forms.ratings.map(({ school }) => school)).toEqual(['s2']);
  });

  it('accept or refuse every row, whatever stands in it', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        's1',
        's2',
        'x9',
        '1|2|3',
        'high',
        'parents',
        'passport',
        'swot',
        '2025/2026',
        'год',
        '0,5',
        '#N/A',
      ),
      fc.string({ maxLength: 6 }),
      fc.integer({ min: -2, max: 200 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.array(fc.array(cell, { minLength: 12, maxLength: 12 }), { maxLength: 6 }),
        async (name, rows) => {
          const columns = templates.find((template) => template.name === name)?.columns ?? [];
          const reader = new ProfileReader({ schoolOf });
          const filled = rows.map(([, ...rest], i) => [i % 2 === 0 ? 's1' : (rest[0] ?? ''), ...rest]);
          await reader.read(xlsx([columns.map(({ id }) => id), ...filled]), 'f.xlsx');
          const { files, issues } = reader.finish([]);
          const [file] = files;
          expect(file?.rowsRead).toBe(filled.length);
          expect(Number(file?.rowsAccepted) + Number(file?.rowsRejected)).toBe(file?.rowsRead);
          const refused = new Set(issues.flatMap(({ severity, row }) => (severity === 'error' ? [row] : [])));
          expect(refused.size).toBe(file?.rowsRejected);
        },
      ),
      { numRuns: 150 },
    );
  });
});
