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
import type { GroupFigures } from './group-figures.js';

/**
 * Findings about one group: items and sections with a solve rate that is probably insufficient, topics not yet taught,
 * journal marks far from the marks of the work. An item that nobody of the whole input attempted is rather an error of
 * the data than a topic that nobody knows, so neither an item nor a section is low by it. Classes are left to the
 * tables: they are too small for statements, and there are too many of them.
 */
export function findingsOf(group: GroupFigures, rules: FindingRules): readonly Finding[] {
  if (group.test.level === 'class' || group.test.level === 'teacher') return [];
  const low = group.items.flatMap((result, index) => lowItem(group, result, index, rules));
  return [
    ...low,
    ...lowSections(group, low, rules),
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
  if (solveRate.n < rules.minPupils || group.neverAttempted.has(result.item)) return [];
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
      ...findingIdentity('low-item', result, result.assessment, result.item),
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
 * A section is low when at least two of its items were counted and at least half of those are low. What tells a topic from one
 * weak school is for `analyseFully` to say.
 */
function lowSections(group: GroupFigures, low: readonly Finding[], rules: FindingRules): readonly Finding[] {
  const lowItems = new Set(low.map((finding) => finding.item));
  const sections = new Map<string, ItemResult[]>();
  group.assessment.items.forEach((item, index) => {
    const result = group.items[index];
    if (item.section === undefined || result === undefined) return;
    if (result.solveRate.kind === 'missing' || result.n < rules.minPupils) return;
    if (group.neverAttempted.has(result.item)) return;
    sections.set(item.section, [...(sections.get(item.section) ?? []), result]);
  });
  return [...sections].flatMap(([section, results]): readonly Finding[] => {
    const weak = results.filter((result) => lowItems.has(result.item));
    if (results.length < 2 || weak.length * 2 < results.length) return [];
    return [
      {
        ...findingIdentity('low-section', group.test, group.assessment.id, section),
        kind: 'low-section',
        assessment: group.assessment.id,
        section,
        severity: weak.length === results.length ? 'high' : 'medium',
        evidence: weak.map((result) => itemEvidence(result, 'solve_rate')),
      },
    ];
  });
}

function notTaught(group: GroupKey, result: ItemResult, rules: FindingRules): readonly Finding[] {
  const untaught = result.notTaught ?? 0;
  const pupils = result.n + untaught;
  if (pupils < rules.minPupils || untaught === 0) return [];
  const share = untaught / pupils;
  if (share < rules.notTaughtFrom) return [];
  return [
    {
      ...findingIdentity('not-taught', group, result.assessment, result.item),
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
      ...findingIdentity('journal-gap', test, test.assessment),
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
export function findingIdentity(
  kind: Finding['kind'],
  { level, unit }: GroupKey,
  ...about: readonly string[]
) {
  return { id: [kind, ...about, level, unit].join('|'), level, unit };
}

/** The figure of one group on one item. */
export function itemEvidence(result: ItemResult, figure: string) {
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
