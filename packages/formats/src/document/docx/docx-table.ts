import { attribute } from '../../xml/xml-scanner.js';
import type { CellDraft, ReadParagraph } from '../cell-draft.js';
import { continuedCell, filledCell, NO_ATTRIBUTES } from '../cell-draft.js';
import { cleanText } from '../clean-text.js';
import type { Content, ReadTable } from '../content.js';
import { paragraphsOfTable } from '../content.js';
import type { ContentLimits } from '../content-limits.js';
import { MAX_SPAN } from '../content-limits.js';
import type { DocumentRow } from '../document-content.js';
import { isOn } from '../on-off.js';
import type { RemarkLog } from '../remark-log.js';

/** Properties of a cell, which come before its content. */
interface CellFacts {
  span: number;
  merge: 'restart' | 'continue' | undefined;
  /** Joined with the cell before it, as old programs write. */
  joined: boolean;
  deleted: boolean;
}

interface OpenRow {
  header: boolean;
  deleted: boolean;
  column: number;
  readonly cells: CellDraft[];
  readonly bookmarks: string[];
}

/** A table of a .docx file while it is read. */
export class DocxTable implements ReadTable {
  caption: string | undefined;
  readonly attributes = NO_ATTRIBUTES;
  nested = 0;
  readonly rows: DocumentRow[] = [];
  row: OpenRow | undefined;
  cell: { readonly facts: CellFacts; readonly content: Content[] } | undefined;
  /** Content of the only cell, while there is one and it holds tables. */
  #only: readonly Content[] | undefined;
  #cells = 0;
  /** Cells that may go on in the next row, by their column. */
  #merges = new Map<number, CellDraft>();
  /** Cells of this row that begin a merge. */
  readonly #open = new Set<CellDraft>();
  readonly #limits: ContentLimits;
  readonly #remarks: RemarkLog;

  constructor(limits: ContentLimits, remarks: RemarkLog) {
    this.#limits = limits;
    this.#remarks = remarks;
  }

  /** Whether what is read now will be left out. */
  get dropping(): boolean {
    return this.row?.deleted === true || this.cell?.facts.deleted === true;
  }

  /** What a table around one cell frames, if it frames tables: it was drawn for its border. */
  get framed(): readonly Content[] | undefined {
    return this.#cells === 1 ? this.#only : undefined;
  }

  /** An element of `tblPr`. */
  readProperty(name: string, attributes: string): void {
    const caption = name === 'tblCaption' ? cleanText(attribute(attributes, 'val') ?? '') : '';
    if (caption !== '') this.caption = caption;
  }

  /** An element of `trPr`. */
  readRowProperty(name: string, attributes: string): void {
    const { row } = this;
    if (row === undefined) return;
    if (name === 'tblHeader') row.header = isOn(attributes);
    else if (name === 'gridBefore') row.column += this.#span(Number(attribute(attributes, 'val')), 0);
    else if (name === 'del') {
      row.deleted = true;
      this.#remarks.add('deletions');
    } else if (name === 'ins') this.#remarks.add('insertions');
  }

  /** An element of `tcPr`. */
  readCellProperty(name: string, attributes: string): void {
    const facts = this.cell?.facts;
    if (facts === undefined) return;
    const value = attribute(attributes, 'val');
    if (name === 'gridSpan') facts.span = Number(value);
    else if (name === 'vMerge') facts.merge = value === 'restart' ? 'restart' : 'continue';
    else if (name === 'hMerge') facts.joined = value !== 'restart';
    else if (name === 'cellMerge') {
      const merge = attribute(attributes, 'vMerge');
      facts.merge = merge === 'rest' ? 'restart' : merge === 'cont' ? 'continue' : facts.merge;
    } else if (name === 'cellDel') {
      facts.deleted = true;
      this.#remarks.add('deletions');
    } else if (name === 'cellIns') this.#remarks.add('insertions');
  }

  beginRow(): void {
    this.row = { header: false, deleted: false, column: 0, cells: [], bookmarks: [] };
  }

  endRow(): void {
    const row = this.row;
    this.row = undefined;
    if (row === undefined || row.deleted) return;
    const merges = new Map<number, CellDraft>();
    for (const cell of row.cells) {
      const above = this.#merges.get(cell.column);
      if (cell.continued && above !== undefined) merges.set(cell.column, above);
      else if (this.#open.has(cell)) merges.set(cell.column, cell);
    }
    this.#open.clear();
    this.#merges = merges;
    this.#limits.block();
    this.rows.push({
      row: this.rows.length + 1,
      header: row.header,
      attributes: NO_ATTRIBUTES,
      cells: row.cells,
      ...(row.bookmarks.length === 0 ? {} : { bookmarks: row.bookmarks }),
    });
  }

  /** A bookmark that begins in the row; Word makes many for itself, and a row needs few. */
  addBookmark(name: string): void {
    if (name !== '' && this.row !== undefined && this.row.bookmarks.length < MOST_BOOKMARKS)
      this.row.bookmarks.push(name);
  }

  beginCell(): void {
    this.cell = { facts: { span: 1, merge: undefined, joined: false, deleted: false }, content: [] };
  }

  endCell(): void {
    const { row, cell } = this;
    this.cell = undefined;
    if (row === undefined || cell === undefined || row.deleted || cell.facts.deleted) return;
    const columns = this.#span(cell.facts.span, 1);
    const last = row.cells.at(-1);
    const paragraphs = this.#paragraphs(cell.content);
    if (cell.facts.joined && last !== undefined) {
      last.columns += columns;
      row.column += columns;
      if (paragraphs.some(({ text }) => text !== '')) this.#remarks.add('covered-text');
      return;
    }
    this.#limits.cell(row.column);
    this.#cells++;
    const above = cell.facts.merge === 'continue' ? this.#merges.get(row.column) : undefined;
    const place = { column: row.column, columns };
    row.column += columns;
    if (above !== undefined) {
      above.rows++;
      row.cells.push(continuedCell(place));
      if (paragraphs.some(({ text }) => text !== '')) this.#remarks.add('covered-text');
      return;
    }
    const filled = filledCell(place, paragraphs);
    row.cells.push(filled);
    if (cell.facts.merge !== undefined) this.#open.add(filled);
  }

  #span(given: number, least: number): number {
    if (given <= MAX_SPAN) return Math.max(least, Math.floor(given));
    this.#remarks.add('spans-cut');
    return Number.isNaN(given) ? least : MAX_SPAN;
  }

  /** Tables within the cell give their text by lines. */
  #paragraphs(content: readonly Content[]): readonly ReadParagraph[] {
    return content.flatMap((each) => {
      if (each.kind === 'paragraph') return [each.paragraph];
      this.#only = content;
      this.nested += 1 + each.table.nested;
      return paragraphsOfTable(each.table);
    });
  }
}

const MOST_BOOKMARKS = 20;
