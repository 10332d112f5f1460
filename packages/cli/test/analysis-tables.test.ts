import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseAndMerge, contents, freshFolder, put, rowsOf, run, utf8 } from './run.js';

const ASSESSMENT = {
  id: 'w',
  programme: 'Диагностика',
  subject: 'Математика',
  grade: 5,
  schoolYear: '2025/2026',
  items: [1, 2, 3, 4].map((item) => ({
    id: `${item}`,
    maxPoints: 1,
    level: 'basic',
    section: item <= 2 ? 'Числа' : 'Геометрия',
  })),
  markScale: [
    { mark: 2, min: 0 },
    { mark: 3, min: 1 },
    { mark: 4, min: 3 },
    { mark: 5, min: 4 },
  ],
};

/** Sixty pupils of three schools; boys solve item 4, girls do not, whatever else they solve. */
const ROWS = Array.from({ length: 180 }, (_, i) => {
  const strong = (i * 7) % 10 >= 4 ? 1 : 0;
  const other = (i * 3) % 7 >= 3 ? 1 : 0;
  const sex = i % 2 === 0 ? 'м' : 'жен.';
  const language = i % 3 === 0 ? 'русский' : 'татарский';
  return `s${i % 3},5А,p${i},${sex},${language},${strong},${i % 5 === 0 ? 0 : strong},${other},${i % 2 === 0 ? 1 : 0}`;
});

async function analysed(...options: readonly string[]) {
  const folder = await freshFolder();
  await put(folder, {
    'in/assessment.json': JSON.stringify(ASSESSMENT),
    'in/r.csv': `school,class,pupil,sex,Язык,1,2,3,4\n${ROWS.join('\n')}\n`,
  });
  const ran = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'), ...options);
  return { ran, files: ran.status === 2 ? {} : await contents(join(folder, 'out')) };
}

