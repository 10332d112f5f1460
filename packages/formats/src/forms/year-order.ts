import type { LocalDate, SchoolYear } from '@orientir/core/calendar';
import { schoolYearOf } from '@orientir/core/calendar';
import type { RowPlace } from '../row-place.js';

/** Remembers the last year of each series of rows, such as the annual cards of one school. */
export class YearOrder {
  readonly #last = new Map<string, { readonly later: string; readonly laterRow: number }>();

  /** The later year that stands before this one in its series on the same sheet, and its row; absent when all is well. */
  later(
    of: string,
    year: string,
    { file, sheet, row }: RowPlace,
  ): { readonly later: string; readonly laterRow: number } | undefined {
    const series = JSON.stringify([file, sheet, of]);
    const last = this.#last.get(series);
    if (last !== undefined && last.later > year) return last;
    this.#last.set(series, { later: year, laterRow: row });
    return undefined;
  }
}

/** Whether a school year has not begun on a day; false where no day is given. */
export function isFutureYear(year: SchoolYear, today: LocalDate | undefined): boolean {
  return today !== undefined && year > schoolYearOf(today);
}
