/**
 * Sums over many groups of pupils of whom some are counted.
 *
 * @module
 */

/** `count` of `n` pupils of one group; whole numbers. */
export interface GroupCount {
  readonly count: number;
  readonly n: number;
}

/** How many groups have a count, a rest and an n above each whole number. */
export interface Exceeding {
  readonly counts: Float64Array;
  readonly rests: Float64Array;
  readonly all: Float64Array;
}

/**
 * All that a fit needs of the groups; one of them can be taken away and put back.
 *
 * Errors: counts that are not whole or outside 0..n.
 */
export class GroupSums implements Exceeding {
  readonly most: number;
  readonly counts: Float64Array;
  readonly rests: Float64Array;
  readonly all: Float64Array;
  groups = 0;
  pupils = 0;
  counted = 0;
  /** Σ n² and Σ count² / n. */
  squares = 0;
  shares = 0;

  constructor(groups: readonly GroupCount[]) {
    let count = 0;
    let rest = 0;
    let most = 0;
    for (const of of groups) {
      if (!(Number.isInteger(of.count) && Number.isInteger(of.n) && of.count >= 0 && of.count <= of.n)) {
        throw new RangeError('fitBetaBinomial requires whole counts from zero to the number of pupils');
      }
      count = Math.max(count, of.count);
      rest = Math.max(rest, of.n - of.count);
      most = Math.max(most, of.n);
    }
    this.most = most;
    this.counts = new Float64Array(count);
    this.rests = new Float64Array(rest);
    this.all = new Float64Array(most);
    for (const of of groups) {
      if (of.n === 0) continue;
      this.#addSums(of, 1);
      raise(this.counts, of.count - 1);
      raise(this.rests, of.n - of.count - 1);
      raise(this.all, of.n - 1);
    }
    for (const exceeding of [this.counts, this.rests, this.all]) {
      for (let i = exceeding.length - 2; i >= 0; i--)
        exceeding[i] = (exceeding[i] ?? 0) + (exceeding[i + 1] ?? 0);
    }
  }

  /** `times` = −1 takes a group away that is there. */
  add(group: GroupCount, times: 1 | -1): void {
    this.#addSums(group, times);
    addBelow(this.counts, group.count, times);
    addBelow(this.rests, group.n - group.count, times);
    addBelow(this.all, group.n, times);
  }

  #addSums({ count, n }: GroupCount, times: 1 | -1): void {
    if (times === 1) {
      this.groups++;
      this.pupils += n;
      this.counted += count;
      this.squares += n * n;
    } else {
      // −1 · 0 = −0 is no small integer for V8, and a field that once held such a number is slow from then on.
      this.groups--;
      this.pupils -= n;
      this.counted -= count;
      this.squares -= n * n;
    }
    this.shares += times * ((count * count) / n);
  }
}

function raise(values: Float64Array, at: number): void {
  if (at >= 0) values[at] = (values[at] ?? 0) + 1;
}

function addBelow(values: Float64Array, end: number, what: number): void {
  for (let i = 0; i < end; i++) values[i] = (values[i] ?? 0) + what;
}
