import type { Language } from '@orientir/core/foundation';
import { describeIssue } from '@orientir/core/foundation';
import type { SchoolListRead } from '@orientir/formats/schools';
import { readSchoolList } from '@orientir/formats/schools';
import { readByName } from './input-files.js';
import type { Voice } from './voice.js';

/**
 * The list of schools that was named. Absent when the file cannot be read or is no such list; then it was said why. Issues of its rows
 * are for the caller to tell.
 *
 * @throws {InputMissing} {InputUnfit}
 */
export async function schoolListIn(
  path: string,
  voice: Voice,
  language: Language,
): Promise<SchoolListRead | undefined> {
  const read = await readByName(path, readSchoolList);
  if (read.file.layout !== '') return read;
  for (const of of read.issues) voice.complain(`${of.file}: ${describeIssue(of, language)}`);
  return undefined;
}
