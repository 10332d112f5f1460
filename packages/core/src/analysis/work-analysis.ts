import type { FindingRules } from '../assessment/finding-rules.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import type { Finding, TestResult } from './analysis.js';
import type { ComparisonOptions } from './comparisons.js';
import { Comparisons, previousOf } from './comparisons.js';
import { findingsOf } from './findings.js';
import type { ItemFigures } from './group-figures.js';
import { itemFigures, ScoresOfGroups } from './group-figures.js';
import type { GroupResults } from './item-results.js';
import { sectionContext } from './section-context.js';
import type { SectionContext, SectionResult } from './sections.js';
import { sectionResults } from './sections.js';
import { testResultOf } from './test-result.js';

/** Everything about one work, computed when somebody asks for it: a run may want one table of many. */
export class WorkAnalysis {
  readonly comparisons: Comparisons;
  readonly #summary: AssessmentSummary;
  readonly #rules: FindingRules;
  readonly #shared: boolean;
  readonly #scores: ScoresOfGroups;
  readonly #figures = new Map<LevelGroup, ItemFigures>();
  readonly #sections = new Map<LevelGroup, readonly SectionResult[]>();
  #context: SectionContext | undefined;
  #tests: readonly TestResult[] | undefined;

  constructor(
    summary: AssessmentSummary,
    summaries: readonly AssessmentSummary[],
    {
      rules,
      shared,
      ...options
    }: ComparisonOptions & { readonly rules: FindingRules; readonly shared: boolean },
  ) {
    this.#summary = summary;
    this.#rules = rules;
    this.#shared = shared;
    this.#scores = new ScoresOfGroups(summary.assessment);
    this.comparisons = new Comparisons(summary, this.#scores, options, previousOf(summary, summaries));
  }

  /** In canonical order of the groups. */
  get tests(): readonly TestResult[] {
    this.#tests ??= this.#summary.groups.map((group) => testResultOf(this.#summary, group, this.#shared));
    return this.#tests;
  }

  itemResults(): readonly GroupResults[] {
    return this.#summary.groups.map((group) => ({
      assessment: this.#summary.assessment.id,
      level: group.level,
      unit: group.unit,
      results: () => this.#figuresOf(group).items,
    }));
  }

  /** Of a group that is no level of the work, as the pupils of a teacher. */
  figuresApart(group: LevelGroup): ItemFigures {
    return itemFigures(this.#summary, group, this.#scores);
  }

  sections(): readonly SectionResult[] {
    return this.#summary.groups.flatMap((group) => this.#sectionsOf(group));
  }

  findings(): readonly Finding[] {
    return this.#summary.groups.flatMap((group, index) => {
      const test = this.tests[index];
      if (test === undefined || group.level === 'class') return [];
      return findingsOf(
        {
          assessment: this.#summary.assessment,
          ...this.#figuresOf(group),
          test,
          sections: this.#sectionsOf(group),
          comparisons: this.comparisons.nearest(group),
        },
        this.#rules,
      );
    });
  }

  /** Kept, but for classes: a region has hundreds of thousands of their results. */
  #figuresOf(group: LevelGroup): ItemFigures {
    const there = this.#figures.get(group);
    if (there !== undefined) return there;
    const made = itemFigures(this.#summary, group, this.#scores);
    if (group.level !== 'class') this.#figures.set(group, made);
    return made;
  }

  /** Classes are too small to be told anything about sections. */
  #sectionsOf(group: LevelGroup): readonly SectionResult[] {
    if (group.level === 'class') return [];
    const there = this.#sections.get(group);
    if (there !== undefined) return there;
    this.#context ??= sectionContext(this.#summary, this.#rules);
    const made = sectionResults(group, this.#figuresOf(group), this.#context);
    this.#sections.set(group, made);
    return made;
  }
}
