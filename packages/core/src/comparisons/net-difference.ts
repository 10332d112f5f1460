/**
 * Gap on an item net of the pupils' general level: a group against another among pupils with equal totals.
 *
 * A school that is weak throughout is weak on every item. What remains between pupils with equal totals says on which
 * items it is weaker or stronger than its own level explains. The total holds the item itself, and nothing is
 * purified: an item that differs much shifts the others a little the other way.
 *
 * @module
 */
import type { Known, Missing } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import { chiSquareUpperTail } from '../statistics/chi-square.js';
import { Z_95 } from '../statistics/intervals.js';
import { normalTails } from '../statistics/normal.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import { passingKnown } from './passing-known.js';
import type { ItemStrata } from './total-strata.js';
import { TotalStrata } from './total-strata.js';

/** Size of a difference, with its significance: negligible, moderate, large. */
export type DifferenceClass = 'A' | 'B' | 'C';

/** Mantel–Haenszel comparison of a 0/1 item. */
export interface MantelHaenszel {
  readonly kind: 'mantel-haenszel';
  /** With continuity correction, one degree of freedom. */
  readonly chiSquare: number;
  readonly p: number;
  /**
   * Odds of the reference group over those of the focal group: above 1 favours the reference group. Absent where 0 or
   * infinite.
   */
  readonly oddsRatio?: number;
  /** Of the logarithm of the odds ratio. */
  readonly logOddsError?: number;
  /** −2.35 · ln odds ratio, the scale of ETS: below 0 favours the reference group. */
  readonly delta?: number;
}

/** Mantel's comparison of an item of several points. */
export interface Mantel {
  readonly kind: 'mantel';
  /** One degree of freedom, no correction. */
  readonly chiSquare: number;
  readonly p: number;
}

/** One item, focal group against reference group at equal totals. */
export interface KnownNetDifference {
  readonly kind: 'known';
  /** Index of the item in the assessment. */
  readonly item: number;
  /** Pupils whose total occurs in both groups. */
  readonly nReference: number;
  readonly nFocal: number;
  /** Totals that occur in both groups. */
  readonly strata: number;
  /** Standardised difference of solve rates, focal − reference, share −1..1: totals weigh as in the focal group. */
  readonly difference: Known;
  /** The same in points. */
  readonly points: Known;
  /** Standard error of `difference`, share. */
  readonly standardError: number;
  /** Two-sided p value of `difference`. */
  readonly p: number;
  readonly test: MantelHaenszel | Mantel;
  readonly size: DifferenceClass;
}

/** An item without a comparison, and why; `n` = pupils whose total occurs in both groups. */
export interface MissingNetDifference extends Missing {
  readonly item: number;
}

export type NetDifference = KnownNetDifference | MissingNetDifference;

/**
 * Net difference of every item, from the cross tables of two groups without a common pupil.
 *
 * Formula, over totals that occur in both groups (N pupils, n₁ reference, n₂ focal):
 * - `difference` = Σ n₂(m₂ − m₁) / Σ n₂ of mean points m (standardised mean difference) / maximum; variance
 *   Σ (n₂/Σn₂)² s² (1/n₁ + 1/n₂) with s² of both groups together, as under no difference;
 * - 0/1 items: χ² = max(0, |ΣA − ΣE(A)| − ½)² / ΣVar(A), A = reference pupils who solved it; odds ratio ΣAD/N / ΣBC/N
 *   with the standard error of Robins, Breslow, Greenland; class A when |delta| < 1 or p ≥ .05, C when |delta| ≥ 1.5
 *   and above 1 by a one-sided test at 5 %, else B;
 * - several points: Mantel's χ² of the focal group's sum of points; class A when |difference| < .05 or p ≥ .05, C
 *   above .10, else B.
 * Edge cases: different items → `several-forms`; nobody in a group → `no-complete`; shared tally → `no-cross-table`;
 * no maximum → `max-unknown`; no total in both groups → `no-common-totals`; all pupils with equal totals alike →
 * `no-variation`. An odds ratio that is 0 or infinite leaves class A or B, as it has no standard error.
 * Source: Mantel & Haenszel (1959), JNCI 22, 719–748; Mantel (1963), JASA 58, 690–700; Dorans & Kulick (1986), JEM
 * 23, 355–368; Robins, Breslow, Greenland (1986), Biometrics 42, 311–323; Zwick & Thayer (1996), JEBS 21, 187–201;
 * Zwick (2012), ETS RR-12-08.
 * Cost: one pass over both cross tables.
 */
