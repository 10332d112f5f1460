import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents, freshFolder, put, run, utf8 } from './run.js';

const rowsOf = (csv: string | undefined) => {
  const [head = [], ...rows] = utf8(csv)
    .replace('\ufeff', '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head.map((id, place) => [id, row[place] ?? ''])));
};

/** Forty schools of twenty pupils whose results fall with the share of single-parent families; `sch40` stands above. */
const numbers = Array.from({ length: 40 }, (_, i) => i + 1);
const right = (school: number, pupil: number) =>
  (pupil * 7 + school * 3) % 40 < (school === 40 ? 36 : 32 - school / 2) ? 1 : 0;
const inputs = {
  'in/assessment.json': JSON.stringify({
    id: 'w',
    programme: 'Диагностика',
    subject: 'Математика',
    grade: 5,
    schoolYear: '2025/2026',
    items: ['1', '2', '3'].map((id) => ({ id, maxPoints: 1 })),
  }),
  'in/r.csv': `school,class,pupil,1,2,3\n${numbers
    .flatMap((school) =>
      Array.from(
        { length: 20 },
        (_, pupil) =>
          `sch${school},5А,p${school}-${pupil},${[0, 20, 40].map((by) => right(school, pupil + by)).join(',')}`,
      ),
    )
    .join('\n')}\n`,
};
const passports = (more: readonly string[] = []) =>
  [
    'school;settlement;pupils;higher_education;single_parent;unemployed_count;on_registers',
    // The login of another programme: the same digits are the same school.
    ...numbers.map(
      (i) =>
        `${i === 1 ? 'edu1' : `sch${i}`};село;200;${(60 - i) / 100};${i / 2} %;${i};0,0${String(i).padStart(2, '0')}`,
    ),
    ...more,
    '',
  ].join('\n');

describe('analyze --passport', () => {
  const analyzed = async (files: Readonly<Record<string, string>>, ...options: readonly string[]) => {
    const folder = await freshFolder();
    await put(folder, { ...inputs, ...files });
    const ran = await run(
      'analyze',
      join(folder, 'in'),
      '--out',
      join(folder, 'out'),
      ...options.map((each) => (/\.(csv|json)$/.test(each) ? join(folder, each) : each)),
    );
    return { ran, folder, files: ran.status === 2 ? {} : await contents(join(folder, 'out')) };
  };

  it('writes context.csv with every school, and finds the resilient one', async () => {
    const { ran, files } = await analyzed(
      { 'in/passports.csv': passports() },
      '--passport',
      'in/passports.csv',
    );
    expect([ran.status, ran.complained]).toEqual([0, '']);
    const rows = rowsOf(files['context.csv']);
    expect(rows).toHaveLength(40);
    expect(rows.filter(({ class: of }) => of === 'resilient').map(({ school }) => school)).toContain('sch40');
    const found = rows.find(({ school }) => school === 'sch40');
    expect(found).toMatchObject({ settlement: 'село', quadrant: 'high-hard', reason: '' });
    expect(found?.note).toContain('context-equal-weights:own;resilient:own;probability:');
    expect(Number(found?.low)).toBeGreaterThan(0);
    expect(rows.find(({ school }) => school === 'sch1')?.index).not.toBe('');
    expect(utf8(files['issues.csv']).trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(utf8(files['summary.json'])).files).toContainEqual(
      expect.objectContaining({ layout: 'passport', rows_read: 40, rows_accepted: 40 }),
    );
  });

  it('names refused rows by their cells; such a school stays, with a reason', async () => {
    const { ran, files } = await analyzed(
      {
        'p.csv': passports(['sch41;село;100;0,5;0,1;1;0', 'sch2;село;100;0,5;0,1;1;0']).replace(
          'sch3;село;200;0.57;1.5 %',
          'sch3;село;200;57;1.5 %',
        ),
      },
      '--passport',
      'p.csv',
    );
    expect(ran.status).toBe(1);
    const issues = utf8(files['issues.csv']);
    expect(issues).toMatch(/p\.csv,,4,D,passport-share-invalid,error,.*45 %/);
    expect(issues).toMatch(/p\.csv,,42,A,passport-school-unknown,error/);
    expect(issues).toMatch(/p\.csv,,43,A,passport-duplicate,error/);
    expect(rowsOf(files['context.csv']).find(({ school }) => school === 'sch3')).toMatchObject({
      index: '',
      class: 'undetermined',
      reason: 'no-context',
    });
  });

  it('tells hard conditions from weak work, sets groups of schools against each other, and reports both', async () => {
    const list = `id,settlement,type\n${numbers.map((i) => `sch${i},${i <= 20 ? 'город' : 'Село'},СОШ`).join('\n')}\n`;
    const { ran, files, folder } = await analyzed(
      { 'in/passports.csv': passports(), 'list.csv': list },
      ...['--passport', 'in/passports.csv', '--schools', 'list.csv'],
    );
    expect(ran.complained).toBe('');
    const gaps = rowsOf(files['gaps.csv']);
    expect(gaps.map(({ grouping, group, schools }) => [grouping, group, schools])).toEqual([
      ['conditions', 'hard', '12'],
      ['conditions', 'not-hard', '28'],
      ['settlement', 'город', '20'],
      ['settlement', 'село', '20'],
    ]);
    expect(Number(gaps[0]?.high)).toBeLessThan(0);
    const findings: readonly { kind: string; unit: string }[] = JSON.parse(utf8(files['findings.json']));
    const of = (kind: string) => findings.flatMap((each) => (each.kind === kind ? [each.unit] : []));
    expect(of('resilient-school')).toContain('sch40');
    expect(of('hard-conditions').length).toBeGreaterThan(0);
    const draft = join(folder, 'draft.json');
    await run('plan', 'draft', '--from', join(folder, 'out'), '--out', draft);
    const plan: { measures: readonly { text: string; findings?: readonly string[] }[] } = JSON.parse(
      await readFile(draft, 'utf8'),
    );
    const answer = plan.measures.find(({ findings: ids }) =>
      ids?.includes(`hard-conditions|school|${of('hard-conditions')[0]}`),
    );
    expect(answer?.text).toContain('Помочь ресурсами школам в тяжёлых условиях');
    expect(utf8(files['report/index.html']).includes('<section id="conditions">')).toBe(true);
  });

  it('measures conditions by a ruleset of one’s own, with its own indicators', async () => {
    const rules = {
      id: 'far',
      source: 'Приказ № 5',
      indicators: [{ id: 'far_from_town', direction: 1, weight: 1 }],
      normalisation: 'percentile',
      within: 'all',
      minSchools: 5,
      leastWeight: 1,
      resilience: { hardShare: 0.5, probability: 0.8, years: 1, minSchools: 30 },
    };
    const forms = `school;far_from_town\n${numbers.map((i) => `sch${i};${(41 - i) / 100}`).join('\n')}\n`;
    const folder = { 'p.csv': forms, 'rules.json': JSON.stringify(rules) };
    const { ran, files } = await analyzed(folder, '--passport', 'p.csv', '--context', 'rules.json');
    expect([ran.status, ran.complained]).toEqual([0, '']);
    const rows = rowsOf(files['context.csv']);
    expect(rows[0]?.note).toContain('far:own;far-resilience:own');
    const index = (school: string) => Number(rows.find((row) => row.school === school)?.index);
    expect(index('sch1')).toBeGreaterThan(index('sch40'));
    const wrong = { ...folder, 'rules.json': JSON.stringify({ ...rules, leastWeight: 75 }) };
    const refused = await analyzed(wrong, '--passport', 'p.csv', '--context', 'rules.json');
    expect([refused.ran.status, refused.ran.complained]).toEqual([2, expect.stringContaining('leastWeight')]);
    expect((await analyzed(folder, '--context', 'rules.json')).ran.complained).toContain('--passport');
  });

  it('joins the form for context data with the passports, for a ruleset that asks for both', async () => {
    const rules = {
      id: 'both',
      source: 'Приказ № 5',
      indicators: [
        { id: 'single_parent', direction: 1, weight: 1 },
        { id: 'highest_category', direction: -1, weight: 1 },
      ],
      normalisation: 'min-max',
      within: 'all',
      minSchools: 5,
      leastWeight: 1,
    };
    const form = `логин;ФИО директора (полностью);Укажите количество обучающихся в ОО в 2020/2021 учебном году (в сумме по всем классам);Сколько всего в школе учителей (работающих не менее чем на 0,5 ставки)?;Сколько в школе  учителей высшей категории (работающих не менее чем на 0,5 ставки)?\n${numbers
      .map((i) => `edu${i};Иванов Иван Иванович;${i === 7 ? 20 : 200};40;${40 - i}`)
      .join('\n')}\n`;
    const { ran, files } = await analyzed(
      { 'p.csv': passports(), 'form.csv': form, 'rules.json': JSON.stringify(rules) },
      ...['--passport', 'p.csv', '--passport', 'form.csv', '--context', 'rules.json'],
    );
    expect(ran.status).toBe(0);
    const rows = rowsOf(files['context.csv']);
    // Both shares rise evenly with the number of the school.
    for (const i of [1, 20, 40])
      expect(Number(rows.find(({ school }) => school === `sch${i}`)?.index)).toBeCloseTo((i - 1) / 39, 3);
    expect(utf8(files['issues.csv'])).toMatch(/form\.csv,,8,C,passport-pupils-differ,warning,.*p\.csv/);
    expect(JSON.parse(utf8(files['summary.json'])).files).toContainEqual(
      expect.objectContaining({ layout: 'context-form', rows_read: 40, rows_accepted: 40, warnings: 1 }),
    );
    expect(Object.values(files).map(utf8).join('')).not.toContain('Иванов');
  });

  it('publishes gaps that follow from published figures, and nothing of the conditions', async () => {
    const list = `id,settlement\n${numbers.map((i) => `sch${i},${i <= 20 ? 'город' : 'село'}`).join('\n')}\n`;
    const { files } = await analyzed(
      { 'p.csv': passports(), 'list.csv': list },
      ...['--passport', 'p.csv', '--schools', 'list.csv', '--public'],
    );
    const tests = rowsOf(files['tests.csv']).filter(({ level }) => level === 'school');
    const shown = tests.filter(({ mean, sd }) => mean !== '' && sd !== '');
    const rows = rowsOf(files['gaps.csv']);
    expect(rows.map(({ grouping, group }) => [grouping, group])).toEqual([
      ['settlement', 'город'],
      ['settlement', 'село'],
    ]);
    expect(rows.reduce((sum, { schools }) => sum + Number(schools), 0)).toBe(shown.length);
    expect(rows[0]?.n).toBe(String(shown.reduce((sum, { n }) => sum + Number(n), 0)));
    // By hand from the published means alone.
    const [n, sum, squares] = shown.reduce(
      ([a, b, c], { n: pupils, mean, sd }) => {
        const [m, x, s] = [Number(pupils), Number(mean), Number(sd)];
        return [a + m, b + m * x, c + (m - 1) * s * s + m * x * x];
      },
      [0, 0, 0],
    );
    const deviation = Math.sqrt((squares - (sum * sum) / n) / (n - 1));
    const meanOf = (from: number, to: number) => {
      const inside = shown.filter(
        ({ unit = '' }) => Number(unit.slice(3)) >= from && Number(unit.slice(3)) <= to,
      );
      const pupils = inside.reduce((all, each) => all + Number(each.n), 0);
      return inside.reduce((all, each) => all + Number(each.n) * Number(each.mean), 0) / pupils;
    };
    expect(Number(rows[0]?.gap)).toBeCloseTo((meanOf(1, 20) - meanOf(21, 40)) / deviation, 6);
  });

  it('keeps the table out of what may be published, and says when passports are not used', async () => {
    const open = await analyzed({ 'p.csv': passports() }, '--passport', 'p.csv', '--public');
    expect(open.ran.status).toBe(0);
    expect(Object.keys(open.files)).not.toContain('context.csv');
    const unused = await analyzed({ 'in/passports.csv': passports() });
    expect(utf8(unused.files['issues.csv'])).toContain('passport-unused');
    expect(Object.keys(unused.files)).not.toContain('context.csv');
    expect((await analyzed({}, '--passport', 'none.csv')).ran.status).toBe(2);
  });
});
