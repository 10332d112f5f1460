/**
 * Pupils' results in columns. Readers fill blocks, the tally consumes them, nobody keeps them.
 *
 * A point value is stored as its number of half points (0 … {@link MAX_HALF_POINTS}); the states of an item
 * that are not points have codes of their own and never look like a zero.
 *
 * @module
 */
import type { Assessment } from './assessment.js';

/** Not administered («не было в варианте»): leaves the denominator. */
export const NOT_ADMINISTERED = 255;
/** Not taught yet («не пройдено»): leaves the denominator. */
export const NOT_TAUGHT = 254;
/** Not attempted («не приступил», X): counts as 0 points and is reported apart. */
export const NOT_ATTEMPTED = 253;
/** Largest storable value, in half points. */
export const MAX_HALF_POINTS = 250;

/** The group that a pupil belongs to, as far as the file and the register of schools say. */
export interface Unit {
  readonly region?: string;
  readonly municipality?: string;
  /** School id; absent = unknown. */
  readonly school?: string;
  /** Class within the school; absent = unknown. */
  readonly class?: string;
}

/** A column that pupils are compared by: sex, or another one that was asked for. */
interface Grouping {
  /** Header of the column, in lower case: `sex`. */
  readonly column: string;
  readonly values: readonly string[];
  /** `value[row]` is an index into `values` plus one, 0 = none given. */
  readonly value: Uint32Array;
}

/** Rows of one assessment. All arrays have `rows` elements. */
export interface ResponseBlock {
  readonly assessment: Assessment;
  readonly rows: number;
  /** Distinct units; `unit[row]` is an index into it. */
  readonly units: readonly Unit[];
  readonly unit: Uint32Array;
  /** Distinct variants, `''` where the file names none; `variant[row]` is an index into it. */
  readonly variants: readonly string[];
  readonly variant: Uint16Array;
  /** Distinct teacher codes; `teacher[row]` is an index into it plus one, 0 = no teacher given. */
  readonly teachers: readonly string[];
  readonly teacher: Uint32Array;
  /** Absent = none. */
  readonly groupings?: readonly Grouping[];
  /** One column for each item of `assessment.items`, in that order: half points or a state code. */
  readonly points: readonly Uint8Array[];
  /** Mark of the work as given, 0 = none. */
  readonly mark: Uint8Array;
  /** Mark in the school journal before the work («отметка по журналу»), 0 = none. */
  readonly journalMark: Uint8Array;
  /** 1 = the pupil was absent; such a row counts nowhere else. */
  readonly absent: Uint8Array;
}
