/**
 * `results.xlsx`: the tables as a person would lay them out.
 *
 * @module
 */
import type { Analysis, ItemResult, Level, TestResult } from '@orientir/core/analysis';
import { describeIssue } from '@orientir/core/foundation';
import type { WorkbookSheet } from '../xlsx/write-workbook.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';
import { contextSheets, gapSheets } from './context-sheets.js';
import { distractorsSheets } from './distractors-sheet.js';
import { dynamicsSheets } from './dynamics-sheet.js';
import {
  comparisonSheet,
  difSheet,
  groupSheet,
  objectivitySheet,
  riskSheet,
  sectionSheet,
} from './evidence-sheets.js';
import { WORDS } from './results-words.js';
import { columns, reasons, titlesOf, unitName, value } from './row-parts.js';
import { sharesSheet } from './shares-sheet.js';
import { testScoresSheets } from './test-scores-sheet.js';
import type { WorkbookInput } from './workbook-input.js';

/** Class sheets only up to so many rows; beyond that a note names the csv. */
const MAX_CLASS_ROWS = 20_000;
const MAX_ISSUES = 5_000;

/** Builds the workbook. */
export function resultsWorkbook(input: WorkbookInput): Uint8Array {
  const words = WORDS[input.language];
  const levels =
    (...of: readonly Level[]) =>
    (result: { readonly level: Level }) =>
      of.includes(result.level);
  const { itemResults } = input.analysis;
  const classesFit = classRowsOf(input.analysis) <= MAX_CLASS_ROWS;
  const classRows = classesFit ? itemResults.atLevels('class') : [];
  return writeWorkbook([
    testSheet(input, words.works, words.worksNote, levels('all', 'region', 'municipality')),
    testSheet(input, words.schools, words.schoolsNote, levels('school')),
    itemSheet(input, words.items, words.itemsNote, itemResults.atLevels('all', 'region', 'municipality')),
    itemSheet(input, words.schoolItems, words.itemsNote, itemResults.atLevels('school').slice(0, 200_000)),
    classesFit
      ? itemSheet(input, words.classItems, words.itemsNote, classRows)
      : {
          name: words.classItems,
          title: words.classItems,
          notes: [words.classesInCsv],
          columns: [],
          rows: [],
        },
    ...testScoresSheets(input),
    riskSheet(input),
    sharesSheet(input),
    ...contextSheets(input),
    ...gapSheets(input),
    ...dynamicsSheets(input),
    objectivitySheet(input),
    sectionSheet(input),
    comparisonSheet(input),
    groupSheet(input),
    statisticsSheet(input),
    ...distractorsSheets(input),
    difSheet(input),
    findingsSheet(input),
    filesSheet(input),
    issuesSheet(input),
  ]);
}

function testSheet(
  { analysis, schoolNames, language }: WorkbookInput,
  name: string,
  note: string,
  keep: (result: TestResult) => boolean,
): WorkbookSheet {
  const w = WORDS[language];
  const titles = titlesOf(analysis, language);
  return {
    name,
    title: name,
    notes: [note],
    columns: columns(
      [w.work, 'text'],
      [w.level, 'text'],
      [w.unit, 'text'],
      [w.wrote, 'count'],
      [w.absent, 'count'],
      [w.complete, 'count'],
      [w.meanTotal, 'number'],
      [w.sd, 'number'],
      ['«2»', 'share'],
      ['«3»', 'share'],
      ['«4»', 'share'],
      ['«5»', 'share'],
      [w.pass, 'share'],
      [w.quality, 'share'],
      [w.meanMark, 'number'],
      [w.lowered, 'share'],
      [w.confirmed, 'share'],
      [w.raised, 'share'],
      [w.alpha, 'number'],
      [w.sem, 'number'],
      [w.why, 'text'],
    ),
    rows: analysis.testResults.filter(keep).map((of) => {
      const figures = [
        of.mean,
        of.sd,
        of.markShares[2],
        of.markShares[3],
        of.markShares[4],
        of.markShares[5],
        of.passShare,
        of.qualityShare,
        of.meanMark,
        of.lowered,
        of.confirmed,
        of.raised,
        of.alpha,
        of.sem,
      ];
      return [
        titles.get(of.assessment) ?? of.assessment,
        w.levels[of.level],
        schoolNames.get(of.unit) ?? unitName(of.unit, language),
        of.wrote,
        of.absent,
        of.n,
        ...figures.map(value),
        reasons(figures, language),
      ];
    }),
  };
}

