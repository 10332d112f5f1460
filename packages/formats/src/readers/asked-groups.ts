/** Columns that pupils are to be compared by, and which of them a table has. @module */
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { groupingName } from './response-layout.js';
import type { GroupingColumn } from './table-layout.js';

export class AskedGroups {
  /** In lower case. */
  readonly headers: ReadonlySet<string>;
  readonly #found = new Set<string>();

  constructor(headers: readonly string[]) {
    this.headers = new Set(headers.map((header) => header.trim().toLowerCase()));
  }

  /** Columns of a table with pupils. */
  find(groupings: readonly GroupingColumn[]): void {
    for (const { name } of groupings) this.#found.add(name);
  }

  /** What no table has: told once, at the first one. */
  missing(first: Place | undefined): readonly Issue[] {
    if (first === undefined) return [];
    return [...this.headers]
      .filter((header) => !this.#found.has(groupingName(header)))
      .map((header) => issue('grouping-missing', 'warning', first, { header }));
  }
}
