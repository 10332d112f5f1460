/**
 * Marks of a work against marks in the journal, school by school, in one region.
 *
 * @module
 */
import { once } from '../foundation/once.js';
import type { BetaBinomial } from '../statistics/beta-binomial.js';
import { fitBetaBinomial, fitBetaBinomialOfOthers } from '../statistics/beta-binomial.js';
import { binomialProbability } from '../statistics/binomial.js';
import type { GroupCount } from '../statistics/group-sums.js';
import { FEWEST_SCHOOLS } from './among-schools.js';
import type { MarkAgreementCounts, SquareTest } from './mark-table.js';
import { agreementCounts, bowkerTest, eachMarkTable, stuartMaxwellTest } from './mark-table.js';
import type { RegionWork } from './region-works.js';
import type { OwnRules } from './rules.js';
import { shareTail, shareTails } from './share-among.js';
import type { OwnTest, UntestedReason } from './test-column.js';
import { TestColumn } from './test-column.js';
import { FEWEST_PUPILS } from './totals-tests.js';
import { UsualColumn } from './usual-column.js';

/**
 * Shift, Stuart–Maxwell, Bowker, agreement and gaps of two marks, each for every school of the region.
 *
 * Stuart–Maxwell and Bowker ask whether the two marks differ as a whole. They do in most schools, since works are marked more
 * strictly than lessons; so q and flag rest on the larger of their p and that of the shift, which is held against the region.
 *
 * @param shared - the tally was shared without journal marks.
 */
export function journalTests(work: RegionWork, rules: OwnRules, shared: boolean): readonly TestColumn[] {
  const { schools, assessment } = work;
  const counts: MarkAgreementCounts[] = [];
  const marginals: (SquareTest | undefined)[] = [];
  const symmetry: (SquareTest | undefined)[] = [];
  eachMarkTable(
    schools.map((of) => of.counts),
    assessment.markScale,
    (table, place) => {
      const own = agreementCounts(table);
      counts[place] = own;
      marginals[place] = own.n < FEWEST_PUPILS ? undefined : stuartMaxwellTest(table);
      symmetry[place] = own.n < FEWEST_PUPILS ? undefined : bowkerTest(table);
    },
  );
  const why = schools.map((school, place): UntestedReason | undefined => {
    if ((counts[place]?.n ?? 0) > 0) return undefined;
    if (shared) return 'no-cross-table';
    return hasMarks(work, school.counts) ? 'no-journal' : 'no-marks';
  });
  const shift = shiftTest(counts, why, rules);
  return [
    shift,
    squareColumn('journal-marginals', marginals, counts, why, shift),
    squareColumn('journal-symmetry', symmetry, counts, why, shift),
    shareColumn('journal-agreement', counts, why, rules),
    shareColumn('journal-gap', counts, why, rules),
  ];
}

function hasMarks({ assessment }: RegionWork, counts: RegionWork['whole']): boolean {
  const { keys, from, to } = counts.marks;
  // Keys ascend by mark of the work, none = 0 first.
  return (
    (to > from && (keys[to - 1] ?? 0) >>> 3 > 0) ||
    (assessment.markScale !== undefined && counts.complete !== undefined)
  );
}

function shiftTest(
  counts: readonly MarkAgreementCounts[],
  why: readonly (UntestedReason | undefined)[],
  { alternatives }: OwnRules,
): TestColumn {
  const column = new UsualColumn('journal-shift', counts.length);
  // One variance for all: that of a small school is too uncertain to weigh it by.
  let pupils = 0;
  let within = 0;
  for (const { n, shift, shiftSquares } of counts) {
    if (n < 2) continue;
    pupils += n - 1;
    within += shiftSquares - (shift * shift) / n;
  }
  const variance = pupils === 0 ? 0 : within / pupils;
  counts.forEach(({ n, shift }, place) => {
    const reason = why[place];
    if (reason !== undefined) column.leaveOut(place, n, reason);
    else if (n < FEWEST_PUPILS) column.leaveOut(place, n, 'too-few');
    else if (variance <= 0) column.leaveOut(place, n, 'no-variation');
    else column.add(place, n, shift / n, variance / n, 0.5 / n);
  });
  return column.judge('both', () => alternatives.shift);
}

