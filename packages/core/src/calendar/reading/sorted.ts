import type { OneOrMore } from '../recurrence.js';

/** Different numbers in ascending order; `undefined` when there is none. */
export function sorted<T extends number>(values: readonly T[]): OneOrMore<T> | undefined {
  const [first, ...rest] = [...new Set(values)].sort((one, other) => one - other);
  return first === undefined ? undefined : [first, ...rest];
}
