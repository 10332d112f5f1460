import type { GroupKey, TestResult } from '../analysis/analysis.js';
import type { HiddenFigures } from './hidden-figures.js';

/**
 * Where schools are hidden inside larger groups, item by item. What rests on the differences between schools (design
 * effects, intervals of clusters, probabilities by them) is one more equation about the hidden ones there.
 */
export class HiddenSchools {
  readonly #inside = new Map<string, Set<string>>();

  /** `tests` are those of one work. */
  constructor(tests: readonly TestResult[], items: readonly string[], hidden: HiddenFigures) {
    const parents = new Map(tests.map((test) => [idOf(test), test.parent]));
    for (const test of tests) {
      if (test.level !== 'school' || test.wrote === 0) continue;
      const reason = hidden.at(test);
      const ofTest = items.filter((item) => reason('item', item) !== undefined);
      if (ofTest.length === 0) continue;
      for (const above of new Set([...pathOf(test, parents), WHOLE])) {
        const there = this.#inside.get(above) ?? new Set();
        for (const item of ofTest) there.add(item);
        this.#inside.set(above, there);
      }
    }
  }

  /** True when a school inside the group is hidden on one of the items; absent = on any. */
  has(group: GroupKey, items?: readonly string[]): boolean {
    const there = this.#inside.get(idOf(group));
    return there !== undefined && (items === undefined || items.some((item) => there.has(item)));
  }
}

function* pathOf(test: TestResult, parents: ReadonlyMap<string, GroupKey | undefined>): Iterable<string> {
  for (let { parent } = test; parent !== undefined; parent = parents.get(idOf(parent))) yield idOf(parent);
}

const WHOLE = 'all|all';

function idOf({ level, unit }: GroupKey): string {
  return `${level}|${unit}`;
}
