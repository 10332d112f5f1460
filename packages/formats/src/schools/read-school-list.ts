import type { Issue, SourceFile } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { ByteSource } from '../byte-source.js';
import { newFileState, placeOf, refusing, sourceFileOf } from '../file-state.js';
import { formColumns } from '../forms/form-columns.js';
import { wholeSheet } from '../sheet.js';
import { openSheets } from '../sheets-of-file.js';
import { SCHOOL_ID, SCHOOL_LIST_COLUMNS } from './school-columns.js';
import { parseSchools, SchoolRegistry } from './school-registry.js';

export interface SchoolListRead {
  /** Empty where the file is damaged or no list. */
  readonly registry: SchoolRegistry;
  /** Its layout is empty where the file was refused as a whole. */
  readonly file: SourceFile;
  readonly issues: readonly Issue[];
}

/** Reads a list of schools from the first sheet of a workbook, or a csv. Never throws for what is in the file. */
export async function readSchoolList(source: ByteSource, file: string): Promise<SchoolListRead> {
  const state = newFileState();
  let registry = SchoolRegistry.none();
  await refusing(state, { file }, async () => {
    const [rows] = await openSheets(source);
    const sheet = rows === undefined ? { name: '', hidden: false, rows: [] } : await wholeSheet(rows);
    // A title may stand above.
    const header = sheet.rows
      .slice(0, SEARCHED_ROWS)
      .findIndex((row) => formColumns({ ...sheet, rows: [row] }, SCHOOL_LIST_COLUMNS).at.has(SCHOOL_ID.id));
    if (header === -1) {
      state.issues.push(issue('file-not-recognised', 'error', placeOf(file, sheet), {}));
      return;
    }
    const parsed = parseSchools(sheet, file, { header });
    state.layout = 'schools';
    state.rowsRead = parsed.rows;
    state.rowsAccepted = parsed.rows - parsed.rejected;
    for (const each of parsed.issues) state.issues.push(each);
    ({ registry } = parsed);
  });
  return { registry, file: sourceFileOf(file, state), issues: state.issues };
}

const SEARCHED_ROWS = 40;
