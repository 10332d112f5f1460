/** Numbers between 0 and 1 from a seed (mulberry32): the same on every machine. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Standard normal numbers by Box and Muller. */
export function normalNumbers(random: () => number): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Weights of 0, 1, 2, … points for one ability, by the partial credit model. */
export function categoryWeights(thresholds: readonly number[], ability: number): readonly number[] {
  let exponent = 0;
  const weights = [1];
  for (const threshold of thresholds) {
    exponent += ability - threshold;
    weights.push(Math.exp(exponent));
  }
  return weights;
}

/** Points of one pupil on items of the given thresholds. */
export function answer(
  items: readonly (readonly number[])[],
  ability: number,
  random: () => number,
): readonly number[] {
  return items.map((thresholds) => {
    const weights = categoryWeights(thresholds, ability);
    let left = random() * weights.reduce((all, weight) => all + weight, 0);
    return Math.max(
      0,
      weights.findIndex((weight) => {
        left -= weight;
        return left <= 0;
      }),
    );
  });
}
