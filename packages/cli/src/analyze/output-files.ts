import type { Analysis, FullAnalysis, SchoolGroups, Table } from '@orientir/core/analysis';
import { analyseFully, findingsJson, gapsTable, publicSchoolGaps, tablesOf } from '@orientir/core/analysis';
import { protect } from '@orientir/core/disclosure';
import type { Tally } from '@orientir/core/tally';
import { shareTally, summarise, tallyParts } from '@orientir/core/tally';
import { privateDeficitTable, teacherDeficits } from '@orientir/core/teacher-deficits';
import { csvParts } from '@orientir/formats/csv';
import type { InputsRead } from '@orientir/formats/readers';
import type { WorkbookInput } from '@orientir/formats/results';
import type { SchoolRegistry } from '@orientir/formats/schools';
import { distinctSchoolNames } from '@orientir/formats/schools';
import type { ReportInput } from '@orientir/widgets/report';
import type { AnalyzeArguments } from '../arguments.js';
import { issuesTable } from '../issues-table.js';
import type { OutputFile } from '../output-folder.js';
import { medalCountsTable } from './medal-counts-table.js';
import type { Read } from './read-everything.js';
import { sheetFiles } from './sheet-files.js';
import { summaryJson } from './summary.js';
import { widgetFiles } from './widget-files.js';

/** Everything that a run writes. */
export async function outputFiles(
  options: AnalyzeArguments,
  { tally, record, expectedMedals = [], ...rulesAndFacts }: Read,
): Promise<readonly OutputFile[]> {
  const wanted = (name: string) => options.tables === undefined || options.tables.includes(name);
  const similarSchools = similarConditions(record.schools);
  const schoolGroups = groupsOf(record.schools);
  const whole = analyseFully(tally, { ...rulesAndFacts, similarSchools, schoolGroups });
  const analysis = options.isPublic ? protect(whole) : whole;
  const { open, private: closed } = tablesOf(analysis);
  const names = distinctSchoolNames(record.schools.schools);
  const input = {
    analysis,
    record,
    schoolNames: names,
    language: options.language,
    synthetic: isSynthetic(analysis, record),
  };
  const files: OutputFile[] = [
    ...[...open, ...(options.isPublic ? openGaps(tally, analysis, schoolGroups) : [])]
      .filter(({ name }) => wanted(name) && (!options.isPublic || PUBLIC.has(name)))
      .map(csvFile('')),
    ...(wanted('findings') ? [{ path: 'findings.json', content: findingsJson(analysis) }] : []),
    { path: 'summary.json', content: summaryJson(tally, record, options.isPublic, analysis) },
  ];
  if (options.isPublic) return [...files, ...(await widgetFiles(analysis, names))];
  return [
    ...files,
    ...(expectedMedals.length > 0 && wanted('medal-counts')
      ? [csvFile('')(medalCountsTable(rulesAndFacts.medals ?? [], expectedMedals))]
      : []),
    ...closed.filter(({ name }) => wanted(name)).map(csvFile('private/')),
    ...(wanted('deficits') ? deficitTables(tally) : []).map(csvFile('private/')),
    ...(wanted('tally')
      ? [
          options.isShared
            ? { path: 'tally-share.json', content: tallyParts(shareTally(tally)) }
            : { path: 'tally.json', content: tallyParts(tally) },
        ]
      : []),
    ...(wanted('issues') ? [csvFile('')(issuesTable(record.issues))] : []),
    ...(wanted('workbook') ? [{ path: 'results.xlsx', content: await workbookOf(input) }] : []),
    ...(wanted('report') ? [{ path: 'report/index.html', content: await reportOf(input) }] : []),
    ...(options.isSheets ? await sheetFiles(whole, options.language, names) : []),
  ];
}

/** Gaps between groups of schools, of published figures alone. */
function openGaps(tally: Tally, analysis: FullAnalysis, groups: SchoolGroups): readonly Table[] {
  if (groups.size === 0) return [];
  return [gapsTable(() => publicSchoolGaps(summarise(tally), analysis, groups))];
}

/** Topics in which teachers may need support, where the rows name teachers; for those who support them only. */
function deficitTables(tally: Tally): readonly Table[] {
  if ([...tally.assessments.values()].every(({ teachers }) => teachers.size === 0)) return [];
  const table = privateDeficitTable(teacherDeficits(summarise(tally)));
  return table.rows.length === 0 ? [] : [table];
}

// Rooms that a run may not need are entered when it does.
async function workbookOf(input: WorkbookInput): Promise<Uint8Array> {
  const { resultsWorkbook } = await import('@orientir/formats/results');
  return resultsWorkbook(input);
}

async function reportOf(input: ReportInput): Promise<string> {
  const { renderReport } = await import('@orientir/widgets/report');
  return renderReport(input);
}

function csvFile(folder: string): (table: Table) => OutputFile {
  return (table) => ({ path: `${folder}${table.name}.csv`, content: csvParts(table) });
}

/**
 * Tables that the disclosure check knows, and gaps, which follow from them. Those of differences, of classes and of
 * single schools (risk, shrunken, objectivity, medal-counts, context, test-scores, distractors) stay inside, like every
 * table that nobody has thought about.
 */
const PUBLIC: ReadonlySet<string> = new Set(['solve-rates', 'items', 'tests', 'sections', 'gaps']);

/** Schools whose settlement and type are the same, as far as the list of schools says. */
function similarConditions(registry: SchoolRegistry): ReadonlyMap<string, string> {
  return new Map(
    registry.schools.flatMap(({ id, settlement, type }) =>
      settlement === undefined || type === undefined ? [] : [[id, JSON.stringify([settlement, type])]],
    ),
  );
}

/** Groups of schools by what the list of schools says of them, where it tells two groups apart. */
function groupsOf({ schools }: SchoolRegistry): SchoolGroups {
  const found = GROUPINGS.map((grouping) => {
    const groupOf = schools.flatMap((school): readonly (readonly [string, string])[] => {
      const group = school[grouping]?.toLowerCase();
      return group === undefined ? [] : [[school.id, group]];
    });
    return [grouping, new Map(groupOf)] as const;
  });
  return new Map(found.filter(([, groupOf]) => new Set(groupOf.values()).size > 1));
}

const GROUPINGS = ['settlement', 'type', 'remoteness'] as const;

function isSynthetic(analysis: Analysis, record: InputsRead): boolean {
  return (
    record.schools.schools.some(({ region }) => region?.includes('вымышленные данные')) ||
    analysis.testResults.some(({ unit }) => unit.includes('вымышленные данные'))
  );
}
