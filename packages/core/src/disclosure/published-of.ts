import type { Analysis, FullAnalysis, TestResult } from '../analysis/analysis.js';
import { tablesOf } from '../analysis/tables.js';
import { TABLES } from './descriptions.js';
import type { Published } from './published.js';

/** What {@link tablesOf} and the charts would show of an analysis, and which unit lies in which, as the attacker sees it. */
export function publishedOf(
  analysis: Analysis | FullAnalysis,
  tests: readonly TestResult[] = analysis.testResults,
): Published {
  return {
    tables: [
      ...tablesOf(analysis)
        .open.filter(({ name }) => TABLES.some(({ table }) => table === name))
        .map(({ name, columns, rows }) => ({
          name,
          columns: columns.map(({ id }) => id),
          rows: [...rows],
        })),
      {
        name: 'widgets',
        columns: ['assessment', 'level', 'unit', 'n'],
        rows: analysis.testResults
          .filter(({ wrote }) => wrote > 0)
          .map(({ assessment, level, unit, wrote }) => [assessment, level, unit, wrote]),
      },
    ],
    links: tests.flatMap(({ assessment, level, unit, parent }) =>
      level === 'all'
        ? []
        : [{ assessment, level, unit, parent: parent ?? { level: 'all' as const, unit: 'all' } }],
    ),
    findings: analysis.findings,
  };
}
