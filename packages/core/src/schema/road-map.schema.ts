/**
 * The door of road maps: `plan.json` in, a typed plan or all its problems out.
 *
 * The schema says what JSON Schema can say, so that both refuse the same documents; whether ids are unique, references
 * lead somewhere and dates exist is checked by `checkPlan`.
 *
 * @module
 */
import * as z from 'zod';
import type { JsonValue } from '../foundation/json-value.js';
import { isRecord } from '../foundation/record.js';
import {
  ACTIVITY_KINDS,
  AUDIENCES,
  CODELISTS,
  HORIZONS,
  MEASURE_STATUSES,
  ORIGIN_KINDS,
  PLAN_FIELDS,
  PLAN_KINDS,
  PLAN_LEVELS,
  PLAN_STATES,
  ROLES,
  STAMP_KINDS,
} from '../road-map/codelists.js';
import type { Quantity } from '../road-map/quantity.js';
import type { Measure, RoadMap } from '../road-map/road-map.js';
import { ROAD_MAP_VERSION } from '../road-map/road-map.js';
import { dateSchema, deadlineSchema, schoolYearTextSchema } from './deadline.schema.js';
import type { Problem } from './problem.js';
import { isSchoolOnly, isTooDeep, problemsOf, tooDeep } from './problem.js';
import { HASH_PATTERN } from './text-patterns.js';

/** Where the schema of this version is published: an identity, not a place that anything loads from. */
export const ROAD_MAP_SCHEMA_ID = `https://orientir.dev/schema/road-map-${ROAD_MAP_VERSION}.json`;

/** Compiling the schema of a measure takes 20 ms, which some hundreds of measures give back. */
const MEASURES_TO_COMPILE_FOR = 1000;

let made: z.ZodType<RoadMap> | undefined;
let compiled: z.ZodType<RoadMap> | undefined;

/** The document `plan.json`, version 1. It is large, so it is made when the first plan comes. */
export function roadMapSchema(): z.ZodType<RoadMap> {
  made ??= makeRoadMapSchema((measure) => measure);
  return made;
}

/** The same with a measure's schema compiled, for long plans: it takes and refuses the same in less time. */
export function compiledRoadMapSchema(): z.ZodType<RoadMap> {
  compiled ??= makeRoadMapSchema(z.compile);
  return compiled;
}

/** Reads a plan. Never throws: a wrong document comes back with all its problems. */
export function parseRoadMap(
  value: unknown,
):
  | { readonly kind: 'plan'; readonly plan: RoadMap }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] } {
  if (isRecord(value) && value.schema === 'orientir.road-map' && typeof value.version === 'number') {
    const { version } = value;
    if (version !== ROAD_MAP_VERSION) {
      const ru = `версия ${version} этой программе неизвестна: она понимает версию ${ROAD_MAP_VERSION}`;
      const en = `version ${version} is not known to this program, which understands version ${ROAD_MAP_VERSION}`;
      return { kind: 'refused', problems: [{ path: 'version', ru, en }] };
    }
  }
  const deep = deepExtensions(value, []);
  if (deep !== undefined) return { kind: 'refused', problems: [deep] };
  const schema = hasManyMeasures(value) ? compiledRoadMapSchema() : roadMapSchema();
  const result = schema.safeParse(value);
  return result.success && !isSchoolOnly(value)
    ? { kind: 'plan', plan: result.data }
    : { kind: 'refused', problems: problemsOf(schema, value) };
}

/** What is wrong with extensions, the only place of a plan that takes any JSON, before anybody goes through them. */
export function deepExtensions(plan: unknown, path: readonly string[]): Problem | undefined {
  return isRecord(plan) && isTooDeep(plan.extensions) ? tooDeep([...path, 'extensions']) : undefined;
}

/** The same as JSON Schema 2020-12, with the words of all codes. */
export function roadMapJsonSchema(): Readonly<Record<string, JsonValue>> {
  const made = z.toJSONSchema(roadMapSchema(), { target: 'draft-2020-12', reused: 'ref' });
  const schema: Record<string, JsonValue> = JSON.parse(JSON.stringify(made));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: ROAD_MAP_SCHEMA_ID,
    title: 'Дорожная карта (road map)',
    ...Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id')),
    'x-codelists': JSON.parse(JSON.stringify(CODELISTS)),
  };
}

