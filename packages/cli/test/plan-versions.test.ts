import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { freshFolder, put, run } from './run.js';

const until = (end: string, raw: string) => ({ kind: 'date', raw, end });
const SEMINAR = {
  id: 'm1',
  number: '1.',
  text: 'Семинар по дробям',
  sectionPath: [],
  deadline: until('2025-10-01', 'до 1 октября'),
  responsible: ['Методкабинет'],
  audience: ['teachers'],
};
const MEETING = {
  id: 'm2',
  number: '2.',
  text: 'Собрание',
  sectionPath: [],
  deadline: until('2025-11-01', 'до 1 ноября'),
  responsible: [],
};
const PLAN = {
  schema: 'orientir.road-map',
  version: 1,
  id: 'school-5',
  kind: 'roadMap',
  title: 'Дорожная карта школы № 5',
  schoolYear: '2025/2026',
  sections: [],
  measures: [SEMINAR, MEETING],
  record: {
    events: [
      { event: 'submitted', date: '2025-09-01' },
      { event: 'agreed', date: '2025-09-05' },
    ],
  },
};

let folder = '';
const path = (name: string) => join(folder, name);
const json = async (name: string) => JSON.parse(await readFile(path(name), 'utf8'));
const change = async (name: string, more: object) =>
  put(folder, { [name]: JSON.stringify({ ...(await json('plan.json')), ...more }) });

beforeEach(async () => {
  folder = await freshFolder();
  await put(folder, { 'plan.json': JSON.stringify(PLAN) });
});

async function approve() {
  const words = ['--event', 'approved', '--date', '2025-09-10', '--force', '--reason', 'решено'];
  expect((await run('plan', 'record', path('plan.json'), ...words)).status).toBe(0);
}

async function release() {
  await approve();
  return run('plan', 'release', path('plan.json'), '--out', path('release.json'));
}

describe('plan release', () => {
  it('writes the approved content with the day of its approval', async () => {
    const { status, said } = await release();
    expect(status).toBe(0);
    expect(said).toMatch(/^Редакция, утверждённая 10\.09\.2025, записана: .*\nsha256:[0-9a-f]{64}$/);
    const written = await json('release.json');
    expect(written).toMatchObject({ schema: 'orientir.road-map-release', date: '2025-09-10' });
    expect(written.plan.record).toBeUndefined();
  });

  it('writes nothing that was not approved, unless it has to', async () => {
    const words = ['plan', 'release', path('plan.json'), '--out', path('release.json')];
    expect(await run(...words)).toMatchObject({
      status: 1,
      complained: expect.stringMatching(/^В плане не записано утверждение: редакция не записана/),
    });
    await approve();
    await change('plan.json', { title: 'Другая' });
    expect((await run(...words)).complained).toMatch(/^После утверждения план изменили: /);
    await expect(json('release.json')).rejects.toThrow();
    expect((await run(...words, '--force')).status).toBe(0);
    expect((await json('release.json')).date).toBeUndefined();
  });

  it('is read by commands that only read, and is no plan for those that write', async () => {
    await release();
    expect((await run('plan', 'diff', path('release.json'), path('plan.json'))).said).toBe(
      'Содержание одинаково.',
    );
    expect((await run('plan', 'export', path('release.json'), '--out', path('a.docx'))).status).toBe(0);
    const words = ['--measure', '1', '--date', '2025-10-01'];
    expect((await run('plan', 'record', path('release.json'), ...words)).status).toBe(2);
    expect((await run('plan', 'status', folder, '--as-of', '2025-10-01', '--json')).said).toContain(
      '"total":1',
    );
  });
});

