import { describe, expect, it } from 'vitest';
import { readFiles } from '../../test/read-sheets.js';
import type { SheetCell } from '../sheet.js';

const HEADER_2021 = [
  'логин школы',
  'регион',
  'номер обучающегося',
  'код обучающегося',
  'отметка за предыдущую четверть/триместр',
  'пол',
  'класс',
  'вариант',
  'всего баллов',
  'балл за 1',
  'балл за 2',
  'балл за 3 ',
  'Учебник',
  'Др.уч. автор',
  'Др.уч. название',
  '',
  '',
];
const row2021 = (
  code: number,
  cells: readonly SheetCell[],
  extra: Partial<{ login: SheetCell; variant: SheetCell; journal: SheetCell; total: SheetCell }> = {},
): SheetCell[] => {
  const total = cells.reduce<number>((sum, cell) => (typeof cell === 'number' ? sum + cell : sum), 0);
  const given = { login: 'sch220206', variant: 1, journal: 4, total, ...extra };
  return [given.login, 22, 1, code, given.journal, 'м', 'А', given.variant, given.total, ...cells];
};
const plan = (maxima: readonly number[], extra = {}) =>
  JSON.stringify({
    id: 'math-8',
    programme: 'ВПР',
    subject: 'Математика',
    grade: 8,
    schoolYear: '2020/2021',
    items: maxima.map((maxPoints, i) => ({ id: ['1', '2.1', '2.2'][i] ?? `${i}`, maxPoints })),
    ...extra,
  });
const NAME_2021 = 'in/Проведение работы по математике, 8 класс. ВПР 2021.xlsx';

