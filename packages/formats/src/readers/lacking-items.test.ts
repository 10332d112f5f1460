import { describe, expect, it } from 'vitest';
import type { TestFile } from '../../test/read-sheets.js';
import { readFiles } from '../../test/read-sheets.js';
import type { SheetCell } from '../sheet.js';

function described(...ids: readonly string[]): string {
  const items = ids.map((id) => ({ id, maxPoints: 2 }));
  return JSON.stringify({
    id: 'w',
    programme: 'Диагностика',
    subject: 'Математика',
    grade: 5,
    schoolYear: '2024/2025',
    items,
  });
}

/** A pupil of a variant with a point for each of the items. */
function table(variant: string, ...items: readonly string[]): SheetCell[][] {
  return [
    ['школа', 'класс', 'ученик', 'вариант', ...items],
    ['s1', '5А', `p${variant}${items.length}`, variant, ...items.map(() => 1)],
  ];
}

/** What each file lacks. */
async function lackingIn(files: Readonly<Record<string, TestFile>>) {
  const { record } = await readFiles(files);
  return record.issues.flatMap((each) =>
    each.code === 'item-without-column' ? [[each.file, each.sheet, each.parameters.items]] : [],
  );
}

describe('items of a description without a column', () => {
  it('are named with the file, and the others count', async () => {
    const files = { 'in/assessment.json': described('1', '2', '3', '4'), 'in/a.xlsx': table('', '1', '3') };
    expect(await lackingIn(files)).toEqual([['in/a.xlsx', 'Sheet', '2, 4']]);
    const { record, analysis } = await readFiles(files);
    expect(record.files).toContainEqual(expect.objectContaining({ file: 'in/a.xlsx', warnings: 1 }));
    const known = [...analysis.itemResults].filter(({ solveRate }) => solveRate.kind === 'known');
    expect(new Set(known.map(({ item }) => item))).toEqual(new Set(['1', '3']));
  });

  it('are said once for a file, of each work', async () => {
    const sheets = { '5А': table('1', '1'), '5Б': table('2', '1'), '5В': table('3', '1', '2') };
    const files = { 'in/assessment.json': described('1', '2', '3'), 'in/a.xlsx': sheets };
    expect(await lackingIn(files)).toEqual([['in/a.xlsx', '5А', '3']]);
  });

  it('are not those that only other variants have', async () => {
    const assessment = { 'in/assessment.json': described('1', '2', '3') };
    const own = { 'in/a.xlsx': table('1', '1', '2'), 'in/b.xlsx': table('2', '1', '3') };
    expect(await lackingIn({ ...assessment, ...own })).toEqual([]);
    const same = { 'in/a.xlsx': table('1', '1', '2'), 'in/b.xlsx': table('1', '1', '2', '3') };
    expect(await lackingIn({ ...assessment, ...same })).toEqual([['in/a.xlsx', 'Sheet', '3']]);
    const unnamed = { 'in/a.xlsx': table('', '1', '2'), 'in/b.xlsx': table('', '1', '3') };
    expect(await lackingIn({ ...assessment, ...unnamed })).toEqual([
      ['in/a.xlsx', 'Sheet', '3'],
      ['in/b.xlsx', 'Sheet', '2'],
    ]);
  });

  it('are not those whose column nobody used', async () => {
    const rows: SheetCell[][] = [
      ['логин школы', 'код обучающегося', 'класс', 'вариант', 'балл за 1', 'балл за 2', 'балл за 3'],
      ['sch000001', 50001, 'А', 1, 1, 2],
    ];
    const name = 'in/Математика 5 класс ВПР 2021.xlsx';
    const vpr = (...ids: readonly string[]) =>
      described(...ids)
        .replace('Диагностика', 'ВПР')
        .replace('2024/2025', '2020/2021');
    expect(await lackingIn({ [name]: rows, 'in/assessment.json': vpr('1', '2', '3') })).toEqual([]);
    expect(await lackingIn({ [name]: rows, 'in/assessment.json': vpr('1', '2', '3', '4') })).toEqual([
      [name, 'Sheet', '4'],
    ]);
  });
});
