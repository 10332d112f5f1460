import type { ByteSource } from '../byte-source.js';
import { csvRows } from '../csv/read-csv.js';
import { wholeSheet } from '../sheet.js';
import { openWorkbook } from '../xlsx/open-workbook.js';
import { parseSchools } from './school-registry.js';

/** Reads a list of schools from an xlsx or csv file. @throws {FileError} */
export async function readSchoolList(
  source: ByteSource,
  file: string,
): Promise<ReturnType<typeof parseSchools>> {
  const [first, second] = await source.read(0, 2);
  const zip = first === 0x50 && second === 0x4b;
  const [sheet] = zip ? await openWorkbook(source) : [csvRows(source)];
  return parseSchools(
    sheet === undefined ? { name: '', hidden: false, rows: [] } : await wholeSheet(sheet),
    file,
  );
}
