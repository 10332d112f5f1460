import { issue } from '@orientir/core/foundation';
import { isBlank, wholeNumber } from '../forms/form-cells.js';
import type { FormColumn } from '../forms/form-columns.js';
import { RowCells } from '../forms/row-cells.js';
import type { RowPlace } from '../row-place.js';
import { earlier } from '../row-place.js';
import type { UnknownSchool } from '../schools/school-registry.js';
import { unknownSchool } from '../schools/unknown-school.js';
import { cellText } from '../sheet.js';

/** Where a school stood before, and how many pupils it has there. */
export interface SeenRow {
  readonly place: RowPlace;
  readonly pupils?: number;
}

export interface SchoolsSeen {
  /** The school behind a login; absent = nobody knows it, and the row is refused. */
  readonly schoolOf: (login: string) => string | undefined;
  /** What may be meant by a login that nobody knows. */
  readonly whyUnknown?: WhyUnknown;
  readonly seen: ReadonlyMap<string, SeenRow>;
}

/** What a list of schools says of a login that it does not know; absent = nothing. */
export type WhyUnknown = (login: string) => UnknownSchool | undefined;

/** A school that a row names; an unknown one as it was written. */
export interface NamedSchool {
  readonly school: string;
  readonly isKnown: boolean;
}

/** A row about a school. */
export class SchoolRow extends RowCells {
  #named: NamedSchool | undefined;

  /** The school that the row names, also when it is refused; absent before it was looked for, and where the cell is empty. */
  get named(): NamedSchool | undefined {
    return this.#named;
  }

  /** Absent where there is none, nobody knows it, or it stands among those seen; then the row is refused. */
  schoolIn(column: FormColumn, { schoolOf, whyUnknown, seen }: SchoolsSeen): string | undefined {
    const login = cellText(this.cell(column));
    const place = this.placeOf(column);
    if (login === '') {
      this.issues.push(issue('school-missing', 'error', place, {}));
      return undefined;
    }
    const school = schoolOf(login);
    this.#named = { school: school ?? login, isKnown: school !== undefined };
    if (school === undefined) {
      this.issues.push(unknownSchool('passport-school-unknown', place, login, whyUnknown?.(login)));
      return undefined;
    }
    const first = seen.get(school);
    if (first === undefined) return school;
    const parameters = { school: login, ...earlier(first.place, place) };
    this.issues.push(issue('passport-duplicate', 'error', place, parameters));
    return undefined;
  }

  /** A whole number; absent where the cell is empty, or has none and was told of. */
  count(column: FormColumn): number | undefined {
    const cell = this.cell(column);
    if (isBlank(cell)) return undefined;
    const value = wholeNumber(cell);
    if (value !== undefined) return value;
    const parameters = { column: column.id, found: cellText(cell) };
    this.issues.push(issue('passport-count-invalid', 'error', this.placeOf(column), parameters));
    return undefined;
  }
}
