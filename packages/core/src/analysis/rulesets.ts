/**
 * Thresholds of findings: data with a source, replaceable by the caller.
 *
 * @module
 */
import type { ItemLevel } from '../assessment/assessment.js';

/** How far a ruleset was checked against its source. `unverified` is said to the user. */
export type Verification = 'verified' | 'second-hand' | 'unverified' | 'own';

export interface FindingRules {
  readonly id: string;
  readonly verification: Verification;
  readonly source: string;
  /** Below this share the solve rate of an item of the level is not sufficient. */
  readonly insufficientBelow: Readonly<Record<ItemLevel, number>>;
  /** The same for items whose level is not given. */
  readonly insufficientBelowByDefault: number;
  /** Share of pupils not yet taught a topic from which it is reported. */
  readonly notTaughtFrom: number;
  /** Share of pupils whose two marks differ by two or more, from which the gap is reported. */
  readonly journalGapFrom: number;
  /** A statement is reported when its probability is at least this. */
  readonly probability: number;
  /** Fewest pupils for any finding. */
  readonly minPupils: number;
}

/**
 * The corridors are those of ФИОКО's recommendations to schools on analysing ВПР results (2026), pages 6 and 17,
 * seen second-hand: basic items below 57 %, advanced and high ones below 28.5 % are insufficient. An item without
 * a level gets the milder of the two. The remaining thresholds are our own choice.
 */
export const fioko2026: FindingRules = {
  id: 'fioko-2026',
  verification: 'second-hand',
  source: 'ФИОКО. Рекомендации по проведению анализа результатов ВПР, 2026, с. 6, 17',
  insufficientBelow: { basic: 0.57, advanced: 0.285, high: 0.285 },
  insufficientBelowByDefault: 0.285,
  notTaughtFrom: 0.05,
  journalGapFrom: 0.05,
  probability: 0.9,
  minPupils: 10,
};
