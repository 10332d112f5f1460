import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, put, run } from './run.js';

const SECTIONS = ['Дроби', 'Геометрия', 'Задачи'];
const ITEMS = SECTIONS.flatMap((section, s) =>
  Array.from({ length: 6 }, (_, i) => ({ id: String(s * 6 + i + 1), maxPoints: 1, section })),
);
const ASSESSMENT = JSON.stringify({
  id: 'math-7',
  programme: 'диагностика',
  subject: 'Математика',
  grade: 7,
  schoolYear: '2025/2026',
  items: ITEMS,
});

/** Eight schools with two teachers each; pupils of t-3-1 solve one geometry item of six, of t-5-0 the same in fractions. */
const STAFF = Array.from({ length: 16 }, (_, i) => ({
  teacher: `t-${Math.floor(i / 2)}-${i % 2}`,
  school: `sch00${Math.floor(i / 2)}`,
  class: 'АБ'[i % 2] ?? '',
}));
const WEAK: Readonly<Record<string, string>> = { 't-3-1': 'Геометрия', 't-5-0': 'Дроби' };

/** Points without chance: pupil p of 30 solves the items up to a level of its own. */
function results(withTeachers: boolean): string {
  const lines = STAFF.flatMap((of, t) =>
    Array.from({ length: 30 }, (_, p) => {
      const solved = (i: number) =>
        ((p * 7 + i * 11 + t * 5) % 30) / 30 < (p % 10) / 12 + 0.15 - (i % 6) * 0.02;
      const cells = ITEMS.map(({ section }, i) =>
        WEAK[of.teacher] === section && i % 6 > 0 ? 0 : solved(i) ? 1 : 0,
      );
      return [of.school, of.class, `${t}-${p}`, ...(withTeachers ? [of.teacher] : []), ...cells].join(',');
    }),
  );
  const header = [
    'school',
    'class',
    'pupil',
    ...(withTeachers ? ['teacher'] : []),
    ...ITEMS.map(({ id }) => id),
  ];
  return `${header.join(',')}\n${lines.join('\n')}\n`;
}

const teachersCsv = (withClasses: boolean) =>
  [
    `teacher,school,subject${withClasses ? ',classes' : ''}`,
    ...STAFF.map((of) => `${of.teacher},${of.school},Математика${withClasses ? `,7-${of.class}` : ''}`),
  ].join('\n');
const OFFERS = 'offer,kind,topics,strength,places\nк-1,курс,Геометрия|Дроби,3,9\n';

async function municipality(files: Readonly<Record<string, string>>) {
  const folder = await freshFolder();
  await put(folder, { 'offers.csv': OFFERS, 'work/assessment.json': ASSESSMENT, ...files });
  const at = (name: string) => join(folder, name);
  const out = at('out');
  return {
    at,
    matched: (...words: readonly string[]) =>
      run('match', '--teachers', at('teachers.csv'), '--offers', at('offers.csv'), '--out', out, ...words),
    text: (path: string) => readFile(join(out, path), 'utf8'),
  };
}