describe('tables of the analysis', () => {
  it('name the item on which boys and girls of equal totals differ', async () => {
    const { files, ran } = await analysed('--group', 'язык');
    expect(ran.status).toBe(0);
    const dif = rowsOf(files['dif.csv']);
    const bySex = dif.filter((row) => row[2] === 'sex');
    expect(bySex.map((row) => [row[1], row[3], row[4]])).toContainEqual(['4', 'ж', 'м']);
    expect(bySex.find((row) => row[1] === '4')?.[13]).not.toBe('A');
    expect(dif.filter((row) => row[2] === 'язык').map((row) => row[3])).toContain('татарский');
  });

  it('tell of a column to compare by that no table has, or that is none to compare by', async () => {
    const { files, ran } = await analysed(
      '--group',
      'Язык',
      '--group',
      'ПОЛ',
      '--group',
      'родной',
      '--group',
      'pupil',
    );
    expect(ran.status).toBe(0);
    const missing = rowsOf(files['issues.csv']).filter((row) => row[4] === 'grouping-missing');
    expect(missing.map((row) => /«(.*?)»/.exec(row[6] ?? '')?.[1])).toEqual(['родной', 'pupil']);
  });

  it('compare schools with the rest of all, and municipalities do not exist here', async () => {
    const { files } = await analysed();
    const comparisons = rowsOf(files['comparisons.csv']);
    expect(new Set(comparisons.map((row) => `${row[1]} ${row[4]}`))).toEqual(new Set(['school all']));
    expect(comparisons).toHaveLength(3 * 4);
    const [first = []] = comparisons;
    const solved = (keep: (school: number) => boolean) => {
      const pupils = ROWS.filter((_, i) => keep(i % 3));
      return pupils.filter((row) => row.split(',')[5] === '1').length / pupils.length;
    };
    expect(Number(first[5])).toBeCloseTo(
      solved((school) => school === 0) - solved((school) => school !== 0),
      12,
    );
  });

  it('give rates by mark and by quarter', async () => {
    const { files } = await analysed();
    const groups = rowsOf(files['groups.csv']).filter((row) => row[3] === '1');
    expect(groups.map((row) => row[4])).toEqual([
      'mark-2',
      'mark-3',
      'mark-4',
      'mark-5',
      'quarter-1',
      'quarter-2',
      'quarter-3',
      'quarter-4',
    ]);
    const sum = groups.slice(0, 4).reduce((all, row) => all + Number(row[5]), 0);
    expect(sum).toBe(180);
  });

  it('show shares of schools beside those drawn to the others, the same from merged tallies', async () => {
    const folder = await freshFolder();
    const csv = (places: readonly number[]) => {
      const rows = places.flatMap((place) =>
        Array.from({ length: 6 + place }, (_, i) => {
          const points = i <= place % 4 ? '0,0,0,0' : '1,1,1,1';
          return `s${place},5А,p${place}-${i},${points}`;
        }),
      );
      return `school,class,pupil,1,2,3,4\n${rows.join('\n')}\n`;
    };
    const west = [0, 1, 2, 3, 4, 5];
    const east = [6, 7, 8, 9, 10, 11];
    await put(folder, {
      ...{ 'a/assessment.json': JSON.stringify(ASSESSMENT), 'b/assessment.json': JSON.stringify(ASSESSMENT) },
      ...{ 'a/r.csv': csv(west), 'b/r.csv': csv(east) },
    });
    const at = (name: string) => join(folder, name);
    await analyseAndMerge(folder);
    const { 'shrunken.csv': whole } = await contents(at('whole'));
    expect((await contents(at('merged')))['shrunken.csv']).toBe(whole);
    const rows = rowsOf(whole);
    expect(rows).toHaveLength(12 * 2);
    expect(rows[0]?.slice(0, 5)).toEqual(['w', 's0', 'below-minimum', '6', '1']);
    const [, , , , , share, , , others, shrunken] = (rows[0] ?? []).map(Number);
    expect(share).toBeCloseTo(1 / 6, 12);
    expect(shrunken).toBeGreaterThan(share ?? 1);
    expect(shrunken).toBeLessThanOrEqual(others ?? 0);
  });

  it('measure sections by the ruleset that was asked for', async () => {
    const strict = {
      id: 'ours',
      source: 'Приказ управления',
      corridors: Object.fromEntries(
        ['basic', 'advanced', 'high'].map((level) => [
          level,
          { insufficientBelow: 0.98, sufficientFrom: 0.99 },
        ]),
      ),
      corridorByDefault: { insufficientBelow: 0.98, sufficientFrom: 0.99 },
      notTaughtFrom: 0.05,
      journalGapFrom: 0.05,
      probability: 0.9,
      minPupils: 10,
    };
    const folder = await freshFolder();
    await put(folder, { 'rules.json': JSON.stringify(strict), 'wrong.json': '{"id":"x"}' });
    const { files } = await analysed('--rules', join(folder, 'rules.json'));
    const corridors = rowsOf(files['sections.csv']).map((row) => row[10]);
    expect(new Set(corridors)).toEqual(new Set(['red']));
    const wrong = await analysed('--rules', join(folder, 'wrong.json'));
    expect(wrong.ran.status).toBe(2);
    expect(wrong.ran.complained).toContain('wrong.json');
    const unverified = await analysed('--rules', 'fipi-classic');
    expect(unverified.ran.status).toBe(0);
  });

  it('are written from merged tallies to the byte', async () => {
    const folder = await freshFolder();
    const half = (from: number, to: number) =>
      `school,class,pupil,sex,Язык,1,2,3,4\n${ROWS.slice(from, to).join('\n')}\n`;
    await put(folder, {
      'a/assessment.json': JSON.stringify(ASSESSMENT),
      'a/r.csv': half(0, 90),
      'b/assessment.json': JSON.stringify(ASSESSMENT),
      'b/r.csv': half(90, 180),
    });
    for (const part of ['a', 'b'])
      await run('analyze', join(folder, part), '--out', join(folder, `${part}o`), '--group', 'язык');
    await run(
      'merge',
      join(folder, 'ao', 'tally.json'),
      join(folder, 'bo', 'tally.json'),
      '--out',
      join(folder, 'o'),
    );
    const merged = await contents(join(folder, 'o'));
    const { files } = await analysed('--group', 'язык');
    for (const table of ['sections', 'comparisons', 'groups', 'dif', 'solve-rates', 'tests']) {
      expect(merged[`${table}.csv`], table).toBe(files[`${table}.csv`]);
    }
    expect(merged['tally.json']).toBe(files['tally.json']);
  });

  it('write a page for each school and subject when they are asked for, and never in public', async () => {
    const { files } = await analysed('--sheets');
    const sheets = Object.keys(files).filter((path) => path.startsWith('sheets/'));
    expect(sheets).toEqual([
      'sheets/associations/Математика.docx',
      'sheets/associations/Математика.html',
      ...['s0', 's1', 's2'].flatMap((school) => [
        `sheets/schools/${school}.docx`,
        `sheets/schools/${school}.html`,
      ]),
    ]);
    const html = (path: string) => utf8(files[path]);
    expect(html('sheets/schools/s0.html')).not.toBe(html('sheets/schools/s1.html'));
    const open = await analysed('--sheets', '--public');
    expect(Object.keys(open.files).filter((path) => path.startsWith('sheets/'))).toEqual([]);
  });
});

