import type { Issue } from '@orientir/core/foundation';
import { describeIssue } from '@orientir/core/foundation';
import { candidates } from '@orientir/core/support';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputFile } from '../readers/index.js';
import { templates } from '../templates/index.js';
import { readSupport } from './index.js';

const encoder = new TextEncoder();
const file = (name: string, text: string) => ({ name, source: inputFile(name, encoder.encode(text)) });

const TEACHERS = `teacher,school,subject,limit,slots,hours,young,newcomer,low_results,no_exam_experience,locked
t1,s1,Математика,2,вт|чт,"16,5",да,,,нет,o1
t2,s1,,,,,,,да,,
`;
const OFFERS = `offer,kind,topics,strength,places,min_group,slot,format,place,hours,cost
o1,курс,Дроби|Проценты,3,10,2,вт,очно,s1,16,1500
o2,видео,Чтение,1,100,,,,,,
`;
const DEFICITS = `teacher,topic,severity,source
t1,дроби,3,заявлено
t2,Чтение,1,
`;

interface Texts {
  readonly teachers?: string;
  readonly offers?: string;
  readonly deficits?: string;
  readonly locks?: string;
  readonly earlier?: string;
  readonly courses?: string;
}

function read({ teachers = TEACHERS, offers = OFFERS, deficits = DEFICITS, ...rest }: Texts = {}) {
  return readSupport({
    teachers: file('teachers.csv', teachers),
    offers: [file('offers.csv', offers)],
    deficits: file('deficits.csv', deficits),
    ...(rest.locks === undefined ? {} : { locks: file('locks.csv', rest.locks) }),
    ...(rest.earlier === undefined ? {} : { earlier: file('matches.csv', rest.earlier) }),
    ...(rest.courses === undefined ? {} : { courses: file('courses.csv', rest.courses) }),
  });
}

const told = (issues: readonly Issue[]) =>
  issues.map(({ file: of, row, column, code, severity }) => `${of}:${row}:${column} ${severity} ${code}`);

