import type { ByteSource } from '../byte-source.js';
import { passingPieces } from '../byte-source.js';
import { FileError, unreadable } from '../file-error.js';
import { joinedBytes } from '../joined-bytes.js';
import { DETAILS } from '../unreadable-detail.js';
import { crc32 } from './crc32.js';
import { inflatePieces, inflateSmall, SMALL_PACKED } from './inflate.js';
import { decodeUtf8, encodingOfPart } from './part-encoding.js';
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
async function* partPieces(source: ByteSource, entry: ZipEntry): AsyncIterable<Uint8Array> {
  const { name, method, compressedSize } = entry;
  if (entry.encrypted) throw new FileError({ code: 'file-encrypted', parameters: {} });
  if (entry.repeated) throw unreadable(DETAILS.partRepeated(name));
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
  const encoding = encodingOfPart(entry.name, whole);
  return encoding === 'utf-8' ? decodeUtf8(whole) : new TextDecoder(encoding).decode(whole);
}

const MAX_TEXT_BYTES = 32_000_000;

/** The content of a part of XML, piece by piece, in UTF-8 whatever its encoding. @throws {FileError} */
export async function* utf8Pieces(source: ByteSource, entry: ZipEntry): AsyncIterable<Uint8Array> {
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const piece of partPieces(source, entry)) {
    if (first) {
      const encoding = encodingOfPart(entry.name, piece);
      if (encoding !== 'utf-8') decoder = new TextDecoder(encoding);
      first = false;
    }
    yield decoder === undefined ? piece : new TextEncoder().encode(decoder.decode(piece, { stream: true }));
  }
}
