/**
 * Funnel plot: how far groups of each size may lie from a target by chance.
 *
 * @module
 */

import { binomialProbability, binomialQuantile } from './binomial.js';
import { drawnIn } from './drawn-in.js';
import type { GroupCount } from './group-sums.js';
import { Z_95 } from './intervals.js';

/** Shares between which a group lies by chance with this probability. */
export interface FunnelLimits {
  readonly at95: { readonly low: number; readonly high: number };
  /** 99.8 %: three standard errors. */
  readonly at998: { readonly low: number; readonly high: number };
}

/**
 * Limits of a funnel for a group of `n` and a target share, to be drawn: between two counts they are interpolated, so
 * that the curve is smooth. Whether a group lies outside is asked of {@link Funnel.place}.
 *
 * Formula: (r − α) / n, r = smallest count with P(R ≤ r) ≥ q, α = (P(R ≤ r) − q) / (P(R ≤ r) − P(R ≤ r − 1)); inside
 * 0..1.
 * Errors: no pupil, target not between 0 and 1.
 * Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, appendix A.1.1.
 */
export function funnelLimits(target: number, n: number): FunnelLimits {
  requireTarget('funnelLimits', target);
  if (!(Number.isInteger(n) && n > 0)) {
    throw new RangeError('funnelLimits requires a whole number of pupils above zero');
  }
  const limit = (probability: number) => interpolated(probability, n, target);
  return {
    at95: { low: limit(0.025), high: limit(0.975) },
    at998: { low: limit(0.001), high: limit(0.999) },
  };
}

/** How much more groups differ than by chance. */
export interface Overdispersion {
  /** Mean squared distance from the target in standard errors, extremes drawn in: 1 by chance alone. */
  readonly phi: number;
  /** Variance of the true values between groups on the scale arcsin √share; 0 where chance explains all. */
  readonly tauSquared: number;
  readonly groups: number;
}

export interface OverdispersionOptions {
  /** Share of groups at each end that are drawn in to the quantile there. @defaultValue {@link DEFAULT_WINSORISED} */
  readonly winsorised?: number;
}

export const DEFAULT_WINSORISED = 0.1;

/**
 * Overdispersion of shares around a target.
 *
 * Formula: φ = Σ z² / N, z = (p − target) / √(target(1 − target)/n), and τ² = (Nφₐ − (N − 1)) / (Σw − Σw² / Σw) with
 * w = 4n and φₐ of z = (arcsin √p − arcsin √target) · 2√n; not below zero. z beyond the outer quantiles (type 7) are
 * drawn in.
 * Edge cases: groups without a pupil are left out; fewer than three groups → undefined. Errors: target not between 0
 * and 1.
 * Source: Spiegelhalter (2005), Quality and Safety in Health Care 14, 347–351; DerSimonian & Laird (1986).
 */
export function overdispersion(
  groups: readonly GroupCount[],
  target: number,
  { winsorised = DEFAULT_WINSORISED }: OverdispersionOptions = {},
): Overdispersion | undefined {
  requireTarget('overdispersion', target);
  const filled = groups.filter(({ n }) => n > 0);
  if (filled.length < 3) return undefined;
  const meanSquare = (z: readonly number[]) =>
    drawnIn(z, winsorised).reduce((sum, each) => sum + each * each, 0) / z.length;
  const phi = meanSquare(
    filled.map(({ count, n }) => (count / n - target) / Math.sqrt((target * (1 - target)) / n)),
  );
  const onArcsine = meanSquare(
    filled.map(({ count, n }) => (arcsine(count / n) - arcsine(target)) * 2 * Math.sqrt(n)),
  );
  const weights = filled.reduce((sum, { n }) => sum + 4 * n, 0);
  const squares = filled.reduce((sum, { n }) => sum + 16 * n * n, 0);
  const excess = filled.length * onArcsine - (filled.length - 1);
  return {
    phi,
    tauSquared: Math.max(0, excess / (weights - squares / weights)),
    groups: filled.length,
  };
}

/**
 * Limits of a funnel whose groups differ by more than chance: arcsin √target ± z · √(1/4n + τ²), turned back to
 * shares.
 *
 * Errors: no pupil, target not between 0 and 1. Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202,
 * section 3.
 */
