import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/index.js';
import type { Figure } from '../../src/foundation/index.js';
import { add, empty } from '../../src/tally/index.js';
import { aBlock, anAssessment } from '../response-rows.js';
import oracle from './item-analysis.json' with { type: 'json' };

const close = (found: Figure, expected: number | null) => {
  if (expected === null) return expect(found.kind).toBe('missing');
  if (found.kind === 'missing') throw new Error(`missing: ${found.reason}, expected ${expected}`);
  return expect(Math.abs(found.estimate - expected)).toBeLessThanOrEqual(1e-9);
};

describe(`item analysis agrees with R to 1e-9 (${oracle.madeBy})`, () => {
  for (const set of oracle.sets) {
    it(`${set.name}: ${set.rows.length} pupils, ${set.max.length} items`, () => {
      const block = aBlock(
        anAssessment(set.max),
        set.rows.map((row) => ({ codes: row.map((points) => points * 2) })),
      );
      const analysis = analyse(add(empty(), block));
      const test = analysis.testResults.find((result) => result.level === 'all');
      if (test === undefined) throw new Error('no overall result');
      close(test.mean, set.mean);
      close(test.sd, set.sd);
      close(test.alpha, set.alpha);
      close(test.sem, set.sem);
      const results = [...analysis.itemResults].filter((result) => result.level === 'all');
      set.items.forEach((expected, i) => {
        const item = analysis.itemStatistics[i];
        const rate = results[i]?.solveRate;
        if (item === undefined || rate === undefined || rate.kind === 'missing') throw new Error('no item');
        close(item.mean, expected.mean);
        close(item.sd, expected.sd);
        close(item.itemTotalR, expected.itemTotalR);
        close(item.itemRestR, expected.itemRestR);
        close(item.alphaIfDeleted, expected.alphaIfDeleted);
        close(item.upperLower27, expected.upperLower27);
        close(rate, expected.solveRate);
        expect(Math.abs((rate.interval?.low ?? 9) - expected.low)).toBeLessThanOrEqual(1e-9);
        expect(Math.abs((rate.interval?.high ?? 9) - expected.high)).toBeLessThanOrEqual(1e-9);
      });
    });
  }
});
