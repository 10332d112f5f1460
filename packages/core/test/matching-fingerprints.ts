import { gainsOfOneMore, match, matchInStages } from '../src/matching/index.js';
import { townProblem } from './matching-problems.js';

/** What the engine makes of a few towns, as numbers that change with any price, seat or bound. */
export function matchingFingerprints(): readonly number[] {
  return [
    [1, 20, 6],
    [2, 60, 15],
    [3, 200, 40],
    [4, 60, 15],
  ].map(([seed = 0, teachers = 0, offers = 0]) => {
    const problem = townProblem(seed, teachers, offers);
    const matching = match(problem);
    const staged = matchInStages(problem, {
      severe: Int32Array.from(problem.needWeight, (weight) => (weight > 40 ? 1 : 0)),
      floors: [{ needs: Int32Array.from({ length: 20 }, (_, i) => i), share: 0.8 }],
    });
    let hash = 0x811c9dc5;
    const add = (value: number) => {
      for (const half of [value % 65_536, Math.floor(value / 65_536) % 65_536])
        hash = Math.imul(hash ^ half, 0x01000193) >>> 0;
    };
    for (const { pairs, prices, value, bound } of [matching, staged.matching]) {
      pairs.forEach(add);
      for (const price of prices) add(price * 1024);
      add(value);
      add(bound);
    }
    gainsOfOneMore(problem, matching).forEach(add);
    return hash;
  });
}
