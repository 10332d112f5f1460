import { describe, expect, it } from 'vitest';
import type { Cell } from '../analysis/table.js';
import { wilsonInterval } from '../statistics/intervals.js';
import { audit } from './audit.js';
import { determined } from './eliminate.js';
import { summaryTable, widgetTables } from './open-files.js';
import type { Published, PublishedTable } from './published.js';

const RATES = [
  'assessment',
  'level',
  'unit',
  'item',
  'n',
  'points',
  'max_points',
  'solve_rate',
  'full_share',
  'zero_share',
  'reason',
];
const TESTS = [
  'assessment',
  'level',
  'unit',
  'n',
  'mean',
  'share_2',
  'share_3',
  'share_4',
  'share_5',
  'reason',
  'note',
];

/** A row of `solve-rates` about an item of three points: pupils, with all points, with none; the others have two. */
function rate(level: string, unit: string, n?: number, full = 0, zero = 0, item = '1'): readonly Cell[] {
  if (n === undefined)
    return [
      'w',
      level,
      unit,
      item,
      ...[0, 0].map(() => undefined),
      3,
      undefined,
      undefined,
      undefined,
      'suppressed-complementary',
    ];
  const points = 3 * full + 2 * (n - full - zero);
  return ['w', level, unit, item, n, points, 3, points / (3 * n), full / n, zero / n, undefined];
}
function test(
  level: string,
  unit: string,
  n?: number,
  marks?: readonly number[],
  assessment = 'w',
): readonly Cell[] {
  if (n === undefined)
    return [
      assessment,
      level,
      unit,
      ...TESTS.slice(3, 9).map(() => undefined),
      'suppressed-complementary',
      undefined,
    ];
  const shares =
    marks === undefined ? [undefined, undefined, undefined, undefined] : marks.map((count) => count / n);
  return [
    assessment,
    level,
    unit,
    n,
    undefined,
    ...shares,
    undefined,
    marks === undefined ? undefined : `marked:${n}`,
  ];
}
const rates = (...rows: readonly (readonly Cell[])[]): PublishedTable => ({
  name: 'solve-rates',
  columns: RATES,
  rows,
});
const tests = (...rows: readonly (readonly Cell[])[]): PublishedTable => ({
  name: 'tests',
  columns: TESTS,
  rows,
});
const school = (unit: string, parent = 'М') => ({
  level: 'school' as const,
  unit,
  parent: { level: 'municipality' as const, unit: parent },
});
const links = [
  ...['a', 'b', 'c'].map((unit) => school(unit)),
  school('d', 'Н'),
  ...['М', 'Н'].map((unit) => ({
    level: 'municipality' as const,
    unit,
    parent: { level: 'all' as const, unit: 'all' },
  })),
];
const found = (tables: readonly PublishedTable[], extra: Partial<Published> = {}) =>
  audit({ tables, links, ...extra }).recovered.map(
    ({ kind, level, unit, measure, low, high, rest }) =>
      `${kind} ${measure} ${level} ${unit}${rest ? ' rest' : ''} ${low}..${high}`,
  );