export function overdispersedLimits(target: number, n: number, tauSquared: number): FunnelLimits {
  requireTarget('overdispersedLimits', target);
  if (!(n > 0)) throw new RangeError('overdispersedLimits requires at least one pupil');
  const centre = arcsine(target);
  const spread = Math.sqrt(1 / (4 * n) + tauSquared);
  const limit = (z: number) => Math.sin(Math.max(0, Math.min(Math.PI / 2, centre + z * spread))) ** 2;
  return {
    at95: { low: limit(-Z_95), high: limit(Z_95) },
    at998: { low: limit(-Z_998), high: limit(Z_998) },
  };
}

/** Where a group lies: inside the limits, outside those at 95 %, or outside those at 99.8 %. */
export type FunnelPlace = 'inside' | 'above-95' | 'below-95' | 'above-998' | 'below-998';

/** The funnel of some groups around a target. */
export interface Funnel {
  /** Absent with fewer than three groups. */
  readonly spread: Overdispersion | undefined;
  /** Whether the limits were widened for it. */
  readonly isWidened: boolean;
  /** To be drawn. Errors: no pupil. */
  limits(n: number): FunnelLimits;
  /**
   * Place of a share of `n`. Exact: outside where chance gives a share at least as far from the target on this side
   * with a probability of at most 0.025, and 0.001; of a share that is no whole number of pupils the count nearer to
   * the target decides. Widened: outside the limits. Errors: no pupil.
   */
  place(share: number, n: number): FunnelPlace;
}

/**
 * Limits of chance, or those widened by τ² where groups differ by more than chance: φ above 1 + 2√(2 / (groups − 1)), two
 * standard errors.
 *
 * Edge cases: limits and places of an n that is not whole are those of the nearest whole one. Errors: target not between 0
 * and 1.
 * Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202.
 */
export function funnelAround(groups: readonly GroupCount[], target: number): Funnel {
  const spread = overdispersion(groups, target);
  const isBeyondChance = spread !== undefined && spread.phi > 1 + 2 * Math.sqrt(2 / (spread.groups - 1));
  if (!isBeyondChance || spread.tauSquared === 0) {
    const whole = (n: number) => Math.max(1, Math.round(n));
    return {
      spread,
      isWidened: false,
      limits: (n) => funnelLimits(target, whole(n)),
      place: (share, n) => exactPlace(share, whole(n), target),
    };
  }
  const { tauSquared } = spread;
  const limits = (n: number) => overdispersedLimits(target, n, tauSquared);
  return { spread, isWidened: true, limits, place: (share, n) => placeBetween(share, limits(n)) };
}

function exactPlace(share: number, n: number, target: number): FunnelPlace {
  const count = share * n;
  const nearer = share > target ? Math.floor(count + WHOLE) : Math.ceil(count - WHOLE);
  if (share > target) {
    const chance = 1 - binomialProbability(nearer - 1, n, target);
    if (chance <= 0.001) return 'above-998';
    return chance <= 0.025 ? 'above-95' : 'inside';
  }
  const chance = binomialProbability(nearer, n, target);
  if (chance <= 0.001) return 'below-998';
  return chance <= 0.025 ? 'below-95' : 'inside';
}

/** A share times pupils is whole but for its last binary digits. */
const WHOLE = 1e-9;

function placeBetween(share: number, { at95, at998 }: FunnelLimits): FunnelPlace {
  if (share > at998.high) return 'above-998';
  if (share < at998.low) return 'below-998';
  if (share > at95.high) return 'above-95';
  return share < at95.low ? 'below-95' : 'inside';
}

/** Standard normal quantile at 0.999. */
const Z_998 = 3.090232306167813;

function requireTarget(name: string, target: number): void {
  if (!(target > 0 && target < 1)) throw new RangeError(`${name} requires a target between zero and one`);
}

function interpolated(probability: number, n: number, target: number): number {
  const count = binomialQuantile(probability, n, target);
  const reached = binomialProbability(count, n, target);
  const before = binomialProbability(count - 1, n, target);
  return Math.max(0, (count - (reached - probability) / (reached - before)) / n);
}

function arcsine(share: number): number {
  return Math.asin(Math.sqrt(share));
}