describe('orientir match --results', () => {
  it('goes from tables of results to letters in one command, the part of the school taken away', async () => {
    const { matched, at, text } = await municipality({
      'teachers.csv': teachersCsv(false),
      'work/results.csv': results(true),
    });
    const ran = await matched('--results', at('work'));
    expect(ran).toMatchObject({ status: 0, complained: '' });
    expect(ran.said).toContain('По результатам работ предложено проверить 2 темы у 2 учителей.');
    expect(ran.said).not.toContain('не вычтено');
    expect(await text('private/matches.csv')).toMatch(
      /^teacher.*\nt-3-1,к-1,Геометрия,.*\nt-5-0,к-1,Дроби,.*\n$/,
    );
    const deficits = await text('private/deficits.csv');
    expect(deficits).toMatch(/\nt-3-1,Геометрия,3,[\d.]+,30,results,,"?hypothesis;[^\n]*school:net/);
    expect(deficits).toMatch(/\nt-0-0,Геометрия,,[\d.e-]+,30,results,no-hypothesis,/);
  });

  it('takes a tally of such results, and classes where no teacher is named, to the same topics', async () => {
    const named = await municipality({
      'teachers.csv': teachersCsv(false),
      'work/results.csv': results(true),
    });
    await run('analyze', named.at('work'), '--out', named.at('analysed'), '--tables', 'tally');
    await named.matched('--results', named.at('analysed/tally.json'));
    const classes = await municipality({
      'teachers.csv': teachersCsv(true),
      'work/results.csv': results(false),
    });
    expect((await classes.matched('--results', classes.at('work'))).status).toBe(0);
    expect(await classes.text('private/deficits.csv')).toBe(await named.text('private/deficits.csv'));
    expect(await classes.text('private/matches.csv')).toBe(await named.text('private/matches.csv'));
  });

  it('lets declared topics go before, new results before old ones, and says which row counts', async () => {
    const { matched, at, text } = await municipality({
      'teachers.csv': teachersCsv(false).replace(/\nt-7-1.*/, ''),
      'work/results.csv': results(true),
      'deficits.csv':
        'teacher,topic,severity,source\nt-3-1,геометрия,1,диагностика\nt-0-0,Дроби,3,results\nt-1-0,Дроби,2,заявлено\n',
    });
    const ran = await matched('--results', at('work'), '--deficits', at('deficits.csv'));
    expect(ran.status).toBe(0);
    expect(ran.complained).toContain(
      'deficits.csv, строка 2: Тема «геометрия» есть и в этой строке (острота 1), и в результатах работ (острота 3). Учтена эта строка',
    );
    expect(ran.complained).toContain('deficits.csv, строка 3: Тема «Дроби» в этой строке взята из прежних');
    expect(ran.complained).toContain('В результатах есть учитель «t-7-1», а в таблице учителей его нет.');
    const deficits = await text('private/deficits.csv');
    expect(deficits).toContain('\nt-3-1,геометрия,1,,,диагностика,declared,\n');
    expect(deficits).toMatch(/\nt-3-1,Геометрия,,[\d.]+,30,results,declared-first,/);
    expect(deficits).not.toMatch(/\nt-0-0,Дроби,3/);
    expect(deficits).not.toContain('t-7-1');
    expect(await text('private/matches.csv')).toMatch(
      /\nt-1-0,к-1,Дроби,[\s\S]*\nt-3-1,к-1,геометрия,[\s\S]*\nt-5-0,/,
    );
    // What it wrote gives the same needs when it is read back.
    await put(at(''), { 'again.csv': deficits });
    await matched('--results', at('work'), '--deficits', at('again.csv'));
    expect(await text('private/deficits.csv')).toBe(deficits);
  });

  it('says whose school is not known, and keeps its part', async () => {
    const { matched, at, text } = await municipality({
      'teachers.csv': teachersCsv(false).replace('t-3-1,sch003', 't-3-1,'),
      'work/results.csv': results(true),
    });
    const ran = await matched('--results', at('work'));
    expect(ran.said).toContain('У 1 учителя школа не указана или не найдена в результатах');
    expect(await text('private/deficits.csv')).toMatch(/\nt-3-1,Геометрия,[^\n]*school:unknown/);
  });

  it('writes nothing where the results name nobody', async () => {
    const { matched, at } = await municipality({
      'teachers.csv': teachersCsv(false),
      'work/results.csv': results(false),
    });
    const ran = await matched('--results', at('work'));
    expect(ran.status).toBe(2);
    expect(ran.complained).toContain('В результатах нет учителей');
    await expect(readFile(at('out/summary.json'))).rejects.toThrow('ENOENT');
    const english = await matched('--results', at('work'), '--lang', 'en');
    expect(english.complained).toContain('The results name no teachers');
    expect((await matched('--results', at('nowhere.json'))).complained).toContain('nowhere.json');
  });
});

describe('orientir bank --results', () => {
  it('adds what results suppose of teachers of several subjects by their classes, as guesses', async () => {
    const { at, text } = await municipality({
      'people.csv': teachersCsv(true).replaceAll(',Математика,', ',Физика|Математика,'),
      'work/results.csv': results(false),
    });
    const words = ['--people', at('people.csv'), '--results', at('work'), '--date', '2026-11-27'];
    const ran = await run('bank', ...words, '--out', at('out'));
    expect(ran).toMatchObject({ status: 0, complained: '' });
    const entries = (await text('private/bank.csv')).split('\n');
    const deficits = entries.filter((line) => line.includes(',deficit,'));
    expect(deficits.map((line) => line.split(',').slice(0, 4).join(','))).toEqual([
      't-3-1,deficit,Геометрия,Математика',
      't-5-0,deficit,Дроби,Математика',
    ]);
    for (const line of deficits) expect(line).toMatch(/,results,2026-11-27,.*,no$/);
  });

  it('says so where nobody is in the results', async () => {
    const { at } = await municipality({
      'people.csv': teachersCsv(false),
      'work/results.csv': results(false),
    });
    const words = ['--people', at('people.csv'), '--results', at('work'), '--date', '2026-11-27'];
    const ran = await run('bank', ...words, '--out', at('out'));
    expect(ran.status).toBe(2);
    expect(ran.complained).toContain('В результатах нет учителей');
  });
});
