import type { FindingRules, LowResultsRules, TestScoreRules } from '@orientir/core/assessment';
import {
  ege2026,
  fioko2026,
  LOW_RESULTS_RULESETS,
  omsk2025,
  RULESETS,
  TEST_SCORE_RULESETS,
} from '@orientir/core/assessment';
import type { ContextRules, ResilienceRules } from '@orientir/core/context';
import type { Issue, Language } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { rulesLookAt } from '@orientir/core/risk';
import type { Problem } from '@orientir/core/schema';
import {
  parseContextRules,
  parseFindingRules,
  parseLowResultsRules,
  parseTestScoreRules,
} from '@orientir/core/schema';
import type { Tally } from '@orientir/core/tally';
import { jsonIn, sayProblems } from '../json-file.js';
import { textsOf } from '../texts.js';
import type { Voice } from '../voice.js';

/** The thresholds asked for: by name, or from a file. Absent when there are none; then it was said why. */
export async function rulesOf(
  asked: string | undefined,
  voice: Voice,
  language: Language,
): Promise<FindingRules | undefined> {
  return chosen(asked ?? fioko2026.id, RULESETS, parseFindingRules, voice, language);
}

/** The borders of test scores asked for; absent when they are not as they should be. */
export async function testScoreRulesOf(
  asked: string | undefined,
  voice: Voice,
  language: Language,
): Promise<TestScoreRules | undefined> {
  return chosen(asked ?? ege2026.id, TEST_SCORE_RULESETS, parseTestScoreRules, voice, language);
}

/**
 * The rulesets of low results asked for, each once; absent when one of them is not as it should be, or two have one id: rows of
 * `risk.csv` are told apart by it.
 */
export async function lowResultsRulesOf(
  asked: readonly string[],
  voice: Voice,
  language: Language,
): Promise<readonly LowResultsRules[] | undefined> {
  if (asked.length === 0) return [omsk2025];
  const found = new Map<string, { readonly rules: LowResultsRules; readonly asked: string }>();
  for (const each of new Set(asked)) {
    const rules = await chosen(each, LOW_RESULTS_RULESETS, parseLowResultsRules, voice, language);
    if (rules === undefined) return undefined;
    const other = found.get(rules.id);
    if (other !== undefined) {
      voice.complain(textsOf(language).rulesAlike(rules.id, other.asked, each));
      return undefined;
    }
    found.set(rules.id, { rules, asked: each });
  }
  return [...found.values()].map(({ rules }) => rules);
}

/** What is said of rulesets that none of the works fits: they say nothing of any school, and an empty table would not tell why. */
export function rulesWithoutWorks(
  rulesets: readonly LowResultsRules[],
  { assessments }: Tally,
): readonly Issue[] {
  return rulesets.flatMap((rules) =>
    [...assessments.values()].some(({ assessment }) => rulesLookAt(assessment, rules))
      ? []
      : [issue('rules-no-works', 'warning', { file: rules.id }, { rules: rules.id })],
  );
}

/** The ruleset of conditions in a file, with who is resilient; absent when it is not as it should be. */
export async function contextRulesOf(
  path: string,
  voice: Voice,
  language: Language,
): Promise<{ readonly contextRules: ContextRules; readonly resilience: ResilienceRules } | undefined> {
  const value = await jsonIn(path, voice, language);
  if (value === undefined) return undefined;
  const parsed = parseContextRules(value.json);
  if (parsed.kind === 'rules') return { contextRules: parsed.rules, resilience: parsed.resilience };
  sayProblems('rules-invalid', path, parsed.problems, voice, language);
  return undefined;
}

async function chosen<Rules extends { readonly id: string }>(
  asked: string,
  known: readonly Rules[],
  parse: (
    value: unknown,
  ) =>
    | { readonly kind: 'rules'; readonly rules: Rules }
    | { readonly kind: 'refused'; readonly problems: readonly Problem[] },
  voice: Voice,
  language: Language,
): Promise<Rules | undefined> {
  const named = known.find(({ id }) => id === asked);
  if (named !== undefined) return named;
  const value = await jsonIn(asked, voice, language);
  if (value === undefined) return undefined;
  const parsed = parse(value.json);
  if (parsed.kind === 'rules') return parsed.rules;
  sayProblems('rules-invalid', asked, parsed.problems, voice, language);
  return undefined;
}