export function netDifferences(
  reference: CompleteCounts,
  focal: CompleteCounts,
  maxima: readonly (number | undefined)[],
): readonly NetDifference[] {
  const found: NetDifference[] = [];
  const without = new TotalStrata(reference).each(focal, 'other', (of) =>
    found.push(netDifference(of, maxima[of.item])),
  );
  return without === undefined ? found : reference.items.map((item) => ({ ...missing(without), item }));
}

function netDifference(of: ItemStrata, maxPoints: number | undefined): NetDifference {
  const { item } = of;
  const sums = sumStrata(of);
  const rate = rateOf(sums, maxPoints);
  if (rate.kind === 'missing') return { ...rate, item };
  const { difference, standardError, p } = rate;
  const { nReference, nFocal, strata } = sums;
  const points = sums.difference / nFocal;
  const pointsError = Math.sqrt(sums.differenceVariance) / nFocal;
  const test = maxPoints === 1 && of.zeroOne ? mantelHaenszel(sums, sumOdds(of)) : mantel(sums);
  return {
    kind: 'known',
    item,
    nReference,
    nFocal,
    strata,
    difference,
    points: passingKnown(points, nReference + nFocal, {
      low: points - Z_95 * pointsError,
      high: points + Z_95 * pointsError,
      method: 'normal',
    }),
    standardError,
    p,
    test,
    size: test.kind === 'mantel' ? sizeOfShare(difference.estimate, test.p) : sizeOfDelta(test),
  };
}

/** What {@link netDifferences} says of an item without tests of its own: all that a table of comparisons needs. */
export type NetRate = Pick<KnownNetDifference, 'kind' | 'difference' | 'standardError' | 'p'>;

/** The net rate of one item; formulas and missing reasons as in {@link netDifferences}. */
export function netRate(of: ItemStrata, maxPoints: number | undefined): NetRate | Missing {
  return rateOf(sumStrata(of), maxPoints);
}

function rateOf(sums: Sums, maxPoints: number | undefined): NetRate | Missing {
  const { nFocal } = sums;
  const n = sums.nReference + nFocal;
  if (maxPoints === undefined) return missing('max-unknown', n);
  if (sums.strata === 0) return missing('no-common-totals', n);
  if (sums.variance === 0) return missing('no-variation', n);
  const share = sums.difference / nFocal / maxPoints;
  const standardError = Math.sqrt(sums.differenceVariance) / nFocal / maxPoints;
  const half = Z_95 * standardError;
  const difference = passingKnown(share, n, {
    low: Math.max(-1, share - half),
    high: Math.min(1, share + half),
    method: 'normal',
  });
  return { kind: 'known', difference, standardError, p: normalTails(share / standardError) };
}

/** Sums over the totals that occur in both groups. */
interface Sums {
  readonly nReference: number;
  readonly nFocal: number;
  readonly strata: number;
  /** Σ n₂(m₂ − m₁) and its variance. */
  readonly difference: number;
  readonly differenceVariance: number;
  /** Focal points above what the group's size lets expect, and their variance. */
  readonly excess: number;
  readonly variance: number;
}

