/**
 * Schools whose results are high year after year.
 *
 * @module
 */
import type { SchoolResult, YearResults } from '../context/school-results.js';
import { firstYear } from '../foundation/school-year.js';
import { normalProbability, normalQuantile } from '../statistics/normal.js';
import type { DynamicsRules } from './dynamics-rules.js';

/** `no`: in some year probably not among them; `undetermined`: nobody can tell, or too few years. */
export type StablyHigh = 'yes' | 'no' | 'undetermined';

/**
 * Whether a school is, in each of the last years, probably among the upper share of all schools by true results.
 *
 * Formula: true results of schools vary with variance τ² around their mean (DerSimonian & Laird 1986); given the mean
 * of n pupils, the true result of a school is normal with mean drawn to that of all by τ² / (τ² + s² / n) and variance
 * τ²s² / (nτ² + s²), s² inside schools. High = above the quantile of true results at 1 − `upperShare`. Edge cases: no
 * result in one of the years, fewer than `minPupils` pupils, or schools that differ by chance alone → `undetermined`.
 * Source: DerSimonian & Laird (1986), Controlled Clinical Trials 7, 177–188; Efron & Morris (1975), JASA 70, 311–319.
 */
export function stablyHigh(
  byYear: readonly YearResults[],
  { minPupils, minSchools, stable }: DynamicsRules,
): (school: string) => StablyHigh {
  const years = lastYears(byYear, stable.years).map((year) =>
    year === undefined || year.schools.size < minSchools ? undefined : chancesOf(year, stable.upperShare),
  );
  return (school) => {
    const chances = years.map((year) => year?.(school, minPupils));
    if (chances.some((chance) => chance !== undefined && chance <= 1 - stable.probability)) return 'no';
    return chances.every((chance) => chance !== undefined && chance >= stable.probability)
      ? 'yes'
      : 'undetermined';
  };
}

function lastYears(byYear: readonly YearResults[], years: number): readonly (YearResults | undefined)[] {
  const start = firstYear(byYear[0]?.schoolYear);
  return Array.from({ length: years }, (_, before) =>
    byYear.find(({ schoolYear }) => firstYear(schoolYear) === start - before),
  );
}

/** Probability of being among the upper share; absent where nobody can tell. */
function chancesOf({ schools, variance }: YearResults, upperShare: number) {
  const results = [...schools.values()];
  const spread = variance === undefined ? undefined : between(results, variance);
  return (school: string, minPupils: number): number | undefined => {
    const of = schools.get(school);
    if (of === undefined || of.pupils < minPupils || spread === undefined || variance === undefined)
      return undefined;
    const { mean, tauSquared } = spread;
    if (tauSquared === 0) return undefined;
    const error = variance / of.pupils;
    const drawn = mean + (tauSquared / (tauSquared + error)) * (meanOf(of) - mean);
    const sd = Math.sqrt((tauSquared * error) / (tauSquared + error));
    const border = mean + Math.sqrt(tauSquared) * normalQuantile(1 - upperShare);
    return normalProbability((drawn - border) / sd);
  };
}

function between(schools: readonly SchoolResult[], variance: number) {
  let weights = 0;
  let squares = 0;
  let sum = 0;
  for (const of of schools) {
    const weight = of.pupils / variance;
    weights += weight;
    squares += weight * weight;
    sum += weight * meanOf(of);
  }
  const mean = sum / weights;
  const q = schools.reduce((of, each) => of + (each.pupils / variance) * (meanOf(each) - mean) ** 2, 0);
  const tauSquared = Math.max(0, (q - (schools.length - 1)) / (weights - squares / weights));
  return { mean, tauSquared };
}

function meanOf({ papers }: SchoolResult): number {
  return papers.sum / papers.n;
}
