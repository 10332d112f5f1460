import { audit, summaryTable, widgetTables } from '@orientir/core/disclosure';
import { checkFunnelData } from '@orientir/widgets/funnel';
import { checkSectionMapData } from '@orientir/widgets/section-map';
import { expect, it } from 'vitest';
import { makeSample } from '../src/sample/make-sample.js';
import { contents, freshFolder, put, run, utf8 } from './run.js';

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

const RATES = ['solve_rate', 'full_share', 'zero_share'];
const TESTS = [
  ...['mean', 'sd', 'alpha', 'sem', 'share_2', 'share_3', 'share_4', 'share_5'],
  ...['below_minimum', 'lowered', 'confirmed', 'raised'],
];

/** Share of the figures of some groups that are still there in public. */
function visibleShare(
  [whole, open]: readonly [ReadonlyMap<string, Table>, ReadonlyMap<string, Table>],
  isOfGroup: (level: string, unit: string, assessment: string) => boolean,
): number {
  let all = 0;
  let shown = 0;
  for (const [name, figures] of [
    ['solve-rates', RATES],
    ['tests', TESTS],
  ] as const) {
    const [before, after] = [byKey(whole.get(name), figures), byKey(open.get(name), figures)];
    for (const [key, cells] of before) {
      const [assessment = '', level = '', unit = ''] = key.split('|');
      if (!isOfGroup(level, unit, assessment)) continue;
      all += cells.filter((cell) => cell !== undefined).length;
      shown += (after.get(key) ?? []).filter((cell) => cell !== undefined).length;
    }
  }
  return shown / all;
}

type Table = ReturnType<typeof table>;

function byKey(of: Table | undefined, figures: readonly string[]) {
  const { columns = [], rows = [] } = of ?? {};
  const keys = ['assessment', 'level', 'unit', 'item'].flatMap((key) =>
    columns.includes(key) ? [columns.indexOf(key)] : [],
  );
  const places = figures.map((figure) => columns.indexOf(figure));
  return new Map(rows.map((row) => [keys.map((at) => row[at]).join('|'), places.map((at) => row[at])]));
}

async function tablesIn(folder: string): Promise<ReadonlyMap<string, Table>> {
  const files = Object.entries(await contents(folder));
  return new Map(
    files.flatMap(([path, latin]) => {
      const name = path.slice(0, -4);
      const text = utf8(latin);
      return path.endsWith('.csv') ? [[name, table(name, text)] as const] : [];
    }),
  );
}

it('still shows most figures of a sample region: 80 % of schools with 20 pupils, 95 % above schools', async () => {
  const folder = await freshFolder();
  const sample = makeSample({ schools: 60 });
  await put(folder, Object.fromEntries(sample.map(({ path, bytes }) => [`in/${path}`, bytes])));
  await run('analyze', `${folder}/in`, '--out', `${folder}/whole`);
  await run('analyze', `${folder}/in`, '--out', `${folder}/open`, '--public');
  const both = [await tablesIn(`${folder}/whole`), await tablesIn(`${folder}/open`)] as const;
  expect([...both[1].keys()].sort()).toEqual(['gaps', 'items', 'sections', 'solve-rates', 'tests']);
  const sizes = byKey(both[0].get('tests'), ['n']);
  const hasTwenty = (level: string, unit: string, assessment: string) =>
    level === 'school' && Number(sizes.get(`${assessment}|${level}|${unit}`)?.[0] ?? 0) >= 20;
  expect(visibleShare(both, hasTwenty)).toBeGreaterThan(0.8);
  const isAbove = (level: string) => ['municipality', 'region', 'all'].includes(level);
  expect(visibleShare(both, isAbove)).toBeGreaterThan(0.95);
});

/** A chart that tells of one hidden school that it has six pupils. */
function withSmallSchool<
  Chart extends { readonly data: { readonly units: readonly { readonly n: number }[] } },
>(chart: Chart) {
  const { units } = chart.data;
  // One in which nobody has every item has no pupils in the chart either, and nothing to hide.
  const hidden = units.find((unit) => unit.n === 0 && JSON.stringify(unit).includes('suppressed'));
  return { ...chart, data: { ...chart.data, units: [{ ...hidden, n: 6 }] } };
}

it('publishes a sample region from which the attacker recovers nothing', async () => {
  const folder = await freshFolder();
  const sample = makeSample({ schools: 40 });
  await put(folder, Object.fromEntries(sample.map(({ path, bytes }) => [`in/${path}`, bytes])));
  await run('analyze', `${folder}/in`, '--out', `${folder}/out`, '--public');
  const files = Object.entries(await contents(`${folder}/out`)).map(
    ([path, latin]) => [path, utf8(latin)] as const,
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
  // The doors of the elements open to what was written, and refuse a later version politely.
  for (const [kind, check] of [
    ['section-map', checkSectionMapData],
    ['funnel', checkFunnelData],
  ] as const) {
    const ofKind = charts.filter(({ data }) => data.schema === `orientir.${kind}`);
    expect(ofKind.length).toBeGreaterThanOrEqual(4);
    for (const { data } of ofKind) {
      expect(check(data).kind).toBe('data');
      expect(check({ ...data, version: 2 })).toEqual({ kind: 'other-version', found: '2' });
    }
  }
  const { recovered, cells } = audit({
    tables: [...tables, ...widgetTables(charts), summaryTable(json('summary.json'))],
    links,
    findings: json('findings.json'),
  });
  expect(cells).toBeGreaterThan(5000);
  expect(recovered).toEqual([]);
  for (const schema of ['orientir.section-map', 'orientir.funnel']) {
    const leaking = charts.filter(({ data }) => data.schema === schema).map(withSmallSchool);
    const found = audit({ tables: [...tables, ...widgetTables(leaking)], links }).recovered;
    expect(found.filter(({ kind }) => kind === 'small-group').length).toBeGreaterThanOrEqual(leaking.length);
  }
});
