import * as z from 'zod';
import type { ContextRules, ResilienceRules } from '../assessment/context-rules.js';
import { resilient } from '../assessment/context-rules.js';
import { once } from '../foundation/once.js';
import type { Problem } from './problem.js';
import { isSchoolOnly, problemParams, problemsOf } from './problem.js';

export type ParsedContextRules =
  | {
      readonly kind: 'rules';
      readonly rules: ContextRules;
      /** Those of the document, or `resilient` where it has none. */
      readonly resilience: ResilienceRules;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Reads a ruleset of conditions of one's own: the index, and under `resilience`, which may be left out, who is
 * resilient. Whatever it says of itself, it counts as the user's: `own`. Never throws.
 */
export function parseContextRules(value: unknown): ParsedContextRules {
  const schema = contextRulesSchema();
  const result = schema.safeParse(value);
  if (!result.success || isSchoolOnly(value)) return { kind: 'refused', problems: problemsOf(schema, value) };
  const { resilience, verification: _said, ...rules } = result.data;
  return {
    kind: 'rules',
    rules: { ...rules, verification: 'own' },
    resilience:
      resilience === undefined
        ? resilient
        : { ...resilience, id: `${rules.id}-resilience`, source: rules.source, verification: 'own' },
  };
}

/** Made when it is first wanted, and kept. */
const contextRulesSchema = /* @__PURE__ */ once(makeContextRulesSchema);

function makeContextRulesSchema() {
  const text = z.string().trim().min(1);
  // Of a misspelt `resilience` nobody would hear.
  return z.strictObject({
    id: text,
    source: text,
    verification: z.unknown().optional(),
    indicators: z
      .array(
        z.object({
          // Columns of the passport are named by it: one with the share, and one, `…_count`, with the number of pupils.
          id: text,
          direction: z.union([z.literal(1), z.literal(-1)]),
          weight: z.number().gt(0),
        }),
      )
      .min(1)
      .refine((of) => new Set(of.map(({ id }) => id)).size === of.length, {
        params: problemParams('ids-alike'),
      }),
    normalisation: z.enum(['z', 'min-max', 'percentile']),
    within: z.enum(['settlement', 'all']),
    minSchools: z.int().min(2),
    leastWeight: z.number().gt(0).max(1),
    resilience: z
      .object({
        hardShare: z.number().gt(0).lt(1),
        probability: z.number().gt(0.5).lt(1),
        years: z.int().min(1).max(5),
        minSchools: z.int().min(10),
      })
      .optional(),
  });
}
