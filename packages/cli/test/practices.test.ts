import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, put, run } from './run.js';

const BANK =
  'practice,title,territory,topics,settlements,effect,effect_error\nп1,Полоски,Заречный,Дроби,село,"0,2","0,1"\nп2,Журнал,Дальний,Дроби,,,\n';
const DEFICITS =
  'teacher,topic,severity,probability,n,source,reason,note\nt-17,дроби,2,0.8,30,results,,hypothesis\nt-18,Дроби,,0.1,30,results,no-hypothesis,\nt-18,Оптика,3,,,self,,\n';
const EVENTS =
  'event,kind,community,centre,topics,strength,places,date,hours\nмк-1,мастер-класс,межшкольное,Точка роста,Дроби,2,12,08.12.2026,"1,5"\n';

async function ran(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const folder = await freshFolder();
  await put(folder, files);
  const out = join(folder, 'out');
  const result = await run(
    'practices',
    ...options.map((each) => (each.endsWith('.csv') ? join(folder, each) : each)),
    '--out',
    out,
  );
  const text = async (name: string) =>
    (await readFile(join(out, name), 'utf8').catch(() => '')).replace('\ufeff', '').trim().split(/\r?\n/);
  return { ...result, folder, out, practices: await text('practices.csv'), offers: await text('offers.csv') };
}

describe('orientir practices', () => {
  it('finds practices for topics, those made for such schools first, and names no teacher', async () => {
    const found = await ran(
      { 'p.csv': BANK, 'd.csv': DEFICITS },
      '--practices',
      'p.csv',
      '--deficits',
      'd.csv',
      '--settlement',
      'Село',
    );
    expect([found.status, found.complained]).toEqual([0, '']);
    expect(found.said).toContain('Темы: 2, из них без практики: 1.');
    expect(found.practices[0]).toBe(
      'topic,needs,severity,practice,title,territory,fit,adopters,effect,low,high,reason,note',
    );
    expect(found.practices.slice(1).map((row) => row.split(',').slice(0, 7).join())).toEqual([
      'дроби,1,2,п1,Полоски,Заречный,fits',
      'дроби,1,2,п2,Журнал,Дальний,fits',
      'Оптика,1,3,,,,',
    ]);
    expect(found.practices.join()).not.toContain('t-1');
    expect(found.offers).toEqual(['']);
    expect((await readFile(join(found.out, 'practices.xlsx'))).length).toBeGreaterThan(2000);
  });

  it('turns events into offers, as the form of offers has them', async () => {
    const found = await ran({ 'e.csv': EVENTS }, '--events', 'e.csv');
    expect([found.status, found.complained]).toEqual([0, '']);
    expect(found.said).toContain('Из событий получено предложений для orientir match: 1.');
    expect(found.offers).toEqual([
      'offer,kind,topics,strength,places,min_group,slot,format,place,hours,cost',
      'мк-1,мастер-класс,Дроби,2,12,0,2026-12-08,,Точка роста,1.5,0',
    ]);
    expect(found.practices).toEqual(['']);
  });

  it('says what was refused and where, and writes the rest', async () => {
    const found = await ran(
      { 'e.csv': `${EVENTS}мк-1,мастер-класс,,,Дроби,2,1,08.12.2026,\nx,концерт,,,Дроби,2,1,08.12.2026,\n` },
      '--events',
      'e.csv',
    );
    expect(found.status).toBe(1);
    expect(found.complained).toContain('Не приняты 2 строки:');
    expect(found.complained).toMatch(/e\.csv, строка 4, столбец B: .*«концерт» не понятно/);
    expect(found.offers).toHaveLength(2);
  });

  it('needs a bank together with topics, or events, and writes nothing otherwise', async () => {
    expect(await ran({ 'p.csv': BANK }, '--practices', 'p.csv')).toMatchObject({
      status: 2,
      complained: expect.stringContaining('Назовите банк практик и темы'),
    });
    const empty = await ran({ 'e.csv': `${EVENTS.split('\n')[0]}\n` }, '--events', 'e.csv');
    expect(empty).toMatchObject({ status: 2, complained: 'Ни одной пригодной строки. Ничего не записано.' });
    expect(await ran({}, '--events', 'нет.csv')).toMatchObject({ status: 2 });
  });
});
