import { NOT_ADMINISTERED, NOT_ATTEMPTED } from '@orientir/core/assessment';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../test/read-sheets.js';
import type { SheetCell } from '../../sheet.js';

const NAME = ['Выдумкина', 'Проба', 'Тестовна'];
const OGE = [
  '№',
  'Код ОО',
  'Класс',
  'Код ППЭ',
  'Аудитория',
  'Код участника',
  'Фамилия',
  'Имя',
  'Отчество',
  'Серия',
  'Номер',
  'Ответы в краткой форме',
  'Ответы в развернутой форме',
  'Первичный балл',
  'Оценка',
];
const oge = (
  code: SheetCell,
  short: SheetCell,
  long: SheetCell,
  total: SheetCell,
  mark: SheetCell,
): SheetCell[] => [1, 900101, '9А', 500, 3, code, ...NAME, '0000', '000000', short, long, total, mark];
const EGE = [
  '№',
  'Код ППЭ',
  'Код ОО',
  'Класс',
  'Код ООП',
  'Профиль',
  'Фамилия',
  'Имя',
  'Отчество',
  'Вариант',
  'Код участника',
  '№ бланка',
  'Ответы в краткой форме',
  'Ответы в развернутой форме',
  'Первичный балл',
  'Итоговый балл',
];
const ege = (
  code: SheetCell,
  short: SheetCell,
  long: SheetCell,
  total: SheetCell,
  score: SheetCell,
): SheetCell[] => [1, 500, 900101, '11', 1, 2, ...NAME, 401, code, '0001', short, long, total, score];

