import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, put, run } from './run.js';

const protocol = (date: string, rows: readonly string[]) =>
  [
    `02 - Математика ${date}`,
    'Код ОО;Класс;Код участника;Ответы в краткой форме;Ответы в развернутой форме;Первичный балл;Оценка',
    ...rows,
    '',
  ].join('\n');
const FIRST = protocol('2026.06.02', ['s1;9А;1;+-;1(2);2;3', 's1;9А;2;--;0(2);0;2']);
const RETAKE = protocol('2026.06.20', ['s1;9А;2;++;0(2);2;3']);

describe('protocols of exams on the command line', () => {
  it('says that a later result took the place of another, and calls no row refused for it', async () => {
    const folder = await freshFolder();
    await put(folder, { 'in/first.csv': FIRST, 'in/retake.csv': RETAKE });
    const { said, status } = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    expect(said).toContain('1 результат заменён более поздним: апелляция или пересдача (список — в ');
    expect(said).toContain('Остальные строки приняты.');
    expect(said).not.toContain('Не принят');
    // The row is in no table, so it counts among those that were read and not accepted.
    expect(status).toBe(1);
  });

  it('lists what was refused where something was', async () => {
    const folder = await freshFolder();
    await put(folder, { 'in/first.csv': `${FIRST}s1;9А;3;+?;1(2);2;3\n`, 'in/retake.csv': RETAKE });
    const { said } = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    expect(said).toContain('Не приняты 2 строки. Где и почему — в ');
    expect(said).toContain('строка 5');
  });
});
