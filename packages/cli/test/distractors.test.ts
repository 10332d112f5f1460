import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseAndMerge, contents, freshFolder, put, rowsOf, run, utf8 } from './run.js';

const OPTIONS = ['А', 'Б', 'В', 'Г'];
const KEYS = ['А', 'Б', 'В', 'Г', 'А'];
/** In item 5 the key that is written down is wrong: who knows the subject chooses Б. */
const RIGHT = [0, 1, 2, 3, 1];
const ASSESSMENT = JSON.stringify({
  id: 'diag',
  programme: 'Диагностика',
  subject: 'Математика',
  grade: 8,
  schoolYear: '2025/2026',
  items: KEYS.map((key, i) => ({ id: `${i + 1}`, options: OPTIONS, key })),
});
/** Pupil by pupil; the last letter of a weak pupil is left out now and then. */
const rows = (school: string, from: number) =>
  Array.from({ length: 40 }, (_, i) => {
    const pupil = from + i;
    const strength = (pupil * 7) % 10;
    const choices = RIGHT.map((right, item) => {
      const knows = strength + ((pupil * (item + 3)) % 5) > 6;
      return knows
        ? OPTIONS[right]
        : strength === 0 && item > 0
          ? ''
          : OPTIONS[(right + 1 + (pupil % 3)) % 4];
    });
    return `${school},8А,p${pupil},${choices.join(',')}`;
  }).join('\n');
const HEADER = 'school,class,pupil,1,2,3,4,5\n';

describe('options of items with a key', () => {
  it('are in the table and the report, the same from merged tallies; a wrong key is told of', async () => {
    const folder = await freshFolder();
    const at = (name: string) => join(folder, name);
    await put(folder, {
      'a/assessment.json': ASSESSMENT,
      'b/assessment.json': ASSESSMENT,
      'a/r.csv': HEADER + rows('s1', 0),
      'b/r.csv': HEADER + rows('s2', 40),
    });
    const { analyzed } = await analyseAndMerge(folder);
    expect(analyzed.status).toBe(0);
    const whole = await contents(at('whole'));
    const merged = await contents(at('merged'));
    expect(merged['distractors.csv']).toBe(whole['distractors.csv']);
    expect(merged['tally.json']).toBe(whole['tally.json']);
    const table = rowsOf(whole['distractors.csv']);
    expect(table).toHaveLength(25);
    for (const item of ['1', '5']) {
      const chosen = table.filter((row) => row[1] === item).map((row) => Number(row[5]));
      expect(chosen.reduce((sum, count) => sum + count, 0)).toBe(80);
    }
    const flagged = table.filter((row) => row[21] !== '' && row[21] !== 'nobody');
    expect(flagged.map((row) => [row[1], row[2], row[3], row[21]])).toEqual([
      ['5', 'А', 'key', 'key-doubtful'],
      ['5', 'Б', 'distractor', 'stronger'],
    ]);
    const report = utf8(whole['report/index.html']);
    expect(report).toContain('Проверьте ключ: 5 —');
    // Nobody is compared by what they chose.
    expect(rowsOf(whole['dif.csv'])).toEqual([]);
  });

  it('stay out of shared tallies and of what is published', async () => {
    const folder = await freshFolder();
    await put(folder, { 'in/assessment.json': ASSESSMENT, 'in/r.csv': HEADER + rows('s1', 0) });
    const out = (name: string) => join(folder, name);
    await run('analyze', out('in'), '--out', out('shared'), '--share');
    expect((await contents(out('shared')))['tally-share.json']).not.toContain('choice:');
    await run('analyze', out('in'), '--out', out('public'), '--public');
    expect(Object.keys(await contents(out('public')))).not.toContain('distractors.csv');
    await run('merge', out('shared/tally-share.json'), '--out', out('merged'));
    const [row = []] = rowsOf((await contents(out('merged')))['distractors.csv']);
    expect([row[2], row[4], row[6], row[22]]).toEqual(['А', '40', '', 'no-choices']);
  });

  it('name the cell that is none of them', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/assessment.json': ASSESSMENT,
      'in/r.csv': `${HEADER}s1,8А,p1,А,Б,Ю,Г,А\ns1,8А,p2,А,Б,В,Г,А\n`,
    });
    const { status } = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    expect(status).toBe(1);
    const issues = utf8((await contents(join(folder, 'out')))['issues.csv']);
    expect(issues).toContain('in/r.csv,,2,F,choice-unknown,error');
    expect(issues).toContain('«Ю» — не один из вариантов ответа (А, Б, В, Г)');
  });
});
