import type { Assessment, ResponseBlock, Unit } from '@orientir/core/assessment';
import { NOT_ADMINISTERED } from '@orientir/core/assessment';
import type { PupilRow } from './read-rows.js';

/** Rows of a block at most: enough to be fast, few enough to keep memory small. */
const BLOCK_ROWS = 65_536;

/** Puts pupils into columns. */
export function* responseBlocks(
  assessment: Assessment,
  pupils: readonly PupilRow[],
): Iterable<ResponseBlock> {
  for (let from = 0; from < pupils.length; from += BLOCK_ROWS) {
    yield block(assessment, pupils.slice(from, from + BLOCK_ROWS));
  }
}

function block(assessment: Assessment, rows: readonly PupilRow[]): ResponseBlock {
  const units = new Dictionary<Unit>((unit) =>
    JSON.stringify([unit.region, unit.municipality, unit.school, unit.class]),
  );
  const variants = new Dictionary<string>((variant) => variant);
  const teachers = new Dictionary<string>((teacher) => teacher);
  return {
    assessment,
    rows: rows.length,
    unit: Uint32Array.from(rows, (row) => units.indexOf(row.unit)),
    units: units.values,
    variant: Uint16Array.from(rows, (row) => variants.indexOf(row.variant)),
    variants: variants.values,
    teacher: Uint32Array.from(rows, (row) => (row.teacher === '' ? 0 : teachers.indexOf(row.teacher) + 1)),
    teachers: teachers.values,
    points: assessment.items.map((_, item) =>
      Uint8Array.from(rows, (row) => row.codes[item] ?? NOT_ADMINISTERED),
    ),
    mark: Uint8Array.from(rows, (row) => row.mark),
    journalMark: Uint8Array.from(rows, (row) => row.journalMark),
    absent: Uint8Array.from(rows, (row) => (row.absent ? 1 : 0)),
  };
}

class Dictionary<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<string, number>();
  readonly #keyOf: (value: Value) => string;

  constructor(keyOf: (value: Value) => string) {
    this.#keyOf = keyOf;
  }

  indexOf(value: Value): number {
    const key = this.#keyOf(value);
    const there = this.#places.get(key);
    if (there !== undefined) return there;
    this.#places.set(key, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}
