import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenly } from '../../test/evenly.js';
import type { LowResultsCondition, LowResultsRules } from '../assessment/low-results-rules.js';
import { omsk2025 } from '../assessment/low-results-rules.js';
import { ListingChance } from './listing-chance.js';
import type { ByYear } from './rule-chance.js';
import { isListed, RuleChance } from './rule-chance.js';
import { fewerToExit, fewerUnderBorder, isLowShare } from './to-exit.js';

const condition: fc.Arbitrary<LowResultsCondition> = fc.record({
  years: fc.integer({ min: 1, max: 3 }),
  procedures: fc.integer({ min: 1, max: 3 }),
  same: fc.boolean(),
});
const conditions = fc.record({
  conditions: fc.array(condition, { minLength: 1, maxLength: 2 }),
  combine: fc.constantFrom('any' as const, 'all' as const),
});
const share = evenly(0, 1);
const works = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<ByYear<Value>[]> =>
  fc.array(fc.array(fc.option(value, { nil: undefined }), { minLength: 3, maxLength: 3 }), { maxLength: 4 });

/** Patterns of works that are low in each year independently. */
const patternsOf = (chances: readonly ByYear<number>[], years: number) =>
  chances.map((work) =>
    Array.from({ length: 2 ** years }, (_, pattern) =>
      Array.from({ length: years }, (_, year) => {
        const chance = work[year] ?? 0;
        return (pattern >> year) & 1 ? chance : 1 - chance;
      }).reduce((product, chance) => product * chance, 1),
    ),
  );
const chanceOf = (rules: ConstructorParameters<typeof RuleChance>[0], chances: readonly ByYear<number>[]) => {
  const rule = new RuleChance(rules);
  const works = patternsOf(chances, rule.years).map((patterns) => {
    const kinds = new Float64Array(rule.kinds);
    patterns.forEach((chance, pattern) => {
      const kind = rule.kindOf[pattern] ?? 0;
      kinds[kind] = (kinds[kind] ?? 0) + chance;
    });
    return { logs: Float64Array.of(0), kindsOver: () => kinds };
  });
  const listing = new ListingChance(rule, Float64Array.of(1));
  listing.read(works);
  return listing.chance();
};

/** Open states that some sequence of works tells apart: pairs that differ at once, then those that lead to such pairs. */
function differentStates({ open, kinds, next }: RuleChance): number {
  const to = (state: number, kind: number) =>
    state === open ? open : (next[state * kinds + kind] ?? Number.NaN);
  const differ = Array.from({ length: open + 1 }, (_, one) =>
    Array.from({ length: open + 1 }, (_, other) => (one === open) !== (other === open)),
  );
  for (let found = true; found; ) {
    found = false;
    for (let one = 0; one < open; one++) {
      const row = differ[one] ?? [];
      for (let other = 0; other < open; other++) {
        for (let kind = 0; kind < kinds && row[other] === false; kind++) {
          if (differ[to(one, kind)]?.[to(other, kind)] === true) row[other] = found = true;
        }
      }
    }
  }
  return differ.slice(0, open).filter((row, state) => row.slice(0, state).every(Boolean)).length;
}

describe('isListed', () => {
  const rule = (...of: readonly LowResultsCondition[]) => ({ conditions: of, combine: 'any' as const });

  it('counts works of one year', () => {
    const two = rule({ years: 1, procedures: 2, same: false });
    expect(isListed([[true], [true]], two)).toBe(true);
    expect(isListed([[true], [false], [undefined, true]], two)).toBe(false);
  });

  it('asks for the same work in all years, or for any works in each', () => {
    expect(isListed([[true, true]], rule({ years: 2, procedures: 1, same: true }))).toBe(true);
    const apart: ByYear<boolean>[] = [
      [true, false],
      [false, true],
    ];
    expect(isListed(apart, rule({ years: 2, procedures: 1, same: true }))).toBe(false);
    expect(isListed(apart, rule({ years: 2, procedures: 1, same: false }))).toBe(true);
  });

  it('takes one condition, or all of them', () => {
    const low: ByYear<boolean>[] = [[true], [true]];
    const both = [
      { years: 1, procedures: 2, same: false },
      { years: 2, procedures: 1, same: true },
    ];
    expect(isListed(low, { conditions: both, combine: 'any' })).toBe(true);
    expect(isListed(low, { conditions: both, combine: 'all' })).toBe(false);
    expect(isListed(low, { conditions: [], combine: 'all' })).toBe(false);
    expect(isListed(low, { conditions: [], combine: 'any' })).toBe(false);
  });
});

