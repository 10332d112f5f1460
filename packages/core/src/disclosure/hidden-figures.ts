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

/** What is hidden so far, and why. Hiding the wider block hides the narrower ones. */
export class HiddenFigures {
  readonly #reasons = new Map<string, MissingReason>();

  /** Blocks hidden so far. */
  get size(): number {
    return this.#reasons.size;
  }

  /** True when it was not hidden before. */
  hide(block: Block, place: Place, item: string | undefined, reason: MissingReason): boolean {
    if (this.reason(block, place, item) !== undefined) return false;
    this.#reasons.set(key(block, place, item), reason);
    return true;
  }

  reason(block: Block, place: Place, item?: string): MissingReason | undefined {
    return (
      this.#reasons.get(key('test', place, undefined)) ??
      (block === 'full' || block === 'zero' ? this.#reasons.get(key('item', place, item)) : undefined) ??
      this.#reasons.get(key(block, place, item))
    );
  }

  /** The marks (or journal shares) hidden at a place. */
  hiddenOf<Of extends Block>(blocks: readonly Of[], place: Place): readonly Of[] {
    return blocks.filter((block) => this.reason(block, place) !== undefined);
  }
}

function key(block: Block, { assessment, level, unit }: Place, item: string | undefined): string {
  return `${block}|${assessment}|${item ?? ''}|${level}|${unit}`;
}
