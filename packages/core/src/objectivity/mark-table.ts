/**
 * Marks of a work against journal marks: the square table of one school, and the two classical tests of it.
 *
 * @module
 */
import type { Assessment, MarkScale } from '../assessment/assessment.js';
import { markOfTotal } from '../assessment/mark-scale.js';
import { marksByTotal } from '../solve-rates/marks.js';
import { chiSquareUpperTail } from '../statistics/chi-square.js';
import type { CompleteCounts, GroupCounts } from '../tally/group-counts.js';
import {
  isMarked,
  journalMarkOfKey,
  journalMarkOfTotal,
  markKey,
  markOfKey,
  totalOfKey,
} from '../tally/group-counts.js';

/** Pupils by mark of the work × journal mark, marks 1…7; place = {@link markKey}. */
type MarkTable = Float64Array;

const SIDE = 8;
/** A bit for each mark. */
const ALL_MARKS = 2 ** SIDE - 1;

/**
 * Makes the table of one group after the other. The file's mark stands; a pupil without one gets the scale's, if he has every
 * item of the work and no mark has side conditions. The same as `eachMark`, but read from the keys themselves.
 */
export class MarkTables {
  /** Marks that occur in the table made last, a bit for each: nothing else need be looked at. */
  occurring = 0;
  // An array for each would cost more than its contents.
  readonly #table = new Float64Array(SIDE * SIDE);
  readonly #assessment: Assessment;
  readonly #marks: ScaleMarks | undefined;

  constructor(assessment: Assessment) {
    const { markScale } = assessment;
    this.#assessment = assessment;
    this.#marks = markScale === undefined ? undefined : new ScaleMarks(markScale);
  }

