import type { Unit } from '@orientir/core/assessment';
import type { Place } from '@orientir/core/foundation';
import type { PupilResult } from '@orientir/core/pupil-route';
import { AssessmentConflict } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { inputFile, readInputs } from './index.js';

const WORK = {
  id: 'w',
  programme: 'ВПР',
  subject: 'Математика',
  grade: 7,
  items: [
    { id: '1', maxPoints: 1 },
    { id: '2', maxPoints: 2 },
  ],
};

async function watched(code: string, files: Readonly<Record<string, string>>, onTally = () => {}) {
  const results: PupilResult[] = [];
  const refused: (readonly [Place, Unit | undefined])[] = [];
  const bytes = (text: string) => new TextEncoder().encode(text);
  const record = await readInputs(
    [
      inputFile('d/assessment.json', bytes(JSON.stringify(WORK))),
      ...Object.entries(files).map(([name, text]) => inputFile(`d/${name}`, bytes(text))),
    ],
    {
      onTally,
      pupil: {
        code,
        onResult: (result) => results.push(result),
        onRefused: (place, unit) => refused.push([place, unit]),
      },
    },
  );
  return { results, refused, record };
}

const HEADER = 'school,class,pupil,1,2\n';

describe('readInputs, for one pupil', () => {
  it('hands over the accepted rows of the pupil and of nobody else', async () => {
    const { results, refused } = await watched('2', {
      'a.csv': `${HEADER}s1,7А,1,1,2\ns1,7А,2,X,1\ns1,7А,22,1,1\n`,
    });
    expect(refused).toEqual([]);
    expect(results.map((of) => [of.unit, of.place, of.responseTo('1'), of.responseTo('2')])).toEqual([
      [{ school: 's1', class: '7А' }, { file: 'd/a.csv', row: 3 }, 'not-attempted', 1],
    ]);
  });

  it('tells of a row under the header of another table, at that header', async () => {
    const { results, refused, record } = await watched('2', {
      'a.csv': `${HEADER}s1,7А,1,1,2\nschool,class,pupil,2,1\ns1,7А,2,1,1\n`,
    });
    expect(results).toEqual([]);
    expect(refused).toEqual([[{ file: 'd/a.csv', row: 3 }, undefined]]);
    expect(record.issues.map(({ code, row }) => [code, row])).toEqual([['header-moved', 3]]);
  });

  it('tells where a row of the pupil was refused', async () => {
    const { results, refused, record } = await watched('2', {
      'a.csv': `${HEADER}s1,7А,1,1,2\ns1,7А,2,да,1\n`,
      'b.csv': `${HEADER}s2,7А,2,1,9\n${'s2,7А,x,1,2\n'.replaceAll('x', '3')}`,
    });
    expect(results).toEqual([]);
    expect(refused).toEqual([
      [
        { file: 'd/a.csv', row: 3 },
        { school: 's1', class: '7А' },
      ],
      [
        { file: 'd/b.csv', row: 2 },
        { school: 's2', class: '7А' },
      ],
    ]);
    expect(
      record.issues.filter(({ severity }) => severity === 'error').map(({ file, row }) => [file, row]),
    ).toEqual([
      ['d/a.csv', 3],
      ['d/b.csv', 2],
    ]);
  });

  it('refuses the second of two rows of one pupil', async () => {
    const { results, refused } = await watched('2', { 'a.csv': `${HEADER}s1,7А,2,1,2\ns1,7А,2,0,0\n` });
    expect(results.map((of) => of.responseTo('1'))).toEqual([1]);
    expect(refused.map(([{ row }]) => row)).toEqual([3]);
  });

  it('counts nothing of a file that is refused as a whole', async () => {
    const { results, refused } = await watched('2', { 'a.csv': `${HEADER}s1,7А,2,1,2\n` }, () => {
      throw new AssessmentConflict('w', 'grade', '7', '8');
    });
    expect(results).toEqual([]);
    expect(refused).toEqual([
      [
        { file: 'd/a.csv', row: 2 },
        { school: 's1', class: '7А' },
      ],
    ]);
  });

  it('keeps a row beyond a maximum that many exceed', async () => {
    const rows = Array.from({ length: 6 }, (_, i) => `s1,7А,${i + 1},1,5\n`).join('');
    const { results } = await watched('2', { 'a.csv': HEADER + rows });
    expect(results.map((of) => of.responseTo('2'))).toEqual([5]);
  });

  it('refuses a route sheet that lies among the files by its name', async () => {
    const { record } = await watched('2', { 'sheet.json': '{"confidential":"school-only"}' });
    expect(record.issues.map(({ file, code }) => [file, code])).toContainEqual([
      'd/sheet.json',
      'file-school-only',
    ]);
  });

  it('takes pupils of protocols by their code, never by a name', async () => {
    const protocol =
      '9 - Математика 2026.05.30;;;;;\nКод ОО;Класс;Код участника;Фамилия;Задания с кратким ответом;Задания с развёрнутым ответом;Первичный балл;Оценка\n' +
      '100;9А;77;Иванов;++-;1(2);3;4\n100;9А;78;Петров;+++;2(2);5;5\n';
    const byCode = await watched('78', { 'p.csv': protocol });
    expect(byCode.results.map((of) => [of.unit.class, of.responseTo('1'), of.place.row])).toEqual([
      ['9А', 1, 4],
    ]);
    expect((await watched('Петров', { 'p.csv': protocol })).results).toEqual([]);
  });
});
