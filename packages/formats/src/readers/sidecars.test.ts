import { describe, expect, it } from 'vitest';
import { readFiles } from '../../test/read-sheets.js';

const responses = [
  [
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
    'балл за 3',
  ],
  ['sch000001', 99, 1, 80001, 4, 'м', 'А', 1, 3, 1, 2, 0],
  ['sch000001', 99, 2, 80002, 3, 'ж', 'А', 2, 5, 1, 2, 2],
];
const NAME = 'in/Проведение работы по математике, 8 класс. ВПР 2021.xlsx';
const PLAN_HEADER = [
  '№ по КИМу',
  '№',
  'Умения, виды деятельности (в соответствии с ФГОС)',
  'Блоки ПООП',
  'Уровень сложности',
  'Код КЭС',
  'Код КТ',
  'Максимальный балл за выполнение задания',
  'Примерное время выполнения (в минутах)',
];

describe('a test plan beside the results', () => {
  it('gives printed numbers, maxima, levels and codes; rows of one item are joined', async () => {
    const { analysis, issues } = await readFiles({
      [NAME]: responses,
      'in/план.xlsx': [
        ['Обобщённый план. Математика, 8 класс'],
        PLAN_HEADER,
        ['1', 1, 'умение', '', 'Б', '1.1', '2.3', 1, 2],
        ['1', 1, 'умение', '', 'Б', '1.2', '2.3', 1, 2],
        ['2К1', 2, 'умение', '', 'П', '2.1; 2.2', '', 2, 5],
        ['2К2', 3, 'умение', '', 'В', '', '3.1', 2, 5],
      ],
    });
    expect(issues).toEqual([]);
    expect(analysis.assessments[0]?.items).toEqual([
      { id: '1', maxPoints: 1, level: 'basic', codes: ['1.1', '2.3', '1.2'], skills: ['умение'] },
      { id: '2K1', maxPoints: 2, level: 'advanced', codes: ['2.1', '2.2'], skills: ['умение'] },
      { id: '2K2', maxPoints: 2, level: 'high', codes: ['3.1'], skills: ['умение'] },
    ]);
    expect([...analysis.itemResults].at(-1)).toMatchObject({
      item: '2K2',
      points: 2,
      solveRate: { estimate: 0.5 },
    });
  });

  it('is not applied when it has another number of items, and says so', async () => {
    const { issues } = await readFiles({
      [NAME]: responses,
      'in/план.xlsx': [PLAN_HEADER, ['1', 1, '', '', 'Б', '', '', 1, 2]],
    });
    expect(issues).toContain('warning plan-not-applied');
  });

  it('may be our own table of items with the whole description', async () => {
    const { analysis } = await readFiles({
      [NAME]: responses,
      'in/items.csv':
        'assessment,programme,subject,grade,school_year,item,max_points,level,section,skill,codes,tags\nm8,ВПР,Математика,8,2020/2021,1,1,Б,Дроби,предметное,1.1|1.2,счёт\nm8,ВПР,Математика,8,2020/2021,2,2,П,,,,\nm8,ВПР,Математика,8,2020/2021,3,2,П,,,,\n',
    });
    expect(analysis.assessments[0]).toMatchObject({
      id: 'm8',
      items: [
        { id: '1', section: 'Дроби', skill: 'subject', codes: ['1.1', '1.2'], tags: ['счёт'] },
        { id: '2' },
        { id: '3' },
      ],
    });
  });
});

describe('a description in another folder', () => {
  const described = JSON.stringify({
    id: 'm8',
    programme: 'ВПР',
    subject: 'Математика',
    grade: 8,
    schoolYear: '2020/2021',
    items: [1, 2, 2].map((maxPoints, i) => ({ id: `${i + 1}`, maxPoints })),
  });

  it('is taken for a file that names the same subject, and never for one that names none', async () => {
    const named = await readFiles({ [NAME]: responses, 'other/assessment.json': described });
    expect(named.analysis.assessments[0]?.id).toBe('m8');
    const nameless = await readFiles({ 'in/файл.xlsx': responses, 'other/assessment.json': described });
    expect(nameless.issues).toContain('error assessment-unclear');
    const beside = await readFiles({ 'in/файл.xlsx': responses, 'in/assessment.json': described });
    expect(beside.analysis.assessments[0]?.id).toBe('m8');
  });
});

