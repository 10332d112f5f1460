import * as z from 'zod';
import type { FindingRules } from '../assessment/finding-rules.js';
import { once } from '../foundation/once.js';
import type { Problem } from './problem.js';
import { isSchoolOnly, problemParams, problemsOf } from './problem.js';

export type ParsedFindingRules =
  | { readonly kind: 'rules'; readonly rules: FindingRules }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** Reads thresholds of one's own. Whatever they say of themselves, they count as the user's: `own`. Never throws. */
export function parseFindingRules(value: unknown): ParsedFindingRules {
  const schema = findingRulesSchema();
  const result = schema.safeParse(value);
  return result.success && !isSchoolOnly(value)
    ? { kind: 'rules', rules: { ...result.data, verification: 'own' } }
    : { kind: 'refused', problems: problemsOf(schema, value) };
}

/** Made when it is first wanted, and kept. */
const findingRulesSchema = /* @__PURE__ */ once(makeFindingRulesSchema);

function makeFindingRulesSchema() {
  const share = z.number().min(0).max(1);
  const borders = z
    .object({ insufficientBelow: share, sufficientFrom: share })
    .refine(({ insufficientBelow, sufficientFrom }) => insufficientBelow <= sufficientFrom, {
      params: problemParams('corridor-crossed'),
    });
  return z.object({
    id: z.string().trim().min(1),
    source: z.string().trim().min(1),
    corridors: z.object({ basic: borders, advanced: borders, high: borders }),
    corridorByDefault: borders,
    notTaughtFrom: share,
    journalGapFrom: share,
    probability: share,
    minPupils: z.int().min(2),
  });
}
