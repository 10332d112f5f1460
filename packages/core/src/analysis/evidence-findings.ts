/**
 * Findings that need more than the figures of a group: sections told apart from the work, and items on which a group is behind
 * equal pupils elsewhere.
 *
 * @module
 */
import type { FindingRules } from '../assessment/finding-rules.js';
import type { Finding } from './analysis.js';
import type { ComparisonResult } from './comparisons.js';
import { findingIdentity, itemEvidence } from './findings.js';
import type { GroupFigures } from './group-figures.js';
import type { SectionResult } from './sections.js';

/** What was computed about one group beside its figures. */
export interface GroupEvidence {
  readonly sections: readonly SectionResult[];
  /** Against what is next above the group. */
  readonly comparisons: readonly ComparisonResult[];
}

/**
 * The findings that figures alone give, with the sections judged anew and items behind equal pupils added.
 *
 * @param found - findings of the group by `findingsOf`.
 */
export function withEvidence(
  found: readonly Finding[],
  group: GroupFigures,
  evidence: GroupEvidence,
  rules: FindingRules,
): readonly Finding[] {
  const low = found.filter(({ kind }) => kind === 'low-item');
  return [
    ...low,
    ...lowSections(group, evidence, low, rules),
    ...evidence.comparisons.flatMap((comparison) => weakItem(group, comparison, rules)),
    ...found.filter(({ kind }) => kind !== 'low-item' && kind !== 'low-section'),
  ];
}

/**
 * A section is low when it has two items or more, its true rate is probably under the corridor, and at least half of its items
 * are low themselves: one hard item is no topic. Where sections say nothing of pupils that the total does not say, a group's
 * section counts only if the group is behind equal pupils elsewhere on an item of it: the guard is about pupils, not schools.
 */
function lowSections(
  group: GroupFigures,
  { sections, comparisons }: GroupEvidence,
  low: readonly Finding[],
  rules: FindingRules,
): readonly Finding[] {
  const lowItems = new Set(low.map((finding) => finding.item));
  return sections.flatMap((section): readonly Finding[] => {
    const { probability = 0, solveRate, verdict, items } = section;
    if (section.section === '' || items.length < 2) return [];
    if (verdict === 'folded' && !comparisons.some((of) => items.includes(of.item) && isBehind(of))) return [];
    if (solveRate.n < rules.minPupils || probability < rules.probability) return [];
    const weak = group.items.filter(({ item }) => items.includes(item) && lowItems.has(item));
    if (weak.length * 2 < items.length) return [];
    return [
      {
        ...findingIdentity('low-section', group.test, group.assessment.id, sectionKey(section)),
        kind: 'low-section',
        assessment: group.assessment.id,
        section: section.section,
        severity: weak.length === items.length ? 'high' : 'medium',
        probability,
        evidence: [
          ...weak.map((result) => itemEvidence(result, 'solve_rate')),
          {
            table: 'sections',
            key: [section.assessment, section.level, section.unit, section.section, section.skill ?? ''].join(
              '|',
            ),
            figure: 'solve_rate',
          },
        ],
      },
    ];
  });
}

/** A section may stand twice: for the subject, and for a common skill. */
function sectionKey({ section, skill }: SectionResult): string {
  return skill === 'metasubject' ? `${section} (metasubject)` : section;
}

/** An item on which the group is behind pupils of the same level elsewhere: q at most 5 %, in a group large enough. */
function weakItem(
  { items, test }: GroupFigures,
  comparison: ComparisonResult,
  rules: FindingRules,
): readonly Finding[] {
  if (!isBehind(comparison) || comparison.netDifference.kind === 'missing') return [];
  const { assessment, item, comparator, netDifference } = comparison;
  const result = items.find((of) => of.item === item);
  if (result === undefined || result.n < rules.minPupils) return [];
  return [
    {
      ...findingIdentity('weak-item', test, assessment, item),
      kind: 'weak-item',
      assessment,
      item,
      severity: netDifference.estimate < -2 * WORTH_SAYING ? 'medium' : 'low',
      evidence: [
        itemEvidence(result, 'solve_rate'),
        {
          table: 'comparisons',
          key: [assessment, test.level, test.unit, item, comparator].join('|'),
          figure: 'net_difference',
        },
      ],
    },
  ];
}

/** Whether pupils of the group are behind equal pupils elsewhere by more than chance, and by enough to say so. */
export function isBehind({ netDifference, netQ = 1 }: ComparisonResult): boolean {
  return netDifference.kind === 'known' && netDifference.estimate < -WORTH_SAYING && netQ <= LEVEL;
}

/** Our choice: a tenth of the points; what is less is no reason to teach something again. */
const WORTH_SAYING = 0.1;
/** Share of false alarms among the items named for a group. */
const LEVEL = 0.05;
