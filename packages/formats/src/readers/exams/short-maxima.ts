/** Maxima of short answers, which protocols do not print. @module */
import { FULL } from './answer-mask.js';

/** Short answers of one result, and what they come to. */
export interface ShortAnswers {
  /** A sign for each answer: `+` = full, `-` = nothing, or points. */
  readonly mask: string;
  /** The printed total less the points of long answers; absent where no total is printed. */
  readonly points: number | undefined;
}

/** `pupils`: of how many the total says so; absent = nobody has anything between nothing and all. */
export interface ShortMaximum {
  readonly max: number;
  readonly pupils?: number;
}

/** Answers as signs, to be kept. */
export function maskOf(short: readonly number[]): string {
  return short.map((points) => (points === FULL ? '+' : points === 0 ? '-' : String(points))).join('');
}

/**
 * The maximum of each of the first `answers` short answers; absent = unknown.
 *
 * An answer that is full or nothing with everybody is worth 1. Where full answers are printed as `+`, points are a part
 * of more than one; without any `+` only points above 1 say so. Such a maximum follows from the totals of those for
 * whom no other one is unknown: nearly all of them, and five at least, must say the same. What was found helps with the
 * next.
 */
export function shortMaxima(
  results: readonly ShortAnswers[],
  answers: number,
): readonly (ShortMaximum | undefined)[] {
  let usesPlus = false;
  const highest = new Array<number>(answers).fill(0);
  for (const { mask } of results) {
    for (let i = 0; i < answers; i++) {
      const sign = mask[i] ?? '-';
      if (sign === '+') usesPlus = true;
      else if (sign !== '-') highest[i] = Math.max(highest[i] ?? 0, Number(sign));
    }
  }
  const told = usesPlus ? 0 : 1;
  const maxima = highest.map((most): ShortMaximum | undefined => (most > told ? undefined : { max: 1 }));
  for (let found = true; found; ) {
    found = false;
    for (const [i, votes] of votesOf(results, maxima)) {
      const max = agreed(votes, Math.max(2, highest[i] ?? 0));
      if (max === undefined) continue;
      maxima[i] = max;
      found = true;
    }
  }
  return maxima;
}

/** What the totals say of each answer whose maximum is unknown, by how many. */
function votesOf(
  results: readonly ShortAnswers[],
  maxima: readonly (ShortMaximum | undefined)[],
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const votes = new Map<number, Map<number, number>>();
  for (const { mask, points } of results) {
    if (points === undefined) continue;
    let left = points;
    const unknown: number[] = [];
    maxima.forEach((maximum, i) => {
      const sign = mask[i] ?? '-';
      if (sign === '+' && maximum === undefined) unknown.push(i);
      else if (sign !== '-') left -= sign === '+' ? (maximum?.max ?? 0) : Number(sign);
    });
    const [only, another] = unknown;
    if (only === undefined || another !== undefined) continue;
    const of = votes.get(only) ?? new Map<number, number>();
    votes.set(only, of.set(left, (of.get(left) ?? 0) + 1));
  }
  return votes;
}

function agreed(votes: ReadonlyMap<number, number>, least: number): ShortMaximum | undefined {
  const all = [...votes.values()].reduce((sum, pupils) => sum + pupils, 0);
  const [max, pupils] = [...votes].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0] as const);
  return pupils >= FEWEST && pupils >= MOST_OF_ALL * all && max >= least ? { max, pupils } : undefined;
}

const FEWEST = 5;
const MOST_OF_ALL = 0.95;
