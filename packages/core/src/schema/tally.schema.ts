import * as z from 'zod';
import { assessmentSchema } from './assessment.schema.js';

const count = z.int().nonnegative();
const unitFields = {
  region: z.exactOptional(z.string()),
  municipality: z.exactOptional(z.string()),
  school: z.exactOptional(z.string()),
  class: z.exactOptional(z.string()),
  teacher: z.exactOptional(z.string()),
};

const completeSchema = z.object({
  items: z.array(count).min(1),
  totals: z.array(count),
  cross: z.exactOptional(z.array(z.array(count))),
});

const groupSchema = z.object({
  ...unitFields,
  variant: z.string(),
  wrote: count,
  absent: count,
  responses: z.array(z.array(count)),
  marks: z.array(count),
  complete: z.exactOptional(completeSchema),
});

/** The tally file, version 2. What each list of counts holds is written at `formatTally`. */
export const tallySchema = z.object({
  schema: z.literal('orientir.tally'),
  version: z.literal(2),
  shared: z.boolean(),
  assessments: z.array(
    z.object({ assessment: assessmentSchema, groups: z.array(groupSchema), teachers: z.array(groupSchema) }),
  ),
});

export type GroupDocument = z.infer<typeof groupSchema>;
