/**
 * How many fewer low results would take a school off the list.
 *
 * @module
 */
import type { LowResultsCondition, LowResultsRules } from '../assessment/low-results-rules.js';
import type { ByYear } from './rule-chance.js';
import { isLowThroughout, isMet } from './rule-chance.js';

/** Whether the share of low results reaches the border. */
export function isLowShare(low: number, n: number, shareFrom: number): boolean {
  return low >= shareFrom * n - NOISE;
}

/** Pupils fewer with a low result that bring a low work under the border. */
export function fewerUnderBorder(low: number, n: number, shareFrom: number): number {
  return low - (Math.ceil(shareFrom * n - NOISE) - 1);
}

/** A product such as 0.3 · n may come out a little above the whole number it is. */
const NOISE = 1e-9;

/** One work of a school. */
export interface LowWork {
  readonly low: ByYear<boolean>;
  /** What it takes to bring the work of the last year under the border; 0 where it is not low. */
  readonly fewer: number;
}

/**
 * Fewest pupils of the last year («сколько двоек до выхода») who would need a better result for the plain rule not to list the
 * school; 0 = it is not listed. Former years cannot change.
 *
 * The works that may stay low form a laminar matroid (of the works of the year so many, of those low throughout so many), so
 * keeping the dearest first is optimal.
 */
export function fewerToExit(works: readonly LowWork[], { conditions, combine }: LowResultsRules): number {
  const met = conditions.filter((condition) =>
    isMet(
      works.map(({ low }) => low),
      condition,
    ),
  );
  if (met.length === 0 || (combine === 'all' && met.length < conditions.length)) return 0;
  return combine === 'any'
    ? fewerToBreak(works, met)
    : Math.min(...met.map((condition) => fewerToBreak(works, [condition])));
}

function fewerToBreak(works: readonly LowWork[], conditions: readonly LowResultsCondition[]): number {
  const dearestFirst = [...works].sort((one, other) => other.fewer - one.fewer);
  const room = conditions.map(({ procedures }) => procedures - 1);
  let fewer = 0;
  for (const work of dearestFirst) {
    const concerned = conditions.flatMap(({ same, years }, place) =>
      !same || isLowThroughout(work.low, years) ? [place] : [],
    );
    if (concerned.every((place) => (room[place] ?? 0) > 0)) {
      for (const place of concerned) room[place] = (room[place] ?? 0) - 1;
    } else fewer += work.fewer;
  }
  return fewer;
}