describe('audit finds a planted leak:', () => {
  it('a single hidden school in a municipality', () => {
    expect(
      found([
        tests(
          test('municipality', 'М', 90),
          test('school', 'a', 50),
          test('school', 'b', 28),
          test('school', 'c'),
        ),
      ]),
    ).toContain('exact wrote school c 12..12');
  });

  it('subtraction across two levels', () => {
    const tables = [
      tests(
        test('all', 'all', 162),
        test('municipality', 'М'),
        test('municipality', 'Н', 72),
        test('school', 'a', 50),
        test('school', 'b', 28),
        test('school', 'c'),
        test('school', 'd', 72),
      ),
    ];
    expect(found(tables)).toEqual(
      expect.arrayContaining(['exact wrote municipality М 90..90', 'exact wrote school c 12..12']),
    );
  });

  it('subtraction across two tables: pupils of the test less pupils of an item', () => {
    expect(found([tests(test('school', 'a', 50)), rates(rate('school', 'a', 48, 20, 9))])).toContain(
      'small-group without school a 2..2',
    );
  });

  it('a share with its pupils', () => {
    expect(found([tests(test('school', 'a', 50, [1, 20, 20, 9]))])).toContain(
      'small-count mark-2 school a 1..1',
    );
  });

  it('a rounded share that pins a small count', () => {
    const row = ['w', 'school', 'a', 53, undefined, 0.06, 0.4, 0.4, 0.15, undefined, 'marked:53'];
    expect(found([tests(row)])).toContain('small-count mark-2 school a 3..3');
  });

  it('pupils of an unknown school as the rest', () => {
    expect(found([tests(test('municipality', 'Н', 78), test('school', 'd', 72))])).toContain(
      'small-group wrote municipality Н rest 6..6',
    );
  });

  it('a group in which all have the same result, shown or hidden by its reason', () => {
    expect(found([rates(rate('school', 'a', 20, 20, 0))])).toContain('homogeneous full school a 20..20');
    const row = [
      'w',
      'school',
      'a',
      '1',
      undefined,
      undefined,
      3,
      undefined,
      undefined,
      undefined,
      'suppressed-homogeneous',
    ];
    expect(found([rates(row)])).toEqual(['reason item-n school a 0..Infinity']);
  });

  it('the rest of a municipality in which all have the same result', () => {
    const tables = [
      rates(
        rate('municipality', 'М', 90, 50, 9),
        rate('school', 'a', 50, 10, 9),
        rate('school', 'b'),
        rate('school', 'c'),
      ),
    ];
    expect(found(tables)).toContain('homogeneous full municipality М rest 40..40');
  });

  it('a hidden item out of the mean of the test and the other items', () => {
    const row = [
      'w',
      'school',
      'a',
      40,
      3.5,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ];
    const tables = [
      tests(row),
      rates(rate('school', 'a', 40, 10, 10, '1'), rate('school', 'a', undefined, 0, 0, '2')),
    ];
    expect(found(tables)).toContain('exact points school a 140..140');
  });

  it('a hidden item out of the rate of its section and the other items', () => {
    const hidden = ['w', 'school', 'a', '2', 40, undefined, 3, undefined, undefined, undefined, undefined];
    const sections = {
      name: 'sections',
      columns: ['assessment', 'level', 'unit', 'section', 'items', 'solve_rate'],
      rows: [['w', 'school', 'a', 'Числа', '1;2', (70 + 45) / 240]],
    };
    const tables = [rates(rate('school', 'a', 40, 10, 10, '1'), hidden), sections];
    expect(found(tables)).toContain('exact points school a 90..90');
  });

  it('a file of a chart that shows what a table hides', () => {
    const data = {
      assessment: { id: 'w' },
      unit: { name: 'Школа c', n: 6 },
      items: [{ id: '1', n: 6, maxPoints: 3, solveRate: 0.5 }],
    };
    const tables = [
      rates(rate('school', 'c')),
      ...widgetTables([{ data, unit: { level: 'school', unit: 'c' } }]),
    ];
    expect(found(tables)).toEqual(
      expect.arrayContaining(['small-group wrote school c 6..6', 'small-group item-n school c 6..6']),
    );
  });

  it('a size told by the ends of an interval', () => {
    const data = {
      assessment: { id: 'w' },
      unit: {},
      items: [{ id: '1', maxPoints: 1, solveRate: 0.5, ...wilsonInterval(0.5, 6) }],
    };
    expect(found(widgetTables([{ data, unit: { level: 'school', unit: 'c' } }]))).toContain(
      'small-group item-n school c 6..6',
    );
  });

  it('a map of sections that shows a hidden school, its pupils or a section of one item', () => {
    const data = {
      schema: 'orientir.section-map',
      assessment: { id: 'w' },
      unit: { n: 90 },
      sections: [{ items: ['1', '2'] }, { items: ['2'] }],
      units: [
        {
          id: 'a',
          n: 40,
          cells: [
            { n: 40, share: (70 + 45) / 240 },
            { n: 0, reason: 'suppressed-small' },
          ],
        },
        {
          id: 'c',
          n: 6,
          cells: [
            { n: 0, reason: 'suppressed-small' },
            { n: 7, share: 3 / 21 },
          ],
        },
      ],
    };
    const whole = { data, unit: { level: 'all' as const, unit: 'all' } };
    const hidden = ['w', 'school', 'a', '2', 40, undefined, 3, undefined, undefined, undefined, undefined];
    const leaks = found([
      rates(rate('school', 'a', 40, 10, 10, '1'), hidden, rate('school', 'c', undefined, 0, 0, '2')),
      ...widgetTables([whole]),
    ]);
    expect(leaks).toContain('exact points school a 90..90');
    expect(leaks).toContain('small-group wrote school c 6..6');
    expect(leaks).toContain('small-group item-n school c 7..7');
  });

  it('a funnel that shows a hidden school, or the mean that hides a hidden item', () => {
    const data = {
      schema: 'orientir.funnel',
      measure: 'solve-rate',
      assessment: { id: 'w' },
      unit: { n: 90 },
      target: 0.5,
      units: [
        { id: 'a', n: 40, share: 140 / 240 },
        { id: 'c', n: 6, share: 0.5 },
        { id: 'b', n: 0, reason: 'suppressed-small' },
      ],
    };
    const whole = { data, unit: { level: 'all' as const, unit: 'all' } };
    const hidden = ['w', 'school', 'a', '2', undefined, undefined, 3, undefined, undefined, undefined];
    const row = ['w', 'school', 'a', 40, ...TESTS.slice(4).map(() => undefined)];
    const leaks = found([
      tests(row),
      rates(rate('school', 'a', 40, 10, 10, '1'), [...hidden, 'suppressed-complementary']),
      ...widgetTables([whole]),
    ]);
    expect(leaks).toContain('small-group complete school c 6..6');
    expect(leaks).toContain('exact points school a 140..140');
    expect(leaks.filter((leak) => leak.includes(' b '))).toEqual([]);
  });

  it('a funnel beside no table', () => {
    const data = {
      schema: 'orientir.funnel',
      measure: 'solve-rate',
      assessment: { id: 'w' },
      unit: {},
      target: 0.5,
      units: [{ id: 'c', n: 6, share: 0.5 }],
    };
    expect(found(widgetTables([{ data, unit: { level: 'all', unit: 'all' } }]))).toContain(
      'small-group complete school c 6..6',
    );
  });

  it('totals of all works less those that are shown', () => {
    const tables = [
      tests(test('all', 'all', 100), test('all', 'all', undefined, undefined, 'v')),
      summaryTable({ totals: { wrote: 106 } }),
    ];
    expect(found(tables)).toContain('exact wrote all all 6..6');
  });

  it('a finding that rests on a hidden figure', () => {
    const evidence = [{ table: 'solve-rates', key: 'w|school|c|1', figure: 'solve_rate' }];
    expect(found([rates(rate('school', 'c'))], { findings: [{ id: 'f', evidence }] })).toHaveLength(1);
  });
});

