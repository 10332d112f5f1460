import { mapValues } from '../foundation/map-values.js';
import { onlyTotalsOf, sameItems, splitResponseKey } from './group-counts.js';
import { eachCount } from './sparse-counts.js';
import type { AssessmentTally, GroupTally } from './tally.js';

/** Items that anybody was administered, by variant; ascending indices. Variants without pupils are left out. */
export function administeredItems({
  groups,
}: Pick<AssessmentTally, 'groups'>): ReadonlyMap<string, readonly number[]> {
  const sets = new Map<string, Set<number>>();
  for (const { variant, counts } of groups.values()) {
    if (counts.wrote === 0) continue;
    const items = sets.get(variant) ?? new Set<number>();
    sets.set(variant, items);
    let last = -1;
    eachCount(counts.responses, (key) => {
      const { item } = splitResponseKey(key);
      if (item !== last) items.add(item);
      last = item;
    });
  }
  return mapValues(sets, (items) => [...items].sort((a, b) => a - b));
}

/**
 * Settles what *every item of the variant* means for the whole tally: a part of it may have lacked an item that another
 * part has. Every tally that is handed out has passed here, so that it does not depend on the parts it came in.
 */
export function onlyComplete(of: AssessmentTally): AssessmentTally {
  const wanted = administeredItems(of);
  const settle = (groups: ReadonlyMap<string, GroupTally>) =>
    mapValues(groups, (group) => ({
      ...group,
      counts: onlyTotalsOf(group.counts, wanted.get(group.variant) ?? []),
    }));
  return {
    assessment: of.assessment,
    groups: settle(of.groups),
    teachers: settle(of.teachers),
    groupings: settle(of.groupings),
    products: new Map(
      [...of.products].filter(([variant, { items }]) => sameItems(items, wanted.get(variant) ?? [])),
    ),
  };
}
