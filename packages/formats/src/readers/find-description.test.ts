import { describe, expect, it } from 'vitest';
import type { TestFile } from '../../test/read-sheets.js';
import { readFiles } from '../../test/read-sheets.js';
import type { SheetCell } from '../sheet.js';

const MATHEMATICS = {
  id: 'w',
  programme: 'Диагностика',
  subject: 'Математика',
  grade: 5,
  schoolYear: '2024/2025',
  items: ['1', '2'].map((id) => ({ id, maxPoints: 2 })),
};
const RUSSIAN = { ...MATHEMATICS, id: 'r', subject: 'Русский язык' };

function table(pupil: string, ...above: readonly string[]): SheetCell[][] {
  return [...above.map((text) => [text]), ['школа', 'класс', 'ученик', '1', '2'], ['s1', '5А', pupil, 1, 2]];
}

/** The works, with how many pupils each has, and what was said. */
async function worksOf(files: Readonly<Record<string, TestFile>>, ...described: readonly object[]) {
  const sidecar = described.length === 0 ? {} : { 'in/assessment.json': JSON.stringify(described) };
  const { blocks, record, analysis } = await readFiles({ ...files, ...sidecar });
  const works: Record<string, number> = {};
  for (const { assessment, rows } of blocks) works[assessment.id] = (works[assessment.id] ?? 0) + rows;
  const issues = record.issues.filter(({ code }) => code !== 'assessment-not-described');
  return { works, said: issues.map(({ code }) => code), issues, analysis };
}

describe('a description beside a table of another work', () => {
  it.each([
    ['in/Русский язык 5 класс.xlsx', 'in-5-русский-язык', 'Русский язык, 5'],
    ['in/Математика 6 класс.xlsx', 'in-6-математика', 'Математика, 6'],
    ['in/Математика 2023.xlsx', 'in-2023-математика', 'Математика, 2023'],
    ['in/Русский.xlsx', 'in-русский-язык', 'Русский язык'],
    ['in/рус.яз_5 класс.xlsx', 'in-5-русский-язык', 'Русский язык, 5'],
    ['in/6 класс англ. язык.xlsx', 'in-6-английский-язык', 'Английский язык, 6'],
  ])('is not applied by the name of the file: %s', async (name, id, found) => {
    const { works, issues } = await worksOf({ [name]: table('p1') }, MATHEMATICS);
    expect(works).toEqual({ [id]: 1 });
    expect(issues).toEqual([
      {
        file: name,
        sheet: 'Sheet',
        code: 'description-other-work',
        severity: 'warning',
        parameters: { assessment: 'w', found },
      },
    ]);
  });

  it.each([
    'Диагностическая работа по русскому языку',
    'Математика, 6 класс',
    'Математика, 2022/2023 учебный год',
  ])('is not applied by a title: %s', async (title) => {
    const { works, said } = await worksOf({ 'in/a.xlsx': table('p1', title) }, MATHEMATICS);
    expect(Object.keys(works)).not.toEqual(['w']);
    expect(said).toEqual(['description-other-work']);
  });

  it('leaves the others theirs, and each of several works its own', async () => {
    const files = { 'in/Математика.xlsx': table('p1'), 'in/Русский язык.xlsx': table('p1') };
    expect(await worksOf(files, MATHEMATICS)).toMatchObject({
      works: { w: 1, 'in-русский-язык': 1 },
      said: ['description-other-work'],
    });
    expect(await worksOf(files, MATHEMATICS, RUSSIAN)).toMatchObject({
      works: { w: 1, r: 1 },
      said: [],
    });
  });
});

describe('a description beside a table that says nothing else', () => {
  it.each([
    'in/a.xlsx',
    'in/5А.xlsx',
    'in/7.xlsx',
    'in/Школа 7 класс 5А.xlsx',
    'in/Школа № 2023.xlsx',
    'in/2023.xlsx',
    'in/12.10.2024.xlsx',
    'in/Математика 5 класс, 2025.xlsx',
    'in/Алгебра 5 класс.xlsx',
    'in/Русский Брод 5.xlsx',
    'in/Физико-математический лицей.xlsx',
    'in/Школа с углублённым изучением английского языка.xlsx',
  ])('is applied: %s', async (name) => {
    expect(await worksOf({ [name]: table('p1') }, MATHEMATICS)).toMatchObject({ works: { w: 1 }, said: [] });
  });

  it('is applied to a part of its subject', async () => {
    const foreign = { ...MATHEMATICS, subject: 'Иностранный язык' };
    expect(await worksOf({ 'in/Английский язык.xlsx': table('p1') }, foreign)).toMatchObject({
      works: { w: 1 },
      said: [],
    });
    expect(await worksOf({ 'in/Геометрия.xlsx': table('p1') }, foreign)).toMatchObject({
      works: { 'in-геометрия': 1 },
    });
  });

  it.each([
    'Школа № 6',
    'Учитель русского языка Выдумкина П. Т.',
    'Приказ от 01.09.2023, работа 2025 года',
    'От 2025 за 2023',
  ])('is applied below a title: %s', async (title) => {
    const { works, said } = await worksOf({ 'in/a.xlsx': table('p1', title) }, MATHEMATICS);
    expect({ works, said }).toEqual({ works: { w: 1 }, said: [] });
  });

  it.each(['Лист1', '5А', 'Школа 1', '6', '2023'])('is applied to a sheet: %s', async (sheet) => {
    const files = { 'in/a.xlsx': { [sheet]: table('p1') } };
    expect(await worksOf(files, MATHEMATICS)).toMatchObject({ works: { w: 1 }, said: [] });
    expect(await worksOf(files)).toMatchObject({ works: { in: 1 }, said: [] });
  });
});

