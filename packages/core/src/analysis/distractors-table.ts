import type { FullAnalysis } from './analysis.js';
import type { OptionResult } from './distractors.js';
import type { Cell, Table } from './table.js';
import type { Columns } from './table-rows.js';
import { cell, lazily, reasons, table } from './table-rows.js';

const COLUMNS: Columns = [
  ['assessment', 'text'],
  ['item', 'text'],
  ['option', 'text'],
  ['role', 'text'],
  ['n', 'count'],
  ['chosen', 'count'],
  ['share', 'share'],
  ['low', 'share'],
  ['high', 'share'],
  ['mean_total', 'number'],
  ['mean_rest', 'number'],
  ['rest_r', 'number'],
  ['rest_r_low', 'number'],
  ['rest_r_high', 'number'],
  ['quarter_1', 'share'],
  ['quarter_2', 'share'],
  ['quarter_3', 'share'],
  ['quarter_4', 'share'],
  ['over_key', 'number'],
  ['over_key_low', 'number'],
  ['over_key_high', 'number'],
  ['flags', 'text'],
];
/** Of them those that may be missing. */
const FIGURES: Columns = [
  ['share', 'share'],
  ['mean_total', 'number'],
  ['rest_r', 'number'],
  ['over_key', 'number'],
];

/**
 * `distractors.csv` (whole input): every option of items with a key. `role`: `key`, `distractor`, or `none` for pupils
 * without one option; `flags` joined by `;`. `note`: methods of the intervals of the share, of `rest_r` and of
 * `over_key`.
 */
export function distractorsTable(analysis: Pick<FullAnalysis, 'optionResults'>): Table {
  return table(
    'distractors',
    COLUMNS,
    lazily(() => analysis.optionResults),
    rowOf,
  );
}

function rowOf(of: OptionResult): readonly Cell[] {
  const isKnown = of.share.kind === 'known';
  const intervals = [of.share, of.restR, ...(of.overKey === undefined ? [] : [of.overKey])].map((figure) =>
    figure.kind === 'known' ? figure.interval : undefined,
  );
  const [share, restR, overKey] = intervals;
  const methods = intervals.flatMap((interval) => interval?.method ?? []);
  return [
    of.assessment,
    of.item,
    of.option,
    of.role,
    of.n,
    isKnown ? of.chosen : undefined,
    cell(of.share),
    share?.low,
    share?.high,
    cell(of.meanTotal),
    cell(of.meanRest),
    cell(of.restR),
    restR?.low,
    restR?.high,
    ...[0, 1, 2, 3].map((quarter) => {
      const figure = of.quarters[quarter];
      return figure === undefined ? undefined : cell(figure);
    }),
    of.overKey === undefined ? undefined : cell(of.overKey),
    overKey?.low,
    overKey?.high,
    of.flags.length === 0 ? undefined : of.flags.join(';'),
    reasons([of.share, of.meanTotal, of.restR, ...(of.overKey === undefined ? [] : [of.overKey])], FIGURES),
    methods.length === 0 ? undefined : methods.join(';'),
  ];
}
