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
  /**
   * Bytes `from` … `to - 1`, piece by piece, fewer when the source ends before; a piece holds until the next one is asked
   * for. Absent where {@link read} is as fast.
   */
  passingPieces?(from: number, to: number): AsyncIterable<Uint8Array>;
}

/** Bytes that are in memory already. */
export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (from, to) => bytes.subarray(from, to) };
}

/** The bytes from one place to another, piece by piece; a piece holds until the next one is asked for. */
export function passingPieces(source: ByteSource, from = 0, to = source.size): AsyncIterable<Uint8Array> {
  return source.passingPieces?.(from, to) ?? readPieces(source, from, to);
}

/** The same by {@link ByteSource.read}: each piece is memory of its own. */
export async function* readPieces(source: ByteSource, from: number, to: number): AsyncIterable<Uint8Array> {
  for (let at = from; at < to; at += PIECE_LENGTH)
    yield await source.read(at, Math.min(to, at + PIECE_LENGTH));
}

export const PIECE_LENGTH = 524_288;
