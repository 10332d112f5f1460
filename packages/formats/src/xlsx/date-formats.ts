import type { SheetDate } from '../sheet.js';
import { attribute, scanXml } from '../xml/xml-scanner.js';

/** For each cell style, whether it shows a number as a date. */
export function dateStyles(stylesXml: string): readonly boolean[] {
  const custom = new Map<number, string>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  scanXml(stylesXml, {
    open(name, attributes) {
      if (name === 'numFmt')
        custom.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        styles.push(isDateFormat(id, custom.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** Day number of a spreadsheet as a date; absent for a time of day and for numbers that are no day. */
export function dateOfSerial(serial: number, from1904: boolean): SheetDate | undefined {
  const days = Math.floor(serial);
  if (days < 1 || days > 2_958_465) return undefined;
  // Spreadsheets hold 1900 for a leap year; counting from 30 December 1899 is right from March 1900 on.
  const start = from1904 ? DAY_0_OF_1904 : days < 60 ? DAY_0_OF_1900 + 1 : DAY_0_OF_1900;
  const date = new Date((start + days) * DAY);
  return { kind: 'date', year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Day number for a date, 1900 system, from March 1900 on. */
export function serialOfDate({ year, month, day }: SheetDate): number {
  return Date.UTC(year, month - 1, day) / DAY - DAY_0_OF_1900;
}

/** Milliseconds; the calendar of no place is meant, so no day is shorter than another. */
const DAY = 86_400_000;
const DAY_0_OF_1900 = Date.UTC(1899, 11, 30) / DAY;
const DAY_0_OF_1904 = Date.UTC(1904, 0, 1) / DAY;

function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined)
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  // Brackets that are never closed are looked for from each of them to the end.
  const bare = code
    .slice(0, LONGEST_FORMAT)
    .replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '')
    .toLowerCase();
  return bare !== GENERAL_IN_GERMAN && (/d|y|г|д/.test(bare) || /m{3,}/.test(bare));
}

/** Spreadsheets take 255 characters. */
const LONGEST_FORMAT = 1024;
/** Programs of that language write it as it is shown there. */
const GENERAL_IN_GERMAN = 'standard';