describe('sheets of two subjects', () => {
  const files = { 'in/a.xlsx': { Математика: table('p1'), 'Русский язык': table('p1') } };

  it('are two works where nothing describes them', async () => {
    const { works, said, analysis } = await worksOf(files);
    expect(works).toEqual({ 'in-математика': 1, 'in-русский-язык': 1 });
    expect(analysis.assessments.map(({ subject }) => subject)).toEqual(['Математика', 'Русский язык']);
    expect(said).toEqual([]);
  });

  it('take only the description of their own', async () => {
    expect(await worksOf(files, MATHEMATICS)).toMatchObject({
      works: { w: 1, 'in-русский-язык': 1 },
      said: ['description-other-work'],
    });
  });
});

describe('files of one folder that nothing describes', () => {
  it('are works of their own where their names tell two', async () => {
    const { works, said } = await worksOf({
      'in/Математика 5 класс.xlsx': table('p1'),
      'in/Математика 6 класс.xlsx': table('p1'),
      'in/Русский язык 5 класс.xlsx': table('p1'),
      'in/а.xlsx': table('p1'),
    });
    expect(works).toEqual({ 'in-5-математика': 1, 'in-6-математика': 1, 'in-5-русский-язык': 1, in: 1 });
    expect(said).toEqual([]);
  });

  it('are one where the folder says as much as they do', async () => {
    const { works } = await worksOf({
      'Математика 5 класс/Школа 1.xlsx': table('p1'),
      'Математика 5 класс/Школа 2. Математика.xlsx': table('p2'),
    });
    expect(works).toEqual({ 'Математика 5 класс': 2 });
  });

  it('go by the nearest name', async () => {
    const { works } = await worksOf({ 'Русский язык/Математика.xlsx': table('p1') });
    expect(works).toEqual({ 'Русский язык-математика': 1 });
  });
});

const PLAN: SheetCell[][] = [
  ['№ задания', 'Проверяемые умения', 'Уровень сложности', 'Код КЭС', 'Максимальный балл за выполнение'],
  ['1', 'а', 'Б', '1.1', 1],
  ['2', 'б', 'П', '1.2', 2],
];

describe('a test plan beside a plain table', () => {
  it('is applied where it has the numbers of the table', async () => {
    const { analysis, said } = await worksOf({ 'in/a.xlsx': table('p1'), 'in/план.xlsx': PLAN });
    expect(analysis.assessments[0]?.items).toEqual([
      { id: '1', maxPoints: 1, level: 'basic', codes: ['1.1'], skills: ['а'] },
      { id: '2', maxPoints: 2, level: 'advanced', codes: ['1.2'], skills: ['б'] },
    ]);
    expect(said).toEqual([]);
  });

  it('is refused aloud where the table has another number', async () => {
    const other = table('p1').map((row, i) => [...row, i === 0 ? '3' : 1]);
    const { analysis, said } = await worksOf({ 'in/a.xlsx': other, 'in/план.xlsx': PLAN });
    expect(analysis.assessments[0]?.items).toEqual([{ id: '1' }, { id: '2' }, { id: '3' }]);
    expect(said).toEqual(['plan-not-applied']);
  });

  it('is not that of another subject', async () => {
    const files = { 'in/Математика.xlsx': table('p1'), 'in/план, русский язык.xlsx': PLAN };
    expect((await worksOf(files)).said).toEqual(['sidecar-unused']);
    const both = { ...files, 'in/план, математика.xlsx': PLAN };
    expect((await worksOf(both)).said).toEqual(['sidecar-unused']);
    expect((await worksOf(both)).analysis.assessments[0]?.items[1]).toMatchObject({ maxPoints: 2 });
  });

  it('stands against what the header says of a maximum, which is told', async () => {
    const named = table('p1').map((row) => row.map((cell) => (cell === '2' ? '2 (3 б.)' : cell)));
    const { said } = await worksOf({ 'in/a.xlsx': named, 'in/план.xlsx': PLAN });
    expect(said).toEqual(['assessment-conflict']);
  });
});
