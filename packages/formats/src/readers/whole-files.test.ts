import { describe, expect, it } from 'vitest';
import { columnName } from '../sheet.js';
import { writeRawWorkbook } from '../xlsx/write-raw-workbook.js';
import { inputFile, inputFileOfBlob } from './input-file.js';
import { itemCodesOfHeader } from './item-code.js';
import { readInputs } from './read-inputs.js';

const text = (value: string) => new TextEncoder().encode(value);
const table = (school: string, rows: number) =>
  `school,class,pupil,1,2\n${Array.from({ length: rows }, (_, i) => `${school},5А,p${i},1,${i % 2}`).join('\n')}\n`;

const ASSESSMENT = inputFile(
  'assessment.json',
  text(
    JSON.stringify({
      id: 'w',
      programme: '',
      subject: 'Математика',
      items: ['1', '2'].map((id) => ({ id, maxPoints: 1 })),
    }),
  ),
);

async function read(...files: Parameters<typeof readInputs>[0]) {
  const tallies: string[] = [];
  const all = await readInputs([...files, ASSESSMENT], { onTally: (_, file) => tallies.push(file) });
  return { ...all, files: all.files.filter(({ file }) => file !== ASSESSMENT.name), tallies };
}

describe('a file counts as a whole or not at all', () => {
  it('when it breaks off after many rows: its rows are rejected and its pupils are no duplicates', async () => {
    const broken = `${table('s1', 5000)}s1,5А,"last`;
    const { files, issues, tallies } = await read(
      inputFile('a.csv', text(broken)),
      inputFile('b.csv', text(table('s1', 5000))),
    );
    expect(files).toMatchObject([
      { file: 'a.csv', rowsAccepted: 0 },
      { file: 'b.csv', rowsRead: 5000, rowsAccepted: 5000 },
    ]);
    expect(files[0]?.rowsRejected).toBe(files[0]?.rowsRead);
    expect(tallies).toEqual(['b.csv']);
    expect(issues.filter(({ severity }) => severity === 'error')).toMatchObject([
      { file: 'a.csv', code: 'file-unreadable', parameters: { detail: 'line 5002: unclosed quote' } },
    ]);
  });

  it('finds a pupil again in another file, and says where the first one stands', async () => {
    const { files, issues } = await read(
      inputFile('a.csv', text(table('s1', 3))),
      inputFile('b.csv', text(table('s1', 4))),
    );
    expect(files[1]).toMatchObject({ rowsRead: 4, rowsAccepted: 1, rowsRejected: 3 });
    expect(issues.find(({ code }) => code === 'pupil-duplicate')).toMatchObject({
      file: 'b.csv',
      row: 2,
      parameters: { firstRow: 2, firstFile: 'a.csv' },
    });
  });

  it('when it cannot be opened', async () => {
    const closed = { name: 'closed.csv', size: 10, read: () => Promise.reject(new Error('EACCES')) };
    const { issues, tallies } = await read(closed, inputFile('b.csv', text(table('s1', 2))));
    expect(tallies).toEqual(['b.csv']);
    expect(issues.find(({ file }) => file === 'closed.csv')).toMatchObject({
      code: 'file-no-access',
      parameters: { detail: 'EACCES' },
    });
  });

  it('from a page as from a disk', async () => {
    const { files } = await read(inputFileOfBlob('a.csv', new Blob([table('s1', 3)])));
    expect(files).toMatchObject([{ rowsRead: 3, rowsAccepted: 3 }]);
  });
});

describe('what is the same many times', () => {
  it('is listed ten thousand times, then counted', async () => {
    const rows = Array.from({ length: 10_005 }, (_, i) => `s1,5А,p${i},много,1`).join('\n');
    const { files, issues } = await read(inputFile('a.csv', text(`school,class,pupil,1,2\n${rows}\n`)));
    expect(files[0]).toMatchObject({ rowsRead: 10_005, rowsRejected: 10_005 });
    expect(issues.filter(({ code }) => code === 'points-not-a-number')).toHaveLength(10_000);
    expect(issues.find(({ code }) => code === 'more-of-the-same')).toMatchObject({
      parameters: { more: 5, listed: 10_000 },
    });
  });

  it('is counted by column, and no number of columns is too many', async () => {
    const items = Array.from({ length: 200 }, (_, i) => i + 1);
    const wrong = items.map(() => 'много').join(',');
    const rows = Array.from({ length: 1000 }, (_, i) => `s1,5А,p${i},${wrong}`).join('\n');
    const { files, issues } = await readInputs(
      [inputFile('a.csv', text(`school,class,pupil,${items.join(',')}\n${rows}\n`))],
      { onTally: () => {} },
    );
    expect(files[0]).toMatchObject({ rowsRead: 1000, rowsRejected: 1000 });
    expect(issues.filter(({ code }) => code === 'points-not-a-number')).toHaveLength(10_000);
    const more = issues.filter(({ code }) => code === 'more-of-the-same');
    expect(more.map(({ row, column }) => [row, column])).toEqual(
      items.map((_, i) => [1001, columnName(i + 3)]),
    );
    expect(more[0]).toMatchObject({ parameters: { more: 950, listed: 50 } });
  });

  it('does not end the reading of others', async () => {
    const items = Array.from({ length: 20 }, (_, i) => i + 1);
    const wrong = (of: number) => items.map((item) => (item === of ? 'много' : '1')).join(',');
    const files = items.map((item) => {
      const rows = Array.from({ length: 8000 }, (_, i) => `s1,5А,p${item}-${i},${wrong(item)}`).join('\n');
      return inputFile(`${item}.csv`, text(`school,class,pupil,${items.join(',')}\n${rows}\n`));
    });
    const { issues } = await readInputs(files, { onTally: () => {} });
    expect(issues.filter(({ code }) => code === 'points-not-a-number')).toHaveLength(160_000);
  });
});

describe('absurdly wide tables', () => {
  it('are looked at to their last column', () => {
    const header = Array.from({ length: 16_384 }, (_, i) =>
      i === 16_383 ? '1' : i % 2 === 0 ? undefined : '1.2.2026',
    );
    expect(itemCodesOfHeader(header).at(-1)?.code).toBe('1');
  });

  it('of a workbook with one far cell are read', async () => {
    const far: (string | number | undefined)[] = ['school', 'class', 'pupil', '1'];
    far[16_000] = 'Примечание';
    const bytes = writeRawWorkbook([{ name: 'Лист', rows: [far, ['s1', '5А', 'p1', 1]] }]);
    const { files } = await read(inputFile('a.xlsx', bytes));
    expect(files).toMatchObject([{ rowsRead: 1, rowsAccepted: 1 }]);
  });
});

describe('headers that every object knows', () => {
  it('are items like any other header of a plain table', async () => {
    const { files, issues } = await read(
      inputFile('a.csv', text('school,class,pupil,1,constructor,__proto__\ns1,5А,p1,1,0,1\n')),
    );
    expect(files).toMatchObject([{ rowsRead: 1, rowsAccepted: 1 }]);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a plain table with names', () => {
  it('is read without them', async () => {
    for (const header of ['ФИО', 'Ф.И.О. ученика', 'Фамилия, имя', 'Имя', '№ п/п', 'name']) {
      const csv = `school,class,pupil,"${header}",1,2\ns1,5А,p1,Иванова Анна,1,0\n`;
      const { files, issues } = await read(inputFile('a.csv', text(csv)));
      expect(files).toMatchObject([{ rowsRead: 1, rowsAccepted: 1 }]);
      expect(JSON.stringify(issues)).not.toContain('Иванова');
    }
  });
});
