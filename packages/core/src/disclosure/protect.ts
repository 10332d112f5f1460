import type { Analysis, FullAnalysis, ItemResult } from '../analysis/analysis.js';
import { ItemResults } from '../analysis/item-results.js';
import { ege2026 } from '../assessment/test-score-rules.js';
import type { Objectivity } from '../objectivity/objectivity.js';
import { objectivityRules } from '../objectivity/rules.js';
import { Attacker, auditPart } from './audit.js';
import { firstHidden } from './first-hidden.js';
import type { HiddenFigures } from './hidden-figures.js';
import { isPublicLevel } from './hide-figures.js';
import { hidePath, hideRecovered, WHOLE_TEST, WorkTree } from './hide-recovered.js';
import type { Recovered } from './recovered.js';
import type { DisclosureRules } from './rules.js';
import { defaultDisclosureRules } from './rules.js';
import { WorkPublication } from './work-publication.js';

/** What may be published, and what it took. */
export interface Protected {
  readonly analysis: FullAnalysis;
  /** Blocks of figures hidden because of a group itself or by one subtraction. */
  readonly hiddenFirst: number;
  /** Further blocks hidden against what the attacker recovered. */
  readonly hiddenAgainstAttacker: number;
  /** How often the attacker was sent. */
  readonly rounds: number;
}

/**
 * What may be published: no classes, no teachers; groups under the minimum, groups in which all pupils have the
 * same result, and as many further figures as it takes that the attacker ({@link audit}) recovers nothing. Findings
 * about hidden figures go with them, and so do the counts of pupils who were absent, did not attempt an item or were
 * not taught it.
 */
export function protect(analysis: FullAnalysis, rules?: DisclosureRules): FullAnalysis;
export function protect(analysis: Analysis, rules?: DisclosureRules): Analysis;
export function protect(
  analysis: Analysis | FullAnalysis,
  rules: DisclosureRules = defaultDisclosureRules,
): Analysis {
  if ('sectionResults' in analysis) return protectWithReport(analysis, rules).analysis;
  const {
    sectionResults: _sections,
    comparisonResults: _comparisons,
    behindResults: _behind,
    groupRates: _groups,
    difResults: _dif,
    readiness: _readiness,
    optionResults: _options,
    testScores: _testScores,
    testScoreRules: _testScoreRules,
    schoolRisks: _risks,
    lowResultsRules: _lowResultsRules,
    objectivity: _objectivity,
    context: _context,
    schoolGaps: _gaps,
    dynamics: _dynamics,
    scales: _scales,
    ...figures
  } = protectWithReport({ ...analysis, ...NO_EVIDENCE }, rules).analysis;
  return figures;
}

const NO_OBJECTIVITY: Objectivity = { rules: objectivityRules, official: [], own: [] };

/** What an analysis of figures alone does not have, and what is never published. */
const NO_EVIDENCE = {
  sectionResults: [],
  comparisonResults: [],
  behindResults: [],
  groupRates: [],
  difResults: [],
  readiness: [],
  optionResults: [],
  testScores: [],
  testScoreRules: ege2026,
  schoolRisks: [],
  lowResultsRules: [],
  objectivity: () => NO_OBJECTIVITY,
  context: undefined,
  schoolGaps: undefined,
  dynamics: undefined,
  scales: () => [],
};

/** {@link protect}, with counts of what was hidden. The same analysis and rules give the same result. */
export function protectWithReport(
  analysis: FullAnalysis,
  rules: DisclosureRules = defaultDisclosureRules,
): Protected {
  const whole = publishedOnly(analysis);
  const tests = analysis.testResults.filter(({ level }) => isPublicLevel(level));
  const items = analysis.itemResults.atLevels('school', 'municipality', 'region', 'all');
  const parts = analysis.assessments.map(({ id }) =>
    protectWork(
      {
        ...whole,
        assessments: analysis.assessments.filter((assessment) => assessment.id === id),
        testResults: tests.filter(({ assessment }) => assessment === id),
        itemStatistics: analysis.itemStatistics.filter(({ assessment }) => assessment === id),
        sectionResults: analysis.sectionResults.filter(({ assessment }) => assessment === id),
        findings: analysis.findings.filter(({ assessment }) => assessment === id),
      },
      items.filter(({ assessment }) => assessment === id),
      rules,
    ),
  );
  const sum = (count: (part: Protected) => number) => parts.reduce((total, part) => total + count(part), 0);
  return {
    analysis: joinWorks(whole, parts),
    hiddenFirst: sum(({ hiddenFirst }) => hiddenFirst),
    hiddenAgainstAttacker: sum(({ hiddenAgainstAttacker }) => hiddenAgainstAttacker),
    rounds: Math.max(0, ...parts.map(({ rounds }) => rounds)),
  };
}

