import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readWorkbook } from '@orientir/formats/xlsx';
import { describe, expect, it } from 'vitest';
import { contents, freshFolder, put, run } from './run.js';

const CONFERENCES = `date,topic,school,teacher,attended
01.10.2026,Дроби,s1,t-17,да
2026-10-01,дроби,s1,t-18,нет
08.10.2026,Чтение,s1,,нет
01.10.2026,Дроби,s2,,нет
08.10.2026,Чтение,s2,,
`;
const STAFFING = `subject,teachers,past_age,age,hours,vacancies,join_low,join_high,leave_low,leave_high,past_leave_low,past_leave_high
Физика,40,10,60,800,2,0,2,5 %,"0,1",20%,0.5
Химия,10,,,,,,,,,,
`;

async function staff(files: Readonly<Record<string, string>> = {}) {
  const folder = await freshFolder();
  await put(folder, { 'conferences.csv': CONFERENCES, 'staffing.csv': STAFFING, ...files });
  const at = (name: string) => join(folder, name);
  return {
    at,
    ran: (...words: readonly string[]) => run('staff', ...words, '--out', at('out')),
    text: (path: string) => readFile(join(at('out'), path), 'utf8'),
  };
}

describe('orientir staff', () => {
  it('tells the share of conferences by school, with its n and without teachers', async () => {
    const { ran, at, text } = await staff();
    const told = await ran('--conferences', at('conferences.csv'));
    expect(told).toMatchObject({ status: 0, complained: '' });
    expect(told.said).toContain('Посещение: 2 конференции, 2 школы.');
    expect(await text('attendance.csv')).toBe('school,conferences,n,share,reason\ns1,2,2,0.5,\ns2,2,1,0,\n');
    expect(Object.keys(await contents(at('out')))).toEqual(['attendance.csv', 'staff.xlsx']);
    const book = await readWorkbook(new Uint8Array(await readFile(join(at('out'), 'staff.xlsx'))));
    expect(JSON.stringify(book)).not.toMatch(/t-1[78]/);
  });

  it('tells burnout of groups only, and of none whose single answers could be seen', async () => {
    const answers = [
      ...[20, 22, 24, 26, 30].map((score) => `s1,${score}`),
      ...[10, 12].map((score) => `s2,${score}`),
      ...[7, 7, 7, 7, 7].map((score) => `s3,${score}`),
    ];
    const { ran, at, text } = await staff({
      'burnout.csv': `group,burnout,фио\n${answers.join(',Иванова\n')},Иванова\ns1,,\ns1,много,\n,5,\n`,
    });
    const told = await ran('--burnout', at('burnout.csv'));
    expect(told.status).toBe(1);
    expect(told.said).toContain('Выгорание: 3 группы; у 2 среднее скрыто: мало ответов или все одинаковы.');
    expect(told.complained).toContain('Не приняты 3 строки');
    expect(told.complained).not.toContain('Иванова');
    expect(await text('burnout.csv')).toBe(
      'level,group,n,mean,reason\ngroup,s1,5,24.4,\ngroup,s2,,,suppressed-small\ngroup,s3,,,suppressed-homogeneous\nall,,12,14.9167,\n',
    );
    const book = await readWorkbook(new Uint8Array(await readFile(join(at('out'), 'staff.xlsx'))));
    expect(JSON.stringify(book)).not.toContain('Иванова');
    expect(book.map(({ name }) => name)).toEqual(['Выгорание']);
  });

  it('tells what is missing in three years, from and to, with the assumptions printed and unverified', async () => {
    const { ran, at, text } = await staff();
    const told = await ran('--staffing', at('staffing.csv'), '--school-year', '2026/2027');
    expect(told).toMatchObject({ status: 0, complained: '' });
    expect(told.said).toContain(
      'Прогноз на три года: 1 предмет; у 1 не указано, какая доля уходит за год, и прогноза нет.',
    );
    expect(told.said).toContain('Предположения ваши, никто их не проверял');
    expect(told.said).toContain(
      'Физика: учителей сейчас 40; из них старше 60 лет 10; ведут 800 ч в неделю; вакансий 2; за год приходит 0–2; уходит 5\u00a0%–10\u00a0%; старших уходит 20\u00a0%–50\u00a0%.',
    );
    const rows = (await text('staffing.csv')).trim().split('\n');
    expect(rows[0]).toBe(
      'subject,year,teachers_low,teachers_high,open_low,open_high,hours_low,hours_high,reason,note',
    );
    expect(rows[1]).toBe('Физика,2027/2028,32,38.5,3.5,10,70,200,,assumptions-of-the-user:unverified');
    expect(rows[3]).toMatch(/^Физика,2029\/2030,/);
    expect(rows[4]).toBe('Химия,,,,,,,,not-entered,assumptions-of-the-user:unverified');
    const english = await ran('--staffing', at('staffing.csv'), '--school-year', '2026/2027', '--lang', 'en');
    expect(english.said).toContain('of them past 60 years 10');
  });

  it('counts those who reach the age, and says of which years the form is silent', async () => {
    const { ran, at, text } = await staff({
      'staffing.csv':
        'subject,teachers,past_age,age,reach_1,reach_2,reach_3,leave_low,leave_high,past_leave_low,past_leave_high\nФизика,40,10,60,4,,6,10%,10%,50%,50%\nХимия,10,6,60,3,2,0,1%,1%,,\n',
    });
    const told = await ran('--staffing', at('staffing.csv'), '--school-year', '2026/2027');
    expect(told.status).toBe(1);
    expect(told.complained).toContain(
      'строка 3, столбец F: Возраста за три года достигнут 5, а моложе его сейчас 4',
    );
    expect(told.said).toContain('из них старше 60 лет 10; достигнут его по годам: 4, не известно, 6');
    // 26 · 0.9 + 14 · 0.5 teachers after a year.
    expect((await text('staffing.csv')).split('\n')[1]).toMatch(/^Физика,2027\/2028,30.4,30.4,9.6,9.6,/);
    const sheets = async () =>
      JSON.stringify(await readWorkbook(new Uint8Array(await readFile(join(at('out'), 'staff.xlsx')))));
    expect(await sheets()).toContain('принято, что никто');
    const known = 'subject,teachers,reach_1,reach_2,reach_3,leave_low,leave_high\nФизика,40,4,0,6,10%,10%\n';
    await put(at(''), { 'staffing.csv': known });
    expect((await ran('--staffing', at('staffing.csv'), '--school-year', '2026/2027')).status).toBe(0);
    expect(await sheets()).not.toContain('принято, что никто');
  });

  it('names every row that cannot be, and goes on without it', async () => {
    const { ran, at } = await staff({
      'conferences.csv': `${CONFERENCES}31.02.2026,Дроби,s1,,да\n01.10.2026,,s1,,да\n01.10.2026,Дроби,,,да\n01.10.2026,Дроби,s1,,может быть\n`,
      'staffing.csv': `${STAFFING}физика,1,,,,,,,1%,1%,,\nБиология,5,6,60,,,,,1%,2%,,\nГеография,5,,,,,3,1,1%,2%,,\nИстория,5,,,,,,,0.5,0.1,,\nПраво,5,,,,,,,7,8,,\nТруд,,,,,,,,1%,1%,,\n`,
    });
    const told = await ran(
      ...['--conferences', at('conferences.csv'), '--staffing', at('staffing.csv')],
      ...['--school-year', '2026/2027'],
    );
    expect(told.status).toBe(1);
    expect(told.complained).toContain('Не принято 10 строк');
    for (const said of [
      'conferences.csv, строка 7, столбец A',
      'conferences.csv, строка 8, столбец B',
      'conferences.csv, строка 9, столбец C',
      'conferences.csv, строка 10, столбец E',
      'staffing.csv, строка 4, столбец A: Такая строка уже есть (subject): строка 2',
      'staffing.csv, строка 5, столбец C: Столбец «past_age»: 6 — больше, чем в столбце «teachers» (5)',
      'staffing.csv, строка 6, столбец G: Нижняя граница «join_low» больше верхней «join_high»',
      'staffing.csv, строка 7, столбец I: Нижняя граница «leave_low» больше верхней «leave_high»',
      'staffing.csv, строка 8, столбец I: Столбец «leave_low»: «7» — не доля',
      'staffing.csv, строка 9, столбец B',
    ])
      expect(told.complained).toContain(said);
  });

  it.each([
    [[], '--conferences'],
    [['--staffing', 's.csv'], '--school-year'],
    [['--staffing', 's.csv', '--school-year', '2026/2028'], '2026/2027'],
    [['--conferences', 'nowhere.csv'], 'nowhere.csv'],
    [['--conferences', 'c.csv', '--rank'], '--rank'],
  ])('refuses the line %j', async (words, said) => {
    const { ran } = await staff();
    const told = await ran(...words);
    expect(told.status).toBe(2);
    expect(told.complained).toContain(said);
    expect((await ran(...words, '--lang', 'en')).complained).not.toMatch(/[а-я]{4}/i);
  });

  it('writes nothing without a usable row, and its forms are no results', async () => {
    const { ran, at } = await staff({ 'conferences.csv': 'date,topic,school,attended\n' });
    expect((await ran('--conferences', at('conferences.csv'))).complained).toContain(
      'Ни одной пригодной строки',
    );
    await put(at(''), { 'forms/c.csv': CONFERENCES, 'forms/s.csv': STAFFING });
    const analyzed = await run('analyze', at('forms'), '--out', at('analysed'));
    expect(analyzed.status).toBe(2);
    expect(analyzed.said).toContain('forms/c.csv: Это таблица о помощи учителям.');
  });
});
