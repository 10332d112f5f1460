/**
 * Marks of a work against marks in the journal, school by school, in one region.
 *
 * @module
 */
import { once } from '../foundation/once.js';
import { marksByTotal } from '../solve-rates/marks.js';
import type { BetaBinomial } from '../statistics/beta-binomial.js';
import { fitBetaBinomial, fitBetaBinomialOfOthers } from '../statistics/beta-binomial.js';
import { binomialProbability } from '../statistics/binomial.js';
import type { GroupCount } from '../statistics/group-sums.js';
import { normalQuantile } from '../statistics/normal.js';
import type { GroupCounts } from '../tally/group-counts.js';
import { markOfKey } from '../tally/group-counts.js';
import { FEWEST_SCHOOLS } from './among-schools.js';
import type { SquareTest } from './mark-table.js';
import { agreementCounts, bowkerTest, MATRIX_LENGTH, MarkTables, stuartMaxwellTest } from './mark-table.js';
import type { RegionWork } from './region-works.js';
import type { OwnRules } from './rules.js';
import type { ShareTail } from './share-among.js';
import { knownByWhole, shareTail, shareTails } from './share-among.js';
import type { OwnTest, UntestedReason } from './test-column.js';
import { TestColumn } from './test-column.js';
import { FEWEST_PUPILS } from './totals-tests.js';
import { UsualColumn } from './usual-column.js';

/** Both marks of the pupils of one school after the other, in columns by place of the school. */
export class JournalCounts {
  readonly n: Int32Array;
  readonly equal: Int32Array;
  readonly farApart: Int32Array;
  readonly shift: Float64Array;
  readonly shiftSquares: Float64Array;
  readonly marginals: SquareResults;
  readonly symmetry: SquareResults;
  readonly #tables: MarkTables;
  readonly #matrix = new Float64Array(MATRIX_LENGTH);

  constructor({ schools, assessment }: RegionWork) {
    const length = schools.length;
    this.n = new Int32Array(length);
    this.equal = new Int32Array(length);
    this.farApart = new Int32Array(length);
    this.shift = new Float64Array(length);
    this.shiftSquares = new Float64Array(length);
    this.marginals = { chiSquare: new Float64Array(length), p: new Float64Array(length) };
    this.symmetry = { chiSquare: new Float64Array(length), p: new Float64Array(length) };
    this.#tables = new MarkTables(assessment);
  }

