import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contents, freshFolder, put, run } from './run.js';

const BANK = `person,polarity,topic,subject,block,severity,source,date,until,evidence
t-2,дефицит,Дроби,Математика,,3,результаты работ,20.05.2026,,ВПР 2026
t-1,дефицит,Дроби,Математика,,2,results,2026-05-20,2027-01-15,
t-1,дефицит,дроби,,,1,диагностика,10.09.2026,,Справка 7|Лист 2
t-1,достижение,Задачи,Математика,,,конкурс,2026-03-01,,Диплом
h-1,deficit,,,нормативно-правовой,,diagnostics,2026-10-01,,
`;
const PEOPLE = `person,role,school,subjects,grades,young,newcomer,low_results,no_exam_experience,category,since
t-1,учитель,s1,Математика|Физика,7–8,,,,,первая,01.03.2024
t-2,,s2,Математика,5|6,да,,,,,
h-1,руководитель,s1,,,,,,,,
`;

async function bank(files: Readonly<Record<string, string>> = {}) {
  const folder = await freshFolder();
  await put(folder, { 'bank.csv': BANK, 'people.csv': PEOPLE, ...files });
  const at = (name: string) => join(folder, name);
  return {
    at,
    asked: (...words: readonly string[]) =>
      run('bank', at('bank.csv'), '--people', at('people.csv'), ...words),
    text: (path: string) => readFile(at(path), 'utf8'),
  };
}
/** Rows of the table on the screen, its columns joined by one space. */
const shown = (said: string) =>
  said
    .split('\n')
    .filter((line) => /^[th]-\d/.test(line))
    .map((line) => line.replace(/ {2,}/g, ' '));

