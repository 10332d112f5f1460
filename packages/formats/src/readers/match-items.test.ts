import { NOT_ADMINISTERED } from '@orientir/core/assessment';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../test/read-sheets.js';
import type { SheetCell } from '../sheet.js';

/** A path, and its table with item columns as they are called. */
type Layout = readonly [name: string, table: (items: readonly string[]) => SheetCell[][]];

const VPR_2021: Layout = [
  'in/Математика 5 класс ВПР 2021.xlsx',
  (items) => [
    ['логин школы', 'код обучающегося', 'класс', 'вариант', ...items.map((item) => `балл за ${item}`)],
    ['sch000001', 50001, 'А', 1, 1, 2, 3],
  ],
];

/** Layouts that number their columns. */
const LAYOUTS: readonly Layout[] = [
  VPR_2021,
  [
    'in/Математика 5 класс ВПР 2020.xlsx',
    (items) => [
      ['user', 'code', 'klass', 'var-1', 'sum', ...items.map((item) => `a-${item}-grade`)],
      ['sch000001', 50001, 'А', 1, 6, 1, 2, 3],
    ],
  ],
  [
    'in/Математика 5 класс ВПР 2022.xlsx',
    (items) => [
      ['Пользователь', 'Код', 'Вариант', ...items, 'Наименование класса'],
      ['edu220001', 50001, 1, 1, 2, 3, '5А'],
    ],
  ],
];

/** Points of the items of a plan, where the columns, from the left, hold 1, 2 and 3. */
async function pointsOf([name, table]: Layout, columns: readonly string[], items: readonly string[]) {
  const year = Number(/\d{4}/.exec(name)?.[0]);
  const work = {
    id: 'w',
    programme: 'ВПР',
    subject: 'Математика',
    grade: 5,
    schoolYear: year === 2020 ? '2020/2021' : `${year - 1}/${year}`,
    items: items.map((id) => ({ id, maxPoints: 3 })),
  };
  const { blocks, issues } = await readFiles({
    [name]: table(columns),
    'in/assessment.json': JSON.stringify(work),
  });
  expect(issues).toEqual([]);
  return Object.fromEntries(
    (blocks[0]?.assessment.items ?? []).map(({ id }, i) => [id, (blocks[0]?.points[i]?.[0] ?? 0) / 2]),
  );
}

describe.each(LAYOUTS)('columns that are numbered in a row, %s', (...layout) => {
  it('go by number where the numbers are those of the plan, in any order', async () => {
    expect(await pointsOf(layout, ['3', '1', '2'], ['1', '2', '3'])).toEqual({ 1: 2, 2: 3, 3: 1 });
    expect(await pointsOf(layout, ['1', '2', '3'], ['3', '2', '1'])).toEqual({ 1: 1, 2: 2, 3: 3 });
  });

  it('are positions where the plan has other numbers', async () => {
    expect(await pointsOf(layout, ['1', '2', '3'], ['1', '2.1', '2.2'])).toEqual({ 1: 1, 2.1: 2, 2.2: 3 });
    expect(await pointsOf(layout, ['3', '1', '2'], ['1', '2.1', '2.2'])).toEqual({ 1: 2, 2.1: 3, 2.2: 1 });
  });
});

describe('last items that are blank for everybody', () => {
  const [name, table] = VPR_2021;
  const read = (columns: readonly string[], items: readonly string[]) =>
    readFiles({
      [name]: table(columns),
      'in/assessment.json': JSON.stringify({
        id: 'w',
        programme: 'ВПР',
        subject: 'Математика',
        grade: 5,
        schoolYear: '2020/2021',
        items: items.map((id) => ({ id, maxPoints: 3 })),
      }),
    });

  it('belong to the work, whether columns are numbers of the plan or positions in it', async () => {
    for (const items of [
      ['1', '2', '3', '4'],
      ['1', '2.1', '2.2', '3'],
    ]) {
      const { blocks, issues } = await read(['1', '2', '3', '4', '5'], items);
      expect(issues).toEqual([]);
      const [block] = blocks;
      expect(block?.assessment.items.map(({ id }) => id)).toEqual(items);
      expect(block?.points.slice(0, 3).map((of) => (of[0] ?? 0) / 2)).toEqual([1, 2, 3]);
      expect(block?.points[3]?.[0]).toBe(NOT_ADMINISTERED);
    }
  });

  it('are none of a plan that has more items than the file columns, or fewer than were written', async () => {
    for (const items of [
      ['1', '2.1', '2.2', '3', '4', '5'],
      ['1', '2.1'],
    ]) {
      const { issues } = await read(['1', '2', '3', '4', '5'], items);
      expect(issues.filter((of) => of.includes('plan-not-applied'))).toHaveLength(1);
    }
  });
});

describe('columns with printed numbers in a layout that numbers them', () => {
  it('go by number where they are those of the plan, and stand as they are where they are not', async () => {
    expect(await pointsOf(VPR_2021, ['1', '2.2', '2.1'], ['1', '2.1', '2.2'])).toEqual({
      1: 1,
      2.1: 3,
      2.2: 2,
    });
    expect(await pointsOf(VPR_2021, ['1', '2K1', '2K2'], ['1', '2.1', '2.2'])).toEqual({
      1: 1,
      2.1: 2,
      2.2: 3,
    });
  });
});