describe('vpr-2021', () => {
  it('keeps the kinds of "no number" apart and maps columns by position', async () => {
    const { record, analysis, issues } = await readFiles({
      [NAME_2021]: [
        HEADER_2021,
        row2021(80001, [1, 2, 1]),
        row2021(80002, ['X', 'х', 0]),
        row2021(80003, ['Х', 'не пройд.', 1], { total: 1 }),
        row2021(80004, [undefined, undefined, undefined], {
          variant: 'отсутствовал',
          journal: undefined,
          total: undefined,
        }),
      ],
      'in/assessment.json': plan([1, 2, 1]),
    });
    expect(issues).toEqual([]);
    expect(record.files.find(({ layout }) => layout === 'vpr-2021')).toMatchObject({
      rowsRead: 4,
      rowsAccepted: 4,
      rowsRejected: 0,
    });
    const school = [...analysis.itemResults].filter(({ level }) => level === 'school');
    expect(
      school.map(({ assessment, unit, item, n, points, notAttempted, notTaught }) => [
        assessment,
        unit,
        item,
        n,
        points,
        notAttempted,
        notTaught,
      ]),
    ).toEqual([
      ['math-8', 'sch220206', '1', 3, 1, 2, 0],
      ['math-8', 'sch220206', '2.1', 2, 2, 1, 1],
      ['math-8', 'sch220206', '2.2', 3, 2, 0, 0],
    ]);
    expect(analysis.testResults.find(({ level }) => level === 'school')).toMatchObject({
      wrote: 3,
      absent: 1,
      n: 2,
    });
    expect(analysis.testResults.map(({ level, unit }) => `${level} ${unit}`)).toEqual([
      'class sch220206/А',
      'school sch220206',
      'region 22',
      'all all',
    ]);
  });

  it('lists every defect with its cell and refuses only the rows with errors', async () => {
    const good = Array.from({ length: 12 }, (_, i) => row2021(80010 + i, [1, 1, 1]));
    const { record, issues } = await readFiles({
      [NAME_2021]: [
        HEADER_2021,
        row2021(80001, [3, 1, 1]),
        row2021(80002, ['две', 1, 1]),
        row2021(80003, [-1, 1, 1]),
        row2021(80004, [1, 1.5, 1]),
        row2021(80005, [1, 1, 1], { login: '' }),
        row2021(80010, [1, 1, 1]),
        row2021(80006, [1, 1, 1], { total: 5 }),
        row2021(80007, [1, 1, 1], { journal: 8 }),
        row2021(80008, [1, { kind: 'error', text: '#N/A' }, 1]),
        row2021(80009, [undefined, undefined, undefined], { total: undefined }),
        ['sch220206', 22, 1, undefined, 4, 'м', 'А', 1, 2, 1, 1, 0],
        ...good,
      ],
      'in/assessment.json': plan([1, 2, 1]),
    });
    expect(issues).toEqual([
      'error points-above-max Sheet!J2',
      'error points-not-a-number Sheet!J3',
      'error points-negative Sheet!J4',
      'error points-not-whole Sheet!K5',
      'error school-missing Sheet!A6',
      'warning total-differs Sheet!I8',
      'warning journal-mark-invalid Sheet!E9',
      'error cell-error Sheet!K10',
      'warning row-without-results Sheet!D11',
      'error pupil-missing Sheet!D12',
      'error pupil-duplicate Sheet!D13',
    ]);
    expect(record.files.find(({ layout }) => layout === 'vpr-2021')).toMatchObject({
      rowsRead: 23,
      rowsAccepted: 15,
      rowsRejected: 8,
      warnings: 3,
    });
  });

  it('judges a maximum sheet by sheet: the same rows in two files may be refused', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => row2021(80001 + i, [1, i % 7 === 0 ? 2 : 1, 0]));
    const described = plan([1, 1, 1]);
    const together = await readFiles({
      [NAME_2021]: [HEADER_2021, ...rows],
      'in/assessment.json': described,
    });
    expect(together.issues).toEqual(['error max-contradicted']);
    expect(together.record.files.reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0)).toBe(40);
    const apart = await readFiles({
      [NAME_2021]: [HEADER_2021, ...rows.slice(0, 20)],
      [NAME_2021.replace('.xlsx', ' (2).xlsx')]: [HEADER_2021, ...rows.slice(20)],
      'in/assessment.json': described,
    });
    expect(new Set(apart.issues.map((each) => each.split(' ')[1]))).toEqual(new Set(['points-above-max']));
    expect(apart.record.files.reduce((sum, { rowsAccepted }) => sum + rowsAccepted, 0)).toBe(34);
  });

  it('takes a maximum that many pupils exceed as unknown, and refuses no row for it', async () => {
    const { record, analysis, issues } = await readFiles({
      [NAME_2021]: [HEADER_2021, ...Array.from({ length: 20 }, (_, i) => row2021(80001 + i, [1, 2, i % 2]))],
      'in/assessment.json': plan([1, 1, 1]),
    });
    expect(issues).toEqual(['error max-contradicted']);
    expect(record.files[1]).toMatchObject({ rowsAccepted: 20 });
    const rates = [...analysis.itemResults]
      .filter(({ level }) => level === 'all')
      .map(({ solveRate }) => solveRate);
    expect(rates[0]).toMatchObject({ estimate: 1 });
    expect(rates[1]).toMatchObject({ reason: 'max-unknown' });
  });

  it('names its own assessment when nothing describes it, and says that maxima are unknown', async () => {
    const { analysis, issues } = await readFiles({ [NAME_2021]: [HEADER_2021, row2021(80001, [1, 2, 1])] });
    expect(analysis.assessments[0]).toMatchObject({
      id: 'vpr-2021-8-математика',
      schoolYear: '2020/2021',
      subject: 'Математика',
    });
    expect(issues).toEqual(['warning assessment-not-described']);
  });

  it('does not apply a plan of another length', async () => {
    const { issues, analysis } = await readFiles({
      [NAME_2021]: [HEADER_2021, row2021(80001, [1, 2, 1])],
      'in/assessment.json': plan([1, 2]),
    });
    expect(issues).toContain('warning plan-not-applied');
    expect([...analysis.itemResults][0]?.solveRate).toMatchObject({ reason: 'max-unknown' });
  });
});

