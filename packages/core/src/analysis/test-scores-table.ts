import type { FullAnalysis } from './analysis.js';
import type { Cell, Table } from './table.js';
import type { Columns } from './table-rows.js';
import { cell, lazily, reasons, unitTable } from './table-rows.js';
import type { TestScoreResult } from './test-scores.js';

const COLUMNS: Columns = [
  ['n', 'count'],
  ['mean', 'number'],
  ['low', 'number'],
  ['high', 'number'],
  ['sd', 'number'],
  ['q1', 'number'],
  ['median', 'number'],
  ['q3', 'number'],
  ['minimum', 'count'],
  ['below_minimum', 'share'],
  ['below_minimum_low', 'share'],
  ['below_minimum_high', 'share'],
  ['middle', 'count'],
  ['from_middle', 'share'],
  ['from_middle_low', 'share'],
  ['from_middle_high', 'share'],
  ['top', 'count'],
  ['from_top', 'share'],
  ['from_top_low', 'share'],
  ['from_top_high', 'share'],
];
/** Of them those that may be missing. */
const FIGURES: Columns = [
  ['mean', 'number'],
  ['sd', 'number'],
  ['q1', 'number'],
  ['median', 'number'],
  ['q3', 'number'],
  ['below_minimum', 'share'],
  ['from_middle', 'share'],
  ['from_top', 'share'],
];

/**
 * `test-scores.csv`: test scores 0 to 100. `minimum`, `middle` and `top` are the borders that the shares beside them
 * are about. `note`: method of the interval of the mean, `rules:<id>:<verification>`, and `no-pair:` all totals whose
 * test score nobody knows, parted by `;` as well.
 */
export function testScoresTable(analysis: Pick<FullAnalysis, 'testScores' | 'testScoreRules'>): Table {
  const { middleFrom, highFrom, id, verification } = analysis.testScoreRules;
  return unitTable(
    'test-scores',
    COLUMNS,
    lazily(() => analysis.testScores),
    (of: TestScoreResult): readonly Cell[] => {
      const { mean, sd, lowerQuartile, median, upperQuartile, belowMinimum, fromMiddle, fromHigh } = of;
      const figures = [mean, sd, lowerQuartile, median, upperQuartile, belowMinimum, fromMiddle, fromHigh];
      const ends = (figure: (typeof figures)[number]) => {
        const interval = figure.kind === 'known' ? figure.interval : undefined;
        return [cell(figure), interval?.low, interval?.high];
      };
      const notes = [
        ...(mean.kind === 'known' && mean.interval !== undefined ? [mean.interval.method] : []),
        `rules:${id}:${verification}`,
        ...(of.unpaired.length === 0 ? [] : [`no-pair:${of.unpaired.join(';')}`]),
      ];
      return [
        of.assessment,
        of.level,
        of.unit,
        of.n,
        ...ends(mean),
        cell(sd),
        cell(lowerQuartile),
        cell(median),
        cell(upperQuartile),
        of.minimum,
        ...ends(belowMinimum),
        middleFrom,
        ...ends(fromMiddle),
        highFrom,
        ...ends(fromHigh),
        reasons(figures, FIGURES),
        notes.join(';'),
      ];
    },
  );
}
