import type { FullAnalysis, ItemResult, TestResult } from '../analysis/analysis.js';
import { ItemResults } from '../analysis/item-results.js';
import type { SectionResult } from '../analysis/sections.js';
import type { Cell } from '../analysis/table.js';
import type { HiddenFigures, Place } from './hidden-figures.js';
import { placeKey } from './hidden-figures.js';
import { hideFigures, isPublicLevel } from './hide-figures.js';
import type { Published, PublishedTable } from './published.js';
import { publishedOf } from './published-of.js';
import type { DisclosureRules } from './rules.js';

/**
 * What would be published of one work while more and more of it is hidden. Only the groups with something newly hidden
 * are made again, and those around them, whose intervals rest on them.
 */
export class WorkPublication {
  readonly #whole: FullAnalysis;
  readonly #hidden: HiddenFigures;
  readonly #rules: DisclosureRules;
  readonly #parents: ReadonlyMap<string, string | undefined>;
  readonly #tables: readonly StandingTable[];
  readonly #links: Published['links'];
  readonly #items: Standing<ItemResult>;
  readonly #tests: Standing<TestResult>;
  readonly #sections: Standing<SectionResult>;
  #open: FullAnalysis;

  /** @param whole - one work, with groups of public levels. */
  constructor(
    whole: FullAnalysis,
    items: readonly ItemResult[],
    hidden: HiddenFigures,
    rules: DisclosureRules,
  ) {
    this.#whole = whole;
    this.#hidden = hidden;
    this.#rules = rules;
    this.#parents = new Map(
      whole.testResults.map((test) => {
        const { assessment, parent } = test;
        return [placeKey(test), parent === undefined ? undefined : placeKey({ assessment, ...parent })];
      }),
    );
    this.#open = hideFigures(whole, items, hidden, rules);
    this.#items = new Standing(items, [...this.#open.itemResults]);
    this.#tests = new Standing(whole.testResults, this.#open.testResults);
    this.#sections = new Standing(
      whole.sectionResults.filter(({ level }) => isPublicLevel(level)),
      this.#open.sectionResults,
    );
    const { tables, links } = publishedOf(this.#open, whole.testResults);
    this.#links = links;
    this.#tables = tables.map((table) => new StandingTable(table));
  }

  /** Everything that is open; {@link hideAgain} replaces rows where they stand. */
  published(): Published {
    return { tables: this.#tables, links: this.#links, findings: this.#open.findings };
  }

  /** What is open of some items; what is made of several items is left out. */
  part(items: ReadonlySet<string>): Published {
    const tables = this.#tables.map(({ name, columns, rows }): PublishedTable => {
      if (name === 'sections') return { name, columns, rows: [] };
      const at = columns.indexOf('item');
      if (at < 0) return { name, columns, rows };
      // What reports state stands behind what was computed.
      const computed = name === 'solve-rates' ? this.#items.open.length : rows.length;
      const isWanted = (row: readonly Cell[], place: number) =>
        place >= computed || items.has(String(row[at]));
      return { name, columns, rows: rows.filter(isWanted) };
    });
    return { tables, links: this.#links, findings: [] };
  }

  /** The analysis without what is hidden. */
  analysis(): FullAnalysis {
    return {
      ...this.#open,
      itemResults: ItemResults.from(this.#items.open),
      testResults: this.#tests.open,
      sectionResults: this.#sections.open,
    };
  }

  /**
   * Makes again what has something newly hidden.
   *
   * @param places - groups, as {@link placeKey}.
   * @returns the groups whose rows were replaced.
   */
  hideAgain(places: ReadonlySet<string>): ReadonlySet<string> {
    const changed = this.#withThoseAround(places);
    const part: FullAnalysis = {
      ...this.#whole,
      testResults: this.#tests.of(changed),
      sectionResults: this.#sections.of(changed),
      // Nothing is shown again: findings that are gone stay away.
      findings: this.#open.findings,
    };
    this.#open = hideFigures(
      part,
      this.#items.of(changed),
      this.#hidden,
      this.#rules,
      this.#whole.testResults,
    );
    this.#items.replace(changed, [...this.#open.itemResults]);
    this.#tests.replace(changed, this.#open.testResults);
    this.#sections.replace(changed, this.#open.sectionResults);
    for (const { name, columns, rows } of publishedOf(this.#open, []).tables) {
      this.#tables.find((table) => table.name === name)?.replace(changed, { name, columns, rows });
    }
    return changed;
  }

  #withThoseAround(places: ReadonlySet<string>): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const { id: assessment } of this.#whole.assessments) {
      changed.add(placeKey({ assessment, level: 'all', unit: 'all' }));
    }
    for (const place of places) {
      for (let key: string | undefined = place; key !== undefined; key = this.#parents.get(key)) {
        changed.add(key);
      }
    }
    return changed;
  }
}

/** Results as they are, and as they are open. */
class Standing<Result extends Place> {
  readonly open: Result[];
  readonly #all: readonly Result[];
  readonly #places = new Map<string, number[]>();

  constructor(all: readonly Result[], open: readonly Result[]) {
    this.#all = all;
    this.open = [...open];
    all.forEach((result, place) => {
      addTo(this.#places, placeKey(result), place);
    });
  }

  /** Those of some groups as they are, group by group. */
  of(groups: ReadonlySet<string>): readonly Result[] {
    return this.#placesOf(groups).flatMap((place) => this.#all[place] ?? []);
  }

  /** @param open - in the order of {@link of}. */
  replace(groups: ReadonlySet<string>, open: readonly Result[]): void {
    this.#placesOf(groups).forEach((place, at) => {
      const result = open[at];
      if (result !== undefined) this.open[place] = result;
    });
  }

  #placesOf(groups: ReadonlySet<string>): readonly number[] {
    return [...groups].flatMap((group) => this.#places.get(group) ?? []);
  }
}

/** A table whose rows are replaced where they stand. */
class StandingTable implements PublishedTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: (readonly Cell[])[];
  readonly #places: ReadonlyMap<string, readonly number[]>;

  constructor(table: PublishedTable) {
    this.name = table.name;
    this.columns = table.columns;
    this.rows = [...table.rows];
    this.#places = placesByGroup(table);
  }

  /** Of some groups; there may be fewer rows than before, never more. */
  replace(groups: ReadonlySet<string>, by: PublishedTable): void {
    const found = placesByGroup(by);
    for (const group of groups) {
      const instead = found.get(group) ?? [];
      (this.#places.get(group) ?? []).forEach((place, at) => {
        this.rows[place] = by.rows[instead[at] ?? -1] ?? NO_ROW;
      });
    }
  }
}

/** A row that is not published any more. */
const NO_ROW: readonly Cell[] = [];

function placesByGroup({ columns, rows }: PublishedTable): ReadonlyMap<string, readonly number[]> {
  const [assessment, level, unit] = ['assessment', 'level', 'unit'].map((column) => columns.indexOf(column));
  const places = new Map<string, number[]>();
  rows.forEach((row, place) => {
    const of = row[level ?? -1];
    const group = of === undefined ? 'all|all' : `${of}|${row[unit ?? -1] ?? ''}`;
    addTo(places, `${row[assessment ?? -1] ?? ''}|${group}`, place);
  });
  return places;
}

function addTo(places: Map<string, number[]>, key: string, place: number): void {
  const there = places.get(key);
  if (there === undefined) places.set(key, [place]);
  else there.push(place);
}