function squareColumn(
  test: OwnTest,
  results: readonly (SquareTest | undefined)[],
  counts: readonly MarkAgreementCounts[],
  why: readonly (UntestedReason | undefined)[],
  shift: TestColumn,
): TestColumn {
  const column = new TestColumn(test, counts.length);
  const powers: number[] = [];
  counts.forEach(({ n, equal }, place) => {
    const reason = why[place];
    const result = results[place];
    if (reason !== undefined || result === undefined) {
      column.leaveOut(place, n, reason ?? 'too-few');
      return;
    }
    const { chiSquare, p } = result;
    const differing = n - equal;
    powers[differing] ??= powerOfSigns(differing);
    const shifted = shift.at(place);
    column.put(place, {
      n,
      statistic: chiSquare,
      p,
      power: powers[differing],
      couldReject: differing >= FEWEST_DIFFERING,
      alsoP: 'p' in shifted ? shifted.p : 1,
    });
  });
  return column;
}

/**
 * Chance of the test of two marks to reject if four of five differing pupils differ in one direction: with m of them the
 * statistic is (2k − m)² / m.
 */
function powerOfSigns(differing: number): number {
  const reach = Math.sqrt(CRITICAL * differing);
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
  counts: readonly MarkAgreementCounts[],
  why: readonly (UntestedReason | undefined)[],
  { alternatives }: OwnRules,
): TestColumn {
  const isGap = test === 'journal-gap';
  return shareTest(
    test,
    counts.map(({ n, equal, farApart }) => ({ n, count: isGap ? farApart : equal })),
    why,
    isGap ? 'upper' : 'lower',
    isGap ? alternatives.gaps : alternatives.agreement,
  );
}

/**
 * Counts of schools against the beta-binomial distribution of the schools of their region.
 *
 * One unusual school widens the distribution that it is held against. So where its p is small, the distribution is fitted anew
 * without it; where it is not, p is no smaller than it should be. Others who are all alike (nobody, or everybody) are taken as half
 * a pupil less alike.
 * Cost: a fit, and one more for every different pair of counts with p ≤ .1.
 */
export function shareTest(
  test: OwnTest,
  counts: readonly GroupCount[],
  why: readonly (UntestedReason | undefined)[],
  side: 'upper' | 'lower',
  away: number,
): TestColumn {
  const column = new TestColumn(test, counts.length);
  const filled = counts.filter(({ n }) => n > 0);
  const model = filled.length < FEWEST_SCHOOLS ? undefined : fitBetaBinomial(filled);
  const others = once(() => fitBetaBinomialOfOthers(filled));
  const pupils = filled.reduce((sum, { n }) => sum + n, 0);
  const tail = model === undefined ? undefined : shareTails(model, side, away);
  counts.forEach((own, place) => {
    const { n, count } = own;
    const reason = why[place];
    if (reason !== undefined || model === undefined || tail === undefined || isCertain(model)) {
      column.leaveOut(place, n, reason ?? (model === undefined ? 'few-schools' : 'no-variation'));
      return;
    }
    let found = tail(count, n);
    if (found.p <= WORTH_REFITTING) {
      const apart = withoutCertainty(others()(own), pupils - n);
      found = shareTail(count, n, apart ?? model, side, away);
    }
    const { p, leastP, power } = found;
    column.put(place, { n, statistic: count / n, p, power, couldReject: leastP <= LEVEL });
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

const LEVEL = 0.05;
/** With ten schools one of them widens the distribution so far that its own p is about this. */
const WORTH_REFITTING = 0.1;
/** Quantile of chi-square with one degree of freedom at 0.95. */
const CRITICAL = 3.841458820694124;
/** With three pupils at most 3 comes out, under {@link CRITICAL}. */
const FEWEST_DIFFERING = 4;
const ONE_DIRECTION = 0.8;
