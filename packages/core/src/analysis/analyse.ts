import type { FindingRules } from '../assessment/finding-rules.js';
import { fioko2026 } from '../assessment/finding-rules.js';
import { once } from '../foundation/once.js';
import { sortedStated } from '../tally/stated.js';
import { summarise } from '../tally/summarise.js';
import type { Tally } from '../tally/tally.js';
import type { Analysis } from './analysis.js';
import type { ComparisonOptions } from './comparisons.js';
import { difResults } from './dif-results.js';
import { groupRates } from './group-rates.js';
import { ItemResults } from './item-results.js';
import { itemStatisticsOf } from './item-statistics.js';
import { readinessResults } from './readiness.js';
import { testResultOf } from './test-result.js';
import { WorkAnalysis } from './work-analysis.js';
import { workScales } from './work-scale.js';

export interface AnalyseOptions extends Pick<ComparisonOptions, 'similarSchools'> {
  /** @defaultValue {@link fioko2026} */
  readonly rules?: FindingRules;
}

/**
 * Figures at every level and findings, from a tally alone. The order of rows is canonical: assessment, level
 * from class to all, unit by code points, item as in the assessment; so equal tallies give equal tables.
 * What nobody asks for is not computed.
 */
export function analyse(tally: Tally, { rules = fioko2026, ...options }: AnalyseOptions = {}): Analysis {
  const summaries = summarise(tally);
  const stated = sortedStated(tally.stated);
  const works = summaries.map((summary) => ({
    summary,
    work: new WorkAnalysis(summary, summaries, { ...options, rules, shared: tally.shared, stated }),
  }));
  const sections = once(() => works.flatMap(({ work }) => work.sections()));
  const findings = once(() => works.flatMap(({ work }) => work.findings()));
  const readiness = once(() =>
    readinessResults(works.map(({ summary, work }) => ({ summary, tests: work.tests }))),
  );
  const dif = once(() => difResults(summaries));
  return {
    assessments: summaries.map(({ assessment }) => assessment),
    rules,
    itemResults: new ItemResults(works.flatMap(({ work }) => work.itemResults())),
    itemStatistics: summaries.flatMap(itemStatisticsOf),
    testResults: works.flatMap(({ work }) => work.tests),
    get sectionResults() {
      return sections();
    },
    comparisonResults: {
      *[Symbol.iterator]() {
        for (const { work } of works) yield* work.comparisons.all();
      },
    },
    groupRates: {
      *[Symbol.iterator]() {
        yield* groupRates(summaries);
      },
    },
    get difResults() {
      return dif();
    },
    scales: once(() => workScales(summaries)),
    get readiness() {
      return readiness();
    },
    stated,
    get findings() {
      return findings();
    },
    private: {
      itemResults: works.flatMap(({ summary, work }) =>
        summary.teachers.flatMap((group) => work.figuresApart(group).items),
      ),
      testResults: works.flatMap(({ summary }) =>
        summary.teachers.map((group) => testResultOf(summary, group, tally.shared)),
      ),
    },
  };
}
