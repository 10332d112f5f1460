/**
 * Gap on an item net of the pupils' general level between two groups of schools, where pupils of one school are alike.
 *
 * @module
 */
import type { Missing, MissingReason } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import type { EstimatedVariance } from '../statistics/satterthwaite.js';
import { satterthwaiteTest } from '../statistics/satterthwaite.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import { sameItems, splitCrossKey } from '../tally/group-counts.js';
import type { SparseCounts } from '../tally/sparse-counts.js';
import { NO_COUNTS } from '../tally/sparse-counts.js';
import type { NetRate } from './net-difference.js';
import { passingKnown } from './passing-known.js';
import { pupilsByTotal } from './pupils-by-total.js';

/**
 * Net rate of every item, the focal group against the reference group, over schools as clusters; visited in the order
 * of the items, with the pupils that the smaller group has of totals that occur in both.
 *
 * Formula: `difference` D as in `netDifferences`: Σ n₂(m₂ − m₁) / Σ n₂ / maximum over the totals that occur in both groups. Its
 * linearisation gives each pupil a share in its error: (x − m₁ − D) / Σ n₂ of the focal group, −(n₂ / n₁)(x − m₁) / Σ n₂ of
 * the reference group. They are summed by school; a group's variance is k / (k − 1) times the sum of the squares over its
 * k schools with a pupil of such totals, interval and p are those of t with Satterthwaite's degrees of freedom.
 * Where these sums are all 0 in a group, that is no certainty: its variance is then that of independent pupils.
 * Edge cases: fewer than two such schools in a group → `too-few-schools`; the other reasons as in `netDifferences`.
 * Cost: two passes over the cross tables of all schools.
 * Source: Dorans & Kulick (1986), JEM 23, 355–368; Cochran (1977), Sampling Techniques, 6.3 and 9A; Satterthwaite (1946).
 */
export function eachClusteredNet(
  reference: readonly CompleteCounts[],
  focal: readonly CompleteCounts[],
  maxima: readonly (number | undefined)[],
  visit: (item: number, rate: NetRate | Missing, leastPupils: number) => void,
): MissingReason | undefined {
  const all = [...reference, ...focal];
  const [first] = all;
  if (reference.length === 0 || focal.length === 0 || first === undefined) return 'no-complete';
  if (!all.every(({ items }) => sameItems(items, first.items))) return 'several-forms';
  if (all.some(({ cross }) => cross === undefined)) return 'no-cross-table';
  const net = new ClusteredNet(reference, focal);
  for (const item of first.items) visit(item, net.rateOf(item, maxima[item]), net.leastPupils);
  return undefined;
}

/** Schools of one group; of a total (index, half points) what its pupils count for. */
class Side {
  readonly pupils: Float64Array;
  /** Points on the item by total. */
  readonly sums: Float64Array;
  readonly #schools: readonly { readonly pupils: Float64Array; readonly cross: SparseCounts }[];
  /** Where the next item begins in the cross table of each school. */
  readonly #at: Int32Array;
  #start: Int32Array;

  constructor(schools: readonly CompleteCounts[], width: number) {
    this.pupils = new Float64Array(width);
    this.sums = new Float64Array(width);
    this.#schools = schools.map((of) => ({ pupils: pupilsByTotal(of), cross: of.cross ?? NO_COUNTS }));
    for (const { pupils } of this.#schools) {
      for (let total = 0; total < pupils.length; total++)
        this.pupils[total] = (this.pupils[total] ?? 0) + (pupils[total] ?? 0);
    }
    this.#at = Int32Array.from(this.#schools, ({ cross }) => cross.from);
    this.#start = this.#at.slice();
  }

  /** Reads the points on the next item; adds squares of points to those by total. */
  read(item: number, squares: Float64Array): void {
    this.sums.fill(0);
    this.#start = this.#at.slice();
    this.#schools.forEach(({ cross: { keys, counts, to } }, school) => {
      let at = this.#at[school] ?? to;
      for (; at < to; at++) {
        const { item: of, points: half, total } = splitCrossKey(keys[at] ?? 0);
        if (of > item) break;
        if (of < item) continue;
        const points = half / 2;
        const sum = points * (counts[at] ?? 0);
        this.sums[total] = (this.sums[total] ?? 0) + sum;
        squares[total] = (squares[total] ?? 0) + points * sum;
      }
      this.#at[school] = at;
    });
  }

  /**
   * Variance over schools of Σ weight · (points − mean) of their pupils on the item that was read last, a total without
   * weight left out; absent where fewer than two schools have a pupil with one.
   */
  variance(item: number, weights: Float64Array, means: Float64Array): EstimatedVariance | undefined {
    let clusters = 0;
    let squares = 0;
    this.#schools.forEach(({ pupils, cross: { keys, counts, to } }, school) => {
      let share = 0;
      let isThere = false;
      for (let total = 0; total < pupils.length; total++) {
        const count = pupils[total] ?? 0;
        const weight = weights[total] ?? 0;
        if (count === 0 || weight === 0) continue;
        isThere = true;
        share -= weight * count * (means[total] ?? 0);
      }
      if (!isThere) return;
      for (let at = this.#start[school] ?? to; at < to; at++) {
        const { item: of, points: half, total } = splitCrossKey(keys[at] ?? 0);
        if (of > item) break;
        if (of === item) share += (weights[total] ?? 0) * (half / 2) * (counts[at] ?? 0);
      }
      clusters++;
      squares += share * share;
    });
    return clusters < 2
      ? undefined
      : { variance: (squares * clusters) / (clusters - 1), freedom: clusters - 1 };
  }
}

