/**
 * `context.csv`: schools beside their conditions.
 *
 * @module
 */
import type { ContextAnalysis, SchoolContext } from '../context/context-of.js';
import type { Cell, Table } from './table.js';
import type { Columns } from './table-rows.js';
import { cell, lazily, reasons, table } from './table-rows.js';

const COLUMNS: Columns = [
  ['school', 'text'],
  ['index', 'number'],
  ['settlement', 'text'],
  ['result', 'number'],
  ['expected', 'number'],
  ['difference', 'number'],
  ['low', 'number'],
  ['high', 'number'],
  ['class', 'text'],
  ['quadrant', 'text'],
];
const FIGURES: Columns = [
  ['index', 'number'],
  ['result', 'number'],
  ['expected', 'number'],
  ['difference', 'number'],
];

/**
 * One row for each school with a social passport or results.
 *
 * It is computed when its rows are asked for. `index`: the higher, the harder the conditions. `result`, `expected`,
 * `difference`, `low`, `high`: standard deviations of the pupils of all schools, 0 = their mean; `difference` is
 * `result` less `expected`, drawn towards 0 as far as the school has few pupils, `low` and `high` its 95 % interval.
 * `class`: `resilient`, `not`, `undetermined`. `quadrant`: third by results and conditions, as `high-hard`. `note`:
 * rulesets (`:own` = not from a norm), `probability:` of a difference above 0, `left-out:` with indicators that the
 * index is without, `doubtful:` with works that do not count, `flagged` where a test of ours flags any result of the
 * school (objectivity.csv), so that it is not offered as a model, and `scale:all` where the settlement type has too few
 * schools for a scale of its own.
 */
export function contextTable(of: () => ContextAnalysis): Table {
  return table(
    'context',
    COLUMNS,
    lazily(() => of().schools),
    (school) => contextRow(school, of()),
  );
}

function contextRow(of: SchoolContext, { rules, resilience }: ContextAnalysis): readonly Cell[] {
  const { index, result, expected, difference, quadrant } = of;
  const interval = difference.kind === 'known' ? difference.interval : undefined;
  return [
    of.school,
    cell(index),
    of.settlement,
    cell(result),
    cell(expected),
    cell(difference),
    interval?.low,
    interval?.high,
    of.class,
    quadrant === undefined ? undefined : `${quadrant.result}-${quadrant.hard ? 'hard' : 'not-hard'}`,
    reasons([index, result, expected, difference], FIGURES),
    [
      ...[rules, resilience].map(({ id, verification }) => `${id}:${verification}`),
      ...(of.probability === undefined ? [] : [`probability:${Number(of.probability.toFixed(4))}`]),
      ...of.leftOut.map(({ indicator, reason }) => `left-out:${indicator}=${reason}`),
      ...of.doubtful.map((work) => `doubtful:${work}`),
      ...(of.flagged ? ['flagged'] : []),
      ...(of.onScaleOfAll ? ['scale:all'] : []),
    ].join(';'),
  ];
}
