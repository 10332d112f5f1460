import { describe, expect, it } from 'vitest';
import type { Pupil } from '../../test/objectivity-schools.js';
import { aWork, rowsOf, SCALE, tallyOf } from '../../test/objectivity-schools.js';
import type { Row } from '../../test/response-rows.js';
import { randomNumbers } from '../../test/simulated-work.js';
import type { Assessment } from '../assessment/index.js';
import { NOT_ADMINISTERED } from '../assessment/index.js';
import type { Tally } from '../tally/index.js';
import { shareTally, summarise } from '../tally/index.js';
import { BunchingRoom, borderBunching } from './border-bunching.js';
import { ItemSlopes } from './item-slope.js';
import { ItemsAtTotals } from './items-at-totals.js';
import { regionWorks } from './region-works.js';
import { ownTests } from './rules.js';
import { ScoreLattice } from './score-lattice.js';
import { SlopesWithoutParts } from './slope-without.js';
import { identicalRatio, varianceRatio } from './total-shape.js';
import { TotalsTests } from './totals-tests.js';
import { UsualColumn } from './usual-column.js';

const { alternatives } = ownTests;
const work = aWork();

function judged(
  assessment: Assessment,
  rows: readonly Row[],
  share = (tally: Tally) => tally,
  rules = ownTests,
) {
  const [region] = summarise(share(tallyOf([assessment, rows]))).flatMap(regionWorks);
  if (region === undefined) throw new Error('no work');
  const tests = new TotalsTests(region, rules);
  region.schools.forEach(({ counts }, place) => {
    tests.add(place, counts.complete);
  });
  const [bunching, dispersion, identical, slope] = tests.judged();
  if (bunching === undefined || dispersion === undefined || identical === undefined || slope === undefined) {
    throw new Error('no column');
  }
  return { region, bunching, dispersion, identical, slope };
}
/** Why the first school was left out of bunching, dispersion, equal totals and slopes. */
function reasonsOf(assessment: Assessment, rows: readonly Row[]) {
  const { bunching, dispersion, identical, slope } = judged(assessment, rows);
  return [bunching, dispersion, identical, slope].map((column) => column.reasonOf(0) ?? 'tested');
}

const random = randomNumbers(5);
/** Pupils anywhere on the scale, every third at or near a border. */
const pupils = (size: number): readonly Pupil[] =>
  Array.from({ length: size }, (_, pupil) => ({
    total: pupil % 3 === 0 ? ([7, 8, 13, 17][Math.floor(4 * random())] ?? 8) : Math.floor(21 * random()),
  }));
const usual: Readonly<Record<string, readonly Pupil[]>> = Object.fromEntries(
  Array.from({ length: 14 }, (_, school) => [`s${10 + school}`, pupils(10 + school)]),
);

