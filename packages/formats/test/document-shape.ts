import type { DocumentContent, DocumentRow } from '../src/document/index.js';

/**
 * A document in few words: paragraphs as texts with `#` for each level of a heading, the number in brackets and `*` for
 * bold; tables as rows of cells, with `^` for a continued place and `(columns×rows)` for a cell that covers several.
 */
export function shapeOf({ blocks }: DocumentContent): readonly unknown[] {
  return blocks.map((block) =>
    block.kind === 'table'
      ? block.rows.map(shapeOfRow)
      : [
          '#'.repeat(block.heading ?? 0),
          block.number === undefined ? '' : `[${block.number}]`,
          block.bold ? '*' : '',
          block.text,
        ]
          .filter((part) => part !== '')
          .join(' '),
  );
}

function shapeOfRow({ cells }: DocumentRow): readonly string[] {
  return cells.map(({ text, number, columns, rows, continued }) =>
    [
      number === undefined ? '' : `[${number}]`,
      columns > 1 || rows > 1 ? `(${columns}×${rows})` : '',
      continued ? '^' : text,
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
}

/** Remarks as one object. */
export function remarksOf({ remarks }: DocumentContent): Readonly<Record<string, number>> {
  return Object.fromEntries(remarks.map(({ kind, count }) => [kind, count]));
}
