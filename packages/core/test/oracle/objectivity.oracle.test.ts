import { describe, expect, it } from 'vitest';
import { errorAmong, tailsAmong, usualValues } from '../../src/objectivity/among-schools.js';
import { BunchingRoom, borderBunching, hypergeometricMasses } from '../../src/objectivity/border-bunching.js';
import { ItemSlopes } from '../../src/objectivity/item-slope.js';
import { ItemsAtTotals } from '../../src/objectivity/items-at-totals.js';
import { bowkerTest, stuartMaxwellTest } from '../../src/objectivity/mark-table.js';
import { ScoreLattice } from '../../src/objectivity/score-lattice.js';
import { shareTail } from '../../src/objectivity/share-among.js';
import { SlopesWithoutParts } from '../../src/objectivity/slope-without.js';
import { identicalRatio, varianceRatio } from '../../src/objectivity/total-shape.js';
import type { CompleteCounts } from '../../src/tally/index.js';
import { completeOf } from '../complete-counts.js';
import { aWork, objectivityOf, rowsOf, tallyOf } from '../objectivity-schools.js';
import oracle from './objectivity.json' with { type: 'json' };
import official from './objectivity-official.json' with { type: 'json' };

const near = (found: number | undefined, expected: number | undefined, tolerance = 1e-9) => {
  expect(Math.abs((found ?? Number.NaN) - (expected ?? Number.NaN))).toBeLessThanOrEqual(
    tolerance * Math.max(1e-6, Math.abs(expected ?? 0)),
  );
};
const [MAX_TOTAL] = [12];
/** Pupils whose totals are counted: one item of 12 points and another of none that anybody has. */
const totalsOf = (counts: readonly number[]): CompleteCounts =>
  completeOf(
    [MAX_TOTAL, 1],
    counts.flatMap((count, total) => Array.from({ length: count }, () => [total, 0])),
  );

describe('the official method against an independent script', () => {
  const pupilsOf = (work: 'vpr-4' | 'vpr-5') =>
    Object.fromEntries(
      Object.entries(official.pupils).flatMap(([school, works]) => {
        const rows = 'vpr-4' in works ? works[work] : work === 'vpr-5' ? works['vpr-5'] : undefined;
        return rows === undefined
          ? []
          : [[school, rows.map(([journal = 0, total = 0]) => ({ journal, total }))] as const];
      }),
    );
  const grade4 = aWork({ id: 'vpr-4', grade: 4, schoolYear: '2024/2025' });
  const grade5 = aWork({ id: 'vpr-5', grade: 5, schoolYear: '2025/2026' });
  const result = objectivityOf(
    tallyOf([grade4, rowsOf(grade4, pupilsOf('vpr-4'))], [grade5, rowsOf(grade5, pupilsOf('vpr-5'))]),
  );

  it('agrees on every marker of every school', () => {
    const found = result.official.flatMap(({ schoolYear, outcomes }) =>
      outcomes.flatMap(({ school, marker, result: of }) =>
        of.kind === 'computed' ? [[schoolYear, school, marker.id, of] as const] : [],
      ),
    );
    expect(found).toHaveLength(official.outcomes.length);
    for (const [year, school, marker, statistic, threshold, marked] of official.outcomes) {
      const own = found.find((each) => each[0] === year && each[1] === school && each[2] === marker)?.[3];
      expect(own?.marked).toBe(marked);
      near(own?.statistic, Number(statistic), 1e-14);
      near(own?.threshold, Number(threshold), 1e-14);
    }
  });

  it('agrees on lists and indices', () => {
    for (const { schoolYear, marked, index } of result.official) {
      const year = schoolYear === '2024/2025' ? '2024/2025' : '2025/2026';
      expect(marked).toEqual(official.marked[year]);
      expect(index).toBe(official.index[year]);
    }
    expect(result.official.map(({ schoolYear }) => schoolYear)).toEqual(['2024/2025', '2025/2026']);
  });
});

describe('marks against the journal, by R', () => {
  it.each(oracle.squares)('table $#', ({ table, marginals, symmetry }) => {
    const own = new Float64Array(64);
    table.forEach((pupils, place) => {
      own[(2 + Math.floor(place / 4)) * 8 + 2 + (place % 4)] = pupils;
    });
    const one = stuartMaxwellTest(own);
    near(one.chiSquare, marginals[0]);
    expect(one.df).toBe(marginals[1]);
    near(one.p, marginals[2]);
    const other = bowkerTest(own);
    near(other.chiSquare, symmetry[0]);
    expect(other.df).toBe(symmetry[1]);
    near(other.p, symmetry[2]);
  });
});

