import { describe, expect, it } from 'vitest';
import { largestOf, reaching, toMasses } from './level-masses.js';

const NONE = Number.NEGATIVE_INFINITY;

describe('toMasses', () => {
  it('gives the likeliest 1 and leaves out what is next to nothing', () => {
    const logs = Float64Array.of(NONE, -1040, -1001, Number.NaN, -1000, -1000 + Math.log(0.5), -1028);
    expect(toMasses(logs)).toEqual({ from: 2, to: 6 });
    expect([...logs].map((mass) => Number(mass.toFixed(9)))).toEqual([0, 0, 0.367879441, 0, 1, 0.5, 0]);
  });

  it('looks at some levels only', () => {
    const logs = Float64Array.of(5, 0, -1, 5);
    expect(toMasses(logs, { from: 1, to: 3 })).toEqual({ from: 1, to: 3 });
    expect([...logs]).toEqual([5, 1, Math.exp(-1), 5]);
  });

  it('leaves out what is less than it is told', () => {
    const logs = Float64Array.of(-40, -3, 0, -40, Number.NaN);
    expect(toMasses(logs, undefined, -3)).toEqual({ from: 1, to: 3 });
    expect(logs[0]).toBe(0);
    const all = Float64Array.of(-40, 0, Number.NaN);
    expect(toMasses(all, undefined, NONE)).toEqual({ from: 0, to: 2 });
    expect([...all]).toEqual([Math.exp(-40), 1, 0]);
  });

  it('knows that nothing may be possible', () => {
    const logs = Float64Array.of(NONE, NONE);
    expect(toMasses(logs)).toEqual({ from: 0, to: 0 });
    expect([...logs]).toEqual([0, 0]);
  });
});

describe('largestOf and reaching', () => {
  it('pass over what is no number', () => {
    const logs = Float64Array.of(Number.NaN, -3, -1, Number.NaN, -2, NONE);
    expect(largestOf(logs)).toBe(-1);
    expect(largestOf(logs, { from: 3, to: 6 })).toBe(-2);
    expect(reaching(logs, -2)).toEqual({ from: 2, to: 5 });
    expect(reaching(logs, 0)).toEqual({ from: 6, to: 6 });
  });
});
