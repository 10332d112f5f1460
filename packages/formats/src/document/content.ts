/**
 * Paragraphs and tables in reading order while a document is read: what stands in a table is known before it is known
 * whether the table was only a frame.
 *
 * @module
 */
import type { ReadParagraph } from './cell-draft.js';
import type { DocumentBlock, DocumentRow } from './document-content.js';
import type { RemarkLog } from './remark-log.js';

export type Content =
  | { readonly kind: 'paragraph'; readonly paragraph: ReadParagraph; readonly heading: number | undefined }
  | { readonly kind: 'table'; readonly table: ReadTable };

export interface ReadTable {
  readonly caption: string | undefined;
  readonly attributes: ReadonlyMap<string, string>;
  readonly rows: readonly DocumentRow[];
  /** Tables within its cells, of which the text joined the cell. */
  readonly nested: number;
}

/** The content as blocks; tables get their numbers. */
export function blocksOf(content: readonly Content[], remarks: RemarkLog): readonly DocumentBlock[] {
  let index = 0;
  return content.map((each): DocumentBlock => {
    if (each.kind === 'table') {
      const { caption, attributes, rows, nested } = each.table;
      remarks.add('nested-tables', nested);
      index++;
      return { kind: 'table', index, ...(caption === undefined ? {} : { caption }), attributes, rows };
    }
    const { text, number, bold } = each.paragraph;
    return {
      kind: 'paragraph',
      text,
      ...(each.heading === undefined ? {} : { heading: each.heading }),
      ...(number === undefined ? {} : { number }),
      bold,
    };
  });
}

/** All paragraphs of a table, cell by cell. */
export function paragraphsOfTable({ rows }: ReadTable): readonly ReadParagraph[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ paragraphs, bold, links }) =>
      paragraphs.map((paragraph, i) => ({ ...paragraph, bold, links: i === 0 ? links : [] })),
    ),
  );
}