describe('audit', () => {
  it('finds nothing where two hidden schools leave enough in doubt', () => {
    expect(
      found([
        tests(
          test('municipality', 'М', 90),
          test('school', 'a', 50),
          test('school', 'b'),
          test('school', 'c'),
        ),
      ]),
    ).toEqual([]);
  });

  it('finds nothing in nothing', () => {
    expect(audit({ tables: [], links: [] })).toEqual({ recovered: [], cells: 0, limited: 0 });
  });

  it('reads 5,000 cells within five seconds', () => {
    const schools = Array.from({ length: 50 }, (_, i) => `s${i}`);
    const items = Array.from({ length: 25 }, (_, i) => `${i}`);
    const rows = items.flatMap((item) => [
      rate('municipality', 'М', 2000, 800, 400, item),
      ...schools.map((unit, i) =>
        i % 5 === 0 ? rate('school', unit, undefined, 0, 0, item) : rate('school', unit, 40, 16, 8, item),
      ),
    ]);
    const started = performance.now();
    const { cells } = audit({ tables: [rates(...rows)], links: schools.map((unit) => school(unit)) });
    expect(cells).toBeGreaterThan(4000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('determined', () => {
  it('finds what elimination determines and nothing else', () => {
    const row = (constant: number, ...of: readonly (readonly [number, number])[]) => ({
      weights: new Map(of),
      constant,
    });
    const rows = [row(7, [0, 1], [1, 1]), row(3, [0, 1], [1, -1]), row(9, [2, 1], [3, 1])];
    expect(determined(rows)).toEqual(
      new Map([
        [0, 5],
        [1, 2],
      ]),
    );
  });
});