describe('RuleChance', () => {
  it('equals the sum over all outcomes', () => {
    fc.assert(
      fc.property(conditions, works(share), (rules, chances) => {
        const cells = chances.flatMap((work, place) =>
          work.flatMap((chance, year) => (chance === undefined ? [] : [{ place, year, chance }])),
        );
        let expected = 0;
        for (let outcome = 0; outcome < 2 ** cells.length; outcome++) {
          const low = chances.map((): (boolean | undefined)[] => []);
          let chance = 1;
          cells.forEach((cell, bit) => {
            const isLow = ((outcome >> bit) & 1) === 1;
            chance *= isLow ? cell.chance : 1 - cell.chance;
            const work = low[cell.place];
            if (work !== undefined) work[cell.year] = isLow;
          });
          if (isListed(low, rules)) expected += chance;
        }
        expect(chanceOf(rules, chances)).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('rises with every chance', () => {
    fc.assert(
      fc.property(conditions, works(share), fc.nat(), fc.nat(), share, (rules, chances, at, year, more) => {
        const place = at % Math.max(1, chances.length);
        const of = chances[place]?.[year % 3];
        if (of === undefined) return;
        const raised = chances.with(place, (chances[place] ?? []).with(year % 3, of + (1 - of) * more));
        expect(chanceOf(rules, raised)).toBeGreaterThanOrEqual(chanceOf(rules, chances) - 1e-12);
      }),
    );
  });

  it('reads work by work whether the plain rule holds, in as few states and kinds as can be', () => {
    const any = fc.record({
      conditions: fc.array(
        fc.record({
          years: fc.integer({ min: 1, max: 3 }),
          procedures: fc.integer({ min: 0, max: 3 }),
          same: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
      combine: fc.constantFrom('any' as const, 'all' as const),
    });
    const patterns = fc.array(fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(any, fc.array(patterns, { minLength: 20, maxLength: 20 }), (rules, schools) => {
        const rule = new RuleChance(rules);
        expect(rule.isMet).toBe(isListed([], rules));
        expect(rule.years).toBe(Math.max(0, ...rules.conditions.map(({ years }) => years)));
        for (const works of schools) {
          let state = rule.isMet ? rule.open : 0;
          works.forEach((low, place) => {
            const pattern = low
              .slice(0, rule.years)
              .reduce((bits, isLow, year) => bits + (isLow ? 2 ** year : 0), 0);
            const kind = rule.kindOf[pattern] ?? Number.NaN;
            if (state < rule.open) state = rule.next[state * rule.kinds + kind] ?? Number.NaN;
            expect(state === rule.open).toBe(isListed(works.slice(0, place + 1), rules));
          });
        }
        expect(rule.kindOf).toHaveLength(2 ** rule.years);
        expect(new Set(rule.kindOf).size).toBe(rule.kinds);
        const columns = Array.from({ length: rule.kinds }, (_, kind) =>
          Array.from({ length: rule.open }, (_, state) => rule.next[state * rule.kinds + kind]).join(),
        );
        expect(new Set(columns).size).toBe(rule.kinds);
        expect(rule.next).toHaveLength(rule.open * rule.kinds);
        expect(differentStates(rule)).toBe(rule.open);
      }),
    );
  });

  it('needs two open states and three kinds for two low works of a year, or the same one twice', () => {
    // None yet, one of this year; met is not counted. Patterns: not low this year, this year only, both.
    expect(new RuleChance(omsk2025)).toMatchObject({ years: 2, open: 2, kinds: 3, isMet: false });
  });

  it('refuses what it cannot count', () => {
    const conditions = [{ years: 5, procedures: 9, same: false }];
    expect(() => new RuleChance({ conditions, combine: 'any' })).toThrow(
      'RuleChance cannot count so many works of so many years',
    );
  });
});

describe('the border', () => {
  it('is reached by the share itself, whatever the product rounds to', () => {
    for (let n = 1; n <= 2000; n++) {
      for (const [tenths, low] of [3, 7].map((of) => [of, Math.ceil((of * n) / 10)] as const)) {
        expect(isLowShare(low, n, tenths / 10)).toBe(true);
        expect(isLowShare(low - 1, n, tenths / 10)).toBe(false);
        expect(fewerUnderBorder(low + 2, n, tenths / 10)).toBe(3);
      }
    }
  });
});

describe('fewerToExit', () => {
  it('equals the best of all ways', () => {
    const counts = fc.record({ n: fc.integer({ min: 1, max: 6 }), part: share });
    fc.assert(
      fc.property(conditions, works(counts), ({ conditions: of, combine }, cells) => {
        const rules: LowResultsRules = { ...omsk2025, conditions: of, combine };
        const school = cells.map((work) =>
          work.map((cell) => cell && { n: cell.n, low: Math.round(cell.n * cell.part) }),
        );
        const isLow = (work: (typeof school)[number]) =>
          work.map((cell) => cell && isLowShare(cell.low, cell.n, rules.shareFrom));
        // For each work of the last year: left as it is, or brought under the border.
        let best = Number.POSITIVE_INFINITY;
        for (let choice = 0; choice < 2 ** school.length; choice++) {
          let pupils = 0;
          const changed = school.map((work, place) => {
            const [last] = work;
            if (((choice >> place) & 1) === 0 || last === undefined) return work;
            let { low } = last;
            while (isLowShare(low, last.n, rules.shareFrom)) low--;
            pupils += last.low - low;
            return work.with(0, { ...last, low });
          });
          if (!isListed(changed.map(isLow), rules)) best = Math.min(best, pupils);
        }
        const exits = school.map((work) => {
          const low = isLow(work);
          const [last] = work;
          return { low, fewer: low[0] && last ? fewerUnderBorder(last.low, last.n, rules.shareFrom) : 0 };
        });
        expect(fewerToExit(exits, rules)).toBe(best);
      }),
    );
  });
});
