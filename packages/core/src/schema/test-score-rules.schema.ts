import * as z from 'zod';
import type { TestScoreRules } from '../assessment/test-score-rules.js';
import { once } from '../foundation/once.js';
import type { Problem } from './problem.js';
import { isSchoolOnly, problemParams, problemsOf } from './problem.js';

export type ParsedTestScoreRules =
  | { readonly kind: 'rules'; readonly rules: TestScoreRules }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Reads borders of test scores of one's own: `minimums` is an object of subjects. Whatever it says of itself, it counts as the
 * user's: `own`. Never throws.
 */
export function parseTestScoreRules(value: unknown): ParsedTestScoreRules {
  const schema = testScoreRulesSchema();
  const result = schema.safeParse(value);
  if (!result.success || isSchoolOnly(value)) return { kind: 'refused', problems: problemsOf(schema, value) };
  const { minimums, ...rules } = result.data;
  return {
    kind: 'rules',
    rules: { ...rules, verification: 'own', minimums: new Map(Object.entries(minimums)) },
  };
}

/** Made when it is first wanted, and kept. */
const testScoreRulesSchema = /* @__PURE__ */ once(makeTestScoreRulesSchema);

function makeTestScoreRulesSchema() {
  const text = z.string().trim().min(1);
  const score = z.int().min(1).max(100);
  return z
    .object({
      id: text,
      source: text,
      minimums: z.record(z.string(), score),
      middleFrom: score,
      highFrom: score,
    })
    .refine(({ middleFrom, highFrom }) => middleFrom < highFrom, {
      path: ['highFrom'],
      params: problemParams('scores-crossed'),
    });
}
