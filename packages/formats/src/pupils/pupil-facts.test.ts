import { describeIssue } from '@orientir/core/foundation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN, writeOddWorkbook } from '../../test/odd-workbook.js';
import { readFiles } from '../../test/read-sheets.js';
import { sourceOfBytes } from '../byte-source.js';
import type { SheetCell } from '../sheet.js';
import { templates } from '../templates/index.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';
import { readPupilFacts } from './index.js';
import { isPupilFactsHeader } from './pupil-columns.js';

const csv = (text: string) => readPupilFacts(sourceOfBytes(new TextEncoder().encode(text)), 'p.csv');
const xlsx = (rows: readonly (readonly SheetCell[])[]) =>
  readPupilFacts(sourceOfBytes(writeRawWorkbook([{ name: 'Лист', rows }])), 'p.xlsx');
type Read = Awaited<ReturnType<typeof csv>>;
const places = ({ issues }: Read) => issues.map(({ code, column, row }) => `${code} ${column}${row}`);
const plain = ({ facts }: Read) =>
  facts.map(({ class: name, pupil, attendance, failing, disability }) => ({
    class: name,
    pupil,
    attendance,
    failing,
    disability,
  }));

const HEADER = ['class', 'pupil', 'lessons', 'missed', 'failing_subjects', 'disability'];

