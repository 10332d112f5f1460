/**
 * Limits of a document: far above what people write, far below what fills a memory.
 *
 * @module
 */
import { unreadable } from '../file-error.js';
import { DETAILS } from '../unreadable-detail.js';

const MAX_COLUMNS = 16_384;
/** A cell that claims to cover more was not made by hand. */
export const MAX_SPAN = 1000;
export const MAX_TABLE_DEPTH = 50;
const MAX_CELLS = 1_000_000;
const MAX_BLOCKS = 500_000;
const MAX_LINKS = 100_000;
const MAX_PLACES = 50_000_000;

/** Counts what a document holds while it is read. */
export class ContentLimits {
  #cells = 0;
  #blocks = 0;
  #links = 0;
  #places = 0;

  /** @throws {FileError} */
  cell(column: number): void {
    if (column >= MAX_COLUMNS) throw unreadable(DETAILS.column(column + 1));
    if (++this.#cells > MAX_CELLS) throw unreadable(DETAILS.cells(MAX_CELLS));
  }

  /** Places of a row that have to be looked at, blank ones included. @throws {FileError} */
  width(places: number): void {
    this.#places += places;
    if (this.#places > MAX_PLACES) throw unreadable(DETAILS.cells(MAX_PLACES));
  }

  /** @throws {FileError} */
  block(): void {
    if (++this.#blocks > MAX_BLOCKS) throw unreadable(DETAILS.paragraphs(MAX_BLOCKS));
  }

  /** @throws {FileError} */
  link(): void {
    if (++this.#links > MAX_LINKS) throw unreadable(DETAILS.links(MAX_LINKS));
  }
}
