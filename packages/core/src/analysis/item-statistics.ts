import type { Item } from '../assessment/assessment.js';
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { itemRestCorrelation, itemTotalCorrelation, upperLower27 } from '../solve-rates/discrimination.js';
import { itemScores, NO_SCORES } from '../solve-rates/item-scores.js';
import { alphaIfDeleted } from '../solve-rates/reliability.js';
import { solveRate } from '../solve-rates/solve-rate.js';
import type { ItemMoments, WorkMoments } from '../solve-rates/work-moments.js';
import { pointsByTotal, workMoments } from '../solve-rates/work-moments.js';
import { mean } from '../statistics/moments.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import type { ItemStatistics } from './analysis.js';
import { sdOf, whyIncomplete } from './test-result.js';

/** Statistics of the items of one work over the whole input. */
export function itemStatisticsOf(summary: AssessmentSummary): readonly ItemStatistics[] {
  const { assessment } = summary;
  const all = summary.groups.find((group) => group.level === 'all');
  if (all === undefined) return [];
  const scores = itemScores(
    all.counts,
    assessment.items.map((item) => item.maxPoints),
  );
  const work = all.counts.complete === undefined ? undefined : workMoments(all.counts.complete);
  const byTotal = all.counts.complete === undefined ? undefined : pointsByTotal(all.counts.complete);
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