describe('a protocol of ОГЭ', () => {
  it('gives items by position, short ones first, and marks', async () => {
    const { record, analysis, blocks, issues } = await readFiles({
      'p.xlsx': [
        ['01 - Русский язык 2025.06.09'],
        OGE,
        oge('101', '++-', '2(2)1(3)', 5, 5),
        oge('102', '+--', 'X(2)0(3)', 1, 2),
      ],
    });
    expect(issues).toEqual([]);
    expect(record.files[0]).toMatchObject({ layout: 'exam-protocol', rowsRead: 2, rowsAccepted: 2 });
    expect(analysis.assessments).toEqual([
      {
        id: 'oge-2025-9-русский-язык',
        programme: 'ОГЭ',
        subject: 'Русский язык',
        grade: 9,
        schoolYear: '2024/2025',
        items: [1, 1, 1, 2, 3].map((maxPoints, i) => ({ id: String(i + 1), maxPoints })),
      },
    ]);
    expect(blocks[0]?.points.map((column) => [...column])).toEqual([
      [2, 2],
      [2, 0],
      [0, 0],
      [4, 253],
      [2, 0],
    ]);
    expect([...(blocks[0]?.mark ?? [])]).toEqual([5, 2]);
    expect(JSON.stringify([record, blocks])).not.toMatch(/Выдумкин|0000/);
  });

  it('reads the export of the exam system in English, named by its file, as csv', async () => {
    const { analysis, issues } = await readFiles({
      'in/09_2025.06.02.csv':
        'SchoolCode;ClassCode;StationCode;SurnameCell;NameCell;SecondNameCell;DocumentSeriesCode;DocumentNumberCode;TestResultBCell;TestResultCCell;PrimaryMark;Mark5\n' +
        '900101;9Б;500;Выдумкина;Проба;Тестовна;0000;000000;+-+;1(2);3;3\n' +
        '900101;9Б;500;Выдумкин;Проба;Тестович;0000;000001;+++;2(2);5;5\n',
    });
    expect(issues).toEqual([]);
    expect(analysis.assessments[0]).toMatchObject({ id: 'oge-2025-9-обществознание' });
    expect(analysis.testResults.at(-1)).toMatchObject({ wrote: 2, n: 2 });
  });

  it('reads headers over two lines, merged columns, lookalike letters, odd spaces and a line of column numbers', async () => {
    const { analysis, issues, blocks } = await readFiles({
      'p.xlsx': [
        [undefined, '02\u00a0-\u00a0Математика  2025.06.06'],
        [
          '№',
          'Kод OО',
          'Класс',
          undefined,
          'Код МСУ',
          'Фамилия',
          undefined,
          'Имя',
          'Отчество',
          'Задания с кратким ответом',
          undefined,
          'Задания с развёрнутым ответом',
          undefined,
          'Результат',
        ],
        [
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          undefined,
          'Первичный балл',
          'Оценка',
        ],
        Array.from({ length: 15 }, (_, i) => i + 1),
        [
          1,
          900101,
          '9А',
          undefined,
          7,
          'Выдумкина',
          undefined,
          'Проба',
          undefined,
          undefined,
          '+ – +',
          undefined,
          '1(2)\u00a00(2)',
          3,
          3,
        ],
        ['Всего участников:', 1],
      ],
    });
    expect(issues).toEqual([]);
    expect(analysis.assessments[0]).toMatchObject({ id: 'oge-2025-9-математика', items: { length: 5 } });
    expect(blocks[0]?.units).toEqual([{ municipality: '7', school: '900101', class: '9А' }]);
  });

  it('refuses rows with wrong masks by their cell, and keeps the rest', async () => {
    const { record, issues } = await readFiles({
      'p.xlsx': [
        ['01 - Русский язык 2025.06.09'],
        OGE,
        oge('1', '++?', '2(2)', 4, 4),
        oge('2', '++--', '2(2)', 4, 4),
        oge('3', '++-', '3(2)', 4, 4),
        oge('4', '++-', '1(5)', 3, 3),
        oge('5', '++-', '2(2)', 9, 4),
        oge('6', '++-', '2(2)', 4, 9),
        oge('7', '++-', '2(2)', 'много', 4),
        oge('8', '', '', undefined, undefined),
        oge('5', '++-', '2(2)', 4, 4),
      ],
    });
    expect(issues).toEqual([
      'error mask-malformed Sheet!L3',
      'error mask-length Sheet!L4',
      'error mask-malformed Sheet!M5',
      'error mask-max-differs Sheet!M6',
      'warning total-differs Sheet!N7',
      'warning mark-invalid Sheet!O8',
      'error points-not-a-number Sheet!N9',
      'warning row-without-results Sheet!F10',
      'error pupil-duplicate Sheet!F11',
    ]);
    expect(record.files[0]).toMatchObject({ rowsRead: 9, rowsAccepted: 3, rowsRejected: 6 });
  });

  it('does not guess the maximum of a short answer that is worth more than a point', async () => {
    const rows = [
      ['02 - Математика 2025.06.06'],
      OGE,
      oge('1', '+2', '', 3, 3),
      oge('2', '++', '', 2, 2),
      oge('3', '-1', '', 1, 2),
    ];
    const alone = await readFiles({ 'p.xlsx': rows });
    expect(alone.issues).toEqual(['warning full-points-unknown']);
    expect(alone.analysis.assessments[0]?.items).toEqual([{ id: '1', maxPoints: 1 }, { id: '2' }]);
    const description = {
      id: 'oge-2025-9-математика',
      programme: 'ОГЭ',
      subject: 'Математика',
      grade: 9,
      schoolYear: '2024/2025',
      items: [{ id: '1' }, { id: '2', maxPoints: 3 }],
      markScale: [{ mark: 3, min: 2 }],
      markConditions: [{ items: ['2'], min: 3, marks: [3], otherwise: 2 }],
    };
    const described = await readFiles({ 'p.xlsx': rows, 'assessment.json': JSON.stringify(description) });
    // Two points of three do not meet the condition; `+` is worth three here, so its total differs.
    expect(described.issues).toEqual([
      'warning mark-differs Sheet!O3',
      'warning total-differs Sheet!N4',
      'warning mark-differs Sheet!O4',
    ]);
    expect([...(described.blocks[0]?.points[1] ?? [])]).toEqual([4, 6, 2]);
  });

  it('takes such a maximum from the totals where they agree, and says so', async () => {
    const rows = Array.from({ length: 6 }, (_, i) =>
      oge(`${i}`, i % 2 === 0 ? '++' : '-+', '', i % 2 === 0 ? 3 : 2, 3),
    );
    const partial = oge('9', '+1', '', 2, 3);
    const head = [['02 - Математика 2025.06.06'], OGE];
    const found = await readFiles({ 'p.xlsx': [...head, ...rows, partial] });
    expect(found.issues).toEqual(['warning max-from-totals']);
    expect(found.analysis.assessments[0]?.items).toEqual([
      { id: '1', maxPoints: 1 },
      { id: '2', maxPoints: 2 },
    ]);
    expect([...(found.blocks[0]?.points[1] ?? [])]).toEqual([4, 4, 4, 4, 4, 4, 2]);
    // One point beside a plus means that the plus is worth more than one, whether or not the totals say how much.
    const few = await readFiles({ 'p.xlsx': [...head, ...rows.slice(0, 4), partial] });
    expect(few.issues).toEqual(['warning full-points-unknown']);
    expect(few.analysis.assessments[0]?.items).toEqual([{ id: '1', maxPoints: 1 }, { id: '2' }]);
  });

  it('names a subject by its name first, and says where neither name nor code is known', async () => {
    const { analysis, record, issues } = await readFiles({
      'p.xlsx': [
        ['12 - Обществознание 2025.06.02'],
        OGE,
        oge('1', '+', '', 1, 3),
        [],
        ['12 - 2025.06.02'],
        OGE,
        oge('1', '+', '', 1, 3),
        [],
        ['77 - 2025.06.05'],
        OGE,
        oge('1', '+', '', 1, 3),
        oge('2', '+', '', 1, 3),
        [],
        ['18 - Родная литература 2025.06.05'],
        OGE,
        oge('1', '+', '', 1, 3),
      ],
    });
    expect(issues).toEqual(['error exam-unclear Sheet!A9']);
    expect(record.files[0]).toMatchObject({ rowsRead: 5, rowsAccepted: 3 });
    expect(analysis.assessments.map(({ subject }) => subject).sort()).toEqual([
      'Немецкий язык',
      'Обществознание',
      'Родная литература',
    ]);
  });
});