describe('schools of one name', () => {
  const csv = (places: readonly (readonly [string, string])[]) =>
    `municipality;school;class;pupil;1;2;3;4\n${places
      .flatMap(([municipality, points]) =>
        Array.from({ length: 12 }, (_, i) => `${municipality};СОШ № 1;5А;п${i};${points};1;0;1\n`),
      )
      .join('')}`;
  const rates = async (files: Readonly<Record<string, string>>, ...options: readonly string[]) => {
    const folder = await freshFolder();
    await put(folder, { 'in/assessment.json': JSON.stringify(ASSESSMENT), ...files });
    await run(
      'analyze',
      join(folder, 'in'),
      '--out',
      join(folder, 'out'),
      ...options.map((of) => join(folder, of)),
    );
    const found = await contents(join(folder, 'out'));
    const schools = rowsOf(found['solve-rates.csv']).filter(
      ([, level, , item]) => level === 'school' && item === '1',
    );
    const issues = rowsOf(found['issues.csv']).map((cells) => cells.join());
    return { schools: schools.map(([, , unit, , n]) => `${unit} ${n}`), issues, found };
  };

  it('are told apart by their municipalities, with an issue, and equal numbers of pupils are no duplicates', async () => {
    const { schools, issues } = await rates({
      'in/r.csv': csv([
        ['Район А', '1'],
        ['Район Б', '0'],
      ]),
    });
    expect(schools).toEqual(['СОШ № 1 (Район А) 12', 'СОШ № 1 (Район Б) 12']);
    expect(issues.join()).toContain('school-name-twice');
    expect(issues).toHaveLength(1);
  });

  it('are those of the list where the list has them', async () => {
    const { schools, issues } = await rates({
      'in/r.csv': csv([
        ['Район А', '1'],
        ['Район Б', '0'],
      ]),
      'in/schools.csv': 'id,name,municipality\ns1,СОШ № 1,Район А\ns2,СОШ № 1,Район Б\n',
    });
    expect(schools).toEqual(['s1 12', 's2 12']);
    expect(issues).toEqual([]);
  });

  it('stand in two municipalities where one is spelled in two ways, and both spellings are told', async () => {
    const file = (municipality: string, school: string) =>
      csv([[municipality, '1']]).replaceAll('СОШ № 1', school);
    const { found, issues } = await rates({
      'in/a.csv': file('Заречный', 'СОШ № 1'),
      'in/b.csv': file('г. Заречный', 'СОШ № 2'),
    });
    const units = rowsOf(found['solve-rates.csv']).filter(([, level]) => level === 'municipality');
    expect([...new Set(units.map(([, , unit]) => unit))]).toEqual(['Заречный', 'г. Заречный']);
    const told = issues.filter((each) => each.includes('municipality-candidate'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('«Заречный» и «г. Заречный»');
  });

  it('with a code in two municipalities are one school, with an issue', async () => {
    const { schools, issues } = await rates({
      'in/r.csv': csv([
        ['Район А', '1'],
        ['Район Б', '0'],
      ])
        .replaceAll('СОШ № 1', 'sch000001')
        .replaceAll('Район Б;sch000001;5А;п', 'Район Б;sch000001;5А;д'),
    });
    expect(schools).toEqual(['sch000001 24']);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain('school-in-two-places');
  });
});
