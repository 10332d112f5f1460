import type { Objectivity, OwnOutcome } from '../objectivity/objectivity.js';
import { doubtfulSchools } from '../objectivity/objectivity.js';
import { doubtfulKey } from '../risk/low-results.js';
import type { Finding } from './analysis.js';

/**
 * Results that may be higher than what pupils know, as `doubtfulKey` names them: flags of ours that point upwards. A fall, and
 * marks of the journal, say nothing against the work itself.
 */
export function inflatedResults({ own }: Pick<Objectivity, 'own'>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { school, assessment, test, result } of own) {
    if (assessment === undefined || !INFLATED.has(test) || result.kind !== 'tested' || !result.flag) continue;
    found.add(doubtfulKey(school, assessment));
  }
  return found;
}

const INFLATED: ReadonlySet<OwnOutcome['test']> = new Set([
  'border-bunching',
  'item-slope',
  'dispersion',
  'identical-totals',
  'rise',
  'vpr-oge',
]);

/**
 * Schools with a flag of ours on any work, of whatever year, upwards or not: what `doubtfulSchools` lists, without
 * those that only an official marker marks, for the first six mark every strong school of a large region.
 */
export function flaggedSchools(objectivity: Objectivity): ReadonlySet<string> {
  return new Set(doubtfulSchools(objectivity).flatMap(({ school, own }) => (own.length > 0 ? [school] : [])));
}

/**
 * One finding for each school and work (or year, for medals) with a flag of ours, by school and work: a possible marker that
 * needs further analysis. Official markers alone give none: the first six mark every strong school of a large region.
 *
 * `medium` with flags of two tests or more, else `low`. The id names school and work only, so it stays whatever test is flagged.
 */
export function objectivityFindings({ own }: Pick<Objectivity, 'own'>): readonly Finding[] {
  const flagged = new Map<string, OwnOutcome[]>();
  for (const outcome of own) {
    if (outcome.result.kind !== 'tested' || !outcome.result.flag) continue;
    const { school, assessment, schoolYear } = outcome;
    const id = ['doubtful-results', assessment ?? `medals ${schoolYear}`, 'school', school].join('|');
    const there = flagged.get(id);
    if (there === undefined) flagged.set(id, [outcome]);
    else there.push(outcome);
  }
  return [...flagged].map(([id, outcomes]): Finding => {
    const [first] = outcomes;
    const { school = '', schoolYear = '', assessment } = first ?? {};
    return {
      id,
      kind: 'doubtful-results',
      level: 'school',
      unit: school,
      ...(assessment === undefined ? { schoolYear } : { assessment }),
      severity: outcomes.length > 1 ? 'medium' : 'low',
      evidence: outcomes.map(({ test }) => ({
        table: 'objectivity',
        key: [school, assessment ?? '', test, ...(assessment === undefined ? [schoolYear] : [])].join('|'),
        figure: 'statistic',
      })),
    };
  });
}
