import { MAX_ITEMS } from './group-counts.js';

/** Sets of items, told apart by growing: each is another one and a later item. Costs one look-up an item. */
export class ItemSets {
  /** Ascending indices; first the empty set. */
  readonly sets: (readonly number[])[] = [[]];
  readonly #grown = new Map<number, number>();

  /** Place of the set that has this item, later than all of its own, as well. */
  with(place: number, item: number): number {
    const key = place * (MAX_ITEMS + 1) + item;
    const there = this.#grown.get(key) ?? this.sets.push([...(this.sets[place] ?? []), item]) - 1;
    this.#grown.set(key, there);
    return there;
  }
}
