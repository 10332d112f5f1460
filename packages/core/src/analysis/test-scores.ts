/**
 * Test scores of ЕГЭ («тестовый балл», 0 to 100), from the totals of the tally and the test score of each total.
 *
 * @module
 */
import type { TestScores } from '../assessment/assessment.js';
import type { TestScoreRules } from '../assessment/test-score-rules.js';
import { minimumOf } from '../assessment/test-score-rules.js';
import type { Figure, MissingReason } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { shareOf } from '../solve-rates/solve-rate.js';
import { workMoments } from '../solve-rates/work-moments.js';
import { clusteredMean } from '../statistics/clustered-mean.js';
import { tInterval } from '../statistics/intervals.js';
import type { Moments } from '../statistics/moments.js';
import { mean, standardDeviation } from '../statistics/moments.js';
import { quantileOfCounts } from '../statistics/quantile.js';
import type { GroupCounts } from '../tally/group-counts.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import type { GroupKey } from './analysis.js';
import { sdOf, whyIncomplete } from './test-result.js';
import { withClusters } from './with-clusters.js';

/** Test scores of one group on one exam. */
export interface TestScoreResult extends GroupKey {
  readonly assessment: string;
  /** Pupils with every item of the exam. */
  readonly n: number;
  /** Test scores. */
  readonly mean: Figure;
  readonly sd: Figure;
  readonly lowerQuartile: Figure;
  readonly median: Figure;
  readonly upperQuartile: Figure;
  /** Lowest test score that passes; absent = the ruleset has none for the subject. */
  readonly minimum?: number;
  /** Shares 0..1 of pupils below the minimum, and from each of the two borders on. */
  readonly belowMinimum: Figure;
  readonly fromMiddle: Figure;
  readonly fromHigh: Figure;
  /** Totals of pupils of the group whose test score nobody knows, ascending; with any, all figures are missing. */
  readonly unpaired: readonly number[];
}

/**
 * Every group of every work that has test scores, in the order of works and groups, classes too.
 *
 * A total is converted by the pair that was given for or seen in the exam of that year, never by interpolation: the
 * official table is no line. Pairs that contradict each other count as unknown. Quartiles: type 7 of Hyndman & Fan
 * (1996). Intervals, 95 %: above schools over schools (clustered), as soon as there are two; else t for the mean, kept
 * inside 0..100, and Wilson for shares. Edge cases: nobody has every item → the reason of that; a total without a pair
 * → `no-test-score`; one pupil → a mean without an interval and no standard deviation; no minimum of the subject →
 * `no-minimum`.
 */
export function testScoreResults(
  summaries: readonly AssessmentSummary[],
  rules: TestScoreRules,
): readonly TestScoreResult[] {
  return summaries.flatMap((summary) => {
    if (summary.assessment.testScores === undefined) return [];
    const testScores = withoutContradictions(summary.assessment.testScores);
    return summary.groups.map((group) => resultOf(summary, group, testScores, rules));
  });
}

/** Pairs that stand in order with all others: more points cannot have a lower score. */
function withoutContradictions(scores: TestScores): TestScores {
  const pairs = Object.entries(scores);
  return Object.fromEntries(
    pairs.filter(([, score], place) =>
      pairs.every(([, other], i) => (i < place ? other <= score : other >= score)),
    ),
  );
}

function resultOf(
  summary: AssessmentSummary,
  group: LevelGroup,
  testScores: TestScores,
  rules: TestScoreRules,
): TestScoreResult {
  const { assessment } = summary;
  const items = assessment.items.length;
  const minimum = minimumOf(rules, assessment.subject);
  const key = {
    assessment: assessment.id,
    level: group.level,
    unit: group.unit,
    ...(minimum === undefined ? {} : { minimum }),
  };
  const own = scoresOf(group.counts, items, testScores);
  if (own === undefined) return { ...key, ...without(whyIncomplete(summary, group), 0), unpaired: [] };
  const { n, counts, unpaired } = own;
  if (unpaired.length > 0) return { ...key, ...without('no-test-score', n), unpaired };
  const schools =
    group.schools === undefined || group.schools.length < 2
      ? []
      : group.schools.flatMap((each) => {
          const of = scoresOf(each, items, testScores);
          return of === undefined ? [] : [of.counts];
        });
  const moments = momentsOf(counts, (score) => score);
  const share = (counted: (score: number) => boolean): Figure => {
    const one = (score: number) => (counted(score) ? 1 : 0);
    return withClusters(
      shareOf(momentsOf(counts, one).sum, n),
      clusteredMean(schools.map((each) => momentsOf(each, one))),
    );
  };
  return {
    ...key,
    n,
    mean: withClusters(
      meanOf(moments),
      clusteredMean(
        schools.map((of) => momentsOf(of, (score) => score)),
        100,
      ),
    ),
    sd: sdOf(moments),
    lowerQuartile: known(quantileOfCounts(counts, 0.25), n),
    median: known(quantileOfCounts(counts, 0.5), n),
    upperQuartile: known(quantileOfCounts(counts, 0.75), n),
    belowMinimum: minimum === undefined ? missing('no-minimum', n) : share((score) => score < minimum),
    fromMiddle: share((score) => score >= rules.middleFrom),
    fromHigh: share((score) => score >= rules.highFrom),
    unpaired,
  };
}

function without(reason: MissingReason, n: number) {
  const none = missing(reason, n);
  return {
    n,
    mean: none,
    sd: none,
    lowerQuartile: none,
    median: none,
    upperQuartile: none,
    belowMinimum: none,
    fromMiddle: none,
    fromHigh: none,
  };
}

interface Scores {
  readonly n: number;
  /** Pupils by test score. */
  readonly counts: readonly number[];
  readonly unpaired: readonly number[];
}

/** Absent where nobody has every item: only their totals are primary scores of the exam. */
function scoresOf({ complete }: GroupCounts, items: number, testScores: TestScores): Scores | undefined {
  if (complete?.items.length !== items) return undefined;
  const { histogram, total } = workMoments(complete);
  const counts = new Array<number>(101).fill(0);
  const unpaired: number[] = [];
  histogram.forEach((pupils, half) => {
    if (pupils === 0) return;
    const score = testScores[String(half / 2)];
    if (score === undefined) unpaired.push(half / 2);
    else counts[score] = (counts[score] ?? 0) + pupils;
  });
  return { n: total.n, counts, unpaired };
}

function momentsOf(counts: readonly number[], value: (score: number) => number): Moments {
  const of = { n: 0, sum: 0, sumOfSquares: 0 };
  counts.forEach((pupils, score) => {
    of.n += pupils;
    of.sum += value(score) * pupils;
    of.sumOfSquares += value(score) ** 2 * pupils;
  });
  return of;
}

function meanOf(of: Moments): Figure {
  if (of.n < 2) return known(mean(of), of.n);
  const { low, high, method } = tInterval(mean(of), standardDeviation(of), of.n);
  return known(mean(of), of.n, { low: Math.max(0, low), high: Math.min(100, high), method });
}
