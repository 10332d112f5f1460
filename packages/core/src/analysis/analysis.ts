/**
 * What one call over a dataset gives: figures at every level, and findings.
 *
 * @module
 */
import type { Assessment } from '../assessment/assessment.js';
import type { FindingRules } from '../assessment/finding-rules.js';
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import type { TestScoreRules } from '../assessment/test-score-rules.js';
import type { ContextAnalysis } from '../context/context-of.js';
import type { SchoolDynamics } from '../dynamics/school-dynamics.js';
import type { Figure } from '../foundation/figure.js';
import type { Objectivity } from '../objectivity/objectivity.js';
import type { SchoolRisk } from '../risk/low-results.js';
import type { MarkFigures } from '../solve-rates/marks.js';
import type { StatedRow } from '../tally/stated.js';
import type { Level } from '../tally/summarise.js';
import type { ComparisonResult } from './comparison-result.js';
import type { DifResult } from './dif-results.js';
import type { OptionResult } from './distractors.js';
import type { GroupRate } from './group-rates.js';
import type { ItemResults } from './item-results.js';
import type { ReadinessResult } from './readiness.js';
import type { SchoolGap } from './school-gaps.js';
import type { SectionResult } from './sections.js';
import type { TestScoreResult } from './test-scores.js';
import type { WorkScale } from './work-scale.js';

/** A group of pupils that rows are about. */
export interface GroupKey {
  readonly level: Level;
  /** As it stands in the tables: school id, `school/class`, name of a municipality or region, `all`, teacher code. */
  readonly unit: string;
}

/** Results of one group on one item. Counts are pupils. */
export interface ItemResult extends GroupKey {
  readonly assessment: string;
  readonly item: string;
  /** Pupils counted: answered or not attempted. */
  readonly n: number;
  /** Points of all of them together. */
  readonly points: number;
  /** Points of a full answer; absent = unknown. */
  readonly maxPoints?: number;
  /** Share of available points, 0..1. */
  readonly solveRate: Figure;
  /** How many times the variance is that of pupils drawn one by one; above schools only. */
  readonly designEffect?: number;
  /** Shares of pupils with full, some and no points; not attempted is among *no points*. They add up to 1. */
  readonly fullShare: Figure;
  readonly partialShare: Figure;
  readonly zeroShare: Figure;
  /** Absent in what is published. */
  readonly notAttempted?: number;
  readonly notTaught?: number;
}

/** Statistics of one item over the whole input. */
export interface ItemStatistics {
  readonly assessment: string;
  readonly item: string;
  readonly n: number;
  /** Pupils with every item of their variant: basis of the correlations. */
  readonly complete: number;
  /** Points. */
  readonly mean: Figure;
  readonly sd: Figure;
  /** Share 0..1. */
  readonly solveRate: Figure;
  readonly itemTotalR: Figure;
  readonly itemRestR: Figure;
  readonly alphaIfDeleted: Figure;
  readonly upperLower27: Figure;
}

/** Results of one group on the whole work. */
export interface TestResult extends GroupKey, MarkFigures {
  /** The unit one level up, as far as it is known. */
  readonly parent?: GroupKey;
  readonly assessment: string;
  /** Pupils who wrote the work. */
  readonly wrote: number;
  readonly absent: number;
  /** Pupils with every item of their variant: basis of mean, sd, alpha and SEM. */
  readonly n: number;
  /** Points. */
  readonly mean: Figure;
  readonly sd: Figure;
  readonly alpha: Figure;
  /** Points. */
  readonly sem: Figure;
  /** Pupils by total, in half points; index = half points. Complete pupils only. */
  readonly totals: readonly number[];
}

export type FindingKind =
  | 'low-item'
  | 'low-section'
  | 'weak-item'
  | 'not-taught'
  | 'journal-gap'
  | 'low-results'
  | 'doubtful-results'
  | 'resilient-school'
  | 'hard-conditions'
  | 'below-expected';

/** A reference to the figure that a finding rests on. */
export interface Evidence {
  /** Table name, for example `solve-rates`. */
  readonly table: string;
  /** Values of the key columns of the row, joined by `|`; of medals the school year of its `note`, too. */
  readonly key: string;
  /** Column id of the figure. */
  readonly figure: string;
}

/** What deserves attention. Ids are stable from run to run. */
export interface Finding extends GroupKey {
  readonly id: string;
  readonly kind: FindingKind;
  readonly assessment?: string;
  /** Of what belongs to a year and to no work: medals. */
  readonly schoolYear?: string;
  readonly item?: string;
  readonly section?: string;
  readonly severity: 'high' | 'medium' | 'low';
  /** Probability that the statement is true of the group, 0..1, where it can be computed. */
  readonly probability?: number;
  readonly evidence: readonly Evidence[];
}

/** Figures at every level, and the findings that they give by themselves. */
export interface Analysis {
  /** Thresholds that the findings rest on. */
  readonly rules: FindingRules;
  readonly assessments: readonly Assessment[];
  readonly itemResults: ItemResults;
  readonly itemStatistics: readonly ItemStatistics[];
  readonly testResults: readonly TestResult[];
  readonly findings: readonly Finding[];
  /** What reports state about units whose pupils nobody saw. */
  readonly stated: readonly StatedRow[];
  /** By teacher code: never in the report, merged exports or anything public. */
  readonly private: {
    readonly itemResults: readonly ItemResult[];
    readonly testResults: readonly TestResult[];
  };
}

/** Everything that the command line and the report show: figures, and the evidence that tells what they mean. */
export interface FullAnalysis extends Analysis {
  /** By work, level and unit; within a unit the section that needs help most comes first. Classes are left out. */
  readonly sectionResults: readonly SectionResult[];
  /** Schools, municipalities and regions against the rest; computed anew whenever they are walked through. */
  readonly comparisonResults: Iterable<ComparisonResult>;
  /** Of the comparisons those that show a group behind equal pupils, by more than chance and enough to say so. */
  readonly behindResults: readonly ComparisonResult[];
  /** By mark and by quarter. */
  readonly groupRates: readonly GroupRate[];
  /** By sex and other columns of the pupils, over the whole input. */
  readonly difResults: readonly DifResult[];
  /** Difficulties and precision of the works that can be scaled; computed when first asked for. */
  readonly scales: () => readonly WorkScale[];
  /** Rulesets that schools with low results are found by. */
  readonly lowResultsRules: readonly LowResultsRules[];
  /** Every school by every ruleset of low results, ruleset by ruleset; empty without schools. */
  readonly schoolRisks: readonly SchoolRisk[];
  /** Which results look doubtful, by the official method and tests of our own; computed when first asked for. */
  readonly objectivity: () => Objectivity;
  /** Schools beside their conditions, computed when first asked for; absent where no social passports were given. */
  readonly context: (() => ContextAnalysis) | undefined;
  /** Groups of schools against each other, computed when first asked for; absent where nobody says which schools form groups. */
  readonly schoolGaps: (() => readonly SchoolGap[]) | undefined;
  /** Who rose, who fell, who is stably high, computed when first asked for; absent where results are of one school year. */
  readonly dynamics: (() => SchoolDynamics) | undefined;
  /** Readiness for the next stage, classes too: only for inside. */
  readonly readiness: readonly ReadinessResult[];
  /** Options of items with a key, over the whole input: only for inside. */
  readonly optionResults: readonly OptionResult[];
  /** Borders that shares of test scores are about. */
  readonly testScoreRules: TestScoreRules;
  /** Test scores of the works that have them, classes too: only for inside. */
  readonly testScores: readonly TestScoreResult[];
}
