import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import { problems } from '../../test/matching-arbitraries.js';
import { bruteForce, problemOf } from '../../test/matching-problems.js';
import { gainsOfOneMore, match, matchInStages, verifyMatching, withValues } from './index.js';

const severeWhere = (weights: Float64Array, from: number) =>
  Int32Array.from(weights, (weight) => (weight >= from ? 1 : 0));

describe('matchInStages', () => {
  it('puts severe needs first, then all needs, with bounds that no plan exceeds', () => {
    fc.assert(
      fc.property(problems({ groups: false }), (problem) => {
        const severe = severeWhere(problem.needWeight, 6);
        const { stages, matching, problem: valued } = matchInStages(problem, { severe, floors: [] });
        expect(verifyMatching(valued, matching)).toEqual([]);
        const free = new Float64Array(problem.pairCost.length);
        const severeOnly = problem.needWeight.map((weight, need) => (severe[need] === 1 ? weight : 0));
        const mostSevere = bruteForce(withValues(problem, severeOnly, free));
        const [first, second] = stages;
        expect(first?.value).toBe(mostSevere);
        expect(first?.bound).toBeGreaterThanOrEqual(mostSevere);
        const strict = problem.needWeight.map((weight, need) => weight + 1000 * (severeOnly[need] ?? 0));
        const all = bruteForce(withValues(problem, strict, free)) - 1000 * mostSevere;
        expect(second?.bound).toBeGreaterThanOrEqual(all);
        expect(second?.value).toBeLessThanOrEqual(all);
        if (first?.value !== mostSevere || second?.value !== all) return;
        const strictest = withValues(
          problem,
          strict.map((weight) => weight * 1000),
          problem.pairCost,
        );
        const leastCost = 1000 * (all + 1000 * mostSevere) - bruteForce(strictest);
        expect(stages[2]?.bound).toBeLessThanOrEqual(leastCost);
        expect(stages[2]?.value).toBeGreaterThanOrEqual(leastCost);
      }),
      { numRuns: 250 },
    );
  });

  it('saves costs where nothing else is lost', () => {
    const problem = problemOf(
      [
        {
          weights: [5],
          limit: 1,
          pairs: [
            { offer: 0, mask: 1, cost: 30 },
            { offer: 1, mask: 1, cost: 10 },
          ],
        },
        { weights: [1], limit: 1, pairs: [{ offer: 2, mask: 1, cost: 900 }] },
      ],
      [{ places: 1 }, { places: 1 }, { places: 1 }],
    );
    const { stages } = matchInStages(problem, { severe: Int32Array.of(0, 0), floors: [] });
    expect(stages).toEqual([
      { stage: 'severe', value: 0, bound: 0 },
      { stage: 'coverage', value: 6, bound: 6 },
      { stage: 'cost', value: 910, bound: 910 },
    ]);
  });

  it('keeps floors, or says what share there can be at all', () => {
    // Two places; without floors both go to the heavier needs.
    const seeker = (weight: number) => ({ weights: [weight], limit: 1, pairs: [{ offer: 0, mask: 1 }] });
    const problem = problemOf([seeker(9), seeker(9), seeker(2), seeker(2)], [{ places: 2 }]);
    const light = Int32Array.of(2, 3);
    const floored = (share: number) =>
      matchInStages(problem, { severe: new Int32Array(4), floors: [{ needs: light, share }] });
    expect(floored(0)).toMatchObject({ floors: [{ met: 0 }], matching: { value: 18 } });
    expect(floored(0.5)).toMatchObject({ floors: [{ met: 0.5 }], matching: { value: 11 } });
    expect(floored(1)).toMatchObject({ floors: [{ met: 1 }], matching: { value: 4 } });
    const one = { ...problem, places: Int32Array.of(1) };
    const { floors } = matchInStages(one, {
      severe: new Int32Array(4),
      floors: [{ needs: light, share: 1 }],
    });
    expect(floors).toEqual([{ share: 1, met: 0.5, most: 0.5 }]);
  });

  it('never falls below a floor that it says it met, and never breaks a rule for it', () => {
    fc.assert(
      fc.property(
        problems({ seekers: 12, offers: 5 }),
        between(0, 1),
        fc.integer({ min: 2, max: 4 }),
        (problem, share, groups) => {
          const floors = Array.from({ length: groups }, (_, g) => ({
            share,
            needs: Int32Array.from(
              Array.from(problem.needWeight.keys()).filter((need) => need % groups === g),
            ),
          }));
          const severe = severeWhere(problem.needWeight, 8);
          const result = matchInStages(problem, { severe, floors });
          expect(verifyMatching(result.problem, result.matching)).toEqual([]);
          for (const { met, most } of result.floors) expect(met).toBeLessThanOrEqual(most);
          const [only] = matchInStages(problem, { severe, floors: floors.slice(0, 1) }).floors;
          if (only !== undefined && only.met < share) {
            // What is said to be impossible alone is impossible.
            const [floor] = floors;
            const alone = problem.needWeight.map((weight, need) =>
              floor?.needs.includes(need) ? weight : 0,
            );
            const free = new Float64Array(problem.pairCost.length);
            expect(match(withValues(problem, alone, free)).value).toBeLessThanOrEqual(
              only.most * alone.reduce((sum, weight) => sum + weight, 0) + 1e-9,
            );
          }
        },
      ),
      { numRuns: 120 },
    );
  });

  it('changes nothing of an earlier plan that is still the best', () => {
    fc.assert(
      fc.property(problems({ seekers: 12, offers: 5, costs: false }), (problem) => {
        const options = { severe: severeWhere(problem.needWeight, 8), floors: [] };
        const { matching } = matchInStages(problem, options);
        expect(matchInStages(problem, { ...options, keep: matching.pairs }).matching.pairs).toEqual(
          matching.pairs,
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('gainsOfOneMore', () => {
  it('is what a place more brings, and never more than it can', () => {
    fc.assert(
      fc.property(problems({ groups: false, costs: false }), (problem) => {
        const matching = match(problem);
        const best = bruteForce(problem);
        gainsOfOneMore(problem, matching).forEach((gain, offer) => {
          const places = problem.places.map((count, o) => (o === offer ? count + 1 : count));
          expect(gain).toBeGreaterThanOrEqual(0);
          expect(best + gain).toBeLessThanOrEqual(bruteForce({ ...problem, places }));
          if (gain > 0)
            expect(gain).toBeLessThanOrEqual(
              matching.bound - matching.value + (matching.prices[offer] ?? 0) + 1,
            );
        });
      }),
      { numRuns: 200 },
    );
  });

  it('follows the chain of those who move up', () => {
    const problem = problemOf(
      [
        {
          weights: [6, 4],
          limit: 1,
          pairs: [
            { offer: 0, mask: 1 },
            { offer: 1, mask: 2 },
          ],
        },
        { weights: [5], limit: 1, pairs: [{ offer: 1, mask: 1 }] },
        { weights: [9], limit: 1, pairs: [{ offer: 0, mask: 1 }] },
      ],
      [{ places: 1 }, { places: 1 }],
    );
    const matching = match(problem);
    expect(matching.value).toBe(14);
    expect([...gainsOfOneMore(problem, matching)]).toEqual([6, 4]);
  });
});
