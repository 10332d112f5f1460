import type { Cell } from '../analysis/table.js';
import type { TableDescription } from './descriptions.js';
import { TABLES } from './descriptions.js';
import type { PlacedRow } from './placed-rows.js';
import { PlacedTable } from './placed-rows.js';
import type { Published, PublishedTable } from './published.js';
import {
  columnRounding,
  hasHalves,
  readBases,
  readCounts,
  readIntervals,
  readNotes,
  readParts,
  readReasons,
  readSum,
} from './read-rows.js';
import type { DisclosureRules } from './rules.js';
import type { PublishedSum } from './work-cells.js';
import { WorkCells } from './work-cells.js';

/**
 * Every published figure as a range of whole numbers, work by work. A row says something about the cells of its own
 * unit only, so rows of some units can be read again when they were replaced.
 */
export class Gathered {
  readonly works: readonly WorkCells[];
  readonly #tables: readonly PlacedTable[];
  readonly #rules: DisclosureRules;
  /** Sums that pooled figures tell, by their row. */
  readonly #sums = new Map<PlacedRow, PublishedSum>();
  readonly #itemsOf: ReadonlyMap<WorkCells, ReadonlyMap<string, number>>;

  constructor(published: Published, rules: DisclosureRules) {
    const works = makeWorks(published);
    this.works = [...works.values()].map(({ cells }) => cells);
    this.#itemsOf = new Map([...works.values()].map(({ cells, items }) => [cells, items]));
    this.#rules = rules;
    this.#tables = described(published).map(
      ([table, description]) => new PlacedTable(table, description, placeRows(table, works)),
    );
    this.#read(this.#tables);
  }

  /** Reads the rows of some units again; the rows of their tables were replaced where they stood. */
  readAgain(isChanged: (cells: WorkCells, unit: number) => boolean): void {
    for (const cells of this.works) {
      for (let unit = 0; unit < cells.units.length; unit++) if (isChanged(cells, unit)) cells.forget(unit);
    }
    this.#read(
      this.#tables.map(
        ({ table, description, rows }) =>
          new PlacedTable(
            table,
            description,
            rows.filter(({ cells, unit }) => isChanged(cells, unit)),
          ),
      ),
    );
  }

  #read(tables: readonly PlacedTable[]): void {
    for (const cells of this.works) cells.wholePoints = true;
    for (const table of this.#tables) {
      for (const statement of table.description.statements) {
        if (statement.kind === 'count') hasHalves(table, statement);
      }
    }
    // Sizes first, since shares are read with them; then sizes that only shares tell.
    for (const table of tables) {
      for (const statement of table.description.statements) {
        if (statement.kind === 'count') readCounts(table, statement);
      }
      for (const statement of table.description.statements) {
        if (statement.kind === 'note') readNotes(table, statement);
      }
    }
    for (const table of tables) {
      for (const statement of table.description.statements) {
        if (statement.kind === 'ratio') readBases(table, statement);
        if (statement.kind === 'interval') readIntervals(table, statement);
      }
      readReasons(table, this.#rules);
    }
    tables.forEach((table, at) => {
      for (const statement of table.description.statements) {
        const whole = this.#tables[at];
        if (statement.kind === 'ratio' && whole !== undefined) {
          readParts(table, statement, columnRounding(whole, statement));
        }
        if (statement.kind !== 'pooled') continue;
        for (const row of table.rows) {
          const sum = readSum(table, row, statement, this.#itemsOf.get(row.cells));
          if (sum === undefined) this.#sums.delete(row);
          else this.#sums.set(row, { ...sum, row: at * MOST_ROWS + row.place });
        }
      }
    });
    for (const cells of this.works) cells.sums = [];
    for (const { rows, description } of this.#tables) {
      if (!description.statements.some(({ kind }) => kind === 'pooled')) continue;
      for (const row of rows) {
        const sum = this.#sums.get(row);
        if (sum !== undefined) row.cells.sums.push(sum);
      }
    }
  }
}

/** A table has fewer. */
const MOST_ROWS = 2 ** 24;

/** The tables that a description exists for. */
export function described({ tables }: Published): readonly (readonly [PublishedTable, TableDescription])[] {
  return tables.flatMap((table) => {
    const description = TABLES.find((each) => each.table === table.name);
    return description === undefined ? [] : [[table, description] as const];
  });
}

interface Work {
  readonly cells: WorkCells;
  readonly units: ReadonlyMap<string, number>;
  readonly items: ReadonlyMap<string, number>;
}

const WHOLE = 'all|all';

function makeWorks(published: Published): ReadonlyMap<string, Work> {
  const seen = new Map<string, { readonly units: Set<string>; readonly items: Set<string> }>();
  for (const [table] of described(published)) {
    const at = placesOf(table);
    for (const row of table.rows) {
      const assessment = at(row, 'assessment');
      if (assessment === undefined) continue;
      const id = String(assessment);
      const work = seen.get(id) ?? { units: new Set<string>(), items: new Set<string>() };
      seen.set(id, work);
      work.units.add(unitKey(at(row, 'level'), at(row, 'unit')));
      const item = at(row, 'item');
      if (item !== undefined) work.items.add(String(item));
    }
  }
  return new Map(
    Array.from(seen, ([id, { units, items }]) => {
      const keys = [...units];
      const places = new Map(keys.map((key, place) => [key, place]));
      const parents = keys.map(() => -1);
      for (const { assessment, level, unit, parent } of published.links) {
        if (assessment !== undefined && assessment !== id) continue;
        const place = places.get(`${level}|${unit}`);
        if (place !== undefined) parents[place] = places.get(`${parent.level}|${parent.unit}`) ?? -1;
      }
      const children: number[][] = keys.map(() => []);
      parents.forEach((parent, place) => {
        children[parent]?.push(place);
      });
      const cells = new WorkCells(
        id,
        keys.map((key, place) => ({
          level: key.slice(0, key.indexOf('|')),
          unit: key.slice(key.indexOf('|') + 1),
          parent: parents[place] ?? -1,
          children: children[place] ?? [],
        })),
        [...items],
      );
      return [id, { cells, units: places, items: new Map([...items].map((item, place) => [item, place])) }];
    }),
  );
}

function placesOf(table: PublishedTable): (row: readonly Cell[], column: string) => Cell {
  const places = new Map(table.columns.map((column, place) => [column, place]));
  return (row, column) => {
    const place = places.get(column);
    return place === undefined ? undefined : row[place];
  };
}

function unitKey(level: Cell, unit: Cell): string {
  return level === undefined ? WHOLE : `${level}|${unit ?? ''}`;
}

function placeRows(table: PublishedTable, works: ReadonlyMap<string, Work>): readonly PlacedRow[] {
  const at = placesOf(table);
  return table.rows.flatMap((row, place): readonly PlacedRow[] => {
    const work = works.get(String(at(row, 'assessment') ?? ''));
    const unit = work?.units.get(unitKey(at(row, 'level'), at(row, 'unit')));
    if (work === undefined || unit === undefined) return [];
    const item = work.items.get(String(at(row, 'item') ?? '')) ?? -1;
    const most = at(row, 'max_points');
    if (item >= 0 && typeof most === 'number') work.cells.maxima[item] = most;
    return [{ cells: work.cells, unit, item, place }];
  });
}
