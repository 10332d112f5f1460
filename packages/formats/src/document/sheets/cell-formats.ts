import { attribute, scanXml } from '../../xml/xml-scanner.js';
import { isOn } from '../on-off.js';
import { builtInDateFormat } from './date-text.js';

/** How a style shows the cells that have it. */
export interface CellFormat {
  readonly bold: boolean;
  /** Of a date or a share; only where the value is a number. */
  readonly code: string;
}

/** The formats of a workbook by the number that cells refer to. @throws {FileError} */
export function cellFormats(stylesXml: string): readonly CellFormat[] {
  const codes = new Map<number, string>([
    [9, '0%'],
    [10, '0.00%'],
  ]);
  const boldFonts: boolean[] = [];
  const formats: CellFormat[] = [];
  const path: string[] = [];
  scanXml(stylesXml, {
    open(name, attributes) {
      const parent = path.at(-1);
      path.push(name);
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
      else if (name === 'font' && parent === 'fonts') boldFonts.push(false);
      else if (name === 'b' && parent === 'font' && path.at(-3) === 'fonts')
        boldFonts[boldFonts.length - 1] = isOn(attributes);
      else if (name === 'xf' && parent === 'cellXfs') {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        const font = Number(attribute(attributes, 'fontId') ?? 0);
        formats.push({ bold: boldFonts[font] === true, code: codes.get(id) ?? builtInDateFormat(id) });
      }
    },
    close() {
      path.pop();
    },
  });
  return formats;
}
