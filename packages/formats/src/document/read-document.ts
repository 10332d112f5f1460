import type { ByteSource } from '../byte-source.js';
import { sourceOfBytes } from '../byte-source.js';
import { unreadable } from '../file-error.js';
import { DETAILS } from '../unreadable-detail.js';
import type { DocumentContent } from './document-content.js';
import { readDocx } from './docx/read-docx.js';
import { fileKind } from './file-kind.js';
import { readHtml } from './html/read-html.js';
import { readCsvDocument, readSheets } from './sheets/read-sheets.js';

/**
 * Reads a document with tables: .docx, .html, .xlsx, or a text with columns. What the file is, its bytes say; its name
 * helps only where they could be both page and text.
 *
 * Tracked changes are read as accepted; hidden text, comments and scripts are left out, with a remark.
 *
 * @throws {FileError} for a file that is empty, damaged, encrypted, of another format, or made to fill memories.
 */
export async function readDocument(
  from: ByteSource | Uint8Array,
  fileName: string,
): Promise<DocumentContent> {
  const source = from instanceof Uint8Array ? sourceOfBytes(from) : from;
  const file = await fileKind(source, fileName);
  switch (file.kind) {
    case 'docx':
      return readDocx(source, file.parts);
    case 'xlsx':
      return readSheets(source, file.parts);
    case 'html':
      if (source.size > MAX_PAGE_BYTES) throw unreadable(DETAILS.pageLarge(MAX_PAGE_BYTES >> 20));
      return readHtml(await source.read(0, source.size));
    case 'csv':
      return readCsvDocument(source);
  }
}

const MAX_PAGE_BYTES = 64 * 1024 * 1024;
