import type { Verification } from '../assessment/finding-rules.js';
import type { Language } from '../foundation/issue.js';

/** A short text of a ruleset. */
export type Bilingual = Readonly<Record<Language, string>>;

/** Where a ruleset comes from; `unverified` and `own` are said to the user. */
export interface RuleSource {
  readonly id: string;
  readonly verification: Verification;
  readonly source: string;
}

/** Something with a name that a ruleset lists. */
export interface Named {
  readonly id: string;
  readonly name: Bilingual;
}
