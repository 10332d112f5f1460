/** The same keys with other values. */
export function mapValues<Key, From, To>(
  of: ReadonlyMap<Key, From>,
  newValue: (value: From) => To,
): Map<Key, To> {
  return new Map(Array.from(of, ([key, value]) => [key, newValue(value)]));
}
