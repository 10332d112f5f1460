/**
 * Schools under special control («особый контроль»): who watches them, since when, why, and when it ends.
 *
 * @module
 */
import type { LocalDate } from '../calendar/local-date.js';
import type { MissingReason } from '../foundation/figure.js';
import type { RiskFact } from './school-facts.js';

/**
 * What ends the control: the plain rule lists the school no more, or its results are probably not low. The recommendation to put
 * schools under special control names no rule, so the one who orders it chooses.
 */
export const EXIT_RULES = ['not-listed', 'not-low'] as const;
export type ExitRule = (typeof EXIT_RULES)[number];

export interface SpecialControl {
  readonly school: string;
  /** Who answers for it: a person or an office. */
  readonly owner: string;
  readonly since: LocalDate;
  readonly reason: string;
  readonly exit: ExitRule;
  /** Id of the ruleset that decides; absent = all that judged the school. */
  readonly ruleset?: string;
}

/** Whether the exit rule is fulfilled; `unknown` says why it cannot be told. Nobody is taken off the list by this. */
export type ExitState =
  | { readonly kind: 'fulfilled' | 'not-fulfilled' }
  | { readonly kind: 'unknown'; readonly reason: MissingReason | 'undetermined' | 'ruleset-unknown' };

/**
 * Judges the exit rule by the given results.
 *
 * Edge cases: no results, or none of the ruleset → `no-results`; a ruleset that judged no school at all → `ruleset-unknown`; too few
 * pupils → `too-few`; a class that cannot be told → `undetermined`; a list that depends on marks with untaught items →
 * `marks-uncertain`. With several rulesets each must be fulfilled; one that is not decides, whatever the others cannot tell.
 */
export function exitState(
  { school, exit, ruleset }: SpecialControl,
  risks: ReadonlyMap<string, readonly RiskFact[]>,
): ExitState {
  const own = (risks.get(school) ?? []).filter((risk) => ruleset === undefined || risk.ruleset === ruleset);
  const states = own.map((risk) => stateOf(exit, risk));
  return (
    states.find(({ kind }) => kind === 'not-fulfilled') ??
    states.find(({ kind }) => kind === 'unknown') ??
    states[0] ?? { kind: 'unknown', reason: isUnknown(ruleset, risks) ? 'ruleset-unknown' : 'no-results' }
  );
}

/** Ids of the rulesets that judged any school, each once. */
export function rulesetsOf(risks: ReadonlyMap<string, readonly RiskFact[]>): readonly string[] {
  return [...new Set([...risks.values()].flat().map(({ ruleset }) => ruleset))];
}

/** Without any results there is nothing to know a ruleset by. */
function isUnknown(ruleset: string | undefined, risks: ReadonlyMap<string, readonly RiskFact[]>): boolean {
  const known = rulesetsOf(risks);
  return ruleset !== undefined && known.length > 0 && !known.includes(ruleset);
}

function stateOf(exit: ExitRule, { listed, class: of }: RiskFact): ExitState {
  if (of === 'too-few') return { kind: 'unknown', reason: 'too-few' };
  if (exit === 'not-listed') {
    return listed === undefined
      ? { kind: 'unknown', reason: 'marks-uncertain' }
      : { kind: listed ? 'not-fulfilled' : 'fulfilled' };
  }
  if (of === 'undetermined') return { kind: 'unknown', reason: 'undetermined' };
  return { kind: of === 'not-low' ? 'fulfilled' : 'not-fulfilled' };
}
