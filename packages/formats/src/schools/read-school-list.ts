import { readCsv } from '../csv/read-csv.js';
import { readWorkbook } from '../xlsx/read-workbook.js';
import { parseSchools } from './school-registry.js';

/** Reads a list of schools from the bytes of an xlsx or csv file. @throws {FileError} */
export function readSchoolList(bytes: Uint8Array, file: string): ReturnType<typeof parseSchools> {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const [first] = zip ? readWorkbook(bytes) : [readCsv(bytes)];
  return parseSchools(first ?? { name: '', hidden: false, rows: [] }, file);
}
