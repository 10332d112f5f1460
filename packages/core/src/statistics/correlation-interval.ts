import type { Interval } from '../foundation/figure.js';
import { Z_95 } from './intervals.js';

/**
 * 95 % interval of a correlation, by Fisher's transformation.
 *
 * Formula: tanh(atanh r ± z(0.975) / √(n − 3)).
 * Edge cases: fewer than four pupils, or a perfect correlation → undefined. It takes both for normal: of items with few
 * points it is a rough guide.
 * Source: Fisher (1921), Metron 1, 3–32.
 */
export function correlationInterval(r: number, n: number): Interval | undefined {
  if (n < 4 || Math.abs(r) >= 1) return undefined;
  const half = Z_95 / Math.sqrt(n - 3);
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half), method: 'fisher' };
}
