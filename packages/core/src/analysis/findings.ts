/**
 * What deserves attention in one group, by the rules given. Every finding names the figures it rests on.
 *
 * @module
 */
import type { Item } from '../assessment/assessment.js';
import type { FindingRules } from '../assessment/finding-rules.js';
import { bordersOf } from '../assessment/finding-rules.js';
import { probabilityBelow } from '../solve-rates/probability-below.js';
import { betaProbability } from '../statistics/beta-probability.js';
import { meanProbabilityBelow } from '../statistics/clustered-mean.js';
import type { Finding, GroupKey, ItemResult, TestResult } from './analysis.js';
import type { ComparisonResult } from './comparisons.js';
import type { GroupFigures } from './group-figures.js';
import type { SectionResult } from './sections.js';

/**
 * Findings about one group: items and sections with a solve rate that is probably insufficient, topics not yet
 * taught, journal marks far from the marks of the work. Classes are left to the tables: they are too small for
 * statements, and there are too many of them.
 */
export function findingsOf(group: GroupFigures, rules: FindingRules): readonly Finding[] {
  if (group.test.level === 'class' || group.test.level === 'teacher') return [];
  const low = group.items.flatMap((result, index) => lowItem(group, result, index, rules));
  return [
    ...low,
    ...lowSections(group, low, rules),
    ...group.comparisons.flatMap((comparison) => weakItem(group, comparison, rules)),
    ...group.items.flatMap((result) => notTaught(group.test, result, rules)),
    ...journalGap(group.test, rules),
  ];
}

function lowItem(
  group: GroupFigures,
  result: ItemResult,
  index: number,
  rules: FindingRules,
): readonly Finding[] {
  const scores = group.scores[index];
  const { solveRate, maxPoints } = result;
  if (scores === undefined || maxPoints === undefined || solveRate.kind === 'missing') return [];
  if (solveRate.n < rules.minPupils) return [];
  const threshold = bordersOf(group.assessment.items[index], rules).insufficientBelow;
  const clustered = group.clustered?.[index];
  const probability =
    clustered?.interval === undefined
      ? probabilityBelow(scores, maxPoints, threshold)
      : meanProbabilityBelow(clustered, threshold * maxPoints);
  if (probability < rules.probability) return [];
  const farBelow = (solveRate.interval?.high ?? 1) < threshold - FAR_BELOW;
  return [
    {
      ...identity('low-item', result, result.assessment, result.item),
      kind: 'low-item',
      assessment: result.assessment,
      item: result.item,
      ...sectionOf(group.assessment.items[index]),
      severity: farBelow ? 'high' : 'medium',
      probability,
      evidence: [itemEvidence(result, 'solve_rate')],
    },
  ];
}

/**
 * A section is low when it has two items or more, its true rate is probably under the corridor, and at least half of its items
 * are low themselves: one hard item is no topic. Where sections say nothing of pupils that the total does not say, a group's
 * section counts only if the group is behind equal pupils elsewhere on an item of it: the guard is about pupils, not schools.
 */
function lowSections(group: GroupFigures, low: readonly Finding[], rules: FindingRules): readonly Finding[] {
  const lowItems = new Set(low.map((finding) => finding.item));
  return group.sections.flatMap((section): readonly Finding[] => {
    const { probability = 0, solveRate, verdict, items } = section;
    if (section.section === '' || items.length < 2) return [];
    if (verdict === 'folded' && !group.comparisons.some((of) => items.includes(of.item) && isBehind(of)))
      return [];
    if (solveRate.n < rules.minPupils || probability < rules.probability) return [];
    const weak = group.items.filter(({ item }) => items.includes(item) && lowItems.has(item));
    if (weak.length * 2 < items.length) return [];
    return [
      {
        ...identity('low-section', group.test, group.assessment.id, sectionKey(section)),
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
      ...identity('weak-item', test, assessment, item),
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

function isBehind({ netDifference, netQ = 1 }: ComparisonResult): boolean {
  return netDifference.kind === 'known' && netDifference.estimate < -WORTH_SAYING && netQ <= LEVEL;
}

/** Our choice: a tenth of the points; what is less is no reason to teach something again. */
const WORTH_SAYING = 0.1;
/** Share of false alarms among the items named for a group. */
const LEVEL = 0.05;

function notTaught(group: GroupKey, result: ItemResult, rules: FindingRules): readonly Finding[] {
  const untaught = result.notTaught ?? 0;
  const pupils = result.n + untaught;
  if (pupils < rules.minPupils || untaught === 0) return [];
  const share = untaught / pupils;
  if (share < rules.notTaughtFrom) return [];
  return [
    {
      ...identity('not-taught', group, result.assessment, result.item),
      kind: 'not-taught',
      assessment: result.assessment,
      item: result.item,
      severity:
        share >= 4 * rules.notTaughtFrom ? 'high' : share >= 2 * rules.notTaughtFrom ? 'medium' : 'low',
      evidence: [itemEvidence(result, 'not_taught')],
    },
  ];
}

function journalGap(test: TestResult, rules: FindingRules): readonly Finding[] {
  const { gapTwoOrMore } = test;
  if (gapTwoOrMore.kind === 'missing' || gapTwoOrMore.n < rules.minPupils) return [];
  const { estimate, n } = gapTwoOrMore;
  const apart = estimate * n;
  const probability = 1 - betaProbability(rules.journalGapFrom, apart + 0.5, n - apart + 0.5);
  if (probability < rules.probability) return [];
  return [
    {
      ...identity('journal-gap', test, test.assessment),
      kind: 'journal-gap',
      assessment: test.assessment,
      severity: estimate >= 3 * rules.journalGapFrom ? 'high' : 'medium',
      probability,
      evidence: ['lowered', 'raised'].map((figure) => ({
        table: 'tests',
        key: [test.assessment, test.level, test.unit].join('|'),
        figure,
      })),
    },
  ];
}

/** The id says what the finding is about and nothing of what was found, so it is the same in every run. */
function identity(kind: Finding['kind'], { level, unit }: GroupKey, ...about: readonly string[]) {
  return { id: [kind, ...about, level, unit].join('|'), level, unit };
}

function itemEvidence(result: ItemResult, figure: string) {
  return {
    table: 'solve-rates',
    key: [result.assessment, result.level, result.unit, result.item].join('|'),
    figure,
  };
}

function sectionOf(item: Item | undefined): { readonly section?: string } {
  return item?.section === undefined ? {} : { section: item.section };
}

/** Our choice: the whole interval ten points of a hundred below the border. */
const FAR_BELOW = 0.1;
