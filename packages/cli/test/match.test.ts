import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SupportPlan } from '@orientir/core/support';
import { readDocument } from '@orientir/formats/document';
import type { resultsWorkbook } from '@orientir/formats/results';
import type { sheetDocx, sheetHtml } from '@orientir/formats/sheets';
import { readWorkbook } from '@orientir/formats/xlsx';
import type { renderReport } from '@orientir/widgets/report';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { contents, freshFolder, put, run } from './run.js';

/** Two municipalities: the same teachers and needs; the first has a course, the second only an association. */
const TEACHERS = `teacher,school,subject,limit,slots,hours,young,newcomer,low_results,no_exam_experience,locked
t-1,s1,Математика,2,,,да,,,,
t-2,s1,Математика,2,вт,,,,,,
t-3,s2,Математика,1,,,,,да,,
`;
const DEFICITS = `teacher,topic,severity,source
t-1,Дроби,3,диагностика
t-1,Проценты,1,заявлено
t-2,Дроби,2,заявлено
t-3,Дроби,2,результаты работ
t-3,Чтение графиков,2,заявлено
`;
const HEADER = 'offer,kind,topics,strength,places,min_group,slot,format,place,hours,cost\n';
const FIRST = `${HEADER}к-1,курс,дроби|Проценты,3,2,,вт,очно,ИРО,36,\nв-1,видео,Дроби,2,50,,,дистанционно,,1,\n`;
const SECOND = `${HEADER}м-1,объединение,Дроби|Проценты,2,10,2,ср,очно,s1,2,\n`;

async function municipality(offers: string, more: Readonly<Record<string, string>> = {}) {
  const folder = await freshFolder();
  await put(folder, { 'teachers.csv': TEACHERS, 'offers.csv': offers, 'deficits.csv': DEFICITS, ...more });
  const out = join(folder, 'out');
  const matched = (...words: readonly string[]) =>
    run(
      'match',
      ...['teachers', 'offers', 'deficits'].flatMap((name) => [`--${name}`, join(folder, `${name}.csv`)]),
      '--out',
      out,
      ...words,
    );
  const text = (path: string) => readFile(join(out, path), 'utf8');
  const words = async (path: string) => {
    const content = await readDocument(new Uint8Array(await readFile(join(out, path))), path);
    return JSON.stringify(content.blocks);
  };
  return { folder, out, matched, text, words };
}

