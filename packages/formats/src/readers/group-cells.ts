import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { PassingRow } from '../sheet.js';
import { cellText, columnName } from '../sheet.js';
import type { GroupingColumn } from './table-layout.js';

/** More different values than this are no groups: names, numbers, dates. */
const MOST_VALUES = 30;
const LONGEST_VALUE = 80;

/** Reads the columns that pupils are compared by. */
export class GroupCells {
  readonly #columns: readonly GroupingColumn[];
  readonly #seen: readonly Set<string>[];
  readonly #full: Set<GroupingColumn> = new Set();

  constructor(columns: readonly GroupingColumn[]) {
    this.#columns = columns;
    this.#seen = columns.map(() => new Set<string>());
  }

  /** Values in the order of the columns; empty = not given, or one too many. */
  read(row: PassingRow): readonly string[] {
    return this.#columns.map((of, index) => {
      const text = cellText(row.cell(of.column)).slice(0, LONGEST_VALUE);
      const value = of.name === 'sex' ? sexOf(text) : text;
      const seen = this.#seen[index];
      if (value === '' || seen === undefined || seen.has(value)) return value;
      if (seen.size >= MOST_VALUES) {
        this.#full.add(of);
        return '';
      }
      seen.add(value);
      return value;
    });
  }

  issues(place: Place, header: number): readonly Issue[] {
    return [...this.#full].map(({ column, header: text }) =>
      issue(
        'grouping-many-values',
        'warning',
        { ...place, row: header + 1, column: columnName(column) },
        { header: text, values: MOST_VALUES },
      ),
    );
  }
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['м', 'м'],
  ['муж', 'м'],
  ['мужской', 'м'],
  ['m', 'м'],
  ['male', 'м'],
  ['ж', 'ж'],
  ['жен', 'ж'],
  ['женский', 'ж'],
  ['f', 'ж'],
  ['female', 'ж'],
]);

/** One word for each sex however files write it; anything else is not given. */
function sexOf(text: string): string {
  return WORDS.get(text.toLowerCase().replace(/\.$/, '')) ?? '';
}
