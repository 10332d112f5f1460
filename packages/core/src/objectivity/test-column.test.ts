import { describe, expect, it } from 'vitest';
import type { OwnTest } from './test-column.js';
import { TestColumn } from './test-column.js';

const found = (p: number, couldReject = true) => ({ n: 12, statistic: 3, p, power: 0.75, couldReject });
const TESTS: readonly OwnTest[] = [
  'border-bunching',
  'dispersion',
  'identical-totals',
  'item-slope',
  'journal-agreement',
  'journal-gap',
  'journal-marginals',
  'journal-shift',
  'journal-symmetry',
  'rise',
  'fall',
  'vpr-oge',
  'medals-ege',
];

describe('TestColumn', () => {
  it('keeps what a test found, place by place', () => {
    const column = new TestColumn('rise', 3);
    column.put(1, found(0.25));
    column.put(2, { n: 7, statistic: -1, p: 1.0000001, power: 0.5, couldReject: true });
    column.leaveOut(0, 4, 'too-few');
    expect([0, 1, 2].map((place) => column.nOf(place))).toEqual([4, 12, 7]);
    expect([1, 2].map((place) => column.statisticOf(place))).toEqual([3, -1]);
    // Sums of masses may pass 1 by rounding.
    expect([1, 2].map((place) => column.pOf(place))).toEqual([0.25, 1]);
    expect([1, 2].map((place) => column.powerOf(place))).toEqual([0.75, 0.5]);
    expect([0, 1, 2].map((place) => column.reasonOf(place))).toEqual(['too-few', undefined, undefined]);
    expect([0, 1, 2].map((place) => column.countedP(place))).toEqual([undefined, 0.25, 1]);
    expect(column.length).toBe(3);
  });

  it('counts no p of a test that could not have rejected', () => {
    const column = new TestColumn('fall', 2);
    column.put(0, found(0.25, false));
    column.put(1, found(0.5));
    expect(column.reasonOf(0)).toBeUndefined();
    expect(column.pOf(0)).toBe(0.25);
    expect(column.powerOf(0)).toBe(0);
    expect(column.countedP(0)).toBeUndefined();
    const into = new Float64Array(4);
    expect(column.writeCounted(into, 1)).toBe(2);
    expect([...into]).toEqual([0, 0.5, 0, 0]);
  });

  it('keeps several reasons, and lets one of them stand for all', () => {
    const column = new TestColumn('rise', 4);
    column.leaveOut(0, 1, 'too-few');
    column.leaveOut(1, 2, 'no-variation');
    column.leaveOut(2, 3, 'too-few');
    column.put(3, found(0.5));
    expect([0, 1, 2, 3].map((place) => column.reasonOf(place))).toEqual([
      'too-few',
      'no-variation',
      'too-few',
      undefined,
    ]);
    expect([0, 1, 2, 3].map((place) => column.countedP(place))).toEqual([
      undefined,
      undefined,
      undefined,
      0.5,
    ]);
    const none = new TestColumn('rise', 3).leaveAllOut('no-exam', (place) => 10 * place);
    expect([0, 1, 2].map((place) => [none.reasonOf(place), none.nOf(place)])).toEqual([
      ['no-exam', 0],
      ['no-exam', 10],
      ['no-exam', 20],
    ]);
    // More places than a byte has numbers.
    const many = new TestColumn('rise', 600).leaveAllOut('too-few', () => 1);
    for (let place = 0; place < 600; place++) expect(many.reasonOf(place)).toBe('too-few');
    expect(none.writeCounted(new Float64Array(3), 0)).toBe(0);
  });

  it('takes the larger p where a marker needs two conditions, and only there', () => {
    const countedOf = (test: OwnTest, also: number) => {
      const column = new TestColumn(test, 1);
      column.put(0, found(0.25));
      column.putAlso(0, also);
      return column.countedP(0);
    };
    expect(TESTS.filter((test) => countedOf(test, 0.5) === 0.5)).toEqual([
      'item-slope',
      'journal-marginals',
      'journal-symmetry',
    ]);
    for (const test of TESTS) expect(countedOf(test, 0.125)).toBe(0.25);
    // Without a second p the first one counts.
    const column = new TestColumn('item-slope', 2);
    column.put(1, found(0.25));
    expect(column.countedP(1)).toBe(0.25);
  });
});
