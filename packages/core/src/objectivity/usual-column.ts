/**
 * A figure with a known variance, judged by what is usual among the schools of the region.
 *
 * @module
 */

import { gammaUpperTail } from '../statistics/incomplete-gamma.js';
import { errorAmong, powerAmong, tailsAmong, usualValues } from './among-schools.js';
import type { OwnTest, UntestedReason } from './test-column.js';
import { TestColumn } from './test-column.js';

/** One figure of the schools of a region while it is collected. */
export class UsualColumn {
  readonly column: TestColumn;
  readonly #values: Float64Array;
  readonly #variances: Float64Array;
  readonly #halfSteps: Float64Array;
  readonly #places: Int32Array;
  readonly #n: Int32Array;
  #schools = 0;
  #tail: ((value: number, variance: number, halfStep: number) => number) | undefined;

  constructor(test: OwnTest, schools: number) {
    this.column = new TestColumn(test, schools);
    this.#values = new Float64Array(schools);
    this.#variances = new Float64Array(schools);
    this.#halfSteps = new Float64Array(schools);
    this.#places = new Int32Array(schools);
    this.#n = new Int32Array(schools);
  }

  /** `halfStep`: half of the smallest change of a figure made of whole pupils. */
  add(place: number, n: number, value: number, variance: number, halfStep = 0): void {
    const at = this.#schools++;
    this.#places[at] = place;
    this.#n[at] = n;
    this.#values[at] = value;
    this.#variances[at] = variance;
    this.#halfSteps[at] = halfStep;
  }

  leaveOut(place: number, n: number, reason: UntestedReason): void {
    this.column.leaveOut(place, n, reason);
  }

  /**
   * Judges every school that was added.
   *
   * `skewed`: values above zero with a long upper tail; p is then the larger of Student's and of a gamma distribution with the
   * usual mean and this variance.
   *
   * @param away - from the centre, in the direction asked for: the alternative at which power is stated.
   * @param level - of the test whose power is stated.
   */
  judge(
    side: 'upper' | 'lower' | 'both',
    away: (centre: number) => number,
    level: number,
    shape: 'symmetric' | 'skewed' = 'symmetric',
  ): TestColumn {
    const usual = usualValues(this.#values, this.#variances, this.#schools);
    if (usual === undefined) {
      for (let at = 0; at < this.#schools; at++) {
        this.column.leaveOut(this.#places[at] ?? 0, this.#n[at] ?? 0, 'few-schools');
      }
      return this.column;
    }
    const student = tailsAmong(usual, side);
    const isSkewed = shape === 'skewed' && usual.centre > 0;
    const tail = (value: number, variance: number, halfStep: number): number => {
      const error = errorAmong(usual, variance);
      const p = student(value, error, halfStep);
      if (!isSkewed) return p;
      const gamma = usual.centre / error ** 2;
      return Math.max(p, gammaUpperTail(usual.centre * gamma, Math.max(0, value - halfStep) * gamma));
    };
    this.#tail = tail;
    const distance = away(usual.centre);
    const powerOf = powerAmong(level, side === 'both' ? 2 : 1);
    for (let at = 0; at < this.#schools; at++) {
      const value = this.#values[at] ?? 0;
      const variance = this.#variances[at] ?? 0;
      const p = tail(value, variance, this.#halfSteps[at] ?? 0);
      const power = powerOf(distance, errorAmong(usual, variance));
      this.column.put(this.#places[at] ?? 0, {
        n: this.#n[at] ?? 0,
        statistic: value,
        p,
        power,
        couldReject: true,
      });
    }
    return this.column;
  }

  /** p of another value of the same kind among the schools that were judged. */
  tail(value: number, variance: number): number {
    return this.#tail?.(value, variance, 0) ?? 1;
  }
}
