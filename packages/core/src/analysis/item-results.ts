import { groupedBy } from '../foundation/grouped-by.js';
import type { Level } from '../tally/summarise.js';
import type { GroupKey, ItemResult } from './analysis.js';

/** One group on one work; its results are made when somebody asks for them. */
export interface GroupResults extends GroupKey {
  readonly assessment: string;
  readonly results: () => readonly ItemResult[];
}

/**
 * Results of every group on every item, in canonical order. A region has hundreds of thousands of them, nearly all of
 * classes: those are computed anew whenever they are walked through, so that nobody has to hold them.
 */
export class ItemResults implements Iterable<ItemResult> {
  readonly #groups: readonly GroupResults[];
  #byKey: ReadonlyMap<string, GroupResults> | undefined;

  constructor(groups: readonly GroupResults[]) {
    this.#groups = groups;
  }

  /** Results that exist already. Those of one group on one work must stand together. */
  static from(results: readonly ItemResult[]): ItemResults {
    const groups = groupedBy(results, (result) => keyOf(result.assessment, result));
    return new ItemResults(
      Array.from(groups.values(), (group) => {
        const { assessment = '', level = 'all', unit = '' } = group[0] ?? {};
        return { assessment, level, unit, results: () => group };
      }),
    );
  }

  *[Symbol.iterator](): Iterator<ItemResult> {
    for (const { results } of this.#groups) yield* results();
  }

  /** Results at some levels only; the others are not computed. */
  atLevels(...levels: readonly Level[]): readonly ItemResult[] {
    return this.#groups.flatMap((group) => (levels.includes(group.level) ? group.results() : []));
  }

  /** Results of one group on one work, in the order of the items; empty when there is no such group. */
  of(assessment: string, group: GroupKey): readonly ItemResult[] {
    this.#byKey ??= new Map(this.#groups.map((each) => [keyOf(each.assessment, each), each]));
    return this.#byKey.get(keyOf(assessment, group))?.results() ?? [];
  }
}

function keyOf(assessment: string, { level, unit }: GroupKey): string {
  return JSON.stringify([assessment, level, unit]);
}