describe('vpr-2020', () => {
  it('reads logins, region from the groups, and drops unused item columns', async () => {
    const header = [
      'groups',
      'user',
      'id',
      'code',
      'otc',
      'gender',
      'klass',
      'var-1',
      'var-2',
      'sum',
      'a-1-grade',
      'a-2-grade',
      'a-3-grade',
      'Учебник',
    ];
    const { analysis, issues } = await readFiles({
      'vpr_results/2020/4/Математика.xlsx': [
        header,
        ['22-RU-ALT,EAST,VPR_22', 'sch223080', 7, 50001, 4, 'ж', 'НЕТ', 2, '', 3, 1, 2, undefined],
      ],
    });
    expect(analysis.assessments[0]).toMatchObject({
      id: 'vpr-2020-4-математика',
      schoolYear: '2020/2021',
      items: [{ id: '1' }, { id: '2' }],
    });
    expect(analysis.testResults.map(({ level, unit }) => `${level} ${unit}`)).toEqual([
      'school sch223080',
      'region 22',
      'all all',
    ]);
    expect(issues).toEqual(['warning assessment-not-described']);
  });
});

describe('vpr-2022', () => {
  it('reads the protocol and knows edu… and sch… with the same digits as one school', async () => {
    const header = [
      'Пользователь',
      'Код',
      'Вариант',
      '1',
      '2',
      'Наименование класса',
      'Отметка за предыдущий триместр/ четверть/полугодие',
      'Пол',
      'Учебник',
    ];
    const { analysis, issues } = await readFiles({
      'ВПР 2022 Физика 7 класс/a.xlsx': {
        Протокол: [header, ['edu220206', 70001, 1, 1, 0, '7А', 4, 'м', '']],
      },
      'ВПР 2022 Физика 7 класс/b.xlsx': {
        Протокол: [
          header,
          ['sch220206', 70002, 2, 1, 1, '7А', 3, 'ж', ''],
          ['sch220206', 70003, 'Отсутствовал', '', '', '7А', '', '', ''],
        ],
      },
    });
    expect(issues.every((issue) => issue.startsWith('warning assessment-not-described'))).toBe(true);
    expect(analysis.testResults.find(({ level }) => level === 'school')).toMatchObject({
      unit: 'edu220206',
      wrote: 2,
      absent: 1,
      assessment: 'vpr-2022-7-физика',
    });
  });
});

describe('vpr-form-2026', () => {
  const header = [
    'Код участника',
    'Вариант',
    '1 (5б)',
    '4К1 (3б)',
    '4К2 (2б)',
    'Порядковый номер класса',
    'Отметка за предыдущий триместр/ четверть/полугодие',
    'Итого баллов',
    '',
    'ok',
  ];
  const form = {
    Протокол: [
      header,
      [80001, 1, 5, 2, 'X', 1, 4, 7],
      [80002, 'отсутствовал', undefined, undefined, undefined, 1, undefined, 0],
      [80003, 2, 9, 1, 1, 2, 'нет отметки', 11],
      ...Array.from({ length: 40 }, (): SheetCell[] => [
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        undefined,
        0,
      ]),
    ],
    Служебный: [['Вариант'], [1], ['отсутствовал']],
    'Порядковый номер класса': [[1], [2]],
  };
  const name = 'Форма сбора результатов Английский язык 8 класс ВПР 2026.xlsx';

  it('takes maxima from the header and does not count prepared rows as pupils', async () => {
    const { record, analysis, issues } = await readFiles({ [name]: form }, { school: 'edu000007' });
    expect(record.files[0]).toMatchObject({
      layout: 'vpr-form-2026',
      rowsRead: 3,
      rowsAccepted: 2,
      rowsRejected: 1,
    });
    expect(issues).toEqual(['warning column-unknown Протокол!J1', 'error points-above-max Протокол!C4']);
    expect(analysis.assessments[0]).toMatchObject({
      id: 'vpr-2026-8-английский-язык',
      items: [
        { id: '1', maxPoints: 5 },
        { id: '4K1', maxPoints: 3 },
        { id: '4K2', maxPoints: 2 },
      ],
    });
    expect(analysis.testResults.find(({ level }) => level === 'school')).toMatchObject({
      unit: 'edu000007',
      wrote: 1,
      absent: 1,
    });
  });

  it('says once that the school is unknown', async () => {
    const { issues, analysis } = await readFiles({ [name]: form });
    expect(issues.filter((issue) => issue.includes('school-unknown'))).toHaveLength(1);
    expect(analysis.testResults.map(({ level }) => level)).toEqual(['all']);
  });
});