describe('facts about pupils', () => {
  it('are read as they stand, and what is empty is not known', async () => {
    const read = await xlsx([
      HEADER,
      ['7А', 70012, 160, 34, 'Алгебра| физика |Алгебра', 'Да'],
      ['7А', '70013', '160', '0', 'нет', false],
      ['7Б', '70014', '', '—', 'нет данных'],
      [],
    ]);
    expect(read.issues).toEqual([]);
    expect(plain(read)).toEqual([
      {
        class: '7А',
        pupil: '70012',
        attendance: { lessons: 160, missed: 34 },
        failing: ['Алгебра', 'физика'],
        disability: true,
      },
      {
        class: '7А',
        pupil: '70013',
        attendance: { lessons: 160, missed: 0 },
        failing: [],
        disability: false,
      },
      { class: '7Б', pupil: '70014', attendance: undefined, failing: undefined, disability: undefined },
    ]);
    expect(read.file).toMatchObject({ layout: 'pupils', rowsRead: 3, rowsAccepted: 3, rowsRejected: 0 });
  });

  it('refuse what cannot be, by its cell, and lose no row', async () => {
    const read = await csv(
      [
        'Класс;Код ученика;Всего уроков;Пропущено уроков;Не успевает по предметам;ОВЗ;ФИО',
        '7А;1;160;161;;;',
        '7А;2;-1;0;;;',
        '7А;3;160;1,5;;;',
        '7А;4;много;1;;;',
        '7А;5;160;1;;может быть;',
        '7А;6;160;1;2;;',
        ';7;160;1;;;',
        '7А;;160;1;;;',
        '7А;9;160;1;;;Иванов Пётр',
        '7 a;9;160;2;;;',
        '7Б;9;160;2;;;',
        '7А;10;160;;;нет;',
        '7А;11;;5;;;',
        '',
      ].join('\n'),
    );
    expect(places(read)).toEqual([
      'column-unknown G1',
      'pupils-missed-above D2',
      'pupils-count-invalid C3',
      'pupils-count-invalid D4',
      'pupils-count-invalid C5',
      'pupils-word-unknown F6',
      'pupils-subjects-unclear E7',
      'pupils-class-missing A8',
      'pupils-code-missing B9',
      'pupil-duplicate B11',
      'pupils-lessons-incomplete D13',
      'pupils-lessons-incomplete C14',
    ]);
    expect(read.file).toMatchObject({ rowsRead: 13, rowsAccepted: 4, rowsRejected: 9, warnings: 3 });
    expect(plain(read).map(({ pupil, attendance }) => [pupil, attendance?.missed])).toEqual([
      ['9', 1],
      ['9', 2],
      ['10', undefined],
      ['11', undefined],
    ]);
  });

  it('say that the rest of a row counts only where the row counts', async () => {
    const read = await xlsx([
      HEADER,
      ['7А', '1', '', 5, 'Физика', 'может быть'],
      ['7А', '2', 160, '', 'Физика', ''],
      ['7А', '2', '', 5, 'Физика', ''],
    ]);
    expect(places(read)).toEqual([
      'pupils-word-unknown F2',
      'pupils-lessons-incomplete D3',
      'pupil-duplicate B4',
    ]);
    expect(read.file).toMatchObject({ rowsRead: 3, rowsAccepted: 1, rowsRejected: 2, warnings: 1 });
  });

  it('take no name for a code, and say none', async () => {
    const read = await xlsx([
      HEADER,
      ['7А', 'Иванов Пётр', 160, 1, '', ''],
      ['Петрова А. Б.', '2', 160, 1, '', ''],
      ['7А', '3', 'Сидоров Иван', 1, '', 'Орлова Анна'],
    ]);
    expect(places(read)).toEqual([
      'pupils-name B2',
      'pupils-name A3',
      'pupils-count-invalid C4',
      'pupils-word-unknown F4',
    ]);
    expect(read.facts).toEqual([]);
    const said = read.issues
      .flatMap((of) => [JSON.stringify(of), describeIssue(of, 'ru'), describeIssue(of, 'en')])
      .join(' ');
    expect(said).not.toMatch(/Иван|П[её]т|Орлов|Анна/);
  });

  it('take neither a surname nor the number of a document for a code, and say none', async () => {
    const read = await xlsx([
      HEADER,
      ['7А', 'петров', 160, 1, '', ''],
      ['7А', 'Сидоров-70009', 160, 1, '', ''],
      ['7А', '123-456-789 00', 160, 1, '', ''],
      ['7А', '4512 345678', 160, 1, '', ''],
      ['7 Кадетский', '70010', 'Сидоров', 1, 'Орлова Анна Петровна', 'Кузнецова'],
      ['7А', '70011', 160, 1, 'Алгебра|Орлова А. П.', ''],
    ]);
    expect(places(read)).toEqual([
      'pupils-name B2',
      'pupils-name B3',
      'pupils-document B4',
      'pupils-document B5',
      'pupils-count-invalid C6',
      'pupils-subjects-unclear E6',
      'pupils-word-unknown F6',
      'pupils-subjects-unclear E7',
    ]);
    expect(read.facts).toEqual([]);
    const said = read.issues
      .flatMap((of) => [JSON.stringify(of), describeIssue(of, 'ru'), describeIssue(of, 'en')])
      .join(' ');
    expect(said).not.toMatch(/петров|Сидоров|Орлов|Кузнецов|789|345678/i);
  });

  it('take no spreadsheet error and no formula without a value for an empty cell', async () => {
    const read = await xlsx([
      HEADER,
      ['7А', '1', { kind: 'error', text: '#N/A' }, 1, '', ''],
      ['7А', '2', 10, { kind: 'formula' }, '', ''],
      ['7А', '3', 10, 1, '', { kind: 'formula' }],
      ['7А', '4', 10, 1, { kind: 'formula' }, ''],
    ]);
    expect(places(read)).toEqual([
      'cell-error C2',
      'formula-without-value D3',
      'formula-without-value F4',
      'formula-without-value E5',
    ]);
    expect(read.file).toMatchObject({ rowsRead: 4, rowsRejected: 4 });
  });

  it('are read under a title, with signs for yes and no, and subjects set apart in other ways', async () => {
    const read = await xlsx([
      ['Ученики 7-х классов'],
      ['Класс', 'Код yченика *', 'Не успевает по предметам', 'ОВЗ'],
      ['7А', '1', 'Алгебра, Физика', '+'],
      ['7А', '2', 'Алгебра; Физика', 1],
      ['7А', '3', 'Математика: алгебра и начала математического анализа, геометрия', 0],
      ['7А', '4', 'Козлова', ''],
    ]);
    expect(read.facts.map(({ failing, disability }) => [failing?.length, disability])).toEqual([
      [2, true],
      [2, true],
      [1, false],
    ]);
    expect(places(read)).toEqual(['pupils-subjects-unclear C6']);
    expect(JSON.stringify(read.issues)).not.toContain('Козлова');
  });

  it('take a class in cells that are shown as one for all their rows', async () => {
    const rows = [
      ['class', 'pupil', 'disability'],
      ['7А', '1', 'да'],
      ['', '2', 'нет'],
      ['', '3', 'нет'],
    ];
    const merged = [{ firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 0 }];
    const bytes = writeOddWorkbook([{ name: 'а', hidden: false, rows, merged }], PLAIN);
    const read = await readPupilFacts(sourceOfBytes(bytes), 'p.xlsx');
    expect(read.facts.map((of) => `${of.class} ${of.pupil}`)).toEqual(['7А 1', '7А 2']);
    expect(places(read)).toEqual(['pupils-class-missing A4']);
  });

  it('are read from every sheet with the form, a pupil once', async () => {
    const sheet = (name: string, ...rows: readonly (readonly SheetCell[])[]) => ({
      name,
      rows: [HEADER.slice(0, 4), ...rows],
    });
    const bytes = writeRawWorkbook([
      { name: 'Титул', rows: [['Сведения об учениках']] },
      sheet('7А', ['7А', '1', 100, 5]),
      sheet('7Б', ['7Б', '1', 100, 6], ['7А', '1', 100, 7]),
      sheet('Образец'),
    ]);
    const read = await readPupilFacts(sourceOfBytes(bytes), 'p.xlsx');
    expect(read.facts.map((of) => `${of.class} ${of.pupil}`)).toEqual(['7А 1', '7Б 1']);
    expect(read.file).toMatchObject({ layout: 'pupils', rowsRead: 3, rowsAccepted: 2, rowsRejected: 1 });
    expect(read.issues).toMatchObject([
      {
        code: 'pupil-duplicate',
        sheet: '7Б',
        row: 3,
        parameters: { firstRow: 2, firstSheet: '7А', firstFile: '' },
      },
    ]);
  });

  it('refuse a row that a comma in it divided', async () => {
    expect(places(await csv('class,pupil,failing_subjects\n7А,1,Алгебра,Физика\n'))).toEqual([
      'row-too-long undefined2',
    ]);
  });

  it('are known among results by what people write in place of the code', () => {
    expect(isPupilFactsHeader(['класс', 'ученик', 'пропущено уроков', 'овз'])).toBe(true);
    expect(isPupilFactsHeader(['класс', 'ф.и.о.', 'не успевает по предметам'])).toBe(true);
    expect(isPupilFactsHeader(['класс', 'ученик', 'овз', '1', '2'])).toBe(false);
    expect(isPupilFactsHeader(['класс', 'пропущено уроков'])).toBe(false);
  });

  it('need a class, a code and some fact; a damaged file is an issue', async () => {
    for (const header of ['class;lessons;missed', 'pupil;missed', 'class;pupil;lessons', '']) {
      expect(places(await csv(`${header}\n7А;1;1\n`))).toEqual(['file-not-recognised undefinedundefined']);
    }
    const cut = writeRawWorkbook([{ name: 'Лист', rows: [HEADER] }]).slice(0, 200);
    const { issues, facts } = await readPupilFacts(sourceOfBytes(cut), 'p.xlsx');
    expect([issues.map(({ code }) => code), facts]).toEqual([['file-unreadable'], []]);
  });

  it('stand in the empty form, filled in as its examples say', async () => {
    const columns = templates.find(({ name }) => name === 'pupils')?.columns ?? [];
    const read = await xlsx([columns.map(({ id }) => id), columns.map(({ example }) => example)]);
    expect(read.issues).toEqual([]);
    expect(plain(read)).toEqual([
      {
        class: '7А',
        pupil: '70012',
        attendance: { lessons: 160, missed: 34 },
        failing: ['Алгебра', 'Физика'],
        disability: false,
      },
    ]);
  });

  it('say who is likely to get a medal only where the school entered it; forms without the column stay as they are', async () => {
    const medalsOf = ({ facts }: Read) => facts.map(({ pupil, medalCandidate }) => [pupil, medalCandidate]);
    const read = await csv(
      'Класс;Код ученика;Предполагаемый медалист\n11А;1;да\n11А;2;Нет\n11А;3;\n11А;4;возможно\n11А;5;Иванова Анна\n11А;6;100\n',
    );
    expect(medalsOf(read)).toEqual([
      ['1', true],
      ['2', false],
      ['3', undefined],
    ]);
    expect(places(read)).toEqual([
      'pupils-word-unknown C5',
      'pupils-word-unknown C6',
      'pupils-word-unknown C7',
    ]);
    expect(read.file).toMatchObject({ rowsRead: 6, rowsAccepted: 3, rowsRejected: 3 });
    expect(JSON.stringify(read.issues)).not.toMatch(/Иванов|Анна/);
    const before = await xlsx([HEADER, ['11А', '1', 160, 0, 'нет', 'нет']]);
    expect([before.issues, medalsOf(before)]).toEqual([[], [['1', undefined]]]);
  });

  it('are known as a form for the school by the column of medals too, and not where items stand beside it', async () => {
    const form = await readFiles({
      'a/p.xlsx': [
        ['class', 'pupil', 'medal_candidate'],
        ['11А', '1', 'да'],
      ],
    });
    expect([form.issues, form.blocks]).toEqual([['error file-school-only'], []]);
    const results = await readFiles(
      {
        'a/r.xlsx': [
          ['class', 'pupil', 'Предполагаемый медалист', '1', '2'],
          ['11А', '1', 'да', 1, 0],
        ],
      },
      { groupings: ['Предполагаемый медалист'], school: 's1' },
    );
    expect(results.blocks.map(({ rows }) => rows)).toEqual([1]);
  });

  it('are never counted among results; a column about disability beside items is no such form', async () => {
    const form = await readFiles({ 'a/p.xlsx': [HEADER, ['7А', '1', 160, 34, 'нет', 'да']] });
    expect(form.issues).toEqual(['error file-school-only']);
    expect(form.blocks).toEqual([]);
    const disabilityOnly = await readFiles({
      'a/p.xlsx': [
        ['Класс', 'Код ученика', 'ОВЗ'],
        ['7А', '1', 'да'],
      ],
    });
    expect(disabilityOnly.blocks).toEqual([]);
    const results = await readFiles(
      {
        'a/r.xlsx': [
          ['class', 'pupil', 'ОВЗ', '1', '2'],
          ['7А', '1', 'да', 1, 0],
        ],
      },
      { groupings: ['ОВЗ'], school: 's1' },
    );
    expect(results.blocks.map(({ rows }) => rows)).toEqual([1]);
  });

  it('accept or refuse every row, whatever stands in it', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', '7А', '1', '2', '10', '-1', 'да', 'нет', 'Алгебра|Физика', 'Иванов Пётр', '#N/A'),
      fc.string({ maxLength: 6 }),
      fc.double({ min: -2, max: 200, noNaN: true }),
      fc.nat(50),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 8 }),
        async (rows) => {
          const { file, issues, facts } = await xlsx([[...HEADER, 'medal_candidate'], ...rows]);
          expect(file.rowsAccepted + file.rowsRejected).toBe(file.rowsRead);
          expect(file.rowsAccepted).toBe(facts.length);
          const refused = new Set(issues.flatMap(({ severity, row }) => (severity === 'error' ? [row] : [])));
          expect(refused.size).toBe(file.rowsRejected);
        },
      ),
      { numRuns: 100 },
    );
  });
});
