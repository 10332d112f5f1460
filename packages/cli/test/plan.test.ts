import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, put, run } from './run.js';

const HEADER = 'plan,school,kind,event,date,role,by,consultant,due,reason';

/** A plan of four columns as a page, in our own words. */
const PAGE = `<h1>План поддержки школ на 2025/2026 учебный год</h1>
<table>
<tr><th>№ п/п</th><th>Мероприятия</th><th>Сроки исполнения</th><th>Ответственные</th></tr>
<tr><td colspan="4">1. Учителя</td></tr>
<tr><td>1.</td><td>Семинар по дробям</td><td>до 1 октября</td><td>Методкабинет</td></tr>
<tr><td>2.</td><td>Посещение уроков</td><td>один раз в четверть</td><td>Завуч</td></tr>
<tr><td colspan="4">2. Родители</td></tr>
<tr><td>3.</td><td>Собрание</td><td>непонятно когда</td><td>Классный руководитель</td></tr>
</table>`;

const json = async (path: string) => JSON.parse(await readFile(path, 'utf8'));

describe('orientir deadline', () => {
  it('prints what a phrase means', async () => {
    const { status, said } = await run(
      'deadline',
      'до 23 сентября 2020 года',
      '--school-year',
      '2020/2021',
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(said)).toEqual({
      raw: 'до 23 сентября 2020 года',
      kind: 'date',
      end: '2020-09-23',
      occurrences: [{ due: '2020-09-23' }],
      issues: [],
    });
  });

  it('passes no guess off as a date', async () => {
    const { status, said } = await run(
      'deadline',
      '«__» _____ 2020 г.',
      '--school-year',
      '2020/2021',
      '--json',
    );
    expect(status).toBe(1);
    const found = JSON.parse(said);
    expect(found.kind).toBe('none');
    expect(found.end).toBeUndefined();
    expect(found.issues.length).toBeGreaterThan(0);
    const people = await run('deadline', 'весной', '--school-year', '2020/2021');
    expect(people.complained).toContain('У времени года нет точных дат');
  });

  it('says what is missing', async () => {
    expect((await run('deadline', 'сентябрь')).complained).toContain('--school-year');
    expect((await run('deadline', 'сентябрь', '--school-year', '2020/2022')).status).toBe(2);
  });
});

