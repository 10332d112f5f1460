import type { Objectivity, OwnOutcome } from '../objectivity/objectivity.js';
import type { Finding } from './analysis.js';

/** A school's results on a work that look doubtful; of a kind that the figures of one group cannot give. */
export interface DoubtfulFinding extends Omit<Finding, 'kind'> {
  readonly kind: 'doubtful-results';
}

/**
 * One finding for each school and work (or year, for medals) with a flag of ours, by school and work: a possible marker that
 * needs further analysis. Official markers alone give none: the first six mark every strong school of a large region.
 *
 * `medium` with flags of two tests or more, else `low`. The id names school and work only, so it stays whatever test is flagged.
 */
export function objectivityFindings({ own }: Pick<Objectivity, 'own'>): readonly DoubtfulFinding[] {
  const flagged = new Map<string, OwnOutcome[]>();
  for (const outcome of own) {
    if (outcome.result.kind !== 'tested' || !outcome.result.flag) continue;
    const { school, assessment, schoolYear } = outcome;
    const id = ['doubtful-results', assessment ?? `medals ${schoolYear}`, 'school', school].join('|');
    const there = flagged.get(id);
    if (there === undefined) flagged.set(id, [outcome]);
    else there.push(outcome);
  }
  return [...flagged].map(([id, outcomes]): DoubtfulFinding => {
    const [first] = outcomes;
    const { school = '', assessment } = first ?? {};
    return {
      id,
      kind: 'doubtful-results',
      level: 'school',
      unit: school,
      ...(assessment === undefined ? {} : { assessment }),
      severity: outcomes.length > 1 ? 'medium' : 'low',
      evidence: outcomes.map(({ test }) => ({
        table: 'objectivity',
        key: [school, assessment ?? '', test].join('|'),
        figure: 'statistic',
      })),
    };
  });
}
