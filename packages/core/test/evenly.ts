import fc from 'fast-check';

/** Numbers that lie evenly between two: of those that `fc.double` draws from 0 to 1, nine in ten are under a thousandth. */
export function evenly(from: number, to: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 1000 }).map((part) => from + ((to - from) * part) / 1000);
}