describe('vpr-form-two-parts', () => {
  it('knows the variant column between the items and a formula without a stored total', async () => {
    const header = [
      'Код',
      'Вариант (часть 1)',
      '1 (1б)',
      'Вариант (часть 2)',
      '7 (1б)',
      '11.3 k1 (2б)',
      'Класс № (список формируется из листа "Классы")',
      'Пол',
      'Отметка за предыдущий триместр/ четверть/полугодие',
      'Итого баллов',
    ];
    const { analysis, issues } = await readFiles(
      {
        'ВПР 2024 Математика 6 класс.xlsx': [
          header,
          ['60001', 1, 1, 2, 1, 2, 1, 'м', 5, { kind: 'formula' }],
        ],
      },
      { school: 's1' },
    );
    expect(issues).toEqual([]);
    expect(analysis.assessments[0]?.items).toEqual([
      { id: '1', maxPoints: 1 },
      { id: '7', maxPoints: 1 },
      { id: '11.3K1', maxPoints: 2 },
    ]);
    expect(analysis.testResults.at(-1)).toMatchObject({ mean: { estimate: 4 } });
  });
});

describe('vpr-individual-2026', () => {
  it('reads title, levels and groups; a group row is no pupil', async () => {
    const { record, analysis, issues } = await readFiles({
      '2849657.xlsx': {
        'РУ 4 Индивидуальные результаты': [
          ['Индивидуальные результаты'],
          [],
          ['ВПР 2026 Русский язык 4 класс'],
          ['Предмет:', 'Русский язык'],
          ['Максимальный первичный балл:', 4],
          ['Дата:', '20.04.2026'],
          [undefined, undefined, 'Уровень сложности задания', undefined, undefined, undefined, 'Б', 'П'],
          [
            'ОО',
            'Муниципалитет',
            'Название ОО',
            'Код участника',
            'Класс',
            'Вариант',
            '1 (2б)',
            '9.1 (2б)',
            'Первичный балл',
            'Отметка',
            'Отметка по журналу',
          ],
          ['МБОУ «СОШ № 1»(edu000001) | Кол-во участников: 3'],
          [
            'edu000001',
            'Муниципальный район А(reg20_m000)',
            'МБОУ «СОШ № 1»(edu000001)',
            40001,
            1,
            1,
            2,
            'Х',
            2,
            3,
            4,
          ],
          [
            'edu000001',
            'Муниципальный район А(reg20_m000)',
            'МБОУ «СОШ № 1»(edu000001)',
            40002,
            1,
            2,
            1,
            1,
            2,
            'НЕТ ОТМЕТКИ',
            3,
          ],
          [
            'edu000001',
            'Муниципальный район А(reg20_m000)',
            'МБОУ «СОШ № 1»(edu000001)',
            40003,
            1,
            2,
            1,
            1,
            3,
            4,
            6,
          ],
        ],
      },
    });
    expect(record.files[0]).toMatchObject({ layout: 'vpr-individual-2026', rowsRead: 3, rowsAccepted: 3 });
    expect(issues).toEqual([
      'warning journal-mark-invalid РУ 4 Индивидуальные результаты!K12',
      'warning total-differs РУ 4 Индивидуальные результаты!I12',
    ]);
    expect(analysis.assessments[0]).toMatchObject({
      id: 'vpr-2026-4-русский-язык',
      items: [
        { id: '1', level: 'basic' },
        { id: '9.1', level: 'advanced' },
      ],
    });
    expect(analysis.testResults.find(({ level }) => level === 'municipality')?.unit).toBe(
      'Муниципальный район А',
    );
    expect(analysis.testResults.at(-1)).toMatchObject({ markSource: 'given', markCounts: { 3: 1, 4: 1 } });
  });
});

