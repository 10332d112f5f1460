import type { Degree } from './offer.js';

/**
 * A topic in which a teacher may need support («профессиональный дефицит»): declared by the teacher, found by a
 * diagnostic, or supposed from pupils' results. A hypothesis for support until the teacher's own diagnostics confirm
 * it; no judgement of anybody.
 */
export interface DeclaredDeficit {
  readonly teacher: string;
  readonly topic: string;
  readonly severity: Degree;
  /** Where it comes from, as entered. */
  readonly source?: string;
}

/** A settled pair: every plan holds it. */
export interface TeacherAndOffer {
  readonly teacher: string;
  readonly offer: string;
}
