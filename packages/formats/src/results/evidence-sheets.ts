/**
 * Sheets of `results.xlsx` about sections, comparisons, weaker and stronger pupils, and items that groups solve differently.
 *
 * @module
 */
import type { Cell, ComparisonResult, GroupRate } from '@orientir/core/analysis';
import { isWholeWork, riskReason } from '@orientir/core/analysis';
import type { Figure, Language } from '@orientir/core/foundation';
import { describeMissing } from '@orientir/core/foundation';
import type { Objectivity } from '@orientir/core/objectivity';
import { describeOfficialOutcome, describeOwnOutcome, describeTest } from '@orientir/core/objectivity';
import type { SchoolRisk } from '@orientir/core/risk';
import type { WorkbookColumn, WorkbookSheet } from '../xlsx/write-workbook.js';
import { WORDS } from './results-words.js';
import { columns, reasons, titlesOf, unitName, value } from './row-parts.js';
import type { WorkbookInput } from './workbook-input.js';

/** Rows of one of these sheets; beyond that a note names the csv. */
const MOST_ROWS = 20_000;
/** Differences that chance explains stay in the csv. */
const SIGNIFICANT = 0.05;

/** Sections of the programme at every level but classes. */
export function sectionSheet({ analysis, schoolNames, language }: WorkbookInput): WorkbookSheet {
  const w = WORDS[language];
  const titles = titlesOf(analysis, language);
  return sheet(
    { name: w.sections, note: w.sectionsNote, csv: w.inCsv('sections.csv') },
    columns(
      [w.work, 'text'],
      [w.level, 'text'],
      [w.unit, 'text'],
      [w.section, 'text'],
      [w.skill, 'text'],
      [w.items, 'text'],
      [w.n, 'count'],
      [w.solveRate, 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      [w.verdict, 'text'],
      [w.probabilityLow, 'share'],
      [w.why, 'text'],
    ),
    analysis.sectionResults,
    (of) => [
      titles.get(of.assessment) ?? of.assessment,
      w.levels[of.level],
      schoolNames.get(of.unit) ?? unitName(of.unit, language),
      isWholeWork(of) ? w.whole : of.section,
      of.skill === undefined ? undefined : w.skills[of.skill],
      of.items.join(', '),
      of.n,
      value(of.solveRate),
      ...ends(of.solveRate),
      of.verdict === undefined ? undefined : w.verdicts[of.verdict],
      of.probability,
      reasons([of.solveRate], language),
    ],
  );
}

/** Schools against others on items, where more than chance is seen. */
export function comparisonSheet({ analysis, schoolNames, language }: WorkbookInput): WorkbookSheet {
  const w = WORDS[language];
  const titles = titlesOf(analysis, language);
  return sheet(
    { name: w.comparisons, note: w.comparisonsNote, csv: w.inCsv('comparisons.csv') },
    columns(
      [w.work, 'text'],
      [w.unit, 'text'],
      [w.item, 'text'],
      [w.comparator, 'text'],
      [w.difference, 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      ['q', 'number'],
      [w.netDifference, 'share'],
      [w.netQ, 'number'],
      [w.why, 'text'],
    ),
    significant(analysis.comparisonResults),
    (of) => [
      titles.get(of.assessment) ?? of.assessment,
      schoolNames.get(of.unit) ?? unitName(of.unit, language),
      of.item,
      w.comparators[of.comparator],
      value(of.difference),
      ...ends(of.difference),
      of.q,
      value(of.netDifference),
      of.netQ,
      reasons([of.difference, of.netDifference], language),
    ],
  );
}

function* significant(results: Iterable<ComparisonResult>): Iterable<ComparisonResult> {
  for (const of of results) {
    if (of.level === 'school' && ((of.q ?? 1) <= SIGNIFICANT || (of.netQ ?? 1) <= SIGNIFICANT)) yield of;
  }
}

/** Weaker and stronger pupils, by mark and by quarter. */
export function groupSheet({ analysis, schoolNames, language }: WorkbookInput): WorkbookSheet {
  const w = WORDS[language];
  const titles = titlesOf(analysis, language);
  return sheet(
    { name: w.groups, note: w.groupsNote, csv: w.inCsv('groups.csv') },
    columns(
      [w.work, 'text'],
      [w.level, 'text'],
      [w.unit, 'text'],
      [w.item, 'text'],
      [w.group, 'text'],
      [w.n, 'count'],
      [w.solveRate, 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      [w.doubt, 'text'],
      [w.why, 'text'],
    ),
    analysis.groupRates,
    (of) => [
      titles.get(of.assessment) ?? of.assessment,
      w.levels[of.level],
      schoolNames.get(of.unit) ?? unitName(of.unit, language),
      of.item,
      groupName(of, language),
      of.solveRate.n,
      value(of.solveRate),
      ...ends(of.solveRate),
      of.crossing || of.nonMonotone ? w.crossing : undefined,
      reasons([of.solveRate], language),
    ],
  );
}

function groupName({ group }: GroupRate, language: Language): string {
  const w = WORDS[language];
  const [kind, number = ''] = group.split('-');
  return kind === 'mark' ? `«${number}»` : w.quarter(number);
}

/** Items that pupils of two groups with equal totals solve differently. */
export function difSheet({ analysis, language }: WorkbookInput): WorkbookSheet {
  const w = WORDS[language];
  const titles = titlesOf(analysis, language);
  return sheet(
    { name: w.dif, note: w.difNote, csv: w.inCsv('dif.csv') },
    columns(
      [w.work, 'text'],
      [w.item, 'text'],
      [w.grouping, 'text'],
      [w.reference, 'text'],
      [w.focal, 'text'],
      [w.nReference, 'count'],
      [w.nFocal, 'count'],
      [w.smd, 'share'],
      ['p', 'number'],
      ['q', 'number'],
      [w.size, 'text'],
      [w.why, 'text'],
    ),
    analysis.difResults,
    ({ result, ...of }) => {
      const known = result.kind === 'known' ? result : undefined;
      return [
        titles.get(of.assessment) ?? of.assessment,
        of.item,
        of.grouping === 'sex' ? w.sex : of.grouping,
        of.reference,
        of.focal,
        known?.nReference,
        known?.nFocal,
        known?.smd,
        known?.p,
        known?.q,
        known?.size,
        result.kind === 'missing' ? reasons([result], language) : undefined,
      ];
    },
  );
}

/** Every school by every ruleset of low results. */
export function riskSheet({ analysis, schoolNames, language }: WorkbookInput): WorkbookSheet {
  const w = WORDS[language];
  const rules = new Map(analysis.lowResultsRules.map(({ id, title }) => [id, title?.[language]] as const));
  const titles = titlesOf(analysis, language);
  return sheet(
    { name: w.risk, note: w.riskNote, csv: w.inCsv('risk.csv') },
    columns(
      [w.unit, 'text'],
      [w.riskRule, 'text'],
      [w.verdict, 'text'],
      [w.probability, 'share'],
      [w.listed, 'text'],
      [w.lowShare, 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      [w.triggered, 'text', 36, 'wraps'],
      [w.toExit, 'count'],
      [w.stabilityOfClass, 'count'],
      [w.why, 'text'],
    ),
    analysis.schoolRisks,
    (of) => [
      schoolNames.get(of.school) ?? unitName(of.school, language),
      rules.get(of.ruleset) ?? of.ruleset,
      w.riskClasses[of.class],
      of.probability,
      of.listed === undefined ? w.depends : of.listed ? w.yes : w.no,
      value(of.share),
      ...(of.uncertain?.share === undefined
        ? ends(of.share)
        : [of.uncertain.share.interval.low, of.uncertain.share.interval.high]),
      of.triggered.map((id) => titles.get(id) ?? id).join('; '),
      of.distanceToExit,
      of.stability,
      whyOf(of, language),
    ],
  );
}

/** The reason of `risk.csv` in words, and what marks that are not certain leave open. */
function whyOf(of: SchoolRisk, language: Language): Cell {
  const w = WORDS[language];
  const reason = riskReason(of);
  if (of.uncertain === undefined && reason !== 'too-few') {
    return reason === undefined ? undefined : describeMissing(reason, language);
  }
  return [
    ...(reason === 'too-few' ? [w.tooFewForRule] : []),
    ...(of.uncertain === undefined ? [] : [w.uncertainMarks(of.uncertain)]),
    ...(of.uncertain === undefined || of.probability === undefined ? [] : [w.leastProbability]),
    ...(of.uncertain === undefined || of.distanceToExit === undefined ? [] : [w.leastToExit]),
  ].join(' ');
}

/** Results with a possible marker, of our own tests and of the official method. */
export function objectivitySheet({ analysis, schoolNames, language }: WorkbookInput): WorkbookSheet {
  const w = WORDS[language];
  const titles = titlesOf(analysis, language);
  return sheet(
    { name: w.objectivity, note: w.objectivityNote, csv: w.inCsv('objectivity.csv') },
    columns(
      [w.unit, 'text'],
      [w.work, 'text'],
      [w.marker, 'text', 60, 'wraps'],
      [w.howToCheck, 'text', 48, 'wraps'],
      [w.n, 'count'],
      ['p', 'number'],
      ['q', 'number'],
    ),
    flaggedResults(analysis.objectivity(), language),
    ({ school, work, test, text, n, p, q }) => [
      schoolNames.get(school) ?? unitName(school, language),
      titles.get(work ?? '') ?? work,
      text,
      describeTest(test, language).check,
      n,
      p,
      q,
    ],
  );
}

/** `work` is the year where there is no work: medals of two years must not look the same. */
function* flaggedResults({ own, official }: Objectivity, language: Language) {
  for (const outcome of own) {
    const { school, assessment, schoolYear, test, n, result } = outcome;
    if (result.kind !== 'tested' || !result.flag) continue;
    const { p, q } = result;
    const work = assessment ?? schoolYear;
    yield { school, work, test, n, p, q, text: describeOwnOutcome(outcome, language) };
  }
  for (const { outcomes } of official) {
    for (const outcome of outcomes) {
      const { school, assessment, marker, n, result } = outcome;
      if (result.kind !== 'computed' || !result.marked) continue;
      const text = describeOfficialOutcome(outcome, language);
      yield { school, work: assessment, test: marker.kind, n, p: undefined, q: undefined, text };
    }
  }
}

/** All rows, or none and the name of the csv: the beginning of a list would look like the whole. */
export function sheet<Result>(
  { name, note, csv }: { readonly name: string; readonly note: string; readonly csv: string },
  of: readonly WorkbookColumn[],
  results: Iterable<Result>,
  rowOf: (result: Result) => readonly Cell[],
): WorkbookSheet {
  const rows: (readonly Cell[])[] = [];
  for (const result of results) {
    if (rows.length === MOST_ROWS) return { name, title: name, notes: [csv], columns: [], rows: [] };
    rows.push(rowOf(result));
  }
  return { name, title: name, notes: [note], columns: of, rows };
}

/** Ends of an interval as two cells. */
export function ends(figure: Figure): readonly [Cell, Cell] {
  const interval = figure.kind === 'known' ? figure.interval : undefined;
  return [interval?.low, interval?.high];
}