describe('a protocol of ЕГЭ', () => {
  it('reads several exams of one sheet; levels of mathematics are works of their own', async () => {
    const { analysis, issues } = await readFiles({
      'p.xlsx': [
        ['01 - Русский язык 2025.05.30'],
        EGE,
        ege('000001', '+2-', '1(2)', 4, 60),
        ['02 - Математика профильная 2025.05.27'],
        EGE,
        ege('000001', '++', '1(2)', 3, 101),
        ['22 - Математика базовая 2025.05.27'],
        EGE,
        ege('000002', '++', '', 2, 4),
        ['12 - 2025.06.02'],
        EGE,
        ege('000002', '+', '', 1, 40),
      ],
    });
    expect(issues).toEqual(['warning test-score-invalid Sheet!P6']);
    expect(analysis.assessments.map(({ id }) => id)).toEqual([
      'ege-2025-11-математика-базовая',
      'ege-2025-11-математика-профильная',
      'ege-2025-11-обществознание',
      'ege-2025-11-русский-язык',
    ]);
    const basic = analysis.testResults.find(({ assessment }) => assessment.endsWith('базовая'));
    expect(basic?.wrote).toBe(1);
    expect(analysis.assessments.map(({ testScores }) => testScores)).toEqual([
      undefined,
      undefined,
      { 1: 40 },
      { 4: 60 },
    ]);
  });

  it('shows the test score of each primary score over all files; a row that has another one is named with both', async () => {
    const { record, analysis, issues } = await readFiles({
      'a.xlsx': [
        ['03 - Физика 2025.06.02'],
        EGE,
        ege('1', '+-', '2(2)', 3, 55),
        ege('2', '++', '2(2)', 4, 70),
        ege('3', '+-', '1(2)', 2, 41),
      ],
      'b.xlsx': [
        ['03 - Физика 2025.06.10'],
        EGE,
        ege('4', '+-', '2(2)', 3, 55),
        ege('5', '++', '1(2)', 3, 57),
        ege('6', '--', '1(2)', 1, 41),
        ege('7', '--', '1(2)', 1, 43),
        ege('8', '--', '0(2)', undefined, 0),
      ],
    });
    expect(analysis.assessments[0]?.testScores).toEqual({ 2: 41, 3: 55, 4: 70 });
    expect(issues).toEqual([
      'warning test-score-differs Sheet!P4',
      'warning test-score-unclear Sheet!P5',
      'warning test-score-unclear Sheet!P6',
    ]);
    expect(record.issues.map(({ file, parameters }) => [file, parameters])).toEqual([
      ['b.xlsx', { total: 3, found: 57, usual: 55 }],
      ['b.xlsx', { total: 1, found: 41, otherTotal: 1, other: 43 }],
      ['b.xlsx', { total: 1, found: 43, otherTotal: 1, other: 41 }],
    ]);
  });

  it('follows the table in the description, completed by what the rows show', async () => {
    const { analysis, issues } = await readFiles({
      'in/p.xlsx': [
        ['03 - Физика 2025.06.02'],
        EGE,
        ege('1', '+-', '2(2)', 3, 55),
        ege('2', '++', '2(2)', 4, 70),
      ],
      'in/assessment.json': JSON.stringify({
        id: 'ege-2025-11-физика',
        programme: 'ЕГЭ',
        subject: 'Физика',
        items: [
          { id: '1', maxPoints: 1 },
          { id: '2', maxPoints: 1 },
          { id: '3', maxPoints: 2 },
        ],
        testScores: { 0: 0, 3: 56 },
      }),
    });
    expect(issues).toEqual(['warning test-score-differs Sheet!P3']);
    expect(analysis.assessments[0]?.testScores).toEqual({ 0: 0, 3: 56, 4: 70 });
  });
});

