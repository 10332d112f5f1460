import type { ResponseBlock } from '../assessment/responses.js';
import { NOT_ADMINISTERED, NOT_ATTEMPTED, NOT_TAUGHT } from '../assessment/responses.js';
import type { FormCounts, GroupCounts } from './group-counts.js';
import {
  compareForms,
  crossKey,
  MAX_ITEMS,
  MAX_TOTAL,
  markKey,
  responseKey,
  totalKey,
} from './group-counts.js';
import { countKeys } from './sparse-counts.js';
import type { AssessmentTally, GroupTally, Tally } from './tally.js';
import { empty, merge, putGroups } from './tally.js';

/**
 * Adds a block of responses to a tally; the block is not kept.
 *
 * Missing values: *not attempted* counts as 0 points; *not taught* and *not administered* leave the item out for
 * the pupil; a pupil with a topic not taught has no total. An absent pupil is counted as absent and nowhere else.
 *
 * @throws {AssessmentConflict} when the tally describes the assessment otherwise.
 * @throws {RangeError} beyond 1023 items or 8191 points in all.
 */
export function add(tally: Tally, block: ResponseBlock): Tally {
  return merge(tally, { ...empty(), assessments: new Map([[block.assessment.id, tallyBlock(block)]]) });
}

function tallyBlock(block: ResponseBlock): AssessmentTally {
  if (block.points.length > MAX_ITEMS) throw new RangeError(`add takes at most ${MAX_ITEMS} items`);
  const variants = block.variants.length;
  const groups = new Map<string, GroupTally>();
  putGroups(
    groups,
    tallyRows(block, (row) => (block.unit[row] ?? 0) * variants + (block.variant[row] ?? 0)).map(
      ({ key, counts }) => ({
        unit: block.units[Math.floor(key / variants)] ?? {},
        variant: block.variants[key % variants] ?? '',
        counts,
      }),
    ),
  );
  const teachers = new Map<string, GroupTally>();
  putGroups(
    teachers,
    tallyRows(block, (row) => {
      const teacher = block.teacher[row] ?? 0;
      return teacher === 0 ? undefined : (teacher - 1) * variants + (block.variant[row] ?? 0);
    }).map(({ key, counts }) => ({
      unit: {},
      teacher: block.teachers[Math.floor(key / variants)] ?? '',
      variant: block.variants[key % variants] ?? '',
      counts,
    })),
  );
  return { assessment: block.assessment, groups, teachers };
}

interface KeyedCounts {
  readonly key: number;
  readonly counts: GroupCounts;
}

function tallyRows(block: ResponseBlock, keyOf: (row: number) => number | undefined): readonly KeyedCounts[] {
  const rowsOf = new Map<number, number[]>();
  for (let row = 0; row < block.rows; row++) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const rows = rowsOf.get(key);
    if (rows === undefined) rowsOf.set(key, [row]);
    else rows.push(row);
  }
  return Array.from(rowsOf, ([key, rows]) => ({ key, counts: countRows(block, rows) }));
}

function countRows(block: ResponseBlock, rows: readonly number[]): GroupCounts {
  const present = rows.filter((row) => block.absent[row] !== 1);
  const responses = new Uint32Array(present.length * block.points.length);
  let used = 0;
  block.points.forEach((column, item) => {
    for (const row of present) {
      const code = column[row] ?? NOT_ADMINISTERED;
      if (code !== NOT_ADMINISTERED) responses[used++] = responseKey(item, code);
    }
  });
  const marks = Uint32Array.from(present, (row) =>
    markKey(block.mark[row] ?? 0, block.journalMark[row] ?? 0),
  );
  return {
    wrote: present.length,
    absent: rows.length - present.length,
    responses: countKeys(responses.subarray(0, used)),
    marks: countKeys(marks),
    forms: countForms(block, present),
  };
}

function countForms(block: ResponseBlock, rows: readonly number[]): readonly FormCounts[] {
  const rowsOf = new Map<string, { readonly items: readonly number[]; readonly rows: number[] }>();
  for (const row of rows) {
    const items = formOf(block, row);
    if (items === undefined) continue;
    const key = items.join();
    const form = rowsOf.get(key);
    if (form === undefined) rowsOf.set(key, { items, rows: [row] });
    else form.rows.push(row);
  }
  return Array.from(rowsOf.values(), (form) => countForm(block, form.items, form.rows)).sort(compareForms);
}

/** Items that the pupil was administered; absent when a topic was not taught or nothing was administered. */
function formOf(block: ResponseBlock, row: number): readonly number[] | undefined {
  const items: number[] = [];
  for (let item = 0; item < block.points.length; item++) {
    const code = block.points[item]?.[row] ?? NOT_ADMINISTERED;
    if (code === NOT_TAUGHT) return undefined;
    if (code !== NOT_ADMINISTERED) items.push(item);
  }
  return items.length === 0 ? undefined : items;
}

function countForm(block: ResponseBlock, items: readonly number[], rows: readonly number[]): FormCounts {
  const totals = new Uint32Array(rows.length);
  const cross = new Uint32Array(rows.length * items.length);
  let used = 0;
  rows.forEach((row, at) => {
    let total = 0;
    for (const item of items) total += pointsOf(block, item, row);
    if (total > MAX_TOTAL) throw new RangeError(`add takes totals of at most ${MAX_TOTAL / 2} points`);
    totals[at] = totalKey((block.mark[row] ?? 0) !== 0, block.journalMark[row] ?? 0, total);
    for (const item of items) {
      const points = pointsOf(block, item, row);
      if (points > 0) cross[used++] = crossKey(item, points, total);
    }
  });
  return { items, totals: countKeys(totals), cross: countKeys(cross.subarray(0, used)) };
}

function pointsOf(block: ResponseBlock, item: number, row: number): number {
  const code = block.points[item]?.[row] ?? 0;
  return code === NOT_ATTEMPTED ? 0 : code;
}
