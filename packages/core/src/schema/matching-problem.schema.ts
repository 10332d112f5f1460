import * as z from 'zod';
import { once } from '../foundation/once.js';
import type { MatchingProblem } from '../matching/index.js';
import { ANY_TIME, MOST_NEEDS, NO_LIMIT } from '../matching/index.js';
import type { Problem } from './problem.js';
import { isSchoolOnly, problemParams, problemsOf } from './problem.js';

export type ParsedMatchingProblem =
  | {
      readonly kind: 'problem';
      readonly problem: MatchingProblem;
      /** Ids in the order of the problem's seekers. */
      readonly teachers: readonly string[];
      /** Ids in the order of the problem's offers. */
      readonly offers: readonly string[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/**
 * Reads a problem of matching as others write it: teachers with `id`, `k` (most offers) and `w` (weights of needs),
 * offers with `id`, `cap` (places) and perhaps `slot` (-1 = any time), `min_group` and `hours`, and pairs in compressed
 * rows: those of teacher t stand at `start[t]` up to `start[t + 1]` of `offer`, `mask` and perhaps `cost` (0 where
 * there is none). Other fields are passed over. Never throws.
 */
export function parseMatchingProblem(value: unknown): ParsedMatchingProblem {
  const schema = matchingProblemSchema();
  const result = schema.safeParse(value);
  if (!result.success || isSchoolOnly(value)) return { kind: 'refused', problems: problemsOf(schema, value) };
  const { teachers, offers, edges } = result.data;
  const needStart = new Int32Array(teachers.length + 1);
  teachers.forEach(({ w }, t) => {
    needStart[t + 1] = (needStart[t] ?? 0) + w.length;
  });
  return {
    kind: 'problem',
    teachers: teachers.map(({ id }) => id),
    offers: offers.map(({ id }) => id),
    problem: {
      needStart,
      needWeight: Float64Array.from(teachers.flatMap(({ w }) => w)),
      limit: Int32Array.from(teachers, ({ k }) => k),
      hours: Int32Array.from(teachers, ({ hours }) => (hours === undefined ? NO_LIMIT : minutes(hours))),
      places: Int32Array.from(offers, ({ cap }) => cap),
      leastGroup: Int32Array.from(offers, ({ min_group = 0 }) => min_group),
      slot: Int32Array.from(offers, ({ slot = ANY_TIME }) => slot),
      duration: Int32Array.from(offers, ({ hours = 0 }) => minutes(hours)),
      ...pairColumns(edges),
      pairLocked: new Int32Array(edges.offer.length),
    },
  };
}

/** By offer inside each teacher, as the engine wants them. */
function pairColumns({
  start,
  offer,
  mask,
  cost = [],
}: {
  readonly start: readonly number[];
  readonly offer: readonly number[];
  readonly mask: readonly number[];
  readonly cost?: readonly number[] | undefined;
}): Pick<MatchingProblem, 'pairStart' | 'pairOffer' | 'pairMask' | 'pairCost'> {
  const places = offer.map((_, pair) => pair);
  for (let t = 0; t + 1 < start.length; t++) {
    const [from = 0, to = 0] = [start[t], start[t + 1]];
    let isRising = true;
    for (let pair = from + 1; pair < to; pair++)
      if ((offer[pair] ?? 0) < (offer[pair - 1] ?? 0)) isRising = false;
    if (isRising) continue;
    const row = places.slice(from, to).sort((one, other) => (offer[one] ?? 0) - (offer[other] ?? 0));
    row.forEach((pair, i) => {
      places[from + i] = pair;
    });
  }
  return {
    pairStart: Int32Array.from(start),
    pairOffer: Int32Array.from(places, (pair) => offer[pair] ?? 0),
    pairMask: Int32Array.from(places, (pair) => mask[pair] ?? 0),
    pairCost: Float64Array.from(places, (pair) => cost[pair] ?? 0),
  };
}

/** Made when it is first wanted, and kept: to make it takes longer than to read a small problem. */
const matchingProblemSchema = /* @__PURE__ */ once(makeMatchingProblemSchema);

function makeMatchingProblemSchema() {
  const count = z.int().min(0).max(MOST_COUNT);
  const id = z.union([z.string().min(1), z.int()]).transform(String);
  const hours = z.number().min(0).max(MOST_HOURS).optional();
  const counts = z.array(count);
  return z
    .object({
      teachers: z.array(
        z.object({ id, k: count, w: z.array(z.int().min(0).max(MOST_WEIGHT)).max(MOST_NEEDS), hours }),
      ),
      offers: z.array(
        z.object({
          id,
          cap: count,
          slot: z.int().min(ANY_TIME).max(MOST_COUNT).optional(),
          min_group: count.optional(),
          hours,
        }),
      ),
      edges: z.object({
        start: counts,
        offer: counts,
        mask: counts,
        cost: z.array(z.int().min(0).max(MOST_WEIGHT)).optional(),
      }),
    })
    .superRefine(({ teachers, offers, edges }, context) => {
      const { start, offer, mask, cost = offer.map(() => 0) } = edges;
      const wrong = (path: readonly (string | number)[], problem: Parameters<typeof problemParams>[0]) =>
        context.addIssue({ code: 'custom', path: [...path], params: problemParams(problem) });
      if (hasTwice(teachers)) wrong(['teachers'], 'ids-alike');
      if (hasTwice(offers)) wrong(['offers'], 'ids-alike');
      for (const [name, column] of [
        ['mask', mask],
        ['cost', cost],
      ] as const)
        if (column.length !== offer.length) wrong(['edges', name], 'lengths-differ');
      if (start.length !== teachers.length + 1 || start[0] !== 0 || start.at(-1) !== offer.length) {
        wrong(['edges', 'start'], 'rows-unclear');
        return;
      }
      if (mask.length !== offer.length || cost.length !== offer.length) return;
      for (let t = 0; t < teachers.length; t++) {
        const [from, to] = [start[t] ?? 0, start[t + 1] ?? 0];
        if (to < from || to > offer.length) {
          wrong(['edges', 'start', t + 1], 'rows-unclear');
          return;
        }
        const needs = teachers[t]?.w.length ?? 0;
        const seen = new Set<number>();
        for (let pair = from; pair < to; pair++) {
          const o = offer[pair] ?? 0;
          const fault =
            o >= offers.length
              ? (['offer', 'index-unknown'] as const)
              : seen.has(o)
                ? (['offer', 'pair-twice'] as const)
                : (mask[pair] ?? 0) >= 2 ** needs
                  ? (['mask', 'index-unknown'] as const)
                  : undefined;
          seen.add(o);
          if (fault === undefined) continue;
          wrong(['edges', fault[0], pair], fault[1]);
          // One is enough: where columns are shifted all are wrong.
          return;
        }
      }
    });
}

function hasTwice(named: readonly { readonly id: string }[]): boolean {
  return new Set(named.map(({ id }) => id)).size < named.length;
}

/** Hours as whole minutes. */
const minutes = (hours: number): number => Math.round(hours * 60);

/** All that a column of 32 bits holds: a teacher may have 31 needs, and a mask all of them. */
const MOST_COUNT = 2_147_483_647;
/** Sums of a hundred thousand teachers stay exact. */
const MOST_WEIGHT = 1_000_000_000;
const MOST_HOURS = 1_000_000;