describe('a pupil with several results', () => {
  const first = [
    ['02 - Математика 2025.06.06'],
    OGE,
    oge('1', '+-', '0(2)', 1, 2),
    oge('2', '++', '2(2)', 4, 5),
  ];

  it('keeps the retake, in another file too, and says so at the older one', async () => {
    const { record, blocks, issues } = await readFiles({
      'a.xlsx': first,
      'b.xlsx': [['02 - Математика 2025.09.05'], OGE, oge('1', '++', '1(2)', 3, 3)],
    });
    expect(issues).toEqual(['warning result-replaced Sheet!F3']);
    expect(record.issues[0]).toMatchObject({ parameters: { by: 'retake', row: 3, inFile: 'b.xlsx' } });
    expect(blocks.flatMap(({ mark }) => [...mark])).toEqual([5, 3]);
  });

  it('names the sheet of the other result', async () => {
    const retake = [['02 - Математика 2025.09.05'], OGE, oge('1', '++', '1(2)', 3, 3)];
    const { record, issues } = await readFiles({
      'a.xlsx': { Июнь: first, Сентябрь: retake, Копия: retake },
    });
    expect(issues).toEqual(['warning result-replaced Июнь!F3', 'error pupil-duplicate Копия!F3']);
    expect(record.issues.map(({ parameters }) => parameters)).toMatchObject([
      { by: 'retake', row: 3, inSheet: 'Сентябрь', inFile: '' },
      { firstRow: 3, firstSheet: 'Сентябрь', firstFile: '' },
    ]);
  });

  it('does not replace a result by a row that is refused', async () => {
    const { blocks, issues } = await readFiles({
      'a.xlsx': first,
      'b.xlsx': [['02 - Математика 2025.09.05'], OGE, oge('1', '+?', '1(2)', 3, 3)],
    });
    expect(issues).toEqual(['error mask-malformed Sheet!L3']);
    expect(blocks.flatMap(({ mark }) => [...mark])).toEqual([2, 5]);
  });

  it('takes total and mark from a list of appeals that has no items', async () => {
    const appeals = (name: string) => [
      [
        '№',
        'Код ОО',
        'Класс',
        'Код ППЭ',
        'Аудитория',
        'ФИО',
        undefined,
        'Экзамен',
        'апелляция',
        'Первичный балл',
        'Оценка',
      ],
      [1, 900101, '9А', 500, 3, name, undefined, 'Математика(2025.06.06)', 'удовлетворена', 2, 3],
    ];
    const single = first.slice(0, 3);
    const { record, blocks, issues } = await readFiles({
      'a.xlsx': single,
      'b.xlsx': appeals(NAME.join('  ')),
    });
    expect(issues).toEqual(['warning appeal-without-items Sheet!F2']);
    expect(record.files[1]).toMatchObject({ layout: 'exam-appeals', rowsRead: 1, rowsAccepted: 1 });
    expect(blocks.flatMap(({ mark }) => [...mark])).toEqual([3]);
    const unknown = await readFiles({ 'a.xlsx': single, 'b.xlsx': appeals('Другая Проба Тестовна') });
    expect(unknown.issues).toEqual(['error appeal-unmatched Sheet!F2']);
    // Two pupils of one name and school: nobody can tell which of them appealed.
    const two = await readFiles({ 'a.xlsx': first, 'b.xlsx': appeals(NAME.join(' ')) });
    expect(two.issues).toEqual(['error appeal-unmatched Sheet!F2']);
    expect(JSON.stringify([record, unknown.record, two.record])).not.toMatch(/Выдумкин|Другая/);
  });
});

