import { analyseFully } from '@orientir/core/analysis';
import type { ResponseBlock } from '@orientir/core/assessment';
import { NOT_ATTEMPTED, NOT_TAUGHT } from '@orientir/core/assessment';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { renderReport } from './index.js';

const HOSTILE = '<script>alert("x")</script>';
const PUPILS = 200;

/**
 * Four schools of 50. By the number of the pupil: items 1 to 4 grow with the level, 5 falls with it, 6 is always 1, 7 nobody
 * attempted, 8 has no maximum, 9 is a common skill that hardly anybody has and that school 4 lacks altogether.
 */
function block(): ResponseBlock {
  const each = (make: (row: number) => number) => Uint8Array.from({ length: PUPILS }, (_, row) => make(row));
  // Half points; `level` 0..9 is the same in every school.
  const level = (row: number) => (row * 7) % 10;
  const solved = (from: number) => each((row) => (level(row) >= from ? 2 : 0));
  return {
    assessment: {
      id: 'diag',
      programme: 'ВПР',
      subject: 'Математика',
      grade: 8,
      schoolYear: '2025/2026',
      items: [
        { id: '1', maxPoints: 1, level: 'basic', section: 'Числа' },
        { id: '2', maxPoints: 1, level: 'basic', section: 'Числа' },
        { id: '3', maxPoints: 1, level: 'basic', section: HOSTILE, codes: ['1.1', '2.<b>'] },
        { id: '4', maxPoints: 1, level: 'basic', section: HOSTILE },
        { id: '5', maxPoints: 1, level: 'basic', section: 'Геометрия' },
        { id: '6', maxPoints: 1, level: 'basic', section: 'Геометрия' },
        { id: '7', maxPoints: 1, level: 'basic', section: 'Геометрия' },
        { id: '8', section: 'Геометрия' },
        { id: '9', maxPoints: 1, level: 'basic', skill: 'metasubject', section: 'Чтение' },
      ],
      codifier: [{ code: '1.1', name: `Дроби ${HOSTILE}`, earlier: [{ name: `Доли ${HOSTILE}`, grade: 5 }] }],
      markScale: [
        { mark: 2, min: 0 },
        { mark: 3, min: 2 },
        { mark: 4, min: 4 },
        { mark: 5, min: 6 },
      ],
    },
    rows: PUPILS,
    units: ['s1', 's2', 's3', 's4'].map((school) => ({ municipality: 'Район', school, class: '8А' })),
    unit: Uint32Array.from(each((row) => Math.floor(row / 50))),
    variants: ['1'],
    variant: new Uint16Array(PUPILS),
    groupings: [
      {
        column: 'sex',
        values: ['ж', `м ${HOSTILE}`],
        value: Uint32Array.from(each((row) => 1 + (row % 2))),
      },
    ],
    teachers: ['учитель-17'],
    teacher: Uint32Array.from(each(() => 1)),
    points: [
      solved(2),
      solved(4),
      solved(6),
      solved(7),
      each((row) => (level(row) < 5 ? 2 : 0)),
      each(() => 2),
      each(() => NOT_ATTEMPTED),
      each((row) => (row % 2) * 2),
      each((row) => (row < 150 && level(row) >= 7 ? 2 : 0)),
    ],
    mark: new Uint8Array(PUPILS),
    journalMark: new Uint8Array(PUPILS),
    absent: new Uint8Array(PUPILS),
  };
}

const page = renderReport({
  analysis: analyseFully(add(empty(), block())),
  record: { files: [], issues: [] },
  schoolNames: new Map([
    ['s1', 'Школа 1'],
    ['s4', `МБОУ ${HOSTILE}`],
  ]),
  language: 'ru',
});
/** As it is read in Russian. */
const text = page.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0]+/g, ' ');
const sectionOf = (id: string) =>
  page.slice(page.indexOf(`<section id="${id}">`)).split('<section id=')[1] ?? '';