describe('tables of teachers, offers and deficits', () => {
  it('are read as they stand', async () => {
    const all = await read({ courses: 'teacher,course,due,hours,done\nt1,ФГОС,30.06.2027,36,нет\n' });
    expect(all.issues).toEqual([]);
    expect(all.teachers).toEqual([
      {
        teacher: 't1',
        school: 's1',
        subject: 'Математика',
        limit: 2,
        slots: ['вт', 'чт'],
        hours: 16.5,
        groups: ['young'],
      },
      { teacher: 't2', school: 's1', limit: 2, slots: [], groups: ['low_results'] },
    ]);
    expect(all.offers).toEqual([
      {
        offer: 'o1',
        kind: 'курс',
        topics: ['Дроби', 'Проценты'],
        strength: 3,
        places: 10,
        minGroup: 2,
        slot: 'вт',
        format: 'очно',
        place: 's1',
        hours: 16,
        cost: 1500,
      },
      {
        offer: 'o2',
        kind: 'видео',
        topics: ['Чтение'],
        strength: 1,
        places: 100,
        minGroup: 0,
        hours: 0,
        cost: 0,
      },
    ]);
    expect(all.deficits).toEqual([
      { teacher: 't1', topic: 'дроби', severity: 3, source: 'заявлено' },
      { teacher: 't2', topic: 'Чтение', severity: 1 },
    ]);
    expect(all.locks).toEqual([{ teacher: 't1', offer: 'o1' }]);
    expect(all.courses).toEqual([
      { teacher: 't1', course: 'ФГОС', due: '2027-06-30', hours: 36, done: false },
    ]);
    expect(all.files.map(({ layout, rowsRead }) => [layout, rowsRead])).toEqual([
      ['teachers', 2],
      ['offers', 2],
      ['deficits', 2],
      ['courses', 1],
    ]);
  });

  it('give an issue for every row that cannot be, and keep the rest', async () => {
    const all = await read({
      teachers: `${TEACHERS}t1,s2,,,,,,,,,\nt3,,,,,-2,,,,,\nt4,,,,,,может,,,,\n,,,,,,,,,,x\nt5,,,1,,,,,,,o1|o9|o2\n`,
      offers: `${OFFERS}o1,курс,Дроби,3,5,,,,,,\no3,курс,Дроби,3,,,,,,,\no4,курс,Дроби,3,0,,,,,,\no5,курс,Дроби,4,5,,,,,,\no6,курс,Дроби,3,5,8,,,,,\no7,курс,,3,5,,,,,,\n`,
      deficits: `${DEFICITS}t9,Дроби,1,\nt2,Дроби,0,\nt2,Дроби,пять,\nt2,,1,\nt1,ДРОБИ,2,заявлено\nt1,Дроби,2,ВПР\n`,
      locks: 'teacher,offer\nt2,o9\nt2,o2\nt2,o2\n',
    });
    expect(told(all.issues)).toEqual([
      'teachers.csv:4:A error support-duplicate',
      'teachers.csv:5:F error support-number-invalid',
      'teachers.csv:6:G error support-word-unknown',
      'teachers.csv:7:A error support-missing',
      'offers.csv:4:A error support-duplicate',
      'offers.csv:5:E error support-missing',
      'offers.csv:6:E warning support-places-none',
      'offers.csv:7:D error support-degree-invalid',
      'offers.csv:8:F error support-group-above',
      'offers.csv:9:C error support-missing',
      'deficits.csv:4:A error support-unknown',
      'deficits.csv:5:C error support-degree-invalid',
      'deficits.csv:6:C error support-degree-invalid',
      'deficits.csv:7:B error support-missing',
      'deficits.csv:8:B error support-duplicate',
      'teachers.csv:8:K warning support-lock-ignored',
      'teachers.csv:8:K warning support-lock-ignored',
      'locks.csv:2:undefined error support-lock-refused',
      'locks.csv:4:undefined error support-lock-refused',
    ]);
    expect(all.teachers.map(({ teacher }) => teacher)).toEqual(['t1', 't2', 't5']);
    expect(all.offers.map(({ offer }) => offer)).toEqual(['o1', 'o2', 'o4']);
    expect(all.locks.map(({ teacher, offer }) => `${teacher} ${offer}`)).toEqual(['t1 o1', 't5 o1', 't2 o2']);
    const counts = all.files.map(({ rowsRead, rowsAccepted, rowsRejected }) => [
      rowsRead,
      rowsAccepted,
      rowsRejected,
    ]);
    expect(counts).toEqual([
      [7, 3, 4],
      [8, 3, 5],
      [8, 3, 5],
      [3, 1, 2],
    ]);
    for (const each of all.issues) {
      expect(describeIssue(each, 'ru')).toMatch(/[а-я]/);
      expect(describeIssue(each, 'en')).not.toContain('undefined');
    }
  });

  it('tell of teachers whom nothing suits, and of earlier pairs that are gone', async () => {
    const all = await read({
      teachers: `${TEACHERS}t3,,,,,,,,,,\n`,
      deficits: `${DEFICITS}t3,Физика,1,\n`,
      earlier:
        'teacher,offer,covers,price,alternative,loss,reason,note\nt1,o1,Дроби,,,,,\nt7,o2,Чтение,,,,,\n',
    });
    const of = candidates(all.teachers, all.offers, all.deficits, {
      locks: all.locks,
      ...(all.earlier === undefined ? {} : { earlier: all.earlier }),
    });
    expect(all.issues).toEqual([]);
    expect(told(all.pairIssues(of, of.brokenLocks))).toEqual([
      'teachers.csv:2:undefined warning support-no-candidate',
      'teachers.csv:4:undefined warning support-no-candidate',
      'teachers.csv:2:K warning support-lock-ignored',
      'matches.csv:2:undefined warning support-earlier-gone',
      'matches.csv:3:undefined warning support-earlier-gone',
    ]);
  });

  it('take what an analysis writes of deficits, and pass over figures that are missing', async () => {
    const all = await read({
      deficits:
        'teacher,topic,severity,probability,n,source,reason,note\nt1,Дроби,2,0.93,24,ВПР,,\nt1,Чтение,,,3,ВПР,too-few,\n',
    });
    expect(all.issues).toEqual([]);
    expect(all.deficits).toEqual([{ teacher: 't1', topic: 'Дроби', severity: 2, source: 'ВПР' }]);
    expect(all.files.at(-1)).toMatchObject({ rowsRead: 2, rowsAccepted: 2 });
  });

  it('never lose a row, whatever stands in the cells', async () => {
    const cell = fc.constantFrom(
      '',
      't1',
      't2',
      'o1',
      'o2',
      '1',
      '3',
      '-1',
      '2,5',
      'да',
      'x|y',
      'Дроби',
      '1e9',
    );
    const rows = (columns: number) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 6 });
    const text = (header: string, cells: readonly (readonly string[])[]) =>
      [header.split('\n')[0], ...cells.map((row) => row.map((each) => `"${each}"`).join(','))].join('\n');
    await fc.assert(
      fc.asyncProperty(rows(11), rows(11), rows(4), rows(2), async (teachers, offers, deficits, locks) => {
        const all = await read({
          teachers: text(TEACHERS, teachers),
          offers: text(OFFERS, offers),
          deficits: text(DEFICITS, deficits),
          locks: text('teacher,offer', locks),
        });
        for (const { file: of, rowsRead, rowsAccepted, rowsRejected } of all.files) {
          expect(rowsRead).toBe(rowsAccepted + rowsRejected);
          const refused = new Set(
            all.issues.filter((each) => each.severity === 'error' && each.file === of).map(({ row }) => row),
          );
          expect(refused.size).toBe(rowsRejected);
        }
        expect(all.files.map(({ rowsAccepted }) => rowsAccepted).slice(0, 3)).toEqual([
          all.teachers.length,
          all.offers.length,
          all.deficits.length,
        ]);
        expect(() => candidates(all.teachers, all.offers, all.deficits, { locks: all.locks })).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  it('are read from the empty forms, filled in as their examples say, under Russian headers too', async () => {
    const rowOf = (name: string, take: (column: { id: string; example: string }) => string) =>
      (templates.find((each) => each.name === name)?.columns ?? [])
        .map((column) => `"${take(column)}"`)
        .join(',');
    const filled = (name: string) =>
      `${rowOf(name, ({ id }) => id)}\n${rowOf(name, ({ example }) => example)}\n`;
    const all = await read({
      teachers: filled('teachers'),
      offers: filled('offers'),
      deficits: filled('deficits'),
      courses: filled('courses'),
    });
    expect(all.issues).toEqual([]);
    expect(all.locks).toEqual([{ teacher: 't-17', offer: 'курс-1' }]);
    const russian = await read({
      teachers: 'Код учителя;Не больше предложений\nt1;3\n',
      offers: 'Код предложения;Темы;Сила;Мест\no1;Дроби;2;5\n',
      deficits: 'Код учителя;Тема;Острота\nt1;Дроби;2\n',
    });
    expect(russian.issues).toEqual([]);
    expect([russian.teachers[0]?.limit, russian.offers[0]?.places, russian.deficits.length]).toEqual([
      3, 5, 1,
    ]);
  });

  it('are refused whole where they are something else', async () => {
    const all = await read({ teachers: 'имя,класс\nа,б\n' });
    expect(told(all.issues)[0]).toBe('teachers.csv:undefined:undefined error file-not-recognised');
    expect(all.teachers).toEqual([]);
  });
});
