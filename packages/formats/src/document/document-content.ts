/**
 * A document with tables as people see it, whatever file it came from.
 *
 * @module
 */

export interface DocumentContent {
  readonly format: 'docx' | 'html' | 'xlsx' | 'csv';
  /** Paragraphs with text and tables, in reading order. */
  readonly blocks: readonly DocumentBlock[];
  /** What was left out or read in a certain way, each kind once. */
  readonly remarks: readonly DocumentRemark[];
}

export type DocumentBlock = Paragraph | DocumentTable;

/** A paragraph outside tables. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** Trimmed; line breaks within it as `\n`, no-break spaces as they are. */
  readonly text: string;
  /** Level of a heading, from 1. */
  readonly heading?: number;
  /** The automatic number as it is printed: `2.1.`, `•`. */
  readonly number?: string;
  /** Whether all of the text is bold. */
  readonly bold: boolean;
}

export interface DocumentTable {
  readonly kind: 'table';
  /** From 1, among the tables of the document. */
  readonly index: number;
  /** Name of the sheet. */
  readonly name?: string;
  readonly caption?: string;
  /** `data-*` of an html table, by their whole names. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly rows: readonly DocumentRow[];
}

export interface DocumentRow {
  /** As a person counts, from 1: within the table, or within the sheet. */
  readonly row: number;
  /** Whether the file says that this is a row of the header. */
  readonly header: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** Names of bookmarks that begin in the row of a .docx table. */
  readonly bookmarks?: readonly string[];
  /** By column; blank cells of sheets are left out. */
  readonly cells: readonly DocumentCell[];
}

export interface DocumentCell {
  /** Column of the grid, from 0. */
  readonly column: number;
  /** Columns of the grid that it covers. */
  readonly columns: number;
  /** Rows that it covers; 1 for a continued place. */
  readonly rows: number;
  /** A place that a cell of a row above covers: no text. */
  readonly continued: boolean;
  /** Its paragraphs joined by `\n`. */
  readonly text: string;
  /** The automatic number of its first paragraph. */
  readonly number?: string;
  /** Whether all of its text is bold. */
  readonly bold: boolean;
  /** Paragraphs that have text or a number. */
  readonly paragraphs: readonly CellParagraph[];
  readonly links: readonly DocumentLink[];
  readonly attributes: ReadonlyMap<string, string>;
  /** `YYYY-MM-DD` where a spreadsheet holds a date; `text` is what a person sees. */
  readonly date?: string;
}

export interface CellParagraph {
  readonly text: string;
  readonly number?: string;
}

/** A link that cannot run a script: http, https, mailto, tel or relative. */
export interface DocumentLink {
  readonly text: string;
  readonly href: string;
}

export interface DocumentRemark {
  readonly kind: RemarkKind;
  readonly count: number;
}

export type RemarkKind =
  /** Tracked changes, read as if all were accepted. */
  | 'insertions'
  | 'deletions'
  | 'moves'
  /** Not read. */
  | 'comments'
  | 'footnotes'
  | 'hidden-text'
  | 'hidden-sheets'
  | 'placeholders'
  | 'scripts'
  | 'unsafe-links'
  | 'menus'
  | 'form-fields'
  | 'embedded-documents'
  /** Text of a place that is covered by the cell above. */
  | 'covered-text'
  | 'formulas-without-value'
  /** Read, although a person may not see them. */
  | 'hidden-rows'
  | 'hidden-columns'
  /** Put elsewhere: lines of the cell around, blocks of the document. */
  | 'nested-tables'
  | 'layout-tables'
  | 'text-boxes'
  /** Cells that claim more rows or columns than there can be. */
  | 'spans-cut';
