import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCsv } from '@orientir/formats/csv';
import { readWorkbook, writeRawWorkbook } from '@orientir/formats/xlsx';
import { describe, expect, it } from 'vitest';
import { contents, freshFolder, put, run, utf8 } from './run.js';

const rowsOf = (csv: string | undefined) => {
  const [head = [], ...rows] = readCsv(Buffer.from(csv ?? '', 'latin1')).rows;
  return rows.map(
    (row): Readonly<Record<string, string>> =>
      Object.fromEntries(head.map((id, place) => [String(id), String(row[place] ?? '')])),
  );
};

/** Two works of two years in three schools; the marks of `sch1` are low. */
const marksOf = (school: number, pupil: number) =>
  school === 1 ? (pupil % 10 < 6 ? 2 : 3) : 3 + (pupil % 3);
const responses = (year: number) =>
  `school,class,pupil,mark,1,2\n${[1, 2, 3]
    .flatMap((school) =>
      Array.from({ length: 30 }, (_, pupil) => {
        const mark = marksOf(school, pupil + year);
        return `sch${school},5А,p${school}-${pupil},${mark},${mark > 2 ? 1 : 0},${mark > 3 ? 1 : 0}`;
      }),
    )
    .join('\n')}\n`;
const work = (id: string, schoolYear: string, subject: string, more = {}) =>
  JSON.stringify({
    id,
    programme: 'ВПР',
    subject,
    grade: 5,
    schoolYear,
    items: ['1', '2'].map((item) => ({ id: item, maxPoints: 1 })),
    ...more,
  });
/** Sheets of one workbook. */
const PASSPORT_AND_SWOT = [
  {
    name: 'Паспорт',
    rows: [
      ['school', 'pupils', 'single_parent'],
      ['s1', 300, 0.2],
    ],
  },
  {
    name: 'SWOT 1',
    rows: [
      ['school', 'kind', 'text'],
      ['s1', 's', 'Опыт'],
    ],
  },
];
const analysed = {
  'in/a/assessment.json': work('m26', '2025/2026', 'Математика', { sameItemsAs: 'm25' }),
  'in/a/r.csv': responses(0),
  'in/b/assessment.json': work('r26', '2025/2026', 'Русский язык'),
  'in/b/r.csv': responses(0),
  'in/c/assessment.json': work('m25', '2024/2025', 'Математика'),
  'in/c/r.csv': responses(1),
};
const forms = {
  'forms/list.csv':
    'id;name;municipality\nsch1;СОШ № 1;Заречный\nsch2;СОШ № 2;Заречный\nsch3;СОШ № 3;Заречный\n',
  'forms/passports.csv':
    'school;settlement;pupils;higher_education;single_parent;unemployed;on_registers\nedu1;село;25;20 %;0,3;0,1;0,02\nsch2;село;240;0,4;0,2;0,05;0,01\n',
  'forms/rating.csv':
    'school;factor;significance;asked_of;chosen\nsch1;failure-risk;низкая;анкеты;\nsch1;parents;высокая;;\nsch2;parents;высокая;;да\nsch2;2;средняя;;\n',
  'forms/swot.csv':
    'school;kind;text;about\nsch1;сильная сторона;Учим хорошо;results\nsch1;слабая сторона;Мало секций;\nsch1;возможность;Сетевой класс;\nsch1;угроза;Отток учеников;\n',
  'forms/directions.csv': 'school;directions\nsch1;2|4|5\nsch2;1|2\n',
  'forms/attendance.csv':
    'school;school_year;period;subject;grade;pupils;lessons;missed;mark_2;mark_3;mark_4;mark_5\nsch1;2025/2026;1 четверть;Математика;5;30;1000;100;0;10;10;10\nsch2;2025/2026;1 четверть;математика;5;30;1000;20;0;10;10;10\n',
  'forms/card.csv':
    'school;school_year;teachers;highest_category;prescriptions;prescriptions_done\nsch1;2025/2026;20;5;2;1\n',
  'forms/control.csv':
    'school;owner;since;reason;exit_rule\nsch1;методист;2025-09-01;низкие результаты;not-low\nsch2;методист;2024-09-01;низкие результаты;not-low\n',
  'forms/checkpoints.csv':
    'school;indicator;checkpoint;date;planned;measured;n\nsch1;Успеваемость;первичный;2025-09-20;0,5;0,4;60\n',
};

