/**
 * How a school rates its own risks («самодиагностика»), and what follows from it.
 *
 * @module
 */
import type { MissingReason } from '../foundation/figure.js';
import type { RiskFactor, RiskFactorRules } from './risk-factors.js';

/** How much a factor matters for the school («значимость»), the most first. */
export const SIGNIFICANCES = ['high', 'medium', 'low'] as const;
export type Significance = (typeof SIGNIFICANCES)[number];

/** What a school says of one factor. */
export interface FactorRating {
  readonly school: string;
  /** Id of the factor. */
  readonly factor: string;
  readonly significance: Significance;
  /** Who was asked, in the school's own words: «анкеты учителей и родителей». */
  readonly askedOf?: string;
  /** Whether the school takes the factor into its programme; absent = not said. */
  readonly chosen?: boolean;
}

/** A factor with its rating, or why there is none. */
export type ProfiledFactor =
  | { readonly factor: RiskFactor; readonly rating: FactorRating }
  | { readonly factor: RiskFactor; readonly reason: MissingReason };

export interface RiskProfile {
  readonly school: string;
  /** Every factor of the ruleset, in its order. */
  readonly factors: readonly ProfiledFactor[];
  readonly counts: Readonly<Record<Significance, number>>;
  /** Factors without a rating: they are not taken for low. */
  readonly unrated: number;
  /** Ids of the factors that the school takes into its programme. */
  readonly chosen: readonly string[];
  /** Ids of factors rated high of which it is not said whether the school takes them. */
  readonly toDecide: readonly string[];
}

/**
 * The risk profile of a school by its own ratings. Nothing is added up to one score: no source weighs the factors.
 *
 * Edge cases: no ratings → every factor has `why`; of two ratings of a factor the first counts; ratings of factors that
 * the ruleset does not list, or of other schools, are not looked at.
 */
export function riskProfile(
  school: string,
  ratings: readonly FactorRating[],
  rules: RiskFactorRules,
  why: MissingReason = 'not-entered',
): RiskProfile {
  const own = new Map<string, FactorRating>();
  for (const rating of ratings) {
    if (rating.school === school && !own.has(rating.factor)) own.set(rating.factor, rating);
  }
  const factors = rules.factors.map((factor): ProfiledFactor => {
    const rating = own.get(factor.id);
    return rating === undefined ? { factor, reason: why } : { factor, rating };
  });
  const rated = factors.flatMap((of) => ('rating' in of ? [of.rating] : []));
  const ofSignificance = (each: Significance) => rated.filter(({ significance }) => significance === each);
  return {
    school,
    factors,
    counts: {
      high: ofSignificance('high').length,
      medium: ofSignificance('medium').length,
      low: ofSignificance('low').length,
    },
    unrated: factors.length - rated.length,
    chosen: rated.flatMap(({ factor, chosen }) => (chosen === true ? [factor] : [])),
    toDecide: ofSignificance('high').flatMap(({ factor, chosen }) => (chosen === undefined ? [factor] : [])),
  };
}