  add(place: number, counts: GroupCounts): void {
    const table = this.#tables.of(counts);
    const { occurring } = this.#tables;
    const own = agreementCounts(table, occurring);
    this.n[place] = own.n;
    this.equal[place] = own.equal;
    this.farApart[place] = own.farApart;
    this.shift[place] = own.shift;
    this.shiftSquares[place] = own.shiftSquares;
    if (own.n < FEWEST_PUPILS) return;
    keep(this.marginals, place, stuartMaxwellTest(table, this.#matrix, occurring));
    keep(this.symmetry, place, bowkerTest(table, occurring));
  }
}

/** Of schools with {@link FEWEST_PUPILS} at least. */
interface SquareResults {
  readonly chiSquare: Float64Array;
  readonly p: Float64Array;
}

function keep(results: SquareResults, place: number, { chiSquare, p }: SquareTest): void {
  results.chiSquare[place] = chiSquare;
  results.p[place] = p;
}

/**
 * Shift, Stuart–Maxwell, Bowker, agreement and gaps of two marks, each for every school of the region.
 *
 * Stuart–Maxwell and Bowker ask whether the two marks differ as a whole. They do in most schools, since works are marked more
 * strictly than lessons; so q and flag rest on the larger of their p and that of the shift, which is held against the region.
 *
 * @param counts - every school of the work was added to them.
 * @param shared - the tally was shared without journal marks.
 */
export function journalTests(
  work: RegionWork,
  counts: JournalCounts,
  rules: OwnRules,
  shared: boolean,
): readonly TestColumn[] {
  const why = work.schools.map((school, place): UntestedReason | undefined => {
    if ((counts.n[place] ?? 0) > 0) return undefined;
    if (shared) return 'no-cross-table';
    if (hasMarks(work, school.counts)) return 'no-journal';
    const isOpen = work.assessment.markScale !== undefined && school.counts.untaught?.[0] !== undefined;
    return isOpen ? 'marks-uncertain' : 'no-marks';
  });
  const shift = shiftTest(counts, why, rules);
  const { level } = rules;
  return [
    shift,
    squareColumn('journal-marginals', counts.marginals, counts, why, shift, level),
    squareColumn('journal-symmetry', counts.symmetry, counts, why, shift, level),
    shareColumn('journal-agreement', counts, why, rules),
    shareColumn('journal-gap', counts, why, rules),
  ];
}

function hasMarks({ assessment }: RegionWork, counts: RegionWork['whole']): boolean {
  const { keys, from, to } = counts.marks;
  // Keys ascend by mark of the work, none = 0 first.
  return (
    (to > from && markOfKey(keys[to - 1] ?? 0) > 0) ||
    (assessment.markScale !== undefined && marksByTotal(assessment, counts.complete))
  );
}

function shiftTest(
  counts: JournalCounts,
  why: readonly (UntestedReason | undefined)[],
  { alternatives, level }: OwnRules,
): TestColumn {
  const column = new UsualColumn('journal-shift', why.length);
  // One variance for all: that of a small school is too uncertain to weigh it by.
  let pupils = 0;
  let within = 0;
  for (let place = 0; place < why.length; place++) {
    const n = counts.n[place] ?? 0;
    const shift = counts.shift[place] ?? 0;
    if (n < 2) continue;
    pupils += n - 1;
    within += (counts.shiftSquares[place] ?? 0) - (shift * shift) / n;
  }
  const variance = within / pupils;
  for (let place = 0; place < why.length; place++) {
    const n = counts.n[place] ?? 0;
    const reason = why[place];
    if (reason !== undefined) column.leaveOut(place, n, reason);
    else if (n < FEWEST_PUPILS) column.leaveOut(place, n, 'too-few');
    else if (variance <= 0) column.leaveOut(place, n, 'no-variation');
    else column.add(place, n, (counts.shift[place] ?? 0) / n, variance / n, 0.5 / n);
  }
  return column.judge('both', () => alternatives.shift, level);
}

function squareColumn(
  test: OwnTest,
  results: SquareResults,
  counts: JournalCounts,
  why: readonly (UntestedReason | undefined)[],
  shift: TestColumn,
  level: number,
): TestColumn {
  const column = new TestColumn(test, why.length);
  // Quantile of chi-square with one degree of freedom.
  const critical = normalQuantile(level / 2) ** 2;
  const powers = knownByWhole((differing) => powerOfSigns(differing, critical));
  for (let place = 0; place < why.length; place++) {
    const n = counts.n[place] ?? 0;
    const reason = why[place];
    if (reason !== undefined || n < FEWEST_PUPILS) {
      column.leaveOut(place, n, reason ?? 'too-few');
      continue;
    }
    const differing = n - (counts.equal[place] ?? 0);
    column.put(place, {
      n,
      statistic: results.chiSquare[place] ?? 0,
      p: results.p[place] ?? 1,
      power: powers(differing),
      // At most as much as there are pupils comes out.
      couldReject: differing >= critical,
    });
    column.putAlso(place, shift.reasonOf(place) === undefined ? shift.pOf(place) : 1);
  }
  return column;
}

/**
 * Chance of the test of two marks to reject if four of five differing pupils differ in one direction: with m of them the
 * statistic is (2k − m)² / m.
 */
function powerOfSigns(differing: number, critical: number): number {
  const reach = Math.sqrt(critical * differing);
  const most = Math.ceil((differing + reach) / 2) - 1;
  const least = Math.floor((differing - reach) / 2);
  return (
    1 -
    binomialProbability(Math.min(differing, most), differing, ONE_DIRECTION) +
    binomialProbability(least, differing, ONE_DIRECTION)
  );
}

function shareColumn(
  test: 'journal-agreement' | 'journal-gap',
  { n, equal, farApart }: JournalCounts,
  why: readonly (UntestedReason | undefined)[],
  { alternatives, level }: OwnRules,
): TestColumn {
  const isGap = test === 'journal-gap';
  const counted = isGap ? farApart : equal;
  return shareTest(
    test,
    why.map((_, place) => ({ n: n[place] ?? 0, count: counted[place] ?? 0 })),
    why,
    isGap ? 'upper' : 'lower',
    isGap ? alternatives.gaps : alternatives.agreement,
    level,
  );
}

/**
 * Counts of schools against the beta-binomial distribution of the schools of their region.
 *
 * One unusual school widens the distribution that it is held against. So where its p is small, the distribution is
 * fitted anew without it; where it is not, p is no smaller than it should be. Others who are all alike (nobody, or
 * everybody) are taken as half a pupil less alike. Cost: a fit, and one more for every different pair of counts with p
 * ≤ .1; tails for every different number of pupils.
 */
export function shareTest(
  test: OwnTest,
  counts: readonly GroupCount[],
  why: readonly (UntestedReason | undefined)[],
  side: 'upper' | 'lower',
  away: number,
  level: number,
): TestColumn {
  const column = new TestColumn(test, counts.length);
  const filled = counts.filter(({ n }) => n > 0);
  const model = filled.length < FEWEST_SCHOOLS ? undefined : fitBetaBinomial(filled);
  if (model === undefined || isCertain(model)) {
    const reason = model === undefined ? 'few-schools' : 'no-variation';
    counts.forEach(({ n }, place) => {
      column.leaveOut(place, n, why[place] ?? reason);
    });
    return column;
  }
  const others = once(() => fitBetaBinomialOfOthers(filled));
  const pupils = filled.reduce((sum, { n }) => sum + n, 0);
  const tails = shareTails(model, side, away, level);
  const worthRefitting = Math.max(WORTH_REFITTING, level);
  const refitted = new Map<number, ShareTail>();
  const most = filled.reduce((largest, { n }) => Math.max(largest, n), 0);
  const withoutOwn = (own: GroupCount): ShareTail => {
    const { n, count } = own;
    const key = n * (most + 1) + count;
    const there = refitted.get(key);
    if (there !== undefined) return there;
    const apart = withoutCertainty(others()(own), pupils - n);
    const made = shareTail(count, n, apart ?? model, side, away, level);
    refitted.set(key, made);
    return made;
  };
  counts.forEach((own, place) => {
    const { n, count } = own;
    const reason = why[place];
    if (reason !== undefined) {
      column.leaveOut(place, n, reason);
      return;
    }
    const all = tails(n);
    const p = Math.min(1, all.tails[count] ?? 0);
    const statistic = count / n;
    if (p > worthRefitting) {
      column.put(place, { n, statistic, p, power: all.power, couldReject: all.leastP <= level });
      return;
    }
    const apart = withoutOwn(own);
    column.put(place, { n, statistic, p: apart.p, power: apart.power, couldReject: apart.leastP <= level });
  });
  return column;
}

function withoutCertainty(model: BetaBinomial | undefined, pupils: number): BetaBinomial | undefined {
  if (model === undefined || !isCertain(model)) return model;
  return { ...model, mean: (model.mean * pupils + 0.5) / (pupils + 1) };
}

function isCertain({ mean }: BetaBinomial): boolean {
  return mean <= 0 || mean >= 1;
}

/** With ten schools one of them widens the distribution so far that its own p is about this. */
const WORTH_REFITTING = 0.1;
const ONE_DIRECTION = 0.8;
