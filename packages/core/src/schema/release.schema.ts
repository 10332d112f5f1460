import * as z from 'zod';
import { once } from '../foundation/once.js';
import { isRecord } from '../foundation/record.js';
import type { Release } from '../road-map/release.js';
import { isIntact } from '../road-map/release.js';
import { dateSchema } from './deadline.schema.js';
import type { Problem } from './problem.js';
import { isSchoolOnly, problemsOf } from './problem.js';
import { deepExtensions, roadMapSchema } from './road-map.schema.js';
import { HASH_PATTERN } from './text-patterns.js';

/** Reads a release. Never throws: a document that is none, or was altered afterwards, comes back with its problems. */
export function parseRelease(
  value: unknown,
):
  | { readonly kind: 'release'; readonly release: Release }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] } {
  const deep = isRecord(value) ? deepExtensions(value.plan, ['plan']) : undefined;
  if (deep !== undefined) return { kind: 'refused', problems: [deep] };
  const schema = releaseSchema();
  const result = schema.safeParse(value);
  if (!result.success || isSchoolOnly(value)) return { kind: 'refused', problems: problemsOf(schema, value) };
  return isIntact(result.data)
    ? { kind: 'release', release: result.data }
    : { kind: 'refused', problems: [ALTERED] };
}

const ALTERED: Problem = {
  path: 'hash',
  ru: 'содержание меняли после утверждения: контрольная сумма не сходится',
  en: 'the content was altered after the approval: it does not have this checksum',
};

/** Made when it is first wanted, and kept. */
const releaseSchema = /* @__PURE__ */ once(makeReleaseSchema);

function makeReleaseSchema(): z.ZodType<Release> {
  return z.strictObject({
    schema: z.literal('orientir.road-map-release'),
    version: z.literal(1),
    date: z.exactOptional(dateSchema()),
    plan: roadMapSchema(),
    hash: z.string().regex(HASH_PATTERN),
  });
}
