import type { SolveRatesComparator, SolveRatesData, SolveRatesItem } from './solve-rates-data.js';

/**
 * Reads the plain table inside the element, as our own pages write it: a row for each item, header cells with
 * `data-orientir` = `item | label | n | rate | low | high | comparator`, and the number in `data-value` of the cell
 * (shares 0..1). A table without these marks gives nothing.
 */
export function readSolveRatesTable(table: HTMLTableElement): SolveRatesData | undefined {
  const heads = Array.from(table.tHead?.rows[0]?.cells ?? []);
  const role = (index: number) => heads[index]?.dataset.orientir;
  if (!heads.some((head) => head.dataset.orientir === 'rate')) return undefined;
  const items: SolveRatesItem[] = [];
  const comparators = new Map<number, { name: string; items: { id: string; solveRate: number }[] }>();
  for (const row of Array.from(table.tBodies[0]?.rows ?? [])) {
    const cells = Array.from(row.cells);
    const text = (name: string) => cells.find((_, i) => role(i) === name)?.textContent?.trim() ?? '';
    const number = (name: string) => numberOf(cells.find((_, i) => role(i) === name));
    const id = text('item');
    if (id === '') continue;
    const [solveRate, low, high] = [number('rate'), number('low'), number('high')];
    const label = text('label');
    items.push({
      id,
      ...(label === '' ? {} : { label }),
      n: number('n') ?? 0,
      ...(solveRate === undefined ? {} : { solveRate }),
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
    });
    cells.forEach((cell, i) => {
      const value = numberOf(cell);
      if (role(i) !== 'comparator' || value === undefined) return;
      const comparator = comparators.get(i) ?? { name: heads[i]?.textContent?.trim() ?? '', items: [] };
      comparator.items.push({ id, solveRate: value });
      comparators.set(i, comparator);
    });
  }
  const { subject = '', programme = '', grade, schoolYear, unit = '', source } = table.dataset;
  const list: readonly SolveRatesComparator[] = [...comparators.values()].slice(0, 2);
  return {
    schema: 'orientir.solve-rates',
    version: 1,
    assessment: {
      id: table.dataset.assessment ?? '',
      programme,
      subject,
      ...(grade === undefined ? {} : { grade: Number(grade) }),
      ...(schoolYear === undefined ? {} : { schoolYear }),
    },
    unit: { level: '', name: unit, n: Number(table.dataset.n ?? Math.max(0, ...items.map(({ n }) => n))) },
    items,
    comparators: list,
    ...(source === undefined ? {} : { source }),
    ...(table.dataset.synthetic === undefined ? {} : { synthetic: true }),
  };
}

function numberOf(cell: HTMLTableCellElement | undefined): number | undefined {
  const value = cell?.dataset.value;
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
