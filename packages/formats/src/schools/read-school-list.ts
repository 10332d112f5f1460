import type { Issue, SourceFile } from '@orientir/core/foundation';
import type { ByteSource } from '../byte-source.js';
import { newFileState, refusing, sourceFileOf } from '../file-state.js';
import { formColumns } from '../forms/form-columns.js';
import type { FormSheet } from '../forms/form-sheets.js';
import { formSheets } from '../forms/form-sheets.js';
import { headerText } from '../readers/header-text.js';
import { wholeSheet } from '../sheet.js';
import { openSheets } from '../sheets-of-file.js';
import { isSchoolListHeader, SCHOOL_ID, SCHOOL_LIST_COLUMNS } from './school-columns.js';
import { parseSchools, SchoolRegistry } from './school-registry.js';

export interface SchoolListRead {
  /** Empty where the file is damaged or no list. */
  readonly registry: SchoolRegistry;
  /** Its layout is empty where the file was refused as a whole. */
  readonly file: SourceFile;
  readonly issues: readonly Issue[];
}

/**
 * Reads a list of schools from all sheets of a workbook that hold one, say one for each municipality, or a csv. Where no sheet is surely a
 * list, it is the first one, with a column of ids. Never throws for what is in the file.
 */
export async function readSchoolList(source: ByteSource, file: string): Promise<SchoolListRead> {
  const state = newFileState();
  let registry = SchoolRegistry.none();
  const accepted = await refusing(state, { file }, async () => {
    const { forms, issues } = await formSheets(source, file, (cells) =>
      isSchoolListHeader(cells.map(headerText)) ? 'schools' : undefined,
    );
    const lists = forms.length > 0 ? forms : await listInFirstSheet(source);
    if (forms.length > 0 || lists.length === 0) state.issues.push(...issues);
    for (const { sheet, header } of lists) {
      const parsed = parseSchools(sheet, file, { header, before: registry });
      state.layout = 'schools';
      state.rowsRead += parsed.rows;
      state.rowsAccepted += parsed.rows - parsed.rejected;
      for (const each of parsed.issues) state.issues.push(each);
      ({ registry } = parsed);
    }
  });
  if (!accepted) state.rowsAccepted = 0;
  return {
    registry: accepted ? registry : SchoolRegistry.none(),
    file: sourceFileOf(file, state),
    issues: state.issues,
  };
}

/** A title may stand above. */
async function listInFirstSheet(source: ByteSource): Promise<readonly FormSheet[]> {
  const [rows] = await openSheets(source);
  if (rows === undefined) return [];
  const sheet = await wholeSheet(rows);
  const header = sheet.rows
    .slice(0, SEARCHED_ROWS)
    .findIndex((row) => formColumns({ ...sheet, rows: [row] }, SCHOOL_LIST_COLUMNS).at.has(SCHOOL_ID.id));
  return header === -1 ? [] : [{ sheet, header }];
}

const SEARCHED_ROWS = 40;
