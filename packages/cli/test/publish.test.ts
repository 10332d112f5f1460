import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { contents, freshFolder, put, run } from './run.js';

const PLAN = {
  schema: 'orientir.road-map',
  version: 1,
  id: 'school-5',
  kind: 'roadMap',
  title: 'Дорожная карта школы № 5',
  schoolYear: '2025/2026',
  sections: [],
  measures: [
    {
      id: 'm1',
      number: '1',
      text: 'Семинар по дробям',
      sectionPath: [],
      deadline: { kind: 'date', raw: 'до 1 октября', end: '2025-10-01' },
      responsible: ['Орлова И. И., заместитель директора'],
    },
  ],
};
const DAY = ['--as-of', '2025-10-15'];

let folder = '';
let out = '';
const path = (name: string) => join(folder, name);
const publish = (...words: readonly string[]) =>
  run('publish', path('plan.json'), '--out', out, ...DAY, ...words);

beforeEach(async () => {
  folder = await freshFolder();
  out = join(folder, 'site');
  await put(folder, { 'plan.json': JSON.stringify(PLAN) });
});

describe('orientir publish', () => {
  it('writes everything and says where to begin', async () => {
    const { status, said, complained } = await publish('--base-url', 'https://school.example/plan');
    expect(status).toBe(0);
    expect(said).toContain(`Начните с ${join(out, 'instructions.html')}`);
    expect(said).toContain('https://school.example/plan/archive/2025-10-15-');
    expect(complained).toContain('Мероприятие 1, Ответственные: имя Орлова И. И. будет опубликовано.');
    const names = (await readdir(out)).sort();
    expect(names).toEqual([
      'archive',
      'embed.html',
      'index.html',
      'instructions.html',
      'orientir-embed.js',
      'orientir-frame.js',
      'orientir-plan-more.js',
      'orientir-plan.zip',
      'orientir.classic.js',
      'orientir.js',
      'plan.csv',
      'plan.docx',
      'plan.html',
      'plan.ics',
      'plan.json',
      'plan.xlsx',
    ]);
  });

  it('works as it is built, and the zip is sound', () => {
    const program = fileURLToPath(new URL('../dist/orientir.js', import.meta.url));
    const words = ['publish', path('plan.json'), '--out', out, ...DAY, '--names', 'position', '--lang', 'en'];
    const { status, stdout } = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain('Begin with');
    expect(spawnSync('unzip', ['-tq', join(out, 'orientir-plan.zip')], { encoding: 'utf8' }).stdout).toMatch(
      /No errors/,
    );
  });

  it('gives the same bytes from run to run, and keeps what was archived', async () => {
    await publish();
    const first = await contents(out);
    await publish();
    expect(await contents(out)).toEqual(first);
    await put(folder, { 'plan.json': JSON.stringify({ ...PLAN, title: 'Другая карта' }) });
    await publish();
    const later = await contents(out);
    const archived = Object.entries(first).filter(([name]) => name.startsWith('archive/'));
    expect(Object.entries(later)).toEqual(expect.arrayContaining(archived));
    expect(Object.keys(later).filter((name) => name.startsWith('archive/'))).toHaveLength(6);
    expect(later['plan.html']).not.toBe(first['plan.html']);
  });

  it('refuses what must not be public, with its place, and writes nothing', async () => {
    const measures = [{ ...PLAN.measures[0], responsible: ['Орлова, 8 (912) 345-67-89'] }];
    await put(folder, { 'plan.json': JSON.stringify({ ...PLAN, measures }) });
    const { status, complained } = await publish();
    expect(status).toBe(2);
    expect(complained).toContain('Мероприятие 1, Ответственные: мобильный телефон 8 (912) 345-67-89.');
    expect(await readdir(folder)).toEqual(['plan.json']);
  });

  it('leaves folders of others alone, and never replaces the plan that it reads', async () => {
    await put(out, { 'notes.txt': 'мои' });
    expect((await publish()).status).toBe(2);
    expect((await publish('--force')).status).toBe(0);
    expect(await readFile(join(out, 'notes.txt'), 'utf8')).toBe('мои');
    const inside = await run('publish', path('plan.json'), '--out', folder, '--force', ...DAY);
    expect(inside.status).toBe(2);
    expect(JSON.parse(await readFile(path('plan.json'), 'utf8'))).toEqual(PLAN);
  });

  it('publishes a document, and says what it did not understand', async () => {
    const row = '<tr><td>1</td><td>Семинар</td><td>как-нибудь потом</td><td>Методист</td></tr>';
    await put(folder, {
      'карта.html': `<p>План на 2025/2026 учебный год</p><table><tr><th>№</th><th>Мероприятие</th><th>Срок</th><th>Ответственный</th></tr>${row}</table>`,
    });
    const { status, said } = await run('publish', path('карта.html'), '--out', out, ...DAY);
    expect(said).toContain('Требует внимания');
    expect(status).toBe(1);
    expect(JSON.parse(await readFile(join(out, 'plan.json'), 'utf8')).id).toBe('карта');
  });

  it.each([
    [['publish', 'p.json'], '--out'],
    [['publish', 'p.json', '--out', 'x', '--names', 'все'], 'keep, position'],
    [
      ['publish', 'p.json', '--out', 'x', '--base-url', 'javascript:alert(1)'],
      'https://school.example/plan/',
    ],
    [['publish', 'p.json', '--out', 'x', '--as-of', '2025-13-01'], '2025-10-15'],
  ])('names what is wrong with the line (%#)', async (words, said) => {
    const { status, complained } = await run(...words);
    expect(status).toBe(2);
    expect(complained).toContain(said);
  });
});
