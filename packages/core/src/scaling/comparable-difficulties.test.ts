import { describe, expect, it } from 'vitest';
import { COMMON, compared, estimate, LINKS, scaleOf, simulated } from '../../test/scaled-works.js';
import { answer, randomNumbers } from '../../test/simulated-work.js';
import { comparableDifficulties } from './comparable-difficulties.js';

describe('comparableDifficulties', () => {
  it('points at an item that became harder', () => {
    const harder = COMMON.map((steps, item) => (item === 1 ? steps.map((value) => value + 0.6) : steps));
    const { items } = compared(
      simulated(COMMON, 3000, 0, 3),
      simulated([[0], [1], ...harder], 3000, 0, 4),
      LINKS,
    );
    expect(estimate(items[1]?.difference ?? { kind: 'missing' })).toBeCloseTo(0.6 * 0.8, 0);
    expect(estimate(items[1]?.z ?? { kind: 'missing' })).toBeGreaterThan(5);
    const largest = Math.max(...items.map(({ z }) => Math.abs(estimate(z))));
    expect(estimate(items[1]?.z ?? { kind: 'missing' })).toBe(largest);
  });

  it('turns the sign when the works change places', () => {
    const [one, other] = [simulated(COMMON, 400, 0, 5), simulated([[0], [1], ...COMMON], 400, 0, 6)];
    const there = compared(one, other, LINKS);
    const back = compared(
      other,
      one,
      LINKS.map((link) => ({ one: link.other, other: link.one })),
    );
    expect(back.shift).toBeCloseTo(-there.shift, 12);
    expect(back.shiftStandardError).toBeCloseTo(there.shiftStandardError, 12);
    there.items.forEach(({ difference }, i) => {
      expect(estimate(back.items[i]?.difference ?? { kind: 'missing' })).toBeCloseTo(
        -estimate(difference),
        12,
      );
    });
  });

  it('leaves out what cannot link, and says why', () => {
    const one = scaleOf([
      [1, 0, 0, 0],
      [1, 1, 0, 1],
      [1, 0, 1, 2],
      [1, 1, 1, 0],
      [1, 0, 1, 0],
      [1, 1, 0, 2],
    ]);
    const other = scaleOf([
      [0, 1, 0, 1],
      [1, 0, 0, 1],
      [0, 0, 1, 0],
      [1, 1, 0, 0],
      [0, 1, 1, 0],
      [1, 0, 1, 1],
    ]);
    const pairs = [0, 1, 2, 3].map((item) => ({ one: item, other: item }));
    const { unlinked, items } = compared(one, other, [...pairs, { one: 9, other: 8 }]);
    expect(unlinked).toEqual([
      { one: 0, other: 0, reason: 'no-difficulty' },
      { one: 3, other: 3, reason: 'other-categories' },
      { one: 9, other: 8, reason: 'not-in-work' },
    ]);
    expect(items.map((item) => item.one)).toEqual([1, 2]);
    expect(items[0]?.difference).toMatchObject({ kind: 'known', n: 12 });
    expect(comparableDifficulties(one, other, pairs.slice(0, 2))).toMatchObject({
      kind: 'not-compared',
      reason: 'too-few-common',
      unlinked: [{ one: 0, other: 0, reason: 'no-difficulty' }],
    });
  });

  it('compares no halves with whole points', () => {
    const random = randomNumbers(12);
    const rows = Array.from({ length: 100 }, () =>
      answer(
        [
          [0, 1],
          [0.5, -0.5],
          [-1, 0],
        ],
        0,
        random,
      ),
    );
    const halves = rows.map((row) => row.map((points) => points / 2));
    expect(comparableDifficulties(scaleOf(rows), scaleOf(halves), LINKS)).toEqual({
      kind: 'not-compared',
      reason: 'other-steps',
      unlinked: [],
    });
  });

  it('throws when an item is named twice', () => {
    const scale = simulated(COMMON, 200, 0, 8);
    const twice = [
      { one: 0, other: 0 },
      { one: 0, other: 1 },
    ];
    const message = 'comparableDifficulties requires each item in one pair only';
    expect(() => comparableDifficulties(scale, scale, twice)).toThrow(message);
    expect(() =>
      comparableDifficulties(
        scale,
        scale,
        twice.map(({ one, other }) => ({ one: other, other: one })),
      ),
    ).toThrow(message);
  });
});
