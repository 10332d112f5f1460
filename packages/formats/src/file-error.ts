import type { IssueParameters } from '@orientir/core/foundation';
import type { UnreadableDetail } from './unreadable-detail.js';

/** Codes with which a whole file is refused before anything in it could be understood. */
export type FileErrorCode =
  | 'file-empty'
  | 'file-no-access'
  | 'file-unreadable'
  | 'file-old-format'
  | 'file-encrypted'
  | 'file-school-only'
  | 'file-support-only';

type Refusal = {
  [Code in FileErrorCode]: { readonly code: Code; readonly parameters: IssueParameters[Code] };
}[FileErrorCode];

/** A file that cannot be read as a table at all, or must not be. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`${refusal.code} ${JSON.stringify(refusal.parameters)}`);
    this.refusal = refusal;
  }
}

/** The usual case: the bytes are not what they should be. */
export function unreadable({ en, ru }: UnreadableDetail): FileError {
  return new FileError({ code: 'file-unreadable', parameters: { detail: en, ru } });
}
