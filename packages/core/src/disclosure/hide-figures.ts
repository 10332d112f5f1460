import type { Finding, FullAnalysis, ItemResult, ItemStatistics, TestResult } from '../analysis/analysis.js';
import { ItemResults } from '../analysis/item-results.js';
import type { SectionResult } from '../analysis/sections.js';
import type { Figure, IntervalMethod, MissingReason } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import type { Block, HiddenFigures, JournalBlock, MarkBlock, Place } from './hidden-figures.js';
import { JOURNAL_BLOCKS, MARK_BLOCKS } from './hidden-figures.js';
import { HiddenSchools } from './hidden-schools.js';
import type { DisclosureRules } from './rules.js';

/**
 * The analysis of one work without what is hidden: figures, counts behind them, findings that rest on them.
 *
 * @param tests - all groups of the work, where the analysis has some of them only.
 */
export function hideFigures(
  analysis: FullAnalysis,
  items: readonly ItemResult[],
  hidden: HiddenFigures,
  rules: DisclosureRules,
  tests: readonly TestResult[] = analysis.testResults,
): FullAnalysis {
  const ids = analysis.assessments.flatMap((assessment) => assessment.items.map(({ id }) => id));
  const schools = new HiddenSchools(tests, ids, hidden);
  const apart = farApart(tests, rules);
  const sectionResults = analysis.sectionResults
    .filter(({ level }) => isPublicLevel(level))
    .map((section) => hideSection(section, hidden, schools, rules));
  return {
    ...analysis,
    itemResults: ItemResults.from(items.map((result) => hideItem(result, hidden, schools))),
    testResults: analysis.testResults.map((test) =>
      hideTest(test, hidden, apart.has(placeId(test)) ? 'suppressed-complementary' : undefined),
    ),
    itemStatistics: analysis.itemStatistics.map((of) => {
      const whole: Place = { assessment: of.assessment, level: 'all', unit: 'all' };
      return hideStatistics(of, hidden.reason('item', whole, of.item));
    }),
    sectionResults,
    findings: openFindings(analysis, sectionResults, hidden, apart).map((finding) =>
      hideProbability(finding, schools),
    ),
    private: { itemResults: [], testResults: [] },
  };
}

/** Classes and teachers are never published: a class is as small as its school's only class, and smaller. */
export function isPublicLevel(level: string): boolean {
  return level !== 'class' && level !== 'teacher';
}

/** Findings of public levels all figures of which are shown. */
function openFindings(
  { findings }: FullAnalysis,
  sectionResults: readonly SectionResult[],
  hidden: HiddenFigures,
  apart: ReadonlySet<string>,
): readonly Finding[] {
  const hiddenSections = new Set(
    sectionResults.flatMap((of) =>
      of.solveRate.kind === 'known'
        ? []
        : [[of.assessment, of.level, of.unit, of.section, of.skill ?? ''].join('|')],
    ),
  );
  return findings.filter(({ level, unit, evidence, kind, assessment = '', item }) => {
    if (!isPublicLevel(level)) return false;
    const place: Place = { assessment, level, unit };
    if (kind === 'journal-gap' && apart.has(placeId(place))) return false;
    return evidence.every(({ table, key, figure }) => {
      if (!OPEN_TABLES.includes(table)) return false;
      if (table === 'sections') return !hiddenSections.has(key);
      const of = key.split('|').at(3) ?? item;
      const block = table === 'tests' ? blockOfTestFigure(figure) : blockOfItemFigure(figure);
      return hidden.reason(block, place, table === 'tests' ? undefined : of) === undefined;
    });
  });
}

/** A probability tells the count or the differences it was computed from; the finding itself is one of few words. */
function hideProbability(finding: Finding, schools: HiddenSchools): Finding {
  const isTelling = finding.kind === 'journal-gap' || schools.has(finding);
  if (!isTelling || finding.probability === undefined) return finding;
  const { probability: _probability, ...rest } = finding;
  return rest;
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
function farApart(tests: readonly TestResult[], { minCount }: DisclosureRules): ReadonlySet<string> {
  const apart = tests.filter(({ gapTwoOrMore }) => {
    if (gapTwoOrMore.kind === 'missing') return false;
    const pupils = Math.round(gapTwoOrMore.estimate * gapTwoOrMore.n);
    return pupils > 0 && pupils < minCount;
  });
  return new Set(apart.map(placeId));
}

function placeId({ assessment, level, unit }: Place): string {
  return `${assessment}|${level}|${unit}`;
}

function hideItem(result: ItemResult, hidden: HiddenFigures, schools: HiddenSchools): ItemResult {
  const { notAttempted: _attempted, notTaught: _taught, designEffect, ...open } = result;
  const reason = hidden.at(result);
  const whole = reason('item', result.item);
  const full = reason('full', result.item);
  const zero = reason('zero', result.item);
  const isClustered = designEffect !== undefined || methodOf(result.solveRate) === 'clustered';
  const isTelling = isClustered && schools.has(result, [result.item]);
  const rate = isTelling ? withoutInterval(result.solveRate) : result.solveRate;
  return {
    ...open,
    ...(whole === undefined && designEffect !== undefined && !isTelling ? { designEffect } : {}),
    ...(whole === undefined ? {} : { n: 0, points: 0 }),
    solveRate: shown(rate, whole),
    fullShare: shown(result.fullShare, full),
    partialShare: shown(result.partialShare, full ?? zero),
    zeroShare: shown(result.zeroShare, zero),
  };
}

/** Points of a section less those of its open items are those of the hidden ones. */
function hideSection(
  of: SectionResult,
  hidden: HiddenFigures,
  schools: HiddenSchools,
  rules: DisclosureRules,
): SectionResult {
  const { corridor: _corridor, verdict: _verdict, probability: _probability, ...hiddenPart } = of;
  const reason = hidden.at(of);
  const isOpen = of.items.every((item) => reason('item', item) === undefined);
  if (!isOpen || (of.n > 0 && of.n < rules.minPupils))
    return { ...hiddenPart, n: 0, solveRate: missing('suppressed-complementary') };
  if (of.spread !== 'schools' || !schools.has(of, of.items)) return of;
  const { probability: _telling, ...open } = of;
  return { ...open, solveRate: withoutInterval(of.solveRate) };
}

function shown(figure: Figure, reason: MissingReason | undefined): Figure {
  return reason === undefined ? figure : missing(reason);
}

function methodOf(figure: Figure): IntervalMethod | undefined {
  return figure.kind === 'known' ? figure.interval?.method : undefined;
}

function withoutInterval(figure: Figure): Figure {
  return figure.kind === 'known' ? known(figure.estimate, figure.n) : figure;
}

function hideTest(test: TestResult, hidden: HiddenFigures, apart: MissingReason | undefined): TestResult {
  const reason = hidden.at(test);
  const whole = reason('test');
  const core = reason('core');
  const ofCore = (figure: Figure) => shown(figure, core);
  const mark = (block: MarkBlock) => reason(block);
  const anyMark = MARK_BLOCKS.map(mark).find((reason) => reason !== undefined);
  const journal = (block: JournalBlock) => reason(block);
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
    gapTwoOrMore: shown(test.gapTwoOrMore, anyJournal ?? apart),
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
