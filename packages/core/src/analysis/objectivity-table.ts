/**
 * `objectivity.csv`: which results look doubtful. Our own tests first, then the official markers.
 *
 * @module
 */
import type { Objectivity, OwnOutcome } from '../objectivity/objectivity.js';
import type { OfficialOutcome } from '../objectivity/official-markers.js';
import type { FullAnalysis } from './analysis.js';
import type { Cell, Table } from './table.js';
import type { Columns } from './table-rows.js';
import { lazily, table } from './table-rows.js';

const COLUMNS: Columns = [
  ['school', 'text'],
  ['assessment', 'text'],
  ['test', 'text'],
  ['n', 'count'],
  ['statistic', 'number'],
  ['p', 'share'],
  ['q', 'share'],
  ['flag', 'text'],
  ['power_note', 'text'],
];

/**
 * One row for each school, work and test, and for each school and official marker («possible marker, needs further analysis»,
 * never a verdict). Rows are made one by one when they are written.
 *
 * `flag` is `yes` or `no`; empty where nothing was tested, and `reason` says why: a reason code, or `needs:` and what the marker
 * lacks. `power_note` is `none` (no outcome could have been a marker), `low:` or `enough:` with the power at the alternative of
 * the rules. `note` names the method or ruleset, the school year where it does not follow from a work (`year:…` of medals and
 * official markers), and the figures beside the statistic: `low:…;high:…` of a share, `threshold:…` of an official marker.
 */
export function objectivityTable({ objectivity }: Pick<FullAnalysis, 'objectivity'>): Table {
  return table(
    'objectivity',
    COLUMNS,
    lazily(() => rowsOf(objectivity())),
    (row) => row,
  );
}

function* rowsOf({ own, official, rules }: Objectivity): Iterable<readonly Cell[]> {
  for (const outcome of own) yield ownRow(outcome);
  for (const { outcomes, schoolYear } of official) {
    for (const outcome of outcomes) yield officialRow(outcome, rules.official.id, schoolYear);
  }
}

function ownRow({ school, assessment, schoolYear, test, n, result }: OwnOutcome): readonly Cell[] {
  const year = assessment === undefined && schoolYear !== '' ? [`year:${schoolYear}`] : [];
  if (result.kind === 'not-tested') {
    return [school, assessment, test, n, ...NOTHING, result.reason, noteOf(year)];
  }
  const { statistic, p, q, flag, power, interval } = result;
  return [
    school,
    assessment,
    test,
    n,
    statistic,
    p,
    q,
    flag ? 'yes' : 'no',
    power.kind === 'none' ? 'none' : `${power.kind}:${power.power.toFixed(2)}`,
    undefined,
    noteOf(
      interval === undefined
        ? year
        : ['wilson', ...year, `low:${round(interval.low)}`, `high:${round(interval.high)}`],
    ),
  ];
}

function noteOf(parts: readonly string[]): Cell {
  return parts.length === 0 ? undefined : parts.join(';');
}

function officialRow(
  { school, assessment, marker, n, result }: OfficialOutcome,
  rules: string,
  schoolYear: string,
): readonly Cell[] {
  const start = [school, assessment, `official:${marker.id}`, n];
  const note = schoolYear === '' ? rules : `${rules};year:${schoolYear}`;
  if (result.kind === 'not-computable') return [...start, ...NOTHING, `needs:${result.needs}`, note];
  const { statistic, threshold, marked } = result;
  return [
    ...start,
    statistic,
    undefined,
    undefined,
    marked ? 'yes' : 'no',
    undefined,
    undefined,
    `${note};threshold:${round(threshold)}`,
  ];
}

/** Statistic, p, q, flag and power of what was not tested. */
const NOTHING: readonly Cell[] = [undefined, undefined, undefined, undefined, undefined];

function round(value: number): string {
  return String(Number(value.toFixed(4)));
}
