import type { Analysis, ItemResult, ItemStatistics, TestResult } from '../analysis/analysis.js';
import { ItemResults } from '../analysis/item-results.js';
import type { SectionResult } from '../analysis/sections.js';
import type { Figure, MissingReason } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import type { Block, HiddenFigures, JournalBlock, MarkBlock, Place } from './hidden-figures.js';
import { JOURNAL_BLOCKS, MARK_BLOCKS } from './hidden-figures.js';
import type { DisclosureRules } from './rules.js';

/** An analysis without what is hidden: figures, counts behind them, findings that rest on them. */
export function hideFigures(
  analysis: Analysis,
  items: readonly ItemResult[],
  hidden: HiddenFigures,
  rules: DisclosureRules,
): Analysis {
  const apart = farApart(analysis.testResults, rules);
  return {
    ...analysis,
    itemResults: ItemResults.from(items.map((result) => hideItem(result, hidden, rules))),
    testResults: analysis.testResults.map((test) => hideTest(test, hidden, apart.has(test), rules)),
    itemStatistics: analysis.itemStatistics.map((of) => {
      const whole: Place = { assessment: of.assessment, level: 'all', unit: 'all' };
      return hideStatistics(of, hidden.reason('item', whole, of.item));
    }),
    // No description tells the attacker yet what these count, so they are not published at all.
    comparisonResults: [],
    groupRates: [],
    difResults: [],
    readiness: [],
    sectionResults: analysis.sectionResults
      .filter(({ level }) => isPublicLevel(level))
      .map((section) => hideSection(section, hidden, rules)),
    findings: analysis.findings.filter(({ level, unit, evidence, kind, assessment = '', item }) => {
      if (!isPublicLevel(level)) return false;
      const place: Place = { assessment, level, unit };
      if (kind === 'journal-gap' && isFarApartHidden(analysis.testResults, place, apart)) return false;
      return evidence.every(({ table, key, figure }) => {
        // A section is open when its items are; a finding about it names those that are low.
        if (!OPEN_TABLES.includes(table)) return false;
        if (table === 'sections') return isSectionOpen(analysis, place, key, hidden);
        const of = key.split('|').at(3) ?? item;
        const block = table === 'tests' ? blockOfTestFigure(figure) : blockOfItemFigure(figure);
        return hidden.reason(block, place, table === 'tests' ? undefined : of) === undefined;
      });
    }),
    private: { itemResults: [], testResults: [] },
  };
}

/** Classes and teachers are never published: a class is as small as its school's only class, and smaller. */
export function isPublicLevel(level: string): boolean {
  return level !== 'class' && level !== 'teacher';
}

const OPEN_TABLES: readonly string[] = ['solve-rates', 'tests', 'sections'];

const SHARES: Readonly<Record<string, MarkBlock>> = {
  share_2: 'mark-2',
  share_3: 'mark-3',
  share_4: 'mark-4',
  share_5: 'mark-5',
  below_minimum: 'mark-2',
};

function blockOfTestFigure(figure: string): Block {
  return SHARES[figure] ?? JOURNAL_BLOCKS.find((block) => block === figure) ?? 'core';
}

function blockOfItemFigure(figure: string): Block {
  return figure === 'full_share' ? 'full' : figure === 'zero_share' ? 'zero' : 'item';
}

/** Groups of which few pupils have a mark two or more from the journal's. */
function farApart(tests: readonly TestResult[], { minCount }: DisclosureRules): ReadonlySet<TestResult> {
  return new Set(
    tests.filter(({ gapTwoOrMore }) => {
      if (gapTwoOrMore.kind === 'missing') return false;
      const pupils = Math.round(gapTwoOrMore.estimate * gapTwoOrMore.n);
      return pupils > 0 && pupils < minCount;
    }),
  );
}

function isFarApartHidden(
  tests: readonly TestResult[],
  { assessment, level, unit }: Place,
  apart: ReadonlySet<TestResult>,
): boolean {
  const test = tests.find(
    (each) => each.assessment === assessment && each.level === level && each.unit === unit,
  );
  return test === undefined || apart.has(test);
}

function hideItem(result: ItemResult, hidden: HiddenFigures, rules: DisclosureRules): ItemResult {
  const { notAttempted: _attempted, notTaught: _taught, designEffect, ...open } = result;
  const shown = (figure: Figure, reason: MissingReason | undefined) =>
    reason === undefined ? rounded(figure, rules) : missing(reason);
  const whole = hidden.reason('item', result, result.item);
  const full = hidden.reason('full', result, result.item);
  const zero = hidden.reason('zero', result, result.item);
  return {
    ...open,
    ...(whole === undefined ? (designEffect === undefined ? {} : { designEffect }) : { n: 0, points: 0 }),
    solveRate: shown(result.solveRate, whole),
    fullShare: shown(result.fullShare, full),
    partialShare: shown(result.partialShare, full ?? zero),
    zeroShare: shown(result.zeroShare, zero),
  };
}

