import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import published from '../../schema/road-map-1.json' with { type: 'json' };
import { checkPlan } from '../../src/road-map/index.js';
import { parseRoadMap, roadMapJsonSchema, roadMapSchema } from '../../src/schema/index.js';
import { compiledRoadMapSchema } from '../../src/schema/road-map.schema.js';
import { anyPlan } from '../road-map/plan.arbitrary.js';

const valid = import.meta.glob('../../conformance/road-map/valid/*.json', { eager: true, import: 'default' });
const invalid = import.meta.glob('../../conformance/road-map/invalid/*.json', {
  eager: true,
  import: 'default',
});
const byJsonSchema = new Ajv2020({
  allErrors: false,
  strict: true,
  strictTuples: false,
  keywords: ['x-codelists'],
}).compile(published);
const byZod = (value: unknown) => parseRoadMap(value).kind === 'plan';

describe('the published JSON Schema', () => {
  it('is the one that the program has (npm run schema -w @orientir/core)', () => {
    expect(published).toEqual(roadMapJsonSchema());
  });

  it.each(Object.entries(valid))('accepts %s, and so does zod', (_, value) => {
    expect(byJsonSchema(value)).toBe(true);
    const read = parseRoadMap(value);
    expect(read.kind === 'refused' ? read.problems : []).toEqual([]);
    if (read.kind === 'plan') expect(checkPlan(read.plan)).toEqual([]);
  });

  it.each(Object.entries(invalid))('refuses %s, and so does zod', (_, value) => {
    expect(byJsonSchema(value)).toBe(false);
    expect(byZod(value)).toBe(false);
  });

  it('has enough documents to agree on', () => {
    expect(Object.keys(valid).length).toBeGreaterThanOrEqual(3);
    expect(Object.keys(invalid).length).toBeGreaterThanOrEqual(20);
  });

  it('agrees with zod on damaged documents', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(damage, { minLength: 1, maxLength: 3 }), (plan, damages) => {
        let document: unknown = JSON.parse(JSON.stringify(plan));
        for (const each of damages) document = damaged(document, each);
        expect(byZod(document)).toBe(byJsonSchema(document));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the schema for long plans', () => {
  it('says of every document what the other says', () => {
    const documents = [...Object.values(valid), ...Object.values(invalid)];
    for (const document of documents) expect(byCompiled(document)).toBe(bySchema(document));
    fc.assert(
      fc.property(anyPlan, fc.array(damage, { maxLength: 2 }), (plan, damages) => {
        let document: unknown = JSON.parse(JSON.stringify(plan));
        for (const each of damages) document = damaged(document, each);
        expect(byCompiled(document)).toBe(bySchema(document));
      }),
      { numRuns: 500 },
    );
  });

  it('finds in a long plan what is found in a short one', () => {
    const [plan] = fc.sample(anyPlan, { numRuns: 1, seed: 1 });
    const right = {
      id: 'a',
      text: '',
      sectionPath: [],
      responsible: [],
      deadline: { raw: '', kind: 'none', reason: 'empty' },
    };
    const wrong = { ...right, deadline: { raw: '', kind: 'date', end: '1.10.2025' }, note: '' };
    const long = Array.from({ length: 2000 }, () => right);
    expect(parseRoadMap({ ...plan, measures: long })).toMatchObject({
      kind: 'plan',
      plan: { measures: long },
    });
    const read = parseRoadMap({ ...plan, measures: [wrong, ...long] });
    expect(read.kind).toBe('refused');
    expect(read).toEqual(parseRoadMap({ ...plan, measures: [wrong] }));
  });
});

const bySchema = (value: unknown) => outcome(roadMapSchema(), value);
const byCompiled = (value: unknown) => outcome(compiledRoadMapSchema(), value);

/** What a schema makes of a document, with the order of its keys, or what is wrong with it. */
function outcome(schema: ReturnType<typeof roadMapSchema>, value: unknown): string {
  const { data, error } = schema.safeParse(value);
  return JSON.stringify(data ?? error?.issues);
}

interface Damage {
  /** Which of all places in the document, as a part of them. */
  readonly place: number;
  readonly value: unknown;
}

const damage: fc.Arbitrary<Damage> = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  value: fc.oneof(
    fc.constantFrom<unknown>(
      undefined,
      null,
      '',
      0,
      -1,
      1.5,
      [],
      {},
      true,
      'school',
      '2025-09-01',
      'date',
      'none',
    ),
    fc.jsonValue({ maxDepth: 2 }),
  ),
});

/** The document with one value replaced, or taken out. */
function damaged(document: unknown, { place, value }: Damage): unknown {
  const paths = placesIn(document, []);
  const path = paths[Math.floor(place * paths.length)] ?? [];
  return replaced(document, path, value);
}

type Path = readonly (string | number)[];

function placesIn(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value) ? value.map((of, i) => [i, of] as const) : Object.entries(value);
  return [path, ...entries.flatMap(([key, of]) => placesIn(of, [...path, key]))];
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return by;
  if (Array.isArray(value)) {
    return value.flatMap((of, i) => {
      if (i !== key) return [of];
      const now = replaced(of, rest, by);
      return now === undefined ? [] : [now];
    });
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, of]) => {
      if (name !== key) return [[name, of]];
      const now = replaced(of, rest, by);
      return now === undefined ? [] : [[name, now]];
    }),
  );
}