describe('orientir plan', () => {
  it('reads a document, and writes it in every format', async () => {
    const folder = await freshFolder();
    await put(folder, { 'план.html': PAGE });
    const plan = join(folder, 'plan.json');
    const read = await run('plan', 'import', join(folder, 'план.html'), '--out', plan);
    expect(read.status).toBe(1);
    expect(read.said).toContain('Прочитано: 3 мероприятия, 2 раздела.');
    expect(read.said).toMatch(/таблица 1, строка 6, столбец C: .*«непонятно когда»/);
    expect(await json(plan)).toMatchObject({
      schema: 'orientir.road-map',
      id: 'plan',
      schoolYear: '2025/2026',
      measures: [
        {
          number: '1.',
          text: 'Семинар по дробям',
          deadline: { raw: 'до 1 октября', kind: 'date', end: '2025-10-01' },
          responsible: ['Методкабинет'],
          sectionPath: ['Учителя'],
          provenance: { file: 'план.html', table: 1, row: 3 },
        },
        { number: '2.', deadline: { kind: 'recurring' } },
        { number: '3.', deadline: { kind: 'none', raw: 'непонятно когда' }, sectionPath: ['Родители'] },
      ],
    });
    expect((await run('plan', 'validate', plan)).status).toBe(0);
    expect((await run('plan', 'import', join(folder, 'план.html'), '--out', plan)).status).toBe(2);
    for (const ending of ['docx', 'xlsx', 'html', 'csv', 'ics', 'json']) {
      const out = join(folder, `out.${ending}`);
      expect((await run('plan', 'export', plan, '--out', out)).status).toBe(0);
      expect((await readFile(out)).length).toBeGreaterThan(100);
      if (ending === 'ics') continue;
      // What was written says the same when it is read again.
      if (ending !== 'json') {
        const again = join(folder, `again-${ending}.json`);
        await run('plan', 'import', out, '--base', plan, '--out', again);
        expect((await run('plan', 'diff', plan, again)).said).toBe('Содержание одинаково.');
      }
    }
    expect((await run('plan', 'export', plan, '--out', join(folder, 'x.pdf'))).complained).toContain('.docx');
  });

  it('tells what is no plan', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'letter.html': '<p>Добрый день!</p>',
      'wrong.json': '{"schema":"orientir.road-map","version":9}',
      'broken.json': '{',
    });
    expect(
      await run('plan', 'import', join(folder, 'letter.html'), '--out', join(folder, 'p.json')),
    ).toMatchObject({ status: 2 });
    expect((await run('plan', 'validate', join(folder, 'wrong.json'))).complained).toContain('версия 9');
    expect((await run('plan', 'validate', join(folder, 'broken.json'))).complained).toContain(
      'Это не JSON: ошибка в строке 1, столбце 2.',
    );
    expect((await run('plan', 'validate', join(folder, 'nowhere.json'))).status).toBe(2);
    expect((await run('plan', 'paint', 'x')).complained).toContain('plan paint');
    expect((await run('plan', 'status', folder)).complained).toContain('--as-of');
    expect((await run('plan', 'status', folder, '--as-of', '31.02.2025')).complained).toContain('31.02.2025');
  });

  it('moves a plan only as the workflow permits, and knows the approved version', async () => {
    const folder = await freshFolder();
    await put(folder, { 'план.html': PAGE });
    const plan = join(folder, 'plan.json');
    await run('plan', 'import', join(folder, 'план.html'), '--out', plan);
    const record = (...words: readonly string[]) => run('plan', 'record', plan, ...words);
    expect(
      (await record('--event', 'approved', '--date', '2025-09-01', '--force', '--reason', 'решено'))
        .complained,
    ).toContain('нельзя перейти');
    expect(
      (await record('--event', 'submitted', '--date', '2025-09-01', '--role', 'department')).complained,
    ).toContain('делает не');
    expect((await record('--event', 'submitted', '--date', '2025-09-01', '--role', 'school')).status).toBe(0);
    expect(
      (await record('--event', 'returned', '--date', '2025-09-05', '--role', 'methodicalCentre')).complained,
    ).toContain('--due');
    expect(
      (
        await record(
          '--event',
          'returned',
          '--date',
          '05.09.2025',
          '--role',
          'methodicalCentre',
          '--due',
          '23.09.2025',
          '--consultant',
          'методист',
        )
      ).said,
    ).toBe('Записано. План: на доработке.');
    const status = await run('plan', 'status', folder, '--as-of', '2025-09-24', '--json');
    expect(JSON.parse(status.said)).toMatchObject({
      asOf: '2025-09-24',
      total: 1,
      byState: { returned: 1 },
      byKind: { plan: 1 },
      overdue: [{ plan: 'plan', due: '2025-09-23', consultant: 'методист' }],
      due: [],
    });
    for (const [event, role] of [
      ['submitted', 'school'],
      ['agreed', 'methodicalCentre'],
    ] as const)
      expect((await record('--event', event, '--date', '2025-09-24', '--role', role)).status).toBe(0);
    const refused = await record('--event', 'approved', '--date', '2025-09-25', '--role', 'department');
    expect(refused.status).toBe(1);
    expect(refused.complained).toContain('Утвердить нельзя');
    expect(
      (
        await record(
          '--event',
          'approved',
          '--date',
          '2025-09-25',
          '--role',
          'department',
          '--force',
          '--reason',
          'показатели добавят',
        )
      ).status,
    ).toBe(0);
    expect(
      (
        await record(
          '--measure',
          '2',
          '--status',
          'done',
          '--date',
          '2025-10-20',
          '--evidence',
          'Протокол № 4',
        )
      ).said,
    ).toContain('выполнено');
    expect((await record('--measure', '7', '--date', '2025-10-20')).complained).toContain('нет мероприятия');
    const written = await json(plan);
    expect(written.record.measures).toEqual([
      { measure: 'm2', status: 'done', date: '2025-10-20', evidence: [{ title: 'Протокол № 4' }] },
    ]);
    expect(written.record.events.at(-1).hash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('counts a campaign from its journal', async () => {
    const folder = await freshFolder();
    const lines = [
      ...Array.from(
        { length: 48 },
        (_, i) => `p${i},s${i},${i === 0 ? 'project' : 'roadMap'},approved,2025-09-10,department,,,,`,
      ),
      ...Array.from(
        { length: 14 },
        (_, i) => `r${i},t${i},roadMap,returned,2025-09-12,methodicalCentre,,методист,2025-09-23,нет сроков`,
      ),
      'x,,roadMap,lost,2025-09-12,,,,,',
    ];
    await put(folder, { 'журнал.csv': `${HEADER}\n${lines.join('\n')}\n` });
    const { status, said, complained } = await run(
      'plan',
      'status',
      join(folder, 'журнал.csv'),
      '--as-of',
      '2025-09-15',
      '--json',
    );
    expect(status).toBe(1);
    expect(complained).toContain('строка 64, столбец event: Шаг «lost» не понят.');
    expect(JSON.parse(said)).toMatchObject({
      total: 62,
      byState: { approved: 48, returned: 14 },
      byKind: { roadMap: 61, project: 1 },
      overdue: [],
      due: { length: 14 },
    });
    const people = await run('plan', 'status', join(folder, 'журнал.csv'), '--as-of', '2025-09-24');
    expect(people.said).toContain('По состоянию на 2025-09-24: всего 62 плана.');
    expect(people.said).toContain('Просрочено: r0, до 2025-09-23, консультант методист');
  });

  it('takes marks of a whole campaign from its report sheet', async () => {
    const folder = await freshFolder();
    await put(folder, { 'a.html': PAGE });
    await run('plan', 'import', join(folder, 'a.html'), '--out', join(folder, 'plans', 'a.json'));
    await run('plan', 'import', join(folder, 'a.html'), '--out', join(folder, 'plans', 'b.json'));
    expect(
      (await run('plan', 'sheet', join(folder, 'plans'), '--out', join(folder, 'sheet.xlsx'))).status,
    ).toBe(0);
    await put(folder, {
      'filled.csv':
        'Код плана,Код мероприятия,Отметка о выполнении,Дата отметки,Подтверждение,Примечание\na,m1,выполнено,01.10.2025,Протокол,\nb,m2,,,,\nb,m9,выполнено,01.10.2025,,\nb,m2,почти,01.10.2025,,\n',
    });
    const { status, said, complained } = await run(
      'plan',
      'record',
      join(folder, 'plans'),
      '--sheet',
      join(folder, 'filled.csv'),
    );
    expect(status).toBe(1);
    expect(said).toBe('Записано 1 отметка в 1 план.');
    expect(complained).toContain('m9');
    expect(complained).toContain('«почти»');
    expect((await json(join(folder, 'plans', 'a.json'))).record.measures).toMatchObject([
      { measure: 'm1', status: 'done' },
    ]);
    // The same sheet once more changes nothing.
    expect(
      (await run('plan', 'record', join(folder, 'plans'), '--sheet', join(folder, 'filled.csv'))).said,
    ).toContain('Записано 0 отметок');
  });

  it('logs activities and says which schools have no plan yet', async () => {
    const folder = await freshFolder();
    const base = {
      schema: 'orientir.road-map',
      version: 1,
      kind: 'programme',
      title: 'Поддержка',
      sections: [],
      measures: [],
    };
    await put(folder, {
      'programme.json': JSON.stringify({
        ...base,
        id: 'programme',
        cohort: { schools: ['s1', 's2'] },
        minimums: [{ activity: 'consultation', perSchool: 1 }],
      }),
      's1.json': JSON.stringify({ ...base, id: 's1', kind: 'roadMap', school: 's1' }),
    });
    const programme = join(folder, 'programme.json');
    const logged = await run(
      'plan',
      'record',
      programme,
      '--activity',
      'consultation',
      '--schools',
      's1',
      '--form',
      'individual',
      '--mode',
      'video',
      '--date',
      '2025-09-20',
    );
    expect(logged.said).toBe('Записано: консультация. Всего по школам: s1 — 1.');
    expect((await run('plan', 'record', programme, '--activity', 'tea', '--date', '2025-09-20')).status).toBe(
      2,
    );
    expect(
      (
        await run(
          'plan',
          'record',
          programme,
          '--activity',
          'visit',
          '--mode',
          'mail',
          '--date',
          '2025-09-20',
        )
      ).complained,
    ).toContain('--mode');
    expect((await run('plan', 'lint', programme)).said).toContain('Школа s2: консультация — 0');
    const status = await run('plan', 'status', folder, '--as-of', '2025-10-01');
    expect(status.said).toContain('Нет плана у школ (1): s2');
  });

  it('calls a plan stale only from the day on which newer results were recorded', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'p.json': JSON.stringify({
        schema: 'orientir.road-map',
        version: 1,
        id: 'p',
        kind: 'roadMap',
        title: 'План',
        sections: [],
        measures: [],
        record: {
          events: [{ event: 'submitted', date: '2025-09-01' }],
          values: [{ indicator: 'i', value: 1, date: '2026-05-20' }],
        },
      }),
    });
    const staleOn = async (day: string) =>
      JSON.parse((await run('plan', 'status', folder, '--as-of', day, '--json')).said).stale;
    expect(await staleOn('2026-05-19')).toEqual([]);
    expect(await staleOn('2026-05-20')).toEqual(['p']);
  });

  it('gives templates and the schema', async () => {
    const folder = await freshFolder();
    expect((await run('plan', 'template')).said).toContain('measures-4');
    expect((await run('plan', 'template', 'none')).complained).toContain('Нет заготовки');
    const out = join(folder, 't.docx');
    expect(
      (await run('plan', 'template', 'recommendations-6', '--out', out, '--school-year', '2026/2027')).status,
    ).toBe(0);
    const read = await run('plan', 'import', out, '--out', join(folder, 't.json'));
    expect(read.status).toBeLessThan(2);
    expect((await json(join(folder, 't.json'))).columns).toHaveLength(6);
    expect(JSON.parse((await run('plan', 'schema')).said)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    });
  });
});