describe('a mark scale beside the results', () => {
  const described = JSON.stringify({
    id: 'm8',
    programme: 'ВПР',
    subject: 'Математика',
    grade: 8,
    schoolYear: '2020/2021',
    items: [1, 2, 2].map((maxPoints, i) => ({ id: `${i + 1}`, maxPoints })),
  });

  it('is taken by the id of the work', async () => {
    const { analysis, issues } = await readFiles({
      [NAME]: responses,
      'in/assessment.json': described,
      'in/marks.csv': 'assessment,mark,min\nm8,3,2\nm8,4,4\nm8,5,5\n',
    });
    expect(issues).toEqual([]);
    expect(analysis.testResults.at(-1)).toMatchObject({
      markSource: 'scale',
      markCounts: { 2: 0, 3: 1, 5: 1 },
    });
  });

  it('is taken by grade and subject only when its maximum is that of the work', async () => {
    const scale = (max: number) =>
      `grade,subject,min_for_3,min_for_4,min_for_5,max_primary\n8,Математика,2,4,5,${max}\n`;
    const marks = async (max: number) => {
      const { analysis, issues } = await readFiles({
        [NAME]: responses,
        'in/assessment.json': described,
        'in/scales.csv': scale(max),
      });
      return [analysis.testResults.at(-1)?.markSource, ...issues];
    };
    expect(await marks(5)).toEqual(['scale']);
    expect(await marks(25)).toEqual(['none', 'warning sidecar-unused', 'warning scale-other-work']);
  });
});

describe('a list of schools among the files', () => {
  it('gives municipalities, is read with its rows counted, and offers schools that may be one', async () => {
    const { analysis, issues, record } = await readFiles({
      [NAME]: responses,
      'schools.csv':
        'id,aliases,name,municipality,region\nedu000001,,МБОУ СОШ № 1,Район,Край\nedu000002,,"МОУ ""СОШ №1""",Район,Край\n',
    });
    expect(issues.filter((of) => !of.includes('assessment-not'))).toEqual(['warning school-candidate']);
    expect(record.files.find(({ layout }) => layout === 'schools')).toMatchObject({
      rowsRead: 2,
      rowsAccepted: 2,
    });
    expect(analysis.testResults.map(({ level, unit }) => `${level} ${unit}`)).toEqual([
      'class edu000001/А',
      'school edu000001',
      'municipality Район',
      'region Край',
      'all all',
    ]);
  });

  it('says which school it may be that a table names without its first zeros, or in other letters', async () => {
    const named = (school: string | number, pupil: string) => [school, '8А', pupil, 1];
    const { record } = await readFiles({
      'in/r.xlsx': [
        ['school', 'class', 'pupil', '1'],
        named('0041', 'p1'),
        named(41, 'p2'),
        named('cош-7', 'p3'),
        named(99, 'p4'),
      ],
      'schools.csv': 'id,aliases,name,municipality\n0041,,Первая,Район\nсош-7,,Седьмая,Район\n',
    });
    const told = record.issues.filter(({ code }) => code === 'school-candidate');
    expect(told.map(({ row, severity, parameters }) => [row, severity, parameters])).toEqual([
      [3, 'warning', { one: '0041', other: '41' }],
      [4, 'warning', { one: 'сош-7', other: 'cош-7' }],
    ]);
  });

  it('is not needed for that where tables differ', async () => {
    const { record } = await readFiles({
      'in/a.csv': 'school,class,pupil,1\n0041,8А,p1,1\n0042,8А,p1,1\n012345,8А,p1,1\n',
      'in/b.csv': 'school,class,pupil,1\n41,8А,p2,1\n12345,8А,p2,1\n54321,8А,p2,1\n',
    });
    const told = record.issues.filter(({ code }) => code === 'school-candidate');
    expect(told.map(({ file, row, parameters }) => [file, row, parameters])).toEqual([
      ['in/b.csv', 2, { one: '0041', other: '41' }],
      ['in/b.csv', 3, { one: '012345', other: '12345' }],
    ]);
  });

  it('names a school that it does not have, once', async () => {
    const { issues } = await readFiles({
      [NAME]: responses,
      'schools.csv': 'id,aliases,name,municipality\nsch9,,Другая,Район\n',
    });
    expect(issues.filter((of) => of.includes('school-not-listed'))).toEqual([
      'warning school-not-listed Sheet!A2',
    ]);
  });
});
