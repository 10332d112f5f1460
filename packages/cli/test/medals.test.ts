import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents, freshFolder, put, run, utf8 } from './run.js';

const SCHOOLS = Array.from({ length: 12 }, (_, i) => `sch${i + 1}`);
const inputs = {
  'in/assessment.json': JSON.stringify({
    id: 'ege',
    programme: 'ЕГЭ',
    subject: 'Русский язык',
    grade: 11,
    schoolYear: '2025/2026',
    items: [{ id: '1', maxPoints: 1 }],
  }),
  'in/r.csv': `school,pupil,1\n${SCHOOLS.flatMap((school) =>
    Array.from({ length: 10 }, (_, pupil) => `${school},p${pupil},${pupil % 2}`),
  ).join('\n')}\n`,
};

describe('analyze --medals', () => {
  const analyzed = async (medals: string, ...options: readonly string[]) => {
    const folder = await freshFolder();
    await put(folder, { ...inputs, 'in/medals.csv': medals });
    const out = join(folder, 'out');
    const file = join(folder, 'in/medals.csv');
    const ran = await run('analyze', join(folder, 'in'), '--out', out, '--medals', file, ...options);
    return { ran, files: await contents(out) };
  };
  const rows = (csv: string | undefined) =>
    utf8(csv)
      .split(/\r?\n/)
      .filter((line) => line.includes(',medals-ege,'));

  it('holds medals against the ЕГЭ, and finds the school where most are not confirmed', async () => {
    const list = SCHOOLS.map((school, i) => `${school};2025/2026;40;${i === 11 ? 30 : 4}`);
    const { ran, files } = await analyzed(['school;school_year;holders;unconfirmed', ...list, ''].join('\n'));
    expect([ran.status, ran.complained]).toEqual([0, '']);
    const found = rows(files['objectivity.csv']);
    expect(found).toHaveLength(12);
    expect(found.filter((line) => line.includes(',yes,'))).toEqual([
      expect.stringMatching(/^sch12,,medals-ege,40,0\.75,/),
    ]);
    expect(utf8(files['findings.json'])).toContain('doubtful-results|medals 2025/2026|school|sch12');
    expect(JSON.parse(utf8(files['findings.json']))).toMatchObject([
      { schoolYear: '2025/2026', evidence: [{ key: 'sch12||medals-ege|2025/2026' }] },
    ]);
    for (const line of found) expect(line).toContain('"wilson;year:2025/2026;low:');
    expect(JSON.parse(utf8(files['summary.json'])).files).toContainEqual(
      expect.objectContaining({ layout: 'medals', rows_read: 12, rows_accepted: 12 }),
    );
  });

  it('names refused rows by their cells, and says of schools without medals why', async () => {
    const { ran, files } = await analyzed(
      'school;school_year;holders;unconfirmed\nsch1;2025/2026;4;5\nsch99;2025/2026;4;1\nedu2;2025/2026;4;1\n',
    );
    expect(ran.status).toBe(1);
    const issues = utf8(files['issues.csv']);
    expect(issues).toMatch(/medals\.csv,,2,D,profile-part-above,error/);
    expect(issues).toMatch(/medals\.csv,,3,A,profile-school-unknown,error/);
    const found = rows(files['objectivity.csv']);
    expect(found.find((line) => line.startsWith('sch1,'))).toContain('no-medals');
    expect(found.find((line) => line.startsWith('sch2,'))).toContain(',4,');
  });

  const form = (...rows: readonly string[]) =>
    ['school;school_year;holders;unconfirmed;expected', ...rows, ''].join('\n');

  it('prints the medals that are expected beside the others, inside only, and tests nothing with them', async () => {
    const without = await analyzed(
      'school;school_year;holders;unconfirmed\nsch2;2025/2026;9;5\nsch1;2025/2026;4;0\n',
    );
    const { ran, files } = await analyzed(
      form('sch2;2025/2026;9;5;', 'sch1;2025/2026;4;0;7', 'sch1;2026/2027;;;3'),
    );
    expect([ran.status, ran.complained]).toEqual([0, '']);
    expect(
      utf8(files['medal-counts.csv'])
        .replace(/^\uFEFF/, '')
        .trim()
        .split(/\r?\n/),
    ).toEqual([
      'school,school_year,holders,unconfirmed,expected',
      'sch1,2025/2026,4,0,7',
      'sch1,2026/2027,,,3',
      'sch2,2025/2026,9,5,',
    ]);
    expect(Object.keys(without.files)).not.toContain('medal-counts.csv');
    // Everything but the new table, and what was read, is the same to the byte.
    const { 'medal-counts.csv': _, ...others } = files;
    expect(Object.keys(others)).toEqual(Object.keys(without.files));
    for (const name of Object.keys(others).filter((each) =>
      /^(?:objectivity|findings|tally|risk)\./.test(each),
    ))
      expect(others[name]).toBe(without.files[name]);
  });

  it('writes the expected ones where only they are asked for, and not where others are', async () => {
    const medals = form('sch1;2025/2026;4;0;7');
    const only = await analyzed(medals, '--tables', 'medal-counts');
    expect(Object.keys(only.files)).toContain('medal-counts.csv');
    const others = await analyzed(medals, '--tables', 'items');
    expect(Object.keys(others.files)).not.toContain('medal-counts.csv');
  });

  it('publishes nothing of the medals that are expected, whatever their number', async () => {
    const nothing = await analyzed(form(), '--public');
    expect(Object.keys(nothing.files)).toContain('solve-rates.csv');
    for (const expected of [0, 1, 2, 3, 4, 5, 987]) {
      const rows = [`sch1;2025/2026;9;5;${expected}`, `sch2;2025/2026;;;${expected}`];
      const { ran, files } = await analyzed(form(...rows), '--public');
      expect(ran.status).toBe(0);
      expect(files).toEqual(nothing.files);
    }
    const asked = await analyzed(form('sch1;2025/2026;9;5;3'), '--public', '--tables', 'medal-counts,items');
    expect(Object.keys(asked.files).join(' ')).not.toContain('medal');
  });

  it('publishes nothing of medals', async () => {
    const { files } = await analyzed(
      'school;school_year;holders;unconfirmed\nsch1;2025/2026;9;5\n',
      '--public',
    );
    expect(Object.keys(files)).not.toContain('objectivity.csv');
    expect(Object.values(files).join('')).not.toContain('medals');
  });
});
