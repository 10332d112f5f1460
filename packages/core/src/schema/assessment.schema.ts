import * as z from 'zod';
import type { Assessment, ItemLevel, MarkScale, Skill, TestScores } from '../assessment/assessment.js';
import { optionText } from '../assessment/choices.js';
import type { Problem } from './problem.js';
import { isSchoolOnly, problemParams, problemsOf } from './problem.js';
import { SCHOOL_YEAR_PATTERN } from './text-patterns.js';

const LEVELS: ReadonlyMap<string, ItemLevel> = /* @__PURE__ */ new Map(
  Object.entries<ItemLevel>({
    б: 'basic',
    базовый: 'basic',
    basic: 'basic',
    п: 'advanced',
    повышенный: 'advanced',
    advanced: 'advanced',
    в: 'high',
    высокий: 'high',
    high: 'high',
  }),
);

/** Level words of Russian test plans and of this library. */
const levelSchema = () =>
  z.string().transform((word, context): ItemLevel => {
    const level = LEVELS.get(word.trim().toLowerCase());
    if (level !== undefined) return level;
    context.addIssue({ code: 'custom', params: problemParams('level-unknown') });
    return z.NEVER;
  });

const SKILLS: ReadonlyMap<string, Skill> = /* @__PURE__ */ new Map(
  Object.entries<Skill>({
    subject: 'subject',
    предметное: 'subject',
    предметный: 'subject',
    metasubject: 'metasubject',
    метапредметное: 'metasubject',
    метапредметный: 'metasubject',
  }),
);

const skillSchema = () =>
  z.string().transform((word, context): Skill => {
    const skill = SKILLS.get(word.trim().toLowerCase());
    if (skill !== undefined) return skill;
    context.addIssue({ code: 'custom', params: problemParams('skill-unknown') });
    return z.NEVER;
  });

const idSchema = () => z.union([z.string().trim().min(1), z.number().transform(String)]);
const halfPoints = () => z.number().nonnegative().multipleOf(0.5);

const itemSchema = () =>
  z
    .object({
      id: idSchema(),
      maxPoints: z.exactOptional(halfPoints().positive().max(125)),
      level: z.exactOptional(levelSchema()),
      section: z.exactOptional(z.string()),
      skill: z.exactOptional(skillSchema()),
      codes: z.exactOptional(z.array(z.string())),
      tags: z.exactOptional(z.array(z.string())),
      skills: z.exactOptional(z.array(z.string())),
      plannedResult: z.exactOptional(z.string()),
      options: z.exactOptional(z.array(optionSchema()).min(2).max(12)),
      key: z.exactOptional(optionSchema()),
    })
    .refine(
      ({ options, key }) => (key === undefined ? options === undefined : options?.includes(key) === true),
      {
        path: ['key'],
        params: problemParams('key-unknown'),
      },
    )
    .refine(({ options = [] }) => new Set(options).size === options.length, {
      path: ['options'],
      params: problemParams('options-alike'),
    })
    .transform((item) =>
      item.key === undefined || item.maxPoints !== undefined ? item : { ...item, maxPoints: 1 },
    )
    .readonly();

const optionSchema = () =>
  z.union([z.string(), z.number().transform(String)]).pipe(
    z
      .string()
      .trim()
      .regex(/[\p{L}\d]/u)
      .max(40)
      .transform(optionText),
  );

const markScaleSchema = () =>
  z
    .array(z.object({ mark: z.int().min(1).max(7), min: halfPoints() }))
    .min(1)
    .transform((borders): MarkScale => {
      const sorted = [...borders].sort((one, other) => one.min - other.min);
      const lowest = sorted[0];
      // Scales are often written from the lowest passing mark on: everything below it is the mark before.
      return lowest === undefined || lowest.min === 0 || lowest.mark === 1
        ? sorted
        : [{ mark: lowest.mark - 1, min: 0 }, ...sorted];
    })
    .refine((borders) => borders.every((border, i) => i === 0 || border.mark > (borders[i - 1]?.mark ?? 0)), {
      params: problemParams('borders-unordered'),
    });

