import { formatTally, TallySum } from '@orientir/core/tally';
import { expect, it } from 'vitest';
import { readFiles } from '../../test/read-sheets.js';
import { inputFile } from './input-file.js';
import { readInputs } from './read-inputs.js';

const assessment = JSON.stringify({
  id: 'w',
  programme: 'Диагностика',
  subject: 'Математика',
  grade: 5,
  items: ['1', '2', '3', '4'].map((id) => ({ id, maxPoints: 2 })),
});

/** Rows of one class whose points follow from a seed. */
function rows(school: string, name: string, pupils: number, seed: number): readonly string[] {
  const points = (n: number, item: number) => Math.imul(seed * 31 + n * 7 + item * 13, 2654435761) >>> 30;
  return Array.from({ length: pupils }, (_, n) =>
    [school, name, `${seed}-${n}`, ...[1, 2, 3, 4].map((item) => Math.min(2, points(n, item)))].join(','),
  );
}

const table = (...of: readonly (readonly string[])[]) =>
  `${['школа,класс,ученик,1,2,3,4', ...of.flat()].join('\n')}\n`;

async function tallyOf(csv: string): Promise<string> {
  const sum = new TallySum();
  const bytes = (text: string) => new TextEncoder().encode(text);
  await readInputs([inputFile('assessment.json', bytes(assessment)), inputFile('r.csv', bytes(csv))], {
    onTally: (tally) => sum.addTally(tally),
  });
  return formatTally(sum.tally());
}

const classA = rows('Школа 1', '5А', 12, 1);
const classB = rows('Школа 2', '5А', 12, 2);

it('refuses a tally beside the tables that it was made from', async () => {
  const csv = table(classA, classB);
  const files = { 'assessment.json': assessment, 'r.csv': csv, 'tally.json': await tallyOf(csv) };
  const { record, issues, analysis } = await readFiles(files);
  expect(issues).toEqual(['error tally-repeated']);
  expect(record.issues[0]).toMatchObject({ file: 'tally.json', parameters: { other: 'r.csv', pupils: 24 } });
  expect(record.files.find(({ file }) => file === 'tally.json')).toMatchObject({
    rowsRead: 24,
    rowsAccepted: 0,
    rowsRejected: 24,
  });
  expect(analysis.testResults.find(({ level }) => level === 'all')?.wrote).toBe(24);
});

it('counts a tally once that was given twice', async () => {
  const tally = await tallyOf(table(classA));
  const { record } = await readFiles({ 'a.json': tally, 'b.json': tally });
  expect(record.issues.map(({ code, file }) => `${code} ${file}`)).toEqual(['tally-repeated b.json']);
});

it('counts the whole rather than its parts, whatever they are called', async () => {
  const { record } = await readFiles({
    'a.json': await tallyOf(table(classA)),
    'b.json': await tallyOf(table(classA, classB)),
  });
  expect(record.issues.map(({ code, file }) => `${code} ${file}`)).toEqual(['tally-repeated a.json']);
  expect(record.files.map(({ rowsAccepted }) => rowsAccepted)).toEqual([0, 24]);
});

it('adds tallies of other schools, and says where so few pupils are equal that nobody can tell', async () => {
  const few = rows('Школа 1', '5А', 3, 1);
  const other = await readFiles({
    'a.json': await tallyOf(table(classA)),
    'b.json': await tallyOf(table(classB)),
  });
  expect(other.issues).toEqual([]);
  const tally = await tallyOf(table(few));
  const alike = await readFiles({
    'assessment.json': assessment,
    'r.csv': table(few),
    'tally.json': tally,
  });
  expect(alike.issues).toEqual(['warning tally-alike']);
  expect(alike.record.files.map(({ rowsRejected }) => rowsRejected)).toEqual([0, 0, 0]);
});
