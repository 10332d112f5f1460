import type { Cell } from '@orientir/core/analysis';
import { columnName } from '../sheet.js';
import { EncodedTexts, TextBytes } from '../text-bytes.js';
import { escapeXml, HEADER } from './write-package.js';

/** What stands around the content of the cells of one column. */
interface ColumnBytes {
  readonly start: Uint8Array;
  readonly number: Uint8Array;
  readonly text: Uint8Array;
}

/** Styles of the numbers and of the texts of a column. */
export type StylesOf = (column: number) => readonly [number: number, text: number];

/** The XML of the sheets of a workbook, one after the other in the same memory; cells become bytes at once. */
export class SheetBytes {
  #stylesOf: StylesOf = () => [0, 0];
  #columns: ColumnBytes[] = [];
  readonly #out = new TextBytes(ROOM);
  readonly #texts = new EncodedTexts(escapeXml);

  begin(stylesOf: StylesOf): void {
    this.#stylesOf = stylesOf;
    this.#columns = [];
    this.text(HEADER);
  }

  /** XML as it is. */
  text(xml: string): void {
    this.#out.write(encoder.encode(xml));
  }

  /** `at` = number of the row, from 1; `attributes` = further ones of the row, each after a space. Empty cells are left out. */
  row(cells: readonly Cell[], at: number, attributes: string): void {
    const out = this.#out;
    out.write(ROW);
    out.number(at);
    if (attributes === '') out.write(ROW_STARTED);
    else this.text(`"${attributes}>`);
    for (let c = 0; c < cells.length; c++) {
      const cell = cells[c];
      if (cell === undefined) continue;
      const column = this.#columns[c] ?? this.#column(c);
      out.write(column.start);
      out.number(at);
      if (typeof cell === 'number') {
        out.write(column.number);
        out.number(cell);
        out.write(NUMBER_END);
      } else {
        out.write(column.text);
        out.write(this.#texts.of(cell));
        out.write(TEXT_END);
      }
    }
    out.write(ROW_END);
  }

  /** The sheet, until the next begins. */
  end(): Uint8Array {
    return this.#out.passing();
  }

  #column(c: number): ColumnBytes {
    const [number, text] = this.#stylesOf(c);
    const made = {
      start: encoder.encode(`<c r="${columnName(c)}`),
      number: encoder.encode(`" s="${number}"><v>`),
      text: encoder.encode(`" s="${text}" t="inlineStr"><is><t xml:space="preserve">`),
    };
    this.#columns[c] = made;
    return made;
  }
}

const ROOM = 65_536;
const encoder = new TextEncoder();
const ROW = encoder.encode('<row r="');
const ROW_STARTED = encoder.encode('">');
const ROW_END = encoder.encode('</row>');
const NUMBER_END = encoder.encode('</v></c>');
const TEXT_END = encoder.encode('</t></is></c>');
