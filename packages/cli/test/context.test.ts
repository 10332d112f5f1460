import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents, freshFolder, put, run } from './run.js';

const utf8 = (file: string | undefined) => Buffer.from(file ?? '', 'latin1').toString('utf8');
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
      ...options.map((each) => (each.endsWith('.csv') ? join(folder, each) : each)),
    );
    return { ran, files: ran.status === 2 ? {} : await contents(join(folder, 'out')) };
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
