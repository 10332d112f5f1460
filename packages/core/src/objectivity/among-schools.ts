/**
 * What is usual among the schools of a region: their centre and how much they truly differ. A school is held against both, so
 * what a whole region does alike, and differences between schools that are no sign of anything, are not held against anybody.
 *
 * @module
 */
import { normalQuantile } from '../statistics/normal.js';
import { normalUpperTail } from '../statistics/normal-tail.js';
import { studentTProbabilities } from '../statistics/student-t.js';
import { middle, select } from './middle.js';

/** Usual values of one figure in one region. */
export interface UsualValues {
  readonly schools: number;
  readonly centre: number;
  /** Variance of the centre by chance. */
  readonly centreVariance: number;
  /** Variance of true values between schools, one standard error above its estimate. */
  readonly spread: number;
}

/** Below this nobody can say what is usual. */
export const FEWEST_SCHOOLS = 10;

/**
 * Centre and spread of values with known variances, by estimates that a few unusual schools do not move.
 *
 * Formula: the centre starts at the median; the spread τ² is the median of (y − centre)² / 0.4549 − v, at least 0, so that half
 * of all |y − centre| / √(v + τ²) are under 0.6745, as in a normal distribution; it is taken over all schools and over the half
 * with the smaller variances, and the larger counts: where variances are stated too large, small schools hide the spread of
 * large ones. Then the centre is the mean with weights 1 / (v + τ²) of values drawn in to two standard deviations (Huber 1964,
 * Annals of Mathematical Statistics 35, 73–101, one step), and the spread is taken again around it, with one standard error
 * (lower quartile of v + τ²) · √(2 / (0.37 schools)) added, so that a spread that came out too small flags nobody.
 *
 * @param values - of the first `schools` places.
 * @returns undefined for fewer than {@link FEWEST_SCHOOLS}. Cost: about twenty comparisons a school.
 */
export function usualValues(
  values: Float64Array,
  variances: Float64Array,
  schools: number,
): UsualValues | undefined {
  if (schools < FEWEST_SCHOOLS) return undefined;
  const room = values.slice(0, schools);
  let centre = middle(room, schools);
  room.set(variances.subarray(0, schools));
  const border = middle(room, schools);
  // Only smaller ones stand before the middle now.
  const steady = select(room, schools >> 2, (schools >> 1) + 1);
  const first = spreadAround(centre, values, variances, border, room);
  let weights = 0;
  let drawnIn = 0;
  for (let i = 0; i < schools; i++) {
    const variance = (variances[i] ?? 0) + first;
    const reach = 2 * Math.sqrt(variance);
    const distance = Math.max(-reach, Math.min(reach, (values[i] ?? 0) - centre));
    weights += 1 / variance;
    drawnIn += distance / variance;
  }
  centre += drawnIn / weights;
  const spread = spreadAround(centre, values, variances, border, room);
  const error = (steady + spread) * Math.sqrt(2 / (MEDIAN_EFFICIENCY * schools));
  return { schools, centre, centreVariance: 1 / weights, spread: spread + error };
}

/** `room`: as long as there are schools; overwritten. */
function spreadAround(
  centre: number,
  values: Float64Array,
  variances: Float64Array,
  border: number,
  room: Float64Array,
): number {
  const schools = room.length;
  let count = 0;
  for (let i = 0; i < schools; i++) {
    const variance = variances[i] ?? 0;
    if (variance > border) continue;
    const distance = (values[i] ?? 0) - centre;
    room[count++] = (distance * distance) / MEDIAN_OF_SQUARE - variance;
  }
  const steady = middle(room, count);
  for (let i = 0; i < schools; i++) {
    const distance = (values[i] ?? 0) - centre;
    room[i] = (distance * distance) / MEDIAN_OF_SQUARE - (variances[i] ?? 0);
  }
  return Math.max(0, middle(room, schools), steady);
}

/** Standard error of a school's value as one of its region. */
export function errorAmong({ spread, centreVariance }: UsualValues, variance: number): number {
  return Math.sqrt(variance + spread + centreVariance);
}

/**
 * Probability of a value at least this far above the centre (`upper`) or below it, if the school is like the others.
 *
 * Formula: Student's t with 0.37 · (schools − 1) degrees of freedom: a spread by the median knows as much as 0.37 times as many
 * values by squares (efficiency of the median absolute deviation, Hampel 1974, JASA 69, 383–393).
 *
 * @returns for a value, its standard error ({@link errorAmong}) and half of the smallest change of a figure made of whole pupils:
 * by so much less it is away.
 */
export function tailsAmong(
  of: UsualValues,
  side: 'upper' | 'lower' | 'both',
): (value: number, error: number, halfStep: number) => number {
  const { centre } = of;
  const student = studentTProbabilities(MEDIAN_EFFICIENCY * (of.schools - 1));
  return (value, error, halfStep) => {
    const away = value - centre;
    const drawnIn = Math.sign(away) * Math.max(0, Math.abs(away) - halfStep);
    const t = drawnIn / error;
    if (side === 'both') return 2 * student(-Math.abs(t));
    return student(side === 'upper' ? -t : t);
  };
}

/**
 * Chance that a school whose true value is `away` from the centre is found at `level` on one side, or on both (normal
 * approximation).
 *
 * @returns for `away` and the {@link errorAmong} of a school.
 */
export function powerAmong(level: number, sides: 1 | 2): (away: number, error: number) => number {
  const critical = normalQuantile(level / sides);
  return (away, error) => normalUpperTail(-Math.abs(away) / error - critical);
}

/** Median of chi-square with one degree of freedom: 0.6745². */
const MEDIAN_OF_SQUARE = 0.45493642311957283;
const MEDIAN_EFFICIENCY = 0.37;
