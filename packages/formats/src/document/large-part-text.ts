import type { ByteSource } from '../byte-source.js';
import { unreadable } from '../file-error.js';
import { DETAILS } from '../unreadable-detail.js';
import type { ZipEntry } from '../zip/zip-directory.js';
import { utf8Pieces } from '../zip/zip-part.js';

/** Some 30,000 rows of a document in Word's wordy spelling. */
const MAX_BYTES = 128 * 1024 * 1024;

/** A part as a whole, also a large one. @throws {FileError} */
export async function largePartText(source: ByteSource, entry: ZipEntry): Promise<string> {
  const decoder = new TextDecoder('utf-8');
  let text = '';
  let size = 0;
  for await (const piece of utf8Pieces(source, entry)) {
    size += piece.length;
    if (size > MAX_BYTES) throw unreadable(DETAILS.partLarge(entry.name, MAX_BYTES >> 20));
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}
