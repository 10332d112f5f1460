/** Files as readers take them. @module */
import type { ByteSource } from '../byte-source.js';
import { sourceOfBytes } from '../byte-source.js';
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
  return {
    name,
    size: blob.size,
    read: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer()),
  };
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
        const detail = error instanceof Error ? error.message : String(error);
        throw new FileError({ code: 'file-no-access', parameters: { detail } });
      }
    },
  };
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
