import type { SchoolPassport } from '@orientir/core/context';
import type { Figure } from '@orientir/core/foundation';
import { issue, known, missing } from '@orientir/core/foundation';
import { isBlank, isValueless } from '../forms/form-cells.js';
import { cellText } from '../sheet.js';
import type { ContextShare } from './context-form-columns.js';
import { ALL_PUPILS, CONTEXT_SHARES, LOCATION, LOGIN } from './context-form-columns.js';
import type { SchoolsSeen } from './school-row.js';
import { SchoolRow } from './school-row.js';

/** What a school answered in the form for context data. */
export class ContextFormRow extends SchoolRow {
  readonly #counts = new Map<string, number | undefined>();

  /** Absent when the row is refused; then `issues` say why. */
  read(among: SchoolsSeen): SchoolPassport | undefined {
    const school = this.schoolIn(LOGIN, among);
    if (school === undefined) return undefined;
    this.checkCells([LOCATION]);
    const settlement = this.#settlement();
    const pupils = this.count(ALL_PUPILS);
    const indicators = new Map(CONTEXT_SHARES.map((of) => [of.id, this.#share(of)]));
    if (this.isRefused) return undefined;
    return {
      school,
      ...(settlement === undefined ? {} : { settlement }),
      ...(pupils === undefined ? {} : { pupils }),
      indicators,
    };
  }

  /** The answers begin with their number; another text stands as it is. */
  #settlement(): string | undefined {
    const cell = this.cell(LOCATION);
    if (isBlank(cell) || isValueless(cell)) return undefined;
    const text = cellText(cell);
    return SETTLEMENTS.get(/^([1-4])\./.exec(text)?.[1] ?? '') ?? text.toLowerCase();
  }

  #share({ part, whole }: ContextShare): Figure {
    const [some, all] = [this.#countOnce(part), this.#countOnce(whole)];
    if (some === undefined || all === undefined || all === 0) return missing('not-stated', all ?? 0);
    if (some <= all) return known(some / all, all);
    const parameters = { column: part.id, part: some, of: whole.id, whole: all };
    this.issues.push(issue('profile-part-above', 'error', this.placeOf(part), parameters));
    return missing('not-stated', all);
  }

  /** One whole has several parts, and what is wrong with it is told once. */
  #countOnce(column: ContextShare['part']): number | undefined {
    if (!this.#counts.has(column.id)) this.#counts.set(column.id, this.count(column));
    return this.#counts.get(column.id);
  }
}

/** In the words of social passports. */
const SETTLEMENTS: ReadonlyMap<string, string> = new Map([
  ['1', 'столица региона'],
  ['2', 'город'],
  ['3', 'посёлок'],
  ['4', 'село'],
]);
