import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';

/**
 * Issues of one sheet. Of one kind so many are listed, then those of each column are counted: a list of a million equal
 * sentences helps nobody and would not fit into the memory. The first of each column is always listed.
 */
export class IssueLog {
  readonly #place: Place;
  readonly #issues: Issue[] = [];
  readonly #listed = new Map<string, number>();
  readonly #byColumn = new Map<string, Counted>();

  constructor(place: Place) {
    this.#place = place;
  }

  add(of: Issue): void {
    const key = `${of.code}|${of.column ?? ''}`;
    const counted = this.#byColumn.get(key);
    const listed = this.#listed.get(of.code) ?? 0;
    if (counted !== undefined && listed >= MOST_LISTED) {
      counted.more++;
      counted.lastRow = of.row ?? 0;
      return;
    }
    if (counted === undefined) this.#byColumn.set(key, { of, listed: 1, more: 0, lastRow: 0 });
    else counted.listed++;
    this.#listed.set(of.code, listed + 1);
    this.#issues.push(of);
  }

  /** By row, as a person would look for them. */
  list(): readonly Issue[] {
    const all = [...this.#issues];
    for (const { of, listed, more, lastRow } of this.#byColumn.values()) {
      if (more === 0) continue;
      const column = of.column === undefined ? {} : { column: of.column };
      all.push(
        issue('more-of-the-same', of.severity, { ...this.#place, row: lastRow, ...column }, { more, listed }),
      );
    }
    return all.sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  }
}

interface Counted {
  /** The first of the column. */
  readonly of: Issue;
  listed: number;
  more: number;
  /** Row of the last that is not listed. */
  lastRow: number;
}

const MOST_LISTED = 10_000;