describe('orientir match', () => {
  it('makes plan, letters and agendas; two municipalities get different texts', async () => {
    const one = await municipality(FIRST);
    const other = await municipality(SECOND);
    const ran = await one.matched();
    expect(ran).toMatchObject({ status: 0, complained: '' });
    expect(ran.said).toContain('Помощь предложена 3 учителям. Тем закрыто 4 из 5 (80\u00a0%).');
    expect(ran.said).toContain('Доказано: лучшего плана нет.');
    expect(ran.said).toContain('Результаты ВПР нельзя использовать для оценки работы учителей');
    expect((await other.matched()).said).toContain('Тем закрыто 2 из 5 (40\u00a0%).');

    expect(await one.text('private/unmet.csv')).toBe(
      'teacher,topic,severity,why,note\nt-3,Чтение графиков,2,no-offer,\n',
    );
    expect(await other.text('private/unmet.csv')).toBe(
      'teacher,topic,severity,why,note\nt-1,Дроби,3,no-offer,strength\nt-2,Дроби,2,not-eligible,\nt-3,Чтение графиков,2,no-offer,\n',
    );
    expect(await one.text('private/matches.csv')).toMatch(
      /^teacher,offer,covers,price,alternative,loss,reason,note\nt-1,к-1,/,
    );
    expect(await one.text('capacity.csv')).toContain('\nв-1,50,');
    expect(await other.text('needs.csv')).toContain('Дроби,Математика,3,1,0,no-offer:1,weak-offers\n');

    const letter = await one.words('private/letters/t-1.docx');
    for (const said of [
      '(код в списке: t-1), школа s1, предмет — Математика.',
      'Отправитель: ____',
      'Тем: 2. Занятия есть по всем.',
      '«Дроби»: диагностика. Это предположение, а не оценка вашей работы. Если это не так, напишите отправителю, и он исправит.',
      '«Проценты»: эту тему назвали вы. Если она уже не нужна, напишите отправителю.',
      'Участвовать или нет, решаете вы; отправитель только записывает.',
      'Для выбора ваших тем результаты ВПР не использовались.',
      'самооценкой или разбором своего урока',
      'курс «к\u20111»',
      'ИРО',
      'Ответьте, пожалуйста, отправителю',
      'Результаты ВПР нельзя использовать',
    ])
      expect(letter).toContain(said);
    const elsewhere = await other.words('private/letters/t-1.docx');
    expect(letter).not.toContain('диагностикой');
    expect(letter).not.toContain('support-own');
    expect(await one.words('private/letters/t-3.docx')).not.toContain('результаты ВПР не использовались');
    expect(elsewhere).toContain('методическое объединение «м\u20111»');
    expect(elsewhere).toContain('среда, дата и время: ______');
    expect(elsewhere).toContain('школа s1, адрес: ______');
    expect(elsewhere).toContain('«Дроби»: занятия есть, но более лёгкие, чем нужно.');
    expect(elsewhere).not.toMatch(/к[-\u2011]1/);
    const nothing = await other.words('private/letters/t-2.docx');
    expect(nothing).toContain('занятия идут, когда вы заняты');
    expect(nothing).toContain('Ваша тема: занятий пока нет');
    expect(nothing).not.toContain('подобрала программа');
    const agenda = await other.words('private/agendas/м-1.docx');
    expect(agenda).toContain(
      'Когда: среда, дата и время: ______; где: очно, школа s1, адрес: ______; приглашены 2 учителя из 2 школ.',
    );
    expect(agenda).not.toMatch(/t[-\u2011]\d/);
    expect(Object.keys(await contents(one.out)).some((path) => path.startsWith('private/agendas'))).toBe(
      false,
    );
  });

  it('says in an agenda of few nothing by which one knows whose topic it is, in both languages', async () => {
    const agendaOf = async (
      teachers: readonly (readonly [string, string])[],
      ...words: readonly string[]
    ) => {
      const {
        matched,
        words: read,
        out,
      } = await municipality(`${HEADER}м-1,МО,Дроби|Проценты|Чтение,2,30,,ср,очно,s1,2,\n`, {
        'teachers.csv': `teacher,school\n${teachers.map(([id]) => `${id},s-${id}`).join('\n')}\nw-1,s1\n`,
        'deficits.csv': `teacher,topic,severity\nw-1,Чтение,3\n${teachers.map(([id, topic]) => `${id},${topic},2`).join('\n')}\n`,
      });
      await matched(...words);
      const workbook = JSON.stringify(await readWorkbook(await readFile(join(out, 'private/match.xlsx'))));
      return { agenda: await read('private/agendas/м-1.docx'), workbook };
    };
    const few = [
      ['a', 'Чтение'],
      ['b', 'Чтение'],
      ['c', 'Чтение'],
      ['d', 'Дроби'],
    ] as const;
    const swapped = few.map(([id, topic]) => [id, topic === 'Дроби' ? 'Чтение' : 'Дроби'] as const);
    for (const language of ['ru', 'en']) {
      const { agenda, workbook } = await agendaOf(few, '--lang', language);
      // Three need the one topic and one the other, or the other way round: the agenda is the same.
      expect((await agendaOf(swapped, '--lang', language)).agenda).toBe(agenda);
      expect(agenda.indexOf('Дроби')).toBeLessThan(agenda.indexOf('Чтение'));
      expect(agenda).not.toMatch(/Отмечена|в первую очередь|Marked|first of all|1–2/);
      expect(agenda).toContain('"55"');
      expect(agenda).toContain('"50"');
      expect(agenda).toContain('"15"');
      expect(workbook).toContain(language === 'ru' ? 'Ждут по теме' : 'Waiting');
    }
    const many = await agendaOf([...few, ['e', 'Проценты'], ['f', 'Чтение']]);
    expect(many.agenda.indexOf('Чтение')).toBeLessThan(many.agenda.indexOf('Дроби'));
    expect(many.agenda).toContain('полезны большинству');
    expect(many.agenda).not.toMatch(/Отмечена|в первую очередь|других|Ждут/);
  });

  it('makes a route for each teacher, step by step, and a table of courses that are due', async () => {
    const { matched, folder, text, words, out } = await municipality(SECOND, {
      'courses.csv':
        'teacher,course,due,hours,done\nt-3,КПК по ФГОС,30.06.2027,"36,5",нет\nt-3,Первая помощь,,,\nt-1,КПК,01.02.2027,,да\nt-3,Охрана труда,01.02.2027,,нет\n',
    });
    await matched('--courses', join(folder, 'courses.csv'));
    expect(await text('private/courses-due.csv')).toBe(
      'teacher,school,subject,course,due,hours,reason\nt-3,s2,Математика,Охрана труда,2027-02-01,,\nt-3,s2,Математика,КПК по ФГОС,2027-06-30,36.5,\nt-3,s2,Математика,Первая помощь,,,no-date\n',
    );
    const first = await words('private/routes/t-1.docx');
    for (const said of [
      'Учитель: ____________________ (код в списке: t-1), школа s1, предмет — Математика.',
      'Маршрут начинается, только если вы согласны',
      '«Дроби»: диагностика. Это предположение',
      '«Проценты»: эту тему назвали вы. Если она уже не нужна, вычеркните её.',
      'Дроби;\\nПроценты',
      'Методическое объединение «м\u20111», 2 ч',
      'среда, дата и время: ______; очно, школа s1, адрес: ______',
      'Тема пока ждёт: есть только более лёгкие занятия',
      'Маршрут не публикуют и не используют для оценки',
    ])
      expect(first).toContain(said);
    expect(first).not.toContain('КПК');
    expect(first).not.toContain('У курсов со сроком порядок свой');
    const steps = [
      'Вы сами проверяете',
      'Методическое объединение «м\u20111»',
      'Тема пока ждёт',
      'Пробуете новое',
      'помогло ли',
    ];
    expect(steps.map((step) => first.indexOf(step))).toEqual(
      steps.map((step) => first.indexOf(step)).sort((one, other) => one - other),
    );
    const third = await words('private/routes/t-3.docx');
    expect(third.indexOf('Охрана труда')).toBeLessThan(third.indexOf('КПК по ФГОС'));
    expect(third).toContain('Курс «КПК по ФГОС», 36,5 ч');
    expect(third).toContain('До 30.06.2027');
    expect(third).toContain('У курсов со сроком порядок свой');
    // What waits is neither tried nor checked.
    const [before = '', ...rest] = third.split('Пробуете новое');
    const after = rest.join('');
    expect(before).toContain('Тема пока ждёт: таких занятий ещё нет');
    expect(before).toContain('Чтение графиков');
    expect(after).toContain('помогло ли');
    expect(after).not.toContain('Чтение графиков');
    const published = await run(
      'publish',
      join(out, 'private/routes/t-1.docx'),
      '--out',
      join(folder, 'site'),
    );
    expect(published.complained).toContain('план поддержки учителей');
    await matched('--courses', join(folder, 'courses.csv'), '--lang', 'en');
    expect(await words('private/routes/t-3.docx')).toContain('Course “КПК по ФГОС”, 36.5 h');
  });

  it('names no teacher outside private/', async () => {
    const { matched, out } = await municipality(SECOND);
    await matched('--floor', 'school=0.5');
    for (const [path, bytes] of Object.entries(await contents(out)))
      if (!path.startsWith('private/') && path !== 'issues.csv') expect(bytes, path).not.toMatch(/t-\d/);
  });

  it('holds settled pairs, keeps an earlier plan and tells what changed', async () => {
    const { matched, folder, text } = await municipality(FIRST, {
      'locks.csv': 'teacher,offer\nt-3,к-1\n',
      'earlier.csv': 'teacher,offer,covers\nt-2,в-1,Дроби\nt-9,к-1,Дроби\n',
    });
    const ran = await matched('--locks', join(folder, 'locks.csv'), '--keep', join(folder, 'earlier.csv'));
    expect(ran.status).toBe(0);
    expect(ran.said).toContain('Из прежних 2 осталось 1; заменено 0, больше невозможно 1, добавлено 2.');
    expect(await text('private/matches.csv')).toMatch(/\nt-3,к-1,Дроби,[\d.]+,,,locked,locked\|new\n/);
    expect(ran.complained).toContain('earlier.csv, строка 3');
  });

  it('says what more places would bring, why not, and the largest floor', async () => {
    const { matched, text } = await municipality(
      FIRST.replace('к-1,курс,дроби|Проценты,3,2', 'к-1,курс,дроби|Проценты,3,0'),
    );
    const ran = await matched(
      '--add-places',
      'к-1=1',
      '--why',
      't-3=к-1',
      '--why',
      't-2=в-1',
      '--floor',
      'low_results=0.9',
    );
    expect(ran.said).toContain('Что даст добавка: было закрыто 2 из 5, стало 4 из 5.');
    expect(ran.said).toMatch(/t-3 и к-1: /);
    expect(ran.said).toContain('t-2 и в-1: предложено.');
    expect(ran.complained).toContain('Больше 50,0\u00a0% закрыть нельзя ни одним планом.');
    expect(JSON.parse(await text('summary.json'))).toMatchObject({
      rules: { verified: false },
      what_if: { before: { needs: { met: 2 } }, after: { needs: { met: 4 } } },
      floors: [{ group: 'low_results', asked: 0.9, met: 0.5, most: 0.5 }],
    });
  });

  it('goes on without the rows that cannot be', async () => {
    const { matched, text } = await municipality(
      `${FIRST}к-1,курс,Дроби,3,5,,,,,,\nк-2,курс,Дроби,3,4,9,,,,,\n`,
    );
    const ran = await matched();
    expect(ran.status).toBe(1);
    expect(ran.complained).toContain('Не приняты 2 строки');
    expect(ran.complained).toContain(
      'offers.csv, строка 5, столбец F: Наименьшая группа (9) больше числа мест (4)',
    );
    expect(await text('issues.csv')).toContain('support-duplicate,error,');
  });

  it('gives the same bytes again, in both languages', async () => {
    const { matched, out } = await municipality(SECOND);
    expect((await matched('--lang', 'en')).said).toContain(
      '2 teachers are offered support. Topics met: 2 of 5 (40%).',
    );
    const first = await contents(out);
    await matched('--lang', 'en');
    expect(await contents(out)).toEqual(first);
  });

  it.each([
    [['--teachers', 'a.csv'], 'Нужна таблица предложений'],
    [['--offers', 'a.csv'], 'Нужна таблица учителей'],
    [['--teachers', 'a', '--offers', 'b'], '--out'],
    [['--teachers', 'a', '--offers', 'b', '--out', 'c', '--floor', 'young=2'], '--floor'],
    [['--teachers', 'a', '--offers', 'b', '--out', 'c', '--floor', 'old=0.5'], 'young=0.5'],
    [['--teachers', 'a', '--offers', 'b', '--out', 'c', '--add-places', 'x'], '--add-places'],
    [['--teachers', 'a', '--offers', 'b', '--out', 'c', 'd.csv'], 'Лишнее слово: d.csv'],
    [['--problem', 'a.json', '--out', 'c'], 'используется отдельно'],
    [['--teachers', 'nowhere.csv', '--offers', 'b', '--out', 'c'], 'nowhere.csv'],
    [['--teachers'], '--teachers'],
    [['--ranking'], '--ranking'],
  ])('refuses the line %j', async (words, said) => {
    const ran = await run('match', ...words);
    expect(ran.status).toBe(2);
    expect(ran.complained).toContain(said);
    const english = await run('match', ...words, '--lang', 'en');
    if (words.length > 1) expect(english.complained).not.toMatch(/[а-я]{4}/i);
  });

  it('writes nothing where there is nothing to match', async () => {
    const { matched, folder, out } = await municipality(HEADER);
    const ran = await matched();
    expect(ran.status).toBe(2);
    expect(ran.complained).toContain('Подбирать нечего');
    expect(Object.keys(await contents(folder)).filter((path) => path.startsWith(out))).toEqual([]);
  });

  it('is refused where plans and results are read', async () => {
    const { matched, folder, out } = await municipality(SECOND);
    await matched();
    for (const path of ['private/letters/t-1.docx', 'private/agendas/м-1.docx']) {
      const published = await run('publish', join(out, path), '--out', join(folder, 'site'));
      expect(published.status, path).toBe(2);
      expect(published.complained).toContain('план поддержки учителей');
    }
    const analyzed = await run('analyze', join(out, 'private'), '--out', join(folder, 'analyzed'));
    expect(analyzed.status).toBe(2);
    expect(analyzed.said + analyzed.complained).toContain('Ни одного пригодного файла с результатами');
  });

  it('hands on a type that reports, workbooks and sheets do not take', () => {
    type Taken =
      | Parameters<typeof resultsWorkbook>[0]
      | Parameters<typeof sheetHtml>[0]
      | Parameters<typeof sheetDocx>[0]
      | Parameters<typeof renderReport>[0];
    expectTypeOf<SupportPlan>().not.toExtend<Taken>();
  });
});

