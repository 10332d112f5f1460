/**
 * The bank of practices: what others do about a topic, where it comes from, and what is known of its effect.
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { Z_95 } from '../statistics/intervals.js';

/** What somebody measured of a practice. */
export interface PracticeEvidence {
  /** Results of those who took it up above those of others, standard deviations of pupils. */
  readonly effect: number;
  /** Standard error, in the same unit; above 0. */
  readonly error: number;
}

/** In which schools a practice works, as far as its author says; what is absent does not matter. */
export interface PracticeConditions {
  /** Kinds of settlement. */
  readonly settlements?: readonly string[];
  readonly leastPupils?: number;
  readonly mostPupils?: number;
}

export interface Practice {
  readonly practice: string;
  readonly title: string;
  /** Where it comes from. */
  readonly territory: string;
  readonly subject?: string;
  /** Topics («дефициты») that it answers. */
  readonly topics: readonly string[];
  readonly conditions: PracticeConditions;
  /** Schools that have taken it up, by id. */
  readonly adopters: readonly string[];
  readonly evidence: readonly PracticeEvidence[];
}

/** How far true effects of practices lie from none. */
export interface EffectRules {
  readonly id: string;
  readonly verified: boolean;
  readonly source: string;
  /** Standard deviation of true effects about 0, standard deviations of pupils; above 0. */
  readonly spread: number;
}

/** Our own choice: large effects of teaching practices in controlled trials are rare. No Russian source tells their spread. */
export const EFFECT_RULES: EffectRules = {
  id: 'practice-effects-1',
  verified: false,
  source: 'Разброс истинных эффектов педагогических практик; выбор программы',
  spread: 0.15,
};

/**
 * Effect of a practice, drawn to 0 as far as little is known of it.
 *
 * Formula: Σ effect / error² / (1 / spread² + Σ 1 / error²), variance 1 / (1 / spread² + Σ 1 / error²), 95 % interval,
 * `normal`. `n` = measurements. Edge cases: nothing measured → 0 with the interval of the spread: that is no proof that
 * it does nothing. Missing: an error that is not above 0 → `refused`. Source: Efron & Morris (1975), JASA 70, 311–319.
 */
export function shrunkenEffect(
  evidence: readonly PracticeEvidence[],
  { spread }: EffectRules = EFFECT_RULES,
): Figure {
  const n = evidence.length;
  if (evidence.some(({ error }) => !(error > 0))) return missing('refused', n);
  const precision = evidence.reduce((sum, { error }) => sum + 1 / error ** 2, 1 / spread ** 2);
  const estimate = evidence.reduce((sum, { effect, error }) => sum + effect / error ** 2, 0) / precision;
  const half = Z_95 / Math.sqrt(precision);
  return known(estimate, n, { low: estimate - half, high: estimate + half, method: 'normal' });
}
