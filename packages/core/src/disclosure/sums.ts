import type { Equation } from './equations.js';
import type { WorkCells } from './work-cells.js';

/**
 * Sums as flat lists of their unknown cells: what is known of them is one constant. They are gone through again and
 * again, and by cell.
 */
export class Sums {
  readonly length: number;
  /** The unknowns of sum `e` stand at `first[e]` up to, not including, `first[e + 1]`. */
  readonly first: Int32Array;
  readonly cells: Int32Array;
  readonly weights: Float64Array;
  /** Σ weight × unknown = constant. */
  readonly constants: Float64Array;
  readonly #equations: readonly Equation[];
  readonly #firstUse: Int32Array;
  readonly #uses: Int32Array;

  constructor(of: WorkCells, equations: readonly Equation[]) {
    this.length = equations.length;
    this.#equations = equations;
    const cells: number[] = [];
    const weights: number[] = [];
    this.first = new Int32Array(equations.length + 1);
    this.constants = new Float64Array(equations.length);
    const firstUse = new Int32Array(of.low.length + 1);
    equations.forEach(({ cells: places, weights: own, constant = 0 }, e) => {
      let rest = constant;
      for (let k = 0; k < places.length; k++) {
        const cell = places[k] ?? 0;
        const weight = own[k] ?? 0;
        const low = of.low[cell] ?? 0;
        if (low === of.high[cell]) {
          rest -= weight * low;
          continue;
        }
        cells.push(cell);
        weights.push(weight);
        firstUse[cell + 1] = (firstUse[cell + 1] ?? 0) + 1;
      }
      this.constants[e] = rest;
      this.first[e + 1] = cells.length;
    });
    this.cells = Int32Array.from(cells);
    this.weights = Float64Array.from(weights);
    for (let cell = 0; cell < of.low.length; cell++) {
      firstUse[cell + 1] = (firstUse[cell + 1] ?? 0) + (firstUse[cell] ?? 0);
    }
    const next = firstUse.slice();
    this.#uses = new Int32Array(cells.length);
    for (let e = 0; e < equations.length; e++) {
      for (let k = this.first[e] ?? 0; k < (this.first[e + 1] ?? 0); k++) {
        const cell = this.cells[k] ?? 0;
        const at = next[cell] ?? 0;
        this.#uses[at] = e;
        next[cell] = at + 1;
      }
    }
    this.#firstUse = firstUse;
  }

  /** The sums that a cell was unknown in, in their order. */
  using(cell: number): Int32Array {
    return this.#uses.subarray(this.#firstUse[cell] ?? 0, this.#firstUse[cell + 1] ?? 0);
  }
  /** The published sum that a sum is the rest of. */
  equation(e: number): Equation | undefined {
    return this.#equations[e];
  }

  /** Whether two sums say the same of the same unknowns. */
  isSame(e: number, others: Sums, other: number): boolean {
    const [from, to, start] = [this.first[e] ?? 0, this.first[e + 1] ?? 0, others.first[other] ?? 0];
    if (this.constants[e] !== others.constants[other]) return false;
    if (to - from !== (others.first[other + 1] ?? 0) - start) return false;
    for (let k = 0; k < to - from; k++) {
      if (this.cells[from + k] !== others.cells[start + k]) return false;
      if (this.weights[from + k] !== others.weights[start + k]) return false;
    }
    return true;
  }
}
