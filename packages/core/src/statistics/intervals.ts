/** Interval estimates for shares and means. @module */
import type { Interval } from '../foundation/figure.js';
import { studentTQuantile } from './student-t.js';

/** Standard normal quantile at 0.975. */
export const Z_95 = 1.959963984540054;

/**
 * Wilson interval, 95 %, for a share («доверительный интервал доли»).
 *
 * Formula: (p + z²/2n ± z√(p(1−p)/n + z²/4n²)) / (1 + z²/n), kept inside 0..1.
 * `share` may also be the mean of values that lie between 0 and 1: their variance is at most p(1−p), so the
 * interval is then on the safe side.
 * Source: Wilson (1927), JASA 22, 209–212; recommended for small groups by Brown, Cai, DasGupta (2001).
 */
export function wilsonInterval(share: number, n: number): { readonly low: number; readonly high: number } {
  if (!(n > 0)) throw new RangeError('wilsonInterval requires at least one pupil');
  const z2 = Z_95 * Z_95;
  const centre = share + z2 / (2 * n);
  const half = Z_95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return {
    low: share === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: share === 1 ? 1 : Math.min(1, (centre + half) / scale),
  };
}

/**
 * t interval, 95 %, for a mean: mean ± t(0.975; n − 1) · sd / √n. Needs two pupils.
 * Source: Student (1908), Biometrika 6, 1–25.
 */
export function tInterval(mean: number, sd: number, n: number): Interval {
  if (n < 2) throw new RangeError('tInterval requires at least two pupils');
  const half = (t975(n - 1) * sd) / Math.sqrt(n);
  return { low: mean - half, high: mean + half, method: 't' };
}

const cache = new Map<number, number>();

function t975(df: number): number {
  const found = cache.get(df);
  if (found !== undefined) return found;
  const made = studentTQuantile(0.975, df);
  cache.set(df, made);
  return made;
}
