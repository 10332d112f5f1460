import type { GroupKey } from '../analysis/analysis.js';
import type { MissingReason } from '../foundation/figure.js';

/**
 * Figures of a group that are hidden together: the whole test with its items (`test`), the totals (`core`: pupils with
 * every item, mean, deviation, reliability), single marks and journal shares, an item, its full or zero share.
 */
export type Block = 'test' | 'core' | MarkBlock | JournalBlock | 'item' | 'full' | 'zero';
export type MarkBlock = `mark-${2 | 3 | 4 | 5}`;
export type JournalBlock = 'lowered' | 'confirmed' | 'raised';

export const MARK_BLOCKS = ['mark-2', 'mark-3', 'mark-4', 'mark-5'] as const satisfies readonly MarkBlock[];
export const JOURNAL_BLOCKS = ['lowered', 'confirmed', 'raised'] as const satisfies readonly JournalBlock[];

/** A group on one work. */
export interface Place extends GroupKey {
  readonly assessment: string;
}

/** Groups (as {@link placeKey}) and items with something hidden, and whether a whole test was. */
export interface Changes {
  readonly places: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly isWide: boolean;
}

/** What is hidden so far, and why. Hiding the wider block hides the narrower ones. */
export class HiddenFigures {
  /** Places are asked for far more often than they have something hidden: those come first. */
  readonly #places = new Map<string, Map<string, MissingReason>>();
  #size = 0;
  #changed = new Set<string>();
  #items = new Set<string>();
  #isWide = false;

  /** Blocks hidden so far. */
  get size(): number {
    return this.#size;
  }

  /** True when it was not hidden before. */
  hide(block: Block, place: Place, item: string | undefined, reason: MissingReason): boolean {
    const key = placeKey(place);
    const there = this.#places.get(key);
    if (reasonIn(there, block, item) !== undefined) return false;
    const blocks = there ?? new Map<string, MissingReason>();
    this.#places.set(key, blocks.set(blockKey(block, item), reason));
    this.#size++;
    this.#changed.add(key);
    if (item !== undefined) this.#items.add(item);
    this.#isWide ||= block === 'test';
    return true;
  }

  /** What was hidden since this was last asked for. */
  takeChanges(): Changes {
    const changes: Changes = { places: this.#changed, items: this.#items, isWide: this.#isWide };
    this.#changed = new Set();
    this.#items = new Set();
    this.#isWide = false;
    return changes;
  }

  reason(block: Block, place: Place, item?: string): MissingReason | undefined {
    return reasonIn(this.#places.get(placeKey(place)), block, item);
  }

  /** All reasons of one place. */
  at(place: Place): (block: Block, item?: string) => MissingReason | undefined {
    const there = this.#places.get(placeKey(place));
    return (block, item) => reasonIn(there, block, item);
  }

  /** The marks (or journal shares) hidden at a place. */
  hiddenOf<Of extends Block>(blocks: readonly Of[], place: Place): readonly Of[] {
    const reason = this.at(place);
    return blocks.filter((block) => reason(block) !== undefined);
  }
}

function reasonIn(
  blocks: ReadonlyMap<string, MissingReason> | undefined,
  block: Block,
  item: string | undefined,
): MissingReason | undefined {
  if (blocks === undefined) return undefined;
  return (
    blocks.get('test') ??
    (block === 'full' || block === 'zero' ? blocks.get(blockKey('item', item)) : undefined) ??
    blocks.get(blockKey(block, item))
  );
}

/** `assessment|level|unit`. */
export function placeKey({ assessment, level, unit }: Place): string {
  return `${assessment}|${level}|${unit}`;
}

function blockKey(block: Block, item: string | undefined): string {
  return item === undefined ? block : `${block}|${item}`;
}
