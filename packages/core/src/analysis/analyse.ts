import type { FindingRules } from '../assessment/finding-rules.js';
import { fioko2026 } from '../assessment/finding-rules.js';
import { once } from '../foundation/once.js';
import { sortedStated } from '../tally/stated.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import { summarise } from '../tally/summarise.js';
import type { Tally } from '../tally/tally.js';
import type { Analysis } from './analysis.js';
import { ItemResults } from './item-results.js';
import { itemStatisticsOf } from './item-statistics.js';
import { WorkFigures } from './work-figures.js';

export interface AnalyseOptions {
  /** @defaultValue {@link fioko2026} */
  readonly rules?: FindingRules;
}

/**
 * Figures at every level and what they show by themselves, from a tally alone; `analyseFully` adds sections, comparisons and
 * precision, and weighs twice as much in a page. The order of rows is canonical: assessment, level from class to all,
 * unit by code points, item as in the assessment; so equal tallies give equal tables. What nobody asks for is not computed.
 */
export function analyse(tally: Tally, { rules = fioko2026 }: AnalyseOptions = {}): Analysis {
  const works = figuresOfWorks(summarise(tally), tally);
  const figures = analysisOfWorks(works, tally, rules);
  const findings = once(() => works.flatMap((work) => work.findings(rules)));
  return {
    ...figures.atOnce,
    get itemStatistics() {
      return figures.itemStatistics();
    },
    get testResults() {
      return figures.testResults();
    },
    get private() {
      return figures.private();
    },
    get findings() {
      return findings();
    },
  };
}

/** One for each summary, in their order. */
export function figuresOfWorks(
  summaries: readonly AssessmentSummary[],
  { shared }: Tally,
): readonly WorkFigures[] {
  return summaries.map((summary) => new WorkFigures(summary, shared));
}

/** Everything but the findings; what takes time is computed when first asked for. */
export function analysisOfWorks(works: readonly WorkFigures[], tally: Tally, rules: FindingRules) {
  return {
    atOnce: {
      assessments: works.map(({ summary }) => summary.assessment),
      rules,
      itemResults: new ItemResults(works.flatMap((work) => work.itemResults())),
      stated: sortedStated(tally.stated),
    },
    itemStatistics: once(() => works.flatMap(({ summary }) => itemStatisticsOf(summary))),
    testResults: once(() => works.flatMap((work) => work.tests)),
    private: once(() => {
      const teachers = works.flatMap((work) => work.summary.teachers.map((group) => ({ work, group })));
      return {
        itemResults: teachers.flatMap(({ work, group }) => work.itemsOf(group).items),
        testResults: teachers.map(({ work, group }) => work.testOf(group)),
      };
    }),
  };
}
