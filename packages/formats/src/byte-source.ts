/**
 * Bytes that are read in pieces: a file on disk, a file dropped on a page, or an array.
 *
 * @module
 */

export interface ByteSource {
  /** Bytes in all. */
  readonly size: number;
  /** Bytes `from` … `to - 1`; fewer when the source ends before. */
  read(from: number, to: number): Promise<Uint8Array>;
  /** All bytes, piece by piece; a piece holds until the next one is asked for. Absent where {@link read} is as fast. */
  passingPieces?(): AsyncIterable<Uint8Array>;
}

/** Bytes that are in memory already. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}

/** The bytes from one place to another, piece by piece. */
export async function* pieces(
  source: ByteSource,
  from = 0,
  to = source.size,
  length = PIECE_LENGTH,
): AsyncIterable<Uint8Array> {
  for (let at = from; at < to; at += length) yield await source.read(at, Math.min(to, at + length));
}

/** All bytes, piece by piece; a piece holds until the next one is asked for. */
export function passingPieces(source: ByteSource): AsyncIterable<Uint8Array> {
  return source.passingPieces?.() ?? pieces(source);
}

export const PIECE_LENGTH = 524_288;
