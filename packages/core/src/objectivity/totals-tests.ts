/**
 * Tests that rest on totals and items of one work in one region.
 *
 * @module
 */
import { pointStepOf } from '../assessment/mark-scale.js';
import { BunchingRoom, borderBunching } from './border-bunching.js';
import { ItemSlopes } from './item-slope.js';
import type { RegionWork, SchoolWork } from './region-works.js';
import { totalSums } from './region-works.js';
import type { OwnRules } from './rules.js';
import { ScoreLattice } from './score-lattice.js';
import type { UntestedReason } from './test-column.js';
import { TestColumn } from './test-column.js';
import type { ShapeRatio } from './total-shape.js';
import { identicalRatio, varianceRatio } from './total-shape.js';
import { UsualColumn } from './usual-column.js';

/** Fewest pupils of a test that is exact only for many; exact tests take any number. */
export const FEWEST_PUPILS = 10;

/**
 * Bunching at borders, dispersion, equal totals and item slope, each for every school of the region, in this order.
 *
 * Cost: for each school one pass over its totals, about eight over the totals of the region, one over its cross table, and the
 * square of its pupils near borders.
 */
export function totalsTests(work: RegionWork, rules: OwnRules): readonly TestColumn[] {
  return [...shapeTests(work, rules), slopeTest(work, rules)];
}

function shapeTests(work: RegionWork, { alternatives }: OwnRules): readonly TestColumn[] {
  const { schools, whole, assessment } = work;
  const bunching = new TestColumn('border-bunching', schools.length);
  const dispersion = new UsualColumn('dispersion', schools.length);
  const identical = new UsualColumn('identical-totals', schools.length);
  const lattice = whole.complete === undefined ? undefined : new ScoreLattice(whole.complete);
  const step = pointStepOf(assessment) * 2;
  const borders = bordersOf(work, lattice);
  const room = new BunchingRoom(alternatives.lifted);
  schools.forEach(({ counts: { complete } }, place) => {
    if (lattice === undefined || complete === undefined) {
      for (const column of [bunching, dispersion, identical]) column.leaveOut(place, 0, whyNoTotals(work));
      return;
    }
    lattice.read(complete);
    const { n } = lattice;
    const tilt = lattice.tilt();
    if (tilt === undefined) {
      for (const column of [bunching, dispersion, identical]) column.leaveOut(place, n, 'no-reference');
      return;
    }
    if (borders.length === 0) bunching.leaveOut(place, n, 'no-scale');
    else {
      const found = borderBunching(lattice, tilt, borders, step, alternatives.lifted, room);
      if (found.n === 0) bunching.leaveOut(place, n, 'no-near-border');
      else {
        const couldReject = found.leastP <= LEVEL;
        bunching.put(place, { n, statistic: found.excess, p: found.p, power: found.power, couldReject });
      }
    }
    addRatio(dispersion, place, n, n < FEWEST_PUPILS ? undefined : varianceRatio(lattice));
    addRatio(identical, place, n, n < FEWEST_PUPILS ? undefined : identicalRatio(lattice));
  });
  return [
    bunching,
    dispersion.judge('lower', (centre) => centre * (1 - alternatives.variance)),
    identical.judge('upper', (centre) => centre * (alternatives.identical - 1), 'skewed'),
  ];
}

function addRatio(column: UsualColumn, place: number, n: number, found: ShapeRatio | undefined): void {
  if (found === undefined) column.leaveOut(place, n, n < FEWEST_PUPILS ? 'too-few' : 'no-variation');
  else column.add(place, n, found.ratio, found.variance, found.halfStep);
}

/** Borders in half points that have totals at and under them; the lowest mark begins at no border. */
function bordersOf({ assessment }: RegionWork, lattice: ScoreLattice | undefined): readonly number[] {
  const step = pointStepOf(assessment) * 2;
  const borders = (assessment.markScale ?? []).map(({ min }) => min * 2);
  return [...new Set(borders)]
    .filter((border) => (lattice?.place(border) ?? -1) >= 0 && (lattice?.place(border - step) ?? -1) >= 0)
    .sort((a, b) => a - b);
}

function slopeTest(work: RegionWork, { alternatives }: OwnRules): TestColumn {
  const { schools, whole, assessment } = work;
  const slopes = new UsualColumn('item-slope', schools.length);
  const maxima = assessment.items.map(({ maxPoints }) => maxPoints);
  const why = whyNoSlope(work, maxima);
  const items =
    why === undefined && whole.complete !== undefined ? ItemSlopes.of(whole.complete, maxima) : undefined;
  schools.forEach((school, place) => {
    const { complete } = school.counts;
    const n = pupilsOf(school);
    if (complete === undefined) slopes.leaveOut(place, n, whyNoTotals(work));
    else if (items === undefined) slopes.leaveOut(place, n, why ?? 'no-variation');
    else if (complete.cross === undefined) slopes.leaveOut(place, n, 'no-cross-table');
    else if (n < FEWEST_PUPILS) slopes.leaveOut(place, n, 'too-few');
    else {
      const found = items.slope(complete);
      if (found === undefined) slopes.leaveOut(place, n, 'no-common-totals');
      else slopes.add(place, found.n, found.slope, found.variance);
    }
  });
  return slopes.judge('upper', () => alternatives.slope);
}

/** What keeps the items of the whole region from being compared. */
function whyNoSlope(
  { whole }: RegionWork,
  maxima: readonly (number | undefined)[],
): UntestedReason | undefined {
  const { complete } = whole;
  if (complete === undefined) return 'no-complete';
  if (complete.cross === undefined) return 'no-cross-table';
  if (complete.items.length < 2) return 'one-item';
  return complete.items.some((item) => maxima[item] === undefined) ? 'max-unknown' : undefined;
}

export function whyNoTotals({ severalForms }: RegionWork): UntestedReason {
  return severalForms ? 'several-forms' : 'no-complete';
}

function pupilsOf({ counts }: SchoolWork): number {
  return totalSums(counts.complete).n;
}

const LEVEL = 0.05;
