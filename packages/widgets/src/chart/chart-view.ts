/**
 * A chart with all its words, before anybody draws it: the element and the static page show the same.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { Mark, PlacedChart } from '../geometry/marks.js';

/** What a view depends on beside the data. */
export interface ViewContext {
  readonly language: Language;
  /** Width in CSS pixels. */
  readonly width: number;
  /** Size of text in CSS pixels. */
  readonly fontSize: number;
  /** Rows shown at most. */
  readonly rows: number;
  /** Where the reader stands. */
  readonly current?: string;
}

export interface ChartView {
  /** The question that the chart answers. */
  readonly title: string;
  readonly subtitle: string;
  readonly legend: readonly LegendEntry[];
  /** Names of numbered columns, where these do not fit into the drawing. */
  readonly numbered?: readonly string[];
  /** What numbers in the drawing refer to. */
  readonly footnotes?: readonly string[];
  readonly choice?: Choice;
  readonly chart: PlacedChart;
  /** Ids that arrow keys lead to, row by row. */
  readonly stops: readonly string[];
  /** How many stops stand side by side. @defaultValue 1 */
  readonly across?: number;
  /** What is said at a stop. */
  sentence(stop: string): string;
  /** How to walk, in words. */
  readonly keys: string;
  readonly note: string;
  readonly table: DataTable;
  /** Button that shows more rows, while some are left. */
  readonly more?: string;
  /** The same where only the table has rows. */
  readonly moreRows?: string;
}

/** A shape inside a box of 24 × 20 and what it means. */
interface LegendEntry {
  readonly marks: readonly Mark[];
  readonly text: string;
}

interface Choice {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

/** The chart as a table. The first cell of a row is its header. */
export interface DataTable {
  readonly caption: string;
  readonly name: string;
  readonly columns: readonly { readonly text: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A column of words. */
export const words = (text: string) => ({ text, isNumber: false });
/** A column of numbers. */
export const numbers = (text: string) => ({ text, isNumber: true });
