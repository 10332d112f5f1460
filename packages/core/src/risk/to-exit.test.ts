import { describe, expect, it } from 'vitest';
import type { LowResultsCondition, LowResultsRules } from '../assessment/low-results-rules.js';
import { omsk2025 } from '../assessment/low-results-rules.js';
import type { LowWork } from './to-exit.js';
import { fewerToExit, fewerUnderBorder, isLowShare } from './to-exit.js';

const rules = (combine: LowResultsRules['combine'], ...conditions: readonly LowResultsCondition[]) => ({
  ...omsk2025,
  combine,
  conditions,
});
/** Low in the year, and in the year before if `again`. */
const low = (fewer: number, again = false): LowWork => ({ low: [true, again], fewer });
const fine: LowWork = { low: [false, true], fewer: 0 };

const TWO_WORKS = { years: 1, procedures: 2, same: false };
const THREE_WORKS = { years: 1, procedures: 3, same: false };
const SAME_AGAIN = { years: 2, procedures: 1, same: true };
const ANY_AGAIN = { years: 2, procedures: 1, same: false };

describe('fewerToExit', () => {
  it('is 0 for a school that is not listed', () => {
    expect(fewerToExit([low(4), fine], rules('any', TWO_WORKS, SAME_AGAIN))).toBe(0);
    expect(fewerToExit([low(4), low(3)], rules('all', TWO_WORKS, SAME_AGAIN))).toBe(0);
    expect(fewerToExit([low(4), low(3)], rules('all'))).toBe(0);
    expect(fewerToExit([low(4), low(3)], rules('any'))).toBe(0);
  });

  it('keeps the dearest works low, as many as may be', () => {
    expect(fewerToExit([low(2), low(7)], rules('any', TWO_WORKS))).toBe(2);
    expect(fewerToExit([low(1), low(3), low(2), fine], rules('any', THREE_WORKS))).toBe(1);
    expect(fewerToExit([low(1), low(3), low(2)], rules('any', TWO_WORKS))).toBe(3);
  });

  it('breaks every condition that holds where one is enough, and no other', () => {
    // Once the work of both years is better, the other may stay.
    expect(fewerToExit([low(5, true), low(1)], rules('any', TWO_WORKS, SAME_AGAIN))).toBe(5);
    expect(fewerToExit([low(3), low(3)], rules('any', TWO_WORKS, ANY_AGAIN))).toBe(3);
    expect(fewerToExit([low(2, true), low(4)], rules('any', THREE_WORKS, SAME_AGAIN))).toBe(2);
    expect(fewerToExit([low(2, true), low(4)], rules('any', SAME_AGAIN))).toBe(2);
    // Low in both years, though not the same work: either year is enough to break it.
    expect(fewerToExit([low(2), low(4), fine], rules('any', ANY_AGAIN))).toBe(6);
  });

  it('breaks the cheapest condition where all must hold', () => {
    expect(fewerToExit([low(5, true), low(1)], rules('all', TWO_WORKS, SAME_AGAIN))).toBe(1);
    expect(fewerToExit([low(1, true), low(4)], rules('all', TWO_WORKS, SAME_AGAIN))).toBe(1);
    expect(fewerToExit([low(1, true), low(4), low(6)], rules('all', TWO_WORKS, SAME_AGAIN))).toBe(1);
  });
});

describe('a share at the border', () => {
  it('is low where it reaches it, however the product is rounded', () => {
    // 0.3 · 50 and 0.07 · 100 come out above the whole numbers that they are.
    for (const [low, n, shareFrom] of [
      [15, 50, 0.3],
      [7, 100, 0.07],
      [3, 10, 0.3],
    ] as const) {
      expect(isLowShare(low, n, shareFrom)).toBe(true);
      expect(isLowShare(low - 1, n, shareFrom)).toBe(false);
      expect(fewerUnderBorder(low, n, shareFrom)).toBe(1);
      expect(fewerUnderBorder(low + 4, n, shareFrom)).toBe(5);
    }
    // Between whole numbers: of 11 pupils four are 36 %, three 27 %.
    expect([3, 4].map((low) => isLowShare(low, 11, 0.3))).toEqual([false, true]);
    expect(fewerUnderBorder(4, 11, 0.3)).toBe(1);
  });
});
