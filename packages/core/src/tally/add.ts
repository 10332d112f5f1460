import type { ResponseBlock } from '../assessment/responses.js';
import type { Tally } from './tally.js';
import { TallySum } from './tally-sum.js';

/**
 * Adds a block of responses to a tally; the block is not kept. Costs a copy of the tally's list of groups: for many
 * blocks take a {@link TallySum}.
 *
 * Missing values: *not attempted* counts as 0 points; *not taught* and *not administered* leave the item out for
 * the pupil; a pupil with a topic not taught has no total, but that of the other items is kept beside the set of those
 * not taught. An absent pupil is counted as absent and nowhere else.
 *
 * @throws {AssessmentConflict} when the tally describes the assessment otherwise.
 * @throws {RangeError} beyond 1023 items or 8191 points in all.
 */
export function add(tally: Tally, block: ResponseBlock): Tally {
  const sum = new TallySum();
  sum.addTally(tally);
  sum.addBlock(block);
  return sum.tally();
}

/** The tally of nobody: the identity of {@link merge}. */
export function empty(): Tally {
  return merge();
}

/**
 * Joins tallies without a common pupil. Commutative and associative.
 *
 * @throws {AssessmentConflict} when two of them describe one assessment in two ways.
 */
export function merge(...tallies: readonly Tally[]): Tally {
  const sum = new TallySum();
  for (const tally of tallies) sum.addTally(tally);
  return sum.tally();
}
