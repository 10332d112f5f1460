/**
 * Context index of schools («индекс социального благополучия школы», ИСБШ): harder conditions, higher index.
 *
 * @module
 */

import type { ContextIndicator, ContextRules } from '../assessment/context-rules.js';
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import type { IndicatorCoefficients } from './indicator-scale.js';
import { fitIndicator, placeOnScale } from './indicator-scale.js';

/** Social passport of a school («социальный паспорт»), as far as the index needs it. */
export interface SchoolPassport {
  readonly school: string;
  /** Kind of settlement: city, town, village; schools of one text are of one kind. */
  readonly settlement?: string;
  readonly pupils?: number;
  /** Share of the pupils (or teachers, rooms …), 0..1, by id of the indicator; absent or missing = not known, and never guessed. */
  readonly indicators: ReadonlyMap<string, Figure>;
}

/** Coefficients of one indicator among the schools of a settlement type, or among all. */
interface IndicatorScale {
  readonly indicator: string;
  /** Absent: of all schools. */
  readonly settlement?: string;
  /** Schools that it was made of. */
  readonly schools: number;
  readonly coefficients: IndicatorCoefficients;
}

/** What an index was computed with. Plain data: kept, it puts the schools of another year on the same scale. */
export interface ContextScale {
  /** Id of the ruleset. */
  readonly rules: string;
  readonly scales: readonly IndicatorScale[];
}

/** An indicator that has no part in the index of a school. */
export interface LeftOutIndicator {
  readonly indicator: string;
  /** `impossible`: no share between 0 and 1. */
  readonly reason: 'not-stated' | 'no-variation' | 'impossible';
}

export interface ContextIndex {
  /** In the unit of the normalisation; missing `no-context` or `no-variation`. `n`: pupils of the passport, 0 = not stated. */
  readonly index: Figure;
  readonly leftOut: readonly LeftOutIndicator[];
  /** The settlement type has too few schools, so that the school stands on the scale of all. */
  readonly onScaleOfAll: boolean;
}

/** Coefficients from all passports; the order of schools does not matter. */
export function contextScale(passports: readonly SchoolPassport[], rules: ContextRules): ContextScale {
  const bySettlement = new Map<string | undefined, SchoolPassport[]>([[undefined, [...passports]]]);
  if (rules.within === 'settlement') {
    for (const passport of passports) {
      const { settlement } = passport;
      if (settlement === undefined) continue;
      const there = bySettlement.get(settlement);
      if (there === undefined) bySettlement.set(settlement, [passport]);
      else there.push(passport);
    }
  }
  const scales = [...bySettlement].flatMap(([settlement, schools]) =>
    settlement !== undefined && schools.length < rules.minSchools
      ? []
      : rules.indicators.map(({ id }): IndicatorScale => {
          const shares = schools.flatMap((passport) => {
            const share = shareOf(passport, id);
            return typeof share === 'number' ? [share] : [];
          });
          return {
            indicator: id,
            ...(settlement === undefined ? {} : { settlement }),
            schools: shares.length,
            coefficients: fitIndicator(shares, rules.normalisation),
          };
        }),
  );
  return { rules: rules.id, scales: scales.sort(compareScales) };
}

/**
 * The index of one school on a scale.
 *
 * Formula: Σ weight × direction × place on the scale / Σ weight over the indicators that are there; for `min-max` and
 * `percentile` an indicator of direction −1 counts as 1 − place, so that the index stays within 0..1. Edge cases: an
 * indicator that is not known is left out and named, never guessed; less than `leastWeight` of the weight there →
 * `no-context`. Indicators that are the same in all schools say nothing and are no part of the weight; only such →
 * `no-variation`.
 */
export function contextIndexOf(
  passport: SchoolPassport,
  rules: ContextRules,
  scale: ContextScale,
): ContextIndex {
  const own = scale.scales.filter(
    ({ settlement }) => settlement !== undefined && settlement === passport.settlement,
  );
  const onScaleOfAll = own.length === 0;
  const scales = new Map(
    (onScaleOfAll ? scale.scales.filter(({ settlement }) => settlement === undefined) : own).map(
      ({ indicator, coefficients }) => [indicator, coefficients],
    ),
  );
  const leftOut: LeftOutIndicator[] = [];
  let sum = 0;
  let there = 0;
  let asked = 0;
  for (const indicator of rules.indicators) {
    const { id, weight } = indicator;
    const by = scales.get(id);
    const share = shareOf(passport, id);
    const place = typeof share === 'number' && by !== undefined ? placeOnScale(share, by) : undefined;
    if (place === undefined || by === undefined) {
      const reason = typeof share === 'number' ? 'no-variation' : share;
      leftOut.push({ indicator: id, reason });
      if (reason !== 'no-variation') asked += weight;
      continue;
    }
    asked += weight;
    there += weight;
    sum += weight * turned(place, indicator, by);
  }
  const { pupils = 0 } = passport;
  const isEnough = there > 0 && there >= rules.leastWeight * asked - NOISE;
  return {
    index: isEnough
      ? known(sum / there, pupils)
      : missing(asked === 0 ? 'no-variation' : 'no-context', pupils),
    leftOut,
    onScaleOfAll: rules.within === 'settlement' && onScaleOfAll,
  };
}

function turned(place: number, { direction }: ContextIndicator, by: IndicatorCoefficients): number {
  if (direction === 1) return place;
  return by.kind === 'z' ? -place : 1 - place;
}

/** The share, or why there is none. */
function shareOf(
  { indicators }: SchoolPassport,
  id: string,
): number | Exclude<LeftOutIndicator['reason'], 'no-variation'> {
  const figure = indicators.get(id);
  if (figure === undefined || figure.kind === 'missing') return 'not-stated';
  return figure.estimate >= 0 && figure.estimate <= 1 ? figure.estimate : 'impossible';
}

function compareScales(one: IndicatorScale, other: IndicatorScale): number {
  const key = ({ settlement = '', indicator }: IndicatorScale) => JSON.stringify([settlement, indicator]);
  const [a, b] = [key(one), key(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

const NOISE = 1e-12;
