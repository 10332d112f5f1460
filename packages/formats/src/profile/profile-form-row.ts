import type { SchoolYear } from '@orientir/core/calendar';
import { parseSchoolYear } from '@orientir/core/calendar';
import { issue } from '@orientir/core/foundation';
import { dayOf, isBlank, isUnsureShare, isValueless, shareOf, wholeNumber } from '../forms/form-cells.js';
import type { FormColumn } from '../forms/form-columns.js';
import { RowCells } from '../forms/row-cells.js';
import type { SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import type { FormWords } from './profile-words.js';
import { meaningOf } from './profile-words.js';

/** One row of a form. Every cell that cannot be read is an issue with its place; then the row is refused. */
export class ProfileFormRow extends RowCells {
  /** Absent when the cell is empty. */
  text(column: FormColumn): string | undefined {
    const cell = this.cell(column);
    return isNothing(cell) ? undefined : cellText(cell);
  }

  /** An empty cell is told of. */
  needed(column: FormColumn): string | undefined {
    const text = this.text(column);
    if (text === undefined || text === '') {
      if (!isValueless(this.cell(column)))
        this.issues.push(issue('profile-empty', 'error', this.placeOf(column), { column: column.id }));
      return undefined;
    }
    return text;
  }

  /** Absent when the cell is empty, or its word is none of these and was told of. */
  word<Value>(column: FormColumn, words: FormWords<Value>): Value | undefined {
    const found = this.text(column);
    return found === undefined ? undefined : this.meaning(column, words, found);
  }

  meaning<Value>(column: FormColumn, words: FormWords<Value>, found: string): Value | undefined {
    const value = meaningOf(words, found);
    if (value === undefined) {
      const parameters = { column: column.id, found, allowed: words.allowed };
      this.issues.push(issue('profile-word-unknown', 'error', this.placeOf(column), parameters));
    }
    return value;
  }

  count(column: FormColumn): number | undefined {
    return this.#read(column, 'profile-count-invalid', wholeNumber);
  }

  share(column: FormColumn): number | undefined {
    return this.#read(column, 'profile-share-invalid', shareOf);
  }

  /** Tells of shares among these that may be meant in percent. */
  tellUnsure(columns: readonly FormColumn[]): void {
    const beside = columns.map((column) => this.cell(column));
    for (const column of columns) {
      const cell = this.cell(column);
      const share = shareOf(cell);
      if (share === undefined || !isUnsureShare(cell, beside)) continue;
      const parameters = { column: column.id, found: cellText(cell), share };
      this.issues.push(issue('share-unsure', 'warning', this.placeOf(column), parameters));
    }
  }

  schoolYear(column: FormColumn): SchoolYear | undefined {
    return this.#read(column, 'profile-year-invalid', (cell) => parseSchoolYear(cellText(cell)));
  }

  date(column: FormColumn): string | undefined {
    return this.#read(column, 'profile-date-invalid', dayOf);
  }

  /** A part that is larger than its whole is told of; `parts`: ids of the columns, where it is a sum that begins at `column`. */
  checkPart(
    column: FormColumn,
    part: number | undefined,
    of: string,
    whole: number | undefined,
    parts: readonly FormColumn[] = [column],
  ): void {
    if (part === undefined || whole === undefined || part <= whole) return;
    const parameters = { column: parts.map(({ id }) => id).join(' + '), part, of, whole };
    this.issues.push(issue('profile-part-above', 'error', this.placeOf(column), parameters));
  }

  #read<Value>(
    column: FormColumn,
    code: 'profile-count-invalid' | 'profile-share-invalid' | 'profile-year-invalid' | 'profile-date-invalid',
    read: (cell: SheetCell) => Value | undefined,
  ): Value | undefined {
    const cell = this.cell(column);
    if (isNothing(cell)) return undefined;
    const value = read(cell);
    if (value === undefined) {
      const parameters = { column: column.id, found: cellText(cell) };
      this.issues.push(issue(code, 'error', this.placeOf(column), parameters));
    }
    return value;
  }
}

/** What holds no value of its own is told of by {@link RowCells.checkCells}. */
function isNothing(cell: SheetCell): boolean {
  return isBlank(cell) || isValueless(cell);
}
