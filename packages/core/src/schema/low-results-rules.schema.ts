import * as z from 'zod';
import type { LowResultsRules } from '../assessment/low-results-rules.js';
import { MOST_RULE_STATES, ruleStates } from '../assessment/low-results-rules.js';
import { once } from '../foundation/once.js';
import type { Problem } from './problem.js';
import { isSchoolOnly, problemParams, problemsOf } from './problem.js';

export type ParsedLowResultsRules =
  | { readonly kind: 'rules'; readonly rules: LowResultsRules }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Reads a ruleset of low results of one's own. Whatever it says of itself, it counts as the user's: `own`. Never throws. */
export function parseLowResultsRules(value: unknown): ParsedLowResultsRules {
  const schema = lowResultsRulesSchema();
  const result = schema.safeParse(value);
  if (!result.success || isSchoolOnly(value)) return { kind: 'refused', problems: problemsOf(schema, value) };
  const { procedures, title, ...rules } = result.data;
  return {
    kind: 'rules',
    rules: {
      ...rules,
      ...(title === undefined ? {} : { title }),
      verification: 'own',
      procedures: procedures.map(({ programme, subject, grade }) => ({
        ...(programme === undefined ? {} : { programme }),
        ...(subject === undefined ? {} : { subject }),
        ...(grade === undefined ? {} : { grade }),
      })),
    },
  };
}

/** Made when it is first wanted, and kept. */
const lowResultsRulesSchema = /* @__PURE__ */ once(makeLowResultsRulesSchema);

function makeLowResultsRulesSchema() {
  const text = z.string().trim().min(1);
  return z.object({
    id: text,
    title: z.object({ ru: text, en: text }).optional(),
    source: text,
    listedBy: z.enum(['federation', 'region', 'municipality']),
    procedures: z.array(
      // A misspelt field would leave a filter that every work fits.
      z.strictObject({
        programme: text.optional(),
        subject: text.optional(),
        grade: z.int().min(1).max(12).optional(),
      }),
    ),
    shareFrom: z.number().gt(0).max(1),
    minPupils: z.int().min(1),
    conditions: z
      .array(
        z.object({
          years: z.int().min(1).max(5),
          procedures: z.int().min(1).max(5),
          same: z.boolean(),
        }),
      )
      .min(1)
      .max(2)
      .refine((of) => ruleStates(of) <= MOST_RULE_STATES, { params: problemParams('conditions-large') }),
    combine: z.enum(['any', 'all']),
    excludeDoubtful: z.boolean(),
    probability: z.number().gt(0.5).lt(1),
  });
}
