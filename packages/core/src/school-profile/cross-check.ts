/**
 * What a school says of itself beside what else is known of it («перекрёстный анализ диагностических работ»).
 *
 * @module
 */
import type { SchoolPassport } from '../context/context-index.js';
import type { MissingReason } from '../foundation/figure.js';
import type { Bilingual, RuleSource } from './rule-source.js';
import type { SchoolFacts } from './school-facts.js';

/** One value out of one table: what was said, or what stands against it. */
export interface Statement {
  readonly table: 'passport' | 'self-rating' | 'swot' | 'directions' | 'risk' | 'context' | 'tests';
  /** Factor, indicator, ruleset or topic. */
  readonly key: string;
  readonly value: string;
}

/**
 * `differs` blames nobody: two tables do not fit, and either may be wrong. `excluded`: the rule does not apply here. `unknown`:
 * something that it compares is missing.
 */
export type Judgement =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly says: readonly Statement[]; readonly against: readonly Statement[] }
  | { readonly kind: 'excluded'; readonly exclusion: string }
  | { readonly kind: 'unknown'; readonly reason: MissingReason };

/** When a rule does not apply. */
export interface Exclusion {
  readonly id: string;
  readonly when: Bilingual;
}

/** What a rule may need to know of the other schools. */
export interface AllSchools {
  readonly passports: readonly SchoolPassport[];
}

export interface CrossCheckRule extends RuleSource {
  /** What is compared with what. */
  readonly methodology: Bilingual;
  /** Why the two should fit. */
  readonly why: Bilingual;
  readonly exclusions: readonly Exclusion[];
  readonly judge: (facts: SchoolFacts, all: AllSchools) => Judgement;
}

export interface CrossChecked {
  readonly school: string;
  readonly rule: CrossCheckRule;
  readonly judgement: Judgement;
}

/** Every rule for every school, in the order of both. Rules do not know each other and are not added up to a score. */
export function crossCheck(
  schools: readonly SchoolFacts[],
  rules: readonly CrossCheckRule[],
): readonly CrossChecked[] {
  const all: AllSchools = {
    passports: schools.flatMap(({ passport }) => (passport === undefined ? [] : [passport])),
  };
  return schools.flatMap((facts) =>
    rules.map((rule) => ({ school: facts.school, rule, judgement: rule.judge(facts, all) })),
  );
}