describe('plan match', () => {
  it('knows the approved version, whatever was ticked since', async () => {
    await release();
    await run('plan', 'record', path('plan.json'), '--measure', '1', '--date', '2025-10-01');
    expect(await run('plan', 'match', path('plan.json'), path('release.json'))).toMatchObject({
      status: 0,
      said: 'Это утверждённая редакция от 10.09.2025.',
    });
    expect((await run('plan', 'match', path('plan.json'))).status).toBe(0);
  });

  it('says what changed', async () => {
    await release();
    const measures = [{ ...SEMINAR, deadline: until('2025-12-01', 'до 1 декабря') }];
    await change('later.json', { measures });
    const { status, said } = await run('plan', 'match', path('later.json'), path('release.json'));
    expect(status).toBe(1);
    expect(said.split('\n')).toEqual([
      'Это не утверждённая редакция от 10.09.2025: 2 изменения.',
      '  пункт 1 «Семинар по дробям», срок: было «до 1 октября», стало «до 1 декабря».',
      '  Исключено: пункт 2 «Собрание».',
    ]);
    const told = await run('plan', 'match', path('later.json'), path('release.json'), '--json');
    expect(JSON.parse(told.said)).toMatchObject({
      kind: 'changed',
      hash: expect.stringMatching(/^sha256:/),
      approved: (await json('release.json')).hash,
      date: '2025-09-10',
      changes: [
        { kind: 'measure-field', field: 'deadline' },
        { kind: 'measure-removed', measure: 'm2' },
      ],
    });
    expect((await run('plan', 'match', path('later.json'))).said).toMatch(/^После утверждения план изменили/);
  });

  it('does not take the word of a plan without approval nor of a release that was altered', async () => {
    expect(await run('plan', 'match', path('plan.json'))).toMatchObject({
      status: 1,
      said: expect.stringMatching(/не записано утверждение/),
    });
    await release();
    const written = await json('release.json');
    await put(folder, {
      'altered.json': JSON.stringify({ ...written, plan: { ...written.plan, title: 'Другая' } }),
    });
    const { status, complained } = await run('plan', 'match', path('plan.json'), path('altered.json'));
    expect(status).toBe(2);
    expect(complained).toBe(
      `${path('altered.json')}: hash: содержание меняли после утверждения: контрольная сумма не сходится`,
    );
  });
});

describe('plan history', () => {
  it('tells what became of the measures', async () => {
    await release();
    const measures = [{ ...SEMINAR, deadline: until('2025-12-01', 'до 1 декабря') }, MEETING];
    await change('план-15.11.2025.json', { measures });
    const files = [path('план-15.11.2025.json'), path('release.json')];
    const { status, said } = await run('plan', 'history', ...files);
    expect(status).toBe(0);
    expect(said.replaceAll(`${folder}/`, '').split('\n')).toEqual([
      'Версии: 10.09.2025 — release.json; 15.11.2025 — план-15.11.2025.json.',
      'пункт 1 «Семинар по дробям»',
      '  срок: с 10.09.2025 — «до 1 октября»; с 15.11.2025 — «до 1 декабря».',
      'Без изменений: 1 мероприятие.',
    ]);
    const told = JSON.parse((await run('plan', 'history', ...files, '--json')).said);
    expect(told).toMatchObject({
      versions: [{ date: '2025-09-10' }, { date: '2025-11-15' }],
      measures: [
        {
          measure: 'm1',
          fields: [{ field: 'deadline', values: [{ date: '2025-09-10' }, { date: '2025-11-15' }] }],
        },
      ],
      unchanged: 1,
    });
    expect((await run('plan', 'history', ...files, '--measure', '2')).said).toMatch(
      /\nБез изменений: 1 мероприятие\.$/,
    );
    expect((await run('plan', 'history', ...files, '--measure', '9')).status).toBe(2);
  });

  it('needs two versions and their days', async () => {
    expect((await run('plan', 'history', path('plan.json'))).complained).toBe(
      'Назовите две версии плана или больше.',
    );
    const { status, complained } = await run('plan', 'history', path('plan.json'), path('plan.json'));
    expect(status).toBe(2);
    expect(complained).toMatch(/plan\.json: неизвестно, с какого дня/);
  });
});

describe('plan recommendations', () => {
  it('says what is advised to whom', async () => {
    const { status, said } = await run('plan', 'recommendations', path('plan.json'));
    expect(status).toBe(0);
    expect(said.split('\n')).toEqual([
      'Дорожная карта школы № 5',
      '',
      'Учителя-предметники (1)',
      '  1. Семинар по дробям',
      '     Срок: до 1 октября. Ответственные: Методкабинет.',
      '',
      'Не сказано, кому: 1 мероприятие.',
    ]);
    const told = JSON.parse((await run('plan', 'recommendations', path('plan.json'), '--json')).said);
    expect(told).toMatchObject({
      audiences: [{ audience: 'teachers', measures: [{ id: 'm1' }] }],
      without_audience: 1,
    });
  });

  it('needs somebody to advise, and something to read', async () => {
    await change('nobody.json', { measures: [MEETING] });
    expect((await run('plan', 'recommendations', path('nobody.json'))).status).toBe(1);
    expect((await run('plan', 'recommendations')).complained).toContain('--from');
    expect((await run('plan', 'recommendations', '--from', folder)).complained).toContain('findings.json');
  });
});