describe('blank long answers', () => {
  const read = async (...totals: readonly SheetCell[]) => {
    const { blocks, record } = await readFiles({
      'p.xlsx': [
        ['02 - Математика 2025.06.03'],
        OGE,
        oge('100', '+-', '1(2)2(2)', 4, 4),
        ...totals.map((total, i) => oge(`${i}`, '+-', '', total, 3)),
      ],
    });
    const codes = totals.map((_, i) => blocks[0]?.points.map((column) => column[i + 1]));
    return { codes, issues: record.issues };
  };

  it('were not attempted where the short ones make up the primary score', async () => {
    const { codes, issues } = await read(1, 1);
    const code = [2, 0, NOT_ATTEMPTED, NOT_ATTEMPTED];
    expect(codes).toEqual([code, code]);
    expect(issues).toEqual([]);
  });

  it('are unknown where the primary score is higher or lower, which is told', async () => {
    const { codes, issues } = await read(3, 0);
    const code = [2, 0, NOT_ADMINISTERED, NOT_ADMINISTERED];
    expect(codes).toEqual([code, code]);
    expect(issues).toEqual([
      expect.objectContaining({
        code: 'long-answers-missing',
        severity: 'warning',
        row: 4,
        column: 'M',
        parameters: { total: 3, sum: 1 },
      }),
      expect.objectContaining({
        code: 'total-differs',
        row: 5,
        column: 'N',
        parameters: { total: 0, sum: 1 },
      }),
    ]);
  });

  it('are unknown where no primary score is printed, or nobody knows what the short ones come to', async () => {
    expect(await read(undefined)).toEqual({
      codes: [[2, 0, NOT_ADMINISTERED, NOT_ADMINISTERED]],
      issues: [],
    });
    const { blocks } = await readFiles({
      'p.xlsx': [
        ['02 - Математика 2025.06.03'],
        OGE,
        oge('1', '+2', '1(2)', 6, 4),
        oge('2', '++', '', 5, 4),
        oge('3', '', '', 0, 2),
      ],
    });
    expect([...(blocks[0]?.points[2] ?? [])]).toEqual([2, NOT_ADMINISTERED, NOT_ADMINISTERED]);
  });
});
