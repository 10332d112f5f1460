/**
 * The slope of items again without one part of the work: a topic that was not taught, and stands there as 0, makes easy items worse
 * by itself.
 *
 * @module
 */
import type { Item } from '../assessment/assessment.js';
import { once } from '../foundation/once.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import { splitCrossKey } from '../tally/group-counts.js';
import { NO_COUNTS } from '../tally/sparse-counts.js';
import type { ItemSlope } from './item-slope.js';
import type { ItemsAtTotals } from './items-at-totals.js';
import { contrastVariance } from './items-at-totals.js';

/**
 * Slopes without one part after the other. Parts are the sections of the programme; where there are not two, every item is one.
 *
 * Formula: at each total of the school its pupils have rₖ points for the items that stay, on the average; they are held against the
 * other pupils of the region at the total where these have as many (between two neighbouring totals in proportion), so that
 * points missing in the part count nowhere. With n pupils at total k, their points xᵢ, means μᵢ of the others there and D as in
 * {@link ItemsAtTotals}, all over items that stay: slope = Σₖ Σᵢ cᵢ(xᵢ − nμᵢ) / Σₖ nW, variance Σₖ (n + n²v)W / (Σₖ nW)², W =
 * ΣD(c − c̄)², v = (1 − f)² / m₁ + f² / m₂ for a place f of the way from m₁ to m₂ other pupils. With nothing left out it is
 * the slope of `ItemSlopes`. Source: own. Cost: for each part items × (totals of the region + totals of the school).
 */
export class SlopesWithoutParts {
  readonly #items: ItemsAtTotals;
  /** By item of {@link ItemsAtTotals.places}. */
  readonly #partOf: readonly number[];
  readonly #parts: number;
  /** Points of the school, item after item, total after total. */
  readonly #points: Float64Array;
  /** Mean points of the others for the items that stay; NaN where there are none. */
  readonly #rest: Float64Array;
  readonly #contrasts: () => readonly Float64Array[];

  constructor(items: ItemsAtTotals, all: readonly Item[]) {
    const width = items.lattice.totals.length;
    this.#items = items;
    const partOf = partsOf(items.places, all);
    this.#partOf = partOf;
    this.#parts = Math.max(-1, ...partOf) + 1;
    this.#points = new Float64Array(width * items.places.length);
    this.#rest = new Float64Array(width);
    this.#contrasts = once(() =>
      Array.from({ length: this.#parts }, (_, part) => contrastsWithout(items, partOf, part)),
    );
  }

  /** The slopes of a school, one for each part; `undefined` where nothing is left that says something. */
  slopes(complete: CompleteCounts): readonly (ItemSlope | undefined)[] {
    this.#read(complete);
    return this.#contrasts().map((contrasts, part) => this.#without(part, contrasts));
  }

  /** Pupils of the school; the lattice has read it. */
  get #own(): Float64Array {
    return this.#items.lattice.own;
  }

