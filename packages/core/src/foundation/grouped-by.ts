/** At least one value. */
export type NotEmpty<Value> = [Value, ...Value[]];

/** Values by key, in their order; those without a key are left out. */
export function groupedBy<Key, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key | undefined,
): Map<Key, NotEmpty<Value>> {
  const groups = new Map<Key, NotEmpty<Value>>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) continue;
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [value]);
    else there.push(value);
  }
  return groups;
}
