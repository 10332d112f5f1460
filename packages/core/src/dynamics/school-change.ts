/**
 * How a school's results moved from one school year to the next.
 *
 * @module
 */
import { fewestPupils } from '../assessment/fewest-pupils.js';
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { compareText } from '../foundation/order.js';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.js';
import { drawnIn } from '../statistics/drawn-in.js';
import { studentTProbability, studentTQuantile } from '../statistics/student-t.js';
import type { CommonWork, CommonWorks, WorkOfYear } from './common-works.js';
import type { DynamicsRules } from './dynamics-rules.js';

/** `rose`, `fell`: by more than chance and the usual ups and downs of schools; `unclear`: nobody can tell. */
export type ChangeVerdict = 'rose' | 'fell' | 'unclear';

/** One school in the last school year and the year before. */
export interface SchoolChange {
  readonly school: string;
  /** Ids of the works of the last year that are compared. */
  readonly works: readonly string[];
  /** Pupils that there are at least: in each grade those of the work that most of them wrote. */
  readonly pupils: number;
  readonly pupilsBefore: number;
  /**
   * Standing of the school among all schools that wrote in both years, this year less last year, in standard deviations of
   * pupils. It needs no equal items, and says nothing of the schools all together. Interval widened by `spread`.
   */
  readonly change: Figure;
  /** Two-sided, of no change; with the change. */
  readonly p?: number;
  /** Benjamini & Hochberg (1995), over the schools with a change. */
  readonly q?: number;
  readonly verdict?: ChangeVerdict;
  /**
   * Mean share of the maximum, this year less last year, −1..1, over works with the same items; where there are none,
   * `instrument-changed`: points of different items are not compared.
   */
  readonly points: Figure;
  /** A work is left out because its results look doubtful. */
  readonly doubtful: boolean;
}

export interface SchoolChanges {
  readonly schoolYear: string;
  readonly previousYear: string;
  /** In the order of their ids. */
  readonly schools: readonly SchoolChange[];
  /** φ: how many times the variance of changes is that of chance, 1 or more; absent with fewer schools than the rules ask for. */
  readonly spread: number | undefined;
}

/**
 * Changes of all schools that wrote a common work in both years.
 *
 * Formula: standing of a school on a work z = (its mean − mean of all) / SD of all pupils, over schools that wrote it in both
 * years; d = z of this year − z of last year, weight w = n·n′ / (n + n′), variance s²(1/n + 1/n′) with s² inside schools.
 * Works are joined as Σ wd / Σ w; papers of one grade are taken for those of the same pupils, whose errors add up, grades for
 * independent. φ = mean squared d / SE with extremes drawn in at 10 %, over what that is for normal numbers (0.679), at
 * least 1: pupils of a grade are others every year, and teachers change, so results of schools move by more than chance
 * without any reason that lasts. Interval d ± t · √φ · SE and p by t with as many degrees of freedom as there are schools less
 * one, for φ is estimated from them; `rose` and `fell` by q at `falseShare`.
 * Edge cases: fewer pupils than `minPupils` in a year → `too-few`; fewer than `minSchools` schools → `too-few-schools`; no
 * two pupils of one school on any work → `no-variation`. Not for ranking schools. Cost: one pass over the totals.
 * Source: Spiegelhalter (2005), Quality and Safety in Health Care 14, 347–351; Benjamini & Hochberg (1995), JRSS B 57, 289–300.
 */
export function schoolChanges(
  { schoolYear, previousYear, works }: CommonWorks,
  rules: DynamicsRules,
): SchoolChanges {
  const ids = [...new Set(works.flatMap(({ now, doubtful }) => [...now.bySchool.keys(), ...doubtful]))].sort(
    compareText,
  );
  const moved = ids.map((school) => movesOf(school, works, rules));
  const scores = moved.flatMap(({ standing }) =>
    standing === undefined || 'reason' in standing ? [] : [standing.difference / standing.error],
  );
  const isFew = scores.length < rules.minSchools;
  const phi = isFew ? undefined : Math.max(1, meanSquare(drawnIn(scores, WINSORISED)) / DRAWN_IN_NORMAL);
  const spread = phi === undefined ? undefined : { phi, freedom: scores.length - 1 };
  const figures = moved.map((of) => figuresOf(of, spread));
  const q = benjaminiHochberg(figures.map(({ p }) => p));
  return {
    schoolYear,
    previousYear,
    spread: phi,
    schools: figures.map((of, i): SchoolChange => {
      const qOf = q[i];
      if (of.change.kind === 'missing' || qOf === undefined) return of;
      const { estimate } = of.change;
      const verdict = qOf > rules.falseShare || estimate === 0 ? 'unclear' : estimate > 0 ? 'rose' : 'fell';
      return { ...of, q: qOf, verdict };
    }),
  };
}

const WINSORISED = 0.1;
/** Mean square of a standard normal number drawn in at 10 % from each end: ±1.2816. Without it φ would be too small by a third. */
const DRAWN_IN_NORMAL = 0.6786545589528744;

/** A difference with its standard error by chance alone. */
interface Move {
  readonly difference: number;
  readonly error: number;
}

type MoveOr<Why> = Move | { readonly reason: Why };

