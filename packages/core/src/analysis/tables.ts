/**
 * The open tables of DESIGN: names, columns and meaning of cells are a contract with people outside.
 *
 * Shares 0..1, points, counts of pupils; an absent cell is a missing figure, and `reason` says why. `reason` is
 * the reason code when all missing figures of the row share it, else `column:reason` joined by `;`.
 * `note` holds the method of the interval and other remarks as codes joined by `;`.
 *
 * @module
 */
import type { Analysis, Finding, FullAnalysis } from './analysis.js';
import { evidenceTables } from './evidence-tables.js';
import { itemsTable, solveRatesTable, testsTable } from './figure-tables.js';
import type { StatedBeside } from './stated-tables.js';
import {
  displacedCounts,
  ITEM_KEY,
  statedItemRows,
  statedTestRows,
  TEST_KEY,
  withStated,
} from './stated-tables.js';
import type { Table } from './table.js';

/**
 * Tables for everybody inside, and the same tables by teacher, which stay in `private/`. Those of sections, comparisons and
 * the like are there when everything was analysed.
 */
export function tablesOf(analysis: Analysis | FullAnalysis): {
  readonly open: readonly Table[];
  readonly private: readonly Table[];
} {
  return {
    open: [
      withStated(solveRatesTable(analysis.itemResults), analysis, ITEM_KEY, statedItemRows),
      itemsTable(analysis),
      withStated(testsTable(analysis.testResults), analysis, TEST_KEY, statedTestRows),
      ...('sectionResults' in analysis ? evidenceTables(analysis) : []),
    ],
    private:
      analysis.private.testResults.length === 0
        ? []
        : [solveRatesTable(analysis.private.itemResults), testsTable(analysis.private.testResults)],
  };
}

/**
 * `findings.json`: one finding a line. Evidence with `counted` rests on so many counted pupils, while the row under its key is
 * that of a report about more (`counted:<pupils>` in its note): the figure there is the report's, not the finding's.
 */
export function findingsJson({
  findings,
  stated = [],
  testResults = [],
}: Pick<Analysis, 'findings'> & Partial<StatedBeside>): string {
  const displaced = displacedCounts({ stated, testResults });
  const lines = findings.map((finding) => findingLine(finding, displaced));
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}

function findingLine(finding: Finding, displaced: ReadonlyMap<string, number>): string {
  return JSON.stringify({
    id: finding.id,
    kind: finding.kind,
    level: finding.level,
    unit: finding.unit,
    assessment: finding.assessment,
    schoolYear: finding.schoolYear,
    item: finding.item,
    section: finding.section,
    severity: finding.severity,
    probability: finding.probability,
    evidence: finding.evidence.map((of) => {
      const counted = displaced.get(`${of.table}|${of.key}`);
      return counted === undefined ? of : { ...of, counted };
    }),
  });
}
