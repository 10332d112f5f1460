import type { Issue, Language, SourceFile } from '@orientir/core/foundation';
import { csvParts } from '@orientir/formats/csv';
import type { ProfileResults } from '@orientir/formats/profile';
import { profileTables, profileWorkbook } from '@orientir/formats/profile';
import type { RadarShares } from '@orientir/formats/sheets';
import { conditionSums, schoolPassportSheet, sheetDocx, sheetHtml } from '@orientir/formats/sheets';
import { radarDrawing } from '@orientir/widgets/radar';
import { issuesTable } from '../issues-table.js';
import type { OutputFile } from '../output-folder.js';

/** Names at the top of the folder that a run may write, and so replace. */
export const TOP_NAMES = [
  'profile.csv',
  'cross-check.csv',
  'stages.csv',
  'swot.csv',
  'directions.csv',
  'annual-card.csv',
  'attendance.csv',
  'special-control.csv',
  'checkpoints.csv',
  'profile.xlsx',
  'passports',
  'issues.csv',
  'summary.json',
];

/** Everything that a run writes. A school that nobody knows gets no passport. */
export function profileFiles(
  results: ProfileResults,
  files: readonly SourceFile[],
  issues: readonly Issue[],
  language: Language,
): readonly OutputFile[] {
  return [
    ...[...profileTables(results), issuesTable(issues)].map((table) => ({
      path: `${table.name}.csv`,
      content: csvParts(table),
    })),
    { path: 'profile.xlsx', content: profileWorkbook(results, issues, language) },
    ...passportFiles(results, language),
    { path: 'summary.json', content: summaryJson(results, files) },
  ];
}

function passportFiles({ schools }: ProfileResults, language: Language): readonly OutputFile[] {
  const names = new Map<string, number>();
  const conditions = conditionSums(schools);
  return schools.flatMap((school) => {
    if (!school.isKnown) return [];
    const sheet = schoolPassportSheet(school, {
      language,
      conditions,
      draw: (shares) => drawRadar(shares, language),
    });
    // Ids that differ only in signs that file systems refuse get numbers.
    const key = sheet.name.toLowerCase();
    const before = names.get(key) ?? 0;
    names.set(key, before + 1);
    const name = before === 0 ? sheet.name : `${sheet.name} (${before + 1})`;
    return [
      { path: `passports/${name}.docx`, content: sheetDocx(sheet) },
      { path: `passports/${name}.html`, content: sheetHtml(sheet) },
    ];
  });
}

function drawRadar({ axes, school, others, rim }: RadarShares, language: Language): string {
  const series = (shares: RadarShares['school']) => ({
    name: '',
    values: shares.map((share) => (share === undefined ? { n: 0 } : { n: 0, share })),
  });
  return radarDrawing(
    { axes: axes.map((name, i) => ({ id: `a${i + 1}`, name })), series: [series(school), series(others)] },
    language,
    rim,
  );
}

function summaryJson({ schools }: ProfileResults, files: readonly SourceFile[]): string {
  const summary = {
    program: 'orientir',
    files: files.map((file) => ({
      file: file.file,
      layout: file.layout,
      rows_read: file.rowsRead,
      rows_accepted: file.rowsAccepted,
      rows_rejected: file.rowsRejected,
      warnings: file.warnings,
    })),
    totals: {
      schools: schools.length,
      unknown_schools: schools.filter(({ isKnown }) => !isKnown).length,
      differences: differences(schools),
    },
  };
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}

/** Pairs of tables that do not fit, over all schools. */
export function differences(schools: ProfileResults['schools']): number {
  return schools.reduce(
    (sum, { checks }) => sum + checks.filter(({ judgement }) => judgement.kind === 'differs').length,
    0,
  );
}
