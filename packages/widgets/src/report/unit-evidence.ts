import type { Analysis, ComparisonResult, Finding, GroupKey, SectionResult } from '@orientir/core/analysis';

/** What is known of one group on one work. */
export interface UnitEvidence {
  /** The section that needs help most comes first. */
  readonly sections: readonly SectionResult[];
  /** Items that are probably not sufficiently solved, most probable and most pupils first. */
  readonly low: readonly Finding[];
  /** Items behind pupils with the same total elsewhere; each against the nearest comparator that shows it. */
  readonly weaker: readonly ComparisonResult[];
}

const NOTHING: UnitEvidence = { sections: [], low: [], weaker: [] };

/** Figures by work and group: sections, findings and comparisons are walked through once. */
export class EvidenceByUnit {
  readonly #byKey = new Map<string, { [Part in keyof UnitEvidence]: UnitEvidence[Part][number][] }>();
  readonly #doubtful: ReadonlySet<string>;

  constructor(analysis: Analysis) {
    this.#doubtful = doubtfulItems(analysis);
    for (const section of analysis.sectionResults)
      this.#at(section.assessment, section).sections.push(section);
    for (const finding of analysis.findings) {
      if (finding.kind === 'low-item') this.#at(finding.assessment ?? '', finding).low.push(finding);
    }
    for (const { low } of this.#byKey.values()) {
      low.sort((one, other) => (other.probability ?? 0) - (one.probability ?? 0));
    }
    for (const comparison of analysis.comparisonResults) {
      if (!isWeaker(comparison)) continue;
      const { weaker } = this.#at(comparison.assessment, comparison);
      if (weaker.every(({ item }) => item !== comparison.item)) weaker.push(comparison);
    }
  }

  /** Whether the item itself should be looked at before anything is said about knowledge. */
  isDoubtful(assessment: string, item: string): boolean {
    return this.#doubtful.has(JSON.stringify([assessment, item]));
  }

  of(assessment: string, group: GroupKey): UnitEvidence {
    return this.#byKey.get(keyOf(assessment, group)) ?? NOTHING;
  }

  #at(assessment: string, group: GroupKey) {
    const key = keyOf(assessment, group);
    const there = this.#byKey.get(key);
    if (there !== undefined) return there;
    const made = { sections: [], low: [], weaker: [] };
    this.#byKey.set(key, made);
    return made;
  }
}

/** Nobody got a point, or those who did worse on the rest did better here. */
function doubtfulItems({
  assessments,
  itemResults,
  itemStatistics,
  groupRates,
}: Analysis): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (assessment: string, item: string) => found.add(JSON.stringify([assessment, item]));
  for (const { id } of assessments) {
    for (const { item, n, points } of itemResults.of(id, { level: 'all', unit: 'all' })) {
      if (n > 0 && points === 0) add(id, item);
    }
  }
  for (const { assessment, item, itemRestR } of itemStatistics) {
    if (itemRestR.kind === 'known' && itemRestR.estimate < 0) add(assessment, item);
  }
  for (const { assessment, item, level, crossing } of groupRates) {
    if (level === 'all' && crossing) add(assessment, item);
  }
  return found;
}

/** Behind others by more than chance; a former year is not elsewhere. */
function isWeaker({ comparator, netDifference, netQ = 1 }: ComparisonResult): boolean {
  return (
    comparator !== 'previous-year' &&
    netDifference.kind === 'known' &&
    netDifference.estimate < 0 &&
    netQ <= 0.05
  );
}

function keyOf(assessment: string, { level, unit }: GroupKey): string {
  return JSON.stringify([assessment, level, unit]);
}