describe('sections about evidence', () => {
  it('tell at a school which topics it had not taught, and say nothing of it elsewhere', () => {
    const whole = block();
    const points = whole.points.map((column, item) =>
      item === 2 ? column.map((point, row) => (row < 50 ? NOT_TAUGHT : point)) : column,
    );
    const html = renderReport({
      analysis: analyseFully(add(empty(), { ...whole, points })),
      record: { files: [], issues: [] },
      schoolNames: new Map(),
      language: 'ru',
    });
    const blockOf = (school: string) =>
      html.split(`<summary>${school}</summary>`)[1]?.split('</details>')[0] ?? '';
    expect(blockOf('s1')).toContain('Тему ещё не проходили: задание 3 (50\u00a0учеников).');
    expect(blockOf('s2')).toContain('учеников');
    expect(blockOf('s2')).not.toContain('не проходили');
  });

  it('are reached from the contents', () => {
    for (const id of ['again', 'doubt', 'sure']) {
      expect(page).toContain(`href="#${id}"`);
      expect(page).toContain(`<section id="${id}">`);
    }
  });

  it('let no text of the data become part of the page, and name no teacher', () => {
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).not.toContain('<b>');
    expect(page).not.toContain('учитель-17');
    for (const id of ['again', 'doubt', 'sure']) {
      expect(sectionOf(id)).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('are in both languages', () => {
    expect(page).toContain('What to teach again');
    expect(page).toContain('Which items not to trust');
    expect(page).toContain('How sure are we');
  });
});

describe('what to teach again', () => {
  it('has items with figures, level, codes and names of codes', () => {
    expect(text).toMatch(/1\.1 «Дроби .*?»; 2\. 200 40 %|3 .*? базовый 1\.1 «Дроби/);
    expect(sectionOf('again')).toMatch(/data-v="0.4"/);
  });

  it('says which topics of earlier grades the codifier names behind them', () => {
    expect(text).toMatch(/То, что нужно повторить, опирается на темы 5 класса: «Доли &lt;script&gt;/);
    expect(page).toMatch(/What is to be taught again rests on topics of grade\s5: “Доли &lt;script/);
  });

  it('has items on common skills apart', () => {
    const after = sectionOf('again').split('Метапредметные задания с низкой решаемостью')[1] ?? '';
    expect(after).toMatch(/<th scope="row">9<\/th>/);
  });

  it('says where a school is weaker than its level explains', () => {
    expect(text).toMatch(
      /Слабее, чем у учеников с такой же суммой баллов: .*?задание 9 — на \d+ п\. п\. ниже/,
    );
  });
});

describe('items that are doubtful themselves', () => {
  it('are not called a gap in knowledge without a word of caution', () => {
    expect(text).toMatch(/5 , проверьте само задание Геометрия базовый/);
  });

  it('are no gap at all where nobody of the whole input attempted them', () => {
    expect(text).not.toMatch(/7 «Геометрия»/);
    expect(sectionOf('again')).not.toMatch(/<th scope="row">7[ <]/);
    expect(sectionOf('doubt')).toMatch(/Задание 7/);
  });
});

describe('which items not to trust', () => {
  const doubt = sectionOf('doubt')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');

  it('names a reversed key with its correlation', () => {
    expect(doubt).toMatch(
      /Задание 5: чем лучше ученик справился с остальной работой, тем хуже с этим заданием \(r = -0,\d\d, с учётом случайности от -0,\d\d до -?0,\d\d; 200 учеников\)/,
    );
  });

  it('names items that tell nobody apart, that nobody attempted and that have no maximum', () => {
    expect(doubt).toContain('Задание 6: у всех полный балл (200 учеников)');
    expect(doubt).toContain('Задание 7: никто не приступил (200 учеников)');
    expect(doubt).toContain('Задание 8: неизвестен максимальный балл');
  });

  it('names items that weaker pupils solve better', () => {
    expect(doubt).toMatch(
      /Задание 5: более слабые ученики решают его лучше более сильных, и это не случайность \(решаемость по/,
    );
  });

  it('names items that groups of equal pupils solve differently, without a reason', () => {
    expect(doubt).toMatch(
      /«ж» и «м [^»]*» \(пол\) решают по-разному при равной сумме баллов; причина неизвестна/,
    );
  });
});

describe('how sure are we', () => {
  const sure = sectionOf('sure')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ');

  it('says plainly what the rules rest on', () => {
    expect(sure).toContain('Самого документа мы не видели');
    expect(sure).toContain('Базовый уровень — недостаточно ниже 57 %, достаточно от 60 %');
  });

  it('says how many pupils, how reliable, how far schools are undetermined', () => {
    expect(sure).toContain('Писали 200 учеников; все задания варианта есть у каждого.');
    expect(sure).toMatch(/Надёжность 0,\d\d \(альфа Кронбаха\) — /);
    expect(sure).toMatch(/По отдельным заданиям так же неопределённы \d+ % результатов школ/);
  });
});
