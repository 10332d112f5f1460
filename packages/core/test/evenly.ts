import fc from 'fast-check';

/** Numbers that lie evenly between two: of those that `fc.double` draws from 0 to 1, nine in ten are under a thousandth. */
export function evenly(from: number, to: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 1000 }).map((part) => from + ((to - from) * part) / 1000);
}

/** Half of them lie evenly, the others as `fc.double` draws them, with the ends and what is next to nothing. */
export function between(from: number, to: number): fc.Arbitrary<number> {
  return fc.oneof(evenly(from, to), fc.double({ min: from, max: to, noNaN: true }));
}