describe('from results to a plan and back', () => {
  let folder = '';
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    const { mkdtemp } = await import('node:fs/promises');
    const { tmpdir } = await import('node:os');
    folder = await mkdtemp(join(tmpdir(), 'orientir-'));
    await run('sample', '--out', join(folder, 'region'), '--schools', '8');
    await run('analyze', join(folder, 'region'), '--out', join(folder, 'out'));
  }, 60_000);

  it('drafts, and says what an edit in Word lost', async () => {
    const out = join(folder, 'out');
    const drafted = await run('plan', 'draft', '--from', out, '--out', join(folder, 'draft.docx'));
    expect(drafted.status).toBe(0);
    expect(drafted.complained).toContain('--schools');
    const schools = join(folder, 'region', 'schools.csv');
    const words = ['plan', 'draft', '--from', out, '--schools', schools, '--out', join(folder, 'named.json')];
    expect((await run(...words)).complained).toBe('');
    const base = join(folder, 'draft.json');
    const whole = await run('plan', 'coverage', base, '--from', out, '--json');
    expect(whole.status).toBe(0);
    expect(JSON.parse(whole.said)).toMatchObject({ open: [], orphans: [], unknown: [] });
    expect((await run('plan', 'validate', base, '--stage', 'approval', '--from', out)).status).toBe(0);
    // A person strikes out the first row and changes a word of the second.
    const plan = await json(base);
    const [struck, second] = plan.measures;
    const edited = {
      ...plan,
      measures: plan.measures
        .slice(1)
        .map((measure: { id: string }, i: number) =>
          i === 0 ? { ...measure, text: 'Другими словами' } : measure,
        ),
    };
    await put(folder, {
      'edited.json': JSON.stringify({
        ...edited,
        measures: edited.measures.map(({ supports, ...rest }: { supports?: unknown }) => rest),
      }),
    });
    await run('plan', 'export', join(folder, 'edited.json'), '--out', join(folder, 'edited.docx'));
    const back = join(folder, 'back.json');
    expect(
      (await run('plan', 'import', join(folder, 'edited.docx'), '--base', base, '--out', back)).status,
    ).toBeLessThan(2);
    const lost = await run('plan', 'coverage', back, '--from', out, '--json');
    expect(lost.status).toBe(1);
    expect(JSON.parse(lost.said).open.sort()).toEqual([...struck.findings].sort());
    const changes = JSON.parse((await run('plan', 'diff', base, back, '--json')).said);
    expect(
      changes.filter(
        ({ kind, measure }: { kind: string; measure?: string }) =>
          kind === 'measure-field' && measure === second.id,
      ),
    ).toMatchObject([{ field: 'text', after: 'Другими словами' }]);
  }, 60_000);

  it('recommends by audience, by the half-years of the own calendar', async () => {
    await put(folder, {
      'calendar.json': JSON.stringify({
        schoolYear: '2026/2027',
        start: '2026-09-01',
        end: '2027-05-28',
        breaks: [
          { name: 'autumn', start: '2026-10-31', end: '2026-11-08' },
          { name: 'winter', start: '2026-12-24', end: '2027-01-10' },
          { name: 'spring', start: '2027-03-20', end: '2027-03-28' },
        ],
        source: 'Приказ',
      }),
    });
    const words = ['plan', 'recommendations', '--from', join(folder, 'out')];
    const { status, said, complained } = await run(...words, '--calendar', join(folder, 'calendar.json'));
    expect([status, complained]).toEqual([0, '']);
    expect(said).toMatch(/\nУчителя-предметники \(\d+\)\n {2}\d+\. /);
    expect(said).toMatch(/\nРодители \(1\)\n/);
    expect(said).toContain('Срок: до 23 декабря 2026\u00a0г.');
    expect((await run(...words)).said).not.toContain('23 декабря');
    const list = await readFile(join(folder, 'region', 'schools.csv'), 'utf8');
    await put(folder, { 'list.csv': `${list},Без кода\n` });
    for (const each of [words, [...words, '--json']]) {
      expect((await run(...each)).status).toBe(0);
      expect((await run(...each, '--schools', join(folder, 'list.csv'))).status).toBe(1);
    }
  }, 60_000);

  it('drafts for one school, by name, and fills its indicators from new results', async () => {
    const out = join(folder, 'out');
    const own = join(folder, 'school.json');
    const findings = await json(join(out, 'findings.json'));
    const school = findings.find(
      (finding: { level: string; assessment: string }) =>
        finding.level === 'school' && finding.assessment.includes('2026'),
    ).unit;
    expect(
      (
        await run(
          'plan',
          'draft',
          '--from',
          out,
          '--school',
          school,
          '--schools',
          join(folder, 'region', 'schools.csv'),
          '--out',
          own,
        )
      ).status,
    ).toBe(0);
    const { said } = await run(
      'plan',
      'record',
      own,
      '--from',
      out,
      '--date',
      '2027-05-20',
      '--checkpoint',
      'Итоговая диагностика',
    );
    expect(said).toMatch(/Значения показателей записаны: \d+/);
    const plan = await json(own);
    expect(plan).toMatchObject({ level: 'school', school });
    expect(plan.title).not.toContain(school);
    expect(plan.record.values.length).toBeGreaterThan(0);
    // The same results: nothing got better, and nothing is claimed.
    expect(said).not.toContain('цель достигнута');
    expect(
      (await run('plan', 'draft', '--from', folder, '--out', join(folder, 'no.json'))).complained,
    ).toContain('findings.json');
  }, 60_000);
});
