import type { Analysis, GroupKey, ItemResult, ItemStatistics, TestResult } from '../analysis/analysis.js';
import { ItemResults } from '../analysis/item-results.js';
import type { Figure, MissingReason } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import type { SizedUnit } from './hide-units.js';
import { hideUnits } from './hide-units.js';

export interface DisclosureRules {
  /** Fewest pupils behind a published share. */
  readonly minPupils: number;
}

/** Ten pupils: what most publishers of school results use (NCES 2011-603). Our choice; the law names no number. */
export const defaultDisclosureRules: DisclosureRules = { minPupils: 10 };

/**
 * What may be published: no classes, no teachers; groups under the minimum, groups in which all pupils have the
 * same result, and as many further groups as it takes that none can be found by subtraction. Findings about hidden
 * figures go with them, and so do the counts of pupils who did not attempt or were not taught an item.
 */
export function protect(analysis: Analysis, rules: DisclosureRules = defaultDisclosureRules): Analysis {
  const tests = analysis.testResults.filter(isPublicLevel);
  const items = analysis.itemResults.atLevels('school', 'municipality', 'region', 'country', 'all');
  const resultsOf = new Map<string, ItemResult[]>();
  for (const result of items) {
    const key = `${result.assessment}|${result.item}`;
    const there = resultsOf.get(key);
    if (there === undefined) resultsOf.set(key, [result]);
    else there.push(result);
  }
  const parents = parentsOf(tests);
  const hiddenTests = new Map<string, MissingReason>();
  const hiddenItems = new Map<string, MissingReason>();
  for (const { id, items: described } of analysis.assessments) {
    const ofWork = tests.filter((test) => test.assessment === id);
    const byUnit = hiddenUnits(
      ofWork.map((test) => ({ key: groupId(test), size: test.wrote, reason: reasonForTest(test, rules) })),
      (key) => parents.get(`${id}|${key}`),
      rules,
    );
    for (const [key, reason] of byUnit) hiddenTests.set(`${id}|${key}`, reason);
    for (const item of described) {
      const results = resultsOf.get(`${id}|${item.id}`) ?? [];
      const byItem = hiddenUnits(
        results.map((result) => ({
          key: groupId(result),
          size: result.n,
          reason: byUnit.get(groupId(result)) ?? reasonForItem(result, rules),
        })),
        (key) => parents.get(`${id}|${key}`),
        rules,
      );
      for (const [key, reason] of byItem) hiddenItems.set(`${id}|${key}|${item.id}`, reason);
    }
  }
  const itemReason = (of: GroupKey & { readonly assessment: string; readonly item: string }) =>
    hiddenItems.get(`${of.assessment}|${groupId(of)}|${of.item}`);
  return {
    ...analysis,
    itemResults: ItemResults.from(items.map((result) => hideItem(result, itemReason(result)))),
    testResults: tests.map((test) => hideTest(test, hiddenTests.get(`${test.assessment}|${groupId(test)}`))),
    itemStatistics: analysis.itemStatistics.map((of) =>
      hideStatistics(of, itemReason({ ...of, level: 'all', unit: 'all' })),
    ),
    findings: analysis.findings.filter(
      (finding) =>
        isPublicLevel(finding) &&
        finding.evidence.every(({ table, key }) => {
          const [assessment = '', level = '', unit = '', item = ''] = key.split('|');
          const place = `${assessment}|${level}|${unit}`;
          return table === 'tests' ? !hiddenTests.has(place) : !hiddenItems.has(`${place}|${item}`);
        }),
    ),
    private: { itemResults: [], testResults: [] },
  };
}

interface Candidate {
  readonly key: string;
  readonly size: number;
  readonly reason: MissingReason | undefined;
}

