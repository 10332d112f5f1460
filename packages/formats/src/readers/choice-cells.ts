/**
 * Cells that hold the option a pupil chose, for items with a key.
 *
 * @module
 */
import type { Assessment } from '@orientir/core/assessment';
import {
  choiceColumn,
  NO_CHOICE,
  NOT_ADMINISTERED,
  NOT_ATTEMPTED,
  optionText,
} from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { PassingRow } from '../sheet.js';
import { cellText } from '../sheet.js';
import { readPointCell, shown } from './point-cell.js';
import { placeInRow } from './role-cells.js';
import type { ItemColumn } from './table-layout.js';

/** Reads the cells of the items that have a key and stand in the sheet. */
export class ChoiceCells {
  readonly #items: readonly KeyedColumn[];
  readonly #places: ReadonlySet<number>;

  constructor({ items }: Assessment, columns: readonly (ItemColumn | undefined)[]) {
    this.#items = items.flatMap(({ id, key, options, maxPoints = 1 }, place) => {
      const column = columns[place]?.column;
      return key === undefined || options === undefined || column === undefined
        ? []
        : [{ id, place, column, key, options, known: new Set(options), points: maxPoints }];
    });
    this.#places = new Set(this.#items.map(({ place }) => place));
  }

  /** Columns that pupils are grouped by, one for each item. */
  get columns(): readonly string[] {
    return this.#items.map(({ id }) => choiceColumn(id));
  }

  has(item: number): boolean {
    return this.#places.has(item);
  }

  /**
   * Fills in the codes of these items and gives the options, in the order of {@link columns}; absent when a cell is no
   * option, which is reported. The key gives all points. An empty cell of a pupil who answered something is an item
   * left out; several options at once are a wrong answer.
   */
  read(
    row: PassingRow,
    codes: Uint8Array,
    place: Place,
    report: (of: Issue) => void,
  ): readonly string[] | undefined {
    let clear = true;
    const chosen = this.#items.map((item) => {
      const cell = row.cell(item.column);
      const text = optionText(cellText(cell).replace(/[.)]$/, ''));
      if (item.known.has(text)) {
        codes[item.place] = text === item.key ? item.points * 2 : 0;
        return text;
      }
      const state = readPointCell(cell);
      if (state.kind === 'state') {
        codes[item.place] = state.code === NOT_ADMINISTERED ? NOT_ATTEMPTED : state.code;
      } else if (isSeveral(text, item.known)) codes[item.place] = 0;
      else {
        clear = false;
        const at = placeInRow(place, row.row, item.column);
        const parameters = { item: item.id, found: shown(cellText(cell)), options: item.options.join(', ') };
        report(issue('choice-unknown', 'error', at, parameters));
      }
      return NO_CHOICE;
    });
    return clear ? chosen : undefined;
  }
}

interface KeyedColumn {
  readonly id: string;
  /** Of the item in the work. */
  readonly place: number;
  readonly column: number;
  readonly key: string;
  readonly options: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly points: number;
}

/** `АВ`, `1, 3`: two options or more, and nothing else. */
function isSeveral(text: string, known: ReadonlySet<string>): boolean {
  const parts = text.split(/[\s,;/+]+/);
  const letters = [...text];
  return [parts, letters].some((of) => of.length > 1 && of.every((part) => known.has(part)));
}