  #read(complete: CompleteCounts): void {
    const { lattice, places } = this.#items;
    const { cross = NO_COUNTS } = complete;
    const points = this.#points.fill(0);
    lattice.read(complete);
    let place = 0;
    for (let i = cross.from; i < cross.to; i++) {
      const { item, points: half, total } = splitCrossKey(cross.keys[i] ?? 0);
      while ((places[place] ?? 0) < item) place++;
      const cell = place * lattice.own.length + lattice.place(total);
      points[cell] = (points[cell] ?? 0) + (half / 2) * (cross.counts[i] ?? 0);
    }
  }

  #without(part: number, contrasts: Float64Array): ItemSlope | undefined {
    const own = this.#own;
    const rest = this.#meansOfOthers(part);
    let n = 0;
    let score = 0;
    let information = 0;
    let variance = 0;
    for (let total = 0; total < own.length; total++) {
      const here = own[total] ?? 0;
      if (here === 0) continue;
      const found = placeOf(this.#restOf(part, total) / here, total, rest);
      if (found === undefined) continue;
      const { from, to, share } = found;
      const contrast = (1 - share) * (contrasts[from] ?? 0) + share * (contrasts[to] ?? 0);
      const spread = (1 - share) ** 2 / this.#others(from) + share ** 2 / this.#others(to);
      n += here;
      score += this.#score(part, total, found);
      information += here * contrast;
      variance += (here + here * here * spread) * contrast;
    }
    if (information <= 0) return undefined;
    return { n, slope: score / information, variance: variance / (information * information) };
  }

  #others(total: number): number {
    return (this.#items.lattice.pupils[total] ?? 0) - (this.#own[total] ?? 0);
  }

  /** Σ cᵢ(xᵢ − nμᵢ) at one total of the school. */
  #score(part: number, total: number, { from, to, share }: Between): number {
    const { difficulties } = this.#items;
    const here = this.#own[total] ?? 0;
    let score = 0;
    for (let item = 0; item < difficulties.length; item++) {
      if (this.#partOf[item] === part) continue;
      const expected = (1 - share) * this.#meanOfOthers(item, from) + share * this.#meanOfOthers(item, to);
      score += (difficulties[item] ?? 0) * (this.#pointsOf(item, total) - here * expected);
    }
    return score;
  }

  #meansOfOthers(part: number): Float64Array {
    const rest = this.#rest;
    for (let total = 0; total < rest.length; total++) {
      let sum = 0;
      for (let item = 0; item < this.#partOf.length; item++) {
        if (this.#partOf[item] !== part) sum += this.#meanOfOthers(item, total);
      }
      rest[total] = sum;
    }
    return rest;
  }

  /** NaN where there are no others. */
  #meanOfOthers(item: number, total: number): number {
    const others = this.#others(total);
    return (
      (this.#items.pointsAt(item, total) - this.#pointsOf(item, total)) / (others > 0 ? others : Number.NaN)
    );
  }

  #restOf(part: number, total: number): number {
    let sum = 0;
    for (let item = 0; item < this.#partOf.length; item++) {
      if (this.#partOf[item] !== part) sum += this.#pointsOf(item, total);
    }
    return sum;
  }

  #pointsOf(item: number, total: number): number {
    return this.#points[item * this.#own.length + total] ?? 0;
  }
}

/** A place between two totals, `share` of the way. */
interface Between {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Where the others have `wanted` points, the nearest such place from `start` on; `undefined` where they nowhere do. */
function placeOf(wanted: number, start: number, rest: Float64Array): Between | undefined {
  const first = nearestKnown(start, rest);
  if (first === undefined) return undefined;
  const step = (rest[first] ?? 0) < wanted ? 1 : -1;
  let near = first;
  for (let place = first; place >= 0 && place < rest.length; place += step) {
    const here = rest[place] ?? Number.NaN;
    if (Number.isNaN(here)) continue;
    // Sums of decimal fractions differ in the last digits.
    if (Math.abs(here - wanted) < NOISE) return { from: place, to: place, share: 0 };
    if ((here - wanted) * step > 0) {
      const before = rest[near] ?? 0;
      return { from: near, to: place, share: (wanted - before) / (here - before) };
    }
    near = place;
  }
  return undefined;
}

function nearestKnown(start: number, rest: Float64Array): number | undefined {
  for (let away = 0; away < rest.length; away++) {
    for (const place of [start - away, start + away]) {
      if (!Number.isNaN(rest[place] ?? Number.NaN)) return place;
    }
  }
  return undefined;
}

/** Part by item, numbered from 0; an item without a section is a part of its own. */
function partsOf(places: readonly number[], all: readonly Item[]): readonly number[] {
  const names = places.map((place) => all[place]?.section);
  const sections = [...new Set(names.filter((name) => name !== undefined))];
  let parts = sections.length;
  const partOf = names.map((name) => (name === undefined ? parts++ : sections.indexOf(name)));
  return parts < 2 ? places.map((_, item) => item) : partOf;
}

function contrastsWithout(items: ItemsAtTotals, partOf: readonly number[], part: number): Float64Array {
  const stay = partOf.flatMap((of, item) => (of === part ? [] : [item]));
  const difficulties = Float64Array.from(stay, (item) => items.difficulties[item] ?? 0);
  return Float64Array.from(items.lattice.totals, (_, total) => {
    const free = items.freeAt(total);
    return contrastVariance(
      Float64Array.from(stay, (item) => free[item] ?? 0),
      difficulties,
    );
  });
}

const NOISE = 1e-9;
