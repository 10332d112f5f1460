import type { CellDraft, ReadParagraph } from '../cell-draft.js';
import { continuedCell, filledCell, NO_ATTRIBUTES } from '../cell-draft.js';
import type { Content, ReadTable } from '../content.js';
import { paragraphsOfTable } from '../content.js';
import type { ContentLimits } from '../content-limits.js';
import { MAX_SPAN } from '../content-limits.js';
import type { DocumentRow } from '../document-content.js';
import type { RemarkLog } from '../remark-log.js';

/** A cell with what stands in it. */
export interface HtmlCell {
  readonly header: boolean;
  readonly columns: number;
  /** 0 to the end of its group of rows. */
  readonly rows: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: readonly Content[];
}

export interface HtmlRow {
  readonly cells: readonly HtmlCell[];
  readonly attributes: ReadonlyMap<string, string>;
}

/** Rows of a `thead`, `tbody` or `tfoot`: no cell goes on beyond them. */
export interface HtmlRowGroup {
  readonly header: boolean;
  readonly rows: readonly HtmlRow[];
}

export interface TableFacts {
  readonly caption: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  readonly limits: ContentLimits;
  readonly remarks: RemarkLog;
}

/** Lays the cells out on a grid, as the HTML standard does (4.9.12). @throws {FileError} */
export function layTable(
  groups: readonly HtmlRowGroup[],
  { caption, attributes, limits, remarks }: TableFacts,
): ReadTable {
  const rows: DocumentRow[] = [];
  let nested = 0;
  const paragraphs = (content: readonly Content[]): readonly ReadParagraph[] =>
    content.flatMap((each) => {
      if (each.kind === 'paragraph') return [each.paragraph];
      nested += 1 + each.table.nested;
      return paragraphsOfTable(each.table);
    });
  for (const group of groups) {
    let open: readonly OpenCell[] = [];
    for (const [r, row] of group.rows.entries()) {
      limits.block();
      const cells: CellDraft[] = [];
      const above = new Columns(open, cells, limits);
      const begun: OpenCell[] = [];
      for (const cell of row.cells) {
        const column = above.nextFree();
        const columns = Math.min(spanOf(cell.columns, remarks), above.freeFrom(column));
        limits.cell(column);
        const filled = filledCell({ column, columns, attributes: cell.attributes }, paragraphs(cell.content));
        cells.push(filled);
        above.moveTo(column + columns);
        const left = group.rows.length - r;
        const down = cell.rows === 0 ? left : Math.min(cell.rows, left);
        if (cell.rows > 65_534) remarks.add('spans-cut');
        if (down > 1) begun.push({ cell: filled, left: down });
      }
      above.finish();
      rows.push({
        row: rows.length + 1,
        header: group.header || (row.cells.length > 0 && row.cells.every(({ header }) => header)),
        attributes: row.attributes,
        cells,
      });
      open = [...open, ...begun]
        .map(({ cell, left }) => ({ cell, left: left - 1 }))
        .filter(({ left }) => left > 0)
        .sort((one, other) => one.cell.column - other.cell.column);
    }
  }
  return { caption, attributes, rows, nested };
}

interface OpenCell {
  readonly cell: CellDraft;
  /** Rows that it still covers, this one included. */
  readonly left: number;
}

/** The columns of one row from left to right, around those that cells of rows above cover. */
class Columns {
  readonly #open: readonly OpenCell[];
  readonly #cells: CellDraft[];
  readonly #limits: ContentLimits;
  #next = 0;
  #column = 0;

  constructor(open: readonly OpenCell[], cells: CellDraft[], limits: ContentLimits) {
    this.#open = open;
    this.#cells = cells;
    this.#limits = limits;
  }

  /** The first free column; places before it that are covered get their continued cells. */
  nextFree(): number {
    for (;;) {
      const above = this.#open[this.#next]?.cell;
      if (above === undefined || above.column > this.#column) return this.#column;
      this.#continue(above);
    }
  }

  /** Columns that are free from a free one on. */
  freeFrom(column: number): number {
    const above = this.#open[this.#next]?.cell;
    return above === undefined ? Number.POSITIVE_INFINITY : above.column - column;
  }

  moveTo(column: number): void {
    this.#column = column;
  }

  finish(): void {
    for (let above = this.#open[this.#next]; above !== undefined; above = this.#open[this.#next])
      this.#continue(above.cell);
  }

  #continue(above: CellDraft): void {
    this.#limits.cell(above.column);
    above.rows++;
    this.#cells.push(
      continuedCell({ column: above.column, columns: above.columns, attributes: NO_ATTRIBUTES }),
    );
    this.#next++;
    this.#column = Math.max(this.#column, above.column + above.columns);
  }
}

function spanOf(given: number, remarks: RemarkLog): number {
  if (given > MAX_SPAN) remarks.add('spans-cut');
  return Math.max(1, Math.min(MAX_SPAN, given));
}
