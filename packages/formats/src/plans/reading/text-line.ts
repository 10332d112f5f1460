/**
 * Text outside the tables of measures, line by line.
 *
 * @module
 */
import type { DocumentTable, Paragraph } from '../../document/index.js';
import { plainText } from './plain-text.js';

export interface TextLine {
  readonly text: string;
  /** Automatic number. */
  readonly number?: string;
  readonly bold: boolean;
  readonly heading?: number;
  /** Paragraph, from 1 among those of the document. */
  readonly row: number;
  /** Whether it goes on in the paragraph of the line before. */
  readonly goesOn: boolean;
  /** Lines of one cell stand together. */
  readonly cell?: string;
}

export function linesOfParagraph(
  { text, number, bold, heading }: Paragraph,
  row: number,
): readonly TextLine[] {
  return text.split('\n').flatMap((line, i): TextLine[] => {
    const plain = plainText(line);
    if (plain === '' && (number === undefined || i > 0)) return [];
    return [
      {
        text: plain,
        ...(number === undefined || i > 0 ? {} : { number }),
        bold,
        goesOn: i > 0,
        ...(heading === undefined ? {} : { heading }),
        row,
      },
    ];
  });
}

/** The lines of rows of a table that only arranges text, cell by cell. `row`: the paragraph that they follow, or the first. */
export function linesOfRows({ rows, index }: DocumentTable, end: number, row: number): readonly TextLine[] {
  return rows
    .slice(0, end)
    .flatMap(({ cells, row: at }) =>
      cells.flatMap(({ paragraphs, bold, column }) =>
        paragraphs.flatMap(({ text, number }) =>
          linesOfParagraph(
            { kind: 'paragraph', text, bold, ...(number === undefined ? {} : { number }) },
            Math.max(1, row),
          ).map((line) => ({ ...line, cell: `${index}:${at}:${column}` })),
        ),
      ),
    );
}
