/**
 * The attacker: what can be found out from everything that was published together?
 *
 * @module
 */
import type { Cell } from '../analysis/table.js';
import { described, Gathered } from './gather.js';
import { judge } from './judge.js';
import type { Published, PublishedTable } from './published.js';
import type { Recovered } from './recovered.js';
import type { DisclosureRules } from './rules.js';
import { defaultDisclosureRules } from './rules.js';
import type { Solved } from './solve.js';
import { solve } from './solve.js';
import type { WorkCells } from './work-cells.js';

export interface AuditReport {
  /** What was recovered; empty = the publication passes. */
  readonly recovered: readonly Recovered[];
  /** Counts that were read from published figures. */
  readonly cells: number;
  /** Connected systems of sums too large for exact elimination: only bounds were tried on them. */
  readonly limited: number;
}

/**
 * Recovers hidden counts of pupils from published tables by arithmetic alone: shares times pupils, sums over levels
 * and over marks, the same figure in two tables, sizes told by intervals, and totals; first bounds, then exact
 * elimination. What somebody knows from elsewhere about single pupils is out of its reach.
 *
 * Edge cases: pupils of no listed unit are taken for none unless the figures contradict, so the attacker may claim
 * more than is true, never less.
 * Source: the attacker's problem of cell suppression, as in sdcTable and τ-ARGUS; Hundepool et al. (2012),
 * Statistical Disclosure Control, chapter 4. Minimum sizes: NCES 2011-603.
 */
export function audit(published: Published, rules: DisclosureRules = defaultDisclosureRules): AuditReport {
  return new Attacker(published, rules).attack(published);
}

/** {@link audit} of some items of the works only: they do not add up to the totals. */
export function auditPart(published: Published, rules: DisclosureRules): AuditReport {
  const solved = new Gathered(published, rules).works.map((cells) => solve(cells, false));
  return report(published, rules, solved);
}

/** {@link audit}, again and again, of tables of which rows are replaced in between. */
export class Attacker {
  readonly #rules: DisclosureRules;
  readonly #gathered: Gathered;
  #solved: readonly Solved[] = [];

  constructor(published: Published, rules: DisclosureRules) {
    this.#rules = rules;
    this.#gathered = new Gathered(published, rules);
  }

  /**
   * @param published - the same tables with the same units.
   * @param replaced - groups, as `assessment|level|unit`, of which rows were replaced since the last attack.
   */
  attack(published: Published, replaced: ReadonlySet<string> = NOBODY): AuditReport {
    if (replaced.size > 0) {
      this.#gathered.readAgain(({ assessment, units }, unit) => {
        const of = units[unit];
        return of !== undefined && replaced.has(`${assessment}|${of.level}|${of.unit}`);
      });
    }
    this.#solved = this.#gathered.works.map((cells, at) => solve(cells.copy(), true, this.#solved[at]));
    return report(published, this.#rules, this.#solved);
  }
}

const NOBODY: ReadonlySet<string> = new Set();

function report(published: Published, rules: DisclosureRules, solved: readonly Solved[]): AuditReport {
  const works = solved.map((of) => of.cells);
  const recovered: Recovered[] = [];
  let cells = 0;
  let limited = 0;
  for (const of of solved) {
    limited += of.limited;
    for (const shown of of.cells.shown) cells += shown;
    for (const found of judge(of.cells, of, rules)) recovered.push(found);
  }
  recovered.push(
    ...totalsOver(works, published),
    ...tellingReasons(published),
    ...findingsOfHidden(published),
  );
  return { recovered, cells, limited };
}

/** A total over all works, less the works that are shown, is the work that is hidden. */
function totalsOver(works: readonly WorkCells[], { tables }: Published): readonly Recovered[] {
  const summary = tables.find(({ name }) => name === 'summary');
  return (summary?.columns ?? []).flatMap((measure, at): readonly Recovered[] => {
    const total = summary?.rows[0]?.[at];
    if (typeof total !== 'number') return [];
    const hidden: { readonly work: WorkCells; readonly cell: number }[] = [];
    let rest = total;
    for (const work of works) {
      const column = work.column(measure, -1);
      const unit = work.units.findIndex(({ level }) => level === 'all');
      if (column < 0 || unit < 0) return [];
      const cell = work.cell(unit, column);
      if (work.isKnown(cell)) rest -= work.low[cell] ?? 0;
      else hidden.push({ work, cell });
    }
    const [only, second] = hidden;
    if (only === undefined || second !== undefined) return [];
    const how = [
      'summary totals',
      ...works.filter((work) => work !== only.work).map((work) => work.assessment),
    ];
    const { assessment } = only.work;
    return [
      {
        kind: 'exact',
        assessment,
        level: 'all',
        unit: 'all',
        measure,
        rest: false,
        byTotal: false,
        low: rest,
        high: rest,
        how,
      },
    ];
  });
}

/** That all pupils have the same result is what was to be hidden. */
function tellingReasons(published: Published): readonly Recovered[] {
  return described(published).flatMap(([table, { hidden }]) => {
    const reason = table.columns.indexOf('reason');
    if (hidden === undefined || reason < 0) return [];
    return table.rows
      .filter((row) => String(row[reason] ?? '').includes('suppressed-homogeneous'))
      .map((row) => ({
        kind: 'reason' as const,
        ...placeOf(table, row),
        measure: hidden,
        how: [table.name],
      }));
  });
}

function findingsOfHidden({ tables, findings = [] }: Published): readonly Recovered[] {
  const rows = new Map<string, { readonly table: PublishedTable; readonly row: readonly Cell[] }>();
  const wanted = new Set(findings.flatMap(({ evidence }) => evidence.map(({ table }) => table)));
  for (const table of tables) {
    if (!wanted.has(table.name)) continue;
    const keys = ['assessment', 'level', 'unit', 'item'].map((key) => table.columns.indexOf(key));
    const reason = table.columns.indexOf('reason');
    for (const row of table.rows) {
      if (!String(row[reason] ?? '').includes('suppressed')) continue;
      const key = keys.filter((at) => at >= 0).map((at) => row[at]);
      rows.set(`${table.name}|${key.join('|')}`, { table, row });
    }
  }
  return findings.flatMap(({ id, evidence }) =>
    evidence.flatMap(({ table: name, key, figure }): readonly Recovered[] => {
      const there = rows.get(`${name}|${key}`);
      if (there === undefined) return [];
      const { table, row } = there;
      const at = table.columns.indexOf(figure);
      const reason = String(row[table.columns.indexOf('reason')] ?? '');
      const isHidden = row[at] === undefined && new RegExp(`^suppressed|${figure}:suppressed`).test(reason);
      return isHidden ? [{ kind: 'finding', ...placeOf(table, row), measure: figure, how: [id] }] : [];
    }),
  );
}

function placeOf(table: PublishedTable, row: readonly Cell[]) {
  const at = (column: string) => {
    const cell = row[table.columns.indexOf(column)];
    return cell === undefined ? undefined : String(cell);
  };
  const item = at('item');
  return {
    assessment: at('assessment') ?? '',
    level: at('level') ?? 'all',
    unit: at('unit') ?? 'all',
    ...(item === undefined ? {} : { item }),
    rest: false,
    byTotal: false,
    low: 0,
    high: Number.POSITIVE_INFINITY,
  };
}
