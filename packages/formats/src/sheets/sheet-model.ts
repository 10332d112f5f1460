import type { Language } from '@orientir/core/foundation';

/** One page about a school, a subject or a pupil: plain texts, ready to be written. */
export interface SheetModel {
  readonly language: Language;
  /** For the name of a file: without characters that file systems refuse. */
  readonly name: string;
  /** Above everything else: who may see the sheet. */
  readonly warning?: string;
  readonly title: string;
  /** Who, what, when, how many. */
  readonly facts: string;
  /** What went well, what needs help, what is uncertain. */
  readonly sentences: readonly string[];
  readonly table?: SheetTable;
  /** After the table, in their order; never cut to fit the page. */
  readonly moreTables?: readonly SheetTable[];
  readonly discuss: SheetList;
  readonly more?: readonly SheetList[];
  readonly next: SheetList;
  /** What the figures can and cannot say, and what the rules rest on. */
  readonly notes: readonly string[];
  /** On the foot of the page. */
  readonly foot: string;
}

export interface SheetList {
  readonly heading: string;
  /** What the list is for, between its heading and its items. */
  readonly about?: readonly string[];
  readonly items: readonly string[];
}

export interface SheetTable {
  readonly heading: string;
  readonly columns: readonly SheetColumn[];
  /** Index of the column that names the rows; without it the section of a school's or a subject's sheet. */
  readonly rowHeader?: number | 'none';
  readonly rows: readonly (readonly string[])[];
  /** What was left out, and what a dash means. */
  readonly notes: readonly string[];
  /** Beside the table, where the sheet is a page; under it in a document. */
  readonly picture?: SheetPicture;
}

/** A drawing that says nothing beyond its table. */
interface SheetPicture {
  /** Finished markup without text from anybody, hidden from readers. */
  readonly svg: string;
  /** The same for a document, where Word draws it. */
  readonly radar: RadarShares;
  /** What its lines mean. */
  readonly legend: string;
}

/** Two series over the same axes; absent = not known. */
export interface RadarShares {
  readonly axes: readonly string[];
  readonly school: readonly (number | undefined)[];
  readonly others: readonly (number | undefined)[];
  /** Share at the rim of the chart: a quarter, a half, three quarters or all, so that small shares can be seen. */
  readonly rim: number;
}

interface SheetColumn {
  readonly header: string;
  readonly isNumber: boolean;
  /** Beside the widths of the other columns; all have one or none has. */
  readonly width?: number;
}
