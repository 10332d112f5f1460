import type { Table } from '@orientir/core/analysis';
import type { Issue, Language, SourceFile } from '@orientir/core/foundation';
import type { SupportOverview, SupportPlan } from '@orientir/core/support';
import { helpMissing, plannedHelp } from '@orientir/core/support';
import type { TeacherDeficits } from '@orientir/core/teacher-deficits';
import { csvParts } from '@orientir/formats/csv';
import type { SupportDocument, SupportRead } from '@orientir/formats/support';
import {
  associationAgendas,
  LEGAL_LIMIT,
  supportTables,
  supportWorkbook,
  teacherLetters,
  teacherRoutes,
} from '@orientir/formats/support';
import { issuesTable } from '../issues-table.js';
import type { OutputFile } from '../output-folder.js';

/** Names at the top of the folder that a run may write, and so replace. */
export const SUPPORT_NAMES = ['capacity.csv', 'needs.csv', 'summary.json', 'issues.csv', 'private'];

export interface SupportOutput {
  readonly plan: SupportPlan;
  /** The plan without what was added to try it out. */
  readonly before?: SupportOverview;
  readonly read: SupportRead;
  /** What results say of teachers; absent = none were given. */
  readonly results?: TeacherDeficits;
  readonly issues: readonly Issue[];
  readonly language: Language;
}

/** Everything that a run writes; documents are made while they are written. */
export function supportFiles({ plan, before, read, results, issues, language }: SupportOutput): {
  readonly files: readonly OutputFile[];
  readonly letters: number;
} {
  const tables = supportTables(plan, { ...read, ...(results === undefined ? {} : { results }) });
  const letters = teacherLetters(plan, read.courses, language);
  return {
    letters: letters.length,
    files: [
      ...tables.open.map((table) => csvFile('', table)),
      ...tables.private.map((table) => csvFile('private/', table)),
      { path: 'private/match.xlsx', content: supportWorkbook(plan, language) },
      ...letters.map((each) => docxFile('private/letters', each)),
      ...teacherRoutes(plan, read.courses, language).map((each) => docxFile('private/routes', each)),
      ...associationAgendas(plan, language).map((each) => docxFile('private/agendas', each)),
      { path: 'summary.json', content: summaryJson(plan, before, read.files, issues) },
      csvFile('', issuesTable(issues)),
    ],
  };
}

function csvFile(folder: string, table: Table): OutputFile {
  return { path: `${folder}${table.name}.csv`, content: csvParts(table) };
}

function docxFile(folder: string, { name, docx }: SupportDocument): OutputFile {
  return {
    path: `${folder}/${name}.docx`,
    content: (function* () {
      yield docx();
    })(),
  };
}

/** Without teachers; floors of schools only as counts, since a school may have one teacher. */
function summaryJson(
  plan: SupportPlan,
  before: SupportOverview | undefined,
  files: readonly SourceFile[],
  issues: readonly Issue[],
): string {
  const { overview, figures } = plan;
  const { rules, teachers, seats, needs, bySeverity, byGroup, stages, churn } = overview;
  const ofSchools = figures.floors.filter(({ group }) => group === 'school');
  const summary = {
    schema: 'orientir.support-summary',
    version: 1,
    notice: LEGAL_LIMIT,
    rules,
    files: files.map(({ file, layout, rowsRead, rowsAccepted, rowsRejected, warnings }) => ({
      file,
      layout,
      rows_read: rowsRead,
      rows_accepted: rowsAccepted,
      rows_rejected: rowsRejected,
      warnings,
    })),
    issues: issues.length,
    teachers: { all: teachers.all, with_needs: teachers.withNeeds, helped: teachers.helped },
    seats,
    needs,
    by_severity: bySeverity,
    by_group: byGroup,
    help: plannedHelp(plan),
    missing: helpMissing(plan),
    stages: stages.map(({ stage, value, bound }) => ({
      stage,
      value,
      bound,
      gap: value === bound ? 0 : Math.abs(bound - value) / Math.max(bound, value),
    })),
    floors: [
      ...figures.floors
        .filter(({ group }) => group !== 'school')
        .map(({ group, needs: of, asked, met, most }) => ({ group, needs: of, asked, met, most })),
      ...[...new Set(ofSchools.map(({ asked }) => asked))].map((asked) => {
        const alike = ofSchools.filter((floor) => floor.asked === asked);
        return {
          group: 'school',
          asked,
          schools: alike.length,
          schools_met: alike.filter(({ met }) => met >= asked).length,
          schools_possible: alike.filter(({ most }) => most >= asked).length,
        };
      }),
    ],
    ...(churn === undefined ? {} : { churn }),
    ...(before === undefined ? {} : { what_if: { before: shortly(before), after: shortly(overview) } }),
  };
  return `${JSON.stringify(summary, undefined, 2)}\n`;
}

function shortly({ needs, teachers, seats, stages }: SupportOverview) {
  const coverage = stages.find(({ stage }) => stage === 'coverage');
  return { needs, helped: teachers.helped, seats, coverage: coverage?.value, bound: coverage?.bound };
}
