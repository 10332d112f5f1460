import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import type { ContextRules } from '../assessment/context-rules.js';
import { equalWeights } from '../assessment/context-rules.js';
import type { Figure } from '../foundation/index.js';
import { known, missing } from '../foundation/index.js';
import type { SchoolPassport } from './context-index.js';
import { contextIndexOf, contextScale } from './context-index.js';

const IDS = equalWeights.indicators.map(({ id }) => id);
const small: ContextRules = { ...equalWeights, minSchools: 3 };

/** Shares in the order of the indicators; absent = not stated. */
const passport = (
  school: string,
  shares: readonly (number | undefined)[],
  settlement?: string,
): SchoolPassport => ({
  school,
  ...(settlement === undefined ? {} : { settlement }),
  pupils: 100,
  indicators: new Map(
    shares.flatMap((share, place) =>
      share === undefined ? [] : [[IDS[place] ?? '', known(share, 100)] as const],
    ),
  ),
});
const indices = (
  passports: readonly SchoolPassport[],
  rules = small,
  scale = contextScale(passports, rules),
) => passports.map((of) => contextIndexOf(of, rules, scale));
const estimates = (...of: Parameters<typeof indices>) =>
  indices(...of).map(({ index }) => (index.kind === 'known' ? index.estimate : index.reason));