/** Without what is never published, which need not be computed: a spread of the analysis would ask for all of it. */
function publishedOnly(analysis: FullAnalysis): FullAnalysis {
  const { rules, assessments, itemResults, itemStatistics, testResults, sectionResults } = analysis;
  const { findings, stated } = analysis;
  return {
    ...NO_EVIDENCE,
    ...{ rules, assessments, itemResults, itemStatistics, testResults, sectionResults, findings, stated },
    private: { itemResults: [], testResults: [] },
  };
}

/** After so many attacks on the same figure more is hidden than the figure of one more sibling. */
const PATIENCE = 2;

/**
 * Works have no pupils in common that their figures would tell, so each is protected by itself. After the first attack
 * only the items are attacked in which something was hidden since; the whole work again when those hold, and at last.
 */
function protectWork(whole: FullAnalysis, items: readonly ItemResult[], rules: DisclosureRules): Protected {
  const hidden = firstHidden(whole, whole.testResults, items, rules);
  const hiddenFirst = hidden.size;
  hidden.takeChanges();
  const tree = new WorkTree(whole.testResults, items);
  const attacks = new Map<string, number>();
  const publication = new WorkPublication(whole, items, hidden, rules);
  const attacker = new Attacker(publication.published(), rules);
  const replaced = new Set<string>();
  let only: ReadonlySet<string> | undefined;
  for (let rounds = 1; ; rounds++) {
    let found: readonly Recovered[];
    if (only === undefined) {
      found = attacker.attack(publication.published(), replaced).recovered;
      replaced.clear();
    } else found = auditPart(publication.part(only), rules).recovered;
    const isAnswered = found.length > 0 && answer(found, { tree, hidden, rules, attacks });
    if (isAnswered) {
      const changes = hidden.takeChanges();
      for (const group of publication.hideAgain(changes.places)) replaced.add(group);
      only = changes.isWide ? undefined : changes.items;
    } else if (only !== undefined) only = undefined;
    else {
      const hiddenAgainstAttacker = hidden.size - hiddenFirst;
      return { analysis: publication.analysis(), hiddenFirst, hiddenAgainstAttacker, rounds };
    }
  }
}

interface Defence {
  readonly tree: WorkTree;
  readonly hidden: HiddenFigures;
  readonly rules: DisclosureRules;
  /** How often each figure was recovered. */
  readonly attacks: Map<string, number>;
}

/** Hides at least one more block; false when everything is hidden already. */
function answer(recovered: readonly Recovered[], { tree, hidden, rules, attacks }: Defence): boolean {
  const before = hidden.size;
  const answered = new Set<string>();
  const telling = mostTelling(recovered);
  for (const found of telling) {
    const key = JSON.stringify([found.measure, found.item, found.level, found.unit, found.rest]);
    const family = JSON.stringify([found.byTotal ? key : found.measure, found.item, tree.family(found)]);
    // One more hidden sibling often answers all that was found in a family.
    if (answered.has(family)) continue;
    answered.add(family);
    const times = (attacks.get(key) ?? 0) + 1;
    attacks.set(key, times);
    const wider = Math.floor((times - 1) / PATIENCE);
    const isAnswered = hideRecovered(found, tree, hidden, rules, wider);
    if (!isAnswered) hideRecovered(found, tree, hidden, rules, WHOLE_TEST);
  }
  if (hidden.size === before && !telling.some((found) => hidePath(found, tree, hidden))) tree.hideAll(hidden);
  return hidden.size > before;
}

/** Findings of the first kind there is: sizes of groups, then totals; what follows from them goes with them. */
function mostTelling(recovered: readonly Recovered[]): readonly Recovered[] {
  const kinds: readonly ((found: Recovered) => boolean)[] = [
    ({ measure }) => measure === 'wrote',
    ({ byTotal }) => byTotal,
    ({ measure }) => ['item-n', 'complete', 'without', 'incomplete', 'marked', 'compared'].includes(measure),
    ({ kind, measure }) => kind === 'exact' || kind === 'homogeneous' || measure === 'points',
  ];
  for (const isOfKind of kinds) {
    const of = recovered.filter(isOfKind);
    if (of.length > 0) return of;
  }
  return recovered;
}

function joinWorks(analysis: FullAnalysis, parts: readonly Protected[]): FullAnalysis {
  const of = <Row>(rows: (part: FullAnalysis) => Iterable<Row>) =>
    parts.flatMap((part) => [...rows(part.analysis)]);
  return {
    ...analysis,
    itemResults: ItemResults.from(of((part) => part.itemResults)),
    itemStatistics: of((part) => part.itemStatistics),
    testResults: of((part) => part.testResults),
    sectionResults: of((part) => part.sectionResults),
    findings: of((part) => part.findings),
    // A report on a school, or on its municipality beside the other schools, would show what is hidden here.
    stated: analysis.stated.filter(({ level }) => level === 'country'),
    private: { itemResults: [], testResults: [] },
  };
}
