import type { FindingRules } from '../assessment/finding-rules.js';
import { previousOf } from '../tally/previous-work.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import type { Finding } from './analysis.js';
import type { ComparisonResult } from './comparison-result.js';
import type { ComparisonOptions } from './comparisons.js';
import { Comparisons } from './comparisons.js';
import { withEvidence } from './evidence-findings.js';
import { findingsOf } from './findings.js';
import { sectionContext } from './section-context.js';
import type { SectionContext, SectionResult } from './sections.js';
import { sectionResults } from './sections.js';
import type { WorkFigures } from './work-figures.js';

/** What the figures of one work mean: its sections, and its groups beside others. */
export class WorkEvidence {
  readonly comparisons: Comparisons;
  readonly #figures: WorkFigures;
  readonly #rules: FindingRules;
  readonly #sections = new Map<LevelGroup, readonly SectionResult[]>();
  #context: SectionContext | undefined;

  constructor(
    figures: WorkFigures,
    summaries: readonly AssessmentSummary[],
    { rules, ...options }: Omit<ComparisonOptions, 'minPupils'> & { readonly rules: FindingRules },
  ) {
    this.#figures = figures;
    this.#rules = rules;
    const { summary, scores } = figures;
    const { minPupils } = rules;
    this.comparisons = new Comparisons(
      summary,
      scores,
      { ...options, minPupils },
      previousOf(summary, summaries),
    );
  }

  sections(): readonly SectionResult[] {
    return this.#figures.largeGroups().flatMap(({ group }) => this.#sectionsOf(group));
  }

  findings(): readonly Finding[] {
    return this.#figures
      .largeGroups()
      .flatMap(({ group, figures }) =>
        withEvidence(
          findingsOf(figures, this.#rules),
          figures,
          { sections: this.#sectionsOf(group), behind: this.#behindNearest(group) },
          this.#rules,
        ),
      );
  }

  #behindNearest(group: LevelGroup): readonly ComparisonResult[] {
    const nearest = this.comparisons.nearest(group);
    return this.comparisons.behind(group).filter(({ comparator }) => comparator === nearest);
  }

  #sectionsOf(group: LevelGroup): readonly SectionResult[] {
    const there = this.#sections.get(group);
    if (there !== undefined) return there;
    this.#context ??= sectionContext(this.#figures.summary, this.#rules, this.#figures.neverAttempted);
    const made = sectionResults(group, this.#figures.itemsOf(group), this.#context);
    this.#sections.set(group, made);
    return made;
  }
}
