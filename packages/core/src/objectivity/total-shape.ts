/**
 * How far apart the totals of a school lie, and how many pupils share one, against the region tilted to its mean.
 *
 * @module
 */
import type { ScoreLattice } from './score-lattice.js';

/** A figure of a school over its expectation in the tilted region, and the variance of that ratio by chance. */
export interface ShapeRatio {
  readonly ratio: number;
  readonly variance: number;
  /** Half of the smallest change; 0 where it is as good as continuous. */
  readonly halfStep: number;
}

/**
 * Sample variance of totals over the variance of the tilted region («разброс баллов»).
 *
 * Formula: s² / σ²; its variance, the mean being given, (μ₄ − σ⁴ − μ₃² / σ²) / ((n − 1) σ⁴), moments of the tilted region.
 * Missing: fewer than two pupils, or a tilted region without variance. Cost: one pass over the totals.
 */
export function varianceRatio({
  totals,
  tilted,
  n,
  sum,
  squares,
}: Pick<ScoreLattice, 'totals' | 'tilted' | 'n' | 'sum' | 'squares'>): ShapeRatio | undefined {
  const center = sum / n;
  let second = 0;
  let third = 0;
  let fourth = 0;
  for (let i = 0; i < totals.length; i++) {
    const distance = (totals[i] ?? 0) - center;
    const square = (tilted[i] ?? 0) * distance * distance;
    second += square;
    third += square * distance;
    fourth += square * distance * distance;
  }
  if (n < 2) return undefined;
  const own = (n * squares - sum * sum) / (n * (n - 1));
  const variance = (fourth - second * second - (third * third) / second) / ((n - 1) * second * second);
  // Without variance in the tilted region it is no number.
  return variance > 0 ? { ratio: own / second, variance, halfStep: 0 } : undefined;
}

/**
 * Share of pairs of pupils with equal totals over the share in the tilted region («совпадающие баллы»).
 *
 * Formula: Σ h(h − 1) / (n(n − 1)) over Σ q²; the variance of the share by chance is (4(n − 2)(θ₃ − θ₂²) + 2θ₂(1 − θ₂)) / (n(n −
 * 1)) with θₖ = Σ qᵏ (Hoeffding 1948, Annals of Mathematical Statistics 19, 293–325). Cost: one pass over the totals.
 */
export function identicalRatio({
  own,
  tilted,
  n,
}: Pick<ScoreLattice, 'own' | 'tilted' | 'n'>): ShapeRatio | undefined {
  let pairs = 0;
  let second = 0;
  let third = 0;
  for (let i = 0; i < own.length; i++) {
    const here = own[i] ?? 0;
    const weight = tilted[i] ?? 0;
    pairs += here * (here - 1);
    second += weight * weight;
    third += weight * weight * weight;
  }
  if (n < 2) return undefined;
  const all = n * (n - 1);
  const variance = (4 * (n - 2) * Math.max(0, third - second * second) + 2 * second * (1 - second)) / all;
  return variance > 0
    ? { ratio: pairs / all / second, variance: variance / (second * second), halfStep: 1 / (all * second) }
    : undefined;
}
