/**
 * Tables as people outside know them: a name, columns in a fixed order, rows of plain values.
 *
 * @module
 */

/** What a column holds, for number formats and alignment. */
export type ColumnKind = 'text' | 'count' | 'share' | 'points' | 'number';

export interface Column {
  readonly id: string;
  readonly kind: ColumnKind;
}

/** Absent = missing; the row's `reason` says why. */
export type Cell = string | number | undefined;

export interface Table {
  /** File name without extension, for example `solve-rates`. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Made while they are walked through; may be walked through again. */
  readonly rows: Iterable<readonly Cell[]>;
}
