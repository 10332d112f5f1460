import type { Finding, FullAnalysis, GroupKey } from './analysis.js';
import type { ComparisonResult } from './comparison-result.js';
import type { SectionResult } from './sections.js';

/** What is known of one group on one work. */
export interface UnitEvidence {
  /** The section that needs help most comes first. */
  readonly sections: readonly SectionResult[];
  readonly findings: readonly Finding[];
  /** Of them those about items that are probably not sufficiently solved, most probable first. */
  readonly low: readonly Finding[];
  /** Items behind pupils with the same total elsewhere; each against the nearest comparator that shows it. */
  readonly weaker: readonly ComparisonResult[];
}

const NOTHING: UnitEvidence = { sections: [], findings: [], low: [], weaker: [] };

/** The evidence of an analysis by work and group. Everything is walked through once, whoever asks. */
export function evidenceByUnit(analysis: FullAnalysis): EvidenceByUnit {
  const there = known.get(analysis);
  if (there !== undefined) return there;
  const made = new EvidenceByUnit(analysis);
  known.set(analysis, made);
  return made;
}

/** Made by {@link evidenceByUnit}. */
export class EvidenceByUnit {
  readonly #byKey = new Map<string, { [Part in keyof UnitEvidence]: UnitEvidence[Part][number][] }>();
  readonly #doubtful: ReadonlySet<string>;

  constructor(analysis: FullAnalysis) {
    this.#doubtful = doubtfulItems(analysis);
    for (const section of analysis.sectionResults)
      this.#at(section.assessment, section).sections.push(section);
    for (const finding of analysis.findings) {
      const { findings, low } = this.#at(finding.assessment ?? '', finding);
      findings.push(finding);
      if (finding.kind === 'low-item') low.push(finding);
    }
    for (const { low } of this.#byKey.values()) {
      low.sort((one, other) => (other.probability ?? 0) - (one.probability ?? 0));
    }
    for (const comparison of analysis.behindResults) {
      // A former year is not elsewhere.
      if (comparison.comparator === 'previous-year') continue;
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
    const made = { sections: [], findings: [], low: [], weaker: [] };
    this.#byKey.set(key, made);
    return made;
  }
}

const known = new WeakMap<FullAnalysis, EvidenceByUnit>();

/** Nobody got a point, or those who did worse on the rest did better here. */
function doubtfulItems({
  assessments,
  itemResults,
  itemStatistics,
  groupRates,
}: FullAnalysis): ReadonlySet<string> {
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

function keyOf(assessment: string, { level, unit }: GroupKey): string {
  return JSON.stringify([assessment, level, unit]);
}