/** Points of a section less those of its open items are those of the hidden ones. */
function hideSection(of: SectionResult, hidden: HiddenFigures, rules: DisclosureRules): SectionResult {
  if (isOpen(of, hidden) && (of.n === 0 || of.n >= rules.minPupils)) {
    return { ...of, solveRate: rounded(of.solveRate, rules) };
  }
  const { corridor: _corridor, verdict: _verdict, probability: _probability, ...rest } = of;
  return { ...rest, n: 0, solveRate: missing('suppressed-complementary') };
}

function isOpen(of: SectionResult, hidden: HiddenFigures): boolean {
  return of.items.every((item) => hidden.reason('item', of, item) === undefined);
}

function isSectionOpen(
  { sectionResults }: Analysis,
  { assessment, level, unit }: Place,
  key: string,
  hidden: HiddenFigures,
): boolean {
  return sectionResults.some(
    (of) =>
      of.assessment === assessment &&
      of.level === level &&
      of.unit === unit &&
      key === [assessment, level, unit, of.section, of.skill ?? ''].join('|') &&
      isOpen(of, hidden),
  );
}

function hideTest(
  test: TestResult,
  hidden: HiddenFigures,
  isApart: boolean,
  rules: DisclosureRules,
): TestResult {
  const shown = (figure: Figure, reason: MissingReason | undefined) =>
    reason === undefined ? rounded(figure, rules) : missing(reason);
  const whole = hidden.reason('test', test);
  const core = hidden.reason('core', test);
  const ofCore = (figure: Figure) => (core === undefined ? figure : missing(core));
  const mark = (block: MarkBlock) => hidden.reason(block, test);
  const anyMark = MARK_BLOCKS.map(mark).find((reason) => reason !== undefined);
  const journal = (block: JournalBlock) => hidden.reason(block, test);
  const anyJournal = JOURNAL_BLOCKS.map(journal).find((reason) => reason !== undefined);
  const count = (block: MarkBlock, of: number) => (mark(block) === undefined ? of : 0);
  const { markCounts, markShares } = test;
  return {
    ...test,
    ...(whole === undefined ? {} : { wrote: 0 }),
    // How many were absent is nobody's result, but few of them can be known by name.
    absent: 0,
    ...(core === undefined ? {} : { n: 0 }),
    mean: ofCore(test.mean),
    sd: ofCore(test.sd),
    alpha: ofCore(test.alpha),
    sem: ofCore(test.sem),
    markCounts: {
      2: count('mark-2', markCounts[2]),
      3: count('mark-3', markCounts[3]),
      4: count('mark-4', markCounts[4]),
      5: count('mark-5', markCounts[5]),
    },
    markShares: {
      2: shown(markShares[2], mark('mark-2')),
      3: shown(markShares[3], mark('mark-3')),
      4: shown(markShares[4], mark('mark-4')),
      5: shown(markShares[5], mark('mark-5')),
    },
    // Sums and means of marks would tell how the hidden ones divide.
    belowMinimum: shown(test.belowMinimum, mark('mark-2') ?? otherMinimum(test, anyMark)),
    passShare: shown(test.passShare, anyMark),
    qualityShare: shown(test.qualityShare, anyMark),
    meanMark: anyMark === undefined ? test.meanMark : missing(anyMark, test.meanMark.n),
    lowered: shown(test.lowered, journal('lowered')),
    confirmed: shown(test.confirmed, journal('confirmed')),
    raised: shown(test.raised, journal('raised')),
    gapTwoOrMore: shown(test.gapTwoOrMore, anyJournal ?? (isApart ? 'suppressed-complementary' : undefined)),
    // A distribution of totals shows single pupils, and by the scale their marks, except in the whole.
    totals: test.level === 'all' && core === undefined && anyMark === undefined ? test.totals : [],
  };
}

/** A scale whose least mark is not 2 counts several marks as below the minimum. */
function otherMinimum(
  { belowMinimum, markShares }: TestResult,
  anyMark: MissingReason | undefined,
): MissingReason | undefined {
  const two = markShares[2];
  const isTwo =
    belowMinimum.kind === 'known' && two.kind === 'known' && belowMinimum.estimate === two.estimate;
  return isTwo ? undefined : anyMark;
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

function rounded(figure: Figure, { roundTo }: DisclosureRules): Figure {
  if (roundTo === undefined || figure.kind === 'missing') return figure;
  const round = (share: number) => Math.round(Math.round((share * 100) / roundTo) * roundTo) / 100;
  const { interval } = figure;
  return {
    ...figure,
    estimate: round(figure.estimate),
    ...(interval === undefined
      ? {}
      : { interval: { ...interval, low: round(interval.low), high: round(interval.high) } }),
  };
}