interface Moves extends Omit<SchoolChange, 'change' | 'points' | 'p' | 'q' | 'verdict'> {
  readonly standing: MoveOr<'too-few' | 'doubtful' | 'no-variation'>;
  readonly share: MoveOr<'too-few' | 'doubtful' | 'no-variation' | 'instrument-changed'>;
}

function movesOf(school: string, works: readonly CommonWork[], { minPupils }: DynamicsRules): Moves {
  const common = works.filter(({ now }) => now.bySchool.has(school));
  const [pupils, pupilsBefore] = [
    pupilsOf(school, common, ({ now }) => now),
    pupilsOf(school, common, ({ before }) => before),
  ];
  const of = {
    school,
    works: common.map(({ now }) => now.assessment.id),
    pupils,
    pupilsBefore,
    doubtful: works.some(({ doubtful }) => doubtful.has(school)),
  };
  if (common.length === 0) return { ...of, standing: DOUBTFUL, share: DOUBTFUL };
  if (Math.min(pupils, pupilsBefore) < minPupils) return { ...of, standing: FEW, share: FEW };
  const same = common.flatMap((work) => {
    const maximum = work.sameItems ? maximumOf(work.now) : undefined;
    return maximum === undefined ? [] : [{ work, maximum }];
  });
  return {
    ...of,
    standing: joined(school, common, ({ mean, deviation }) => ({ mean, scale: deviation })) ?? ALIKE,
    share:
      same.length === 0
        ? CHANGED
        : (joined(
            school,
            same.map(({ work }) => work),
            ({ assessment }) => ({ mean: 0, scale: maximumOfItems(assessment.items) ?? 1 }),
          ) ?? ALIKE),
  };
}

const DOUBTFUL = { reason: 'doubtful' } as const;
const FEW = { reason: 'too-few' } as const;
const ALIKE = { reason: 'no-variation' } as const;
const CHANGED = { reason: 'instrument-changed' } as const;

function pupilsOf(
  school: string,
  works: readonly CommonWork[],
  yearOf: (work: CommonWork) => WorkOfYear,
): number {
  return fewestPupils(
    works.map((work) => {
      const { assessment, bySchool } = yearOf(work);
      return { grade: assessment.grade, pupils: bySchool.get(school)?.n ?? 0 };
    }),
  );
}

/** Of the whole work, in half points; absent where a maximum is not known. */
function maximumOf({ assessment }: WorkOfYear): number | undefined {
  return maximumOfItems(assessment.items);
}

function maximumOfItems(items: readonly { readonly maxPoints?: number }[]): number | undefined {
  let sum = 0;
  for (const { maxPoints } of items) {
    if (maxPoints === undefined) return undefined;
    sum += maxPoints * 2;
  }
  return sum === 0 ? undefined : sum;
}

/** All works together, each on its own scale; absent where nobody knows how much pupils differ. */
function joined(
  school: string,
  works: readonly CommonWork[],
  on: (year: WorkOfYear) => { readonly mean: number; readonly scale: number },
): Move | undefined {
  const byGrade = new Map<number | undefined, { weight: number; error: number }>();
  let difference = 0;
  let weights = 0;
  for (const { now, before } of works) {
    const [one, other] = [now.bySchool.get(school), before.bySchool.get(school)];
    if (one === undefined || other === undefined) continue;
    if (now.within === undefined || before.within === undefined) continue;
    const [a, b] = [on(now), on(before)];
    const weight = (one.n * other.n) / (one.n + other.n);
    difference += weight * ((one.sum / one.n - a.mean) / a.scale - (other.sum / other.n - b.mean) / b.scale);
    weights += weight;
    const variance = now.within / a.scale ** 2 / one.n + before.within / b.scale ** 2 / other.n;
    const grade = byGrade.get(now.assessment.grade) ?? { weight: 0, error: 0 };
    grade.weight += weight;
    grade.error += weight * Math.sqrt(variance);
    byGrade.set(now.assessment.grade, grade);
  }
  if (weights === 0) return undefined;
  const error = Math.sqrt([...byGrade.values()].reduce((sum, of) => sum + of.error ** 2, 0)) / weights;
  return error > 0 ? { difference: difference / weights, error } : undefined;
}

function figuresOf(
  { standing, share, ...of }: Moves,
  spread: { readonly phi: number; readonly freedom: number } | undefined,
): Omit<SchoolChange, 'q' | 'verdict'> {
  const n = of.pupils;
  const figure = (move: MoveOr<Exclude<Moves['share'], Move>['reason']>): Figure => {
    if ('reason' in move) return missing(move.reason, n);
    if (spread === undefined) return missing('too-few-schools', n);
    const half = studentTQuantile(0.975, spread.freedom) * Math.sqrt(spread.phi) * move.error;
    return known(move.difference, n, {
      low: move.difference - half,
      high: move.difference + half,
      method: 't',
    });
  };
  const change = figure(standing);
  return {
    ...of,
    change,
    points: figure(share),
    ...(change.kind === 'missing' || 'reason' in standing || spread === undefined
      ? {}
      : {
          p:
            2 *
            studentTProbability(
              -Math.abs(standing.difference) / (standing.error * Math.sqrt(spread.phi)),
              spread.freedom,
            ),
        }),
  };
}

function meanSquare(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0) / values.length;
}
