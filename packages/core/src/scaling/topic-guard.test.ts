import { describe, expect, it } from 'vitest';
import { normalNumbers, randomNumbers } from '../../test/simulated-work.js';
import type { WorkSection } from './topic-guard.js';
import { productSumsOfRows, topicGuard } from './topic-guard.js';

/** Two topics of three items; `shared` = correlation of what stands behind them. */
function twoTopics(shared: number, pupils = 4000) {
  const random = randomNumbers(77);
  const normal = normalNumbers(random);
  return Array.from({ length: pupils }, () => {
    const first = normal();
    const second = shared * first + Math.sqrt(1 - shared * shared) * normal();
    return [0, 1, 2, 3, 4, 5].map((item) => ((item < 3 ? first : second) + normal() > 0 ? 1 : 0));
  });
}
const SECTIONS: readonly WorkSection[] = [
  { section: 'числа', items: [0, 1, 2] },
  { section: 'фигуры', items: [3, 4, 5] },
];
const verdicts = (rows: readonly (readonly number[])[], sections = SECTIONS) =>
  topicGuard(productSumsOfRows(rows), sections).map(({ verdict, reason }) => `${verdict}: ${reason}`);

describe('topicGuard', () => {
  it('reports topics that differ from the rest', () => {
    expect(verdicts(twoTopics(0))).toEqual(['report: adds-value', 'report: adds-value']);
  });

  it('folds topics that the total knows as well', () => {
    expect(verdicts(twoTopics(0.95))).toEqual(['fold: total-says-more', 'fold: total-says-more']);
  });

  it('gives the total all that the sub-score has when both are the same', () => {
    const [guard] = topicGuard(productSumsOfRows(twoTopics(0.5)), [
      { section: 'всё', items: [0, 1, 2, 3, 4, 5] },
    ]);
    if (guard?.prmseTotal.kind !== 'known' || guard.alpha.kind !== 'known') throw new Error('missing');
    expect(guard.prmseTotal.estimate).toBeCloseTo(guard.alpha.estimate, 12);
    expect(guard.prmseSub).toEqual(guard.alpha);
    expect(guard.prmseTotal.n).toBe(4000);
  });

  it('folds one item, none, and items that nobody wrote', () => {
    const sections = [
      { section: 'a', items: [2] },
      { section: 'b', items: [] },
      { section: 'c', items: [8, 9] },
      { section: 'd', items: [2, 9] },
    ];
    const guards = topicGuard(productSumsOfRows(twoTopics(0)), sections);
    expect(guards.map(({ reason }) => reason)).toEqual(['one-item', 'no-items', 'no-items', 'one-item']);
    expect(guards[0]).toMatchObject({
      verdict: 'fold',
      items: [2],
      alpha: { kind: 'missing', reason: 'one-item', n: 4000 },
    });
    expect(guards[1]?.prmseTotal).toMatchObject({ reason: 'not-administered' });
    expect(guards[3]?.items).toEqual([2]);
  });

  it('folds what does not vary or does not go together', () => {
    expect(
      verdicts([
        [1, 1, 0, 1, 0, 0],
        [1, 1, 0, 0, 1, 0],
        [1, 1, 0, 1, 1, 1],
      ])[0],
    ).toBe('fold: no-variation');
    const [guard] = topicGuard(
      productSumsOfRows([
        [1, 0, 1],
        [0, 1, 1],
        [1, 0, 0],
        [1, 1, 0],
      ]),
      [{ section: 'a', items: [0, 1] }],
    );
    expect(guard).toMatchObject({
      verdict: 'fold',
      reason: 'no-reliability',
      prmseSub: { kind: 'known', estimate: 0 },
      prmseTotal: { kind: 'missing', reason: 'no-variation', n: 4 },
    });
    if (guard?.alpha.kind !== 'known') throw new Error('missing');
    expect(guard.alpha.estimate).toBeLessThan(0);
  });

  it('folds without pupils', () => {
    const nobody = { n: 0, items: [0, 1, 2, 3, 4, 5], sums: [0, 0, 0, 0, 0, 0], product: () => 0 };
    const guard = topicGuard(nobody, SECTIONS)[0];
    expect(guard).toMatchObject({ reason: 'no-pupils', alpha: { reason: 'no-pupils', n: 0 } });
    expect(topicGuard(productSumsOfRows([[1, 0, 1, 0, 0, 0]]), SECTIONS)[0]).toMatchObject({
      reason: 'no-pupils',
      alpha: { reason: 'too-few', n: 1 },
    });
    expect(productSumsOfRows([])).toMatchObject({ n: 0, items: [], sums: [] });
  });

  it('finds items by index, not by place', () => {
    const rows = twoTopics(0);
    const products = productSumsOfRows(rows);
    const moved = { ...products, items: products.items.map((item) => item + 10) };
    const sections = SECTIONS.map(({ section, items }) => ({
      section,
      items: items.map((item) => item + 10),
    }));
    const strip = (guards: ReturnType<typeof topicGuard>) => guards.map(({ items: _, ...rest }) => rest);
    expect(strip(topicGuard(moved, sections))).toEqual(strip(topicGuard(products, SECTIONS)));
  });
});
