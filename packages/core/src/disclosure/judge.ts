import type { Measure } from './descriptions.js';
import { MEASURES } from './descriptions.js';
import type { Equation } from './equations.js';
import type { Recovered, RecoveredKind } from './recovered.js';
import type { DisclosureRules } from './rules.js';
import type { Solved } from './solve.js';
import type { WorkCells } from './work-cells.js';

/** Which of the narrowed cells say more than they may. */
export function judge(cells: WorkCells, solved: Solved, rules: DisclosureRules): readonly Recovered[] {
  const found: Recovered[] = [];
  const report = (kind: RecoveredKind, cell: number, how: readonly string[], rest?: number) => {
    const { measure, item } = cells.columns[cells.columnOf(cell)] ?? { measure: '', item: -1 };
    const unit = cells.units[cells.unitOf(cell)];
    const id = cells.items[item];
    found.push({
      kind,
      assessment: cells.assessment,
      level: unit?.level ?? '',
      unit: unit?.unit ?? '',
      ...(id === undefined ? {} : { item: id }),
      measure,
      rest: rest !== undefined,
      byTotal: isByTotal(cells, solved.cause[cell]),
      ...(rest === undefined ? cells.range(cell) : { low: rest, high: rest }),
      how,
    });
  };
  cells.columns.forEach(({ measure: id, item }, column) => {
    const measure = MEASURES[id];
    if (measure === undefined || measure.holds === 'slack') return;
    const base = measure.of === undefined ? -1 : cells.column(measure.of, item);
    for (let unit = 0; unit < cells.units.length; unit++) {
      const cell = cells.cell(unit, column);
      const group = base < 0 ? -1 : cells.cell(unit, base);
      const kind = verdict(cells, measure, cell, group, rules);
      if (kind !== undefined) report(kind, cell, chain(cells, cell, solved.cause[cell]));
      const rest = restVerdict(cells, measure, unit, column, base, rules);
      if (rest !== undefined) report(rest.kind, cell, chainOfRest(cells, unit, column), rest.pupils);
    }
  });
  return found;
}

function verdict(
  cells: WorkCells,
  measure: Measure,
  cell: number,
  group: number,
  rules: DisclosureRules,
): RecoveredKind | undefined {
  const low = cells.low[cell] ?? 0;
  const high = cells.high[cell] ?? Number.POSITIVE_INFINITY;
  const isShown = cells.shown[cell] === 1;
  const isKnown = low === high;
  const minimum = measure.minimum === undefined ? rules.minPupils : rules[measure.minimum];
  switch (measure.holds) {
    case 'slack':
      return undefined;
    case 'gap':
      return low > 0 && high < minimum ? 'small-group' : undefined;
    case 'pupils':
      if (isKnown && low === 0) return undefined;
      if (isShown && isKnown) return low < rules.minPupils ? 'small-group' : undefined;
      // Of a group whose pupils are published it is no secret that they all have an item.
      return group >= 0 && isOpen(cells, group) ? undefined : hiddenVerdict(low, high, rules.minCount);
    case 'points':
      if (isShown && isKnown) return undefined;
      if (isEmpty(cells, group)) return undefined;
      return hiddenVerdict(low, high, isOpen(cells, group) ? rules.minCount : 1);
    default: {
      if (isEmpty(cells, group)) return undefined;
      const size = cells.range(group);
      if (measure.same === true && isAlike(low, size.high)) return 'homogeneous';
      const isSecret = measure.holds === 'category';
      if (isSecret && low > 0 && high < rules.minCount) return 'small-count';
      if ((isShown && isKnown) || isNobodyAround(cells, cell)) return undefined;
      // Of a group whose size is known too, a range of few pupils says as much as the count itself.
      const isOpen = isSecret && size.low === size.high && cells.shown[group] === 1;
      return hiddenVerdict(low, high, isOpen ? rules.minCount : 1);
    }
  }
}

