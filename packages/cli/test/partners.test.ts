import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, put, run } from './run.js';

/** Forty village schools of thirty pupils: the first four have low results, 31 to 40 stand above what their conditions explain. */
const numbers = Array.from({ length: 40 }, (_, i) => i + 1);
const level = (school: number) => (school <= 4 ? 0.25 : school > 30 ? 0.95 : 0.5);
const right = (school: number, pupil: number, item: number) =>
  ((pupil * 7 + school * 3 + item * 11) % 30) / 30 < level(school) - (school <= 4 && item < 3 ? 0.15 : 0)
    ? 1
    : 0;
const ITEMS = ['1', '2', '3', '4', '5', '6'];
const results = `school,class,pupil,mark,${ITEMS.join(',')}\n${numbers
  .flatMap((school) =>
    Array.from({ length: 30 }, (_, pupil) => {
      const points = ITEMS.map((_id, item) => right(school, pupil, item));
      const total = points.reduce((sum: number, each) => sum + each, 0);
      return `sch${school},5А,p${school}-${pupil},${total < 2 ? 2 : total < 4 ? 3 : total < 6 ? 4 : 5},${points.join(',')}`;
    }),
  )
  .join('\n')}\n`;
const works = JSON.stringify(
  ['Математика', 'Русский язык'].map((subject, i) => ({
    id: `w${i}`,
    programme: 'ВПР',
    subject,
    grade: 5,
    schoolYear: '2025/2026',
    items: ITEMS.map((id, item) => ({ id, maxPoints: 1, section: item < 3 ? 'Дроби' : 'Задачи' })),
  })),
);
const passports = [
  'school;settlement;pupils;higher_education;single_parent;unemployed;on_registers',
  ...numbers.map(
    (i) =>
      `sch${i};село;${200 + ((i * 13) % 10)};0,3${i % 10};0,2${(i * 3) % 10};0,1${(i * 7) % 10};0,0${(i * 9) % 10}`,
  ),
  '',
].join('\n');
const schools = (municipality: (school: number) => string) =>
  `id,name,municipality,settlement,type\n${numbers.map((i) => `sch${i},Школа ${i},${municipality(i)},село,школа`).join('\n')}\n`;
const places = (latitude: (school: number) => string) =>
  `school,latitude,longitude\n${numbers.map((i) => `sch${i},${latitude(i)},83`).join('\n')}\n`;