describe('generic', () => {
  const sidecar = JSON.stringify({
    id: 'diag',
    programme: 'диагностика',
    subject: 'Математика',
    grade: 5,
    schoolYear: '2025/2026',
    items: [
      { id: '1', maxPoints: 1 },
      { id: '4K1', maxPoints: 2 },
    ],
  });

  it('reads csv with semicolons, decimal commas, a BOM and Windows line ends', async () => {
    const { analysis, issues } = await readFiles({
      'a/responses.csv':
        '\ufeffschool;class;pupil;teacher;variant;mark;journal_mark;1;4К1\r\ns1;5А;p1;t1;1;4;3;1,0;X\r\ns1;5А;p2;t1;2;;;N;2\r\n',
      'a/assessment.json': sidecar,
    });
    expect(issues).toEqual([]);
    expect(
      [...analysis.itemResults]
        .filter(({ level }) => level === 'class')
        .map(({ item, n, points, notAttempted, notTaught }) => [item, n, points, notAttempted, notTaught]),
    ).toEqual([
      ['1', 1, 1, 0, 1],
      ['4K1', 2, 2, 1, 0],
    ]);
    expect(analysis.private.testResults.map(({ unit }) => unit)).toEqual(['t1']);
  });

  it('names cells of csv by line and column, and a pupil twice by its first line', async () => {
    const { issues, record } = await readFiles({
      'a/responses.csv':
        'school,class,pupil,1,4K1\ns1,5А,p1,1,3\ns1,5А,p1,1,2\ns1,5А,p2,0,1\ns1,5А,p2,0,1\ns1,5Б,p2,0,1\n',
      'a/assessment.json': sidecar,
    });
    expect(issues).toEqual(['error points-above-max E2', 'error pupil-duplicate C5']);
    expect(record.issues[1]?.parameters).toEqual({ firstRow: 4, firstSheet: '', firstFile: '' });
  });

  it('names the sheet on which a pupil stood first', async () => {
    const rows = (...pupils: readonly string[]) => [
      ['school', 'class', 'pupil', '1', '4K1'],
      ...pupils.map((pupil) => ['s1', '5А', pupil, 1, 2]),
    ];
    const { record, issues } = await readFiles({
      'a/one.xlsx': { '5А': rows('p1', 'p2'), '5Б': rows('p2', 'p3', 'p3') },
      'a/two.xlsx': { '5В': rows('p3') },
      'a/assessment.json': sidecar,
    });
    expect(issues).toEqual([
      'error pupil-duplicate 5Б!C2',
      'error pupil-duplicate 5Б!C4',
      'error pupil-duplicate 5В!C2',
    ]);
    expect(record.issues.map(({ parameters }) => parameters)).toEqual([
      { firstRow: 3, firstSheet: '5А', firstFile: '' },
      { firstRow: 3, firstSheet: '', firstFile: '' },
      { firstRow: 3, firstSheet: '5Б', firstFile: 'a/one.xlsx' },
    ]);
  });

  it('takes half points only where the assessment says so', async () => {
    const rows = 'school,class,pupil,1,4K1\ns1,5А,p1,1,1.5\n';
    expect((await readFiles({ 'a/responses.csv': rows, 'a/assessment.json': sidecar })).issues).toEqual([
      'error points-not-whole E2',
    ]);
    const halves = sidecar.replace('"items"', '"pointStep":0.5,"items"');
    expect((await readFiles({ 'a/responses.csv': rows, 'a/assessment.json': halves })).issues).toEqual([]);
  });

  it('goes by the name of its folder when nothing describes it', async () => {
    const { analysis, issues } = await readFiles({
      'probe/responses.csv': 'school,class,pupil,Q1,Q2\ns1,5А,p1,1,0\n',
    });
    expect(analysis.assessments[0]).toMatchObject({ id: 'probe', items: [{ id: 'Q1' }, { id: 'Q2' }] });
    expect(issues).toEqual(['warning assessment-not-described']);
  });
});

