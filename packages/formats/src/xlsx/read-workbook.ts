/**
 * Reads the cells of an .xlsx file, as the many programs that write such files really write them.
 *
 * @module
 */
import { unreadable } from '../file-error.js';
import type { Sheet, SheetCell } from '../sheet.js';
import { dateOfSerial, dateStyles } from './date-formats.js';
import { packageParts } from './package-parts.js';
import { attribute, decodeEscapes, scanXml } from './xml-scanner.js';

/**
 * All sheets in the order of the workbook, hidden ones flagged.
 *
 * Values: text, numbers, booleans; numbers shown as dates as `SheetDate`; formulas by their stored value, else
 * `SheetFormula`; merged cells have their value in the first cell only.
 *
 * @throws {FileError} for an empty, damaged, encrypted file or one of another format.
 */
export function readWorkbook(bytes: Uint8Array): readonly Sheet[] {
  const parts = packageParts(bytes);
  const text = (name: string): string | undefined => {
    const part =
      parts.get(name) ?? [...parts].find(([path]) => path.toLowerCase() === name.toLowerCase())?.[1];
    return part === undefined ? undefined : decodePart(part);
  };
  const workbook = text('xl/workbook.xml');
  if (workbook === undefined) throw unreadable('xl/workbook.xml is missing');
  const targets = relationshipTargets(text('xl/_rels/workbook.xml.rels') ?? '');
  const context: SheetContext = {
    strings: sharedStrings(text('xl/sharedStrings.xml') ?? ''),
    dates: dateStyles(text('xl/styles.xml') ?? ''),
    from1904: /date1904\s*=\s*["'](1|true)["']/.test(workbook),
  };
  return listedSheets(workbook).map(({ name, hidden, relation }, index) => {
    const target = targets.get(relation) ?? `xl/worksheets/sheet${index + 1}.xml`;
    const xml = text(target);
    return { name, hidden, rows: xml === undefined ? [] : readRows(xml, context) };
  });
}

interface SheetContext {
  readonly strings: readonly string[];
  readonly dates: readonly boolean[];
  readonly from1904: boolean;
}

const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

function decodePart(part: Uint8Array): string {
  const utf16 = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  return new TextDecoder(utf16 ? (part[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(part);
}

function listedSheets(workbook: string) {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  scanXml(workbook, {
    open(name, attributes) {
      if (name !== 'sheet') return;
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
        relation: attribute(attributes, 'id') ?? '',
      });
    },
  });
  return sheets;
}

function relationshipTargets(rels: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  scanXml(rels, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const target = attribute(attributes, 'Target') ?? '';
      targets.set(
        attribute(attributes, 'Id') ?? '',
        target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
      );
    },
  });
  return targets;
}

function sharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let text = '';
  let phonetic = false;
  let reading = false;
  scanXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') reading = !phonetic;
    },
    close(name) {
      if (name === 'si') strings.push(decodeEscapes(text));
      else if (name === 'rPh') phonetic = false;
      else if (name === 't') reading = false;
    },
    text(part) {
      if (reading) text += part;
    },
  });
  return strings;
}

function readRows(xml: string, context: SheetContext): readonly (readonly SheetCell[])[] {
  const rows: SheetCell[][] = [];
  let row: SheetCell[] = [];
  let rowIndex = -1;
  let column = -1;
  let type = '';
  let style = 0;
  let value = '';
  let formula = false;
  let stored = false;
  let phonetic = false;
  let reading = false;
  scanXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        const given = Number(attribute(attributes, 'r') ?? Number.NaN);
        rowIndex = Number.isInteger(given) && given > 0 ? given - 1 : rowIndex + 1;
        if (rowIndex >= MAX_ROWS) throw unreadable(`row ${rowIndex + 1}`);
        while (rows.length <= rowIndex) rows.push([]);
        row = rows[rowIndex] ?? [];
        column = -1;
      } else if (name === 'c') {
        column = columnIndex(attribute(attributes, 'r')) ?? column + 1;
        if (column >= MAX_COLUMNS) throw unreadable(`column ${column + 1}`);
        type = attribute(attributes, 't') ?? 'n';
        style = Number(attribute(attributes, 's') ?? 0);
        value = '';
        formula = false;
        stored = false;
      } else if (name === 'f') formula = true;
      else if (name === 'v') {
        reading = true;
        stored = true;
      } else if (name === 'rPh') phonetic = true;
      else if (name === 't') {
        reading = !phonetic;
        stored = true;
      }
    },
    close(name) {
      if (name === 'v' || name === 't') reading = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c') {
        const cell =
          formula && (!stored || value === '') && type !== 'str'
            ? FORMULA
            : cellOf(type, style, value, context);
        if (cell !== undefined) {
          while (row.length < column) row.push(undefined);
          row[column] = cell;
        }
      }
    },
    text(part) {
      if (reading) value += part;
    },
  });
  return rows;
}

const FORMULA = { kind: 'formula' } as const;

function cellOf(
  type: string,
  style: number,
  value: string,
  { strings, dates, from1904 }: SheetContext,
): SheetCell {
  switch (type) {
    case 's':
      return strings[Number(value)];
    case 'inlineStr':
    case 'str':
      return decodeEscapes(value);
    case 'b':
      return value.trim() === '1' || value.trim() === 'true';
    case 'e':
      return { kind: 'error', text: value };
    case 'd': {
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? [];
      return year === undefined
        ? value
        : { kind: 'date', year: Number(year), month: Number(month), day: Number(day) };
    }
    default: {
      if (value.trim() === '') return undefined;
      const number = Number(value);
      if (Number.isNaN(number)) return value;
      return (dates[style] === true ? dateOfSerial(number, from1904) : undefined) ?? number;
    }
  }
}

function columnIndex(address: string | undefined): number | undefined {
  if (address === undefined) return undefined;
  let index = 0;
  for (const letter of address) {
    const code = letter.charCodeAt(0) & ~32;
    if (code < 65 || code > 90) break;
    index = index * 26 + code - 64;
  }
  return index === 0 ? undefined : index - 1;
}
