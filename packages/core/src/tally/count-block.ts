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
import { MAX_ITEMS, mergeGroupCounts, NO_PUPILS } from './group-counts.js';
import type { GroupedRows } from './grouped-rows.js';
import { groupRows, NOBODY } from './grouped-rows.js';
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
  const variants = Math.max(1, block.variants.length);
  const variantOf = (key: number) => block.variants[key % variants] ?? '';
  const counter = new GroupCounter(block, pupils, crossTables);
  const groups = new Map<string, GroupTally>();
  const byUnit = groupRows(block, (row) => (block.unit[row] ?? 0) * variants + (block.variant[row] ?? 0));
  countGroups(counter, byUnit, (key, counts) => {
    putGroup(groups, {
      unit: block.units[Math.floor(key / variants)] ?? {},
      variant: variantOf(key),
      counts,
    });
  });
  const teachers = new Map<string, GroupTally>();
  if (block.teachers.length > 0) {
    const byTeacher = groupRows(block, (row) => {
      const teacher = block.teacher[row] ?? 0;
      return teacher === 0 ? NOBODY : (teacher - 1) * variants + (block.variant[row] ?? 0);
    });
    countGroups(counter, byTeacher, (key, counts) => {
      const teacher = block.teachers[Math.floor(key / variants)] ?? '';
      putGroup(teachers, { unit: {}, teacher, variant: variantOf(key), counts });
    });
  }
  return {
    assessment: block.assessment,
    groups,
    teachers,
    groupings: countGroupings(block, counter, variantOf),
    products: crossTables && wantsProducts(block) ? countByVariant(block, pupils) : new Map(),
  };
}

function countGroupings(
  block: ResponseBlock,
  counter: GroupCounter,
  variantOf: (key: number) => string,
): ReadonlyMap<string, GroupTally> {
  const groupings = new Map<string, GroupTally>();
  const variants = Math.max(1, block.variants.length);
  for (const { column, values, value } of block.groupings ?? []) {
    const byValue = groupRows(block, (row) => {
      const index = value[row] ?? 0;
      return index === 0 ? NOBODY : (index - 1) * variants + (block.variant[row] ?? 0);
    });
    countGroups(counter, byValue, (key, counts) => {
      const grouping = { column, value: values[Math.floor(key / variants)] ?? '' };
      putGroup(groupings, { unit: {}, grouping, variant: variantOf(key), counts });
    });
  }
  return groupings;
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

function countGroups(
  counter: GroupCounter,
  { keys, from, order }: GroupedRows,
  put: (key: number, counts: GroupCounts) => void,
): void {
  for (let g = 0; g < keys.length; g++) {
    const end = from[g + 1] ?? 0;
    let counts = NO_PUPILS;
    for (let at = from[g] ?? 0; at < end; at += CHUNK) {
      const part = counter.count(order, at, Math.min(end, at + CHUNK));
      counts = counts === NO_PUPILS ? part : mergeGroupCounts(counts, part);
    }
    put(keys[g] ?? 0, counts);
  }
}