describe('item codes that a spreadsheet turned into dates', () => {
  it('come back, each with a warning at its cell', async () => {
    const { analysis, issues } = await readFiles(
      {
        'ВПР 2026 Физика 8 класс.xlsx': [
          [
            'Код участника',
            'Вариант',
            '1 (1б)',
            { kind: 'date', year: 2026, month: 1, day: 2 },
            { kind: 'date', year: 2026, month: 2, day: 2 },
            3.1,
            'Порядковый номер класса',
            'Итого баллов',
          ],
          [80001, 1, 1, 1, 0, 1, 1, 3],
        ],
      },
      { school: 's1' },
    );
    expect(analysis.assessments[0]?.items.map(({ id }) => id)).toEqual(['1', '2.1', '2.2', '3.1']);
    expect(issues).toEqual(['warning item-code-from-date Sheet!D1', 'warning item-code-from-date Sheet!E1']);
  });
});

describe('files that are no results', () => {
  it('are refused by name with what they are, and the others are read', async () => {
    const { record, issues, analysis } = await readFiles({
      'a/responses.csv': 'school,class,pupil,1\ns1,5А,p1,1\n',
      'b/report.xlsx': [
        ['Статистика по отметкам'],
        [],
        ['ВПР 2026 Русский язык 4 класс'],
        ['Группы участников', 'Кол-во ОО', 'Кол-во участников', 2, 3, 4, 5],
      ],
      'c/note.csv': 'дата,заметка\n1,2\n',
      'd/broken.xlsx': 'PK\u0003\u0004 broken',
      'e/empty.csv': '',
      'f/settings.json': '{"theme":"dark"}',
      'g/assessment.json': '{"id":"x","items":[{"id":"1","maxPoints":0}]}',
    });
    expect(issues).toEqual([
      'warning assessment-not-described',
      'error file-not-supported-yet',
      'error file-not-recognised',
      'error file-unreadable',
      'error file-empty',
      'error file-not-recognised',
      'error sidecar-invalid',
      'error sidecar-invalid',
      'error sidecar-invalid',
    ]);
    expect(record.files.map(({ file, rowsRead }) => [file, rowsRead])).toEqual([
      ['a/responses.csv', 1],
      ['b/report.xlsx', 0],
      ['c/note.csv', 0],
      ['d/broken.xlsx', 0],
      ['e/empty.csv', 0],
      ['f/settings.json', 0],
      ['g/assessment.json', 0],
    ]);
    expect(analysis.testResults.at(-1)).toMatchObject({ wrote: 1 });
  });
});

describe('privacy', () => {
  it('does not repeat a name that slipped into a cell of points or marks', async () => {
    const { record } = await readFiles({
      'a/responses.csv':
        'school,class,pupil,mark,1\ns1,5А,p1,Проверкин,Тестова Проба\ns1,5А,p2,Проверкин,1\n',
    });
    expect(record.issues.map(({ parameters }) => parameters)).toContainEqual({ item: '1', found: 'Т… П…' });
    expect(JSON.stringify(record)).not.toMatch(/естов|Проб|оверкин/);
  });

  it('keeps no name and no document number of a pupil', async () => {
    const header = [
      'Код участника',
      'Вариант',
      'Фамилия',
      'Имя',
      'Серия',
      'Номер',
      '1 (1б)',
      'Порядковый номер класса',
      'Итого баллов',
    ];
    const { record, blocks, analysis } = await readFiles(
      {
        'ВПР 2026 Химия 8 класс.xlsx': [
          header,
          [80001, 1, 'Тестова', 'Проба', '0000', '123456', 1, 1, 1],
          [80001, 1, 'Тестова', 'Проба', '0000', '123456', 1, 1, 1],
        ],
      },
      { school: 's1' },
    );
    const kept = JSON.stringify([record, blocks, analysis]);
    for (const secret of ['Тестова', 'Проба', '123456', '80001']) expect(kept).not.toContain(secret);
  });
});
