/**
 * Tests that rest on totals and items of one work in one region.
 *
 * @module
 */
import { pointStepOf } from '../assessment/mark-scale.js';
import { marksByTotal } from '../solve-rates/marks.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import { BunchingRoom, borderBunching } from './border-bunching.js';
import { ItemSlopes } from './item-slope.js';
import { ItemsAtTotals } from './items-at-totals.js';
import type { RegionWork } from './region-works.js';
import type { OwnRules } from './rules.js';
import { ScoreLattice } from './score-lattice.js';
import { SlopesWithoutParts } from './slope-without.js';
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
export class TotalsTests {
  readonly #shapes: ShapeTests;
  readonly #slopes: SlopeTest;

  constructor(work: RegionWork, rules: OwnRules) {
    this.#shapes = new ShapeTests(work, rules);
    this.#slopes = new SlopeTest(work, rules);
  }

  /** Every school once. */
  add(place: number, complete: CompleteCounts | undefined): void {
    const n = this.#shapes.add(place, complete);
    this.#slopes.add(place, n, complete);
  }

  judged(): readonly TestColumn[] {
    return [...this.#shapes.judged(), this.#slopes.judged()];
  }
}

/** Tests of the totals of one school after the other. */
class ShapeTests {
  readonly #work: RegionWork;
  readonly #rules: OwnRules;
  readonly #bunching: TestColumn;
  readonly #dispersion: UsualColumn;
  readonly #identical: UsualColumn;
  readonly #lattice: ScoreLattice | undefined;
  readonly #step: number;
  readonly #borders: readonly number[];
  readonly #room: BunchingRoom;

  constructor(work: RegionWork, rules: OwnRules) {
    const { schools, whole, assessment } = work;
    this.#work = work;
    this.#rules = rules;
    this.#bunching = new TestColumn('border-bunching', schools.length);
    this.#dispersion = new UsualColumn('dispersion', schools.length);
    this.#identical = new UsualColumn('identical-totals', schools.length);
    this.#lattice = whole.complete === undefined ? undefined : new ScoreLattice(whole.complete);
    this.#step = pointStepOf(assessment) * 2;
    this.#borders = bordersOf(work, this.#lattice);
    this.#room = new BunchingRoom(rules.alternatives.lifted, rules.level);
  }

  /** Returns how many pupils have a total. */
  add(place: number, complete: CompleteCounts | undefined): number {
    const lattice = this.#lattice;
    if (lattice === undefined || complete === undefined) {
      this.#leaveOut(place, 0, whyNoTotals(this.#work));
      return 0;
    }
    lattice.read(complete);
    const { n } = lattice;
    const tilt = lattice.tilt();
    if (tilt === undefined) this.#leaveOut(place, n, 'no-reference');
    else {
      this.#addBunching(place, lattice, tilt);
      addRatio(this.#dispersion, place, n, n < FEWEST_PUPILS ? undefined : varianceRatio(lattice));
      addRatio(this.#identical, place, n, n < FEWEST_PUPILS ? undefined : identicalRatio(lattice));
    }
    return n;
  }

  judged(): readonly TestColumn[] {
    const { alternatives, level } = this.#rules;
    const { variance, identical } = alternatives;
    return [
      this.#bunching,
      this.#dispersion.judge('lower', (centre) => centre * (1 - variance), level),
      this.#identical.judge('upper', (centre) => centre * (identical - 1), level, 'skewed'),
    ];
  }

  #addBunching(place: number, lattice: ScoreLattice, tilt: number): void {
    const { n } = lattice;
    if (this.#borders.length === 0) {
      this.#bunching.leaveOut(place, n, 'no-scale');
      return;
    }
    const found = borderBunching(lattice, tilt, this.#borders, this.#step, this.#room);
    if (found.n === 0) this.#bunching.leaveOut(place, n, 'no-near-border');
    else {
      const couldReject = found.leastP <= this.#rules.level;
      this.#bunching.put(place, { n, statistic: found.excess, p: found.p, power: found.power, couldReject });
    }
  }

  #leaveOut(place: number, n: number, reason: UntestedReason): void {
    this.#bunching.leaveOut(place, n, reason);
    this.#dispersion.leaveOut(place, n, reason);
    this.#identical.leaveOut(place, n, reason);
  }
}

function addRatio(column: UsualColumn, place: number, n: number, found: ShapeRatio | undefined): void {
  if (found === undefined) column.leaveOut(place, n, n < FEWEST_PUPILS ? 'too-few' : 'no-variation');
  else column.add(place, n, found.ratio, found.variance, found.halfStep);
}

/** Borders in half points that have totals at and under them; the lowest mark begins at no border. None where totals do not tell marks. */
function bordersOf({ assessment, whole }: RegionWork, lattice: ScoreLattice | undefined): readonly number[] {
  if (!marksByTotal(assessment, whole.complete)) return [];
  const step = pointStepOf(assessment) * 2;
  const borders = (assessment.markScale ?? []).map(({ min }) => min * 2);
  return [...new Set(borders)]
    .filter((border) => (lattice?.place(border) ?? -1) >= 0 && (lattice?.place(border - step) ?? -1) >= 0)
    .sort((a, b) => a - b);
}

/** Slopes of one school after the other. */
class SlopeTest {
  readonly #work: RegionWork;
  readonly #column: UsualColumn;
  readonly #why: UntestedReason | undefined;
  readonly #items: ItemsAtTotals | undefined;
  readonly #slopes: ItemSlopes | undefined;
  readonly #rules: OwnRules;

  constructor(work: RegionWork, rules: OwnRules) {
    const { schools, whole, assessment } = work;
    const maxima = assessment.items.map(({ maxPoints }) => maxPoints);
    this.#work = work;
    this.#rules = rules;
    this.#column = new UsualColumn('item-slope', schools.length);
    this.#why = whyNoSlope(work, maxima);
    this.#items =
      this.#why === undefined && whole.complete !== undefined
        ? new ItemsAtTotals(whole.complete, maxima)
        : undefined;
    this.#slopes = this.#items === undefined ? undefined : ItemSlopes.of(this.#items);
  }

  /** `n`: pupils with a total. */
  add(place: number, n: number, complete: CompleteCounts | undefined): void {
    const column = this.#column;
    if (complete === undefined) column.leaveOut(place, n, whyNoTotals(this.#work));
    else if (this.#slopes === undefined) column.leaveOut(place, n, this.#why ?? 'no-variation');
    else if (complete.cross === undefined) column.leaveOut(place, n, 'no-cross-table');
    else if (n < FEWEST_PUPILS) column.leaveOut(place, n, 'too-few');
    else {
      const found = this.#slopes.slope(complete);
      if (found === undefined) column.leaveOut(place, n, 'no-common-totals');
      else column.add(place, found.n, found.slope, found.variance);
    }
  }

  /** A marker needs that no part of the work alone makes it. */
  judged(): TestColumn {
    const { alternatives, level } = this.#rules;
    const column = this.#column.judge('upper', () => alternatives.slope, level);
    if (this.#items === undefined) return column;
    const { schools, assessment } = this.#work;
    const without = new SlopesWithoutParts(this.#items, assessment.items);
    schools.forEach(({ counts: { complete } }, place) => {
      const p = column.countedP(place);
      if (complete === undefined || p === undefined || p > level) return;
      const tails = without
        .slopes(complete)
        .map((of) => (of === undefined ? 1 : this.#column.tail(of.slope, of.variance)));
      column.putAlso(place, Math.max(...tails));
    });
    return column;
  }
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
