import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { analyseFully, findingsJson, tablesOf } from '../analysis/index.js';
import { add, empty, formatTally, merge, parseTally, shareTally, TallySum } from './index.js';
import type { StatedRow } from './stated.js';
import { statedText } from './stated.js';

const marks = (n: number, shares: readonly number[]): StatedRow => ({
  assessment: 'vpr-2026-4-русский-язык',
  level: 'region',
  unit: 'Р',
  n,
  organisations: 560,
  marks: {
    exact: false,
    shares: { 2: shares[0] ?? 0, 3: shares[1] ?? 0, 4: shares[2] ?? 0, 5: shares[3] ?? 0 },
  },
});
const tallyOf = (...rows: readonly StatedRow[]) => {
  const sum = new TallySum();
  sum.addStated(rows);
  return sum.tally();
};

describe('stated results in a tally', () => {
  const one = marks(30_216, [0.1344, 0.4415, 0.3628, 0.0614]);
  const smaller = marks(30_000, [0.2, 0.4, 0.3, 0.1]);

  it('do not add up: of two reports on one unit that about more pupils stands, whatever came first', () => {
    const both = formatTally(merge(tallyOf(one), tallyOf(smaller)));
    expect(both).toBe(formatTally(merge(tallyOf(smaller), tallyOf(one))));
    expect(both).toBe(formatTally(tallyOf(one)));
  });

  it('stand beside others of another place, unit, level, work or kind', () => {
    const items = [{ item: '1', maxPoints: 1, share: 0.5, exact: true }];
    const { marks: _none, ...bare } = one;
    const rows: readonly StatedRow[] = [
      one,
      { ...one, level: 'municipality' },
      { ...one, region: 'Р' },
      { ...one, municipality: 'Р' },
      { ...one, unit: 'Р2' },
      { ...one, assessment: 'w' },
      { ...bare, journal: { exact: false, shares: { lowered: 0.1, confirmed: 0.8, raised: 0.1 } } },
      { ...bare, scores: { exact: true, counts: [1, 0, 3], shares: [0.25, 0, 0.75] } },
      { ...bare, items },
    ];
    expect(tallyOf(...rows, ...rows).stated.size).toBe(rows.length);
  });

  it('do not depend on order where two are about as many pupils, or say not how many', () => {
    const { n: _unknown, ...unsized } = one;
    const { n: _other, ...also } = smaller;
    for (const [first, second] of [
      [one, { ...smaller, n: one.n ?? 0 }],
      [unsized, also],
      [one, unsized],
    ] as const) {
      const text = formatTally(tallyOf(first, second));
      expect(formatTally(tallyOf(second, first))).toBe(text);
      expect(text).toBe(formatTally(tallyOf(first)));
    }
  });

  it('are one text, in whatever order their fields were written', () => {
    const { n, ...rest } = one;
    expect(statedText({ ...rest, ...(n === undefined ? {} : { n }) })).toBe(statedText(one));
    expect(statedText(one)).toBe(
      '{"assessment":"vpr-2026-4-русский-язык","level":"region","marks":{"exact":false,"shares":{"2":0.1344,"3":0.4415,"4":0.3628,"5":0.0614}},"n":30216,"organisations":560,"unit":"Р"}',
    );
    const items = [{ item: '1', share: 0.5, maxPoints: 1, exact: true }];
    expect(statedText({ assessment: 'w', level: 'region', unit: 'Р', items })).toBe(
      '{"assessment":"w","items":[{"exact":true,"item":"1","maxPoints":1,"share":0.5}],"level":"region","unit":"Р"}',
    );
  });

  it('come back from the file', () => {
    const text = formatTally(tallyOf(one));
    const parsed = parseTally(text);
    expect(parsed.kind === 'tally' ? formatTally(parsed.tally) : parsed).toBe(text);
    expect(parseTally(text.replace('"level":"region"', '"level":"planet"'))).toMatchObject({
      kind: 'refused',
    });
  });

  it('leave a school only above the school', () => {
    const school: StatedRow = { ...one, level: 'school', unit: 'edu1' };
    expect([...shareTally(tallyOf(one, school)).stated.values()].map(({ level }) => level)).toEqual([
      'region',
    ]);
  });

  it('stand in the tables, with a note', () => {
    const scores: StatedRow = {
      assessment: one.assessment,
      level: 'region',
      unit: 'Р',
      n: 4,
      scores: { exact: true, counts: [1, 0, 3], shares: [0.25, 0, 0.75] },
    };
    const items: StatedRow = {
      assessment: one.assessment,
      level: 'country',
      unit: 'Россия',
      n: 100,
      items: [{ item: '1', maxPoints: 2, share: 0.61, exact: false }],
    };
    const { open } = tablesOf(analyseFully(tallyOf(one, scores, items)));
    const rows = (name: string) => [...(open.find((table) => table.name === name)?.rows ?? [])];
    expect(rows('tests')).toEqual([
      [
        one.assessment,
        'region',
        'Р',
        30_216,
        1.5,
        1,
        undefined,
        undefined,
        0.1344,
        0.4415,
        0.3628,
        0.0614,
        0.1344,
        undefined,
        undefined,
        undefined,
        'not-stated',
        'stated:rounded;schools:560',
      ],
    ]);
    expect(rows('solve-rates').map((row) => row.slice(0, 8))).toEqual([
      [one.assessment, 'country', 'Россия', '1', 100, undefined, 2, 0.61],
    ]);
    expect(rows('solve-rates')[0]?.at(-1)).toBe('stated:rounded');
  });

  describe('of a unit that was counted too', () => {
    const work = anAssessment([1, 1], { id: 'w' });
    const counted = (pupils: number) =>
      add(
        empty(),
        aBlock(
          work,
          Array.from({ length: pupils }, () => ({
            codes: [2, 0],
            unit: { municipality: 'М', school: 's1', class: '5А' },
          })),
        ),
      );
    const rowsOf = (pupils: number, n: number | undefined) => {
      const size = n === undefined ? {} : { n };
      const row: StatedRow = { assessment: 'w', level: 'municipality', unit: 'М', ...size };
      const stated = tallyOf(
        { ...row, items: [{ item: '1', maxPoints: 1, share: 0.4, exact: false }] },
        { ...row, marks: { exact: false, shares: { 2: 0.1, 3: 0.4, 4: 0.3, 5: 0.2 } } },
      );
      const { open } = tablesOf(analyseFully(merge(counted(pupils), stated)));
      const rows = (name: string, cells: number) =>
        [...(open.find((table) => table.name === name)?.rows ?? [])]
          .filter(([, level]) => level === 'municipality')
          .map((of) => [...of.slice(3, cells), of.at(-1)]);
      return { rates: rows('solve-rates', 8), tests: rows('tests', 4) };
    };

    it('stand in its place where they are about more pupils, and say how many were counted', () => {
      expect(rowsOf(20, 500)).toEqual({
        rates: [
          ['1', 500, undefined, 1, 0.4, 'stated:rounded;counted:20'],
          ['2', 20, 0, 1, 0, 'wilson'],
        ],
        tests: [[500, 'stated:rounded;counted:20']],
      });
    });

    it('are named in the note of the count where they are about fewer', () => {
      expect(rowsOf(20, 15)).toEqual({
        rates: [
          ['1', 20, 20, 1, 1, 'wilson;stated:15'],
          ['2', 20, 0, 1, 0, 'wilson'],
        ],
        tests: [[20, 'stated:15']],
      });
    });

    it('do not pass for the figure of a finding: its evidence says how many were counted', () => {
      const evidenceOf = (n: number) => {
        const items = [{ item: '2', maxPoints: 1, share: 0.9, exact: false }];
        const stated = tallyOf({ assessment: 'w', level: 'municipality', unit: 'М', n, items });
        const analysis = analyseFully(merge(counted(60), stated));
        const findings: readonly { readonly kind: string; readonly evidence: readonly unknown[] }[] =
          JSON.parse(findingsJson(analysis));
        return findings.filter(({ kind }) => kind === 'low-item').flatMap(({ evidence }) => evidence);
      };
      const key = { table: 'solve-rates', figure: 'solve_rate' };
      const own = { ...key, key: 'w|municipality|М|2' };
      const others = ['w|school|s1|2', 'w|all|all|2'].map((of) => ({ ...key, key: of }));
      expect(evidenceOf(500)).toEqual(expect.arrayContaining([{ ...own, counted: 60 }, ...others]));
      expect(evidenceOf(50)).toEqual(expect.arrayContaining([own, ...others]));
      expect(evidenceOf(50)).not.toContainEqual({ ...own, counted: 60 });
    });

    it('leave the count as it is where they are about as many, or do not say', () => {
      const plain = { rates: rowsOf(20, 20).rates, tests: [[20, undefined]] };
      expect(plain.rates[0]).toEqual(['1', 20, 20, 1, 1, 'wilson']);
      expect(rowsOf(20, 20)).toEqual(plain);
      expect(rowsOf(20, undefined)).toEqual(plain);
    });
  });
});
