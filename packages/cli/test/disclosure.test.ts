import { audit, summaryTable, widgetTables } from '@orientir/core/disclosure';
import { expect, it } from 'vitest';
import { makeSample } from '../src/sample/make-sample.js';
import { contents, freshFolder, put, run } from './run.js';

/** Rows of a csv file by column; the written files quote cells with a comma and nothing else that occurs here. */
function table(name: string, text: string) {
  const [columns = [], ...rows] = text
    .trim()
    .split('\n')
    .map((line) =>
      Array.from(line.matchAll(/(?:^|,)(?:"([^"]*)"|([^",]*))/g), ([, quoted, bare]) => quoted ?? bare ?? ''),
    );
  const numeric = columns.map(
    (column) => !['assessment', 'level', 'unit', 'item', 'items', 'reason', 'note'].includes(column),
  );
  return {
    name,
    columns,
    rows: rows.map((row) =>
      row.map((cell, at) =>
        cell === '' ? undefined : numeric[at] && !Number.isNaN(Number(cell)) ? Number(cell) : cell,
      ),
    ),
  };
}

it('publishes a sample region from which the attacker recovers nothing', async () => {
  const folder = await freshFolder();
  const sample = makeSample({ schools: 40 });
  await put(folder, Object.fromEntries(sample.map(({ path, bytes }) => [`in/${path}`, bytes])));
  await run('analyze', `${folder}/in`, '--out', `${folder}/out`, '--public');
  const files = Object.entries(await contents(`${folder}/out`)).map(
    ([path, latin]) => [path, Buffer.from(latin, 'latin1').toString('utf8')] as const,
  );
  const tables = files.flatMap(([path, text]) =>
    path.endsWith('.csv') ? [table(path.slice(0, -4), text)] : [],
  );
  const json = (wanted: string) => JSON.parse(files.find(([path]) => path === wanted)?.[1] ?? 'null');
  const schools = table(
    'schools',
    Buffer.from(sample.find(({ path }) => path === 'schools.csv')?.bytes ?? []).toString('utf8'),
  );
  const of = (row: readonly unknown[], column: string) => String(row[schools.columns.indexOf(column)]);
  const links = schools.rows.flatMap((row) => [
    {
      level: 'school' as const,
      unit: of(row, 'id'),
      parent: { level: 'municipality' as const, unit: of(row, 'municipality') },
    },
    {
      level: 'municipality' as const,
      unit: of(row, 'municipality'),
      parent: { level: 'region' as const, unit: of(row, 'region') },
    },
    { level: 'region' as const, unit: of(row, 'region'), parent: { level: 'all' as const, unit: 'all' } },
  ]);
  const units = new Map(
    links
      .flatMap(({ level, unit, parent }) => [{ level, unit }, parent])
      .map((key) => [`${key.level}--${key.unit}`.replace(/[\\/:*?"<>|\s]+/g, '-'), key]),
  );
  const charts = files.flatMap(([path, text]) => {
    if (!path.startsWith('widgets/')) return [];
    const unit = units.get(path.slice(0, -5).split('--').slice(1).join('--'));
    return unit === undefined ? [] : [{ data: JSON.parse(text), unit }];
  });
  expect(charts.length).toBe(files.filter(([path]) => path.startsWith('widgets/')).length);
  const { recovered, cells } = audit({
    tables: [...tables, ...widgetTables(charts), summaryTable(json('summary.json'))],
    links,
    findings: json('findings.json'),
  });
  expect(cells).toBeGreaterThan(5000);
  expect(recovered).toEqual([]);
});
