import type { Analysis, ItemResult, TestResult } from '../analysis/analysis.js';
import type { Figure, MissingReason } from '../foundation/figure.js';
import type { Block, Place } from './hidden-figures.js';
import { HiddenFigures, JOURNAL_BLOCKS, MARK_BLOCKS } from './hidden-figures.js';
import { hideUnits } from './hide-units.js';
import type { DisclosureRules } from './rules.js';
import { smallCategories } from './small-categories.js';

/**
 * What the groups' own figures forbid, and second units for what would follow by one subtraction. The attacker finds
 * the rest; this saves him the work.
 *
 * That all pupils have the same result is given as «hidden because of others»: the true reason would tell the result.
 */
export function firstHidden(
  { assessments }: Pick<Analysis, 'assessments'>,
  tests: readonly TestResult[],
  items: readonly ItemResult[],
  rules: DisclosureRules,
): HiddenFigures {
  const hidden = new HiddenFigures();
  const itemsOf = new Map<string, ItemResult[]>();
  for (const result of items) {
    const key = JSON.stringify([result.assessment, result.item]);
    const there = itemsOf.get(key);
    if (there === undefined) itemsOf.set(key, [result]);
    else there.push(result);
  }
  for (const { id, items: described } of assessments) {
    const ofWork = tests.filter((test) => test.assessment === id);
    const wrote = new Map(ofWork.map((test) => [groupId(test), test.wrote]));
    const parents = new Map(
      ofWork.map((test) => [groupId(test), test.parent === undefined ? 'all|all' : groupId(test.parent)]),
    );
    for (const test of ofWork) hideOfTest(hidden, test, rules);
    const spread = (block: Block, sized: readonly Sized[], item?: string) =>
      hideOthers(hidden, block, sized, item, parents, rules);
    spread(
      'test',
      ofWork.map((test) => ({ place: test, size: test.wrote })),
    );
    const itemOf = new Map<string, ItemResult>();
    for (const { id: item } of described) {
      const results = itemsOf.get(JSON.stringify([id, item])) ?? [];
      for (const result of results) {
        const reason = reasonForItem(result, wrote.get(groupId(result)) ?? 0, rules);
        if (reason !== undefined) hidden.hide('item', result, item, reason);
        itemOf.set(`${item}|${groupId(result)}`, result);
      }
      spread(
        'item',
        results.map((result) => ({ place: result, size: result.n })),
        item,
      );
    }
    for (const test of ofWork) hideTellingTotal(hidden, test, described, itemOf, rules);
    spread(
      'core',
      ofWork.map((test) => ({ place: test, size: test.n })),
    );
  }
  return hidden;
}

/**
 * Where everybody has the whole work, the mean of the test less the shown items gives the points of the hidden ones
 * together: of a single item, or when they have nearly none or nearly all points, that says too much.
 */
function hideTellingTotal(
  hidden: HiddenFigures,
  test: TestResult,
  described: readonly { readonly id: string }[],
  itemOf: ReadonlyMap<string, ItemResult>,
  { minCount }: DisclosureRules,
): void {
  if (test.n < test.wrote || hidden.reason('core', test) !== undefined) return;
  const reason = hidden.at(test);
  let items = 0;
  let points = 0;
  let most = 0;
  for (const { id } of described) {
    const item = reason('item', id) === undefined ? undefined : itemOf.get(`${id}|${groupId(test)}`);
    if (item === undefined) continue;
    items++;
    points += item.points;
    most += item.n * (item.maxPoints ?? Number.POSITIVE_INFINITY);
  }
  if (items === 0) return;
  if (items === 1 || Math.min(points, most - points) < minCount)
    hidden.hide('core', test, undefined, 'suppressed-complementary');
}

interface Sized {
  readonly place: Place;
  readonly size: number;
}

function hideOthers(
  hidden: HiddenFigures,
  block: Block,
  sized: readonly Sized[],
  item: string | undefined,
  parents: ReadonlyMap<string, string>,
  { minPupils }: DisclosureRules,
): void {
  const sizes = new Map(sized.map(({ place, size }) => [groupId(place), size]));
  for (const level of ['school', 'municipality', 'region', 'country']) {
    const units = sized.filter(({ place }) => place.level === level);
    const places = new Map(units.map(({ place }) => [groupId(place), place]));
    const already = [...places].flatMap(([key, place]) =>
      hidden.reason(block, place, item) === undefined ? [] : [key],
    );
    const all = hideUnits(
      units.map(({ place, size }) => ({
        unit: groupId(place),
        parent: parents.get(groupId(place)) ?? 'all|all',
        size,
      })),
      new Set(already),
      (parent) => sizes.get(parent) ?? 0,
      minPupils,
    );
    for (const key of all) {
      const place = places.get(key);
      if (place !== undefined) hidden.hide(block, place, item, 'suppressed-complementary');
    }
  }
}

function groupId({ level, unit }: { readonly level: string; readonly unit: string }): string {
  return `${level}|${unit}`;
}

function hideOfTest(hidden: HiddenFigures, test: TestResult, rules: DisclosureRules): void {
  const { minPupils, minCount } = rules;
  if (test.wrote > 0 && test.wrote < minPupils) {
    hidden.hide('test', test, undefined, 'suppressed-small');
    return;
  }
  const hide = (blocks: readonly Block[]) => {
    for (const block of blocks) hidden.hide(block, test, undefined, 'suppressed-complementary');
  };
  // The points of all, item by item, less those of the complete works are the points of the few others.
  const gap = test.wrote - test.n;
  if (test.n > 0 && (test.n < minPupils || (gap > 0 && gap < minPupils))) hide(['core']);
  const marks = MARK_BLOCKS.map((_, at) => test.markCounts[MARKS[at] ?? 2]);
  const marked = marks.reduce((sum, count) => sum + count, 0);
  if (marked > 0 && (marked < minPupils || Math.max(...marks) === marked)) hide(MARK_BLOCKS);
  hide(smallCategories(marks, minCount).flatMap((at) => MARK_BLOCKS[at] ?? []));
  const compared = [test.lowered, test.confirmed, test.raised].map(countOf);
  const both = compared.reduce((sum, count) => sum + count, 0);
  if (both > 0 && both < minPupils) hide(JOURNAL_BLOCKS);
  hide(smallCategories(compared, minCount).flatMap((at) => JOURNAL_BLOCKS[at] ?? []));
}

const MARKS = [2, 3, 4, 5] as const;

/** Pupils behind a share. */
export function countOf(share: Figure): number {
  return share.kind === 'known' ? Math.round(share.estimate * share.n) : 0;
}

function reasonForItem(result: ItemResult, wrote: number, rules: DisclosureRules): MissingReason | undefined {
  const { n } = result;
  if (n === 0) return undefined;
  if (n < rules.minPupils) return 'suppressed-small';
  const without = wrote - n;
  if (without > 0 && without < rules.minCount) return 'suppressed-complementary';
  const most = Math.max(countOf(result.fullShare), countOf(result.zeroShare));
  return most === n ? 'suppressed-complementary' : undefined;
}
