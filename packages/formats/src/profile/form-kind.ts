/**
 * Which form a file holds: each is known by its header, whatever the file is called.
 *
 * @module
 */
import type { ByteSource } from '../byte-source.js';
import { FileError } from '../file-error.js';
import { formHeader } from '../forms/form-sheet.js';
import { contextQuestions } from '../passport/context-form-columns.js';
import { isPassportHeader } from '../passport/passport-columns.js';
import { headerText } from '../readers/header-text.js';
import { isSchoolListHeader } from '../schools/school-columns.js';
import type { SheetCell } from '../sheet.js';
import type { SchoolFormName } from './profile-columns.js';
import { profileFormOf } from './profile-columns.js';

/** What a file is, by the header of its form; absent for everything else, and for what cannot be read. */
export async function formKindOf(source: ByteSource): Promise<FormKind | undefined> {
  try {
    return kindOfHeader((await formHeader(source, (cells) => kindOfHeader(cells) !== undefined)) ?? []);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

type FormKind = SchoolFormName | 'schools';

function kindOfHeader(cells: readonly SheetCell[]): FormKind | undefined {
  if (contextQuestions({ rows: [cells] }) !== undefined) return 'passport';
  if (isPassportHeader(cells)) return 'passport';
  const form = profileFormOf(cells);
  if (form !== undefined) return form;
  return isSchoolListHeader(cells.map(headerText)) ? 'schools' : undefined;
}