  /**
   * Pupils of a group who have both marks; overwritten by the next one.
   * Cost: one pass over the marks and over the totals of pupils without a mark.
   */
  of({ marks, complete }: Pick<GroupCounts, 'marks' | 'complete'>): MarkTable {
    const table = this.#table.fill(0);
    const { keys, counts, from, to } = marks;
    let occurring = 0;
    for (let i = from; i < to; i++) {
      const place = keys[i] ?? 0;
      if (markOfKey(place) === 0 || journalMarkOfKey(place) === 0) continue;
      table[place] = (table[place] ?? 0) + (counts[i] ?? 0);
      occurring |= marksAt(place);
    }
    if (this.#marks !== undefined && complete !== undefined && marksByTotal(this.#assessment, complete))
      occurring |= addScaled(table, complete, this.#marks);
    this.occurring = occurring;
    return table;
  }
}

/** Returns the marks that occur. */
function addScaled(table: MarkTable, { totals }: CompleteCounts, marks: ScaleMarks): number {
  const { keys, counts, from, to } = totals;
  let occurring = 0;
  for (let i = from; i < to; i++) {
    const key = keys[i] ?? 0;
    // Keys ascend: those who have a mark come last.
    if (isMarked(key)) break;
    const journalMark = journalMarkOfTotal(key);
    if (journalMark === 0) continue;
    const place = marks.rowOf(totalOfKey(key)) + journalMark;
    if (place < 0) continue;
    table[place] = (table[place] ?? 0) + (counts[i] ?? 0);
    occurring |= marksAt(place);
  }
  return occurring;
}

/** Bits of both marks of a place. */
function marksAt(place: number): number {
  return (1 << markOfKey(place)) | (1 << journalMarkOfKey(place));
}

/** Marks of a scale by total, each looked up in the scale once. */
class ScaleMarks {
  readonly #scale: MarkScale;
  /** First place of the row by half points. */
  readonly #rows: number[] = [];

  constructor(scale: MarkScale) {
    this.#scale = scale;
  }

  /** First place of the mark's row in a table; far below 0 where the total is below every border. */
  rowOf(total: number): number {
    const there = this.#rows[total];
    if (there !== undefined) return there;
    // No holes: an array with some is slow.
    while (this.#rows.length <= total) {
      const mark = markOfTotal(this.#scale, this.#rows.length / 2);
      this.#rows.push(mark === undefined ? -SIDE : markKey(mark, 0));
    }
    return this.#rows[total] ?? -SIDE;
  }
}

/** What a table says as a whole. */
export interface MarkAgreementCounts {
  readonly n: number;
  readonly equal: number;
  /** Marks that differ by two or more. */
  readonly farApart: number;
  /** Σ (mark − journal mark), and of its squares. */
  readonly shift: number;
  readonly shiftSquares: number;
}

/** `marks`: bits of those that may occur. */
export function agreementCounts(table: MarkTable, marks = ALL_MARKS): MarkAgreementCounts {
  let n = 0;
  let equal = 0;
  let farApart = 0;
  let shift = 0;
  let shiftSquares = 0;
  for (let left = marks; left !== 0; left &= left - 1) {
    const one = lowestOf(left);
    for (let others = marks; others !== 0; others &= others - 1) {
      const other = lowestOf(others);
      const pupils = table[one * SIDE + other] ?? 0;
      const gap = one - other;
      n += pupils;
      if (gap === 0) equal += pupils;
      if (Math.abs(gap) >= 2) farApart += pupils;
      shift += gap * pupils;
      shiftSquares += gap * gap * pupils;
    }
  }
  return { n, equal, farApart, shift, shiftSquares };
}

/** A chi-square statistic; without degrees of freedom nothing differs and p is 1. */
export interface SquareTest {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Bowker's test of symmetry.
 *
 * Formula: Σ (nᵢⱼ − nⱼᵢ)² / (nᵢⱼ + nⱼᵢ) over i < j; degrees of freedom = pairs with pupils (R's `mcnemar.test` counts empty
 * pairs too, and then gives no number). Source: Bowker (1948), JASA 43, 572–574.
 *
 * @param marks - bits of those that may occur.
 */
export function bowkerTest(table: MarkTable, marks = ALL_MARKS): SquareTest {
  let chiSquare = 0;
  let df = 0;
  for (let left = marks; left !== 0; left &= left - 1) {
    const one = lowestOf(left);
    for (let others = left & (left - 1); others !== 0; others &= others - 1) {
      const other = lowestOf(others);
      const up = table[one * SIDE + other] ?? 0;
      const down = table[other * SIDE + one] ?? 0;
      if (up + down === 0) continue;
      chiSquare += (up - down) ** 2 / (up + down);
      df++;
    }
  }
  return squareTest(chiSquare, df);
}

/**
 * Stuart's and Maxwell's test of equal margins: do marks of the work have the distribution of journal marks?
 *
 * Formula: d′ S⁻¹ d with dᵢ = nᵢ. − n.ᵢ, Sᵢᵢ = nᵢ. + n.ᵢ − 2nᵢᵢ, Sᵢⱼ = −(nᵢⱼ + nⱼᵢ). S has one zero eigenvalue for
 * every set of marks that differences connect, so one mark of each set is left out, and the degrees of freedom are the
 * marks that stay. Source: Stuart (1955), Biometrika 42, 412–416; Maxwell (1970), British Journal of Psychiatry 116,
 * 651–655.
 *
 * @param matrix - for those who test many tables; at least {@link MATRIX_LENGTH}.
 * @param marks - bits of those that may occur.
 */
export function stuartMaxwellTest(
  table: MarkTable,
  matrix = new Float64Array(MATRIX_LENGTH),
  marks = ALL_MARKS,
): SquareTest {
  // Bit by mark, here and below.
  const differ = differingMarks(table, marks);
  const stay = connectedLess(table, differ);
  let size = 0;
  for (let left = stay; left !== 0; left &= left - 1) size++;
  const width = size + 1;
  let row = 0;
  for (let left = stay; left !== 0; left &= left - 1) {
    const mark = lowestOf(left);
    const start = row * width;
    let difference = 0;
    let differing = 0;
    let column = 0;
    for (let others = differ; others !== 0; others &= others - 1) {
      const other = lowestOf(others);
      const up = table[mark * SIDE + other] ?? 0;
      const down = table[other * SIDE + mark] ?? 0;
      if (other !== mark) {
        difference += up - down;
        differing += up + down;
      }
      if ((stay >> other) & 1) matrix[start + column++] = -(up + down);
    }
    matrix[start + row] = differing;
    matrix[start + size] = difference;
    row++;
  }
  // S is positive definite now: the elimination needs no pivots, and every step adds its square to d′ S⁻¹ d.
  let chiSquare = 0;
  for (let step = 0; step < size; step++) {
    const from = step * width;
    const pivot = matrix[from + step] ?? 0;
    chiSquare += (matrix[from + size] ?? 0) ** 2 / pivot;
    for (let below = step + 1; below < size; below++) {
      const to = below * width;
      const factor = (matrix[to + step] ?? 0) / pivot;
      for (let column = step; column < width; column++) {
        matrix[to + column] = (matrix[to + column] ?? 0) - factor * (matrix[from + column] ?? 0);
      }
    }
  }
  return squareTest(chiSquare, size);
}

/** Marks that some pupil has in one place and not in the other. */
function differingMarks(table: MarkTable, marks: number): number {
  let differ = 0;
  for (let left = marks; left !== 0; left &= left - 1) {
    const one = lowestOf(left);
    for (let others = left & (left - 1); others !== 0; others &= others - 1) {
      const other = lowestOf(others);
      if ((table[one * SIDE + other] ?? 0) + (table[other * SIDE + one] ?? 0) === 0) continue;
      differ |= (1 << one) | (1 << other);
    }
  }
  return differ;
}

/** Marks without the lowest of each set that differing pupils connect. */
function connectedLess(table: MarkTable, differ: number): number {
  let unseen = differ;
  let stay = 0;
  while (unseen !== 0) {
    let waiting = unseen & -unseen;
    unseen &= ~waiting;
    while (waiting !== 0) {
      const mark = lowestOf(waiting);
      waiting &= waiting - 1;
      for (let others = unseen; others !== 0; others &= others - 1) {
        const other = lowestOf(others);
        if ((table[mark * SIDE + other] ?? 0) + (table[other * SIDE + mark] ?? 0) === 0) continue;
        const bit = 1 << other;
        unseen &= ~bit;
        stay |= bit;
        waiting |= bit;
      }
    }
  }
  return stay;
}

function lowestOf(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function squareTest(chiSquare: number, df: number): SquareTest {
  return { chiSquare, df, p: df === 0 ? 1 : chiSquareUpperTail(chiSquare, df) };
}

/** Rows of at most eight marks and a right side. */
export const MATRIX_LENGTH = SIDE * (SIDE + 1);