function hasManyMeasures(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value.measures) && value.measures.length >= MEASURES_TO_COMPILE_FOR;
}

function makeRoadMapSchema(
  prepareMeasure: (schema: z.ZodType<Measure>) => z.ZodType<Measure>,
): z.ZodType<RoadMap> {
  const text = z.string();
  const maybe = z.exactOptional(text);
  const id = z.string().min(1);
  const ids = z.exactOptional(z.array(id));
  const date = dateSchema();
  const maybeDate = z.exactOptional(date);
  const share = z.number();
  const maybeNumber = z.exactOptional(share);
  const natural = z.int().min(0);
  const row = z.int().min(1);
  const figure = z.strictObject({
    table: text,
    assessment: text,
    level: text,
    unit: text,
    item: maybe,
    figure: text,
  });
  const value = {
    value: z.number(),
    n: z.exactOptional(natural),
    low: maybeNumber,
    high: maybeNumber,
    date: maybeDate,
    source: maybe,
  };
  const indicator = z.strictObject({
    id,
    name: text,
    unit: z.enum(['share', 'points', 'count']),
    baseline: z.exactOptional(z.strictObject(value)),
    target: z.exactOptional(
      z.strictObject({
        comparator: comparator(),
        value: z.number(),
        of: z.enum(['value', 'relativeChange', 'pointChange']),
        date: maybeDate,
      }),
    ),
    checkpoints: z.exactOptional(
      z.array(z.strictObject({ name: text, date: maybeDate, expected: maybeNumber })),
    ),
    figure: z.exactOptional(figure),
    raw: maybe,
  });
  const provenance = z.strictObject({
    file: text,
    table: z.exactOptional(row),
    sheet: maybe,
    row,
    cells: z.exactOptional(
      z.array(
        z.strictObject({ column: row, field: z.exactOptional(codes(PLAN_FIELDS)), header: maybe, text }),
      ),
    ),
  });
  const measure = z.strictObject({
    id,
    number: maybe,
    text,
    section: z.exactOptional(id),
    sectionPath: z.array(text),
    parent: z.exactOptional(id),
    recommendation: maybe,
    situation: maybe,
    solution: maybe,
    deadline: deadlineSchema(),
    responsible: z.array(text),
    result: maybe,
    risks: maybe,
    place: maybe,
    indicators: z.exactOptional(z.array(indicator)),
    quantities: z.exactOptional(z.array(quantitySchema())),
    audience: z.exactOptional(z.array(codes(AUDIENCES))),
    basis: maybe,
    activity: z.exactOptional(codes(ACTIVITY_KINDS)),
    findings: ids,
    supports: ids,
    reason: maybe,
    problems: ids,
    tasks: ids,
    project: z.exactOptional(id),
    provenance: z.exactOptional(provenance),
  });
  const goal = z.strictObject({
    id,
    text,
    horizon: z.exactOptional(codes(HORIZONS)),
    tasks: z.exactOptional(z.array(z.strictObject({ id, text, problems: ids }))),
  });
  const record = z.strictObject({
    events: z.array(
      z.strictObject({
        event: codes(PLAN_STATES),
        date,
        role: z.exactOptional(codes(ROLES)),
        by: maybe,
        consultant: maybe,
        due: maybeDate,
        reason: maybe,
        hash: z.exactOptional(z.string().regex(HASH_PATTERN)),
      }),
    ),
    measures: z.exactOptional(
      z.array(
        z.strictObject({
          measure: id,
          status: codes(MEASURE_STATUSES),
          date,
          by: maybe,
          note: maybe,
          evidence: z.exactOptional(z.array(z.strictObject({ title: text, href: maybe }))),
        }),
      ),
    ),
    activities: z.exactOptional(
      z.array(
        z.strictObject({
          kind: codes(ACTIVITY_KINDS),
          date,
          title: maybe,
          form: z.exactOptional(z.enum(['individual', 'group'])),
          mode: z.exactOptional(z.enum(['onSite', 'video'])),
          schools: z.array(id),
          measure: z.exactOptional(id),
        }),
      ),
    ),
    values: z.exactOptional(z.array(z.strictObject({ indicator: id, checkpoint: maybe, ...value }))),
  });
  return z.strictObject({
    schema: z.literal('orientir.road-map'),
    version: z.literal(ROAD_MAP_VERSION),
    id,
    kind: codes(PLAN_KINDS),
    title: text,
    level: z.exactOptional(codes(PLAN_LEVELS)),
    region: maybe,
    municipality: maybe,
    school: maybe,
    schoolYear: z.exactOptional(schoolYearTextSchema()),
    legalBasis: z.exactOptional(z.array(z.strictObject({ raw: text, date: maybeDate, number: maybe }))),
    origins: z.exactOptional(
      z.array(z.strictObject({ kind: codes(ORIGIN_KINDS), title: maybe, start: maybeDate, end: maybeDate })),
    ),
    problems: z.exactOptional(z.array(z.strictObject({ id, text }))),
    goals: z.exactOptional(z.array(goal)),
    sections: z.array(
      z.strictObject({
        id,
        number: maybe,
        title: text,
        parent: z.exactOptional(id),
        addressee: z.exactOptional(codes(PLAN_LEVELS)),
        direction: maybe,
      }),
    ),
    measures: z.array(prepareMeasure(measure)),
    columns: z.exactOptional(
      z.array(z.strictObject({ header: text, field: z.exactOptional(codes(PLAN_FIELDS)) })),
    ),
    stamps: z.exactOptional(
      z.array(
        z.strictObject({
          kind: codes(STAMP_KINDS),
          position: maybe,
          organisation: maybe,
          name: maybe,
          date: maybeDate,
          document: maybe,
          raw: maybe,
        }),
      ),
    ),
    aliases: z.exactOptional(z.array(z.strictObject({ short: text, full: text }))),
    projects: z.exactOptional(z.array(z.strictObject({ id, title: text }))),
    decisions: z.exactOptional(
      z.array(
        z.strictObject({ id, text, date: maybeDate, by: maybe, evidence: z.array(figure), findings: ids }),
      ),
    ),
    minimums: z.exactOptional(
      z.array(z.strictObject({ activity: codes(ACTIVITY_KINDS), perSchool: z.int().min(1) })),
    ),
    resources: z.exactOptional(
      z.array(
        z.strictObject({
          id,
          title: text,
          kind: z.enum(['centre', 'community', 'course', 'material', 'event']),
          date: maybeDate,
          href: maybe,
        }),
      ),
    ),
    waivers: z.exactOptional(
      z.array(z.strictObject({ finding: id, reason: z.string().min(1), by: maybe, date: maybeDate })),
    ),
    children: z.exactOptional(
      z.array(
        z.strictObject({ plan: z.exactOptional(id), school: id, kind: z.exactOptional(codes(PLAN_KINDS)) }),
      ),
    ),
    cohort: z.exactOptional(z.strictObject({ schools: z.array(id), founder: maybe })),
    record: z.exactOptional(record),
    extensions: z.exactOptional(z.record(z.string(), jsonSchema())),
  });
}

function quantitySchema(): z.ZodType<Quantity> {
  const written = { raw: z.string(), comparator: comparator() };
  return z.union([
    z.strictObject({
      ...written,
      kind: z.literal('count'),
      value: z.number(),
      of: z.string(),
      perSchool: z.exactOptional(z.literal(true)),
    }),
    z.strictObject({ ...written, kind: z.literal('share'), value: z.number() }),
    z.strictObject({
      ...written,
      kind: z.literal('change'),
      value: z.number(),
      meaning: z.enum(['relative', 'points', 'unclear']),
    }),
  ]);
}

function comparator() {
  return z.enum(['atLeast', 'atMost', 'exactly']);
}

function jsonSchema(): z.ZodType<JsonValue> {
  return z.json();
}

/** The codes of a list, as an enumeration. */
function codes<Code extends string>(list: Readonly<Record<Code, unknown>>) {
  return z.enum(keysOf(list));
}

function keysOf<Code extends string>(list: Readonly<Record<Code, unknown>>): readonly Code[] {
  return Object.keys(list).filter((key): key is Code => Object.hasOwn(list, key));
}
