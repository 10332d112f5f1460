/**
 * Standard error of measurement at each total («ошибка измерения при данном балле»).
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { alpha } from '../solve-rates/reliability.js';
import type { WorkMoments } from '../solve-rates/work-moments.js';
import { standardDeviation } from '../statistics/moments.js';
import type { Abilities } from './abilities.js';

export interface ErrorsByTotal {
  /** `partial-credit` from the scaled work; `binomial-keats` and, without a reliability, `binomial` from totals alone. */
  readonly method: 'partial-credit' | 'binomial-keats' | 'binomial';
  /** Points; index = total in half points. */
  readonly byTotal: readonly Figure[];
}

/**
 * Standard errors of totals under the partial credit model.
 *
 * Formula: √(Σ P(ability | total) · variance of totals at the ability): how far, in the root mean square, the total of a
 * second, equal work of pupils with this total lies from their true total. Units: points.
 * Missing: a total that no pupil of any ability gets → `no-pupils`. The ends 0 and maximum have figures too, since
 * abilities behind them are finite.
 * Source: variance of totals: Kolen, Zeng & Hanson (1996), Journal of Educational Measurement 33, 129–140, by Lord &
 * Wingersky (1984). Cost: grid × totals.
 */
export function errorsByTotal({ n, grid }: Abilities): ErrorsByTotal {
  const most = grid[0]?.totals.length ?? 0;
  const byTotal = Array.from({ length: most }, (_, total): Figure => {
    let probability = 0;
    let variance = 0;
    for (const point of grid) {
      const joint = point.share * (point.totals[total] ?? 0);
      probability += joint;
      variance += joint * point.errorVariance;
    }
    return probability > 0 ? known(Math.sqrt(variance / probability), n) : missing('no-pupils', n);
  });
  return { method: 'partial-credit', byTotal };
}

/**
 * Standard errors of totals where the work could not be scaled.
 *
 * Formula: √(t(K − t)/(K − 1)), as if each of the K points were an item of its own and all were equally hard (Lord), times
 * √((1 − α)/(1 − KR21)) so that the mean agrees with alpha (Keats); KR21 = K/(K − 1) · (1 − M(K − M)/(K s²)).
 * Rough: points of one item come together, which Keats' factor mends on average only. 0 at both ends. Units: points.
 * Missing: K below 2 → `one-item`; without alpha or with KR21 of 1 the factor is left out (`binomial`).
 * Errors: `maxPoints` that is not above zero → RangeError.
 * Source: Lord (1955), Educational and Psychological Measurement 15, 325–336; Keats (1957), Psychometrika 22, 29–41; compared
 * with others by Feldt, Steffen & Gupta (1985), Applied Psychological Measurement 9, 351–361. Cost: totals.
 */
export function binomialErrorsByTotal(work: WorkMoments, maxPoints: number): ErrorsByTotal {
  if (!(maxPoints > 0)) throw new RangeError('binomialErrorsByTotal requires maxPoints above zero');
  const { n } = work.total;
  const totals = Array.from({ length: Math.floor(maxPoints * 2) + 1 }, (_, half) => half / 2);
  if (maxPoints < 2) return { method: 'binomial', byTotal: totals.map(() => missing('one-item', n)) };
  const factor = keatsFactor(work, maxPoints);
  const byTotal = totals.map((total) =>
    known(Math.sqrt(((total * (maxPoints - total)) / (maxPoints - 1)) * (factor ?? 1)), n),
  );
  return { method: factor === undefined ? 'binomial' : 'binomial-keats', byTotal };
}

function keatsFactor(work: WorkMoments, maxPoints: number): number | undefined {
  const reliability = alpha(work);
  if (reliability.kind === 'missing' || work.total.n < 2) return undefined;
  const mean = work.total.sum / work.total.n;
  const variance = standardDeviation(work.total) ** 2;
  const kr21 = (maxPoints / (maxPoints - 1)) * (1 - (mean * (maxPoints - mean)) / (maxPoints * variance));
  return kr21 < 1 ? (1 - Math.min(1, reliability.estimate)) / (1 - kr21) : undefined;
}
