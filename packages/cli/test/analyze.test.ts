import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCsv } from '@orientir/formats/csv';
import { describe, expect, it } from 'vitest';
import { makeSample } from '../src/sample/make-sample.js';
import { contents, freshFolder, put, run, utf8 } from './run.js';

const sidecar = JSON.stringify({
  id: 'diag',
  programme: 'диагностика',
  subject: 'Математика',
  grade: 5,
  schoolYear: '2025/2026',
  items: [
    { id: '1', maxPoints: 1, level: 'Б', section: 'Дроби' },
    { id: '2', maxPoints: 2, level: 'Б', section: 'Дроби' },
  ],
  markScale: [
    { mark: 3, min: 1 },
    { mark: 4, min: 2 },
    { mark: 5, min: 3 },
  ],
});
const rowsOf = (school: string, pupils: number, first = 0) =>
  Array.from(
    { length: pupils },
    (_, i) => `${school},5А,p${first + i},t-${school},4,${(i + first) % 2},${(i * 7 + first) % 3}`,
  ).join('\n');
const responses = (...parts: readonly string[]) =>
  `school,class,pupil,teacher,journal_mark,1,2\n${parts.join('\n')}\n`;

describe('orientir analyze', () => {
  it('writes everything that it promises', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/responses.csv': responses(rowsOf('s1', 20), rowsOf('s2', 15)),
      'in/assessment.json': sidecar,
    });
    const { status, said } = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    expect(status).toBe(0);
    expect(said).toContain('Прочитано: 2 файла, 1 работа, 2 школы. Работ учеников: 35, отсутствовали: 0.');
    expect(said).toContain('Все строки приняты.');
    const files = await contents(join(folder, 'out'));
    expect(Object.keys(files)).toEqual([
      'comparisons.csv',
      'dif.csv',
      'distractors.csv',
      'findings.json',
      'groups.csv',
      'issues.csv',
      'items.csv',
      'objectivity.csv',
      'private/deficits.csv',
      'private/solve-rates.csv',
      'private/tests.csv',
      'readiness.csv',
      'report/index.html',
      'results.xlsx',
      'risk.csv',
      'sections.csv',
      'shrunken.csv',
      'solve-rates.csv',
      'summary.json',
      'tally.json',
      'test-scores.csv',
      'tests.csv',
    ]);
    expect(files['solve-rates.csv']?.split('\n')[0]).toBe(
      'assessment,level,unit,item,n,points,max_points,solve_rate,low,high,deff,full_share,zero_share,not_attempted,not_taught,reason,note',
    );
    expect(files['solve-rates.csv']).toContain('diag,school,s1,1,20,10,1,0.5,');
    expect(files['private/tests.csv']).toContain('diag,teacher,t-s1,20,');
    expect(files['private/deficits.csv']?.split('\n')[0]).toBe(
      'teacher,topic,severity,probability,n,source,reason,note',
    );
    for (const [path, text] of Object.entries(files)) {
      if (!path.startsWith('private/') && path !== 'tally.json') expect(text).not.toContain('t-s1');
    }
    expect(JSON.parse(files['summary.json'] ?? '')).toMatchObject({
      files: [
        { file: 'in/assessment.json', layout: 'assessment', rows_read: 0 },
        {
          file: 'in/responses.csv',
          layout: 'generic',
          rows_read: 35,
          rows_accepted: 35,
          rows_rejected: 0,
          warnings: 0,
        },
      ],
      totals: { rows_read: 35, schools: 2, wrote: 35 },
    });
  });

  it('gives the same bytes in any order of inputs and of pupils', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'a/responses.csv': responses(rowsOf('s1', 20)),
      'a/assessment.json': sidecar,
      'b/responses.csv': responses(rowsOf('s2', 15)),
      'b/assessment.json': sidecar,
    });
    await run('analyze', join(folder, 'a'), join(folder, 'b'), '--out', join(folder, 'one'));
    await run('analyze', join(folder, 'b'), join(folder, 'a'), '--out', join(folder, 'two'));
    expect(await contents(join(folder, 'two'))).toEqual(await contents(join(folder, 'one')));
  });

  it('merged from two tallies equals the joined input to the byte', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'a/responses.csv': responses(rowsOf('s1', 20), rowsOf('s3', 5)),
      'a/assessment.json': sidecar,
      'b/responses.csv': responses(rowsOf('s2', 15), rowsOf('s1', 4, 100)),
      'b/assessment.json': sidecar,
    });
    const at = (name: string) => join(folder, name);
    await run('analyze', at('a'), '--out', at('out-a'));
    await run('analyze', at('b'), '--out', at('out-b'));
    await run('analyze', at('a'), at('b'), '--out', at('joined'));
    const tallies = [at('out-a/tally.json'), at('out-b/tally.json')] as const;
    expect((await run('merge', ...tallies, '--out', at('merged'))).status).toBe(0);
    expect((await run('merge', ...tallies, '--out', at('c.json'))).status).toBe(0);
    const [joined, merged] = [await contents(at('joined')), await contents(at('merged'))];
    for (const file of [
      'solve-rates.csv',
      'items.csv',
      'tests.csv',
      'findings.json',
      'tally.json',
      'private/solve-rates.csv',
      'private/tests.csv',
    ]) {
      expect(merged[file], file).toBe(joined[file]);
    }
    expect(await readFile(at('c.json'), 'latin1')).toBe(joined['tally.json']);
    expect((await run('analyze', at('c.json'), '--out', at('again'))).status).toBe(0);
    expect((await contents(at('again')))['tests.csv']).toBe(joined['tests.csv']);
  });

  it('counts nobody twice where a tally was given twice, and says so', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'a/responses.csv': responses(rowsOf('s1', 20)),
      'a/assessment.json': sidecar,
    });
    const at = (name: string) => join(folder, name);
    await run('analyze', at('a'), '--out', at('out-a'));
    const tally = await readFile(at('out-a/tally.json'));
    await put(folder, { 'in/1.json': tally, 'in/2.json': tally });
    const { status, said } = await run('merge', at('in'), '--out', at('c.json'));
    expect(status).toBe(1);
    expect(said).toContain(
      'in/2.json: Сводные подсчёты не учтены: в них те же ученики, что в файле in/1.json',
    );
    expect(await readFile(at('c.json'), 'utf8')).toBe(tally.toString());
  });

  it('finds every defect that the sample region has planted, with its cell', async () => {
    const folder = await freshFolder();
    const sample = makeSample({ schools: 15, seed: 3 });
    await put(folder, Object.fromEntries(sample.map(({ path, bytes }) => [`region/${path}`, bytes])));
    const { status, said } = await run('analyze', join(folder, 'region'), '--out', join(folder, 'out'));
    expect(status).toBe(1);
    expect(said).toMatch(/Не принято 14 строк/);
    const table = async (path: string) =>
      readCsv(new Uint8Array(await readFile(path)))
        .rows.slice(1)
        .map((row) => row.map(String));
    const found = new Set(
      (await table(join(folder, 'out/issues.csv'))).map(([file, sheet, row, column, code]) =>
        [file?.replace(/^region\//, ''), sheet, row, column, code].join('|'),
      ),
    );
    const planted = await table(join(folder, 'region/DEFECTS.txt'));
    expect(planted).toHaveLength(14);
    for (const defect of planted) expect(found).toContain(defect.join('|'));
  });

  it('ends with 1 when something was refused, and says where and why', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/responses.csv': responses(rowsOf('s1', 20), 's1,5А,p99,t,4,3,0'),
      'in/assessment.json': sidecar,
      'in/note.csv': 'дата,заметка\n1,2\n',
    });
    const { status, said } = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    expect(status).toBe(1);
    expect(said).toContain('Не принята 1 строка. Не прочитан 1 файл.');
    expect(said).toContain(
      'in/responses.csv, строка 22, столбец F: Задание 1: 3 балла при максимуме 1. Строка не учтена.',
    );
  });

  it('says that there are remarks where all rows were accepted', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/responses.csv': responses(rowsOf('s1', 20), 's1,5А,p99,t-s1,9,1,1'),
      'in/assessment.json': sidecar,
    });
    const { status, said } = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    expect(status).toBe(0);
    expect(said).toContain(
      `Все строки приняты.\nЕсть 1 замечание к данным — в ${join(folder, 'out/issues.csv')}.`,
    );
  });

  it('ends with 2 and writes nothing when there is nothing usable', async () => {
    const folder = await freshFolder();
    await put(folder, { 'in/note.csv': 'дата,заметка\n1,2\n' });
    const { status, complained } = await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'));
    expect([status, complained]).toEqual([
      2,
      'Ни одного пригодного файла с результатами. Ничего не записано.',
    ]);
    expect(Object.keys(await contents(folder))).toEqual(['in/note.csv']);
    expect(
      (await run('analyze', join(folder, 'nowhere'), '--out', join(folder, 'out'))).complained,
    ).toContain('Нет такого файла или папки');
  });

  it('refuses a folder with other files, and with --force leaves them where they are', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/responses.csv': responses(rowsOf('s1', 20)),
      'in/assessment.json': sidecar,
      'out/diary.txt': 'моё',
    });
    const words = ['analyze', join(folder, 'in'), '--out', join(folder, 'out')] as const;
    expect(await run(...words)).toMatchObject({
      status: 2,
      complained: expect.stringContaining('уже есть другие файлы'),
    });
    expect((await run(...words, '--force')).status).toBe(0);
    expect((await run(...words)).status).toBe(0);
    const files = Object.keys(await contents(join(folder, 'out')));
    expect(files).toContain('diary.txt');
    expect(files).toContain('tests.csv');
  });

  it('finds the description beside a single file, and takes schools and school from options', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/responses.csv': responses(rowsOf('edu000001', 20)),
      'in/assessment.json': sidecar,
      'schools.csv': 'id,aliases,name,municipality,region\nsch000001,,СОШ № 1,Район,Край\n',
    });
    const out = join(folder, 'out');
    await run(
      'analyze',
      join(folder, 'in/responses.csv'),
      '--out',
      out,
      '--schools',
      join(folder, 'schools.csv'),
    );
    const files = await contents(out);
    expect(files['tests.csv']?.split('\n').map((line) => line.split(',').slice(1, 3).join(' '))).toContain(
      'school sch000001',
    );
    expect(utf8(files['tests.csv'])).toContain('diag,municipality,Район,');
  });

  it('limits the output with --tables', async () => {
    const folder = await freshFolder();
    await put(folder, { 'in/responses.csv': responses(rowsOf('s1', 20)), 'in/assessment.json': sidecar });
    await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'), '--tables', 'solve-rates,tests');
    expect(Object.keys(await contents(join(folder, 'out')))).toEqual([
      'private/solve-rates.csv',
      'private/tests.csv',
      'solve-rates.csv',
      'summary.json',
      'tests.csv',
    ]);
  });

  it('publishes nothing of classes, teachers and small schools', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/responses.csv': responses(rowsOf('s1', 20), rowsOf('s2', 4), rowsOf('s3', 30), rowsOf('s4', 40)),
      'in/assessment.json': sidecar,
    });
    await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'), '--public');
    const files = await contents(join(folder, 'out'));
    expect(Object.keys(files).filter((path) => !path.startsWith('widgets/'))).toEqual([
      'findings.json',
      'items.csv',
      'sections.csv',
      'solve-rates.csv',
      'summary.json',
      'tests.csv',
    ]);
    const lines = files['solve-rates.csv']?.split('\n') ?? [];
    expect(lines.filter((line) => line.includes(',class,'))).toEqual([]);
    expect(lines.find((line) => line.startsWith('diag,school,s2,1,'))).toBe(
      'diag,school,s2,1,,,1,,,,,,,,,suppressed-small,',
    );
    expect(lines.find((line) => line.startsWith('diag,school,s1,1,'))).toContain('suppressed-complementary');
    expect(Object.keys(files).some((path) => path.startsWith('widgets/') && path.includes('s3'))).toBe(true);
    expect(Object.keys(files).some((path) => path.startsWith('widgets/') && path.includes('s2'))).toBe(false);
    expect(JSON.stringify(files)).not.toContain('t-s1');
  });

  it('makes a tally to hand on without small units', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'in/responses.csv': responses(rowsOf('s1', 20), rowsOf('s2', 4)),
      'in/assessment.json': sidecar,
    });
    await run('analyze', join(folder, 'in'), '--out', join(folder, 'out'), '--share');
    const files = await contents(join(folder, 'out'));
    expect(files['tally.json']).toBeUndefined();
    expect(files['tally-share.json']).not.toContain('"s2"');
    expect(files['tally-share.json']).not.toContain('cross');
  });
});

