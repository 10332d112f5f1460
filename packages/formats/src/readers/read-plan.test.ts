import { describe, expect, it } from 'vitest';
import { readFiles } from '../../test/read-sheets.js';

const RESULTS = 'school;class;pupil;1;2\ns1;5А;p1;1;2\ns1;5А;p2;0;1\n';
const HEADER = [
  '№ по КИМу',
  '№',
  'Раздел программы',
  'Умения, виды деятельности (в соответствии с ФГОС)',
  'Блоки ПООП: выпускник научится / получит возможность научиться',
  'Уровень сложности',
  'Код КЭС',
  'Код КТ',
  'Максимальный балл за выполнение задания',
  'Примерное время выполнения (в минутах)',
];
const PROTOCOL = [
  ['02 - Математика 2026.06.02'],
  [
    '№',
    'Код ОО',
    'Класс',
    'Код участника',
    'Ответы в краткой форме',
    'Ответы в развёрнутой форме',
    'Первичный балл',
    'Оценка',
  ],
  [1, 900101, '9А', '1', '+', '2(2)', 3, 5],
];
const PLAN = [
  ['Обобщённый план. Математика, 9 класс, 2026'],
  HEADER,
  ['1', 1, 'Дроби', 'считать', 'Выпускник научится считать', 'Б', '1.1', '2.1', 1, 2],
  [undefined, undefined, undefined, 'сравнивать', undefined, undefined, '1.2', '2.1', undefined, undefined],
  ['2', 2, 'Геометрия', 'доказывать', '', 'П', '7.1; 7.2', 'КТ 5.1', 2, 15],
];

describe('a test plan of a trial exam', () => {
  it('gives section, skills, planned result and all pairs of codes, merged cells too', async () => {
    const { analysis, issues } = await readFiles({ 'in/p.xlsx': PROTOCOL, 'in/план.xlsx': PLAN });
    expect(issues).toEqual([]);
    expect(analysis.assessments[0]?.items).toEqual([
      {
        id: '1',
        maxPoints: 1,
        level: 'basic',
        section: 'Дроби',
        plannedResult: 'Выпускник научится считать',
        codes: ['1.1', '2.1', '1.2'],
        skills: ['считать', 'сравнивать'],
      },
      {
        id: '2',
        maxPoints: 2,
        level: 'advanced',
        section: 'Геометрия',
        codes: ['7.1', '7.2', '5.1'],
        skills: ['доказывать'],
      },
    ]);
  });

  it('gets names of codes from the codifiers beside it, which say what they do not have', async () => {
    const { analysis, record, issues } = await readFiles({
      'in/p.xlsx': PROTOCOL,
      'in/план.xlsx': PLAN,
      'in/кодификатор.csv':
        'Код;Проверяемые элементы содержания\n1.1;Натуральные числа\n1.2;Дроби\n7.1;Треугольник\n9.9;Лишнее\n',
    });
    expect(issues).toEqual(['warning code-not-in-codifier Sheet!G5']);
    expect(record.issues[0]).toMatchObject({ parameters: { item: '2', code: '7.2' } });
    expect(analysis.assessments[0]?.codifier).toEqual([
      { code: '1.1', name: 'Натуральные числа', kind: 'content' },
      { code: '1.2', name: 'Дроби', kind: 'content' },
      { code: '7.1', name: 'Треугольник', kind: 'content' },
    ]);
  });

  it('keeps what codes rest on, though no item has the codes of earlier grades', async () => {
    const { analysis } = await readFiles({
      'in/p.xlsx': PROTOCOL,
      'in/план.xlsx': PLAN,
      'in/кодификатор.csv':
        'Код;Проверяемые элементы содержания;Класс;Опирается на\n1.1;Натуральные числа;5;\n1.2;Дроби;9 класс;1.1|3.4|Счёт, в уме\n3.4;Доли;4;\n',
    });
    expect(analysis.assessments[0]?.codifier).toEqual([
      { code: '1.1', name: 'Натуральные числа', kind: 'content', grade: 5 },
      {
        code: '1.2',
        name: 'Дроби',
        kind: 'content',
        grade: 9,
        earlier: [
          { name: 'Натуральные числа', grade: 5, code: '1.1' },
          { name: 'Доли', grade: 4, code: '3.4' },
          { name: 'Счёт, в уме' },
        ],
      },
    ]);
  });

  it('lists rows without a maximum, except headings of criteria', async () => {
    const { issues } = await readFiles({
      'in/p.xlsx': PROTOCOL,
      'in/план.csv':
        'Номер задания;Уровень сложности;Максимальный балл\n1;Б;1\n2;В;\n2К1;В;2\n3;Б;\nИтого;;3\n',
    });
    expect(issues).toEqual(['error plan-row-unclear A5']);
  });
});

describe('a mark scale', () => {
  const description = (markScale: unknown, extra = {}) =>
    JSON.stringify({
      id: 'd',
      programme: 'Диагностика',
      subject: 'Математика',
      grade: 5,
      items: [
        { id: '1', maxPoints: 1 },
        { id: '2', maxPoints: 2 },
      ],
      markScale,
      ...extra,
    });

  it('is refused when its last border is above the maximum of the work', async () => {
    const scale = [1, 2, 4].map((min, i) => ({ mark: i + 3, min }));
    const { analysis, issues } = await readFiles({
      'in/r.csv': RESULTS,
      'in/assessment.json': description(scale),
    });
    expect(issues).toEqual(['warning scale-other-work']);
    expect(analysis.assessments[0]?.markScale).toBeUndefined();
  });

  it('of a table of exams is taken for the year whose maximum fits, with its condition and owner', async () => {
    const { analysis, issues } = await readFiles({
      'in/p.xlsx': [...PROTOCOL, [2, 900101, '9А', '2', '+', '1(2)', 2, 4]],
      'in/scales.csv':
        'school_year,subject,min_for_3,min_for_4,min_for_5,max_primary,owner,condition_items,condition_min\n2023/24,Математика,1,2,4,5,,,\n2025/26,Математика,1,2,3,3,Регион,2,2\n',
    });
    expect(analysis.assessments[0]).toMatchObject({
      markScale: [
        { mark: 2, min: 0 },
        { mark: 3, min: 1 },
        { mark: 4, min: 2 },
        { mark: 5, min: 3 },
      ],
      markConditions: [{ items: ['2'], min: 2, marks: [3, 4, 5], otherwise: 2 }],
      scaleOrigin: { owner: 'Регион', schoolYear: '2025/2026' },
    });
    expect(issues).toEqual(['warning mark-differs Sheet!H4']);
  });
});
