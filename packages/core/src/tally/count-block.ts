/**
 * Counts a block of responses by group.
 *
 * Columns are walked twice: once whole, for the total of every pupil, and once group by group, for the
 * counts of each item. Rows need no order; where a file has its classes together, as files do, nothing is moved.
 *
 * @module
 */
import type { ResponseBlock } from '../assessment/responses.js';
import { CHUNK, GroupCounter } from './group-counter.js';
import type { GroupCounts } from './group-counts.js';
import { MAX_ITEMS, sumGroupCounts } from './group-counts.js';
import { groupRows, NOBODY } from './grouped-rows.js';
import type { ItemProducts } from './item-products.js';
import { countProducts, wantsProducts } from './item-products.js';
import type { Pupils } from './look-at-pupils.js';
import { lookAtPupils } from './look-at-pupils.js';
import type { AssessmentTally, GroupTally } from './tally.js';
import { putGroup, putKeyedGroups } from './tally.js';

/** The tally of one block. @throws as `add` does. */
export function countBlock(block: ResponseBlock, crossTables: boolean): AssessmentTally {
  if (block.points.length > MAX_ITEMS) throw new RangeError(`add takes at most ${MAX_ITEMS} items`);
  const pupils = lookAtPupils(block);
  const counter = new GroupCounter(block, pupils, crossTables);
  const groupings = new Map<string, GroupTally>();
  for (const { column, values, value } of block.groupings ?? []) {
    const byValue = countBy(block, counter, value, 1, (at) => ({
      unit: {},
      grouping: { column, value: values[at] ?? '' },
    }));
    putKeyedGroups(groupings, byValue);
  }
  return {
    assessment: block.assessment,
    groups: countBy(block, counter, block.unit, 0, (at) => ({ unit: block.units[at] ?? {} })),
    teachers: countBy(block, counter, block.teacher, 1, (at) => ({
      unit: {},
      teacher: block.teachers[at] ?? '',
    })),
    groupings,
    products: crossTables && wantsProducts(block) ? countByVariant(block, pupils) : new Map(),
  };
}

/**
 * Groups by a column of indices and by variant.
 *
 * @param first - index of the first group; below it a pupil is in none.
 */
function countBy(
  block: ResponseBlock,
  counter: GroupCounter,
  index: Uint32Array,
  first: 0 | 1,
  nameOf: (at: number) => Omit<GroupTally, 'variant' | 'counts'>,
): Map<string, GroupTally> {
  const groups = new Map<string, GroupTally>();
  const { variant, variants } = block;
  const size = Math.max(1, variants.length);
  const { keys, from, order } = groupRows(block, (row) => {
    const at = (index[row] ?? 0) - first;
    return at < 0 ? NOBODY : at * size + (variant[row] ?? 0);
  });
  keys.forEach((key, g) => {
    const end = from[g + 1] ?? 0;
    const parts: GroupCounts[] = [];
    for (let at = from[g] ?? 0; at < end; at += CHUNK) {
      parts.push(counter.count(order, at, Math.min(end, at + CHUNK)));
    }
    putGroup(groups, {
      ...nameOf(Math.floor(key / size)),
      variant: variants[key % size] ?? '',
      counts: sumGroupCounts(parts),
    });
  });
  return groups;
}

function countByVariant(
  block: ResponseBlock,
  { complete, items }: Pupils,
): ReadonlyMap<string, ItemProducts> {
  const products = new Map<string, ItemProducts>();
  items.forEach((of, index) => {
    const counted = complete.map((whole, row) =>
      whole === 1 && (block.variant[row] ?? 0) === index && block.absent[row] !== 1 ? 1 : 0,
    );
    const counts = countProducts(block, of, counted);
    if (counts.pupils > 0) products.set(block.variants[index] ?? '', counts);
  });
  return products;
}
