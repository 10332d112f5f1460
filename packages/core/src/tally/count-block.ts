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
import { MAX_ITEMS } from './group-counts.js';
import { groupRows } from './grouped-rows.js';
import type { ItemProducts } from './item-products.js';
import { countProducts, wantsProducts } from './item-products.js';
import type { Pupils } from './look-at-pupils.js';
import { lookAtPupils } from './look-at-pupils.js';
import type { AssessmentTally, GroupTally } from './tally.js';
import { putGroup } from './tally.js';

/** The tally of one block. @throws as `add` does. */
export function countBlock(block: ResponseBlock, crossTables: boolean): AssessmentTally {
  if (block.points.length > MAX_ITEMS) throw new RangeError(`add takes at most ${MAX_ITEMS} items`);
  const pupils = lookAtPupils(block);
  const counter = new GroupCounter(block, pupils, crossTables);
  const groupings = new Map<string, GroupTally>();
  for (const { column, values, value } of block.groupings ?? []) {
    countBy(block, counter, value, 1, groupings, (at, variant, counts) => ({
      unit: {},
      grouping: { column, value: values[at] ?? '' },
      variant,
      counts,
    }));
  }
  const groups = new Map<string, GroupTally>();
  countBy(block, counter, block.unit, 0, groups, (at, variant, counts) => ({
    unit: block.units[at] ?? {},
    variant,
    counts,
  }));
  const teachers = new Map<string, GroupTally>();
  countBy(block, counter, block.teacher, 1, teachers, (at, variant, counts) => ({
    unit: {},
    teacher: block.teachers[at] ?? '',
    variant,
    counts,
  }));
  return {
    assessment: block.assessment,
    groups,
    teachers,
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
  into: Map<string, GroupTally>,
  groupOf: (at: number, variant: string, counts: GroupCounts) => GroupTally,
): void {
  const { variants } = block;
  const size = Math.max(1, variants.length);
  const { keys, from, order } = groupRows(block, index, first);
  keys.forEach((key, g) => {
    const end = from[g + 1] ?? 0;
    for (let at = from[g] ?? 0; at < end; at += CHUNK) {
      const counts = counter.count(order, at, Math.min(end, at + CHUNK));
      putGroup(into, groupOf(Math.floor(key / size), variants[key % size] ?? '', counts));
    }
  });
}

function countByVariant(
  block: ResponseBlock,
  { totals, sets, items }: Pupils,
): ReadonlyMap<string, ItemProducts> {
  const products = new Map<string, ItemProducts>();
  items.forEach((of, index) => {
    const counted = new Uint8Array(block.rows);
    for (let row = 0; row < block.rows; row++) {
      const isWhole = (totals[row] ?? 0) > 0 && (sets[row] ?? 0) === 0;
      if (isWhole && block.variant[row] === index && block.absent[row] !== 1) counted[row] = 1;
    }
    const counts = countProducts(block, of, counted);
    if (counts.pupils > 0) products.set(block.variants[index] ?? '', counts);
  });
  return products;
}
