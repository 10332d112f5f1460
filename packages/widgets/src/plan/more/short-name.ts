import type { PublishedMeasure, PublishedPlan } from '../published-plan.js';

/** Number and text of a measure in one line, cut at a word. */
export function shortName(
  { cells, id }: PublishedMeasure,
  { columns }: PublishedPlan,
  length: number,
): string {
  const cellOf = (field: string) => cells[columns.findIndex((column) => column.field === field)] ?? '';
  const text = cellOf('text') || cellOf('solution') || cellOf('recommendation') || id;
  const name = `${cellOf('number')} ${text}`.replace(/\s+/g, ' ').trim();
  if (name.length <= length) return name;
  const cut = name.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`;
}