async function found(
  files: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<Awaited<ReturnType<typeof run>> & { readonly rows: readonly string[]; readonly out: string }> {
  const folder = await freshFolder();
  await put(folder, {
    'in/w0/assessment.json': JSON.stringify(JSON.parse(works)[0]),
    'in/w0/r.csv': results,
    'in/w1/assessment.json': JSON.stringify(JSON.parse(works)[1]),
    'in/w1/r.csv': results,
    'in/passports.csv': passports,
    ...files,
  });
  const out = join(folder, 'out');
  const ran = await run(
    'partners',
    join(folder, 'in'),
    '--out',
    out,
    ...options.map((each) => (each.endsWith('.csv') ? join(folder, each) : each)),
  );
  const text = ran.status === 2 ? '' : await readFile(join(out, 'partners.csv'), 'utf8');
  return { ...ran, out, rows: text.replace('\ufeff', '').trim().split(/\r?\n/) };
}

describe('orientir partners', () => {
  it('gives schools with low results partners in similar conditions, two schools a partner, and says what is proven', async () => {
    const { status, said, complained, rows, out } = await found(
      { 'in/schools.csv': schools(() => 'Заречный') },
      '--passport',
      'in/passports.csv',
      '--schools',
      'in/schools.csv',
    );
    expect([status, complained]).toEqual([0, '']);
    expect(rows[0]).toBe('school,partner,distance,difference,low,high,topics,note');
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual(['sch1', 'sch2', 'sch3', 'sch4']);
    for (const row of rows.slice(1)) {
      const [, partner, , difference, low] = row.split(',');
      if (partner === '') continue;
      expect(Number(partner?.slice(3))).toBeGreaterThan(30);
      expect(Number(difference)).toBeGreaterThan(0.5);
      expect(Number(low)).toBeGreaterThan(0);
      expect(row).toContain('Математика: Дроби');
      expect(row).toContain('partners-1:unverified');
    }
    expect(rows.filter((row) => /^sch\d,sch3|^sch\d,sch40/.test(row)).length).toBeGreaterThan(0);
    expect(said).toMatch(
      /Партнёр нашёлся у \d из 4: больше пар составить нельзя, и лучших пар при том же их числе не бывает \(доказано\)\./,
    );
    expect(said).toContain('Это предложение для разговора школ, а не решение.');
    expect((await readFile(join(out, 'balance.csv'), 'utf8')).split('\n')).toHaveLength(7);
    expect((await readFile(join(out, 'partners.xlsx'))).length).toBeGreaterThan(3000);
  });

  it('keeps a school without a partner in the list and names the nearest that is too far', async () => {
    const options = ['--passport', 'in/passports.csv', '--schools', 'in/schools.csv'];
    const apart = { 'in/schools.csv': schools((i) => (i <= 30 ? 'Заречный' : 'Дальний')) };
    const { status, rows } = await found(apart, ...options);
    expect(status).toBe(0);
    for (const row of rows.slice(1))
      expect(row).toMatch(/^sch\d,,,,,,,"?no-partner:none-(?:near;nearest:sch\d+|alike)/);
    // Places decide where they are known: 55.2 is 22 km from 55, 57 more than 200.
    const near = await found(
      { ...apart, 'in/places.csv': places((i) => (i <= 30 ? '55' : '55,2').replace(',', '.')) },
      ...options,
      '--places',
      'in/places.csv',
    );
    expect([near.status, near.complained]).toEqual([0, '']);
    expect(near.rows.some((row) => /km:22/.test(row) && /^sch\d,sch\d/.test(row))).toBe(true);
    const far = await found(
      { ...apart, 'in/places.csv': places((i) => (i <= 30 ? '55' : '57')) },
      ...options,
      '--places',
      'in/places.csv',
    );
    expect(far.rows.some((row) => /nearest:sch\d+;km:222/.test(row))).toBe(true);
  });

  it('names rows of places that cannot be, and goes on', async () => {
    const { status, complained, rows } = await found(
      {
        'in/places.csv':
          'school,latitude,longitude\nsch1,91,83\nsch2,55,361\nsch3,,83\nsch99,55,83\nsch4,55,83\nsch4,55,83\n',
      },
      '--passport',
      'in/passports.csv',
      '--places',
      'in/places.csv',
    );
    expect(status).toBe(1);
    const [head, ...lines] = complained.split('\n');
    expect(head).toBe('Не принято 5 строк. Вот начало списка:');
    expect(lines.map((line) => /строка \d+, столбец \w/.exec(line)?.[0])).toEqual([
      'строка 2, столбец B',
      'строка 3, столбец C',
      'строка 4, столбец B',
      'строка 5, столбец A',
      'строка 7, столбец A',
    ]);
    expect(rows).toHaveLength(5);
  });

  it('needs passports, and a school that looks for a partner', async () => {
    const without = await found({});
    expect(without).toMatchObject({
      status: 2,
      complained: 'Нужны социальные паспорта школ: --passport ФАЙЛ (бланк: orientir template passport).',
    });
    const none = await found(
      {
        'in/w0/r.csv': results.replaceAll(/^(sch\d+,5А,p[\d-]+),2,/gm, '$1,3,'),
        'in/w1/r.csv': results.replaceAll(/^(sch\d+,5А,p[\d-]+),2,/gm, '$1,3,'),
      },
      '--passport',
      'in/passports.csv',
    );
    expect(none.status).toBe(2);
    expect(none.complained).toContain('партнёры никому не нужны');
    const empty = await found(
      { 'in/w0/r.csv': 'a\n', 'in/w1/r.csv': 'a\n' },
      '--passport',
      'in/passports.csv',
    );
    expect(empty.status).toBe(2);
    expect(empty.complained).toContain('Результатов нет: ни одной пригодной строки.');
  });
});