describe('orientir profile', () => {
  let folder = '';
  let files: Readonly<Record<string, string>> = {};
  let ran = { status: -1, said: '', complained: '' };
  const start = async (more: Readonly<Record<string, string>> = {}, ...options: readonly string[]) => {
    folder = await freshFolder();
    await put(folder, { ...analysed, ...forms, ...more });
    expect(
      (await run('analyze', join(folder, 'in'), '--out', join(folder, 'analysis'), '--tables', 'risk,tally'))
        .status,
    ).toBe(0);
    ran = await run(
      'profile',
      join(folder, 'forms'),
      '--analysis',
      join(folder, 'analysis'),
      '--out',
      join(folder, 'out'),
      ...options,
    );
    files = ran.status === 2 ? {} : await contents(join(folder, 'out'));
  };

  it('writes tables, a workbook and passports from forms in any order', async () => {
    await start();
    expect(ran).toMatchObject({ status: 0, complained: '' });
    expect(ran.said).toContain('Школ: 3.');
    expect(Object.keys(files).sort()).toEqual([
      'annual-card.csv',
      'attendance.csv',
      'checkpoints.csv',
      'cross-check.csv',
      'directions.csv',
      'issues.csv',
      ...['sch1', 'sch2', 'sch3'].flatMap((id) => [`passports/${id}.docx`, `passports/${id}.html`]),
      'profile.csv',
      'profile.xlsx',
      'special-control.csv',
      'stages.csv',
      'summary.json',
      'swot.csv',
    ]);

    const profile = rowsOf(files['profile.csv']);
    expect(utf8(files['profile.csv']).split('\n')[0]).toBe('school,factor,rating,source,reason,note');
    expect(profile).toHaveLength(36);
    expect(
      profile.find(({ school, factor }) => school === 'sch1' && factor === 'failure-risk'),
    ).toMatchObject({
      rating: 'low',
      source: 'анкеты',
      reason: '',
      note: 'rpsh-500:unverified;wording:second-hand',
    });
    expect(profile.find(({ school, factor }) => school === 'sch2' && factor === 'parents')?.note).toBe(
      'rpsh-500:unverified;wording:unverified;chosen:yes',
    );
    expect(
      profile.filter(({ school, reason }) => school === 'sch3' && reason === 'not-entered'),
    ).toHaveLength(12);

    const checks = rowsOf(files['cross-check.csv']);
    const differing = checks.filter(({ note = '' }) => note.startsWith('differs'));
    expect(differing.map(({ school, rule }) => `${school} ${rule}`)).toEqual([
      'sch1 failure-risk-rated-low',
      'sch1 results-called-strength',
      'sch1 basic-results-not-chosen',
      'sch1 more-wrote-than-pupils',
    ]);
    expect(differing[0]).toMatchObject({
      says: 'self-rating:failure-risk=low',
      against: 'risk:omsk-2025=low',
      note: 'differs;rule:own',
    });
    expect(differing[3]).toMatchObject({ says: 'passport:pupils=25', against: 'tests:wrote=30' });

    const card = rowsOf(files['annual-card.csv']);
    const cell = (school: string, id: string) =>
      card.find((row) => row.school === school && row.indicator === id);
    expect(Object.keys(card[0] ?? {}).join(',')).toBe('school,group,indicator,value,n,low,high,reason,note');
    expect(new Set(card.map(({ group }) => group)).size).toBe(6);
    expect(cell('sch1', 'pass_share')).toMatchObject({ value: '0.4', n: '30' });
    expect(cell('sch1', 'pass_change')).toMatchObject({ group: 'dynamics', value: '0', n: '30' });
    expect(cell('sch1', 'carried_out_share')).toMatchObject({ value: '0.5', n: '2', low: '', reason: '' });
    expect(cell('sch2', 'highest_share')).toMatchObject({ value: '', reason: 'not-entered' });

    const stage = (school: string) =>
      rowsOf(files['stages.csv'])
        .filter((row) => row.school === school)
        .map(({ state }) => state);
    expect(stage('sch1')).toEqual(['done', 'done', 'done', 'done', 'done', 'open']);
    expect(stage('sch2')).toEqual(['done', 'done', 'done', 'open', 'closed', 'closed']);
    expect(stage('sch3')).toEqual(['open', 'closed', 'closed', 'closed', 'closed', 'closed']);

    const attendance = rowsOf(files['attendance.csv']);
    const figure = (unit: string, name: string, assessment = '') =>
      attendance.find((row) => row.unit === unit && row.figure === name && row.assessment === assessment);
    expect(figure('sch1', 'attended')).toMatchObject({
      value: '0.9',
      n: '30',
      note: 'wilson;lessons:1000;missed:100',
    });
    expect(figure('all', 'attended')).toMatchObject({ level: 'all', value: '0.94', n: '60' });
    expect(figure('sch1', 'work_2', 'm26')).toMatchObject({
      value: '0.6',
      n: '30',
      note: 'wilson;programme:ВПР',
    });
    expect(figure('sch1', 'difference_2', 'm26')).toMatchObject({ value: '-0.6', n: '30' });
    expect(figure('all', 'work_2', 'm26')).toMatchObject({ value: '0.3', n: '60' });
    expect(figure('sch1', 'work_2', 'r26')).toBeUndefined();

    expect(
      rowsOf(files['special-control.csv']).map(({ school, exit, reason }) => [school, exit, reason]),
    ).toEqual([
      ['sch1', 'not-fulfilled', ''],
      ['sch2', 'fulfilled', ''],
    ]);
    const directions = rowsOf(files['directions.csv']);
    expect(
      directions.find(({ level, direction }) => level === 'all' && direction === 'talent'),
    ).toMatchObject({
      chosen: '2',
      n: '2',
      share: '1',
      note: 'omsk-2020-directions:second-hand;complete:1;too-few:1;too-many:0;sum:2.5',
    });
    expect(directions.filter(({ unit }) => unit === 'sch2')[0]?.note).toBe(
      'omsk-2020-directions:second-hand;too-few',
    );
    expect(rowsOf(files['checkpoints.csv'])[0]).toMatchObject({
      checkpoint: 'primary',
      planned: '0.5',
      measured: '0.4',
      reached: 'undetermined',
    });
  });

  it('tells people the same in the workbook and on a page for each school, in both languages', async () => {
    await start();
    const sheets = await readWorkbook(await readFile(join(folder, 'out/profile.xlsx')));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Расходится',
      'Правила сверки',
      'Рисковый профиль',
      'Этапы',
      'SWOT',
      'Направления',
      'Ежегодная карта',
      'Посещаемость и отметки',
      'Особый контроль',
      'Контрольные точки',
      'Замечания',
    ]);
    const text = JSON.stringify(sheets);
    for (const word of [
      'расходится, проверьте',
      'не проверено',
      'СОШ № 1',
      'работы одного года писали не меньше 30',
    ])
      expect(text).toContain(word);
    expect(text).not.toContain('undefined');
    const page = utf8(files['passports/sch1.html']);
    expect(page).toMatch(
      /Официальная методика, 2025\/2026: посчитан[оы]? \d+ из \d+ маркеров, для остальных нет данных; возможных признаков среди них \d+/,
    );
    for (const word of [
      'Паспорт школы: СОШ № 1',
      'Расходится, проверьте',
      'Открыт этап «Дорожная карта»',
      '60',
      'Не проверено',
    ])
      expect(page).toContain(word);
    expect(page).not.toMatch(/undefined|NaN/);
    await start({}, '--lang', 'en');
    expect(utf8(files['passports/sch1.html'])).toContain('School passport: СОШ № 1');
    expect(ran.said).toContain('Differs, check it: 4');
  });

  it('says what was refused and where; the school stays with a reason', async () => {
    await start({
      'forms/rating.csv':
        'school;factor;significance\nsch1;parents;high\nsch1;12;high\nsch2;танцы;high\nsch9;parents;high\n',
      'forms/second.csv': 'school;pupils;single_parent\nsch2;240;0,2\nsch3;100;1,5\n',
      'forms/note.csv': 'a,b\n1,2\n',
      'forms/checkpoints.csv':
        'school;indicator;checkpoint;date;planned;measured;n\nsch1;Успеваемость;первичный;;0,5;0,4;60\nsch1;Успеваемость;итоговый;;0,6;95;60\n',
    });
    expect(ran.status).toBe(1);
    const issues = utf8(files['issues.csv']);
    for (const line of [
      /forms\/rating\.csv,,3,A,profile-duplicate,error/,
      /forms\/rating\.csv,,4,B,profile-word-unknown,error/,
      /forms\/rating\.csv,,5,A,profile-school-unknown,error/,
      /forms\/second\.csv,,2,A,passport-duplicate,error/,
      /forms\/second\.csv,,3,C,passport-share-invalid,error/,
      /forms\/note\.csv,,,,file-not-recognised,error/,
    ])
      expect(issues).toMatch(line);
    expect(ran.complained).toContain('forms/rating.csv, строка 4, столбец B');
    const reasons = (id: string) =>
      new Set(rowsOf(files['profile.csv']).flatMap(({ school, reason }) => (school === id ? [reason] : [])));
    expect(reasons('sch2')).toEqual(new Set(['refused']));
    expect(reasons('sch9')).toEqual(new Set(['unknown-school']));
    expect(
      rowsOf(files['checkpoints.csv']).map(({ checkpoint, reason }) => `${checkpoint} ${reason}`),
    ).toEqual(['primary ', 'intermediate refused', 'final refused']);
    expect(Object.keys(files)).not.toContain('passports/sch9.html');
    const summary = JSON.parse(utf8(files['summary.json']));
    expect(summary.totals).toMatchObject({ schools: 4, unknown_schools: 1 });
    for (const { rows_read, rows_accepted, rows_rejected } of summary.files)
      expect(rows_accepted + rows_rejected).toBe(rows_read);
  });

  it('keeps a school of which every row of attendance, control or checkpoints was refused, also in the workbook', async () => {
    await start({
      'forms/attendance.csv': `${forms['forms/attendance.csv']}sch3;2025/2026;год;;;30;100;200;;;;\nsch9;2025/2026;год;;;30;100;20;;;;\n`,
      'forms/control.csv': `${forms['forms/control.csv']}sch3;;2025-09-01;низкие результаты;not-low\n`,
      'forms/checkpoints.csv': `${forms['forms/checkpoints.csv']}sch3;Качество;первичный;;1,2;;\n`,
    });
    expect(ran.status).toBe(1);
    const why = (table: string, id: string) =>
      rowsOf(files[table]).flatMap((row) => (row.unit === id || row.school === id ? [row.reason] : []));
    expect(why('attendance.csv', 'sch3')).toEqual(['refused']);
    expect(why('attendance.csv', 'sch9')).toEqual(['unknown-school']);
    expect(why('special-control.csv', 'sch3')).toEqual(['refused']);
    expect(why('checkpoints.csv', 'sch3')).toEqual(['refused']);
    const sheets = await readWorkbook(await readFile(join(folder, 'out/profile.xlsx')));
    for (const name of ['Посещаемость и отметки', 'Особый контроль', 'Контрольные точки']) {
      const rows = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
      expect(
        rows.filter(([first]) => first === 'СОШ № 3').map((row) => row.at(-1)),
        name,
      ).toEqual(['заполнено с ошибкой и не принято']);
    }
  });

  it('says of a refused passport that it was refused, and of an unknown ruleset that it is unknown', async () => {
    await start({
      'forms/passports.csv':
        'school;settlement;pupils;higher_education_count;single_parent\nsch1;село;100;120;\nsch2;село;;;0,2\n',
      'forms/control.csv': `${forms['forms/control.csv'].replace('exit_rule', 'exit_rule;ruleset').trimEnd()};нет-такого\n`,
    });
    const reason = (table: string, id: string, key: string) =>
      rowsOf(files[table]).find((row) => row.school === id && Object.values(row).includes(key))?.reason;
    const pupils = ['sch1', 'sch2', 'sch3'].map((id) =>
      reason('cross-check.csv', id, 'more-wrote-than-pupils'),
    );
    expect(pupils).toEqual(['refused', 'not-entered', 'no-context']);
    expect(['passport', 'radar'].map((stage) => reason('stages.csv', 'sch1', stage))).toEqual([
      'refused',
      'refused',
    ]);
    expect(utf8(files['passports/sch1.html'])).toContain('заполнен с ошибкой и не принят');
    expect(utf8(files['passports/sch2.html'])).toContain('Сколько в школе учеников, в паспорте не сказано');
    expect(utf8(files['passports/sch3.html'])).toContain('Социального паспорта школы нет');
    expect(reason('special-control.csv', 'sch2', 'нет-такого')).toBe('ruleset-unknown');
    expect(utf8(files['issues.csv'])).toMatch(/forms\/control\.csv,,3,F,profile-ruleset-unknown,warning/);
    const sheets = await readWorkbook(await readFile(join(folder, 'out/profile.xlsx')));
    expect(JSON.stringify(sheets)).toContain('по такому правилу не судили ни одну школу');
  });

  it('says where marks of a period have no work beside them', async () => {
    await start({
      'forms/attendance.csv': `${forms['forms/attendance.csv']}sch3;2025/2026;год;Химия;9;30;1000;20;0;10;10;10\n`,
    });
    const notes = (id: string) =>
      rowsOf(files['attendance.csv']).flatMap(({ unit, figure, note }) =>
        unit === id && figure === 'mark_2' ? [note] : [],
      );
    expect([notes('sch1'), notes('sch3')]).toEqual([['wilson'], ['wilson;no-work']]);
    const sheets = await readWorkbook(await readFile(join(folder, 'out/profile.xlsx')));
    const rows = sheets.find(({ name }) => name === 'Посещаемость и отметки')?.rows ?? [];
    expect(rows.find(([school]) => school === 'СОШ № 3')?.at(-1)).toBe(
      'работ этого года, предмета и класса нет: сравнить не с чем',
    );
  });

  it('takes the form for context data for no social passport: it completes no stage', async () => {
    await start({
      'forms/context.csv':
        'логин;Где расположена Ваша образовательная организация?;Укажите количество обучающихся в ОО в 2020/2021 учебном году (в сумме по всем классам)\nsch3;2. Город;300\n',
    });
    expect(ran).toMatchObject({ status: 0, complained: '' });
    const first = rowsOf(files['stages.csv']).find(({ school }) => school === 'sch3');
    expect(first).toMatchObject({ stage: 'passport', state: 'open' });
    expect(utf8(files['passports/sch3.html'])).toContain('300\u00a0учеников, город.');
  });

  it('says of a share of nothing that there is nothing, not that there are no pupils', async () => {
    await start({
      'forms/card.csv': 'school;school_year;prescriptions;prescriptions_done\nsch1;2025/2026;0;0\n',
    });
    const row = rowsOf(files['annual-card.csv']).find(
      ({ school, indicator }) => school === 'sch1' && indicator === 'carried_out_share',
    );
    expect(row).toMatchObject({ value: '', n: '0', note: 'sasovo-six-groups:own;year:2025/2026;whole:0' });
    const sheets = await readWorkbook(await readFile(join(folder, 'out/profile.xlsx')));
    const card = sheets.find(({ name }) => name === 'Ежегодная карта')?.rows ?? [];
    expect(
      card.find(([school, , name]) => school === 'СОШ № 1' && name === 'Исполненные предписания')?.at(-1),
    ).toBe('всего 0, долю считать не от чего');
  });

  it('does without results and without a list: every school of a form is one', async () => {
    folder = await freshFolder();
    await put(folder, { 'rating.csv': forms['forms/rating.csv'] });
    const out = join(folder, 'out');
    const alone = await run('profile', join(folder, 'rating.csv'), '--out', out);
    expect(alone.status).toBe(0);
    const written = await contents(out);
    expect(Object.keys(written)).not.toContain('annual-card.csv');
    expect(new Set(rowsOf(written['cross-check.csv']).map(({ note = '' }) => note.split(';')[0]))).toEqual(
      new Set(['rule:own', 'agrees', 'excluded:few-rated']),
    );
    expect(utf8(written['passports/sch1.html'])).toContain('Социального паспорта школы нет');
    // A second run takes the place of the first.
    expect((await run('profile', join(folder, 'rating.csv'), '--out', out)).status).toBe(0);
    expect(await contents(out)).toEqual(written);
  });

  it('reads one workbook with a list of schools, a passport and several forms', async () => {
    folder = await freshFolder();
    const book = writeRawWorkbook([
      { name: 'Титул', rows: [['Школы района']] },
      {
        name: 'Школы',
        rows: [
          ['id', 'name', 'municipality'],
          ['s1', 'Школа 1', 'Север'],
          ['s2', 'Школа 2', 'Север'],
        ],
      },
      ...PASSPORT_AND_SWOT,
      {
        name: 'SWOT 2',
        rows: [
          ['school', 'kind', 'text'],
          ['s2', 'w', 'Нет физика'],
        ],
      },
    ]);
    await put(folder, { 'forms/свод.xlsx': book });
    const { said, status } = await run('profile', join(folder, 'forms'), '--out', join(folder, 'out'));
    expect(status).toBe(0);
    expect(said).toContain('Прочитано: 1 файл, принято 3 строки. Школ: 2.');
    const written = await contents(join(folder, 'out'));
    expect(rowsOf(written['swot.csv']).map(({ school, text }) => [school, text])).toEqual([
      ['s1', 'Опыт'],
      ['s2', 'Нет физика'],
    ]);
    expect(rowsOf(written['issues.csv'])).toEqual([]);
  });

  it('tells once of a sheet that no reader of forms reads', async () => {
    folder = await freshFolder();
    const book = writeRawWorkbook([
      ...PASSPORT_AND_SWOT,
      { name: 'SWOT 2', rows: [['s2', 'w', 'Нет физика']] },
    ]);
    await put(folder, { 'forms/свод.xlsx': book });
    await run('profile', join(folder, 'forms'), '--out', join(folder, 'out'));
    const written = await contents(join(folder, 'out'));
    expect(rowsOf(written['issues.csv']).map(({ code, sheet }) => [code, sheet])).toEqual([
      ['sheet-not-recognised', 'SWOT 2'],
    ]);
  });

  it('writes nothing where nothing is usable, and never over results', async () => {
    folder = await freshFolder();
    await put(folder, {
      'a.csv': 'school;directions\n;1|2|3\n',
      'res/risk.csv': 'x\n1\n',
      'res/summary.json': '{}',
    });
    const out = join(folder, 'out');
    const none = await run('profile', join(folder, 'a.csv'), '--out', out);
    expect(none).toMatchObject({ status: 2 });
    expect(none.complained).toContain('Ни одной пригодной строки');
    await expect(access(out)).rejects.toThrow();
    await put(folder, { 'a.csv': 'school;directions\nsch1;1|2|3\n' });
    const res = join(folder, 'res');
    expect((await run('profile', join(folder, 'a.csv'), '--analysis', res, '--out', res)).status).toBe(2);
    expect((await run('profile', join(folder, 'a.csv'), '--out', res)).status).toBe(2);
    const damaged = await run('profile', join(folder, 'a.csv'), '--analysis', res, '--out', out);
    expect(damaged.status).toBe(1);
    expect(damaged.complained).toContain('нет пригодного tally.json');
    expect(await readFile(join(out, 'issues.csv'), 'utf8')).toContain('res/risk.csv,,,,file-not-recognised');
  });

  it.each([
    [['--out', 'x'], 'назовите файлы'],
    [['a.csv'], '--out'],
    [['a.csv', '--out', 'x', '--public'], '--public'],
    [['a.csv', '--out', 'x', '--lang', 'de'], '--lang'],
    [['a.csv', '--out', 'x', '--analysis', 'nowhere'], 'nowhere'],
    [['nowhere.csv', '--out', 'x'], 'nowhere.csv'],
  ])('refuses the line %j', async (words, said) => {
    const refused = await run('profile', ...words);
    expect(refused.status).toBe(2);
    expect(refused.complained).toContain(said);
  });

  it('is helped in both languages', async () => {
    expect((await run('profile')).said).toContain('расходится, проверьте');
    expect((await run('profile', '--help', '--lang', 'en')).said).toContain('differs, check it');
    expect((await run('--help')).said).toContain('orientir profile');
  });

  it('tells of files that it does not read, and of a year that has not begun by the clock', async () => {
    const folder = await freshFolder();
    await put(folder, {
      'forms/card.csv': 'school;school_year;teachers\nsch1;2098/2099;20\n',
      'forms/SWOT школы 2.docx': 'PK',
      'forms/этапы.txt': `school\tstage\tdate\n${['sch1', 'sch2', 'sch3'].map((id) => `${id}\t1\t2025-09-30\n`).join('')}`,
    });
    const { status } = await run('profile', `${folder}/forms`, '--out', `${folder}/out`);
    expect(status).toBe(0);
    const issues = rowsOf((await contents(`${folder}/out`))['issues.csv']);
    expect(issues.map(({ code, file, row }) => [code, file, row])).toEqual([
      ['profile-year-future', 'forms/card.csv', '2'],
      ['file-passed-over', 'forms/SWOT школы 2.docx', ''],
    ]);
    expect(rowsOf((await contents(`${folder}/out`))['stages.csv'])[0]).toMatchObject({ state: 'done' });
  });
});
