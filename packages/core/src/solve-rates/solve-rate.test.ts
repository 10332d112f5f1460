import { describe, expect, it } from 'vitest';
import { aBlock, anAssessment } from '../../test/response-rows.js';
import { analyse } from '../analysis/analyse.js';
import { NOT_ADMINISTERED, NOT_ATTEMPTED, NOT_TAUGHT } from '../assessment/index.js';
import { add, empty } from '../tally/index.js';

/** Solve rate of item 1 over pupils with these codes (half points or states). */
function item(max: number | undefined, codes: readonly number[]) {
  const block = aBlock(
    anAssessment([max, 1]),
    codes.map((code) => ({ codes: [code, 0] })),
  );
  const result = [...analyse(add(empty(), block)).itemResults].find(
    (of) => of.level === 'all' && of.item === '1',
  );
  if (result === undefined) throw new Error('no result');
  return result;
}

describe('solveRate', () => {
  it('is the share of available points', () => {
    expect(item(2, [4, 2, 0, 2]).solveRate).toMatchObject({ kind: 'known', estimate: 0.5, n: 4 });
  });

  it('counts not attempted as no points and reports it apart', () => {
    const result = item(1, [2, 2, NOT_ATTEMPTED, 0]);
    expect(result).toMatchObject({ n: 4, points: 2, notAttempted: 1, solveRate: { estimate: 0.5 } });
    expect(result.zeroShare).toMatchObject({ estimate: 0.5 });
  });

  it('leaves not taught and not administered out of the denominator', () => {
    const result = item(1, [2, NOT_TAUGHT, NOT_ADMINISTERED, 0]);
    expect(result).toMatchObject({ n: 2, notTaught: 1, solveRate: { estimate: 0.5, n: 2 } });
  });

  it('takes half points as they are', () => {
    expect(item(1.5, [3, 1])).toMatchObject({ points: 2, solveRate: { estimate: 2 / 3 } });
  });

  it('has shares of full, some and no points that add up to one', () => {
    const { fullShare, partialShare, zeroShare } = item(2, [4, 2, 0, 2, NOT_ATTEMPTED]);
    const estimates = [fullShare, partialShare, zeroShare].map((of) =>
      of.kind === 'known' ? of.estimate : Number.NaN,
    );
    expect(estimates).toEqual([0.2, 0.4, 0.4]);
  });

  it('is missing while the maximum is unknown, never guessed', () => {
    expect(item(undefined, [2, 0]).solveRate).toEqual({ kind: 'missing', reason: 'max-unknown', n: 2 });
    expect(item(undefined, [2, 0]).zeroShare).toMatchObject({ estimate: 0.5 });
  });

  it('is missing when a pupil has more than the maximum: then the maximum is not known', () => {
    expect(item(1, [4, 2]).solveRate).toMatchObject({ reason: 'max-unknown' });
  });

  it('says why nobody was counted', () => {
    expect(item(1, [NOT_TAUGHT, NOT_TAUGHT]).solveRate).toMatchObject({ reason: 'not-taught' });
    expect(item(1, [NOT_ADMINISTERED]).solveRate).toMatchObject({ reason: 'not-administered' });
  });

  it('has a Wilson interval for one point, t for several, and a safe bound where all are equal', () => {
    const interval = (max: number, codes: readonly number[]) => {
      const { solveRate } = item(max, codes);
      return solveRate.kind === 'known' ? solveRate.interval : undefined;
    };
    expect(interval(1, [2, 0])?.method).toBe('wilson');
    expect(interval(2, [4, 2, 0])).toMatchObject({ method: 't', low: 0, high: 1 });
    expect(interval(2, [4, 4, 4])).toMatchObject({ method: 'wilson-bound', high: 1 });
    expect(interval(2, [4, 4, 4])?.low).toBeCloseTo(3 / (3 + 1.959963984540054 ** 2), 12);
    expect(interval(2, [2])?.method).toBe('wilson-bound');
  });
});