describe('orientir bank', () => {
  it('answers «математика, 7–8 классы» with both polarities, by code and date, and says what is a guess', async () => {
    const { asked } = await bank();
    const ran = await asked('--subject', 'математика', '--grade', '7-8');
    expect(ran).toMatchObject({ status: 0, complained: '' });
    expect(shown(ran.said)).toEqual([
      't-1 дефицит дроби 1 диагностика 2026-09-10',
      't-1 дефицит Математика: Дроби 2 результаты работ 2026-05-20 2027-01-15',
      't-1 достижение Математика: Задачи конкурс 2026-03-01',
    ]);
    expect(ran.said).toContain(
      'Найдено: 3 записи, людей — 1. Список по кодам и датам, порядок ничего не значит.',
    );
    expect(ran.said).toContain('Результаты ВПР нельзя использовать');
    const all = await asked();
    expect(shown(all.said)).toContain(
      't-2 дефицит Математика: Дроби 3 результаты работ (предположение) 2026-05-20',
    );
    expect(all.said).toContain('Код  ');
  });

  it('finds heads of schools, groups, days, polarities and single people', async () => {
    const { asked } = await bank();
    const found = async (...words: readonly string[]) =>
      shown((await asked(...words)).said).map((line) => line.split(' ').slice(0, 2).join(' '));
    expect(await found('--role', 'head', '--block', 'legal')).toEqual(['h-1 дефицит']);
    expect(await found('--group', 'young')).toEqual(['t-2 дефицит']);
    expect(await found('--polarity', 'achievement', '--school', 's1')).toEqual(['t-1 достижение']);
    expect(await found('--topic', 'дроби', '--at', '2026-06-01')).toEqual(['t-1 дефицит', 't-2 дефицит']);
    expect(await found('--person', 't-2')).toEqual(['t-2 дефицит']);
    expect((await asked('--person', 't-9')).said).toContain('Ничего не найдено');
    expect((await asked('--role', 'head', '--lang', 'en')).said).toMatch(/h-1 +deficit +legal +diagnostics/);
  });

  it('adds a table of deficits as entries of a day, once, and keeps what is beside it', async () => {
    const { asked, at, text } = await bank({
      'deficits.csv':
        'teacher,topic,severity,probability,n,source,reason,note\nt-2,Проценты,2,0.9,40,results,,"hypothesis;x:unverified;subject:Математика;year:2025/2026"\nt-2,Дроби,,0.1,40,results,no-hypothesis,\nt-1,methodical,3,,,diagnostics,,\nt-1,Чтение,1,,,заявлено учителем,declared,\n',
      'помощь/private/letters/t-1.docx': 'a letter',
    });
    const words = ['--add', at('deficits.csv'), '--date', '2026-11-27', '--out', at('помощь')];
    const ran = await asked(...words);
    expect(ran).toMatchObject({ status: 0, complained: '' });
    expect(ran.said).toContain('Добавлены 3 записи.');
    const first = await text('помощь/private/bank.csv');
    expect(first).toContain('\nt-2,deficit,Проценты,Математика,,2,results,2026-11-27,,deficits.csv,no\n');
    expect(first).toContain('\nt-1,deficit,,,methodical,3,diagnostics,2026-11-27,,deficits.csv,yes\n');
    expect(first).toContain('\nt-1,deficit,Чтение,,,1,self,2026-11-27,,deficits.csv,yes\n');
    expect(first).toContain('\nt-1,deficit,дроби,,,1,diagnostics,2026-09-10,,Справка 7|Лист 2,yes\n');
    const again = await run('bank', at('помощь/private/bank.csv'), ...words);
    expect(again.said).toContain('Добавлено 0 записей; ещё 3 уже есть в банке.');
    expect(await text('помощь/private/bank.csv')).toBe(first);
    expect(Object.keys(await contents(at('помощь'))).sort()).toEqual([
      'private/bank.csv',
      'private/found.csv',
      'private/letters/t-1.docx',
    ]);
    // A bank that is not the one that was read stays, unless it may go.
    expect((await asked(...words)).complained).toContain('уже есть');
    expect(await text('помощь/private/bank.csv')).toBe(first);
    expect((await asked(...words, '--force')).status).toBe(0);
  });

  it('names every row that cannot be, and goes on without it', async () => {
    const { asked, at } = await bank({
      'bank.csv': `${BANK}t-1,слабость,Дроби,,,,self,2026-01-01,,\nt-1,deficit,,,,,self,2026-01-01,,\nt-1,deficit,Дроби,,,,self,,,\nt-1,deficit,Дроби,,,,self,2026-02-01,2026-01-01,\nt-1,deficit,Дроби,,,4,self,2026-02-01,,\nt-8,deficit,Дроби,,,,self,2026-02-01,,\n`,
      'people.csv': `${PEOPLE}t-1,,,,,,,,,,\nt-3,,,,семь,,,,,,\nt-4,,,,,,,,,высшая,\n`,
    });
    const ran = await asked('--person', 't-1');
    expect(ran.status).toBe(1);
    expect(ran.complained).toContain('Не принято 8 строк');
    for (const said of [
      'bank.csv, строка 7, столбец B: Столбец «polarity»: «слабость» не понятно. Можно: дефицит, достижение.',
      'bank.csv, строка 8, столбец C: Столбец «topic» пуст',
      'bank.csv, строка 9, столбец H: Столбец «date» пуст',
      'bank.csv, строка 10, столбец I: Дата 01.01.2026 раньше, чем «дата» (01.02.2026)',
      'bank.csv, строка 11, столбец F',
      'people.csv, строка 5, столбец A',
      'people.csv, строка 6, столбец E: Столбец «grades»: «семь» не понятно.',
      'people.csv, строка 7, столбец K: Столбец «since» пуст',
      'people.csv: «t-8» нет в таблице людей',
    ])
      expect(ran.complained).toContain(said);
    const empty = await run('bank', at('people.csv'));
    expect(empty.status).toBe(2);
    expect(empty.complained).toContain('нет ни одной пригодной записи');
  });

  it.each([
    [['b.csv', '--grade', '0'], '--grade'],
    [['b.csv', '--role', 'boss'], 'teacher, head'],
    [['b.csv', '--polarity', 'bad'], 'deficit, achievement'],
    [['b.csv', '--block', 'x'], 'legal'],
    [['b.csv', '--group', 'x'], 'young'],
    [['b.csv', '--at', '2026-02-30'], '--at'],
    [['b.csv', '--grade', '7'], '--people'],
    [['--add', 'd.csv', '--out', 'o'], '--date'],
    [['--add', 'd.csv', '--date', '2026-01-01'], '--out'],
    [['--subject', 'М'], 'orientir bank'],
    [['nowhere.csv'], 'nowhere.csv'],
    [['b.csv', '--rank'], '--rank'],
  ])('refuses the line %j', async (words, said) => {
    const ran = await run('bank', ...words);
    expect(ran.status).toBe(2);
    expect(ran.complained).toContain(said);
    expect((await run('bank', ...words, '--lang', 'en')).complained).not.toMatch(/[а-я]{4}/i);
  });

  it('is no table of results and no plan', async () => {
    const { at } = await bank();
    const analyzed = await run('analyze', at('bank.csv'), '--out', at('analysed'));
    expect(analyzed.status).toBe(2);
    expect((await run('publish', at('bank.csv'), '--out', at('site'))).status).toBe(2);
  });
});
