import type { Earlier } from '@orientir/core/foundation';
import type { RowPlace } from '../row-place.js';
import { earlier } from '../row-place.js';

/** Where rows stood first, by what makes them one. */
export class SeenRows {
  readonly #first = new Map<string, RowPlace>();

  /** Where such a row stood before; absent = nowhere. */
  before(key: string, here: RowPlace): Earlier | undefined {
    const first = this.#first.get(key);
    return first === undefined ? undefined : earlier(first, here);
  }

  /** The first of them stays. */
  add(key: string, place: RowPlace): void {
    if (!this.#first.has(key)) this.#first.set(key, place);
  }
}
