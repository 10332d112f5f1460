import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRows, MAXIMA } from '../../test/laws/rows.arbitrary.js';
import { aBlock, anAssessment, type Row } from '../../test/response-rows.js';
import { rateDifference } from '../comparisons/index.js';
import { itemScores } from '../solve-rates/index.js';
import { add, empty, merge, summarise, TallySum } from '../tally/index.js';
import { analyseFully } from './index.js';

const work = anAssessment(MAXIMA);
const comparisonsOf = (rows: readonly Row[]) => [
  ...analyseFully(add(empty(), aBlock(work, rows))).comparisonResults,
];

const unit = (school: string, municipality: string) => ({ region: 'Р', municipality, school });
const pupils = (
  count: number,
  school: string,
  municipality: string,
  codes: readonly number[],
): readonly Row[] => Array.from({ length: count }, () => ({ unit: unit(school, municipality), codes }));

describe('comparisons', () => {
  it('leave the school out of those it is compared with', () => {
    const rows = [
      ...pupils(10, 's1', 'М1', [2, 0, 0, 0]),
      ...pupils(10, 's2', 'М1', [0, 0, 0, 0]),
      ...pupils(10, 's3', 'М2', [2, 0, 0, 0]),
    ];
    const own = comparisonsOf(rows).filter(({ unit: of, item }) => of === 's1' && item === '1');
    expect(own.map(({ comparator }) => comparator)).toEqual(['municipality', 'region']);
    expect(own[0]?.difference).toMatchObject({ estimate: 1, n: 20 });
    expect(own[1]?.difference).toMatchObject({ estimate: 0.5, n: 30 });
  });

  it('equal a direct count of the others', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const maxima = MAXIMA;
        for (const result of comparisonsOf(rows)) {
          if (result.level !== 'school' || result.comparator !== 'all') continue;
          const scoresOf = (keep: (row: Row) => boolean) => {
            const [summary] = summarise(add(empty(), aBlock(work, rows.filter(keep))));
            const all = summary?.groups.find(({ level }) => level === 'all');
            return all === undefined ? [] : itemScores(all.counts, maxima);
          };
          const index = Number(result.item) - 1;
          const own = scoresOf((row) => row.unit?.school === result.unit)[index];
          const rest = scoresOf((row) => row.unit?.school !== result.unit)[index];
          if (own === undefined || rest === undefined) continue;
          expect(result.difference).toEqual(rateDifference(own, rest, maxima[index]).difference);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are made with schools of similar conditions and with the former year of the same items', () => {
    const now = anAssessment(MAXIMA, { id: 'now', schoolYear: '2025/2026', sameItemsAs: 'before' });
    const before = anAssessment(MAXIMA, { id: 'before', schoolYear: '2024/2025' });
    const tally = merge(
      add(
        empty(),
        aBlock(now, [...pupils(10, 's1', 'М1', [2, 0, 0, 0]), ...pupils(10, 's2', 'М2', [0, 0, 0, 0])]),
      ),
      add(empty(), aBlock(before, pupils(10, 's1', 'М1', [0, 0, 0, 0]))),
    );
    const similarSchools = new Map([
      ['s1', 'село'],
      ['s2', 'село'],
    ]);
    const own = [...analyseFully(tally, { similarSchools }).comparisonResults].filter(
      (of) => of.assessment === 'now' && of.unit === 's1' && of.item === '1',
    );
    expect(own.map(({ comparator }) => comparator)).toEqual(['region', 'similar', 'previous-year']);
    expect(own.every(({ difference }) => difference.kind === 'known' && difference.estimate === 1)).toBe(
      true,
    );
    const other = anAssessment([1, 1, 1, 1], { id: 'before' });
    const unlike = merge(
      add(empty(), aBlock(now, pupils(10, 's1', 'М1', [2, 0, 0, 0]))),
      add(empty(), aBlock(other, pupils(10, 's1', 'М1', [0, 0, 0, 0]))),
    );
    expect([...analyseFully(unlike).comparisonResults].map(({ comparator }) => comparator)).not.toContain(
      'previous-year',
    );
  });

  it('are made with the country where a report states it', () => {
    const sum = new TallySum();
    sum.addBlock(aBlock(work, pupils(40, 's1', 'М1', [2, 0, 0, 0])));
    sum.addStated([
      {
        assessment: 'work',
        level: 'country',
        unit: 'Россия',
        n: 1_000_000,
        items: [{ item: '1', share: 0.61, exact: false }],
      },
    ]);
    const country = [...analyseFully(sum.tally()).comparisonResults].filter(
      ({ comparator }) => comparator === 'country',
    );
    const [first, second] = country.filter(({ level }) => level === 'school');
    expect(first?.difference).toMatchObject({ kind: 'known', estimate: expect.closeTo(0.39, 10) });
    expect(second?.difference).toMatchObject({ kind: 'missing', reason: 'not-stated' });
  });

  it('give those apart that show a group behind equal pupils', () => {
    // Equal totals, other items: the pupils of s1 lose on the first item what they gain on the second.
    const rows = [
      ...pupils(20, 's1', 'М1', [0, 2, 0, 0]),
      ...pupils(20, 's1', 'М1', [2, 2, 0, 0]),
      ...pupils(20, 's2', 'М2', [2, 0, 0, 0]),
      ...pupils(20, 's2', 'М2', [2, 2, 0, 0]),
    ];
    const { behindResults, comparisonResults } = analyseFully(add(empty(), aBlock(work, rows)));
    expect(behindResults.map(({ unit: of, item }) => `${of} ${item}`)).toEqual(
      expect.arrayContaining(['s1 1', 's2 2']),
    );
    expect(behindResults).toEqual(
      [...comparisonResults].filter(
        ({ netDifference, netQ = 1 }) =>
          netDifference.kind === 'known' && netDifference.estimate < -0.1 && netQ <= 0.05,
      ),
    );
  });

  it('skip a municipality that holds only a part of the school', () => {
    const rows = [
      ...pupils(5, 's1', 'М1', [2, 0, 0, 0]),
      ...pupils(5, 's1', 'М2', [0, 0, 0, 0]),
      ...pupils(9, 's2', 'М2', [0, 0, 0, 0]),
    ];
    const own = comparisonsOf(rows).filter(({ unit: of, item }) => of === 's1' && item === '1');
    expect(own.map(({ comparator }) => comparator)).toEqual(['region']);
    expect(own[0]?.difference).toMatchObject({ estimate: 0.5 });
  });
});

describe('findings of comparisons', () => {
  it('name the item on which a school is behind equal pupils elsewhere', () => {
    const school = (name: string, weak: boolean): readonly Row[] =>
      Array.from({ length: 60 }, (_, i) => {
        const solves = (item: number) => (i * 7 + item * 3) % 10 < 3 + (i % 5);
        return {
          unit: unit(name, 'М1'),
          codes: [weak ? 0 : solves(1) ? 2 : 0, solves(2) ? 4 : 0, solves(3) ? 6 : 0, solves(4) ? 2 : 0],
        };
      });
    const rows = [
      ...school('s1', true),
      ...school('s2', false),
      ...school('s3', false),
      ...school('s4', false),
    ];
    const findings = analyseFully(add(empty(), aBlock(work, rows))).findings.filter(
      ({ kind }) => kind === 'weak-item',
    );
    expect(findings.map(({ id }) => id)).toEqual(['weak-item|work|1|school|s1']);
    expect(findings[0]?.evidence.at(-1)).toEqual({
      table: 'comparisons',
      key: 'work|school|s1|1|municipality',
      figure: 'net_difference',
    });
  });
});
