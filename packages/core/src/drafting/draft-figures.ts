import type { Analysis, Evidence } from '../analysis/analysis.js';
import type { Figure } from '../foundation/figure.js';
import { known } from '../foundation/figure.js';

/** The figure that a piece of evidence points to; absent when there is none. */
export type FigureOf = (evidence: Evidence) => Figure | undefined;

/** Looks figures up in an analysis. Counts of pupils are figures without interval. */
export function figuresOfAnalysis(analysis: Analysis): FigureOf {
  const items = new Map<string, Readonly<Record<string, Figure>>>();
  for (const of of analysis.itemResults.atLevels('school', 'municipality', 'region', 'all')) {
    const { assessment, level, unit, item, n, notTaught = 0 } = of;
    items.set([assessment, level, unit, item].join('|'), {
      solve_rate: of.solveRate,
      not_taught: known(notTaught, n + notTaught),
    });
  }
  const tests = new Map<string, Readonly<Record<string, Figure>>>();
  for (const of of analysis.testResults) {
    tests.set([of.assessment, of.level, of.unit].join('|'), {
      lowered: of.lowered,
      confirmed: of.confirmed,
      raised: of.raised,
    });
  }
  return ({ table, key, figure }) => (table === 'tests' ? tests : items).get(key)?.[figure];
}
