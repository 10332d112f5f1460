/** How much help a topic needs, and how strong an offer is: 1 a little, 2 a medium, 3 a great need. */
export type Degree = 1 | 2 | 3;

/** A course, a mentor, an association, a video conference, a visit of a methodologist, a partner school. */
export interface Offer {
  readonly offer: string;
  /** As people call it: «курс», «наставник», «объединение» … */
  readonly kind: string;
  readonly topics: readonly string[];
  /** Serves needs up to this degree. */
  readonly strength: Degree;
  /** A whole number from 0. */
  readonly places: number;
  /** Takes place with at least so many teachers, or not at all; 0 = with any number. */
  readonly minGroup: number;
  /** When it takes place; a teacher takes one offer of a slot. Absent = any time. */
  readonly slot?: string;
  readonly format?: string;
  readonly place?: string;
  /** Hours that it takes of a teacher's, from 0. */
  readonly hours: number;
  /** Roubles for a place, from 0. Chooses among plans that cover the same, and nothing else. */
  readonly cost: number;
}
