import type { Assessment } from '@orientir/core/assessment';
import { NOT_ATTEMPTED, NOT_TAUGHT } from '@orientir/core/assessment';
import type { PupilRoute } from '@orientir/core/pupil-route';
import { PupilResult, pupilRoute } from '@orientir/core/pupil-route';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { HOSTILE } from '../../test/invented-region.js';
import { readDocument } from '../document/index.js';
import { pupilSheetDocx, pupilSheetHtml } from './index.js';

const MATHS: Assessment = {
  id: 'vpr-2026-7-математика',
  programme: 'ВПР',
  subject: 'Математика',
  grade: 7,
  schoolYear: '2025/2026',
  items: [
    { id: '1', maxPoints: 1, section: 'Числа', codes: ['1.1'] },
    { id: '2', maxPoints: 2, section: 'Числа', codes: ['1.2'], skills: ['Решать задачи на проценты'] },
    { id: '3', maxPoints: 2, section: 'Геометрия' },
    { id: '4', maxPoints: 1, section: 'Функции' },
    { id: '5', maxPoints: 1, section: 'Статистика' },
    { id: '6', maxPoints: 1, section: 'Логика' },
    { id: '7', section: 'Логика' },
  ],
  codifier: [
    { code: '1.1', name: 'Дроби', kind: 'content' },
    { code: '1.2', name: 'Проценты', kind: 'content', grade: 6, earlier: [{ name: 'Доли', grade: 5 }] },
  ],
};

function aRoute(code: string, own: readonly number[], others: number, ...works: Assessment[]): PupilRoute {
  const unit = { school: 'sch000001', class: '7А' };
  const rest = [2, 4, 0, NOT_ATTEMPTED, 2, 2, 2];
  const rows = [own, ...Array.from({ length: others }, () => rest)];
  const none = new Uint32Array(rows.length);
  const written = works.length === 0 ? [MATHS] : works;
  const blocks = written.map((assessment) => ({
    assessment,
    rows: rows.length,
    units: [unit],
    unit: none,
    variants: ['1'],
    variant: new Uint16Array(rows.length),
    teachers: [],
    teacher: none,
    points: assessment.items.map((_, item) => Uint8Array.from(rows, (row) => row[item] ?? 0)),
    mark: new Uint8Array(rows.length),
    journalMark: new Uint8Array(rows.length),
    absent: new Uint8Array(rows.length),
  }));
  const place = { file: 'a.csv', row: 2 };
  const results = written.map(
    (assessment) => new PupilResult({ assessment, unit, codes: own, absent: false, place }),
  );
  return pupilRoute(
    code,
    { kind: 'one', results, school: 'sch000001', class: '7А', earlier: 1 },
    blocks.reduce((tally, block) => add(tally, block), empty()),
  );
}

const ROUTE = aRoute('70012', [2, 1, 0, NOT_ATTEMPTED, NOT_TAUGHT, 2, 2], 6);

/** As people read it. */
function textOf(html: string): string {
  const lines = html
    .slice(html.indexOf('<main>'))
    .replace(/<\/(?:p|h1|h2|li|tr)>/g, '\n')
    .replace(/<\/t[hd]>(?=<t[hd])/g, ' | ')
    .replace(/<[^>]+>/g, '')
    .split('\n');
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

describe('pupilSheetHtml', () => {
  it('says what is true of the pupil, in both languages', async () => {
    await expect(textOf(pupilSheetHtml(ROUTE, 'ru'))).toMatchFileSnapshot('golden/pupil.ru.txt');
    await expect(textOf(pupilSheetHtml(ROUTE, 'en'))).toMatchFileSnapshot('golden/pupil.en.txt');
  });

  it('tells works of one name apart', () => {
    const own = [2, 1, 0, NOT_ATTEMPTED, NOT_TAUGHT, 2, 2];
    const twice = aRoute('70012', own, 6, MATHS, { ...MATHS, id: 'again' });
    const text = textOf(pupilSheetHtml(twice, 'ru'));
    expect(text).toContain(`(${MATHS.id})`);
    expect(text).toContain('(again)');
    expect(textOf(pupilSheetHtml(ROUTE, 'ru'))).not.toContain(`(${MATHS.id})`);
  });

  it('says nothing of a small class', () => {
    const text = textOf(pupilSheetHtml(aRoute('70012', [0, 1, 0, 0, 0, 0, 0], 3), 'ru'));
    expect(text).toContain('не говорим: мал класс');
    expect(text).not.toMatch(/(?:около|больше|меньше)\s\d+\u00a0%(?!:)[^:]*\|/);
  });

  it('has nothing to repeat where nothing was lost', () => {
    const text = textOf(pupilSheetHtml(aRoute('70012', [2, 4, 4, 2, 2, 2, 2], 6), 'ru'));
    expect(text).toContain('Потерянных баллов нет.');
    expect(text).toContain('Продолжать как есть');
    expect(text).not.toContain('С чего начать');
  });

  it('tells at the head and at the foot who may see it', () => {
    const text = textOf(pupilSheetHtml(ROUTE, 'ru')).trim().split('\n');
    expect(text[0]).toContain('152-ФЗ');
    expect(text.at(-1)).toContain('152-ФЗ');
  });

  it('lets no text of the data become part of the page', () => {
    const hostile = {
      ...MATHS,
      subject: HOSTILE,
      items: MATHS.items.map((item) => ({ ...item, section: HOSTILE })),
    };
    expect(pupilSheetHtml(aRoute(HOSTILE, [0, 0, 0, 0, 0, 0, 0], 6, hostile), 'ru')).not.toContain('<script');
  });
});

describe('pupilSheetDocx', () => {
  it('holds the same sentences, and the same bytes for the same route', async () => {
    const { blocks, remarks } = await readDocument(pupilSheetDocx(ROUTE, 'ru'), 'sheet.docx');
    expect(remarks).toEqual([]);
    expect(JSON.stringify(blocks)).toContain('С чего начать. С этими темами класс справляется');
    expect(JSON.stringify(blocks)).toContain('Только для школы, ученика и его родителей');
    expect(pupilSheetDocx(ROUTE, 'ru')).toEqual(pupilSheetDocx(ROUTE, 'ru'));
  });
});
