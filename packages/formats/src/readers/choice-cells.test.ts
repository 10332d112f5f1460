import { NOT_ATTEMPTED, NOT_TAUGHT } from '@orientir/core/assessment';
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../test/read-sheets.js';
import type { SheetCell } from '../sheet.js';

const described = (items: readonly object[]) =>
  JSON.stringify({ id: 'diag', programme: '', subject: 'Математика', grade: 8, items });
const LETTERS = { options: ['А', 'Б', 'В', 'Г'], key: 'Б' };
const read = (items: readonly object[], rows: readonly (readonly SheetCell[])[]) =>
  readFiles({
    'in/assessment.json': described(items),
    'in/r.xlsx': [
      ['school', 'class', 'pupil', ...items.map((_, i) => `${i + 1}`)],
      ...rows.map((cells, i): SheetCell[] => ['s1', '8А', `p${i + 1}`, ...cells]),
    ],
  });
const itemOf = (number: number, of: object) => ({ id: `${number}`, ...of });

describe('cells with the option that a pupil chose', () => {
  it('give the points of the key, none for another option, and keep what was chosen', async () => {
    const { blocks, issues, record } = await read(
      [
        itemOf(1, LETTERS),
        itemOf(2, { options: ['1', '2', '3', '4'], key: '3', maxPoints: 2 }),
        itemOf(3, { maxPoints: 2 }),
      ],
      [
        ['Б', 3, 2],
        ['б)', '3', 1],
        ['A', 1, 0],
        ['Г', '', 2],
        ['АВ', '1, 3', 0],
        ['X', 'N', 1],
      ],
    );
    expect(issues).toEqual([]);
    expect(record.files.find(({ file }) => file === 'in/r.xlsx')).toMatchObject({ rowsAccepted: 6 });
    expect(blocks[0]?.points.map((column) => [...column])).toEqual([
      [2, 2, 0, 0, 0, NOT_ATTEMPTED],
      [4, 4, 0, NOT_ATTEMPTED, 0, NOT_TAUGHT],
      [4, 2, 0, 4, 0, 2],
    ]);
    const chosen = (blocks[0]?.groupings ?? []).map(({ column, values, value }) => [
      column,
      [...value].map((index) => values[index - 1]).join(' '),
    ]);
    expect(chosen).toEqual([
      ['choice:1', 'Б Б А Г - -'],
      ['choice:2', '3 3 1 - - -'],
    ]);
  });

  it('refuse what is no option, with its place and the options', async () => {
    const { record, issues, analysis } = await read(
      [itemOf(1, LETTERS), itemOf(2, LETTERS)],
      [
        ['Б', 'А'],
        ['Д', 'B'],
        [1, 'А'],
      ],
    );
    expect(issues).toEqual([
      'error choice-unknown Sheet!D3',
      'error choice-unknown Sheet!E3',
      'error choice-unknown Sheet!D4',
    ]);
    expect(record.issues[0]?.parameters).toEqual({ item: '1', found: 'Д', options: 'А, Б, В, Г' });
    expect(analysis.testResults.at(-1)).toMatchObject({ wrote: 1 });
  });

  it('leave a pupil without any answer absent', async () => {
    const { blocks, issues } = await read(
      [itemOf(1, LETTERS), itemOf(2, LETTERS)],
      [
        ['Б', ''],
        ['', ''],
      ],
    );
    expect(issues).toEqual(['warning row-without-results Sheet!C3']);
    expect([...(blocks[0]?.absent ?? [])]).toEqual([0, 1]);
    expect(blocks[0]?.groupings?.map(({ value }) => [...value][1])).toEqual([0, 0]);
  });

  it('read key and options from the form of items too', async () => {
    const { blocks, issues } = await readFiles({
      'in/items.csv':
        'assessment,programme,subject,grade,school_year,item,max_points,options,key\n' +
        'diag,диагностика,Математика,8,2025/2026,1,1,А|Б|В|Г,В\ndiag,диагностика,Математика,8,2025/2026,2,1,,\n',
      'in/r.csv': 'school,class,pupil,1,2\ns1,8А,p1,В,1\ns1,8А,p2,Б,0\n',
    });
    expect(issues).toEqual([]);
    expect(blocks[0]?.points.map((column) => [...column])).toEqual([
      [2, 0],
      [2, 0],
    ]);
  });

  it('say where the key is none of the options', async () => {
    const { issues } = await read([itemOf(1, { ...LETTERS, key: 'Д' })], [['Б']]);
    expect(issues[0]).toBe('error sidecar-invalid');
  });
});
