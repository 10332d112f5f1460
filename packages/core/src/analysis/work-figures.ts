import type { FindingRules } from '../assessment/finding-rules.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import type { Finding, TestResult } from './analysis.js';
import { findingsOf } from './findings.js';
import type { GroupFigures, ItemFigures } from './group-figures.js';
import { itemFigures, ScoresOfGroups } from './group-figures.js';
import type { GroupResults } from './item-results.js';
import { testResultOf } from './test-result.js';

/** The figures of one work, computed when somebody asks for them: a run may want one table of many. */
export class WorkFigures {
  readonly summary: AssessmentSummary;
  readonly scores: ScoresOfGroups;
  readonly #shared: boolean;
  readonly #figures = new Map<LevelGroup, ItemFigures>();
  #neverAttempted: ReadonlySet<string> | undefined;
  #tests: readonly TestResult[] | undefined;

  /** `shared`: the tally dropped its cross tables. */
  constructor(summary: AssessmentSummary, shared: boolean) {
    this.summary = summary;
    this.scores = new ScoresOfGroups(summary.assessment);
    this.#shared = shared;
  }

  /** In canonical order of the groups. */
  get tests(): readonly TestResult[] {
    this.#tests ??= this.summary.groups.map((group) => this.testOf(group));
    return this.#tests;
  }

  /**
   * Ids of the items that nobody of the whole input attempted although somebody had them: rather an error of the data
   * than a topic that nobody knows, so no finding rests on them.
   */
  get neverAttempted(): ReadonlySet<string> {
    this.#neverAttempted ??= new Set(
      this.summary.groups
        .filter(({ level }) => level === 'all')
        .flatMap((group) => this.itemsOf(group).items)
        .flatMap(({ item, n, notAttempted }) => (n > 0 && n === notAttempted ? [item] : [])),
    );
    return this.#neverAttempted;
  }

  testOf(group: LevelGroup): TestResult {
    return testResultOf(this.summary, group, this.#shared);
  }

  itemResults(): readonly GroupResults[] {
    return this.summary.groups.map((group) => ({
      assessment: this.summary.assessment.id,
      level: group.level,
      unit: group.unit,
      results: () => this.itemsOf(group).items,
    }));
  }

  /** Kept, but for classes and teachers: a region has hundreds of thousands of their results. */
  itemsOf(group: LevelGroup): ItemFigures {
    const there = this.#figures.get(group);
    if (there !== undefined) return there;
    const made = itemFigures(this.summary, group, this.scores);
    if (group.level !== 'class' && group.level !== 'teacher') this.#figures.set(group, made);
    return made;
  }

  /** Groups that something can be said about, with all their figures: classes are too small and too many. */
  largeGroups(): readonly { readonly group: LevelGroup; readonly figures: GroupFigures }[] {
    return this.summary.groups.flatMap((group, index) => {
      const test = this.tests[index];
      return test === undefined || group.level === 'class'
        ? []
        : [
            {
              group,
              figures: {
                assessment: this.summary.assessment,
                ...this.itemsOf(group),
                test,
                neverAttempted: this.neverAttempted,
              },
            },
          ];
    });
  }

  findings(rules: FindingRules): readonly Finding[] {
    return this.largeGroups().flatMap(({ figures }) => findingsOf(figures, rules));
  }
}