describe('orientir', () => {
  it('answers wrong lines in words, with status 2', async () => {
    for (const [words, answer] of [
      [['analyse', 'x'], 'Нет команды «analyse»'],
      [['analyze'], 'Не сказано, что читать'],
      [['analyze', 'x'], 'добавьте --out'],
      [['analyze', 'x', '--out', 'y', '--colour'], 'Не понятен параметр «--colour»'],
      [['analyze', 'x', '--out', 'y', '--tables', 'all'], '«all» не подходит'],
      [['sample', '--out', 'y', '--schools', 'много'], '«много» не подходит'],
      [['template', 'нечто'], 'Нет бланка «нечто»'],
      [['template', 'responses', '--out', 'бланк.csv'], '….xlsx'],
      [['analyse', '--lang', 'en'], 'There is no command "analyse"'],
    ] as const) {
      const { status, complained } = await run(...words);
      expect([status, complained]).toEqual([2, expect.stringContaining(answer)]);
    }
  });

  it('sends to the help that lists the options of the command', async () => {
    expect((await run('sample', '--colour')).complained).toContain('Список параметров: orientir --help.');
    const commands = 'pupil pupils profile partners practices match bank staff publish plan'.split(' ');
    for (const command of commands) {
      const { status, complained } = await run(command, 'x', '--colour');
      expect([status, complained]).toEqual([2, expect.stringContaining(`orientir ${command} --help.`)]);
      expect((await run(command, '--help')).said).toContain('--lang');
    }
    expect((await run('match', '--colour', '--lang', 'en')).complained).toContain(
      'See orientir match --help.',
    );
  });

  it('helps, names its version, and writes forms', async () => {
    expect((await run()).said).toContain('orientir analyze');
    expect((await run('--version')).said).toMatch(/^\d+\.\d+\.\d+$/);
    expect((await run('template')).said).toContain('responses, schools, items, marks');
    const folder = await freshFolder();
    const out = join(folder, 'форма.xlsx');
    expect((await run('template', 'responses', '--out', out)).status).toBe(0);
    expect((await run('template', 'responses', '--out', out)).complained).toContain('уже есть');
  });
});
