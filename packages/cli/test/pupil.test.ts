import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PupilResult, PupilRoute } from '@orientir/core/pupil-route';
import type { publishPlan } from '@orientir/formats/plans';
import type { resultsWorkbook } from '@orientir/formats/results';
import type { sheetHtml } from '@orientir/formats/sheets';
import type { renderReport } from '@orientir/widgets/report';
import type { solveRatesData } from '@orientir/widgets/solve-rates';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { freshFolder, put, run } from './run.js';

const WORK = {
  id: 'w',
  programme: 'ВПР',
  subject: 'Математика',
  grade: 7,
  schoolYear: '2025/2026',
  items: [
    { id: '1', maxPoints: 1, section: 'Числа' },
    { id: '2', maxPoints: 2, section: 'Геометрия' },
  ],
};
const rows = (classId: string, codes: readonly string[]) =>
  codes.map((code) => `sch000001,${classId},${code},1,0\n`).join('');
const FILE = `school,class,pupil,1,2\n${rows('7А', ['1', '2', '3', '4', '5', '6'])}${rows('7Б', ['6', '7'])}sch000001,7Б,8,да,1\n`;

async function aSchool(): Promise<string> {
  const folder = await freshFolder();
  await put(folder, { 'in/assessment.json': JSON.stringify(WORK), 'in/a.csv': FILE });
  return folder;
}

describe('orientir pupil', () => {
  it('writes the sheet as .docx, .html and .json', async () => {
    const folder = await aSchool();
    for (const kind of ['docx', 'html', 'json']) {
      const out = join(folder, `sheet.${kind}`);
      const ran = await run('pupil', join(folder, 'in'), '--pupil', '1', '--out', out);
      expect(ran).toMatchObject({ status: 0, complained: '' });
      expect(ran.said).toContain('(1 работа)');
      expect((await readFile(out)).length).toBeGreaterThan(500);
    }
    const {
      confidential,
      pupil,
      class: classId,
      topics,
    } = JSON.parse(await readFile(join(folder, 'sheet.json'), 'utf8'));
    expect([confidential, pupil, classId]).toEqual(['school-only', '1', '7А']);
    expect(topics).toMatchObject([{ name: 'Геометрия', lost: 2, priority: 'teacher' }]);
    expect(await readFile(join(folder, 'sheet.html'), 'utf8')).toContain('Геометрия');
  });

  it('writes nothing over a file that is there', async () => {
    const folder = await aSchool();
    const out = join(folder, 'sheet.html');
    await put(folder, { 'sheet.html': 'mine' });
    expect((await run('pupil', join(folder, 'in'), '--pupil', '1', '--out', out)).status).toBe(2);
    expect(await readFile(out, 'utf8')).toBe('mine');
    expect((await run('pupil', join(folder, 'in'), '--pupil', '1', '--out', out, '--force')).status).toBe(0);
  });

  it('asks for the class where two pupils have the code', async () => {
    const folder = await aSchool();
    const line = ['pupil', join(folder, 'in'), '--pupil', '6', '--out', join(folder, 's.json')];
    const ran = await run(...line);
    expect(ran.status).toBe(2);
    expect(ran.complained).toBe(
      'Учеников с таким кодом несколько, в разных классах: 7А, 7Б. Добавьте --class КЛАСС. Ничего не записано.',
    );
    expect((await run(...line, '--class', '7б')).status).toBe(0);
  });

  it('says how many pupils the class has where the code is not in it, and names no code', async () => {
    const folder = await aSchool();
    const line = ['pupil', join(folder, 'in'), '--out', join(folder, 's.json'), '--school', 'sch000001'];
    const { status, complained } = await run(...line, '--pupil', '7', '--class', '7А');
    expect(status).toBe(2);
    expect(complained).toContain('Ученика с кодом 7 среди прочитанных нет.');
    expect(complained).toContain('в другом классе или школе');
    expect(complained).toContain('В файлах: 7А — 6 учеников.');
  });

  it('says why the row of the pupil was refused', async () => {
    const folder = await aSchool();
    const { status, complained } = await run(
      ...['pupil', join(folder, 'in'), '--pupil', '8', '--out', join(folder, 's.json')],
    );
    expect(status).toBe(2);
    expect(complained).toContain('не приняты');
    expect(complained).toMatch(/a\.csv, строка 10: Задание 1: «да»/);
  });

  it('writes the sheet of what was accepted, and says what is not in it', async () => {
    const folder = await aSchool();
    const other = { ...WORK, id: 'other', subject: 'Физика' };
    await put(folder, {
      'in/more/assessment.json': JSON.stringify(other),
      'in/more/b.csv': 'school,class,pupil,1,2\nsch000001,7А,1,1,7\nsch000001,7А,2,1,1\n',
    });
    const ran = await run('pupil', join(folder, 'in'), '--pupil', '1', '--out', join(folder, 's.json'));
    expect(ran.status).toBe(1);
    expect(ran.complained).toContain('В лист не вошла 1 работа этого ученика:');
    expect(ran.complained).toMatch(/b\.csv, строка 2: /);
  });

  it.each([
    [['--pupil', 'Иванов Пётр', '--out', 's.docx'], 'похоже на имя'],
    [['--out', 's.docx'], '--pupil КОД'],
    [['--pupil', '1', '--out', 's.pdf'], '….docx, ….html, ….json'],
    [['--pupil', '1'], '--out'],
    [['--pupil', '1', '--out', 's.docx', '--public'], '--public'],
  ])('refuses the line %j', async (words, said) => {
    const { status, complained } = await run('pupil', 'x', ...words);
    expect(status).toBe(2);
    expect(complained).toContain(said);
  });

  it('makes what no other command takes', async () => {
    const folder = await aSchool();
    const sheet = join(folder, 'sheet.json');
    await run('pupil', join(folder, 'in'), '--pupil', '1', '--out', sheet);
    const merged = await run('merge', sheet, '--out', join(folder, 't.json'));
    expect(merged.status).toBe(2);
    expect(merged.said).toContain('маршрут одного ученика');
    const published = await run('publish', sheet, '--out', join(folder, 'site'));
    expect(published.status).toBe(2);
    expect(published.complained).toContain('маршрут одного ученика');
    for (const kind of ['docx', 'html']) {
      const printed = join(folder, `sheet.${kind}`);
      await run('pupil', join(folder, 'in'), '--pupil', '1', '--out', printed);
      const refused = await run('publish', printed, '--out', join(folder, 'site'));
      expect(refused.status).toBe(2);
      expect(refused.complained).toContain('они только для школы');
    }
  });

  it('hands on a type that reports, workbooks, charts and publishing do not take', () => {
    type Taken =
      | Parameters<typeof publishPlan>[0]
      | Parameters<typeof resultsWorkbook>[0]
      | Parameters<typeof solveRatesData>[0]
      | Parameters<typeof sheetHtml>[0]
      | Parameters<typeof renderReport>[0];
    expectTypeOf<PupilRoute>().not.toExtend<Taken>();
    expectTypeOf<PupilResult>().not.toExtend<Taken>();
  });
});
