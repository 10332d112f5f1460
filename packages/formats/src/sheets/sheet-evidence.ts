import type { Analysis, ComparisonResult, Finding, GroupKey, SectionResult } from '@orientir/core/analysis';

/** What is known of one group on one work. */
export interface SheetEvidence {
  /** The section that needs help most comes first. */
  readonly sections: readonly SectionResult[];
  readonly findings: readonly Finding[];
  /** Items behind pupils with the same total elsewhere, by more than chance; one for an item. */
  readonly weaker: readonly ComparisonResult[];
}

const NOTHING: SheetEvidence = { sections: [], findings: [], weaker: [] };

/** Evidence by work and group. Walked through once for an analysis, since a region writes a thousand sheets of it. */
export class EvidenceOfSheets {
  readonly #byKey = new Map<string, { [Part in keyof SheetEvidence]: SheetEvidence[Part][number][] }>();
  /** Items that somebody should look at before anything is said about knowledge. */
  readonly #doubtful = new Set<string>();

  private constructor(analysis: Analysis) {
    for (const section of analysis.sectionResults)
      this.#at(section.assessment, section).sections.push(section);
    for (const finding of analysis.findings)
      this.#at(finding.assessment ?? '', finding).findings.push(finding);
    for (const comparison of analysis.comparisonResults) {
      if (!isWeaker(comparison)) continue;
      const { weaker } = this.#at(comparison.assessment, comparison);
      if (weaker.every(({ item }) => item !== comparison.item)) weaker.push(comparison);
    }
    for (const { id } of analysis.assessments) {
      for (const { item, n, points } of analysis.itemResults.of(id, { level: 'all', unit: 'all' })) {
        if (n > 0 && points === 0) this.#doubtful.add(keyOf(id, item));
      }
    }
    for (const { assessment, item, itemRestR } of analysis.itemStatistics) {
      if (itemRestR.kind === 'known' && itemRestR.estimate < 0) this.#doubtful.add(keyOf(assessment, item));
    }
    for (const { assessment, item, level, crossing } of analysis.groupRates) {
      if (level === 'all' && crossing) this.#doubtful.add(keyOf(assessment, item));
    }
  }

  static of(analysis: Analysis): EvidenceOfSheets {
    const there = known.get(analysis);
    if (there !== undefined) return there;
    const made = new EvidenceOfSheets(analysis);
    known.set(analysis, made);
    return made;
  }

  get(assessment: string, { level, unit }: GroupKey): SheetEvidence {
    return this.#byKey.get(keyOf(assessment, level, unit)) ?? NOTHING;
  }

  isDoubtful(assessment: string, item: string): boolean {
    return this.#doubtful.has(keyOf(assessment, item));
  }

  #at(assessment: string, { level, unit }: GroupKey) {
    const key = keyOf(assessment, level, unit);
    const there = this.#byKey.get(key);
    if (there !== undefined) return there;
    const made = { sections: [], findings: [], weaker: [] };
    this.#byKey.set(key, made);
    return made;
  }
}

const known = new WeakMap<Analysis, EvidenceOfSheets>();

/** A former year is not elsewhere. */
function isWeaker({ comparator, netDifference, netQ = 1 }: ComparisonResult): boolean {
  return (
    comparator !== 'previous-year' &&
    netDifference.kind === 'known' &&
    netDifference.estimate < 0 &&
    netQ <= 0.05
  );
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
