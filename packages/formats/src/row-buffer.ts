import { unreadable } from './file-error.js';
import { DETAILS } from './unreadable-detail.js';

/** No row of results is longer; a file that holds one was made to fill memories. */
const MAX_ROW_BYTES = 32 * 1024 * 1024;

/**
 * Bytes of a text that arrives in pieces and is taken row by row: what is left of a row waits for the next piece.
 */
export class RowBuffer {
  bytes = new Uint8Array(0);
  /** Bytes in use: `from` … `to - 1`. */
  from = 0;
  to = 0;
  /** A row that was not complete is not looked at again before so many bytes are there. */
  #enough = 0;

  /** Adds a piece. False while there is too little for another look. */
  add(piece: Uint8Array): boolean {
    const left = this.to - this.from;
    const needed = left + piece.length;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(this.bytes.subarray(this.from, this.to));
      this.bytes = larger;
    } else this.bytes.copyWithin(0, this.from, this.to);
    this.bytes.set(piece, left);
    this.from = 0;
    this.to = needed;
    return needed >= this.#enough;
  }

  /** Everything before `at` is done. @throws {FileError} when what is left is longer than any row. */
  keepFrom(at: number, row: number): void {
    this.from = at;
    const left = this.to - at;
    if (left > MAX_ROW_BYTES) throw unreadable(DETAILS.rowLong(row + 1, MAX_ROW_BYTES >> 20));
    this.#enough = left < 1_000_000 ? 0 : Math.min(left * 2, MAX_ROW_BYTES + 1);
  }
}
