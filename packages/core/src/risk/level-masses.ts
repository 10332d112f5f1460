/**
 * How probable levels are beside the likeliest.
 *
 * @module
 */

/** Levels from one to another (exclusive). */
export interface LevelRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts the numbers over the largest of them in place of logarithms, 0 instead of those that are next to nothing; returns the range of
 * the others. Of some levels only, if that is said.
 */
export function toMasses(
  logs: Float64Array,
  { from, to }: LevelRange = wholeOf(logs),
  least: number = NEGLIGIBLE,
): LevelRange {
  const most = largestOf(logs, { from, to });
  let [first, end] = [to, from];
  for (let level = from; level < to; level++) {
    const log = (logs[level] ?? 0) - most;
    // Also where two logarithms of impossible results were taken from each other.
    const isPossible = log >= least;
    logs[level] = isPossible ? Math.exp(log) : 0;
    if (!isPossible) continue;
    first = Math.min(first, level);
    end = level + 1;
  }
  return { from: Math.min(first, end), to: end };
}

/** −∞ without any. */
export function largestOf(logs: Float64Array, { from, to }: LevelRange = wholeOf(logs)): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let level = from; level < to; level++) {
    const log = logs[level] ?? 0;
    if (log > most) most = log;
  }
  return most;
}

/** From the first to the last level, of all or of some, that is as large as `least`. */
export function reaching(logs: Float64Array, least: number, range: LevelRange = wholeOf(logs)): LevelRange {
  let { from, to } = range;
  while (from < to && !((logs[from] ?? 0) >= least)) from++;
  while (to > from && !((logs[to - 1] ?? 0) >= least)) to--;
  return { from, to };
}

function wholeOf(logs: Float64Array): LevelRange {
  return { from: 0, to: logs.length };
}

/** Logarithm of 10⁻¹²: levels less probable than the likeliest by this factor are left out. */
const NEGLIGIBLE = -27.6;
