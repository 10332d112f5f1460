/**
 * A school that is written once for all its pupils, in cells that are shown as one.
 *
 * @module
 */
import type { CellArea, PassingRow, Sheet, SheetCell, SheetRows } from '../sheet.js';
import { cellText, NO_CELL } from '../sheet.js';
import type { Role, TableLayout } from './table-layout.js';

/**
 * The sheet with the value of cells that are shown as one in each of their rows, in the columns that tell where a pupil belongs and who
 * teaches. Only asks for them where one of the first pupils lacks such a value: they stand behind the rows, so that costs another pass.
 *
 * @throws {FileError}
 */
export async function withMergedUnits(
  sheet: SheetRows,
  head: Sheet,
  { header, roles }: TableLayout,
): Promise<SheetRows> {
  const pupil = roles.pupil?.[0] ?? 0;
  const columns = MERGED_ROLES.flatMap((role) => roles[role]?.[0] ?? []);
  const isEmpty = (cell: SheetCell) => typeof cell !== 'object' && cellText(cell) === '';
  const lacks = head.rows
    .slice(header + 1)
    .some((row) => !isEmpty(row[pupil]) && columns.some((column) => isEmpty(row[column])));
  if (!lacks || sheet.merged === undefined) return sheet;
  const areas = (await sheet.merged()).filter(
    ({ firstRow, lastRow, firstColumn }) =>
      firstRow > header && lastRow > firstRow && columns.includes(firstColumn),
  );
  if (areas.length === 0) return sheet;
  return {
    ...sheet,
    read(visit) {
      const filled = new FilledRow(areas);
      return sheet.read((row) => visit(filled.over(row)));
    },
  };
}

const MERGED_ROLES: readonly Role[] = ['school', 'schoolName', 'class', 'municipality', 'region', 'teacher'];

/** Areas of one column from top to bottom, and the value of the one that was reached last. */
interface MergedColumn {
  readonly areas: readonly CellArea[];
  next: number;
  lastRow: number;
  value: SheetCell;
}

/** A row while it passes by, with what stands in the first row of merged cells. */
class FilledRow implements PassingRow {
  readonly #columns: ReadonlyMap<number, MergedColumn>;
  #row: PassingRow = NO_ROW;

  constructor(areas: readonly CellArea[]) {
    const byColumn = new Map<number, CellArea[]>();
    for (const area of [...areas].sort((one, other) => one.firstRow - other.firstRow)) {
      const there = byColumn.get(area.firstColumn);
      if (there === undefined) byColumn.set(area.firstColumn, [area]);
      else there.push(area);
    }
    this.#columns = new Map(
      Array.from(byColumn, ([column, of]) => [column, { areas: of, next: 0, lastRow: -1, value: undefined }]),
    );
  }

  over(row: PassingRow): this {
    this.#row = row;
    for (const [column, merged] of this.#columns) {
      for (;;) {
        const area = merged.areas[merged.next];
        if (area === undefined || area.firstRow > row.row) break;
        merged.next++;
        merged.lastRow = area.lastRow;
        merged.value = area.firstRow === row.row ? row.cell(column) : undefined;
      }
    }
    return this;
  }

  get row(): number {
    return this.#row.row;
  }

  get width(): number {
    return this.#row.width;
  }

  get filled(): number {
    return this.#row.filled;
  }

  cell(column: number): SheetCell {
    const merged = this.#columns.get(column);
    return merged !== undefined && this.#row.row <= merged.lastRow ? merged.value : this.#row.cell(column);
  }

  repeats(column: number): boolean {
    // The row before may have had the value of the cells above it.
    return !this.#columns.has(column) && this.#row.repeats(column);
  }

  count(column: number): number {
    return this.#row.count(column);
  }
}

const NO_ROW: PassingRow = {
  row: -1,
  width: 0,
  filled: 0,
  cell: () => undefined,
  repeats: () => false,
  count: () => NO_CELL,
};
