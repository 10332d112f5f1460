import type { Earlier, Place } from '@orientir/core/foundation';

/** A row, where it stands. */
export type RowPlace = Place & { readonly row: number };

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

/** A row as it is spoken of in another one. */
export function earlier(first: RowPlace, here: Place): Earlier {
  const isSameFile = first.file === here.file;
  return {
    firstRow: first.row,
    firstSheet: isSameFile && first.sheet === here.sheet ? '' : (first.sheet ?? ''),
    firstFile: isSameFile ? '' : first.file,
  };
}
