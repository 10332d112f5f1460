import { join } from 'node:path';
import { omsk2025 } from '@orientir/core/assessment';
import { describe, expect, it } from 'vitest';
import { contents, freshFolder, put, run, utf8 } from './run.js';

const rowsOf = (csv: string | undefined) =>
  utf8(csv)
    .trim()
    .split('\n')
    .map(
      (line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/^"|"?,?$/g, '')) ?? [],
    );

describe('risk.csv', () => {
  it('lists on the sample region exactly the schools that a plain count lists', async () => {
    const folder = await freshFolder();
    await run('sample', '--out', join(folder, 'in'), '--schools', '60');
    await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    const files = await contents(join(folder, 'out'));
    const [head = [], ...tests] = rowsOf(files['tests.csv']);
    const at = (row: readonly string[], column: string) => row[head.indexOf(column)] ?? '';
    // Counted anew from the table of marks: low works of 2025/2026, which the ids of the works name.
    const low = new Map<string, number>();
    for (const row of tests) {
      if (at(row, 'level') !== 'school' || !at(row, 'assessment').startsWith('vpr-2026-')) continue;
      const share = Number(at(row, 'below_minimum'));
      const leftOut = rowsOf(files['risk.csv'])
        .find(([school]) => school === at(row, 'unit'))
        ?.some((cell) => cell.includes(`left-out:${at(row, 'assessment')}`));
      if (!leftOut && at(row, 'below_minimum') !== '' && share >= 0.3)
        low.set(at(row, 'unit'), (low.get(at(row, 'unit')) ?? 0) + 1);
    }
    const counted = [...low].flatMap(([school, works]) => (works >= 2 ? [school] : [])).sort();
    const listed = rowsOf(files['risk.csv']).flatMap(([school, , is]) => (is === 'yes' ? [school] : []));
    expect(counted.length).toBeGreaterThan(0);
    expect(listed).toEqual(counted);
    const report = utf8(files['report/index.html']);
    expect(report).toContain('Школы с низкими результатами');
    const findings: readonly { readonly kind: string; readonly unit: string }[] = JSON.parse(
      utf8(files['findings.json']),
    );
    const found = findings.flatMap(({ kind, unit }) => (kind === 'low-results' ? [unit] : []));
    expect(found).toEqual(expect.arrayContaining(counted));
  });

  it('takes a ruleset of one’s own, and says what is wrong with it', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/assessment.json': JSON.stringify({
        id: 'w',
        programme: 'Диагностика',
        subject: 'Математика',
        grade: 5,
        schoolYear: '2025/2026',
        items: [{ id: '1', maxPoints: 1 }],
        markScale: [{ mark: 3, min: 1 }],
      }),
      'in/r.csv': `school,class,pupil,1\n${Array.from({ length: 20 }, (_, i) => `s1,5А,p${i},${i % 2}`).join('\n')}\n`,
      'rules.json': JSON.stringify({
        ...omsk2025,
        id: 'own',
        conditions: [{ years: 1, procedures: 1, same: false }],
      }),
      'wrong.json': JSON.stringify({ ...omsk2025, shareFrom: 30 }),
    });
    const analyzed = (...rules: readonly string[]) =>
      run(
        'analyze',
        join(folder, 'in'),
        '--out',
        join(folder, 'out'),
        ...rules.flatMap((each) => ['--risk', each]),
      );
    expect((await analyzed('omsk-2025', join(folder, 'rules.json'))).status).toBe(0);
    const [, ...rows] = rowsOf((await contents(join(folder, 'out')))['risk.csv']);
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ['s1', 'omsk-2025', 'no'],
      ['s1', 'own', 'yes'],
    ]);
    const wrong = await analyzed(join(folder, 'wrong.json'));
    expect(wrong.status).toBe(2);
    expect(wrong.complained).toContain('shareFrom');
  });
});
