import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../test/response-rows.js';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { normalNumbers, randomNumbers } from '../../test/simulated-work.js';
import { add, empty, merge, shareTally, summarise } from '../tally/index.js';
import { DEFICIT_RULES, privateDeficitTable, teacherDeficits } from './index.js';

const SECTIONS = ['Дроби', 'Геометрия', 'Задачи', 'Один'];
const OF_SECTION = [6, 6, 6, 1];
const sections = OF_SECTION.flatMap((items, i) => Array.from({ length: items }, () => SECTIONS[i]));
const work = (extra = {}) => {
  const plain = anAssessment(
    sections.map(() => 1),
    extra,
  );
  return {
    ...plain,
    items: plain.items.map((item, i) => ({ ...item, section: sections[i] ?? '' })),
  };
};

interface Planted {
  readonly teacher: string;
  readonly school: string;
  readonly pupils: number;
  /** Logits that a section is harder. */
  readonly weak?: Readonly<Record<string, number>>;
}

/** Rows of pupils whose ability is the same on all sections. */
function rowsOf(teachers: readonly Planted[], seed: number): readonly Row[] {
  const random = randomNumbers(seed);
  const normal = normalNumbers(random);
  return teachers.flatMap(({ teacher, school, pupils, weak = {} }) =>
    Array.from({ length: pupils }, (): Row => {
      const ability = normal();
      return {
        teacher,
        unit: { school },
        codes: sections.map((section, i) => {
          const difficulty = ((i % 6) - 2.5) * 0.3 + (weak[section ?? ''] ?? 0);
          return random() < 1 / (1 + Math.exp(difficulty - ability)) ? 2 : 0;
        }),
      };
    }),
  );
}

const staff = (weak: Planted['weak']): readonly Planted[] =>
  Array.from({ length: 16 }, (_, i) => ({
    teacher: `t${String(i).padStart(2, '0')}`,
    school: `s${Math.floor(i / 2)}`,
    pupils: 40,
    ...(i === 3 && weak !== undefined ? { weak } : {}),
  }));
const schoolOf = new Map(staff(undefined).map(({ teacher, school }) => [teacher, school]));
const deficitsOf = (rows: readonly Row[], extra = {}) =>
  teacherDeficits(summarise(add(empty(), aBlock(work(extra), rows))), { schoolOf }).figures.topics;

