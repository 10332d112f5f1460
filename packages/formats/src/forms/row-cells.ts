import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { SheetCell } from '../sheet.js';
import { cellText, columnName } from '../sheet.js';
import { isValueless } from './form-cells.js';
import type { FormColumn } from './form-columns.js';

/** The cells of a row by column, their places, and the issues that they gave. */
export class RowCells {
  readonly issues: Issue[] = [];
  readonly place: Place & { readonly row: number };
  readonly #cells: readonly SheetCell[];
  readonly #at: ReadonlyMap<string, number>;

  constructor(
    cells: readonly SheetCell[],
    at: ReadonlyMap<string, number>,
    place: Place & { readonly row: number },
  ) {
    this.#cells = cells;
    this.#at = at;
    this.place = place;
  }

  get isRefused(): boolean {
    return this.issues.some(({ severity }) => severity === 'error');
  }

  /** Whether the sheet has the column. */
  has({ id }: FormColumn): boolean {
    return this.#at.has(id);
  }

  cell({ id }: FormColumn): SheetCell {
    const at = this.#at.get(id);
    return at === undefined ? undefined : this.#cells[at];
  }

  /** The place of a cell; that of the row where the sheet has no such column. */
  placeOf({ id }: FormColumn): Place & { readonly row: number } {
    const at = this.#at.get(id);
    return at === undefined ? this.place : { ...this.place, column: columnName(at) };
  }

  /**
   * Tells of a row of a text that goes on beyond the header: a comma in a value divides it. Cells of a workbook stay where they are.
   *
   * @param columns - how many the header has.
   */
  checkLength(columns: number): void {
    if (this.place.sheet !== undefined) return;
    const cells = this.#cells.findLastIndex((cell) => typeof cell === 'object' || cellText(cell) !== '') + 1;
    if (cells > columns) this.issues.push(issue('row-too-long', 'error', this.place, { cells, columns }));
  }

  /** Tells of cells in which the spreadsheet itself found an error, and of formulas whose value it did not store. */
  checkCells(columns: readonly FormColumn[]): void {
    for (const column of columns) {
      const cell = this.cell(column);
      if (!isValueless(cell)) continue;
      this.issues.push(
        cell.kind === 'error'
          ? issue('cell-error', 'error', this.placeOf(column), { found: cell.text })
          : issue('formula-without-value', 'error', this.placeOf(column), {}),
      );
    }
  }
}
