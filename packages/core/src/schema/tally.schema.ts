import * as z from 'zod';
import { assessmentSchema } from './assessment.schema.js';

/** The tally file, version 5. What each list of counts holds is written at `formatTally`. */
export const tallySchema = /* @__PURE__ */ makeTallySchema();

type AssessmentDocument = z.infer<typeof tallySchema>['assessments'][number];
export type GroupDocument = AssessmentDocument['groups'][number];
export type UntaughtDocument = NonNullable<GroupDocument['untaught']>[number];
export type ProductsDocument = AssessmentDocument['products'][number];

// Schemas are made by functions that a bundler can leave out: zod weighs four times as much as the statistics.
function makeTallySchema() {
  const count = z.int().nonnegative();
  const name = z.exactOptional(z.string());
  const complete = z.object({
    items: z.array(count).min(1),
    totals: z.array(count),
    cross: z.exactOptional(z.array(z.array(count))),
  });
  const untaught = z.object({ of: count, items: z.array(count).min(1), totals: z.array(count).min(1) });
  const products = z.object({
    variant: z.string(),
    items: z.array(count).min(1),
    pupils: count,
    sums: z.array(count),
    products: z.array(count),
  });
  const group = z.object({
    region: name,
    municipality: name,
    school: name,
    class: name,
    teacher: name,
    grouping: z.exactOptional(z.object({ column: z.string(), value: z.string() })),
    variant: z.string(),
    wrote: count,
    absent: count,
    responses: z.array(z.array(count)),
    marks: z.array(count),
    complete: z.exactOptional(complete),
    untaught: z.exactOptional(z.array(untaught)),
  });
  return z.object({
    schema: z.literal('orientir.tally'),
    version: z.literal(5),
    shared: z.boolean(),
    stated: z.array(statedSchema()),
    assessments: z.array(
      z.object({
        assessment: assessmentSchema,
        groups: z.array(group),
        teachers: z.array(group),
        groupings: z.array(group),
        products: z.array(products),
      }),
    ),
  });
}

/** Shares are 0..1, except that printed percents may be a little off. */
function statedSchema() {
  const count = z.int().nonnegative();
  const share = z.number().nonnegative();
  const name = z.exactOptional(z.string());
  const marks = <Value extends z.ZodType>(value: Value) =>
    z.object({ 2: value, 3: value, 4: value, 5: value });
  const parts = <Value extends z.ZodType>(value: Value) =>
    z.object({ lowered: value, confirmed: value, raised: value });
  return z.object({
    assessment: z.string(),
    level: z.enum(['country', 'region', 'municipality', 'school']),
    unit: z.string(),
    region: name,
    municipality: name,
    n: z.exactOptional(count),
    organisations: z.exactOptional(count),
    marks: z.exactOptional(
      z.object({ exact: z.boolean(), counts: z.exactOptional(marks(count)), shares: marks(share) }),
    ),
    journal: z.exactOptional(
      z.object({ exact: z.boolean(), counts: z.exactOptional(parts(count)), shares: parts(share) }),
    ),
    scores: z.exactOptional(
      z.object({
        exact: z.boolean(),
        counts: z.exactOptional(z.array(count)),
        shares: z.array(share),
      }),
    ),
    items: z.exactOptional(
      z.array(
        z.object({
          item: z.string(),
          maxPoints: z.exactOptional(z.number().positive()),
          share,
          points: z.exactOptional(z.number().nonnegative()),
          exact: z.boolean(),
          plannedResult: name,
        }),
      ),
    ),
  });
}
