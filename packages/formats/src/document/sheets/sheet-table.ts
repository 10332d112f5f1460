import type { CellArea, PassingRow, SheetCell, SheetRows } from '../../sheet.js';
import { cellText } from '../../sheet.js';
import type { CellDraft } from '../cell-draft.js';
import { continuedCell, filledCell, NO_ATTRIBUTES } from '../cell-draft.js';
import { cleanText } from '../clean-text.js';
import type { ContentLimits } from '../content-limits.js';
import type { DocumentRow } from '../document-content.js';
import type { RemarkLog } from '../remark-log.js';
import { safeHref } from '../safe-href.js';
import type { CellFormat } from './cell-formats.js';
import { dateText } from './date-text.js';
import type { SheetLayout } from './sheet-layout.js';
import { placeOf } from './sheet-layout.js';

export interface SheetContext {
  readonly layout: SheetLayout;
  readonly formats: readonly CellFormat[];
  /** Addresses by relationship id. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly limits: ContentLimits;
  readonly remarks: RemarkLog;
}

/** The rows of a sheet that hold something. @throws {FileError} */
export async function sheetTable(sheet: SheetRows, context: SheetContext): Promise<readonly DocumentRow[]> {
  const merges = new Merges(context);
  const rows: DocumentRow[] = [];
  await sheet.read((row) => {
    context.limits.width(row.width);
    if (row.filled === 0) return true;
    const cells = merges.arrange(row.row, filledCells(row, context));
    if (cells.length > 0 && cells.some(({ text }) => text !== '')) {
      context.limits.block();
      rows.push({ row: row.row + 1, header: false, attributes: NO_ATTRIBUTES, cells });
    }
    return true;
  });
  merges.cutAfter((rows.at(-1)?.row ?? 1) - 1);
  return rows;
}

function filledCells(row: PassingRow, context: SheetContext): CellDraft[] {
  const cells: CellDraft[] = [];
  for (let column = 0; column < row.width; column++) {
    const value = row.cell(column);
    if (value === undefined) continue;
    if (typeof value === 'object' && value.kind === 'formula') context.remarks.add('formulas-without-value');
    const cell = cellOf(value, placeOf(row.row, column), { column, context });
    if (cell === undefined) continue;
    context.limits.cell(column);
    cells.push(cell);
  }
  return cells;
}

function cellOf(
  value: SheetCell,
  place: number,
  {
    column,
    context: { layout, formats, addresses, limits, remarks },
  }: { column: number; context: SheetContext },
): CellDraft | undefined {
  const format = formats[layout.styles.get(place) ?? 0];
  const text = shownText(value, format?.code ?? '');
  if (text === '') return undefined;
  const target = addresses.get(layout.links.get(place) ?? '');
  const href = target === undefined ? undefined : safeHref(target);
  if (target !== undefined && href === undefined) remarks.add('unsafe-links');
  if (href !== undefined) limits.link();
  const links = href === undefined ? [] : [{ text, href }];
  const cell = filledCell({ column, columns: 1 }, [{ text, bold: format?.bold === true, links }]);
  if (typeof value === 'object' && value.kind === 'date') cell.date = cellText(value);
  return cell;
}

function shownText(value: SheetCell, code: string): string {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number') return numberText(value, code);
  if (typeof value === 'object' && value.kind === 'date') return dateText(value, code);
  return cellText(value);
}

/** Numbers with 15 digits, as spreadsheets show at most; shares as percentages where they are shown so. */
function numberText(value: number, code: string): string {
  const plain = code.replace(/"[^"]*"|\\./g, '').split(';')[0] ?? '';
  if (!plain.includes('%')) return String(Number(value.toPrecision(15)));
  const decimals = /\.([0#?]+)/.exec(plain)?.[1]?.length ?? 0;
  return `${String(Number((value * 100).toFixed(Math.min(decimals, 15))))}%`;
}

/** Cells that are shown as one, while rows pass by. */
class Merges {
  readonly #context: SheetContext;
  #next = 0;
  #open: { readonly area: CellArea; readonly cell: CellDraft }[] = [];
  readonly #tall: { readonly area: CellArea; readonly cell: CellDraft }[] = [];

  constructor(context: SheetContext) {
    this.#context = context;
  }

  /** The cells of a row without those that others cover. */
  arrange(row: number, filled: readonly CellDraft[]): readonly CellDraft[] {
    const { layout, limits, remarks } = this.#context;
    this.#open = this.#open.filter(({ area }) => area.lastRow >= row);
    const begun: CellArea[] = [];
    for (;;) {
      const area = layout.merged[this.#next];
      if (area === undefined || area.firstRow > row) break;
      this.#next++;
      if (area.firstRow === row) begun.push(area);
    }
    if (begun.length === 0 && this.#open.length === 0) return filled;
    const kept: CellDraft[] = [];
    const covered = new Map<number, CellDraft>(filled.map((cell) => [cell.column, cell]));
    const take = ({ firstColumn, lastColumn }: CellArea): CellDraft | undefined => {
      const first = covered.get(firstColumn);
      for (let column = firstColumn; column <= lastColumn; column++) covered.delete(column);
      return first;
    };
    for (const { area } of this.#open) {
      if (take(area) !== undefined) remarks.add('covered-text');
      limits.cell(area.firstColumn);
      kept.push(continuedCell({ column: area.firstColumn, columns: columnsOf(area) }));
    }
    for (const area of begun) {
      const place = { column: area.firstColumn, columns: columnsOf(area) };
      const cell = take(area) ?? filledCell(place, []);
      cell.columns = place.columns;
      cell.rows = area.lastRow - area.firstRow + 1;
      kept.push(cell);
      if (cell.rows === 1) continue;
      this.#open.push({ area, cell });
      this.#tall.push({ area, cell });
    }
    return [...kept, ...covered.values()].sort((one, other) => one.column - other.column);
  }

  /** No cell covers more rows than there are. */
  cutAfter(lastRow: number): void {
    for (const { area, cell } of this.#tall)
      cell.rows = Math.max(1, Math.min(area.lastRow, lastRow) - area.firstRow + 1);
  }
}

function columnsOf({ firstColumn, lastColumn }: CellArea): number {
  return lastColumn - firstColumn + 1;
}
