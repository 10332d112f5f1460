import type { Item } from '../assessment/assessment.js';
import type { Figure, MissingReason } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { itemRestCorrelation, itemTotalCorrelation, upperLower27 } from '../solve-rates/discrimination.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import { itemScores, NO_SCORES } from '../solve-rates/item-scores.js';
import { markFigures } from '../solve-rates/marks.js';
import { alpha, alphaIfDeleted, standardError } from '../solve-rates/reliability.js';
import { solveRate } from '../solve-rates/solve-rate.js';
import type { ItemMoments, WorkMoments } from '../solve-rates/work-moments.js';
import { pointsByTotal, workMoments } from '../solve-rates/work-moments.js';
import { tInterval } from '../statistics/intervals.js';
import type { Moments } from '../statistics/moments.js';
import { mean, standardDeviation } from '../statistics/moments.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import { summarise } from '../tally/summarise.js';
import type { Tally } from '../tally/tally.js';
import type { Analysis, ItemResult, ItemStatistics, TestResult } from './analysis.js';
import { figuresOfScores, NOT_ADMINISTERED_FIGURES } from './figures-of-scores.js';
import { findingsOf } from './findings.js';
import { ItemResults } from './item-results.js';
import type { FindingRules } from './rulesets.js';
import { fioko2026 } from './rulesets.js';

export interface AnalyseOptions {
  /** @defaultValue {@link fioko2026} */
  readonly rules?: FindingRules;
}

/**
 * Figures at every level and findings, from a tally alone. The order of rows is canonical: assessment, level
 * from class to all, unit by code points, item as in the assessment; so equal tallies give equal tables.
 */
export function analyse(tally: Tally, options: AnalyseOptions = {}): Analysis {
  const rules = options.rules ?? fioko2026;
  const summaries = summarise(tally);
  const groups = summaries.flatMap((summary) => summary.groups.map((group) => ({ summary, group })));
  const tests = groups.map(({ summary, group }) => testResultOf(summary, group, tally.shared));
  const kept = groups.map(({ summary, group }) =>
    // Findings are about larger groups, so classes need not be computed before somebody reads them.
    group.level === 'class' ? undefined : itemFigures(summary, group),
  );
  const teachers = summaries.flatMap((summary) => summary.teachers.map((group) => ({ summary, group })));
  return {
    assessments: summaries.map(({ assessment }) => assessment),
    rules,
    itemResults: new ItemResults(
      groups.map(({ summary, group }, i) => ({
        assessment: summary.assessment.id,
        level: group.level,
        unit: group.unit,
        results: () => (kept[i] ?? itemFigures(summary, group)).items,
      })),
    ),
    itemStatistics: summaries.flatMap(itemStatisticsOf),
    testResults: tests,
    findings: groups.flatMap(({ summary }, i) => {
      const test = tests[i];
      const of = kept[i];
      return test === undefined || of === undefined
        ? []
        : findingsOf({ assessment: summary.assessment, ...of, test }, rules);
    }),
    private: {
      itemResults: teachers.flatMap(({ summary, group }) => itemFigures(summary, group).items),
      testResults: teachers.map(({ summary, group }) => testResultOf(summary, group, tally.shared)),
    },
  };
}

function itemFigures(
  { assessment }: AssessmentSummary,
  group: LevelGroup,
): { readonly scores: readonly ItemScores[]; readonly items: readonly ItemResult[] } {
  const scores = itemScores(
    group.counts,
    assessment.items.map((item) => item.maxPoints),
  );
  const items = assessment.items.map((item, index) =>
    itemResultOf(assessment.id, group, item, scores[index] ?? NO_SCORES),
  );
  return { scores, items };
}

function itemResultOf(assessment: string, group: LevelGroup, item: Item, of: ItemScores): ItemResult {
  const nobody = of.n === 0 && of.notTaught === 0 && group.counts.wrote > 0;
  const { rate, full, partial, zero } = nobody
    ? NOT_ADMINISTERED_FIGURES
    : figuresOfScores(of, item.maxPoints);
  return {
    assessment,
    level: group.level,
    unit: group.unit,
    item: item.id,
    n: of.n,
    points: of.sum,
    ...(item.maxPoints === undefined ? {} : { maxPoints: item.maxPoints }),
    solveRate: rate,
    fullShare: full,
    partialShare: partial,
    zeroShare: zero,
    notAttempted: of.notAttempted,
    notTaught: of.notTaught,
  };
}

function itemStatisticsOf(summary: AssessmentSummary): readonly ItemStatistics[] {
  const { assessment } = summary;
  const all = summary.groups.find((group) => group.level === 'all');
  if (all === undefined) return [];
  const scores = itemScores(
    all.counts,
    assessment.items.map((item) => item.maxPoints),
  );
  const work = all.complete === undefined ? undefined : workMoments(all.complete);
  const byTotal = all.complete === undefined ? undefined : pointsByTotal(all.complete);
  return assessment.items.map((item: Item, index) => {
    const of = scores[index] ?? NO_SCORES;
    const inWork = work?.items?.find((moments) => moments.item === index);
    const correlated = (figure: (work: WorkMoments, item: ItemMoments) => Figure): Figure => {
      if (work === undefined) return missing(whyIncomplete(summary, all));
      if (work.items === undefined) return missing('no-cross-table', work.total.n);
      return inWork === undefined ? missing('not-administered', work.total.n) : figure(work, inWork);
    };
    return {
      assessment: assessment.id,
      item: item.id,
      n: of.n,
      complete: work?.total.n ?? 0,
      mean: of.n === 0 ? missing(of.notTaught > 0 ? 'not-taught' : 'no-pupils') : known(mean(of), of.n),
      sd: sdOf(of),
      solveRate: solveRate(of, item.maxPoints),
      itemTotalR: correlated(itemTotalCorrelation),
      itemRestR: correlated(itemRestCorrelation),
      alphaIfDeleted: correlated(alphaIfDeleted),
      upperLower27: correlated((moments, one) =>
        upperLower27(moments, byTotal?.get(one.item) ?? [], item.maxPoints),
      ),
    };
  });
}

function testResultOf(summary: AssessmentSummary, group: LevelGroup, shared: boolean): TestResult {
  const { assessment } = summary;
  const work = group.complete === undefined ? undefined : workMoments(group.complete);
  const none = missing(whyIncomplete(summary, group));
  const everyItem = group.complete?.items.length === assessment.items.length;
  return {
    assessment: assessment.id,
    level: group.level,
    unit: group.unit,
    ...(group.parent === undefined ? {} : { parent: group.parent }),
    wrote: group.counts.wrote,
    absent: group.counts.absent,
    n: work?.total.n ?? 0,
    mean: work === undefined ? none : meanOf(work.total),
    sd: work === undefined ? none : sdOf(work.total),
    alpha: work === undefined ? none : alpha(work),
    sem: work === undefined ? none : standardError(work),
    ...markFigures(group.counts, everyItem ? group.complete : undefined, assessment.markScale, shared),
    totals: work?.histogram ?? [],
  };
}

function whyIncomplete({ severalForms }: AssessmentSummary, group: LevelGroup): MissingReason {
  if (group.counts.wrote === 0) return 'no-pupils';
  return severalForms ? 'several-forms' : 'no-complete';
}

function meanOf(of: Moments): Figure {
  return of.n < 2
    ? known(mean(of), of.n)
    : known(mean(of), of.n, tInterval(mean(of), standardDeviation(of), of.n));
}

function sdOf(of: Moments): Figure {
  if (of.n === 0) return missing('no-pupils');
  return of.n < 2 ? missing('too-few', of.n) : known(standardDeviation(of), of.n);
}