function hiddenVerdict(low: number, high: number, width: number): RecoveredKind | undefined {
  if (low === high) return 'exact';
  return high - low < width ? 'narrow' : undefined;
}

function isEmpty(cells: WorkCells, group: number): boolean {
  return group >= 0 && cells.high[group] === 0;
}

/** That nobody in a published unit has a result is said of many pupils, not of the few in a hidden part. */
function isNobodyAround(cells: WorkCells, cell: number): boolean {
  if (cells.high[cell] !== 0) return false;
  const column = cells.columnOf(cell);
  let unit = cells.units[cells.unitOf(cell)]?.parent ?? -1;
  for (; unit >= 0; unit = cells.units[unit]?.parent ?? -1) {
    const around = cells.cell(unit, column);
    if (isOpen(cells, around) && cells.low[around] === 0) return true;
  }
  return false;
}

/** At least `low` of at most `size` pupils are all of them. */
function isAlike(low: number, size: number): boolean {
  return size > 0 && low > 0 && size !== Number.POSITIVE_INFINITY && low >= size;
}

/** Pupils of a unit in none of its published parts, where that follows. */
function restVerdict(
  cells: WorkCells,
  measure: Measure,
  unit: number,
  column: number,
  base: number,
  { minPupils }: DisclosureRules,
): { readonly kind: RecoveredKind; readonly pupils: number } | undefined {
  if (cells.units[unit]?.children.length === 0) return undefined;
  if (measure.holds === 'pupils') {
    const pupils = restOf(cells, unit, column);
    return pupils !== undefined && pupils > 0 && pupils < minPupils
      ? { kind: 'small-group', pupils }
      : undefined;
  }
  if (measure.same !== true) return undefined;
  const pupils = restOf(cells, unit, column);
  const all = pupils === undefined || pupils === 0 ? undefined : restOf(cells, unit, base);
  return pupils !== undefined && pupils === all ? { kind: 'homogeneous', pupils } : undefined;
}

/** A published count less those of the published parts; a hidden part stands for its own published parts. */
function restOf(cells: WorkCells, unit: number, column: number): number | undefined {
  const cell = cells.cell(unit, column);
  if (!isOpen(cells, cell)) return undefined;
  let rest = cells.low[cell] ?? 0;
  const parts = [...(cells.units[unit]?.children ?? [])];
  for (let next = 0; next < parts.length; next++) {
    const part = parts[next] ?? 0;
    const place = cells.cell(part, column);
    if (isOpen(cells, place)) rest -= cells.low[place] ?? 0;
    else parts.push(...(cells.units[part]?.children ?? []));
  }
  return rest;
}

function isOpen(cells: WorkCells, cell: number): boolean {
  return cells.shown[cell] === 1 && cells.isKnown(cell);
}

function isByTotal(cells: WorkCells, cause: Equation | undefined): boolean {
  const total = cells.column('total', -1);
  return (
    cause?.cells.some(
      (cell) => cells.columnOf(cell) === total && cells.unitOf(cell) === cells.unitOf(cause.cells[0] ?? -1),
    ) === true &&
    cause.cells.length > 1 &&
    cells.columnOf(cause.cells[0] ?? 0) !== total
  );
}

const LONGEST = 8;

function chain(cells: WorkCells, cell: number, cause: Equation | undefined): readonly string[] {
  if (cause === undefined) return [cells.name(cell)];
  const others = cause.cells.filter((each) => each !== cell && cells.isKnown(each));
  return [cells.name(cell), ...others.slice(0, LONGEST).map((each) => cells.name(each))];
}

function chainOfRest(cells: WorkCells, unit: number, column: number): readonly string[] {
  const parts = (cells.units[unit]?.children ?? []).map((part) => cells.cell(part, column));
  return [cells.cell(unit, column), ...parts.filter((part) => isOpen(cells, part)).slice(0, LONGEST)].map(
    (cell) => cells.name(cell),
  );
}
