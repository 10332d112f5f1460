export type { FileErrorCode } from '../file-error.js';
export { FileError } from '../file-error.js';
export type {
  PassingRow,
  Sheet,
  SheetCell,
  SheetDate,
  SheetError,
  SheetFormula,
  SheetRows,
} from '../sheet.js';
export { cellText, columnName } from '../sheet.js';
export { openWorkbook } from './open-workbook.js';
export { readWorkbook } from './read-workbook.js';
export type { RawOptions, RawSheet } from './write-raw-workbook.js';
export { writeRawWorkbook } from './write-raw-workbook.js';
export type { WorkbookColumn, WorkbookSheet } from './write-workbook.js';
export { writeWorkbook } from './write-workbook.js';
