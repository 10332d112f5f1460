import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseAndMerge, contents, freshFolder, put, rowsOf, run, utf8 } from './run.js';

const HEADER =
  'Код ОО;Класс;Код участника;Ответы в краткой форме;Ответы в развернутой форме;Первичный балл;Тестовый балл';
const TABLE = [0, 10, 21, 40, 58, 82];
const exam = (school: string, totals: readonly number[], scores: readonly number[] = TABLE) =>
  [
    '03 - Физика 2026.06.11',
    HEADER,
    ...totals.map((total, i) => {
      const long = Math.min(total, 2);
      const short = '+'.repeat(total - long).padEnd(3, '-');
      return `${school};11А;${school}${i};${short};${long}(2);${total};${scores[total]}`;
    }),
    '',
  ].join('\n');
const FILES = { 'a/p.csv': exam('s1', [0, 2, 2, 5]), 'b/p.csv': exam('s2', [3, 4, 5]) };

describe('test scores of ЕГЭ', () => {
  it('are in the table, the sheet and the report, the same from merged tallies', async () => {
    const folder = await freshFolder();
    const at = (name: string) => join(folder, name);
    await put(folder, FILES);
    const { analyzed } = await analyseAndMerge(folder);
    expect(analyzed.status).toBe(0);
    const whole = await contents(at('whole'));
    const merged = await contents(at('merged'));
    expect(merged['test-scores.csv']).toBe(whole['test-scores.csv']);
    expect(merged['tally.json']).toBe(whole['tally.json']);
    const rows = rowsOf(whole['test-scores.csv']);
    expect(rows.map(([, level, unit, n, mean]) => [level, unit, n, mean])).toEqual([
      ['class', 's1/11А', '4', '31'],
      ['class', 's2/11А', '3', '60'],
      ['school', 's1', '4', '31'],
      ['school', 's2', '3', '60'],
      ['all', 'all', '7', `${304 / 7}`],
    ]);
    const all = rows.at(-1) ?? [];
    expect([all[11], all[12], all.at(-1)]).toEqual([
      '36',
      `${3 / 7}`,
      '"clustered;rules:ege-2026:second-hand"',
    ]);
    const report = utf8(whole['report/index.html']);
    expect(report).toContain('Тестовый балл (до 100) по 7 ученикам: в среднем 43,4');
  });

  it('take the borders from a file, and refuse one that is wrong', async () => {
    const folder = await freshFolder();
    const at = (name: string) => join(folder, name);
    const rules = { id: 'mine', source: 'Приказ', minimums: { Физика: 41 }, middleFrom: 50, highFrom: 60 };
    await put(folder, {
      ...FILES,
      'rules.json': JSON.stringify(rules),
      'wrong.json': JSON.stringify({ ...rules, highFrom: 40 }),
    });
    const analyze = (file: string) =>
      run('analyze', at('a'), '--out', at(file), '--tables', 'test-scores', '--minimums', at(`${file}.json`));
    expect((await analyze('rules')).status).toBe(0);
    const row = rowsOf((await contents(at('rules')))['test-scores.csv']).at(-1) ?? [];
    expect([row[11], row[12], row[15], row[19]]).toEqual(['41', '0.75', '50', '60']);
    const wrong = await analyze('wrong');
    expect(wrong.status).toBe(2);
    expect(wrong.complained).toContain('highFrom');
  });

  it('say which row contradicts the others, and refuse a tally that does', async () => {
    const folder = await freshFolder();
    const at = (name: string) => join(folder, name);
    const other = [0, 10, 21, 41, 58, 82];
    await put(folder, { 'a/p.csv': exam('s1', [3, 3, 5]), 'b/p.csv': exam('s2', [3, 4], other) });
    const { merged } = await analyseAndMerge(folder);
    const issues = utf8((await contents(at('whole')))['issues.csv']);
    expect(issues).toContain('b/p.csv,,3,G,test-score-differs,warning');
    expect(merged.status).toBe(1);
    expect(merged.complained + merged.said).toContain('testScores.3');
  });

  it('are not published', async () => {
    const folder = await freshFolder();
    await put(folder, FILES);
    await run('analyze', join(folder, 'a'), '--out', join(folder, 'out'), '--public');
    const files = await contents(join(folder, 'out'));
    expect(Object.keys(files)).not.toContain('test-scores.csv');
    expect(JSON.stringify(files)).not.toContain('testScores');
  });
});
