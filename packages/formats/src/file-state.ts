/** What is known of a file while it is read. @module */
import type { Issue, Place, SourceFile } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { AssessmentConflict } from '@orientir/core/tally';
import { FileError } from './file-error.js';
import type { Sheet } from './sheet.js';

/** A sheet whose rows are read in the second round. */
interface SheetToRead {
  readonly index: number;
  readonly kind: 'responses' | 'protocol' | 'report';
}

export interface FileState {
  layout: string;
  rowsRead: number;
  rowsAccepted: number;
  readonly issues: Issue[];
  readonly toRead: SheetToRead[];
}

export function newFileState(): FileState {
  return { layout: '', rowsRead: 0, rowsAccepted: 0, issues: [], toRead: [] };
}

/** The file in the record. */
export function sourceFileOf(file: string, state: FileState): SourceFile {
  return {
    file,
    layout: state.layout,
    rowsRead: state.rowsRead,
    rowsAccepted: state.rowsAccepted,
    rowsRejected: state.rowsRead - state.rowsAccepted,
    warnings: state.issues.filter(({ severity }) => severity === 'warning').length,
  };
}

export function placeOf(file: string, sheet: Pick<Sheet, 'name'>): Place {
  return sheet.name === '' ? { file } : { file, sheet: sheet.name };
}

/** False when the file was refused. */
export async function refusing(state: FileState, place: Place, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof AssessmentConflict) {
      state.issues.push(issue('assessment-conflict', 'error', place, error.parameters));
      return false;
    }
    if (!(error instanceof FileError)) throw error;
    const { refusal } = error;
    state.issues.push(
      refusal.code === 'file-unreadable'
        ? issue(refusal.code, 'error', place, refusal.parameters)
        : refusal.code === 'file-no-access'
          ? issue(refusal.code, 'error', place, refusal.parameters)
          : refusal.code === 'file-old-format'
            ? issue(refusal.code, 'error', place, refusal.parameters)
            : issue(refusal.code, 'error', place, {}),
    );
    return false;
  }
}
