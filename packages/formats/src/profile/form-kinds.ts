/**
 * Which forms a file holds: each is known by its header, whatever the file is called.
 *
 * @module
 */
import type { ByteSource } from '../byte-source.js';
import { FileError } from '../file-error.js';
import { formKinds } from '../forms/form-sheets.js';
import { contextQuestions } from '../passport/context-form-columns.js';
import { isPassportHeader } from '../passport/passport-columns.js';
import { headerText } from '../readers/header-text.js';
import { isSchoolListHeader } from '../schools/school-columns.js';
import type { SheetCell } from '../sheet.js';
import type { SchoolFormName } from './profile-columns.js';
import { profileFormOf } from './profile-columns.js';

/** What a file holds, by the headers of its forms, sheet by sheet; nothing of everything else, and of what cannot be read. */
export async function formKindsOf(source: ByteSource): Promise<ReadonlySet<FormKind>> {
  try {
    return await formKinds(source, kindOfHeader);
  } catch (error) {
    if (error instanceof FileError) return new Set();
    throw error;
  }
}

type FormKind = SchoolFormName | 'schools';

function kindOfHeader(cells: readonly SheetCell[]): FormKind | undefined {
  if (contextQuestions(cells) !== undefined) return 'passport';
  if (isPassportHeader(cells)) return 'passport';
  const form = profileFormOf(cells);
  if (form !== undefined) return form;
  return isSchoolListHeader(cells.map(headerText)) ? 'schools' : undefined;
}
