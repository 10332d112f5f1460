import type { Degree } from './offer.js';
import type { PriorityGroup } from './teacher.js';

/**
 * What a need is worth and what a pair costs: data, because no document settles it. All are whole numbers, so that plans are the
 * same on every machine.
 */
export interface SupportRules {
  readonly id: string;
  /** False: nobody has checked these numbers against an official document. */
  readonly verified: boolean;
  readonly source: string;
  /** Most offers of a teacher for whom none is stated. */
  readonly limit: number;
  /** Worth of a need by severity, before the multiplier. */
  readonly severityWeight: Readonly<Record<Degree, number>>;
  /** Multiplier of a teacher who is in no priority group. */
  readonly multiplier: number;
  /** Multiplier by group; of several groups the greatest counts. */
  readonly groupMultiplier: Readonly<Record<PriorityGroup, number>>;
  /** Severity from which a need belongs to the first stage. */
  readonly severeFrom: Degree;
  /** Costs, compared only among plans of equal coverage. */
  readonly costs: {
    /** For each hour of an offer. */
    readonly hour: number;
    /** For an offer in a place that is not the teacher's school. */
    readonly elsewhere: number;
    /** For each thousand roubles. */
    readonly thousandRoubles: number;
    /** For a pair that the earlier plan did not have. */
    readonly change: number;
  };
}

/** Our own numbers: no official document with them is known to us. */
export const SUPPORT_RULES: SupportRules = {
  id: 'support-own-2026',
  verified: false,
  source: 'own',
  limit: 2,
  severityWeight: { 1: 1, 2: 2, 3: 3 },
  multiplier: 10,
  groupMultiplier: { young: 12, newcomer: 12, low_results: 15, no_exam_experience: 12 },
  severeFrom: 3,
  costs: { hour: 1, elsewhere: 5, thousandRoubles: 1, change: 20 },
};
