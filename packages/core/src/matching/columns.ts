/** An entry of a column of whole numbers; 0 beyond its end. One function for each kind of column keeps them fast. */
export function at(column: Int32Array, index: number): number {
  return column[index] ?? 0;
}

/** An entry of a column of values; 0 beyond its end. */
export function valueAt(column: Float64Array, index: number): number {
  return column[index] ?? 0;
}
