/**
 * Marks of a work against journal marks: the square table of one school, and the two classical tests of it.
 *
 * @module
 */
import type { MarkScale } from '../assessment/assessment.js';
import { eachMark } from '../solve-rates/marks.js';
import { chiSquareUpperTail } from '../statistics/chi-square.js';
import type { GroupCounts } from '../tally/group-counts.js';

/** Pupils by mark of the work × journal mark; place = mark · 8 + journal mark, marks 1…7. */
type MarkTable = Float64Array;

const SIDE = 8;

/**
 * Pupils of each group who have both marks; the table is overwritten by the next one. The file's mark stands; a pupil without one
 * gets the scale's, if he has every item.
 */
export function eachMarkTable(
  groups: readonly GroupCounts[],
  scale: MarkScale | undefined,
  visit: (table: MarkTable, place: number) => void,
): void {
  // An array for each would cost more than its contents.
  const table = new Float64Array(SIDE * SIDE);
  for (let place = 0; place < groups.length; place++) {
    const counts = groups[place];
    if (counts === undefined) continue;
    table.fill(0);
    addMarks(table, counts, scale);
    visit(table, place);
  }
}

function addMarks(table: MarkTable, counts: GroupCounts, scale: MarkScale | undefined): void {
  eachMark(counts, counts.complete, scale, (mark, journalMark, pupils) => {
    const place = mark * SIDE + journalMark;
    if (journalMark > 0) table[place] = (table[place] ?? 0) + pupils;
  });
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

export function agreementCounts(table: MarkTable): MarkAgreementCounts {
  let n = 0;
  let equal = 0;
  let farApart = 0;
  let shift = 0;
  let shiftSquares = 0;
  for (let place = 0; place < table.length; place++) {
    const pupils = table[place] ?? 0;
    const gap = (place >>> 3) - (place & 7);
    n += pupils;
    if (gap === 0) equal += pupils;
    if (Math.abs(gap) >= 2) farApart += pupils;
    shift += gap * pupils;
    shiftSquares += gap * gap * pupils;
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
 */
export function bowkerTest(table: MarkTable): SquareTest {
  let chiSquare = 0;
  let df = 0;
  for (let one = 0; one < SIDE; one++) {
    for (let other = one + 1; other < SIDE; other++) {
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
 * Formula: d′ S⁻¹ d with dᵢ = nᵢ. − n.ᵢ, Sᵢᵢ = nᵢ. + n.ᵢ − 2nᵢᵢ, Sᵢⱼ = −(nᵢⱼ + nⱼᵢ). S has one zero eigenvalue for every set of marks
 * that differences connect, so one mark of each set is left out, and the degrees of freedom are the marks that stay.
 * Source: Stuart (1955), Biometrika 42, 412–416; Maxwell (1970), British Journal of Psychiatry 116, 651–655.
 */
export function stuartMaxwellTest(table: MarkTable): SquareTest {
  const stays = connectedLess(table);
  const size = stays.length;
  const width = size + 1;
  // A typed array of this size costs more than the elimination.
  const matrix = new Array<number>(size * width).fill(0);
  stays.forEach((mark, row) => {
    let difference = 0;
    let differing = 0;
    for (let other = 0; other < SIDE; other++) {
      if (other === mark) continue;
      const up = table[mark * SIDE + other] ?? 0;
      const down = table[other * SIDE + mark] ?? 0;
      difference += up - down;
      differing += up + down;
      const column = stays.indexOf(other);
      if (column >= 0) matrix[row * width + column] = -(up + down);
    }
    matrix[row * width + row] = differing;
    matrix[row * width + size] = difference;
  });
  // S is positive definite now: the elimination needs no pivots, and every step adds its square to d′ S⁻¹ d.
  let chiSquare = 0;
  for (let step = 0; step < size; step++) {
    const pivot = matrix[step * width + step] ?? 0;
    chiSquare += (matrix[step * width + size] ?? 0) ** 2 / pivot;
    for (let row = step + 1; row < size; row++) {
      const factor = (matrix[row * width + step] ?? 0) / pivot;
      for (let column = step; column < width; column++) {
        const cell = row * width + column;
        matrix[cell] = (matrix[cell] ?? 0) - factor * (matrix[step * width + column] ?? 0);
      }
    }
  }
  return squareTest(chiSquare, size);
}

/** Marks without one of each set that differing pupils connect. */
function connectedLess(table: MarkTable): readonly number[] {
  // Bit by mark.
  let seen = 0;
  let stay = 0;
  for (let first = 0; first < SIDE; first++) {
    if ((seen >> first) & 1) continue;
    seen |= 1 << first;
    for (let waiting = 1 << first; waiting !== 0; ) {
      const mark = 31 - Math.clz32(waiting);
      waiting &= ~(1 << mark);
      for (let other = 0; other < SIDE; other++) {
        if ((seen >> other) & 1) continue;
        if ((table[mark * SIDE + other] ?? 0) + (table[other * SIDE + mark] ?? 0) === 0) continue;
        seen |= 1 << other;
        stay |= 1 << other;
        waiting |= 1 << other;
      }
    }
  }
  const stays: number[] = [];
  for (let mark = 0; mark < SIDE; mark++) if ((stay >> mark) & 1) stays.push(mark);
  return stays;
}

function squareTest(chiSquare: number, df: number): SquareTest {
  return { chiSquare, df, p: df === 0 ? 1 : chiSquareUpperTail(chiSquare, df) };
}