class ClusteredNet {
  readonly #reference: Side;
  readonly #focal: Side;
  /** Of the totals that occur in both groups: what a pupil of each group weighs. 0 = the total does not. */
  readonly #ofReference: Float64Array;
  readonly #ofFocal: Float64Array;
  readonly #squares: Float64Array;
  readonly #nReference: number;
  readonly #nFocal: number;

  constructor(reference: readonly CompleteCounts[], focal: readonly CompleteCounts[]) {
    const width = [...reference, ...focal].reduce((most, of) => Math.max(most, pupilsByTotal(of).length), 0);
    this.#reference = new Side(reference, width);
    this.#focal = new Side(focal, width);
    this.#squares = new Float64Array(width);
    this.#ofReference = new Float64Array(width);
    this.#ofFocal = new Float64Array(width);
    const [n1, n2] = [this.#reference.pupils, this.#focal.pupils];
    const isCommon = (total: number) => (n1[total] ?? 0) > 0 && (n2[total] ?? 0) > 0;
    this.#nReference = n1.reduce((sum, n, total) => (isCommon(total) ? sum + n : sum), 0);
    this.#nFocal = n2.reduce((sum, n, total) => (isCommon(total) ? sum + n : sum), 0);
    n1.forEach((n, total) => {
      if (!isCommon(total)) return;
      this.#ofFocal[total] = 1 / this.#nFocal;
      this.#ofReference[total] = (n2[total] ?? 0) / n / this.#nFocal;
    });
  }

  /** Of the group that has fewer pupils with a total that occurs in both. */
  get leastPupils(): number {
    return Math.min(this.#nReference, this.#nFocal);
  }

  /** Items in ascending order. */
  rateOf(item: number, maxPoints: number | undefined): NetRate | Missing {
    const [reference, focal] = [this.#reference, this.#focal];
    this.#squares.fill(0);
    reference.read(item, this.#squares);
    focal.read(item, this.#squares);
    const [nReference, nFocal] = [this.#nReference, this.#nFocal];
    const n = nReference + nFocal;
    if (maxPoints === undefined) return missing('max-unknown', n);
    if (nFocal === 0) return missing('no-common-totals', n);
    const { points, means, independent } = this.#pooled();
    if (independent.reference === 0) return missing('no-variation', n);
    const shifted = means.map((mean) => mean + points);
    const v1 = reference.variance(item, this.#ofReference, means);
    const v2 = focal.variance(item, this.#ofFocal, shifted);
    if (v1 === undefined || v2 === undefined) return missing('too-few-schools', n);
    // What is left of a cancellation is noise, not variance.
    const noise = (NOISE * maxPoints) ** 2;
    const one = v1.variance <= noise ? { ...v1, variance: independent.reference } : v1;
    const other = v2.variance <= noise ? { ...v2, variance: independent.focal } : v2;
    const test = satterthwaiteTest(points, other, one);
    if (test === undefined) return missing('no-variation', n);
    const share = points / maxPoints;
    const half = test.half / maxPoints;
    return {
      kind: 'known',
      difference: passingKnown(share, n, {
        low: Math.max(-1, share - half),
        high: Math.min(1, share + half),
        method: 'clustered',
      }),
      standardError: Math.sqrt(one.variance + other.variance) / maxPoints,
      p: test.p,
    };
  }

  /** D in points, means of the reference group by total, and what independent pupils would leave as variance. */
  #pooled() {
    const { pupils: n1, sums: s1 } = this.#reference;
    const { pupils: n2, sums: s2 } = this.#focal;
    const means = new Float64Array(n1.length);
    let points = 0;
    const independent = { reference: 0, focal: 0 };
    for (let total = 0; total < n1.length; total++) {
      const [a, b] = [n1[total] ?? 0, n2[total] ?? 0];
      if (a === 0 || b === 0) continue;
      const mean = (s1[total] ?? 0) / a;
      means[total] = mean;
      points += ((s2[total] ?? 0) - b * mean) / this.#nFocal;
      const squares = this.#squares[total] ?? 0;
      const sum = (s1[total] ?? 0) + (s2[total] ?? 0);
      const deviations = squares - (sum / (a + b)) * sum;
      if (deviations <= squares * 1e-14) continue;
      const within = deviations / (a + b - 1);
      const weight = b / this.#nFocal;
      independent.reference += (weight * weight * within) / a;
      independent.focal += (weight * weight * within) / b;
    }
    return { points, means, independent };
  }
}

const NOISE = 1e-13;
