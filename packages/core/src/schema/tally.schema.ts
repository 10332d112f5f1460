import * as z from 'zod';
import { assessmentSchema } from './assessment.schema.js';

/** The tally file, version 2. What each list of counts holds is written at `formatTally`. */
export const tallySchema = /* @__PURE__ */ makeTallySchema();

export type GroupDocument = z.infer<typeof tallySchema>['assessments'][number]['groups'][number];

// Schemas are made by functions that a bundler can leave out: zod weighs four times as much as the statistics.
function makeTallySchema() {
  const count = z.int().nonnegative();
  const name = z.exactOptional(z.string());
  const complete = z.object({
    items: z.array(count).min(1),
    totals: z.array(count),
    cross: z.exactOptional(z.array(z.array(count))),
  });
  const group = z.object({
    region: name,
    municipality: name,
    school: name,
    class: name,
    teacher: name,
    variant: z.string(),
    wrote: count,
    absent: count,
    responses: z.array(z.array(count)),
    marks: z.array(count),
    complete: z.exactOptional(complete),
  });
  return z.object({
    schema: z.literal('orientir.tally'),
    version: z.literal(2),
    shared: z.boolean(),
    assessments: z.array(
      z.object({ assessment: assessmentSchema, groups: z.array(group), teachers: z.array(group) }),
    ),
  });
}
