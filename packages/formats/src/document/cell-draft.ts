import type { CellParagraph, DocumentCell, DocumentLink } from './document-content.js';

/** A cell while its table is read: how many rows it covers is known later. */
export type CellDraft = { -readonly [Key in keyof DocumentCell]: DocumentCell[Key] };

/** A paragraph as a cell takes it in. */
export interface ReadParagraph extends CellParagraph {
  readonly bold: boolean;
  readonly links: readonly DocumentLink[];
}

export interface CellPlace {
  readonly column: number;
  readonly columns: number;
  readonly attributes?: ReadonlyMap<string, string>;
}

/** A cell of one row with its paragraphs; those without text and number are left out. */
export function filledCell(
  { column, columns, attributes = NO_ATTRIBUTES }: CellPlace,
  read: readonly ReadParagraph[],
): CellDraft {
  const kept = read.filter(({ text, number }) => text !== '' || number !== undefined);
  const number = kept[0]?.number;
  return {
    column,
    columns,
    rows: 1,
    continued: false,
    text: kept
      .map(({ text }) => text)
      .join('\n')
      .trim(),
    ...(number === undefined ? {} : { number }),
    bold: kept.some(({ text }) => text !== '') && kept.every(({ text, bold }) => bold || text === ''),
    paragraphs: kept.map((paragraph) =>
      paragraph.number === undefined
        ? { text: paragraph.text }
        : { text: paragraph.text, number: paragraph.number },
    ),
    links: kept.some(({ links }) => links.length > 0) ? kept.flatMap(({ links }) => links) : NO_LINKS,
    attributes,
  };
}

/** The place of a cell that one of a row above covers. */
export function continuedCell({ column, columns, attributes = NO_ATTRIBUTES }: CellPlace): CellDraft {
  return {
    column,
    columns,
    rows: 1,
    continued: true,
    text: '',
    bold: false,
    paragraphs: [],
    links: NO_LINKS,
    attributes,
  };
}

export const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NO_LINKS: readonly DocumentLink[] = [];
