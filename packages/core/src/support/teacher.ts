/**
 * Target groups of teachers («целевые группы») that a territory may look after first. A flag is what somebody entered, never a
 * conclusion from results.
 */
export const PRIORITY_GROUPS = ['young', 'newcomer', 'low_results', 'no_exam_experience'] as const;

export type PriorityGroup = (typeof PRIORITY_GROUPS)[number];

/** Who may be offered support. */
export interface Teacher {
  /** A code, never a name. */
  readonly teacher: string;
  readonly school?: string;
  readonly subject?: string;
  /** Most offers that the teacher takes; a whole number from 0. */
  readonly limit: number;
  /** Slots in which the teacher is free; empty = always. */
  readonly slots: readonly string[];
  /** Hours that the teacher has for all offers together; absent = nobody counts them. */
  readonly hours?: number;
  readonly groups: readonly PriorityGroup[];
}
