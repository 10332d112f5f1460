import type { TopicReason } from '../scaling/topic-guard.js';

/** How serious a deficit is: 1 slight, 2 clear, 3 severe. */
export type Severity = 1 | 2 | 3;

/** From where on results of pupils are a hypothesis about their teacher's need of support. */
export interface DeficitRules {
  readonly id: string;
  /** `false` is said to the user: no document names these borders. */
  readonly verified: boolean;
  readonly source: string;
  /**
   * Severity 1, 2 and 3 begin where the pupils' share of points on the topic lies so far below that of pupils with equal
   * totals; shares 0..1, ascending, above 0.
   */
  readonly borders: readonly [number, number, number];
  /** A severity is stated from this probability on that its border is reached; above one half, at most 1. */
  readonly probability: number;
  /** Fewest pupils of a teacher with every item of the work. */
  readonly minPupils: number;
  /** Fewest teachers of a topic: from them follows how much teachers differ at all. */
  readonly minTeachers: number;
  /** Verdicts of the topic guard that leave a topic without a figure. */
  readonly silencedBy: readonly TopicReason[];
}

/**
 * Our own choice. A topic without two items that go together has no figure. That the total says as much of single
 * pupils (`total-says-more`) is remarked and does not silence: it answers whether pupils differ by topic, while this
 * asks whether classes do, and where they do not the shrinkage leaves nothing (docs/teacher-deficits.md has both
 * counted).
 */
export const DEFICIT_RULES: DeficitRules = {
  id: 'teacher-deficits-1',
  verified: false,
  source: 'Границы выраженности дефицита не установлены документами; выбор программы',
  borders: [0.05, 0.1, 0.2],
  probability: 0.7,
  minPupils: 8,
  minTeachers: 6,
  silencedBy: ['no-pupils', 'no-items', 'one-item', 'no-variation', 'no-reliability'],
};
