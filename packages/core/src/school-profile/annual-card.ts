/**
 * The annual card of a school («ежегодный анализ показателей деятельности»): six groups of indicators.
 *
 * @module
 */
import { fewestPupils } from '../assessment/fewest-pupils.js';
import { procedureOf } from '../assessment/procedure.js';
import { hasItemsOf } from '../assessment/same-items.js';
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { firstYear } from '../foundation/school-year.js';
import { wilsonInterval } from '../statistics/intervals.js';
import { newcombeInterval } from '../statistics/two-shares.js';
import type { CardIndicator, CardRules, ComputedIndicator } from './card-rules.js';
import type { MarkCounts, SchoolWork } from './school-facts.js';
import { addMarks, markTotal, NO_MARKS, worksOfLastYear } from './school-facts.js';

/** What a school or its founder entered for a school year. */
export interface CardEntry {
  readonly school: string;
  /** `2024/2025`. */
  readonly schoolYear: string;
  /** Whole numbers by id of the column; absent = not known, which is not zero. */
  readonly counts: ReadonlyMap<string, number>;
}

export interface CardCell {
  readonly indicator: CardIndicator;
  /** A share 0..1, a difference of shares, or a number: the unit of the indicator says which. */
  readonly figure: Figure;
}

export interface AnnualCard {
  readonly school: string;
  /** Of what was entered; absent = nothing was. */
  readonly schoolYear?: string;
  /** Every indicator of the ruleset, in its order. */
  readonly cells: readonly CardCell[];
}

/**
 * The card of one school.
 *
 * Results: shares of marks over all works of the last school year. Dynamics: the same share less that of the year
 * before, over works with the very same items (`hasItemsOf`); otherwise the instrument changed and nothing is
 * compared. Papers of one pupil are not independent, so intervals rest on the fewest different pupils (`fewestPupils`)
 * and are rather too wide than too narrow: Wilson (1927) and Newcombe (1998). What was entered counts everybody, so it
 * has no interval. Edge cases: nothing entered → `not-entered`; a share of nothing → `no-pupils`; no works →
 * `no-results`; none of the same procedures a year before → `no-results-before`; works without marks → `no-marks`. Of several entries the last school year counts, of two of a year the
 * first.
 */
export function annualCard(
  school: string,
  entries: readonly CardEntry[],
  works: readonly SchoolWork[],
  rules: CardRules,
): AnnualCard {
  const entry = entries
    .filter((each) => each.school === school)
    .reduce<CardEntry | undefined>(
      (last, each) => (last === undefined || each.schoolYear > last.schoolYear ? each : last),
      undefined,
    );
  return {
    school,
    ...(entry === undefined ? {} : { schoolYear: entry.schoolYear }),
    cells: rules.indicators.map((indicator) => ({
      indicator,
      figure: indicator.kind === 'computed' ? computed(indicator, works) : entered(indicator, entry?.counts),
    })),
  };
}

function entered(
  { part, of }: Exclude<CardIndicator, ComputedIndicator>,
  counts: CardEntry['counts'] = new Map(),
): Figure {
  const count = counts.get(part);
  if (of === undefined) return count === undefined ? missing('not-entered') : known(count, count);
  const whole = counts.get(of);
  if (count === undefined || whole === undefined) return missing('not-entered', whole ?? 0);
  return whole === 0 ? missing('no-pupils') : known(count / whole, whole);
}

function computed({ marks, compared }: ComputedIndicator, works: readonly SchoolWork[]): Figure {
  const last = worksOfLastYear(works);
  if (last.length === 0) return missing('no-results');
  const now = shareOf(last, marks);
  if (!compared) return shareFigure(now);
  const pairs = last.flatMap((work) => {
    const before = works.find(({ assessment }) => hasItemsOf(work.assessment, assessment));
    return before !== undefined && isYearBefore(before, work) ? [{ work, before }] : [];
  });
  if (pairs.length === 0) {
    const isAny = last.some((work) =>
      works.some((other) => isSameProcedure(other, work) && isYearBefore(other, work)),
    );
    return missing(isAny ? 'instrument-changed' : 'no-results-before');
  }
  const [one, other] = [
    shareOf(
      pairs.map(({ work }) => work),
      marks,
    ),
    shareOf(
      pairs.map(({ before }) => before),
      marks,
    ),
  ];
  const n = Math.min(one.n, other.n);
  if (n === 0) return missing('no-marks');
  return known(one.share - other.share, n, newcombeInterval(one, other));
}

/** Share of some marks among all marks of works, and the fewest pupils behind them. */
function shareOf(
  works: readonly SchoolWork[],
  of: ComputedIndicator['marks'],
): { readonly share: number; readonly n: number } {
  const marks = works.reduce<MarkCounts>((sum, work) => addMarks(sum, work.marks), NO_MARKS);
  const all = markTotal(marks);
  const part = of.reduce((sum, mark) => sum + marks[mark], 0);
  const pupils = works.map(({ assessment, marks }) => ({
    grade: assessment.grade,
    pupils: markTotal(marks),
  }));
  return { share: all === 0 ? 0 : part / all, n: fewestPupils(pupils) };
}

function shareFigure({ share, n }: { readonly share: number; readonly n: number }): Figure {
  return n === 0 ? missing('no-marks') : known(share, n, { ...wilsonInterval(share, n), method: 'wilson' });
}

function isSameProcedure({ assessment: one }: SchoolWork, { assessment: other }: SchoolWork): boolean {
  return procedureOf(one) === procedureOf(other);
}

function isYearBefore({ assessment: one }: SchoolWork, { assessment: other }: SchoolWork): boolean {
  return firstYear(one.schoolYear) + 1 === firstYear(other.schoolYear);
}