describe('TotalsTests', () => {
  it.each([0.05, 0.2])(
    'are tests of the school on the totals of its region, held against what is usual there, at level %s',
    (level) => {
      const rows = [
        ...rowsOf(work, usual),
        // Easy items not done, hard ones done: the slope is found.
        ...Array.from(
          { length: 20 },
          (_, pupil): Row => ({
            unit: { region: 'Область', school: 's99' },
            codes: [2 * (pupil % 3), 2 * (pupil % 4), 8],
          }),
        ),
      ];
      const found = judged(work, rows, (tally) => tally, { ...ownTests, level });
      const { region, ...byName } = found;
      expect(Object.values(byName).map(({ test }) => test)).toEqual([
        'border-bunching',
        'dispersion',
        'identical-totals',
        'item-slope',
      ]);
      const { schools, whole } = region;
      if (whole.complete === undefined) throw new Error('nobody is complete');
      const maxima = work.items.map(({ maxPoints }) => maxPoints);
      const lattice = new ScoreLattice(whole.complete);
      const items = new ItemsAtTotals(whole.complete, maxima);
      const slopes = ItemSlopes.of(items);
      const without = new SlopesWithoutParts(items, work.items);
      const dispersion = new UsualColumn('dispersion', schools.length);
      const identical = new UsualColumn('identical-totals', schools.length);
      const slope = new UsualColumn('item-slope', schools.length);
      schools.forEach(({ counts: { complete } }, place) => {
        if (complete === undefined) throw new Error('nobody is complete');
        lattice.read(complete);
        const tilt = lattice.tilt();
        if (tilt === undefined) throw new Error('no tilt');
        const bunching = borderBunching(
          lattice,
          tilt,
          [16, 26, 34],
          2,
          new BunchingRoom(alternatives.lifted, level),
        );
        expect(found.bunching.nOf(place)).toBe(lattice.n);
        expect(found.bunching.statisticOf(place)).toBe(bunching.excess);
        expect(found.bunching.pOf(place)).toBe(bunching.p);
        expect(found.bunching.powerOf(place)).toBeCloseTo(bunching.power, 6);
        expect(found.bunching.countedP(place) === undefined).toBe(bunching.leastP > level);
        const [one, other] = [varianceRatio(lattice), identicalRatio(lattice)];
        dispersion.add(place, lattice.n, one?.ratio ?? 9, one?.variance ?? 9);
        identical.add(place, lattice.n, other?.ratio ?? 9, other?.variance ?? 9, other?.halfStep);
        const third = slopes?.slope(complete);
        slope.add(place, third?.n ?? 9, third?.slope ?? 9, third?.variance ?? 9);
      });
      const columns = [
        [
          found.dispersion,
          dispersion.judge('lower', (centre) => centre * (1 - alternatives.variance), level),
        ],
        [
          found.identical,
          identical.judge('upper', (centre) => centre * (alternatives.identical - 1), level, 'skewed'),
        ],
        [found.slope, slope.judge('upper', () => alternatives.slope, level)],
      ] as const;
      let flagged = 0;
      schools.forEach(({ counts: { complete } }, place) => {
        for (const [of, expected] of columns) {
          expect(of.nOf(place)).toBe(expected.nOf(place));
          expect(of.statisticOf(place)).toBe(expected.statisticOf(place));
          expect(of.pOf(place)).toBe(expected.pOf(place));
          expect(of.powerOf(place)).toBe(expected.powerOf(place));
        }
        const p = found.slope.pOf(place);
        const tails =
          complete === undefined
            ? []
            : without
                .slopes(complete)
                .map((of) => (of === undefined ? 1 : slope.tail(of.slope, of.variance)));
        if (p <= level) flagged++;
        expect(found.slope.countedP(place)).toBe(p <= level ? Math.max(p, ...tails) : p);
      });
      expect(flagged).toBeGreaterThan(0);
      expect(flagged).toBeLessThan(schools.length);
    },
  );

  it('take any number of pupils at borders, and ten elsewhere', () => {
    const at = (size: number) => rowsOf(work, { ...usual, a: pupils(size) });
    expect(reasonsOf(work, at(9))).toEqual(['tested', 'too-few', 'too-few', 'too-few']);
    expect(reasonsOf(work, at(10))).toEqual(['tested', 'tested', 'tested', 'tested']);
    const alone = rowsOf(work, { ...usual, a: [{ total: 10 }, { total: 11 }] });
    expect(reasonsOf(work, alone)[0]).toBe('no-near-border');
  });

  it('say what a school or a region lacks', () => {
    const all = rowsOf(work, usual);
    const incomplete = { unit: { region: 'Область', school: 'a' }, codes: [2, 2, NOT_ADMINISTERED] };
    expect(reasonsOf(work, [...all, incomplete])).toEqual(new Array<string>(4).fill('no-complete'));
    expect(judged(work, [...all, incomplete]).bunching.nOf(0)).toBe(0);
    const unlike = { ...incomplete, codes: [NOT_ADMINISTERED, 2, 2] };
    expect(reasonsOf(work, [incomplete, unlike])).toEqual(new Array<string>(4).fill('no-complete'));
    const forms = all.map((row, index) => ({
      ...row,
      variant: `${index % 2}`,
      codes: row.codes.map((code, item) => (item === index % 2 ? NOT_ADMINISTERED : code)),
    }));
    expect(reasonsOf(work, forms)).toEqual(new Array<string>(4).fill('several-forms'));
    const { slope, dispersion } = judged(work, all, shareTally);
    expect([slope.reasonOf(0), dispersion.reasonOf(0)]).toEqual(['no-cross-table', undefined]);
    // Ten pupils with the highest total: no tilt of the others reaches their mean, and nobody shares it.
    const top = rowsOf(work, { a: Array.from({ length: 10 }, () => ({ total: 20 })) });
    const others = all.filter(({ codes }) => codes.reduce((sum, code) => sum + code, 0) < 40);
    expect(reasonsOf(work, [...top, ...others])).toEqual([
      'no-reference',
      'no-reference',
      'no-reference',
      'no-common-totals',
    ]);
    expect(judged(work, [...top, ...others]).identical.nOf(0)).toBe(10);
  });

  it('say where totals of others leave no choice', () => {
    // Everybody has 7 or 13 points: how many have which follows from the mean.
    const two = Object.fromEntries(
      Array.from({ length: 12 }, (_, school) => [
        `s${10 + school}`,
        Array.from({ length: 12 }, (_, pupil) => ({ total: pupil < 3 + (school % 5) ? 7 : 13 })),
      ]),
    );
    expect(reasonsOf(work, rowsOf(work, two)).slice(1, 3)).toEqual(['no-variation', 'tested']);
  });

  it('know borders where somebody stands at and under them, in steps of the work', () => {
    const bordersOf = (markScale: NonNullable<Assessment['markScale']>) =>
      reasonsOf({ ...work, markScale }, rowsOf(work, { ...usual, a: pupils(15) }))[0];
    expect(bordersOf([])).toBe('no-scale');
    // Nobody is under 0, nor over 20.
    expect(bordersOf([{ mark: 2, min: 0 }])).toBe('no-scale');
    expect(bordersOf([{ mark: 5, min: 21 }])).toBe('no-scale');
    expect(bordersOf([{ mark: 3, min: 8 }])).toBe('tested');
    // The lowest total of the region is just under this one.
    expect(bordersOf([{ mark: 3, min: 1 }])).not.toBe('no-scale');
    // Nor where totals do not tell marks.
    const markConditions = [{ items: ['1'], min: 1, marks: [3, 4, 5], otherwise: 2 }];
    const withConditions = { ...work, markConditions };
    expect(reasonsOf(withConditions, rowsOf(work, { ...usual, a: pupils(15) }))[0]).toBe('no-scale');
    const { markScale: _, ...plain } = work;
    expect(reasonsOf(plain, rowsOf(work, usual))[0]).toBe('no-scale');
    // Borders in any order, and one twice: as on the scale.
    const rows = rowsOf(work, usual);
    const mixed = { ...work, markScale: [...SCALE.toReversed(), { mark: 4, min: 13 }] };
    const [one, other] = [judged(work, rows).bunching, judged(mixed, rows).bunching];
    for (let place = 0; place < 14; place++) {
      expect(other.pOf(place)).toBe(one.pOf(place));
      expect(other.statisticOf(place)).toBe(one.statisticOf(place));
    }
  });

  it('compare items of one work that all have a maximum and are more than one', () => {
    const slopeOf = (assessment: Assessment, rows: readonly Row[]) => reasonsOf(assessment, rows)[3];
    const single = aWork({}, [20]);
    expect(slopeOf(single, rowsOf(single, usual))).toBe('one-item');
    const [first, ...others] = work.items;
    if (first === undefined) throw new Error('no item');
    expect(slopeOf({ ...work, items: [{ id: first.id }, ...others] }, rowsOf(work, usual))).toBe(
      'max-unknown',
    );
    const pair = aWork({}, [10, 10]);
    expect(slopeOf(pair, rowsOf(pair, usual))).toBe('tested');
    // Alike: half of the points of everybody on each item.
    const alike = rowsOf(pair, usual).flatMap(({ unit, codes }): Row[] => [
      { unit: unit ?? {}, codes },
      { unit: unit ?? {}, codes: codes.toReversed() },
    ]);
    expect(slopeOf(pair, alike)).toBe('no-variation');
  });
});
