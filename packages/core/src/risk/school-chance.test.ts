import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { omsk2025 } from '../assessment/low-results-rules.js';
import { RuleChance } from './rule-chance.js';
import { SchoolLevels } from './school-chance.js';
import type { WorkChance } from './work-chance.js';

const alikeness = fc.record({
  school: fc.double({ min: 0, max: 0.9, noNaN: true }),
  work: fc.double({ min: 0, max: 0.6, noNaN: true }),
});
/** By place of the lattice, as far as it reaches. */
const chances = fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 37, maxLength: 37 });
const year = fc.option(fc.record({ likelihood: chances, low: chances }), { nil: undefined });

/** As the formula stands: every place by itself, every pattern by itself. */
function plainly(
  years: readonly (WorkChance | undefined)[],
  kindOf: ArrayLike<number>,
  kinds: number,
  width: number,
) {
  const joint = Array.from({ length: width }, (_, place) =>
    years.reduce((product, of) => product * (of?.likelihood[place] ?? 1), 1),
  );
  const planes = Array.from({ length: kinds }, () => new Array<number>(width).fill(0));
  for (let pattern = 0; pattern < kindOf.length; pattern++) {
    const plane = planes[kindOf[pattern] ?? 0] ?? [];
    joint.forEach((chance, place) => {
      const of = years.reduce((product, each, before) => {
        const low = each?.low[place] ?? 0;
        return product * ((pattern >> before) & 1 ? low : 1 - low);
      }, chance);
      plane[place] = (plane[place] ?? 0) + of;
    });
  }
  return planes.flat();
}

describe('SchoolLevels', () => {
  it('gives each place of a work what its years say together, for two years and for others', () => {
    const threeYears = { conditions: [{ years: 3, procedures: 1, same: false }], combine: 'any' as const };
    const oneYear = { conditions: [{ years: 1, procedures: 2, same: false }], combine: 'any' as const };
    fc.assert(
      fc.property(
        alikeness,
        fc.tuple(year, year, year),
        fc.constantFrom(omsk2025, threeYears, oneYear),
        (alike, three, rules) => {
          const rule = new RuleChance(rules);
          const levels = new SchoolLevels(alike);
          const width = 2 * levels.reach + 1;
          const years = three.slice(0, rule.years).map((of): WorkChance | undefined =>
            of === undefined
              ? undefined
              : {
                  likelihood: Float64Array.from(of.likelihood.slice(0, width)),
                  low: Float64Array.from(of.low.slice(0, width)),
                  most: -3,
                },
          );
          const { planes, most } = levels.atPlaces(years, rule);
          const factor = Math.exp(most + 3 * years.filter((of) => of !== undefined).length);
          const expected = plainly(years, rule.kindOf, rule.kinds, width);
          expect(planes).toHaveLength(expected.length);
          expected.forEach((chance, at) => {
            expect(Math.abs((planes[at] ?? 0) * factor - chance)).toBeLessThanOrEqual(
              1e-12 * Math.max(chance, 1e-30),
            );
          });
        },
      ),
    );
  });
});
