/**
 * A survey of burnout («эмоциональное выгорание»), told of groups only.
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import { compareText } from '../foundation/order.js';

/** One answer; who gave it is not part of it. */
export interface BurnoutAnswer {
  /** School, or another group. */
  readonly group: string;
  /** On the scale of the survey. */
  readonly score: number;
}

export interface BurnoutSummary {
  /** Mean scores by group, ordered by its name. */
  readonly groups: readonly { readonly group: string; readonly mean: Figure }[];
  readonly all: Figure;
}

/** Fewest answers of a group: as few as a published count may have. Our choice, no norm. */
export const BURNOUT_MINIMUM = 5;

/**
 * Mean scores; `n` = answers.
 *
 * Missing: fewer answers than `minimum` → `suppressed-small`; all answers of a group alike, so that each is known →
 * `suppressed-homogeneous`; the mean of all where a hidden group would follow from it → `suppressed-complementary`.
 * Hidden figures have n = 0: how few they were is nobody's business.
 */
export function burnoutSummary(
  answers: readonly BurnoutAnswer[],
  minimum: number = BURNOUT_MINIMUM,
): BurnoutSummary {
  const byGroup = new Map<string, number[]>();
  for (const { group, score } of answers) {
    const there = byGroup.get(group);
    if (there === undefined) byGroup.set(group, [score]);
    else there.push(score);
  }
  const groups = [...byGroup]
    .sort(([one], [other]) => compareText(one, other))
    .map(([group, scores]) => ({ group, scores, mean: meanOf(scores, minimum) }));
  const hidden = groups.filter(({ mean }) => mean.kind === 'missing');
  const all = groups.flatMap(({ scores }) => scores);
  const isSafe =
    hidden.length === 0 ||
    (hidden.length > 1 && hidden.reduce((sum, { scores }) => sum + scores.length, 0) >= minimum);
  return {
    groups: groups.map(({ group, mean }) => ({ group, mean })),
    all: isSafe || all.length < minimum ? meanOf(all, minimum) : missing('suppressed-complementary'),
  };
}

function meanOf(scores: readonly number[], minimum: number): Figure {
  if (scores.length === 0) return missing('not-entered');
  if (scores.length < minimum) return missing('suppressed-small');
  if (scores.every((score) => score === scores[0])) return missing('suppressed-homogeneous');
  // In order of size, so that the mean does not depend on the order of answers.
  const sum = [...scores].sort((one, other) => one - other).reduce((total, score) => total + score, 0);
  return known(sum / scores.length, scores.length);
}