describe('teacherDeficits', () => {
  it('finds a planted deficit, says how large it is, and names nobody else', () => {
    const found = deficitsOf(rowsOf(staff({ Геометрия: 2.4 }), 1));
    const stated = found.filter(({ judgement }) => judgement?.severity !== undefined);
    expect(stated.map(({ teacher, topic }) => [teacher, topic])).toEqual([['t03', 'Геометрия']]);
    const [planted] = stated;
    expect(planted?.judgement?.severity).toBe(3);
    // 2.4 logits are about 42 points of the solve rate here.
    expect(planted?.drop.kind === 'known' && planted.drop.estimate).toBeGreaterThan(0.2);
    expect(planted?.drop.kind === 'known' && planted.drop.estimate).toBeLessThan(0.5);
    expect(planted).toMatchObject({ school: 'net', n: 40, subject: 'Математика' });
  });

  it('takes away what the whole school has', () => {
    const weak = { Геометрия: 1.6 };
    const ofSchool = staff(undefined).map((of) => (of.school === 's1' ? { ...of, weak } : of));
    // Schools must differ for a school to be told from its teachers.
    const others = ofSchool.map((of) => (of.school === 's5' ? { ...of, weak: { Геометрия: -1.2 } } : of));
    const rows = rowsOf(others, 2);
    const own = (topics: ReturnType<typeof deficitsOf>) =>
      topics.find(({ teacher, topic }) => teacher === 't03' && topic === 'Геометрия');
    const net = own(deficitsOf(rows));
    const gross = own(teacherDeficits(summarise(add(empty(), aBlock(work(), rows)))).figures.topics);
    expect(gross?.school).toBe('unknown');
    expect(gross?.judgement?.severity).toBe(3);
    expect(net?.judgement?.severity).toBeUndefined();
  });

  it('leaves a topic without two items, few pupils and few teachers without a figure, with the reason', () => {
    const rows = rowsOf([...staff(undefined), { teacher: 't99', school: 's0', pupils: 7 }], 3);
    const found = deficitsOf(rows);
    const of = (teacher: string, topic: string) =>
      found.find((each) => each.teacher === teacher && each.topic === topic);
    expect(of('t00', 'Один')).toMatchObject({
      drop: { kind: 'missing', reason: 'one-item' },
      guard: 'one-item',
    });
    expect(of('t99', 'Дроби')).toMatchObject({ n: 7, drop: { kind: 'missing', reason: 'too-few', n: 7 } });
    expect(of('t99', 'Дроби')).not.toHaveProperty('judgement');
    const few = deficitsOf(rowsOf(staff(undefined).slice(0, DEFICIT_RULES.minTeachers - 1), 4));
    expect(
      few.filter(({ topic }) => topic !== 'Один').map(({ drop }) => drop.kind === 'missing' && drop.reason),
    ).toEqual(Array(15).fill('too-few-teachers'));
  });

  it('says why where the data cannot be compared', () => {
    const rows = rowsOf(staff(undefined), 5);
    const block = aBlock(work(), rows);
    const reasonsOf = (tally: Parameters<typeof summarise>[0]) => [
      ...new Set(
        teacherDeficits(summarise(tally), { schoolOf }).figures.topics.map(
          ({ drop }) => drop.kind === 'missing' && drop.reason,
        ),
      ),
    ];
    expect(reasonsOf(shareTally(add(empty(), block)))).toEqual([]);
    const unknown = { ...work(), items: work().items.map(({ maxPoints: _, ...item }) => item) };
    expect(reasonsOf(add(empty(), aBlock(unknown, rows)))).toEqual(['max-unknown']);
    const half = rows.map((row, i) => ({
      ...row,
      variant: `${i % 2}`,
      codes: row.codes.map((code, item) => (item % 2 === i % 2 ? code : 255)),
    }));
    expect(reasonsOf(add(empty(), aBlock(work(), half)))).toEqual(['several-forms']);
    expect(reasonsOf(add(empty(), aBlock(anAssessment(sections.map(() => 1)), rows)))).toEqual([]);
  });

  it('knows a teacher whose pupils are of several schools, and one who is alone', () => {
    const rows = rowsOf(staff(undefined), 6).map((row, i) =>
      row.teacher === 't00' && i % 2 === 0 ? { ...row, unit: { school: 's7' } } : row,
    );
    const alone = { teacher: 't50', school: 's50', pupils: 30 };
    const found = teacherDeficits(summarise(add(empty(), aBlock(work(), [...rows, ...rowsOf([alone], 7)]))), {
      schoolOf: new Map([...schoolOf, ['t50', 's50']]),
    }).figures.topics;
    const of = (id: string) =>
      found.find(({ teacher, topic }) => teacher === id && topic === 'Дроби')?.school;
    expect([of('t00'), of('t50'), of('t05')]).toEqual(['unclear', 'alone', 'net']);
  });

  it('joins the works of a subject and year, and keeps years apart', () => {
    const [one, other, before] = [8, 9, 10].map((seed) => rowsOf(staff({ Дроби: 1.2 }), seed));
    const tally = merge(
      add(empty(), aBlock(work(), one ?? [])),
      add(empty(), aBlock(work({ id: 'second' }), other ?? [])),
      add(empty(), aBlock(work({ id: 'before', schoolYear: '2024/2025' }), before ?? [])),
    );
    const deficits = teacherDeficits(summarise(tally), { schoolOf });
    const own = deficits.figures.topics.filter(
      ({ teacher, topic }) => teacher === 't03' && topic === 'Дроби',
    );
    expect(own.map(({ schoolYear, assessments, n }) => [schoolYear, assessments, n])).toEqual([
      ['2024/2025', ['before'], 40],
      ['2025/2026', ['second', 'work'], 80],
    ]);
    const width = ({ drop }: (typeof own)[number]) =>
      drop.kind === 'known' && drop.interval !== undefined
        ? drop.interval.high - drop.interval.low
        : Number.NaN;
    expect(own.map(width)[1]).toBeLessThan(own.map(width)[0] ?? 0);
    const rows = privateDeficitTable(deficits).rows.filter(
      ([teacher, topic]) => teacher === 't03' && topic === 'Дроби',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.at(-1)).toContain('year:2025/2026;works:2');
  });

  it('is the same for all rows and for merged tallies, in any order', () => {
    const rows = rowsOf(staff({ Задачи: 1 }), 11);
    const whole = deficitsOf(rows);
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: rows.length, maxLength: rows.length }), (parts) => {
        const tallies = [3, 1, 0, 2].map((part) =>
          add(
            empty(),
            aBlock(
              work(),
              rows.filter((_, i) => parts[i] === part),
            ),
          ),
        );
        expect(teacherDeficits(summarise(merge(...tallies)), { schoolOf }).figures.topics).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });
});

describe('the private table', () => {
  it('is ordered by teacher and topic whatever the figures, and marks hypotheses and unverified borders', () => {
    const tally = add(empty(), aBlock(work(), rowsOf(staff({ Геометрия: 2.4 }), 1)));
    const table = privateDeficitTable(teacherDeficits(summarise(tally), { schoolOf }), [
      { teacher: 't03', block: 'legal', date: '2026-11-01', kind: 'known', severity: 2, share: 0.4 },
      { teacher: 't03', block: 'subject', date: '2026-11-01', kind: 'missing', reason: 'not-stated' },
    ]);
    expect(table.columns.map(({ id }) => id).join()).toBe(
      'teacher,topic,severity,probability,n,source,reason,note',
    );
    const keys = table.rows.map(([teacher, topic]) => `${teacher} ${topic}`);
    expect(keys).toEqual([...keys].sort());
    const row = (teacher: string, topic: string) =>
      table.rows.find((each) => each[0] === teacher && each[1] === topic);
    expect(row('t03', 'Геометрия')?.[2]).toBe(3);
    expect(row('t03', 'Геометрия')?.[7]).toMatch(
      /^hypothesis;teacher-deficits-1:unverified;subject:Математика;/,
    );
    expect(row('t04', 'Геометрия')?.[2]).toBeUndefined();
    expect(row('t04', 'Геометрия')?.[6]).toBe('no-hypothesis');
    expect(row('t04', 'Геометрия')?.[7]).toMatch(/^teacher-deficits-1:unverified;/);
    expect(row('t04', 'Один')?.slice(2, 7)).toEqual([undefined, undefined, 40, 'results', 'one-item']);
    expect(row('t03', 'legal')?.slice(2)).toEqual([
      2,
      undefined,
      undefined,
      'diagnostics',
      undefined,
      'share:0.4;date:2026-11-01',
    ]);
    expect(row('t03', 'subject')?.[6]).toBe('not-stated');
  });
});
