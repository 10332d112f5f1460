import * as fc from 'fast-check';
import type { MatchingProblem } from '../src/matching/index.js';
import { ANY_TIME, NO_LIMIT } from '../src/matching/index.js';
import { problemOf } from './matching-problems.js';

/** Small problems with everything in them: slots, hours, least groups, costs; locked pairs where `locks`. */
export function problems({
  seekers = 5,
  offers = 4,
  groups = true,
  costs = true,
}: {
  readonly seekers?: number;
  readonly offers?: number;
  readonly groups?: boolean;
  readonly costs?: boolean;
} = {}): fc.Arbitrary<MatchingProblem> {
  const offer = fc.record({
    places: fc.integer({ min: 0, max: 3 }),
    leastGroup: groups ? fc.constantFrom(0, 0, 0, 2, 3) : fc.constant(0),
    slot: fc.constantFrom(ANY_TIME, ANY_TIME, 1, 2),
    duration: fc.integer({ min: 0, max: 3 }),
  });
  return fc.integer({ min: 1, max: offers }).chain((count) => {
    const seeker = fc.integer({ min: 1, max: 4 }).chain((needs) =>
      fc.record({
        weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: needs, maxLength: needs }),
        limit: fc.integer({ min: 0, max: 3 }),
        hours: fc.constantFrom(NO_LIMIT, NO_LIMIT, 2, 4),
        pairs: fc.subarray(Array.from({ length: count }, (_, i) => i)).chain((chosen) =>
          fc.tuple(
            ...chosen.map((of) =>
              fc.record({
                offer: fc.constant(of),
                mask: fc.integer({ min: 0, max: (1 << needs) - 1 }),
                cost: costs ? fc.integer({ min: 0, max: 3 }) : fc.constant(0),
              }),
            ),
          ),
        ),
      }),
    );
    return fc
      .tuple(
        fc.array(seeker, { minLength: 1, maxLength: seekers }),
        fc.array(offer, { minLength: count, maxLength: count }),
      )
      .map(([of, from]) => problemOf(of, from));
  });
}
