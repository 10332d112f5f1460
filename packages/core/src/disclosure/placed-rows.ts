import type { Cell } from '../analysis/table.js';
import type { TableDescription } from './descriptions.js';
import type { PublishedTable } from './published.js';
import type { WorkCells } from './work-cells.js';

/** A row whose place among the cells is known. */
export interface PlacedRow {
  readonly cells: WorkCells;
  readonly unit: number;
  /** −1 = the work as a whole. */
  readonly item: number;
  /** Place in the table: the row there may be replaced. */
  readonly place: number;
}

/** A described table with the rows that have a place. */
export class PlacedTable {
  readonly #columns: ReadonlyMap<string, number>;

  constructor(
    readonly table: PublishedTable,
    readonly description: TableDescription,
    readonly rows: readonly PlacedRow[],
  ) {
    this.#columns = new Map(table.columns.map((column, place) => [column, place]));
  }

  /** How to read one column. */
  reader(column: string): (row: PlacedRow) => Cell {
    const at = this.#columns.get(column);
    const { rows } = this.table;
    return at === undefined ? () => undefined : ({ place }) => rows[place]?.[at];
  }
}

/** The cell of a measure at the place of a row. */
export function cellAt({ cells, unit, item }: PlacedRow, measure: string): number {
  return cells.cell(unit, cells.column(measure, item));
}
