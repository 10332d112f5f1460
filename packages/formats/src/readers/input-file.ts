/** Files as readers take them. @module */
import type { ByteSource } from '../byte-source.js';
import { PIECE_LENGTH, passingPieces, readPieces, sourceOfBytes } from '../byte-source.js';
import { decodeText } from '../csv/encoding.js';
import { FileError, unreadable } from '../file-error.js';
import { DETAILS } from '../unreadable-detail.js';

/** A file that is read in pieces when its turn comes. */
export interface InputFile extends ByteSource {
  /** Path with `/`, as it is shown to people. */
  readonly name: string;
}

/** A file whose bytes are in memory. */
export function inputFile(name: string, bytes: Uint8Array): InputFile {
  return { name, ...sourceOfBytes(bytes) };
}

/** A file that was dropped on a page or chosen in a form. */
export function inputFileOfBlob(name: string, blob: Blob): InputFile {
  const source: ByteSource = {
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
  return { name, ...source, passingPieces: (from, to) => piecesOfBlob(blob, source, from, to) };
}

/** One stream into memory that is used again and again: ten times as fast as a slice for every piece. */
async function* piecesOfBlob(
  blob: Blob,
  source: ByteSource,
  from: number,
  to: number,
): AsyncIterable<Uint8Array> {
  const part = blob.slice(from, to);
  const reader = readerInto(part);
  if (reader === undefined) {
    yield* readPieces(source, from, to);
    return;
  }
  let room = new Uint8Array(Math.min(PIECE_LENGTH, part.size));
  try {
    // Never asks for more than there is: of a busy Chromium the answer "no more" may not come.
    for (let left = part.size; left > 0; ) {
      const length = Math.min(room.length, left);
      let filled = 0;
      while (filled < length) {
        const { value } = await reader.read(room.subarray(filled, length));
        if (value === undefined || value.length === 0) throw new RangeError('the file has become shorter');
        room = new Uint8Array(value.buffer);
        filled += value.length;
      }
      left -= filled;
      yield room.subarray(0, filled);
    }
  } finally {
    // A stream that failed is done already, and has told why.
    reader.cancel().catch(() => undefined);
  }
}

/** Absent in browsers whose files are not read that way. */
function readerInto(blob: Blob): ReadableStreamBYOBReader | undefined {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}

/** A file that cannot be read (closed to us, gone, on a broken disk) is refused like a damaged one. */
export function refusable(file: InputFile): InputFile {
  return {
    name: file.name,
    size: file.size,
    read: async (from, to) => {
      try {
        return await file.read(from, to);
      } catch (error) {
        throw noAccess(error);
      }
    },
    async *passingPieces(from, to) {
      const passing = passingPieces(file, from, to)[Symbol.asyncIterator]();
      try {
        for (;;) {
          const { done = false, value } = await passing.next().catch((error: unknown) => {
            throw noAccess(error);
          });
          if (done) return;
          yield value;
        }
      } finally {
        await passing.return?.();
      }
    },
  };
}

function noAccess(error: unknown): FileError {
  const detail = error instanceof Error ? error.message : String(error);
  return new FileError({ code: 'file-no-access', parameters: { detail } });
}

/** The whole file as text. @throws {FileError} */
export async function textOf(file: InputFile): Promise<string> {
  if (file.size > MOST_TEXT_BYTES) throw unreadable(DETAILS.fileLarge(MOST_TEXT_BYTES >> 20));
  return decodeText(await file.read(0, file.size)).replace(/^\ufeff/, '');
}

/** Descriptions and tallies are read as one text. */
const MOST_TEXT_BYTES = 400 * 1024 * 1024;

/** Folder of a path; empty at the top. */
export function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
}

/** What a file is called that nothing else names: its folder, else its own name. */
export function fallbackId(file: string): string {
  const folder = folderOf(file);
  const name = folder === '' ? file : folder;
  const last = name.slice(name.lastIndexOf('/') + 1);
  return last.replace(/\.[a-z]{3,4}$/i, '');
}