function sumStrata({
  length,
  reference,
  focal,
  referenceSum,
  focalSum,
  squares: allSquares,
}: ItemStrata): Sums {
  let nReference = 0;
  let nFocal = 0;
  let difference = 0;
  let differenceVariance = 0;
  let excess = 0;
  let variance = 0;
  for (let stratum = 0; stratum < length; stratum++) {
    const n1 = reference[stratum] ?? 0;
    const n2 = focal[stratum] ?? 0;
    const n = n1 + n2;
    const sum1 = referenceSum[stratum] ?? 0;
    const sum2 = focalSum[stratum] ?? 0;
    const sum = sum1 + sum2;
    const squares = allSquares[stratum] ?? 0;
    const deviations = Math.max(0, squares - (sum / n) * sum);
    // What is left of a cancellation is noise.
    const within = deviations <= squares * 1e-14 ? 0 : deviations / (n - 1);
    nReference += n1;
    nFocal += n2;
    difference += sum2 - (n2 * sum1) / n1;
    differenceVariance += n2 * n2 * within * (1 / n1 + 1 / n2);
    excess += sum2 - (n2 / n) * sum;
    variance += (n1 / n) * n2 * within;
  }
  return { nReference, nFocal, strata: length, difference, differenceVariance, excess, variance };
}

/** Of a 0/1 item: R = AD/N, S = BC/N and products with P = (A + D)/N, Q = (B + C)/N. */
interface Odds {
  readonly r: number;
  readonly s: number;
  readonly pr: number;
  readonly psqr: number;
  readonly qs: number;
}

function sumOdds({ length, reference, focal, referenceSum, focalSum }: ItemStrata): Odds {
  const sums = { r: 0, s: 0, pr: 0, psqr: 0, qs: 0 };
  for (let stratum = 0; stratum < length; stratum++) {
    const a = referenceSum[stratum] ?? 0;
    const b = (reference[stratum] ?? 0) - a;
    const c = focalSum[stratum] ?? 0;
    const d = (focal[stratum] ?? 0) - c;
    const n = a + b + c + d;
    const r = (a / n) * d;
    const s = (b / n) * c;
    sums.r += r;
    sums.s += s;
    sums.pr += ((a + d) / n) * r;
    sums.psqr += ((a + d) / n) * s + ((b + c) / n) * r;
    sums.qs += ((b + c) / n) * s;
  }
  return sums;
}

function mantelHaenszel({ excess, variance }: Sums, { r, s, pr, psqr, qs }: Odds): MantelHaenszel {
  const chiSquare = Math.max(0, Math.abs(excess) - 0.5) ** 2 / variance;
  const test = { kind: 'mantel-haenszel', chiSquare, p: chiSquareUpperTail(chiSquare, 1) } as const;
  if (r === 0 || s === 0) return test;
  const oddsRatio = r / s;
  return {
    ...test,
    oddsRatio,
    logOddsError: Math.sqrt(pr / (2 * r * r) + psqr / (2 * r * s) + qs / (2 * s * s)),
    delta: DELTA_OF_LOG_ODDS * Math.log(oddsRatio),
  };
}

function mantel({ excess, variance }: Sums): Mantel {
  const chiSquare = (excess * excess) / variance;
  return { kind: 'mantel', chiSquare, p: chiSquareUpperTail(chiSquare, 1) };
}

function sizeOfDelta({ p, delta, logOddsError }: MantelHaenszel): DifferenceClass {
  if (p >= LEVEL) return 'A';
  if (delta === undefined || logOddsError === undefined) return 'B';
  const size = Math.abs(delta);
  if (size < 1) return 'A';
  const aboveOne = (size - 1) / (Math.abs(DELTA_OF_LOG_ODDS) * logOddsError);
  return size >= 1.5 && aboveOne > Z_ONE_SIDED ? 'C' : 'B';
}

function sizeOfShare(share: number, p: number): DifferenceClass {
  const size = Math.abs(share);
  if (p >= LEVEL || size < 0.05) return 'A';
  return size > 0.1 ? 'C' : 'B';
}

/** Holland & Thayer (1985), ETS RR-85-43. */
const DELTA_OF_LOG_ODDS = -2.35;
const LEVEL = 0.05;
/** Standard normal quantile at 0.95. */
const Z_ONE_SIDED = 1.6448536269514722;
