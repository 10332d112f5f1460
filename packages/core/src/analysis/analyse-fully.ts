import type { ContextRules, ResilienceRules } from '../assessment/context-rules.js';
import { equalWeights, resilient } from '../assessment/context-rules.js';
import { fioko2026 } from '../assessment/finding-rules.js';
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import { omsk2025 } from '../assessment/low-results-rules.js';
import type { TestScoreRules } from '../assessment/test-score-rules.js';
import { ege2026 } from '../assessment/test-score-rules.js';
import type { SchoolPassport } from '../context/context-index.js';
import { contextOf } from '../context/context-of.js';
import { schoolDynamics } from '../dynamics/school-dynamics.js';
import { once } from '../foundation/once.js';
import type { MedalCounts } from '../objectivity/medal-test.js';
import { objectivityOf } from '../objectivity/objectivity.js';
import { lowResults } from '../risk/low-results.js';
import { summarise } from '../tally/summarise.js';
import type { Tally } from '../tally/tally.js';
import type { AnalyseOptions } from './analyse.js';
import { analysisOfWorks, figuresOfWorks } from './analyse.js';
import type { FullAnalysis } from './analysis.js';
import type { ComparisonOptions } from './comparisons.js';
import { contextFindings } from './context-findings.js';
import { difResults } from './dif-results.js';
import { optionResults } from './distractors.js';
import { groupRates } from './group-rates.js';
import { flaggedSchools, inflatedResults, objectivityFindings } from './objectivity-findings.js';
import { readinessResults } from './readiness.js';
import { lowResultsFindings } from './risk-table.js';
import type { SchoolGroups } from './school-gaps.js';
import { schoolGaps } from './school-gaps.js';
import { testScoreResults } from './test-scores.js';
import { WorkEvidence } from './work-evidence.js';
import { workScales } from './work-scale.js';

export interface AnalyseFullyOptions extends AnalyseOptions, Pick<ComparisonOptions, 'similarSchools'> {
  /** Which schools count as schools with low results. @defaultValue omsk2025 alone */
  readonly lowResultsRules?: readonly LowResultsRules[];
  /** Borders of test scores. @defaultValue ege2026 */
  readonly testScoreRules?: TestScoreRules;
  /** Social passports of schools; absent = nobody says, and conditions are not looked at. */
  readonly passports?: readonly SchoolPassport[];
  /** How hard conditions are told from others. @defaultValue equalWeights */
  readonly contextRules?: ContextRules;
  /** @defaultValue resilient */
  readonly resilience?: ResilienceRules;
  /** Groups of schools that are set against each other. */
  readonly schoolGroups?: SchoolGroups;
  /** Medals by school and year; absent = nobody says. */
  readonly medals?: readonly MedalCounts[];
}

/**
 * Everything that can be said of a tally: the figures of `analyse`, sections, comparisons, groups of pupils, precision, and
 * the findings that rest on them. What nobody asks for is not computed.
 */
export function analyseFully(
  tally: Tally,
  {
    rules = fioko2026,
    lowResultsRules = [omsk2025],
    testScoreRules = ege2026,
    passports,
    contextRules = equalWeights,
    resilience = resilient,
    schoolGroups = new Map(),
    medals = [],
    ...options
  }: AnalyseFullyOptions = {},
): FullAnalysis {
  const summaries = summarise(tally);
  const works = figuresOfWorks(summaries, tally);
  const figures = analysisOfWorks(works, tally, rules);
  const evidence = works.map(
    (work) => new WorkEvidence(work, summaries, { ...options, rules, stated: figures.atOnce.stated }),
  );
  const sections = once(() => evidence.flatMap((work) => work.sections()));
  const objectivity = once(() => objectivityOf(summaries, { shared: tally.shared, medals }));
  const risks = once(() => {
    const doubtful = lowResultsRules.some(({ excludeDoubtful }) => excludeDoubtful)
      ? inflatedResults(objectivity())
      : new Set<string>();
    return lowResultsRules.flatMap((each) => lowResults(summaries, each, { ...options, doubtful }));
  });
  // Results that look too good make no school resilient, and close no gap; with any flag it is no model.
  const conditions = once(() =>
    contextOf(summaries, passports ?? [], {
      rules: contextRules,
      resilience,
      doubtful: inflatedResults(objectivity()),
      flagged: passports === undefined ? new Set() : flaggedSchools(objectivity()),
      minPupils: rules.minPupils,
    }),
  );
  const dynamics = once(() =>
    schoolDynamics(summaries, {
      doubtful: inflatedResults(objectivity()),
      flagged: flaggedSchools(objectivity()),
    }),
  );
  const years = new Set(summaries.flatMap(({ assessment }) => assessment.schoolYear ?? []));
  const gaps = once(() => schoolGaps(conditions(), schoolGroups));
  const findings = once(() => [
    ...evidence.flatMap((work) => work.findings()),
    ...lowResultsFindings(risks()),
    ...(passports === undefined ? [] : contextFindings(conditions())),
    ...objectivityFindings(objectivity()),
  ]);
  const behind = once(() => evidence.flatMap(({ comparisons }) => comparisons.allBehind()));
  const groups = once(() => [...groupRates(summaries)]);
  const readiness = once(() => readinessResults(works));
  const dif = once(() => difResults(summaries));
  const choices = once(() => optionResults(summaries));
  const testScores = once(() => testScoreResults(summaries, testScoreRules));
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
    get sectionResults() {
      return sections();
    },
    comparisonResults: {
      *[Symbol.iterator]() {
        for (const { comparisons } of evidence) yield* comparisons.all();
      },
    },
    get behindResults() {
      return behind();
    },
    get groupRates() {
      return groups();
    },
    get difResults() {
      return dif();
    },
    scales: once(() => workScales(summaries)),
    objectivity,
    context: passports === undefined ? undefined : conditions,
    schoolGaps: passports === undefined && schoolGroups.size === 0 ? undefined : gaps,
    dynamics: years.size < 2 ? undefined : dynamics,
    lowResultsRules,
    get schoolRisks() {
      return risks();
    },
    get readiness() {
      return readiness();
    },
    get optionResults() {
      return choices();
    },
    testScoreRules,
    get testScores() {
      return testScores();
    },
    get findings() {
      return findings();
    },
  };
}
