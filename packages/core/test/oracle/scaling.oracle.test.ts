import { describe, expect, it } from 'vitest';
import type { ItemScale } from '../../src/scaling/index.js';
import { itemDifficulties, productSumsOfRows, scoreCounts, topicGuard } from '../../src/scaling/index.js';
import { completeOf } from '../scaling-rows.js';
import oracle from './scaling.json' with { type: 'json' };

const pointsOf = (rows: readonly string[]) => rows.map((row) => [...row].map(Number));
const within = (found: number, expected: number, tolerance: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(tolerance);

const scaled = (rows: readonly string[]): ItemScale => {
  const counts = scoreCounts(completeOf(pointsOf(rows)));
  if (counts.kind === 'not-counted') throw new Error(counts.reason);
  const scale = itemDifficulties(counts);
  if (scale.kind === 'not-scaled') throw new Error(scale.reason);
  return scale;
};

/** eRm minimises by `nlm` with numerical derivatives: its own error is some 1e-5, of standard errors some 1e-4. */
describe(`difficulties agree with eRm to 1e-3 (${oracle.madeBy})`, () => {
  for (const set of oracle.scales) {
    it(`${set.name}: ${set.rows.length} pupils`, () => {
      const scale = scaled(set.rows);
      within(scale.logLikelihood / set.logLikelihood, 1, 1e-6);
      scale.items.forEach((item, i) => {
        if (item.difficulty.kind === 'missing' || item.standardError.kind === 'missing') {
          throw new Error('no difficulty');
        }
        within(item.difficulty.estimate, set.difficulties[i] ?? 9, 1e-3);
        within(item.standardError.estimate, set.difficultyErrors[i] ?? 9, 1e-3);
        expect(item.thresholds).toHaveLength(set.thresholds[i]?.length ?? 0);
        item.thresholds.forEach(({ estimate, standardError }, a) => {
          within(estimate, set.thresholds[i]?.[a] ?? 9, 1e-3);
          within(standardError, set.thresholdErrors[i]?.[a] ?? 9, 1e-3);
        });
      });
    });
  }

  it('says that the gap was closed', () => {
    expect(scaled(oracle.scales[2]?.rows ?? []).items[2]?.notes).toEqual(['gap-closed']);
  });
});

describe(`the topic guard agrees with raw rows in R to 1e-9 (${oracle.madeBy})`, () => {
  for (const set of oracle.guards) {
    it(set.name, () => {
      const products = productSumsOfRows(pointsOf(set.rows));
      const sections = set.sections.map(({ items }, i) => ({ section: `${i}`, items }));
      topicGuard(products, sections).forEach((guard, i) => {
        const expected = set.sections[i];
        if (guard.alpha.kind === 'missing' || guard.prmseTotal.kind === 'missing') throw new Error('missing');
        within(guard.alpha.estimate, expected?.alpha ?? 9, 1e-9);
        within(guard.prmseTotal.estimate, expected?.prmseTotal ?? 9, 1e-9);
        expect(guard.verdict).toBe((expected?.alpha ?? 0) > (expected?.prmseTotal ?? 9) ? 'report' : 'fold');
      });
    });
  }
});
