import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshFolder, put, run } from './run.js';

const WORK = {
  id: 'w',
  programme: 'ВПР',
  subject: 'Математика',
  grade: 5,
  schoolYear: '2025/2026',
  items: ['1', '2'].map((id) => ({ id, maxPoints: 1 })),
};
const RESULTS = `school,class,pupil,1,2\n${Array.from({ length: 20 }, (_, i) => `s1,5А,${i},1,${i % 2}\n`).join('')}`;
const OLD_EXCEL = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600));
const ONE_SENTENCE = /^[^\n]+\.$/;

let folder = '';
const at = (path: string) => join(folder, path);
beforeEach(async () => {
  folder = await freshFolder();
  await put(folder, {
    'in/assessment.json': JSON.stringify(WORK),
    'in/r.csv': RESULTS,
    'passports.csv': 'school;settlement;pupils;single_parent\ns1;село;200;0,1\n',
    'folder/inside.csv': 'a,b\n',
  });
});

describe('a list of schools that is none', () => {
  const LISTS: readonly (readonly [string, string | Uint8Array | undefined, string])[] = [
    ['empty.csv', '', 'Файл пуст'],
    ['cut.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'Файл не удалось прочитать'],
    ['old.xls', OLD_EXCEL, 'сохраните как «Книга Excel (.xlsx)»'],
    ['nul.csv', 'id,name\ns1,\0\n', 'нулевой байт'],
    ['quote.csv', 'id,name\ns1,"Школа\n', 'кавычка'],
    ['nothing.csv', 'a,b\n1,2\n', 'Таблица не узнана'],
    ['folder', undefined, 'папка'],
  ];
  const COMMANDS: Readonly<Record<string, () => readonly string[]>> = {
    analyze: () => ['analyze', at('in'), '--out', at('out')],
    merge: () => ['merge', at('in'), '--out', at('out')],
    partners: () => ['partners', at('in'), '--passport', at('passports.csv'), '--out', at('out')],
    pupil: () => ['pupil', at('in'), '--pupil', '1', '--out', at('out.docx')],
    'plan draft': () => ['plan', 'draft', '--from', at('analysed'), '--out', at('p.json')],
  };

  it.each(Object.keys(COMMANDS))('is told in a sentence by %s, and nothing is written', async (name) => {
    const words = COMMANDS[name]?.() ?? [];
    if (name === 'plan draft') await run('analyze', at('in'), '--out', at('analysed'));
    for (const [file, content, expected] of LISTS) {
      if (content !== undefined) await put(folder, { [file]: content });
      const { status, complained } = await run(...words, '--schools', at(file));
      expect(status).toBe(2);
      expect(complained).toMatch(ONE_SENTENCE);
      expect(complained).toContain(file);
      expect(complained).toContain(expected);
      await expect(readFile(at('out/issues.csv'))).rejects.toThrow();
    }
  });

  it('tells refused rows of a list as other issues, once though it lies among the inputs', async () => {
    await put(folder, { 'in/schools.csv': 'id,name,municipality\ns1,Школа,Район\n,Без кода,Район\n' });
    const list = ['--schools', at('in/schools.csv')];
    const { status, said } = await run('analyze', at('in'), '--out', at('out'), ...list);
    expect(status).toBe(1);
    expect(said).toContain('schools.csv, строка 3, столбец A: ');
    const issues = await readFile(at('out/issues.csv'), 'utf8');
    expect(issues.split('\n').filter((line) => line.includes('schools.csv'))).toHaveLength(1);
    for (const words of [
      ['pupil', at('in'), '--pupil', '1', '--out', at('out.docx')],
      ['plan', 'draft', '--from', at('out'), '--out', at('p.json')],
    ])
      expect((await run(...words, ...list)).complained).toContain('schools.csv, строка 3, столбец A: ');
  });

  it('gives every command the exit status 1 where a row of it was refused', async () => {
    await put(folder, { 'in/schools.csv': 'id,name,municipality\ns1,Школа,Район\n,Без кода,Район\n' });
    const list = ['--schools', at('in/schools.csv')];
    expect((await run('analyze', at('in'), '--out', at('out'), ...list)).status).toBe(1);
    const pupil = ['pupil', at('in'), '--pupil', '1', '--force', '--out', at('out.docx')];
    for (const words of [
      [...pupil, ...list],
      pupil,
      ['plan', 'draft', '--from', at('out'), '--out', at('p.json'), ...list],
    ]) {
      const { status, complained } = await run(...words);
      expect(status).toBe(1);
      expect(complained.match(/schools\.csv, строка 3, столбец A: /g)).toHaveLength(1);
    }
  });
});

describe('a folder where a file is needed', () => {
  const WORDS: readonly (readonly string[])[] = [
    ...['passport', 'medals', 'assessment', 'rules', 'risk', 'minimums'].map((option) => [
      'analyze',
      'in',
      '--out',
      'out',
      `--${option}`,
      'folder',
    ]),
    ['analyze', 'in', '--out', 'out', '--passport', 'passports.csv', '--context', 'folder'],
    ['partners', 'in', '--passport', 'folder', '--out', 'out'],
    ['partners', 'in', '--passport', 'passports.csv', '--places', 'folder', '--out', 'out'],
    ['match', '--teachers', 'folder', '--offers', 'folder', '--out', 'out'],
    ['match', '--problem', 'folder'],
    ['bank', 'folder', '--people', 'folder'],
    ['staff', '--conferences', 'folder', '--out', 'out'],
    ['practices', '--events', 'folder', '--out', 'out'],
    ['pupils', 'folder', '--out', 'out.docx'],
    ['plan', 'import', 'folder', '--out', 'p.json'],
    ['plan', 'validate', 'folder'],
    ['publish', 'folder', '--out', 'out'],
  ];

  it.each(WORDS.map((words) => [words.join(' '), words] as const))('is told: %s', async (_, words) => {
    const here = words.map((word) => (NAMES.has(word) ? at(word) : word));
    const { status, complained } = await run(...here);
    expect(complained).toBe(`Здесь нужен файл, а ${at('folder')} — папка. Назовите файл в ней.`);
    expect(status).toBe(2);
    expect((await run(...here, '--lang', 'en')).complained).toBe(
      `A file is needed here, and ${at('folder')} is a folder. Name a file in it.`,
    );
  });
  const NAMES = new Set(['in', 'out', 'folder', 'passports.csv', 'out.docx', 'p.json']);
});

describe('what is said of files that are named', () => {
  it.each(['assessment', 'rules', 'risk', 'minimums', 'context'])(
    'names the place where JSON of --%s breaks, in the language that was asked for',
    async (option) => {
      await put(folder, { 'broken.json': '\ufeff{\n  "id": "w",\n  }' });
      const words = ['analyze', at('in'), '--out', at('out'), `--${option}`, at('broken.json')];
      if (option === 'context') words.push('--passport', at('passports.csv'));
      expect(await run(...words)).toMatchObject({
        status: 2,
        complained: `${at('broken.json')}: Это не JSON: ошибка в строке 3, столбце 3.`,
      });
      expect((await run(...words, '--lang', 'en')).complained).toBe(
        `${at('broken.json')}: This is not JSON: see line 3, column 3.`,
      );
      await put(folder, { 'broken.json': '' });
      expect((await run(...words)).complained).toBe(`${at('broken.json')}: Это не JSON.`);
    },
  );

  it('tells how to save a form of old Excel anew', async () => {
    await put(folder, { 'old.xls': OLD_EXCEL });
    const old = at('old.xls');
    for (const words of [
      ['practices', '--events', old],
      ['staff', '--conferences', old],
      ['match', '--teachers', old, '--offers', old],
      ['profile', old],
    ]) {
      const { status, complained, said } = await run(...words, '--out', at('out'));
      expect(status).toBe(2);
      expect(complained + said).toContain('сохраните как «Книга Excel (.xlsx)»');
    }
    expect((await run('pupils', old, '--out', at('out.docx'))).complained).toContain('«Книга Excel (.xlsx)»');
    const { said } = await run('analyze', at('in'), '--passport', old, '--medals', old, '--out', at('out'));
    expect(said.match(/«Книга Excel \(\.xlsx\)»/g)).toHaveLength(2);
  });

  it('refuses rules of low results whose probability cannot be computed', async () => {
    const rules = {
      id: 'own',
      source: 'приказ',
      listedBy: 'region',
      procedures: [],
      shareFrom: 0.3,
      minPupils: 10,
      conditions: [{ years: 5, procedures: 5, same: false }],
      combine: 'any',
      excludeDoubtful: false,
      probability: 0.9,
    };
    await put(folder, { 'rules.json': JSON.stringify(rules) });
    const ran = await run('analyze', at('in'), '--risk', at('rules.json'), '--out', at('out'));
    expect(ran.status).toBe(2);
    expect(ran.complained).toContain('4096');
  });
});

describe('what is wrong with a line', () => {
  it.each([
    [['paint'], 'orientir --help.'],
    [['analyze', '--paint'], 'orientir --help.'],
    [['analyze'], 'назовите файлы или папки.'],
    [['analyze', 'x'], 'добавьте --out ПАПКА.'],
    [['analyze', 'x', '--out', 'y', '--lang', 'fr'], 'Можно: ru, en.'],
    [['analyze', 'nowhere', '--out', 'out'], 'nowhere.'],
    [['template', 'paint'], '.'],
  ])('is said in a sentence: %s', async (words, end) => {
    const { status, complained } = await run(...words);
    expect(status).toBe(2);
    expect(complained.endsWith(end)).toBe(true);
  });
});
