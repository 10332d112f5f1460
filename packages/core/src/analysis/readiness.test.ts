import { describe, expect, it } from 'vitest';
import type { Row } from '../../test/response-rows.js';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import type { Item } from '../assessment/index.js';
import { NOT_ADMINISTERED, NOT_TAUGHT } from '../assessment/index.js';
import { wilsonInterval } from '../statistics/index.js';
import { add, empty } from '../tally/index.js';
import { analyseFully, tablesOf } from './index.js';

const of = (rows: readonly Row[], items: readonly Item[], extra = {}) =>
  analyseFully(add(empty(), aBlock(anAssessment([], { items, ...extra }), rows)));
const repeat = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);
const rowsOf = (analysis: ReturnType<typeof of>) => [
  ...(tablesOf(analysis).open.find(({ name }) => name === 'readiness')?.rows ?? []),
];
const table = { id: '1', maxPoints: 1, tags: ['readiness:multiplication-table'] };
const inClass = (school: string, name: string) => ({
  unit: { region: 'Р', municipality: 'М', school, class: name },
});

describe('readiness', () => {
  it('is the share of works of grades 4 and 9 with a mark of 3 or more', () => {
    const rows = [2, 3, 4, 5, 5].map((mark): Row => ({ codes: [2], mark }));
    const plain = [{ id: '1', maxPoints: 1 }];
    const { low, high } = wilsonInterval(0.8, 5);
    expect(rowsOf(of(rows, plain, { grade: 4 }))).toEqual([
      ['work', 'all', 'all', 'passed-4', 5, 4, 0.8, low, high, undefined, undefined, 'wilson'],
    ]);
    expect(of(rows, plain, { grade: 9 }).readiness.map(({ indicator }) => indicator)).toEqual(['passed-9']);
    expect(of(rows, plain, { grade: 5 }).readiness).toEqual([]);
  });

  it('names every class that misses the target, at every level above it and in order', () => {
    const rows = [
      { ...inClass('s2', '5А'), codes: [0] },
      { ...inClass('s1', '5В'), codes: [2] },
      { ...inClass('s1', '5Б'), codes: [0] },
      ...repeat(3, { ...inClass('s1', '5А'), codes: [2] }),
      { ...inClass('s1', '5А'), codes: [0] },
    ];
    const notes = rowsOf(of(rows, [table])).map((row) => [row[1], row[2], row[4], row[5], row[9], row[11]]);
    expect(notes).toEqual([
      ['class', 's1/5А', 4, 3, 1, 'wilson'],
      ['class', 's1/5Б', 1, 0, 1, 'wilson'],
      ['class', 's1/5В', 1, 1, 1, 'wilson'],
      ['class', 's2/5А', 1, 0, 1, 'wilson'],
      ['school', 's1', 6, 4, 1, 'wilson;missed:5А;5Б'],
      ['school', 's2', 1, 0, 1, 'wilson;missed:5А'],
      ['municipality', 'М', 7, 4, 1, 'clustered;missed:s1/5А;s1/5Б;s2/5А'],
      ['region', 'Р', 7, 4, 1, 'clustered;missed:s1/5А;s1/5Б;s2/5А'],
      ['all', 'all', 7, 4, 1, 'clustered;missed:s1/5А;s1/5Б;s2/5А'],
    ]);
  });

  it('takes the target from the tag, and says when it is none', () => {
    const target = (...tags: readonly string[]) =>
      of([{ codes: [2] }], [{ id: '1', maxPoints: 1, tags }]).readiness.map(
        ({ indicator, target: share, isTargetUnclear }) => [indicator, share, isTargetUnclear],
      );
    expect(target('readiness:reading=0.95', 'other')).toEqual([['skill-reading', 0.95, false]]);
    expect(target('readiness:a=0,9', 'readiness:b=95%')).toEqual([
      ['skill-a', 0.9, false],
      ['skill-b', 0.95, false],
    ]);
    expect(target('readiness:a=many')).toEqual([['skill-a', undefined, true]]);
    expect(target('readiness:a=0')).toEqual([['skill-a', undefined, true]]);
    expect(target('readiness:', 'readiness', 'x:readiness:a')).toEqual([]);
  });

  it('above schools has intervals over schools, marks too', () => {
    const school = (name: string, solved: number): readonly Row[] =>
      Array.from({ length: 20 }, (_, i) => ({
        ...inClass(name, '4А'),
        codes: [i < solved ? 2 : 0],
        mark: i < solved ? 4 : 2,
      }));
    const rows = [...school('s1', 18), ...school('s2', 12), ...school('s3', 9)];
    const above = of(rows, [table], { grade: 4 }).readiness.filter(({ level }) => level === 'all');
    // R: y <- c(18, 12, 9); se <- sqrt(3 / 2 * sum((y - 0.65 * 20)^2)) / 60; 0.65 + c(-1, 1) * qt(0.975, 2) * se
    const half = 4.302652729749464 * (Math.sqrt(1.5 * (25 + 1 + 16)) / 60);
    expect(above.map(({ indicator }) => indicator)).toEqual(['passed-4', 'skill-multiplication-table']);
    for (const { share } of above) {
      expect(share).toMatchObject({ estimate: 0.65, interval: { high: 1, method: 'clustered' } });
      expect(share.kind === 'known' && share.interval?.low).toBeCloseTo(0.65 - half, 12);
    }
    expect(
      of(school('s1', 18), [table]).readiness.map(
        ({ share }) => share.kind === 'known' && share.interval?.method,
      ),
    ).toEqual(['wilson', 'wilson', 'wilson', 'wilson', 'wilson']);
  });

  it('of several items takes the lowest full share and names the item', () => {
    const tags = ['readiness:fractions'];
    const items = [
      { id: '1', maxPoints: 1, tags },
      { id: '2', maxPoints: 2, tags },
      { id: '3', tags },
    ];
    const rows = [{ codes: [2, 4, 2] }, { codes: [2, 2, 2] }, { codes: [2, NOT_TAUGHT, 2] }];
    const [all] = rowsOf(of(rows, items)).slice(-1);
    expect(all?.slice(3, 7)).toEqual(['skill-fractions', 2, 1, 0.5]);
    // At most so many solved all of them: an upper bound has no interval of a share.
    expect(all?.slice(7, 9)).toEqual([undefined, undefined]);
    expect(all?.at(-1)).toBe('at-most;item:2;without:3');
  });

  it('of several items still names the classes that surely miss the target, and no others', () => {
    const tags = ['readiness:fractions=0.5'];
    const items = [
      { id: '1', maxPoints: 1, tags },
      { id: '2', maxPoints: 1, tags },
    ];
    // In 5А nobody solved both, but the bound is the target; in 5Б it is below.
    const rows = [
      { ...inClass('s1', '5А'), codes: [2, 0] },
      { ...inClass('s1', '5А'), codes: [0, 2] },
      ...repeat(2, { ...inClass('s1', '5Б'), codes: [0, 2] }),
    ];
    const notes = rowsOf(of(rows, items)).map((row) => [row[2], row[5], row[6], row[11]]);
    expect(notes.slice(0, 3)).toEqual([
      ['s1/5А', 1, 0.5, 'at-most;item:1'],
      ['s1/5Б', 0, 0, 'at-most;item:1'],
      ['s1', 1, 0.25, 'at-most;item:1;missed:5Б'],
    ]);
  });

  it('has a reason where there is no figure, and then no class misses the target', () => {
    const last = (rows: readonly Row[], item: Item, extra = {}) => {
      const row = rowsOf(of(rows, [item, { id: '2', maxPoints: 1 }], extra)).at(-1);
      return [row?.[4], row?.[5], row?.[6], row?.[10], row?.[11]];
    };
    const unit = { school: 's1', class: '5А' };
    const none = [undefined, undefined];
    expect(last([{ unit, codes: [NOT_TAUGHT, 2] }], table)).toEqual([0, ...none, 'not-taught', undefined]);
    const { maxPoints: _, ...unknown } = table;
    expect(last([{ unit, codes: [2, 2] }], unknown)).toEqual([1, ...none, 'max-unknown', undefined]);
    expect(last([{ unit, codes: [NOT_ADMINISTERED, 2] }], table)).toEqual([
      0,
      ...none,
      'not-administered',
      undefined,
    ]);
    const absent = [{ unit, codes: [NOT_ADMINISTERED, NOT_ADMINISTERED], absent: true }];
    expect(last(absent, table)).toEqual([0, ...none, 'no-pupils', undefined]);
    const plain = { id: '1', maxPoints: 1 };
    expect(last(absent, plain, { grade: 4 })).toEqual([0, ...none, 'no-pupils', undefined]);
    expect(last([{ unit, codes: [2, 2] }], plain, { grade: 4 })).toEqual([0, ...none, 'no-marks', undefined]);
  });

  it('is computed when it is first asked for, and kept', () => {
    const analysis = of([{ codes: [2] }], [table]);
    expect(Object.getOwnPropertyDescriptor(analysis, 'readiness')?.get).toBeTypeOf('function');
    expect(analysis.readiness).toBe(analysis.readiness);
  });
});
