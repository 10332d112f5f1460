import type { FindingRules } from '@orientir/core/assessment';
import { fioko2026, RULESETS } from '@orientir/core/assessment';
import type { Language } from '@orientir/core/foundation';
import { parseFindingRules } from '@orientir/core/schema';
import { jsonIn, sayProblems } from '../json-file.js';
import type { Voice } from '../voice.js';

/** The ruleset asked for: by name, or from a file. Absent when there is none; then it was said why. */
export async function rulesOf(
  asked: string | undefined,
  voice: Voice,
  language: Language,
): Promise<FindingRules | undefined> {
  if (asked === undefined) return fioko2026;
  const known = RULESETS.find(({ id }) => id === asked);
  if (known !== undefined) return known;
  const value = await jsonIn(asked, voice);
  if (value === undefined) return undefined;
  const parsed = parseFindingRules(value.json);
  if (parsed.kind === 'rules') return parsed.rules;
  sayProblems(asked, parsed.problems, voice, language);
  return undefined;
}
