/**
 * Cells that hold the points of an item, row by row.
 *
 * @module
 */
import type { Assessment } from '@orientir/core/assessment';
import { MAX_HALF_POINTS, NOT_ADMINISTERED, NOT_ATTEMPTED, pointStepOf } from '@orientir/core/assessment';
import { issue } from '@orientir/core/foundation';
import type { PassingRow, SheetCell } from '../sheet.js';
import { cellText, NO_CELL } from '../sheet.js';
import type { IssueLog } from './issue-log.js';
import type { PointCell } from './point-cell.js';
import { readPointCell } from './point-cell.js';
import type { RowsContext } from './read-rows.js';
import { placeInRow } from './role-cells.js';
import type { ItemColumn } from './table-layout.js';

/** Reads the codes of a row in two steps: first those that need no second look, then the others, if the row is a pupil. */
export class ItemCells {
  /** Half points or state codes of the row in hand, in the order of the items of the work. */
  readonly codes: Uint8Array;
  /** The first `stateCount` are the items of the row that stand in the sheet and have no points. */
  readonly states: Uint16Array;
  stateCount = 0;
  /** Whether a code is above the highest that its item allows. */
  isAbove = false;
  /** Half points of all items that have such. */
  #points = 0;
  /** Whether an item that stands in the sheet was not administered, or not taught. */
  #isLacking = false;
  readonly #assessment: Assessment;
  readonly #context: Pick<RowsContext, 'columns' | 'place'>;
  readonly #log: IssueLog;
  /** Items that stand in the sheet, and the column of each; cells with an option that was chosen are not among them. */
  readonly #items: Uint16Array;
  readonly #columns: Uint16Array;
  readonly #choiceColumns: readonly number[];
  /** By item: the highest code that it allows. */
  readonly #highest: Uint8Array;
  readonly #step: 1 | 0.5;
  /** The first `#unclearCount` are items that need a second look. */
  readonly #unclear: Uint16Array;
  #unclearCount = 0;
  readonly #pointCells = new Map<string, PointCell>();

  /**
   * @param highest - by item: the highest code that it allows.
   * @param holdsChoice - whether the cell of an item holds an option that was chosen: then it is not read here.
   */
  constructor(
    { assessment, columns, place }: Pick<RowsContext, 'assessment' | 'columns' | 'place'>,
    highest: Uint8Array,
    log: IssueLog,
    holdsChoice: (item: number) => boolean,
  ) {
    this.codes = new Uint8Array(columns.length).fill(NOT_ADMINISTERED);
    this.#assessment = assessment;
    this.#context = { columns, place };
    this.#log = log;
    this.states = new Uint16Array(columns.length);
    this.#unclear = new Uint16Array(columns.length);
    const inSheet = columns.flatMap((of, item) => (of === undefined ? [] : { item, column: of.column }));
    const items = inSheet.filter(({ item }) => !holdsChoice(item));
    this.#items = Uint16Array.from(items, ({ item }) => item);
    this.#columns = Uint16Array.from(items, ({ column }) => column);
    this.#choiceColumns = inSheet.filter(({ item }) => holdsChoice(item)).map(({ column }) => column);
    this.#highest = highest;
    this.#step = pointStepOf(assessment);
  }

  /** Half points of all items that stand in the sheet; absent where the row lacks one. */
  get halfPoints(): number | undefined {
    return this.#isLacking ? undefined : this.#points;
  }

  /** Fills the codes that need no second look and lists the others. How many results the row holds. */
  readPlain(row: PassingRow): number {
    const items = this.#items;
    const columns = this.#columns;
    const highest = this.#highest;
    const codes = this.codes;
    if (this.#choiceColumns.length > 0) codes.fill(NOT_ADMINISTERED);
    let answered = 0;
    let points = 0;
    this.isAbove = false;
    this.#isLacking = false;
    this.stateCount = 0;
    this.#unclearCount = 0;
    for (let i = 0; i < items.length; i++) {
      const item = items[i] ?? 0;
      const column = columns[i] ?? 0;
      const count = row.count(column);
      const code = count * 2;
      if (count >= 0 && code <= MAX_HALF_POINTS) {
        codes[item] = code;
        points += code;
        answered++;
        if (code > (highest[item] ?? 0)) this.isAbove = true;
        continue;
      }
      codes[item] = NOT_ADMINISTERED;
      if (count === NO_CELL) this.#addState(item, NOT_ADMINISTERED);
      else {
        this.#unclear[this.#unclearCount++] = item;
        if (holdsResult(row.cell(column))) answered++;
      }
    }
    this.#points = points;
    for (const column of this.#choiceColumns) if (holdsResult(row.cell(column))) answered++;
    return answered;
  }

  /** Reads the other codes. False when one of them is no result. */
  readUnclear(row: PassingRow): boolean {
    let clear = true;
    for (let i = 0; i < this.#unclearCount; i++) {
      const item = this.#unclear[i] ?? 0;
      const column = this.#context.columns[item];
      if (column === undefined) continue;
      const code = this.#code(row.cell(column.column), item, column, row.row);
      if (code === undefined) {
        clear = false;
        continue;
      }
      this.codes[item] = code;
      if (code > MAX_HALF_POINTS) this.#addState(item, code);
      else {
        this.#points += code;
        if (code > (this.#highest[item] ?? 0)) this.isAbove = true;
      }
    }
    return clear;
  }

  #addState(item: number, code: number): void {
    this.states[this.stateCount++] = item;
    if (code !== NOT_ATTEMPTED) this.#isLacking = true;
  }

  #code(cell: SheetCell, index: number, { column }: ItemColumn, row: number): number | undefined {
    const { id: item = '', maxPoints = MAX_HALF_POINTS / 2 } = this.#assessment.items[index] ?? {};
    const read = this.#pointCell(cell);
    if (read.kind === 'state') return read.code;
    const whole = read.kind === 'points' && Number.isInteger(read.points / this.#step);
    if (whole && read.points * 2 <= MAX_HALF_POINTS) return read.points * 2;
    const at = placeInRow(this.#context.place, row, column);
    if (whole) {
      this.#log.add(issue('points-above-max', 'error', at, { item, found: read.points, max: maxPoints }));
    } else if (read.kind === 'points') {
      const found = String(read.points).replace('.', ',');
      this.#log.add(issue('points-not-whole', 'error', at, { item, found }));
    } else if (read.why === 'cell-error') {
      this.#log.add(issue('cell-error', 'error', at, { found: read.found }));
    } else if (read.why === 'negative') {
      this.#log.add(issue('points-negative', 'error', at, { item, found: read.found }));
    } else if (typeof cell === 'object' && cell.kind === 'formula') {
      this.#log.add(issue('formula-without-value', 'error', at, {}));
    } else {
      this.#log.add(issue('points-not-a-number', 'error', at, { item, found: read.found }));
    }
    return undefined;
  }

  /** `X`, `N` and their like come again and again. */
  #pointCell(cell: SheetCell): PointCell {
    if (typeof cell !== 'string') return readPointCell(cell);
    const there = this.#pointCells.get(cell);
    if (there !== undefined) return there;
    const read = readPointCell(cell);
    if (this.#pointCells.size < MOST_KEPT) this.#pointCells.set(cell, read);
    return read;
  }
}

const MOST_KEPT = 1000;

function holdsResult(cell: SheetCell): boolean {
  return cellText(cell) !== '' || (typeof cell === 'object' && cell.kind === 'formula');
}