const testScoresSchema = (): z.ZodType<TestScores> =>
  z.record(z.string().regex(PRIMARY_SCORE), z.int().min(0).max(100));

const PRIMARY_SCORE = /^(0|[1-9]\d{0,2})$/;

const markConditionSchema = () =>
  z.object({
    items: z.array(idSchema()).min(1),
    min: halfPoints(),
    marks: z.array(z.int().min(1).max(7)).min(1),
    otherwise: z.int().min(1).max(7),
  });

const codifierEntrySchema = () =>
  z.object({
    code: z.string().trim().min(1),
    name: z.string(),
    kind: z.exactOptional(z.enum(['content', 'requirement'])),
    grade: z.exactOptional(gradeSchema()),
    earlier: z.exactOptional(
      z.array(
        z.object({
          name: z.string().trim().min(1),
          grade: z.exactOptional(gradeSchema()),
          code: z.exactOptional(z.string()),
        }),
      ),
    ),
  });

const gradeSchema = () => z.coerce.number().pipe(z.int().min(1).max(12));

/** `2024/2025` in the ways people write it: with a dash, spaces, or two digits at the end. */
const schoolYearSchema = () =>
  z
    .string()
    .transform((text) =>
      text
        .replace(/\s/g, '')
        .replace(/[-–]/, '/')
        .replace(/^(\d\d)(\d\d)\/(\d\d)$/, '$1$2/$1$3'),
    )
    .pipe(z.string().regex(SCHOOL_YEAR_PATTERN))
    .refine((text) => Number(text.slice(5)) === Number(text.slice(0, 4)) + 1, {
      params: problemParams('years-apart'),
    });

/** `assessment.json`: the description of an assessment as people write it. */
export const assessmentSchema = /* @__PURE__ */ makeAssessmentSchema();

function makeAssessmentSchema(): z.ZodType<Assessment> {
  return z
    .object({
      id: idSchema(),
      programme: z.string(),
      subject: z.string(),
      grade: z.exactOptional(gradeSchema()),
      schoolYear: z.exactOptional(schoolYearSchema()),
      items: z.array(itemSchema()).min(1).max(1023),
      markScale: z.exactOptional(markScaleSchema()),
      markConditions: z.exactOptional(z.array(markConditionSchema())),
      scaleOrigin: z.exactOptional(
        z.object({ owner: z.exactOptional(z.string()), schoolYear: z.exactOptional(schoolYearSchema()) }),
      ),
      testScores: z.exactOptional(testScoresSchema()),
      codifier: z.exactOptional(z.array(codifierEntrySchema())),
      sameItemsAs: z.exactOptional(idSchema()),
      pointStep: z.exactOptional(z.union([z.literal(1), z.literal(0.5)])),
    })
    .refine(({ items }) => new Set(items.map((item) => item.id)).size === items.length, {
      path: ['items'],
      params: problemParams('items-alike'),
    });
}

/** What somebody describes has no contradiction, which two tallies put together may have. */
const describedSchema = /* @__PURE__ */ makeDescribedSchema();

function makeDescribedSchema(): z.ZodType<Assessment> {
  return makeAssessmentSchema().refine(
    ({ testScores = {} }) => {
      // Whole numbers as keys stand in ascending order.
      const scores = Object.values(testScores);
      return scores.every((score, i) => i === 0 || score >= (scores[i - 1] ?? 0));
    },
    { path: ['testScores'], params: problemParams('scores-unordered') },
  );
}

/** Reads `assessment.json`. Never throws: a wrong document comes back with all its problems. */
export function parseAssessment(
  value: unknown,
):
  | { readonly kind: 'assessment'; readonly assessment: Assessment }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] } {
  const result = describedSchema.safeParse(value);
  return result.success && !isSchoolOnly(value)
    ? { kind: 'assessment', assessment: result.data }
    : { kind: 'refused', problems: problemsOf(describedSchema, value) };
}
