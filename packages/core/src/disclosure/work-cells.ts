import { MEASURES } from './descriptions.js';
import type { IntegerRange } from './integer-range.js';

/** A unit of one work; `parent` is a place in the same list, −1 = none is known. */
export interface WorkUnit {
  readonly level: string;
  readonly unit: string;
  readonly parent: number;
  readonly children: readonly number[];
}

/** A measure for one item (or for the work): counted in every unit, it is one column of cells. */
export interface CellColumn {
  readonly measure: string;
  /** Place among the items; −1 = the whole work. */
  readonly item: number;
}

/** The total of some cells as it was published; some of them may be hidden. */
export interface PublishedSum {
  /** Where it was published: the same number for the same row. */
  readonly row: number;
  readonly cells: readonly number[];
  readonly total: number;
}

/**
 * Everything that could be counted in the units of one work, each as the range of whole numbers that is left. A cell
 * is a unit and a column; ranges only become narrower.
 */
export class WorkCells {
  readonly columns: readonly CellColumn[];
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** 1 = somebody published a figure about the cell. */
  readonly shown: Uint8Array;
  /** Points of a full answer of each item, as far as published. */
  readonly maxima: (number | undefined)[];
  sums: PublishedSum[] = [];
  /** False once a half point is seen: then a one-point item may have partial answers. */
  wholePoints = true;
  readonly #first = new Map<string, number>();

  constructor(
    readonly assessment: string,
    readonly units: readonly WorkUnit[],
    readonly items: readonly string[],
  ) {
    const columns: CellColumn[] = [];
    for (const [measure, { by }] of Object.entries(MEASURES)) {
      this.#first.set(measure, columns.length);
      if (by === 'work') columns.push({ measure, item: -1 });
      else
        items.forEach((_, item) => {
          columns.push({ measure, item });
        });
    }
    this.columns = columns;
    this.low = new Float64Array(columns.length * units.length);
    this.high = new Float64Array(columns.length * units.length).fill(Number.POSITIVE_INFINITY);
    this.shown = new Uint8Array(columns.length * units.length);
    this.maxima = items.map(() => undefined);
  }

  /** Place of a column; −1 when there is none such. An item is ignored where the measure is of the work. */
  column(measure: string, item: number): number {
    const first = this.#first.get(measure) ?? -1;
    if (first < 0 || MEASURES[measure]?.by === 'work') return first;
    return item < 0 ? -1 : first + item;
  }

  cell(unit: number, column: number): number {
    return unit * this.columns.length + column;
  }

  unitOf(cell: number): number {
    return Math.floor(cell / this.columns.length);
  }

  columnOf(cell: number): number {
    return cell % this.columns.length;
  }

  isKnown(cell: number): boolean {
    return this.low[cell] === this.high[cell];
  }

  range(cell: number): IntegerRange {
    return { low: this.low[cell] ?? 0, high: this.high[cell] ?? Number.POSITIVE_INFINITY };
  }

  /** Narrows a cell; false, and nothing done, when no number would be left. */
  narrow(cell: number, low: number, high: number): boolean {
    const from = Math.max(low, this.low[cell] ?? 0);
    const to = Math.min(high, this.high[cell] ?? Number.POSITIVE_INFINITY);
    if (from > to) return false;
    this.low[cell] = from;
    this.high[cell] = to;
    return true;
  }

  /** Narrows a cell by what was published about it. */
  publish(cell: number, { low, high }: IntegerRange): void {
    if (this.narrow(cell, low, high)) this.shown[cell] = 1;
  }

  /** As if nothing had been published about a unit. */
  forget(unit: number): void {
    const [from, to] = [this.cell(unit, 0), this.cell(unit + 1, 0)];
    this.low.fill(0, from, to);
    this.high.fill(Number.POSITIVE_INFINITY, from, to);
    this.shown.fill(0, from, to);
  }

  /** The same ranges, to be narrowed further. */
  copy(): WorkCells {
    const copy = new WorkCells(this.assessment, this.units, this.items);
    copy.low.set(this.low);
    copy.high.set(this.high);
    copy.shown.set(this.shown);
    copy.maxima.splice(0, copy.maxima.length, ...this.maxima);
    copy.sums = this.sums;
    copy.wholePoints = this.wholePoints;
    return copy;
  }

  /** For people: what the cell counts, and where. */
  name(cell: number): string {
    const of = this.columns[this.columnOf(cell)];
    const unit = this.units[this.unitOf(cell)];
    const item = of === undefined || of.item < 0 ? '' : ` ${this.items[of.item] ?? ''}`;
    return `${of?.measure ?? ''}${item} ${unit?.level ?? ''} ${unit?.unit ?? ''}`;
  }
}
