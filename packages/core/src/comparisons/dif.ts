/**
 * Differential item functioning («дифференцированное функционирование заданий»): items on which pupils of two groups
 * with equal totals fare differently.
 *
 * @module
 */
import type { Missing, MissingReason } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import { totalCount } from '../tally/sparse-counts.js';
import type { DifferenceClass, KnownNetDifference } from './net-difference.js';
import { netDifferences } from './net-difference.js';

/** What is known of an item. */
export interface KnownDif {
  readonly kind: 'known';
  /** Index of the item in the assessment. */
  readonly item: number;
  /** Pupils whose total occurs in both groups. */
  readonly nReference: number;
  readonly nFocal: number;
  /** χ² with one degree of freedom: Mantel–Haenszel for 0/1 items, Mantel for several points. */
  readonly statistic: number;
  readonly p: number;
  /** p adjusted over the items after Benjamini & Hochberg. */
  readonly q: number;
  /** 0/1 items: above 1 favours the reference group. */
  readonly oddsRatio?: number;
  /** 0/1 items: −2.35 · ln odds ratio, below 0 favours the reference group. */
  readonly delta?: number;
  /** Standardised mean difference, focal − reference, share −1..1; below 0 favours the reference group. */
  readonly smd: number;
  /** Negligible, moderate, large; AA, BB, CC of several points under the same letters. By p, not by q. */
  readonly size: DifferenceClass;
}

/** An item without a comparison, and why; `n` = pupils of the smaller group, or those whose total occurs in both. */
export interface MissingDif extends Missing {
  readonly item: number;
}

export type ItemDif = KnownDif | MissingDif;

export interface DifOptions {
  /** Fewest complete pupils of a group; less → `too-few`. @defaultValue {@link DEFAULT_DIF_MINIMUM} */
  readonly minPupils?: number;
}

/** Our choice: below it hardly any difference can be told from chance. */
export const DEFAULT_DIF_MINIMUM = 20;

/**
 * Compares every item of two groups without a common pupil at equal totals; see `netDifferences` for formulas and
 * sources.
 *
 * The total holds the studied item, and it is not purified: one pass, no item is dropped from the total.
 * Missing: `too-few` pupils in a group, and the reasons of `netDifferences`; such items do not count in q.
 * Not for verdicts on a school with fewer than a hundred pupils: a hint where to look.
 */
export function dif(
  reference: CompleteCounts,
  focal: CompleteCounts,
  maxima: readonly (number | undefined)[],
  { minPupils = DEFAULT_DIF_MINIMUM }: DifOptions = {},
): readonly ItemDif[] {
  const smaller = Math.min(totalCount(reference.totals), totalCount(focal.totals));
  const few: MissingReason | undefined =
    smaller === 0 ? 'no-complete' : smaller < minPupils ? 'too-few' : undefined;
  if (few !== undefined) {
    return reference.items.map((item) => ({ ...missing(few, smaller), item }));
  }
  const differences = netDifferences(reference, focal, maxima);
  const adjusted = benjaminiHochberg(differences.map((of) => (of.kind === 'known' ? of.test.p : undefined)));
  return differences.map((of, place) => (of.kind === 'known' ? knownDif(of, adjusted[place]) : of));
}

function knownDif({ item, nReference, nFocal, difference, test, size }: KnownNetDifference, q = 1): KnownDif {
  return {
    kind: 'known',
    item,
    nReference,
    nFocal,
    statistic: test.chiSquare,
    p: test.p,
    q,
    ...(test.kind === 'mantel' || test.oddsRatio === undefined ? {} : { oddsRatio: test.oddsRatio }),
    ...(test.kind === 'mantel' || test.delta === undefined ? {} : { delta: test.delta }),
    smd: difference.estimate,
    size,
  };
}