/** Works from the schools up: a parent whose children cannot be made safe is hidden itself by its own size. */
function hiddenUnits(
  candidates: readonly Candidate[],
  parentOf: (key: string) => string | undefined,
  rules: DisclosureRules,
): ReadonlyMap<string, MissingReason> {
  const sizes = new Map(candidates.map(({ key, size }) => [key, size]));
  const reasons = new Map(
    candidates.flatMap(({ key, reason }) => (reason === undefined ? [] : [[key, reason]])),
  );
  for (const level of ['school', 'municipality', 'region']) {
    const units: SizedUnit[] = candidates
      .filter(({ key }) => key.startsWith(`${level}|`))
      .map(({ key, size }) => ({ unit: key, parent: parentOf(key) ?? 'all|all', size }));
    const hidden = new Set(units.filter(({ unit }) => reasons.has(unit)).map(({ unit }) => unit));
    for (const unit of hideUnits(units, hidden, (parent) => sizes.get(parent) ?? 0, rules.minPupils)) {
      if (!reasons.has(unit)) reasons.set(unit, 'suppressed-complementary');
    }
  }
  return reasons;
}

function isPublicLevel({ level }: GroupKey): boolean {
  return level !== 'class' && level !== 'teacher';
}

function groupId({ level, unit }: GroupKey): string {
  return `${level}|${unit}`;
}

function parentsOf(tests: readonly TestResult[]): ReadonlyMap<string, string> {
  return new Map(
    tests.flatMap((test) =>
      test.parent === undefined ? [] : [[`${test.assessment}|${groupId(test)}`, groupId(test.parent)]],
    ),
  );
}

function reasonForTest(test: TestResult, { minPupils }: DisclosureRules): MissingReason | undefined {
  if (test.wrote === 0) return undefined;
  if (test.wrote < minPupils) return 'suppressed-small';
  const everybody = Object.values(test.markShares).some(
    (share) => share.kind === 'known' && share.estimate === 1,
  );
  return everybody ? 'suppressed-homogeneous' : undefined;
}

function reasonForItem(result: ItemResult, { minPupils }: DisclosureRules): MissingReason | undefined {
  if (result.n === 0) return undefined;
  if (result.n < minPupils) return 'suppressed-small';
  const everybody = [result.fullShare, result.zeroShare].some(
    (share) => share.kind === 'known' && share.estimate === 1,
  );
  return everybody ? 'suppressed-homogeneous' : undefined;
}

function hideItem(result: ItemResult, reason: MissingReason | undefined): ItemResult {
  const { notAttempted: _attempted, notTaught: _taught, ...open } = result;
  if (reason === undefined) return open;
  const hidden = missing(reason);
  return {
    ...open,
    n: 0,
    points: 0,
    solveRate: hidden,
    fullShare: hidden,
    partialShare: hidden,
    zeroShare: hidden,
  };
}

function hideTest(test: TestResult, reason: MissingReason | undefined): TestResult {
  // A school's distribution of totals shows single pupils even where the school is large.
  const totals = test.level === 'school' ? [] : test.totals;
  if (reason === undefined) return { ...test, totals };
  const hidden = missing(reason);
  return {
    ...test,
    wrote: 0,
    absent: 0,
    n: 0,
    mean: hidden,
    sd: hidden,
    alpha: hidden,
    sem: hidden,
    markCounts: { 2: 0, 3: 0, 4: 0, 5: 0 },
    markShares: { 2: hidden, 3: hidden, 4: hidden, 5: hidden },
    belowMinimum: hidden,
    passShare: hidden,
    qualityShare: hidden,
    meanMark: hidden,
    lowered: hidden,
    confirmed: hidden,
    raised: hidden,
    gapTwoOrMore: hidden,
    totals: [],
  };
}

function hideStatistics(of: ItemStatistics, reason: MissingReason | undefined): ItemStatistics {
  if (reason === undefined) return of;
  const hidden: Figure = missing(reason);
  return {
    ...of,
    n: 0,
    complete: 0,
    mean: hidden,
    sd: hidden,
    solveRate: hidden,
    itemTotalR: hidden,
    itemRestR: hidden,
    alphaIfDeleted: hidden,
    upperLower27: hidden,
  };
}