function itemSheet(
  { analysis, schoolNames, language }: WorkbookInput,
  name: string,
  note: string,
  results: readonly ItemResult[],
): WorkbookSheet {
  const w = WORDS[language];
  const titles = titlesOf(analysis, language);
  return {
    name,
    title: name,
    notes: [note],
    columns: columns(
      [w.work, 'text'],
      [w.level, 'text'],
      [w.unit, 'text'],
      [w.item, 'text'],
      [w.max, 'points'],
      [w.n, 'count'],
      [w.solveRate, 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      [w.full, 'share'],
      [w.partial, 'share'],
      [w.zero, 'share'],
      [w.notAttempted, 'count'],
      [w.notTaught, 'count'],
      [w.why, 'text'],
    ),
    rows: results.map((of) => {
      const interval = of.solveRate.kind === 'known' ? of.solveRate.interval : undefined;
      return [
        titles.get(of.assessment) ?? of.assessment,
        w.levels[of.level],
        schoolNames.get(of.unit) ?? unitName(of.unit, language),
        of.item,
        of.maxPoints,
        of.n,
        value(of.solveRate),
        interval?.low,
        interval?.high,
        value(of.fullShare),
        value(of.partialShare),
        value(of.zeroShare),
        of.notAttempted,
        of.notTaught,
        reasons([of.solveRate], language),
      ];
    }),
  };
}

function statisticsSheet({ analysis, language }: WorkbookInput): WorkbookSheet {
  const w = WORDS[language];
  const titles = titlesOf(analysis, language);
  return {
    name: w.quality27,
    title: w.quality27,
    notes: [w.quality27Note],
    columns: columns(
      [w.work, 'text'],
      [w.item, 'text'],
      [w.n, 'count'],
      [w.meanPoints, 'number'],
      [w.sd, 'number'],
      [w.solveRate, 'share'],
      [w.itemTotal, 'number'],
      [w.itemRest, 'number'],
      [w.alphaWithout, 'number'],
      [w.upperLower, 'number'],
      [w.why, 'text'],
    ),
    rows: analysis.itemStatistics.map((of) => {
      const figures = [
        of.mean,
        of.sd,
        of.solveRate,
        of.itemTotalR,
        of.itemRestR,
        of.alphaIfDeleted,
        of.upperLower27,
      ];
      return [
        titles.get(of.assessment) ?? of.assessment,
        of.item,
        of.n,
        ...figures.map(value),
        reasons(figures, language),
      ];
    }),
  };
}

function findingsSheet({ analysis, schoolNames, language }: WorkbookInput): WorkbookSheet {
  const w = WORDS[language];
  const titles = titlesOf(analysis, language);
  return {
    name: w.findings,
    title: w.findings,
    notes: [w.findingsNote],
    columns: columns(
      [w.finding, 'text'],
      [w.work, 'text'],
      [w.level, 'text'],
      [w.unit, 'text'],
      [w.itemOrSection, 'text'],
      [w.severity, 'text'],
      [w.probability, 'share'],
    ),
    rows: analysis.findings.map((of) => [
      w.kinds[of.kind],
      titles.get(of.assessment ?? '') ?? of.assessment ?? of.schoolYear,
      w.levels[of.level],
      schoolNames.get(of.unit) ?? unitName(of.unit, language),
      of.item ?? of.section,
      w.severities[of.severity],
      of.probability,
    ]),
  };
}

/** Counted, not made: a region has too many. */
function classRowsOf({ assessments, testResults }: Analysis): number {
  const items = new Map(assessments.map(({ id, items: of }) => [id, of.length]));
  return testResults.reduce(
    (sum, of) => (of.level === 'class' ? sum + (items.get(of.assessment) ?? 0) : sum),
    0,
  );
}

function filesSheet({ record, language }: WorkbookInput): WorkbookSheet {
  const w = WORDS[language];
  return {
    name: w.files,
    title: w.files,
    columns: columns(
      [w.file, 'text'],
      [w.layout, 'text'],
      [w.rowsRead, 'count'],
      [w.accepted, 'count'],
      [w.rejected, 'count'],
      [w.warnings, 'count'],
    ),
    rows: record.files.map((of) => [
      of.file,
      of.layout,
      of.rowsRead,
      of.rowsAccepted,
      of.rowsRejected,
      of.warnings,
    ]),
  };
}

function issuesSheet({ record, language }: WorkbookInput): WorkbookSheet {
  const w = WORDS[language];
  return {
    name: w.issues,
    title: w.issues,
    notes: record.issues.length > MAX_ISSUES ? [w.issuesInCsv] : [],
    columns: columns(
      [w.file, 'text', 48, 'wraps'],
      [w.sheet, 'text'],
      [w.row, 'count'],
      [w.column, 'text'],
      [w.what, 'text', 100, 'wraps'],
    ),
    rows: record.issues
      .slice(0, MAX_ISSUES)
      .map((of) => [of.file, of.sheet, of.row, of.column, describeIssue(of, language)]),
  };
}