describe('bunching, by R', () => {
  it.each(oracle.hypergeometric)('%d at, %d under', (at, under, othersAt, othersUnder, ratio, p) => {
    const masses = hypergeometricMasses(at + under, at + othersAt, under + othersUnder, ratio);
    near(
      masses.slice(at).reduce((sum, mass) => sum + mass, 0),
      p,
    );
  });

  const lattice = (own: readonly number[]) => {
    const of = new ScoreLattice(totalsOf(oracle.others.map((count, total) => count + (own[total] ?? 0))));
    of.read(totalsOf(own));
    const tilt = of.tilt();
    if (tilt === undefined) throw new Error('not tilted');
    return { of, tilt };
  };

  it.each(oracle.bunching)('school $#', ({ own, tilt, n, excess, p, leastP }) => {
    const at = lattice(own);
    near(at.tilt * 2, tilt, 1e-8);
    const found = borderBunching(at.of, at.tilt, [8, 14, 20], 2, new BunchingRoom(0.5, 0.05));
    expect(found.n).toBe(n);
    near(found.excess, excess, 1e-8);
    near(found.p, p, 1e-8);
    near(found.leastP, leastP, 1e-8);
  });

  it.each(oracle.shape)('shape of school $#', ({ own, variance, identical }) => {
    const { of } = lattice(own);
    const one = varianceRatio(of);
    near(one?.ratio, variance[0], 1e-8);
    near(one?.variance, variance[1], 1e-8);
    const other = identicalRatio(of);
    near(other?.ratio, identical[0], 1e-8);
    near(other?.variance, identical[1], 1e-8);
  });
});

describe('what is usual, by R', () => {
  it.each(oracle.shares)('%d of %d, share %d, precision %d', (count, n, mean, precision, upper, lower) => {
    const model =
      precision === 0
        ? ({ kind: 'equal', mean, groups: 20 } as const)
        : ({ kind: 'spread', mean, precision, groups: 20 } as const);
    near(shareTail(count, n, model, 'upper', 0.1, 0.05).p, upper);
    near(shareTail(count, n, model, 'lower', 0.1, 0.05).p, lower);
  });

  it.each(oracle.usual)('among schools', ({ values, variances, usual, upper, lower, both }) => {
    const found = usualValues(Float64Array.from(values), Float64Array.from(variances), values.length);
    if (found === undefined) throw new Error('not usual');
    near(found.centre, usual[0]);
    near(found.centreVariance, usual[1]);
    near(found.spread, usual[2]);
    values.forEach((value, place) => {
      const error = errorAmong(found, variances[place] ?? 0);
      near(tailsAmong(found, 'upper')(value, error, 0), upper[place], 1e-8);
      near(tailsAmong(found, 'lower')(value, error, 0), lower[place], 1e-8);
      near(tailsAmong(found, 'both')(value, error, 0), both[place], 1e-8);
    });
  });

  it('slopes of items', () => {
    const [of] = oracle.slope;
    const maxima = [1, 1, 1, 2];
    const slopes = ItemSlopes.of(new ItemsAtTotals(completeOf(maxima, of?.answers ?? []), maxima));
    const found = slopes?.slope(completeOf(maxima, (of?.answers ?? []).slice(0, 12)));
    expect(found?.n).toBe(of?.found[0]);
    near(found?.slope, of?.found[1]);
    near(found?.variance, of?.found[2]);
  });

  it('slopes of items without one part after the other', () => {
    const [of] = oracle.slopesWithout;
    const maxima = [1, 1, 1, 2, 1, 1];
    const sections = ['I', 'I', 'II', 'III', 'III', 'II'];
    const items = sections.map((section, item) => ({ id: String(item), section }));
    const region = new ItemsAtTotals(completeOf(maxima, of?.answers ?? []), maxima);
    const found = new SlopesWithoutParts(region, items).slopes(
      completeOf(maxima, (of?.answers ?? []).slice(0, 30)),
    );
    expect(found).toHaveLength(3);
    found.forEach((slope, part) => {
      const [n, expected, variance] = of?.found[part] ?? [];
      expect(slope?.n).toBe(n);
      near(slope?.slope, expected);
      near(slope?.variance, variance);
    });
  });
});