describe('context index', () => {
  it('is higher in harder conditions, whatever the normalisation', () => {
    const passports = [
      passport('a', [0.6, 0.1, 0, 0]),
      passport('b', [0.4, 0.2, 0.1, 0.01]),
      passport('c', [0.2, 0.3, 0.2, 0.02]),
    ];
    for (const [found, expected] of [
      [estimates(passports), [-1, 0, 1]],
      [estimates(passports, { ...small, normalisation: 'min-max' }), [0, 0.5, 1]],
      [estimates(passports, { ...small, normalisation: 'percentile' }), [1 / 6, 1 / 2, 5 / 6]],
    ] as const) {
      expect(found).toEqual(expected.map((each) => expect.closeTo(each, 9)));
    }
  });

  it('compares a school with its settlement type, or with all where that has few schools', () => {
    const city = [0.2, 0.3, 0.4].map((share, i) =>
      passport(`c${i}`, [undefined, share, share, share], 'город'),
    );
    const village = [0.6, 0.7, 0.8].map((share, i) =>
      passport(`v${i}`, [undefined, share, share, share], 'село'),
    );
    const alone = passport('x', [undefined, 0.5, 0.5, 0.5], 'посёлок');
    const found = indices([...city, ...village, alone]);
    expect(found.slice(0, 6).map(({ index }) => index)).toEqual(
      [-1, 0, 1, -1, 0, 1].map((each) => ({ kind: 'known', estimate: expect.closeTo(each, 9), n: 100 })),
    );
    expect(found.map(({ onScaleOfAll }) => onScaleOfAll)).toEqual([...Array(6).fill(false), true]);
    expect(found[6]?.index).toMatchObject({ kind: 'known', n: 100 });
    const all = indices([...city, ...village, alone], { ...small, within: 'all' });
    expect(all[6]?.index).toEqual(found[6]?.index);
    expect(all.every(({ onScaleOfAll }) => !onScaleOfAll)).toBe(true);
    const mean = all.reduce((sum, { index }) => sum + (index.kind === 'known' ? index.estimate : 9), 0) / 7;
    expect(mean).toBeCloseTo(0, 9);
  });

  it('leaves out what is not known, and names it; with too little there is no index', () => {
    const full = [
      passport('a', [0.6, 0.1, 0, 0]),
      passport('b', [0.4, 0.2, 0.1, 0.01]),
      passport('c', [0.2, 0.3, 0.2, 0.02]),
    ];
    const three = passport('d', [0.2, 0.3, 0.2, undefined]);
    const two = passport('e', [undefined, 0.3, 0.2, undefined]);
    const wrong: SchoolPassport = {
      school: 'f',
      indicators: new Map<string, Figure>([
        ['higher_education', known(45, 100)],
        ['single_parent', missing('not-stated')],
      ]),
    };
    const scale = contextScale(full, small);
    const [d, e, f] = [three, two, wrong].map((of) => contextIndexOf(of, small, scale));
    expect(d?.index).toMatchObject({ kind: 'known', estimate: expect.closeTo(1, 9) });
    expect(d?.leftOut).toEqual([{ indicator: 'on_registers', reason: 'not-stated' }]);
    expect(e?.index).toEqual({ kind: 'missing', reason: 'no-context', n: 100 });
    expect(f?.index).toEqual({ kind: 'missing', reason: 'no-context', n: 0 });
    expect(f?.leftOut.map(({ reason }) => reason)).toEqual([
      'impossible',
      'not-stated',
      'not-stated',
      'not-stated',
    ]);
    expect(estimates([two], { ...small, leastWeight: 0.5 }, scale)).toEqual([expect.closeTo(1, 9)]);
    // An indicator that nobody states is missing from everybody's weight all the same.
    expect(estimates(full.map(({ school }, i) => passport(school, [i / 10, undefined])))).toEqual(
      Array(3).fill('no-context'),
    );
  });

  it('says nothing by indicators that are the same everywhere', () => {
    const constant = ['a', 'b', 'c'].map((school) => passport(school, [0.3, 0.3, 0.3, 0.3]));
    expect(estimates(constant)).toEqual(Array(3).fill('no-variation'));
    expect(estimates([passport('a', [0.1, 0.2, 0.3, 0.4])])).toEqual(['no-variation']);
    const one = [0.1, 0.2, 0.3].map((share, i) => passport(`s${i}`, [0.3, share, 0.3, 0.3]));
    expect(estimates(one)).toEqual([-1, 0, 1].map((each) => expect.closeTo(each, 9)));
    expect(indices(one)[0]?.leftOut.map(({ indicator }) => indicator)).toEqual([
      'higher_education',
      'unemployed',
      'on_registers',
    ]);
  });

  it('puts another year on the scale that was kept, also by way of JSON', () => {
    const before = [0.1, 0.2, 0.3].map((share, i) => passport(`s${i}`, [0.5 - share, share, share, share]));
    const kept: ReturnType<typeof contextScale> = JSON.parse(JSON.stringify(contextScale(before, small)));
    expect(estimates(before, small, kept)).toEqual(estimates(before));
    const worse = passport('s0', [0.1, 0.4, 0.4, 0.4]);
    expect(estimates([worse], small, kept)).toEqual([expect.closeTo(2, 9)]);
  });

  const share = fc.integer({ min: 0, max: 1000 }).map((of) => of / 1000);
  const schools = fc
    .array(
      fc.record({
        shares: fc.tuple(
          fc.option(share, { nil: undefined }),
          fc.option(share, { nil: undefined }),
          share,
          share,
        ),
        settlement: fc.constantFrom('город', 'село', undefined),
      }),
      { minLength: 1, maxLength: 15 },
    )
    .map((of) => of.map(({ shares, settlement }, i) => passport(`s${i}`, shares, settlement)));
  const anyRules = fc.record({
    normalisation: fc.constantFrom('z' as const, 'min-max' as const, 'percentile' as const),
    within: fc.constantFrom('settlement' as const, 'all' as const),
    minSchools: fc.integer({ min: 1, max: 6 }),
    leastWeight: fc.constantFrom(0, 0.5, 1),
  });

  it('does not depend on the order of schools, and is never NaN', () => {
    fc.assert(
      fc.property(schools, anyRules, (passports, of) => {
        const rules = { ...equalWeights, ...of };
        const forward = indices(passports, rules);
        const turned = passports.toReversed();
        expect(indices(turned, rules).toReversed()).toEqual(forward);
        expect(contextScale(turned, rules)).toEqual(contextScale(passports, rules));
        for (const { index } of forward) {
          if (index.kind === 'known') expect(Number.isFinite(index.estimate)).toBe(true);
        }
      }),
    );
  });

  it('does not change as z when an indicator is written in another unit', () => {
    fc.assert(
      fc.property(schools, between(0.1, 1), (passports, by) => {
        const scaled = passports.map((of) => ({
          ...of,
          indicators: new Map(
            [...of.indicators].map(([id, figure]) => [
              id,
              figure.kind === 'known' && id === 'single_parent'
                ? known(figure.estimate * by, figure.n)
                : figure,
            ]),
          ),
        }));
        expect(estimates(scaled)).toEqual(
          estimates(passports).map((each) => (typeof each === 'number' ? expect.closeTo(each, 6) : each)),
        );
      }),
    );
  });

  it('never falls when an indicator of hard conditions rises', () => {
    fc.assert(
      fc.property(schools, anyRules, share, share, (passports, of, one, other) => {
        const rules = { ...equalWeights, ...of };
        const scale = contextScale(passports, rules);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const [better, worse, educated] = estimates(
          [
            passport('x', [0.3, low, 0.2, 0.1]),
            passport('x', [0.3, high, 0.2, 0.1]),
            passport('x', [0.4, high, 0.2, 0.1]),
          ],
          rules,
          scale,
        );
        if (typeof better !== 'number') return;
        expect(Number(worse)).toBeGreaterThanOrEqual(better - 1e-9);
        expect(Number(educated)).toBeLessThanOrEqual(Number(worse) + 1e-9);
      }),
    );
  });
});
