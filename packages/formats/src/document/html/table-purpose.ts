/**
 * What a table of a page is for: pages of old systems put menus and whole pages into tables.
 *
 * @module
 */
import type { Content } from '../content.js';
import type { HtmlCell, HtmlRowGroup } from './html-table.js';

export interface PurposeFacts {
  readonly role: string;
  /** Has a caption or `data-*` attributes. */
  readonly labelled: boolean;
  readonly groups: readonly HtmlRowGroup[];
  readonly cells: readonly HtmlCell[];
}

/** Whether the table only arranges what stands in it. */
export function isFrame({ role, labelled, groups, cells }: PurposeFacts): boolean {
  if (role === 'presentation' || role === 'none') return true;
  const inner = cells.flatMap(({ content }) =>
    content.flatMap((each) => (each.kind === 'table' ? [each] : [])),
  );
  if (inner.length === 0 || labelled || cells.some(({ header }) => header)) return false;
  const real = inner.some(({ table }) => table.rows.filter(({ cells: of }) => of.length > 1).length > 1);
  if (real) return true;
  const rows = groups.flatMap((group) => group.rows);
  return rows.filter((row) => row.cells.filter(({ content }) => content.length > 0).length > 1).length < 2;
}

/** Whether the table is one line of links, across or down. */
export function isMenu({ labelled, groups, cells }: PurposeFacts): boolean {
  const rows = groups.flatMap((group) => group.rows);
  const oneLine = rows.length === 1 || rows.every((row) => row.cells.length <= 1);
  const filled = cells.filter(({ content }) => content.length > 0);
  return !labelled && oneLine && filled.length > 1 && filled.every(({ content }) => content.every(isLink));
}

function isLink(content: Content): boolean {
  if (content.kind === 'table') return false;
  const { text, links } = content.paragraph;
  return (
    links.length > 0 && links.map((link) => link.text).join('').length >= text.replace(/\s+/g, '').length / 2
  );
}
