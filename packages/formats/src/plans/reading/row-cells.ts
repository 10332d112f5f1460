/**
 * The cells of a row by the columns of the header.
 *
 * @module
 */
import type { DocumentCell, DocumentRow } from '../../document/index.js';
import type { TableHeader } from './table-header.js';
import { columnAt } from './table-header.js';

export interface RowCell {
  /** Index of the column in the header; -1 beside all of them. */
  readonly at: number;
  readonly cell: DocumentCell;
  /** What a person reads: automatic numbers of a list within the cell included. */
  readonly text: string;
  /** Whether the text stands in a cell above that covers this place too. */
  readonly above: boolean;
}

/** Takes rows of one table from above, and gives covered places the text of the cell that covers them. */
export class RowReader {
  readonly #header: TableHeader;
  #above = new Map<number, RowCell>();

  constructor(header: TableHeader) {
    this.#header = header;
  }

  /** Cells with text, their own or from above. */
  read({ cells }: DocumentRow): readonly RowCell[] {
    const found: RowCell[] = [];
    const covering = new Map<number, RowCell>();
    for (const cell of cells) {
      const at = columnAt(this.#header, cell.column);
      if (cell.continued) {
        const above = this.#above.get(cell.column);
        if (above === undefined) continue;
        covering.set(cell.column, above);
        if (above.text !== '') found.push({ ...above, cell, above: true });
        continue;
      }
      const own: RowCell = { at, cell, text: textOf(cell), above: false };
      if (cell.rows > 1) covering.set(cell.column, own);
      if (own.text !== '' || cell.number !== undefined) found.push(own);
    }
    this.#above = covering;
    return found;
  }
}

function textOf({ text, paragraphs }: DocumentCell): string {
  const numbered = paragraphs.filter(({ number }) => number !== undefined).length;
  if (numbered < 2) return text;
  return paragraphs
    .map((each) => (each.number === undefined ? each.text : `${each.number} ${each.text}`))
    .join('\n');
}
