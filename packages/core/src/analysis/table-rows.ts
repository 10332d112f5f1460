import type { Figure } from '../foundation/figure.js';
import type { Cell, Column, ColumnKind, Table } from './table.js';

/** Columns of a table in their order. */
export type Columns = readonly (readonly [id: string, kind: ColumnKind])[];

/** Which group of pupils a row is about. */
const KEY: Columns = [
  ['assessment', 'text'],
  ['level', 'text'],
  ['unit', 'text'],
];
/** The end of every row. */
const WHY: Columns = [
  ['reason', 'text'],
  ['note', 'text'],
];

/** A table whose rows are about groups of pupils; `columns` stand between the group and the reasons. */
export function unitTable<Result>(
  name: string,
  columns: Columns,
  results: Iterable<Result>,
  rowOf: (result: Result) => readonly Cell[],
): Table {
  return table(name, [...KEY, ...columns], results, rowOf);
}

/** Columns without the reasons at the end. A region has hundreds of thousands of rows: they are made one by one when they are written. */
export function table<Result>(
  name: string,
  columns: Columns,
  results: Iterable<Result>,
  rowOf: (result: Result) => readonly Cell[],
): Table {
  return {
    name,
    columns: [...columns, ...WHY].map(([id, kind]): Column => ({ id, kind })),
    rows: {
      *[Symbol.iterator]() {
        for (const result of results) yield rowOf(result);
      },
    },
  };
}

/** Results that are computed when the table is written. */
export function lazily<Result>(results: () => Iterable<Result>): Iterable<Result> {
  return {
    *[Symbol.iterator]() {
      yield* results();
    },
  };
}

/** The estimate; absent when the figure is missing. */
export function cell(figure: Figure): Cell {
  return figure.kind === 'known' ? figure.estimate : undefined;
}

/** Hidden by the disclosure rules, whatever it would be. */
export function isHidden(figure: Figure): boolean {
  return figure.kind === 'missing' && figure.reason.startsWith('suppressed');
}

/** Why some of the figures are missing; `columns` are theirs. */
export function reasons(figures: readonly Figure[], columns: Columns): Cell {
  let common: string | undefined;
  let named = '';
  let several = false;
  for (let i = 0; i < figures.length; i++) {
    const figure = figures[i];
    if (figure?.kind !== 'missing') continue;
    several ||= common !== undefined && common !== figure.reason;
    common = figure.reason;
    named += `${named === '' ? '' : ';'}${columns[i]?.[0]}:${figure.reason}`;
  }
  return several ? named : common;
}
