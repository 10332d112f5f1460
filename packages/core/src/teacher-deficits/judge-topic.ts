import { normalProbability } from '../statistics/normal.js';
import type { DeficitRules, Severity } from './deficit-rules.js';
import type { TrueDrop } from './teacher-spread.js';

/** What a teacher's figure says of a topic. */
export interface TopicJudgement {
  /** That the true drop reaches the border of severity 1, 2, 3; 0..1, descending. */
  readonly probabilities: readonly [number, number, number];
  /** That the pupils are above those with equal totals by the border of severity 1 or more. */
  readonly strength: number;
  /** The highest severity that is probable enough; absent = none. */
  readonly severity?: Severity;
}

/** Judges by the borders of a ruleset. A lower drop never raises a probability. */
export function judgeTopic({ parts }: TrueDrop, rules: DeficitRules): TopicJudgement {
  const atLeast = (border: number, sign: 1 | -1 = 1) =>
    parts.reduce((sum, { share, mean, error }) => {
      const above = sign * mean - border;
      return sum + share * (error === 0 ? Number(above >= 0) : normalProbability(above / error));
    }, 0);
  const [slight, clear, severe] = rules.borders;
  const probabilities = [atLeast(slight), atLeast(clear), atLeast(severe)] as const;
  const severity = SEVERITIES.find((each) => (probabilities[each - 1] ?? 0) >= rules.probability);
  return {
    probabilities,
    strength: atLeast(slight, -1),
    ...(severity === undefined ? {} : { severity }),
  };
}

const SEVERITIES = [3, 2, 1] as const;
