import type { ByteSource } from '../byte-source.js';
import { PIECE_LENGTH, passingPieces } from '../byte-source.js';
import { FileError, unreadable } from '../file-error.js';
import { joinedBytes } from '../joined-bytes.js';
import type { PassingRow, Sheet, SheetCell, SheetRows } from '../sheet.js';
import { DETAILS } from '../unreadable-detail.js';
import { CsvScanner } from './csv-scanner.js';
import { delimiterOf } from './delimiter.js';
import { TextDecoding } from './encoding.js';

/**
 * Reads a csv file as texts; numbers are not interpreted, so leading zeros stay.
 *
 * Encoding: by byte order mark, else UTF-8, else UTF-16 when it plainly is, else Windows-1251.
 * Delimiter: comma, semicolon, tab or `|`, in which most of the first lines agree.
 *
 * @throws {FileError} for an empty file, an encoding that is not read, NUL characters, or a quote that is never closed (with its
 * line).
 */
export function readCsv(bytes: Uint8Array): Sheet {
  const rows: SheetCell[][] = [];
  const scanner = new CsvReader(bytes.subarray(0, PIECE_LENGTH), (row) => {
    const cells: SheetCell[] = [];
    for (let column = 0; column < row.width; column++) cells.push(row.cell(column));
    rows.push(cells);
    return true;
  });
  for (let at = 0; at < bytes.length; at += PIECE_LENGTH) scanner.push(bytes.subarray(at, at + PIECE_LENGTH));
  scanner.end();
  while (rows.length > 0 && (rows.at(-1)?.every((cell) => cell === '') ?? false)) rows.pop();
  if (rows.length === 0) throw new FileError({ code: 'file-empty', parameters: {} });
  return { name: '', hidden: false, rows };
}

/** The one table of a csv file, read piece by piece. */
export function csvRows(source: ByteSource): SheetRows {
  return {
    name: '',
    hidden: false,
    async read(visit) {
      let reader: CsvReader | undefined;
      for await (const piece of withLongStart(passingPieces(source))) {
        reader ??= new CsvReader(piece, visit);
        if (!reader.push(piece)) return;
      }
      if (reader === undefined) throw new FileError({ code: 'file-empty', parameters: {} });
      reader.end();
    },
  };
}

/** What encoding and delimiter are told by is all in the first piece, however small those of the source are. */
async function* withLongStart(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array(0);
  for await (const piece of pieces) {
    if (start === undefined) yield piece;
    else {
      start = start.length === 0 && piece.length >= SAMPLE_LENGTH ? piece : joinedBytes([start, piece]);
      if (start.length < SAMPLE_LENGTH) continue;
      yield start;
      start = undefined;
    }
  }
  if (start !== undefined && start.length > 0) yield start;
}

/** The first lines are in it; a whole piece takes longer to decode than to read. */
const SAMPLE_LENGTH = 65_536;

/** A scanner that knows the encoding and the delimiter of its file. */
class CsvReader {
  readonly #decoding: TextDecoding;
  readonly #scanner: CsvScanner;
  #wanted = true;

  /** @param first - the beginning of the file. */
  constructor(first: Uint8Array, visit: (row: PassingRow) => boolean) {
    if (first.length === 0) throw new FileError({ code: 'file-empty', parameters: {} });
    const sample = first.subarray(0, SAMPLE_LENGTH);
    this.#decoding = new TextDecoding(sample);
    const foreign = this.#decoding.foreign(sample);
    if (foreign !== undefined) throw unreadable(DETAILS.encoding(foreign));
    const delimiter = delimiterOf(this.#decoding.sample(sample));
    this.#scanner = new CsvScanner(delimiter, (bytes) => this.#decoding.text(bytes), visit);
  }

  push(piece: Uint8Array): boolean {
    this.#wanted &&= this.#scanner.push(this.#decoding.bytes(piece));
    return this.#wanted;
  }

  end(): void {
    if (this.#wanted) this.#scanner.end();
  }
}
