import { describe, expect, it } from 'vitest';
import { normalProbability } from '../statistics/normal.js';
import { studentTProbability } from '../statistics/student-t.js';
import { errorAmong, usualValues } from './among-schools.js';
import { UsualColumn } from './usual-column.js';

const VALUES = [1.1, 0.8, 1.3, 0.95, 1.9, 1.05, 0.7, 1.2, 0.9, 1.4, 2.6, 1];
const HALF_STEP = 0.07;
const variances = VALUES.map((_, at) => 0.02 + 0.01 * (at % 4));
const freedom = 0.37 * (VALUES.length - 1);

/** A column whose schools stand in the opposite order, with one more that was left out. */
function columnOf(values: readonly number[], halfStep = HALF_STEP) {
  const column = new UsualColumn('rise', values.length + 1);
  values.forEach((value, at) => {
    column.add(values.length - at, 10 + at, value, variances[at] ?? 0, halfStep);
  });
  column.leaveOut(0, 3, 'too-few');
  return column;
}
const usualOf = (values: readonly number[]) => {
  const usual = usualValues(Float64Array.from(values), Float64Array.from(variances), values.length);
  if (usual === undefined) throw new Error('too few schools');
  return usual;
};
/** Upper tail of a gamma distribution by adding up its density in small steps. */
function gammaTail(mean: number, variance: number, from: number): number {
  const shape = mean ** 2 / variance;
  const rate = mean / variance;
  const density = (x: number) => Math.exp((shape - 1) * Math.log(rate * x) - rate * x);
  const step = mean / 4000;
  let [all, tail] = [0, 0];
  for (let x = step / 2; x < 12 * mean; x += step) {
    all += density(x);
    // A step that the border cuts counts in part.
    tail += density(x) * Math.min(1, Math.max(0, (x + step / 2 - from) / step));
  }
  return tail / all;
}

describe('UsualColumn', () => {
  it.each(['upper', 'lower', 'both'] as const)('is Student’s t among the schools: %s', (side) => {
    const usual = usualOf(VALUES);
    const judged = columnOf(VALUES).judge(side, (centre) => centre / 2, 0.05);
    VALUES.forEach((value, at) => {
      const place = VALUES.length - at;
      const error = errorAmong(usual, variances[at] ?? 0);
      const apart = value - usual.centre;
      const t = (Math.sign(apart) * Math.max(0, Math.abs(apart) - HALF_STEP)) / error;
      const p = { upper: -t, lower: t, both: -Math.abs(t) }[side];
      expect(judged.pOf(place)).toBeCloseTo((side === 'both' ? 2 : 1) * studentTProbability(p, freedom), 12);
      const needed = side === 'both' ? 1.959963984540054 : 1.6448536269514722;
      expect(judged.powerOf(place)).toBeCloseTo(normalProbability(usual.centre / 2 / error - needed), 6);
      expect([judged.nOf(place), judged.statisticOf(place)]).toEqual([10 + at, value]);
      expect(judged.countedP(place)).toBe(judged.pOf(place));
    });
    expect([judged.reasonOf(0), judged.nOf(0)]).toEqual(['too-few', 3]);
  });

  it('takes the larger tail of Student’s t and of a gamma distribution where values are skewed', () => {
    const usual = usualOf(VALUES);
    const column = columnOf(VALUES);
    const judged = column.judge('upper', () => 1, 0.05, 'skewed');
    const plain = columnOf(VALUES).judge('upper', () => 1, 0.05);
    let larger = 0;
    VALUES.forEach((value, at) => {
      const place = VALUES.length - at;
      const gamma = gammaTail(
        usual.centre,
        errorAmong(usual, variances[at] ?? 0) ** 2,
        Math.max(0, value - HALF_STEP),
      );
      expect(judged.pOf(place)).toBeCloseTo(Math.max(gamma, plain.pOf(place)), 5);
      if (gamma > plain.pOf(place) + 1e-3) larger++;
    });
    expect(larger).toBeGreaterThan(0);
    // No half step: another value of the same kind.
    const error = errorAmong(usual, 0.04);
    const student = studentTProbability(-(1.7 - usual.centre) / error, freedom);
    expect(column.tail(1.7, 0.04)).toBeCloseTo(
      Math.max(student, gammaTail(usual.centre, error ** 2, 1.7)),
      5,
    );
  });

  it('asks for no gamma distribution of values around zero', () => {
    const values = VALUES.map((value) => value - 3);
    const [skewed, plain] = [
      columnOf(values).judge('upper', () => 1, 0.05, 'skewed'),
      columnOf(values).judge('upper', () => 1, 0.05),
    ];
    for (let place = 1; place <= values.length; place++) expect(skewed.pOf(place)).toBe(plain.pOf(place));
  });

  it('allows for no step unless one is given', () => {
    const column = new UsualColumn('rise', VALUES.length);
    VALUES.forEach((value, at) => {
      column.add(at, 10, value, variances[at] ?? 0);
    });
    const judged = column.judge('upper', () => 1, 0.05);
    const usual = usualOf(VALUES);
    VALUES.forEach((value, at) => {
      const t = (value - usual.centre) / errorAmong(usual, variances[at] ?? 0);
      expect(judged.pOf(at)).toBeCloseTo(studentTProbability(-t, freedom), 12);
      expect(column.tail(value, variances[at] ?? 0)).toBe(judged.pOf(at));
    });
  });

  it('leaves all out where fewer than ten schools have a value', () => {
    const column = columnOf(VALUES.slice(0, 9));
    const judged = column.judge('upper', () => 1, 0.05);
    for (let place = 1; place <= 9; place++) {
      expect([judged.reasonOf(place), judged.nOf(place)]).toEqual(['few-schools', 19 - place]);
    }
    expect(judged.reasonOf(0)).toBe('too-few');
    expect(column.tail(1, 1)).toBe(1);
  });
});
