import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRows, MAXIMA } from '../../test/laws/rows.arbitrary.js';
import { aBlock, anAssessment, type Row } from '../../test/response-rows.js';
import { rateDifference } from '../comparisons/index.js';
import type { Figure } from '../foundation/index.js';
import type { ItemScores } from '../solve-rates/index.js';
import { itemScores } from '../solve-rates/index.js';
import { NO_SCORES } from '../solve-rates/item-scores.js';
import { benjaminiHochberg, normalTails, Z_95 } from '../statistics/index.js';
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

/** So many of the pupils of a school solve the first item; the other items nobody solves. */
const solving = (school: string, municipality: string, solved: number, count: number): readonly Row[] => [
  ...pupils(solved, school, municipality, [2, 0, 0, 0]),
  ...pupils(count - solved, school, municipality, [0, 0, 0, 0]),
];
const scoresOf = (rows: readonly Row[], one: string, other: string): [ItemScores, ItemScores] => {
  const [summary] = summarise(add(empty(), aBlock(work, rows)));
  const of = (name: string) => {
    const counts = summary?.groups.find(({ unit: at }) => at === name)?.counts;
    return (counts === undefined ? undefined : itemScores(counts, MAXIMA)[0]) ?? NO_SCORES;
  };
  return [of(one), of(other)];
};
const methodOf = (figure: Figure) => (figure.kind === 'known' ? figure.interval?.method : undefined);

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

  it('know a school whose region some files name and others do not', () => {
    const named = { region: 'Р1', municipality: 'М2', school: 's4' };
    const rows = [
      { unit: { municipality: 'М2' }, codes: [0, 0, 0, 0] },
      { unit: { municipality: 'М2' }, codes: [0, 0, 0, 0] },
      { unit: { municipality: 'М2', school: 's4' }, codes: [0, 0, 0, 0] },
      { unit: named, codes: [0, 0, 0, 2] },
    ];
    const own = comparisonsOf(rows).filter(({ level }) => level === 'school');
    expect(new Set(own.map(({ comparator }) => comparator))).toEqual(new Set(['all']));
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

  it('judge groups above schools by their schools', () => {
    const rows = [
      ...solving('a1', 'М1', 18, 20),
      ...solving('a2', 'М1', 6, 20),
      ...solving('b1', 'М2', 10, 20),
      ...solving('b2', 'М2', 4, 20),
      ...solving('b3', 'М2', 7, 20),
    ];
    const [first] = comparisonsOf(rows).filter(({ level, item }) => level === 'municipality' && item === '1');
    // R: v1 <- 2 * 2 * 6^2 / 40^2; v2 <- 3 / 2 * (3^2 + 3^2) / 60^2; d <- .6 - .35; v <- v1 + v2
    // df <- v^2 / (v1^2 + v2^2 / 2); d + c(-1, 1) * qt(.975, df) * sqrt(v); 2 * pt(-d / sqrt(v), df)
    expect(first).toMatchObject({ unit: 'М1', comparator: 'region' });
    expect(first?.difference).toMatchObject({ n: 100, interval: { low: -1, high: 1, method: 'clustered' } });
    expect(first?.p).toBeCloseTo(0.5538264188101, 9);
    const pupils = rateDifference(...scoresOf(rows, 'М1', 'М2'), 1);
    expect(pupils.p).toBeLessThan(0.02);
  });

  it('compare what is one school as that school is compared, and say nothing of what is no school', () => {
    const one = [
      ...solving('a1', 'М1', 18, 20),
      ...solving('b1', 'М2', 10, 20),
      ...solving('b2', 'М2', 4, 20),
    ];
    const [school, municipality] = comparisonsOf(one).filter(
      ({ unit: of, item }) => (of === 'a1' || of === 'М1') && item === '1',
    );
    expect(municipality).toMatchObject({
      difference: school?.difference,
      p: school?.p,
      netDifference: school?.netDifference,
    });
    expect(municipality?.difference).toMatchObject({ interval: { method: 'newcombe' } });
    const nameless = one.map(({ unit: of, ...row }) => ({
      ...row,
      unit: of?.municipality === 'М1' ? { region: 'Р', municipality: 'М1' } : (of ?? {}),
    }));
    const [without] = comparisonsOf(nameless).filter(({ unit: of, item }) => of === 'М1' && item === '1');
    expect(without?.difference).toMatchObject({ kind: 'missing', reason: 'too-few-schools', n: 60 });
    expect(without?.netDifference).toMatchObject({ kind: 'missing', reason: 'too-few-schools' });
    expect(without).not.toHaveProperty('p');
  });

  it('judge a municipality against the country by its schools too', () => {
    const sum = new TallySum();
    sum.addBlock(aBlock(work, [...solving('a1', 'М1', 18, 20), ...solving('a2', 'М1', 6, 20)]));
    sum.addStated([
      {
        assessment: 'work',
        level: 'country',
        unit: 'Россия',
        n: 1_000_000,
        items: [{ item: '1', share: 0.5, exact: false }],
      },
    ]);
    const rows = [...analyseFully(sum.tally()).comparisonResults].filter(
      ({ comparator, item }) => comparator === 'country' && item === '1',
    );
    expect(rows.map(({ level, difference }) => [level, methodOf(difference)])).toEqual([
      ['school', 'newcombe'],
      ['school', 'newcombe'],
      ['municipality', 'clustered'],
      ['region', 'clustered'],
    ]);
    expect(rows[2]?.p).toBeGreaterThan(0.7);
  });

  it('take no certainty from schools that are all alike', () => {
    const rows = [
      ...solving('a1', 'М1', 0, 6),
      ...solving('a2', 'М1', 0, 5),
      ...solving('b1', 'М2', 3, 20),
      ...solving('b2', 'М2', 1, 20),
      ...solving('b3', 'М2', 2, 20),
    ];
    const [first] = comparisonsOf(rows).filter(({ unit: of, item }) => of === 'М1' && item === '1');
    // The schools of М2 alone would leave 0.1 ± 0.07.
    expect(first?.difference).toMatchObject({ estimate: -0.1, interval: { method: 'clustered' } });
    expect(first?.p).toBeGreaterThan(0.2);
    const same = [0, 1].flatMap((i) => [...solving(`a${i}`, 'М1', 5, 5), ...solving(`b${i}`, 'М2', 5, 5)]);
    const [full] = comparisonsOf(same).filter(({ unit: of, item }) => of === 'М1' && item === '1');
    expect(full?.difference).toEqual({ kind: 'known', estimate: 0, n: 20 });
    expect(full).not.toHaveProperty('p');
  });

  it('conclude nothing of fewer pupils than the ruleset has for any finding', () => {
    // Among equal totals the school gets no point on item 1 where the others get it.
    const behind = (school: string, count: number) => pupils(count, school, 'М1', [0, 2, 0, 0]);
    const others = [...pupils(30, 's2', 'М1', [2, 0, 0, 0]), ...pupils(3, 's2', 'М1', [0, 2, 0, 0])];
    const at = (count: number) =>
      analyseFully(add(empty(), aBlock(work, [...behind('s1', count), ...others])));
    const [few] = [...at(9).comparisonResults].filter(({ unit: of, item }) => of === 's1' && item === '1');
    expect(few?.netDifference).toEqual({ kind: 'missing', reason: 'too-few', n: 42 });
    expect(few).not.toHaveProperty('netQ');
    // The figure itself stays, without a q.
    expect(few).toMatchObject({ difference: { kind: 'known' }, p: expect.any(Number) });
    expect(few).not.toHaveProperty('q');
    expect(at(9).behindResults).toEqual([]);
    const [enough] = [...at(10).comparisonResults].filter(
      ({ unit: of, item }) => of === 's1' && item === '1',
    );
    expect(enough).toMatchObject({ netDifference: { kind: 'known' }, netQ: expect.any(Number) });
    expect(at(10).behindResults.map(({ unit: of }) => of)).toContain('s1');
  });

  it('adjust p over all comparators of a group together', () => {
    const rows = ['s1', 's2', 's3', 's4', 's5', 's6'].flatMap((school, at) =>
      Array.from({ length: 30 }, (_, i): Row => {
        const solves = (item: number) => (i * 7 + item * 3 + at) % 10 < (at === 0 ? item + 1 : 4) + (i % 4);
        return {
          unit: unit(school, at < 3 ? 'М1' : 'М2'),
          codes: [solves(1) ? 2 : 0, solves(2) ? 4 : 0, solves(3) ? 6 : 0, solves(4) ? 2 : 0],
        };
      }),
    );
    const similarSchools = new Map(['s1', 's4', 's5'].map((school) => [school, 'село']));
    const own = [
      ...analyseFully(add(empty(), aBlock(work, rows)), { similarSchools }).comparisonResults,
    ].filter(({ unit: of }) => of === 's1');
    expect(new Set(own.map(({ comparator }) => comparator)).size).toBe(3);
    expect(own.map(({ q }) => q)).toEqual(benjaminiHochberg(own.map(({ p }) => p)));
    const apart = benjaminiHochberg(own.slice(0, 4).map(({ p }) => p));
    expect(own.slice(0, 4).map(({ q }) => q)).not.toEqual(apart);
    const netP = own.map(({ netDifference: of }) =>
      of.kind === 'known' && of.interval !== undefined
        ? normalTails((of.estimate * 2 * Z_95) / (of.interval.high - of.interval.low))
        : undefined,
    );
    benjaminiHochberg(netP).forEach((q, index) => {
      expect(own[index]?.netQ).toBeCloseTo(q ?? Number.NaN, 9);
    });
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
