import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';

/**
 * Issues of one sheet. A defect that fills a whole column is listed so often and then counted: a list of a million equal
 * sentences helps nobody and would not fit into the memory.
 */
export class IssueLog {
  readonly #place: Place;
  readonly #issues: Issue[] = [];
  readonly #listed = new Map<string, Counted>();

  constructor(place: Place) {
    this.#place = place;
  }

  add(of: Issue): void {
    const key = `${of.code}|${of.column ?? ''}`;
    const counted = this.#listed.get(key);
    if (counted === undefined) this.#listed.set(key, { of, times: 1, lastRow: of.row ?? 0 });
    else {
      counted.times++;
      counted.lastRow = of.row ?? 0;
      if (counted.times > MOST_LISTED) return;
    }
    this.#issues.push(of);
  }

  /** By row, as a person would look for them. */
  list(): readonly Issue[] {
    const more = [...this.#listed.values()]
      .filter(({ times }) => times > MOST_LISTED)
      .map(({ of, times, lastRow }): Issue => {
        const column = of.column === undefined ? {} : { column: of.column };
        const place = { ...this.#place, row: lastRow, ...column };
        return issue('more-of-the-same', of.severity, place, {
          more: times - MOST_LISTED,
          listed: MOST_LISTED,
        });
      });
    return [...this.#issues, ...more].sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  }
}

interface Counted {
  readonly of: Issue;
  times: number;
  lastRow: number;
}

const MOST_LISTED = 10_000;
