import type { Earlier, Place } from '@orientir/core/foundation';

/** A row, where it stands. */
export type RowPlace = Place & { readonly row: number };

/** A row as it is spoken of in another one. */
export function earlier(first: RowPlace, here: Place): Earlier {
  const isSameFile = first.file === here.file;
  return {
    firstRow: first.row,
    firstSheet: isSameFile && first.sheet === here.sheet ? '' : (first.sheet ?? ''),
    firstFile: isSameFile ? '' : first.file,
  };
}
