import type { ItemResult, TestResult } from '../analysis/analysis.js';
import { countOf } from './first-hidden.js';
import type { Block, HiddenFigures } from './hidden-figures.js';
import { JOURNAL_BLOCKS, MARK_BLOCKS } from './hidden-figures.js';
import type { Recovered } from './recovered.js';
import type { DisclosureRules } from './rules.js';
import { smallCategories } from './small-categories.js';

/** The groups of one work, as a tree with the counts that choices rest on. */
export class WorkTree {
  readonly #tests = new Map<string, TestResult>();
  readonly #items = new Map<string, ItemResult>();
  readonly #children = new Map<string, TestResult[]>();

  constructor(tests: readonly TestResult[], items: readonly ItemResult[]) {
    for (const test of tests) {
      this.#tests.set(idOf(test), test);
      if (test.level === 'all') continue;
      const parent = idOf({ assessment: test.assessment, ...(test.parent ?? WHOLE) });
      const there = this.#children.get(parent);
      if (there === undefined) this.#children.set(parent, [test]);
      else there.push(test);
    }
    for (const children of this.#children.values()) children.sort(bySize);
    for (const item of items) this.#items.set(`${idOf(item)}|${item.item}`, item);
  }

  test(place: { readonly assessment: string; readonly level: string; readonly unit: string }) {
    return this.#tests.get(idOf(place));
  }

  item(test: TestResult, item: string): ItemResult | undefined {
    return this.#items.get(`${idOf(test)}|${item}`);
  }

  parent(test: TestResult): TestResult | undefined {
    if (test.level === 'all') return undefined;
    return this.test({ assessment: test.assessment, ...(test.parent ?? WHOLE) });
  }

  /** The group that what was found was subtracted from. */
  family(found: Recovered): string {
    const test = this.test(found);
    const parent = test === undefined || found.rest ? test : this.parent(test);
    return parent === undefined ? '' : idOf(parent);
  }

  /** Everything, when there is no other way left. */
  hideAll(hidden: HiddenFigures): void {
    for (const test of this.#tests.values()) {
      if (test.wrote > 0) hidden.hide('test', test, undefined, 'suppressed-complementary');
    }
  }

  /** Smallest first. */
  children(test: TestResult): readonly TestResult[] {
    return this.#children.get(idOf(test)) ?? [];
  }
}

/** From here on the group's own totals go, and then everything of it. */
const OWN_FIGURES = 2;
/** How wide hiding is when nothing narrower is left. */
export const WHOLE_TEST = 100;

const WHOLE = { level: 'all', unit: 'all' } as const;

/**
 * Hides one more block against what was recovered: the group's own figure where it says too much itself; else that of
 * the smallest sibling that still shows it and has anybody to add; else that of the unit above, and so on.
 *
 * @param wider - hide a wider block: the narrow one did not help before.
 * @returns false when nothing was left to hide.
 */
export function hideRecovered(
  found: Recovered,
  tree: WorkTree,
  hidden: HiddenFigures,
  rules: DisclosureRules,
  wider: number,
): boolean {
  const test = tree.test(found);
  if (test === undefined) return false;
  const { item } = found;
  if (found.byTotal && hidden.reason('core', test) === undefined) {
    return hidden.hide('core', test, undefined, 'suppressed-complementary');
  }
  // What follows from the group's own figures stays, however many siblings are hidden.
  if (wider >= OWN_FIGURES && wider < WHOLE_TEST && !found.rest) {
    if (hidden.reason('core', test) === undefined)
      return hidden.hide('core', test, undefined, 'suppressed-complementary');
    if (hidden.reason('test', test) === undefined)
      return hidden.hide('test', test, undefined, 'suppressed-complementary');
  }
  const block = widened(blockOf(found, item === undefined ? undefined : tree.item(test, item)), wider);
  const hide = (at: TestResult) => hideBlock(block, at, item, hidden, rules);
  if (!found.rest && hidden.reason(block, test, item) === undefined) return hide(test);
  // A hidden unit all parts of which are shown is their sum.
  const parts = tree.children(test).filter(({ wrote }) => wrote > 0);
  const isSum = parts.every((each) => hidden.reason(block, each, item) === undefined);
  if (!found.rest && isSum && parts.some((each) => adds(found, each, tree) && hide(each))) return true;
  for (
    let parent = found.rest ? test : tree.parent(test);
    parent !== undefined;
    parent = tree.parent(parent)
  ) {
    const open = tree
      .children(parent)
      .filter((each) => hidden.reason(block, each, item) === undefined && adds(found, each, tree));
    if ([...open, parent].some((each) => hidden.reason(block, each, item) === undefined && hide(each)))
      return true;
  }
  return false;
}

/** The last resort: the group with all its figures, else what is next above it. False when all of them are hidden. */
export function hidePath(found: Recovered, tree: WorkTree, hidden: HiddenFigures): boolean {
  for (let test = tree.test(found); test !== undefined; test = tree.parent(test)) {
    const family = [test, ...tree.children(test)].filter(({ wrote }) => wrote > 0);
    if (family.some((each) => hidden.hide('test', each, undefined, 'suppressed-complementary'))) return true;
  }
  return false;
}

function blockOf({ measure }: Recovered, item: ItemResult | undefined): Block {
  const own = [...MARK_BLOCKS, ...JOURNAL_BLOCKS].find((block) => block === measure);
  if (own !== undefined) return own;
  switch (measure) {
    case 'wrote':
      return 'test';
    case 'full':
    case 'zero':
      // With two points or one, points and pupils give the shares.
      return item?.maxPoints !== undefined && item.maxPoints > 2 ? measure : 'item';
    case 'item-n':
    case 'points':
    case 'without':
      return 'item';
    case 'below-minimum':
    case 'marked':
      return 'mark-2';
    case 'compared':
      return 'confirmed';
    default:
      return 'core';
  }
}

/** Nearly everything is answered within its own block, up to the whole; item shares also by the item. */
function widened(block: Block, wider: number): Block {
  if (wider >= WHOLE_TEST) return 'test';
  return wider > 0 && (block === 'full' || block === 'zero') ? 'item' : block;
}

function hideBlock(
  block: Block,
  at: TestResult,
  item: string | undefined,
  hidden: HiddenFigures,
  { minCount }: DisclosureRules,
): boolean {
  const hide = (each: Block) =>
    hidden.hide(
      each,
      at,
      item === undefined || each === 'test' ? undefined : item,
      'suppressed-complementary',
    );
  for (const { blocks, counts } of distributionsOf(at)) {
    const place = blocks.indexOf(block);
    if (place < 0) continue;
    const forced = [...hidden.hiddenOf(blocks, at).map((each) => blocks.indexOf(each)), place];
    return smallCategories(counts, minCount, forced)
      .map((each) => hide(blocks[each] ?? block))
      .includes(true);
  }
  return hide(block);
}

function distributionsOf(
  test: TestResult,
): readonly { readonly blocks: readonly Block[]; readonly counts: readonly number[] }[] {
  const { markCounts } = test;
  return [
    { blocks: MARK_BLOCKS, counts: [markCounts[2], markCounts[3], markCounts[4], markCounts[5]] },
    { blocks: JOURNAL_BLOCKS, counts: [test.lowered, test.confirmed, test.raised].map(countOf) },
  ];
}

/** A sibling without anybody in the category would leave the others as they are. */
function adds({ measure, item }: Recovered, test: TestResult, tree: WorkTree): boolean {
  if (test.wrote === 0) return false;
  const result = item === undefined ? undefined : tree.item(test, item);
  if (item !== undefined && (result === undefined || result.n === 0)) return false;
  if (measure === 'full') return result !== undefined && countOf(result.fullShare) > 0;
  if (measure === 'zero') return result !== undefined && countOf(result.zeroShare) > 0;
  for (const { blocks, counts } of distributionsOf(test)) {
    const place = blocks.findIndex((block: string) => block === measure);
    if (place >= 0) return (counts[place] ?? 0) > 0;
  }
  return true;
}

function bySize(one: TestResult, other: TestResult): number {
  return one.wrote - other.wrote || (one.unit < other.unit ? -1 : 1);
}

function idOf({
  assessment,
  level,
  unit,
}: {
  readonly assessment: string;
  readonly level: string;
  readonly unit: string;
}): string {
  return `${assessment}|${level}|${unit}`;
}
