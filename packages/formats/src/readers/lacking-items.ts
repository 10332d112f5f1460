/** Items that a description has and a sheet has no column for. @module */
import type { Assessment } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';

/** A work with the items that a sheet of it should have a column for. */
export interface LackingWork {
  readonly assessment: Assessment;
  /** Ids of items. */
  readonly lacking: readonly string[];
}

/** What sheets lack, said once for a file; an item that only pupils of other variants have is not lacking. */
export class LackingItems {
  readonly #lacking: LackingSheet[] = [];
  /** By work and item: the variants of pupils who have it. */
  readonly #having = new Map<string, Set<string>>();

  /** @param found - variants of the pupils of the sheet, empty where one is not named. */
  add({ assessment, lacking }: LackingWork, found: ReadonlySet<string>, place: Place): void {
    const work = assessment.id;
    const variants = namedVariants(found);
    for (const { id } of assessment.items) {
      if (lacking.includes(id)) continue;
      const key = keyOf(work, id);
      const having = this.#having.get(key) ?? new Set();
      this.#having.set(key, having);
      for (const variant of variants) having.add(variant);
    }
    if (lacking.length > 0) this.#lacking.push({ work, lacking, variants, place });
  }

  list(): readonly Issue[] {
    const told = new Set<string>();
    return this.#lacking.flatMap((sheet): readonly Issue[] => {
      const items = sheet.lacking.filter((item) => !this.#isOfOthers(sheet, item)).join(', ');
      const key = JSON.stringify([sheet.place.file, sheet.work, items]);
      if (items === '' || told.has(key)) return [];
      told.add(key);
      return [issue('item-without-column', 'warning', sheet.place, { items })];
    });
  }

  /** Whether those who have the item wrote other variants, as far as both sides name theirs. */
  #isOfOthers({ work, variants }: LackingSheet, item: string): boolean {
    const having = this.#having.get(keyOf(work, item));
    if (having === undefined || having.has('') || variants.has('')) return false;
    return having.size > 0 && ![...variants].some((variant) => having.has(variant));
  }
}

interface LackingSheet {
  /** Id of the work. */
  readonly work: string;
  readonly lacking: readonly string[];
  readonly variants: ReadonlySet<string>;
  readonly place: Place;
}

/** Whoever was absent has no variant; where nobody has one, that is one. */
function namedVariants(variants: ReadonlySet<string>): ReadonlySet<string> {
  return variants.size > 1 ? new Set([...variants].filter((variant) => variant !== '')) : variants;
}

function keyOf(work: string, item: string): string {
  return JSON.stringify([work, item]);
}
