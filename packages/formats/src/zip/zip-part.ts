import type { ByteSource } from '../byte-source.js';
import { passingPieces } from '../byte-source.js';
import { FileError, unreadable } from '../file-error.js';
import { joinedBytes } from '../joined-bytes.js';
import { DETAILS } from '../unreadable-detail.js';
import { crc32 } from './crc32.js';
import { inflatePieces, inflateSmall, SMALL_PACKED } from './inflate.js';
import type { ZipEntry } from './zip-directory.js';
import { contentPlace } from './zip-directory.js';

/** Real sheets shrink to a thirtieth or so; deflate can reach a thousandth, and bombs do. */
const BOMB_RATIO = 250;
const BOMB_BYTES = 128 * 1024 * 1024;
const MAX_PART_BYTES = 4 * 1024 * 1024 * 1024;

/**
 * The content of a part, piece by piece, and checked: a part that is damaged or swells as no workbook does is refused
 * at the piece where that shows. A piece holds until the next one is asked for.
 *
 * @throws {FileError}
 */
export async function* partPieces(source: ByteSource, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const { name, method, compressedSize } = entry;
  if (entry.encrypted) throw new FileError({ code: 'file-encrypted', parameters: {} });
  if (method !== 0 && method !== 8) throw unreadable(DETAILS.partMethod(name, method));
  const from = await contentPlace(source, entry);
  const raw = passingPieces(source, from, from + compressedSize);
  let size = 0;
  let crc = 0;
  try {
    const inflate = compressedSize <= SMALL_PACKED ? inflateSmall : inflatePieces;
    for await (const piece of method === 0 ? raw : inflate(raw)) {
      size += piece.length;
      if (size > MAX_PART_BYTES || (size > BOMB_BYTES && size > compressedSize * BOMB_RATIO)) {
        throw unreadable(DETAILS.partGrows(name, Math.floor(size / 1e6)));
      }
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    if (error instanceof FileError) throw error;
    throw unreadable(DETAILS.partPacked(name, error instanceof Error ? error.message : String(error)));
  }
  if (crc !== entry.crc) throw unreadable(DETAILS.partChecksum(name));
}

/** A small part as a whole. @throws {FileError} */
export async function partText(source: ByteSource, entry: ZipEntry): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of partPieces(source, entry)) {
    size += piece.length;
    if (size > MAX_TEXT_BYTES) throw unreadable(DETAILS.partLarge(entry.name, MAX_TEXT_BYTES / 1e6));
    parts.push(piece.slice());
  }
  const whole = joinedBytes(parts);
  const utf16 = utf16Of(whole);
  return new TextDecoder(utf16 ?? 'utf-8').decode(whole);
}

const MAX_TEXT_BYTES = 32_000_000;

/** Parts are UTF-8 but for few programs, which say UTF-16 by the mark at the beginning. */
function utf16Of(first: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0x3c && first[1] === 0)) return 'utf-16le';
  if ((first[0] === 0xfe && first[1] === 0xff) || (first[0] === 0 && first[1] === 0x3c)) return 'utf-16be';
  return undefined;
}

/** The same content in UTF-8. */
export async function* inUtf8(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const piece of content) {
    if (first) {
      const utf16 = utf16Of(piece);
      if (utf16 !== undefined) decoder = new TextDecoder(utf16);
      first = false;
    }
    yield decoder === undefined ? piece : new TextEncoder().encode(decoder.decode(piece, { stream: true }));
  }
}
