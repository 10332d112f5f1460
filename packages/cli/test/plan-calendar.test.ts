import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, put, run } from './run.js';

/** A school that breaks a week later than others. */
const OWN = {
  schoolYear: '2025/2026',
  start: '2025-09-01',
  end: '2026-05-29',
  breaks: [
    { name: 'autumn', start: '2025-11-01', end: '2025-11-09' },
    { name: 'winter', start: '2025-12-31', end: '2026-01-11' },
    { name: 'spring', start: '2026-03-21', end: '2026-03-29' },
  ],
  source: 'Приказ школы от 25.08.2025 № 12',
};

async function withCalendar(more: object = {}) {
  const folder = await freshFolder();
  await put(folder, { 'own.json': JSON.stringify({ ...OWN, ...more }) });
  return { folder, own: join(folder, 'own.json') };
}

const due = (text: string): readonly string[] =>
  JSON.parse(text).occurrences.map((each: { due: string }) => each.due);

describe('--calendar', () => {
  it('counts a deadline by the calendar of the school and not by the built-in one', async () => {
    const { own } = await withCalendar();
    const words = ['deadline', 'в конце каждой четверти', '--school-year', '2025/2026', '--json'];
    const without = await run(...words);
    const by = await run(...words, '--calendar', own);
    expect(by).toMatchObject({ status: 0, complained: '' });
    expect(due(by.said)).toEqual(['2025-10-31', '2025-12-30', '2026-03-20', '2026-05-29']);
    expect(due(without.said)).not.toEqual(due(by.said));
  });

  it('is left alone in another school year, and says so', async () => {
    const { own } = await withCalendar();
    const words = ['deadline', 'каждую четверть', '--school-year', '2024/2025', '--json'];
    const by = await run(...words, '--calendar', own);
    expect(by.complained).toBe(
      `${own}: это календарь на 2025/2026 учебный год, а сроки — на 2024/2025: для них он не использован.`,
    );
    expect(by.said).toBe((await run(...words)).said);
  });

  it('names the file and the place of what is wrong', async () => {
    const words = ['deadline', 'каждую четверть', '--school-year', '2025/2026'];
    const of = async (more: object) => {
      const { own } = await withCalendar(more);
      const { status, complained } = await run(...words, '--calendar', own);
      return { status, complained: complained.replace(own, 'own.json') };
    };
    expect(await of({ breaks: [{ name: 'autumn', start: '2025-11-09', end: '2025-11-01' }] })).toEqual({
      status: 2,
      complained: 'own.json: breaks.0: осенние каникулы: конец раньше начала (2025-11-09–2025-11-01).',
    });
    expect((await of({ holidays: [] })).complained).toMatch(/^own\.json: holidays: такого поля не бывает/);
    expect(
      (await of({ breaks: [{ ...OWN.breaks[0], end: '2025-11-02' }, ...OWN.breaks.slice(1)] })).complained,
    ).toBe('own.json: осенние каникулы: каникулы короче 7 календарных дней (2025-11-01–2025-11-02).');
    expect((await run(...words, '--calendar', '/nowhere.json')).status).toBe(2);
  });

  it('counts in a plan that is read, written as a calendar and looked at on a day', async () => {
    const { folder, own } = await withCalendar();
    await put(folder, {
      'план.csv':
        'Мероприятие,Срок,Ответственный\nПосещение уроков,в конце каждой четверти,Завуч\nОтчёт,1 четверть,Завуч\n',
    });
    const plan = join(folder, 'plans', 'plan.json');
    const year = ['--school-year', '2025/2026'];
    await run('plan', 'import', join(folder, 'план.csv'), '--out', plan, ...year, '--calendar', own);
    const { measures } = JSON.parse(await readFile(plan, 'utf8'));
    expect(measures[1].deadline).toMatchObject({ kind: 'range', start: '2025-09-01', end: '2025-10-31' });

    const ics = async (name: string, ...more: readonly string[]) => {
      const out = join(folder, name);
      expect((await run('plan', 'export', plan, '--out', out, ...more)).status).toBe(0);
      return readFile(out, 'utf8');
    };
    expect(await ics('own.ics', '--calendar', own)).toContain('RDATE;VALUE=DATE:20251230,20260320,20260529');
    expect(await ics('built-in.ics')).not.toContain('20260320');

    const overdue = async (...more: readonly string[]) => {
      const words = ['plan', 'status', join(folder, 'plans'), '--as-of', '2025-10-28', '--json'];
      return JSON.parse((await run(...words, ...more)).said).measures.overdue;
    };
    // By the built-in calendar the first quarter ended on 24 October.
    expect([await overdue(), await overdue('--calendar', own)]).toEqual([1, 0]);
  });

  it('is read by lint too', async () => {
    const { folder, own } = await withCalendar({ schoolYear: '2025' });
    await put(folder, { 'план.csv': 'Мероприятие,Срок,Ответственный\nОтчёт,1 четверть,Завуч\n' });
    expect((await run('plan', 'lint', join(folder, 'план.csv'), '--calendar', own)).complained).toContain(
      'own.json: schoolYear: ',
    );
  });
});