describe('orientir match --problem', () => {
  const PROBLEM = {
    teachers: [
      { id: 'a', k: 1, w: [30, 10] },
      { id: 'b', k: 1, w: [20] },
    ],
    offers: [
      { id: 'x', cap: 1, slot: -1 },
      { id: 'y', cap: 1, slot: -1 },
    ],
    edges: { start: [0, 2, 3], offer: [0, 1, 0], mask: [1, 2, 1], cost: [9, 0, 3] },
  };

  it('prints plan, bound and prices, by id', async () => {
    const folder = await freshFolder();
    await put(folder, { 'p.json': JSON.stringify(PROBLEM) });
    const { status, said, complained } = await run('match', '--problem', join(folder, 'p.json'));
    expect({ status, complained }).toEqual({ status: 0, complained: '' });
    const answer = JSON.parse(said);
    expect(answer).toMatchObject({ coverage: 30, upperBound: 30, gap: 0 });
    expect(answer.prices).toHaveLength(2);
    expect([
      [{ teacher: 'a', offer: 'x' }],
      [
        { teacher: 'a', offer: 'y' },
        { teacher: 'b', offer: 'x' },
      ],
    ]).toContainEqual(answer.assignment);
  });

  it.each([
    ['{', 'Это не JSON'],
    [JSON.stringify({ ...PROBLEM, offers: [] }), 'edges.offer.0'],
    [JSON.stringify({ ...PROBLEM, edges: { ...PROBLEM.edges, mask: [1] } }), 'edges.mask'],
    ['[]', '$'],
  ])('refuses %s', async (text, said) => {
    const folder = await freshFolder();
    await put(folder, { 'p.json': text });
    const ran = await run('match', '--problem', join(folder, 'p.json'));
    expect(ran.status).toBe(2);
    expect(ran.said).toBe('');
    expect(ran.complained).toContain(said);
  });
});
