import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment, type Row } from '../../test/response-rows.js';
import { missing } from '../foundation/index.js';
import { add, empty, merge } from '../tally/index.js';
import type { Analysis } from './index.js';
import { analyse, analyseFully, schoolShares, tablesOf } from './index.js';

type Counts = readonly (readonly [low: number, good: number, n: number])[];

const pupilsOf = (counts: Counts, first = 0): readonly Row[] =>
  counts.flatMap(([low, good, n], place) =>
    Array.from({ length: n }, (_, pupil) => ({
      unit: { school: `s${String(place + first).padStart(2, '0')}` },
      codes: [2],
      mark: pupil < low ? 2 : pupil < low + good ? 4 : 3,
    })),
  );
const work = anAssessment([1], { id: 'm5' });
const tallyOf = (counts: Counts, first = 0) => add(empty(), aBlock(work, pupilsOf(counts, first)));
const sharesOf = (counts: Counts) => schoolShares(analyse(tallyOf(counts)));
/** Ten schools that chance alone sets apart. */
const TEN: Counts = Array.from({ length: 10 }, (_, place) => [2 + (place % 5), 10, 20]);
/** Ten schools that differ by more than chance. */
const DIFFERENT: Counts = Array.from({ length: 10 }, (_, place) => [place, 10, 20]);
const rowsOf = (of: Analysis) => [...(tablesOf(of).open.find(({ name }) => name === 'shrunken')?.rows ?? [])];

describe('schoolShares', () => {
  it('puts the shrunken share beside the raw one, farther from it the smaller the school', () => {
    const shares = sharesOf([[2, 1, 4], [50, 25, 100], ...DIFFERENT]);
    expect(shares.slice(0, 4).map(({ school, measure, count }) => [school, measure, count])).toEqual([
      ['s00', 'below-minimum', 2],
      ['s00', 'quality', 1],
      ['s01', 'below-minimum', 50],
      ['s01', 'quality', 25],
    ]);
    const moved = [0, 2].map((at) => {
      const of = shares[at];
      if (of?.share.kind !== 'known' || of.shrunken.kind !== 'known') throw new Error('missing');
      expect(of.share.estimate).toBe(0.5);
      return 0.5 - of.shrunken.estimate;
    });
    expect(moved[0]).toBeGreaterThan(0.1);
    expect(moved[1]).toBeLessThan(0.05);
  });

  it('places a large school outside the limits that hold a small one with the same share', () => {
    const shares = sharesOf([[2, 1, 4], [50, 25, 100], ...TEN]);
    expect(shares[0]).toMatchObject({ place: 'inside', isWidened: false });
    expect(shares[2]).toMatchObject({ place: 'above-998' });
    expect(shares[3]).toMatchObject({ place: 'below-998' });
  });

  it('says why a figure is missing', () => {
    const few = sharesOf([
      [1, 1, 4],
      [2, 2, 20],
    ]);
    expect(few.map(({ shrunken, others }) => [shrunken, others])).toEqual([
      [missing('too-few-schools', 4), undefined],
      [missing('too-few-schools', 4), undefined],
      [missing('too-few-schools', 20), undefined],
      [missing('too-few-schools', 20), undefined],
    ]);
    const noMarks = add(empty(), aBlock(work, [{ unit: { school: 'a' }, codes: [2] }]));
    expect(schoolShares(analyse(noMarks))).toEqual(
      (['below-minimum', 'quality'] as const).map((measure) => ({
        ...{ assessment: 'm5', school: 'a', measure, isWidened: false },
        share: missing('no-marks'),
        shrunken: missing('no-marks'),
      })),
    );
  });

  it('leaves nobody outside where all pupils are alike', () => {
    const shares = sharesOf(Array.from({ length: 12 }, () => [0, 0, 9] as const));
    expect(new Set(shares.map(({ place }) => place))).toEqual(new Set(['inside']));
    for (const { shrunken } of shares) {
      expect(shrunken.kind === 'known' && shrunken.estimate < 0.01).toBe(true);
    }
  });

  it('does not ask a school about itself', () => {
    const [before, after] = [2, 19].map((low) => sharesOf([[low, 1, 20], ...TEN])[0]);
    expect(after?.others).toBe(before?.others);
  });

  const school = fc
    .tuple(fc.nat(12), fc.nat(12), fc.nat(12))
    .map(([low, good, rest]) => [low, good, low + good + rest] as const);
  const regions = fc.array(school, { minLength: 1, maxLength: 16 });

  it('shrinks to between the own share and that of the others, and keeps the interval around it', () => {
    fc.assert(
      fc.property(regions, (counts) => {
        for (const { share, shrunken, others, count } of sharesOf(counts)) {
          expect(share.kind === 'known').toBe(count !== undefined);
          if (shrunken.kind === 'missing' || share.kind === 'missing' || others === undefined) continue;
          const own = share.estimate;
          expect(shrunken.estimate).toBeGreaterThanOrEqual(Math.min(own, others) - 1e-12);
          expect(shrunken.estimate).toBeLessThanOrEqual(Math.max(own, others) + 1e-12);
          const { low = 1, high = 0 } = shrunken.interval ?? {};
          expect(low).toBeLessThan(high);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same for merged tallies as for all rows', () => {
    fc.assert(
      fc.property(regions, regions, (one, other) => {
        const merged = merge(tallyOf(one), tallyOf(other, 8));
        const rows = [...pupilsOf(one), ...pupilsOf(other, 8)];
        const joined = add(empty(), aBlock(work, rows));
        expect(schoolShares(analyse(merged))).toEqual(schoolShares(analyse(joined)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('shrunken.csv', () => {
  it('has a row for every school, work and measure, with methods and reasons', () => {
    const of = analyseFully(tallyOf([[2, 1, 4], ...TEN]));
    const rows = rowsOf(of);
    expect(rows).toHaveLength(22);
    expect(rows[0]).toEqual([
      ...['m5', 's00', 'below-minimum', 4, 2, 0.5],
      ...Array.from({ length: 6 }, () => expect.any(Number)),
      ...['inside', undefined, 'wilson;beta-binomial;limits:exact'],
    ]);
    const [few] = rowsOf(analyseFully(tallyOf([[1, 1, 4]])));
    expect(few?.slice(8)).toEqual([
      ...new Array(4).fill(undefined),
      'inside',
      'too-few-schools',
      'wilson;limits:exact',
    ]);
  });
});
