/**
 * Findings that need more than the figures of a group: sections told apart from the work, and items on which a group is behind
 * equal pupils elsewhere.
 *
 * @module
 */
import type { FindingRules } from '../assessment/finding-rules.js';
import type { Finding } from './analysis.js';
import type { ComparisonResult } from './comparison-result.js';
import { WORTH_SAYING } from './comparison-result.js';
import { findingIdentity, itemEvidence } from './findings.js';
import type { GroupFigures } from './group-figures.js';
import type { SectionResult } from './sections.js';

/** What was computed about one group beside its figures. */
export interface GroupEvidence {
  readonly sections: readonly SectionResult[];
  /** Items on which the group is behind equal pupils of what is next above it. */
  readonly behind: readonly ComparisonResult[];
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
    ...evidence.behind.flatMap((comparison) => weakItem(group, comparison, rules)),
    ...found.filter(({ kind }) => kind !== 'low-item' && kind !== 'low-section'),
  ];
}

/**
 * A section is low when it has two items or more that somebody of the whole input attempted, its true rate is probably
 * under the corridor, and at least half of its items are low themselves: one hard item is no topic. Where sections say
 * nothing of pupils that the total does not say, a group's section counts only if the group is behind equal pupils
 * elsewhere on an item of it: the guard is about pupils, not schools.
 */
function lowSections(
  group: GroupFigures,
  { sections, behind }: GroupEvidence,
  low: readonly Finding[],
  rules: FindingRules,
): readonly Finding[] {
  const lowItems = new Set(low.map((finding) => finding.item));
  return sections.flatMap((section): readonly Finding[] => {
    const { probability = 0, solveRate, verdict } = section;
    const items = section.items.filter((item) => !group.neverAttempted.has(item));
    if (section.section === '' || items.length < 2) return [];
    if (verdict === 'folded' && !behind.some((of) => items.includes(of.item))) return [];
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
  { assessment: work, items, test }: GroupFigures,
  comparison: ComparisonResult,
  rules: FindingRules,
): readonly Finding[] {
  if (comparison.netDifference.kind === 'missing') return [];
  const { assessment, item, comparator, netDifference } = comparison;
  const result = items.find((of) => of.item === item);
  if (result === undefined || result.n < rules.minPupils) return [];
  const section = work.items.find(({ id }) => id === item)?.section;
  return [
    {
      ...findingIdentity('weak-item', test, assessment, item),
      kind: 'weak-item',
      assessment,
      item,
      ...(section === undefined ? {} : { section }),
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
