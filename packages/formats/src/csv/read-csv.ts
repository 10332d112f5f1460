import { FileError, unreadable } from '../file-error.js';
import type { Sheet } from '../sheet.js';

/**
 * Reads a csv file as texts; numbers are not interpreted, so leading zeros stay.
 *
 * Encoding: by byte order mark, else UTF-8, else UTF-16 when it plainly is, else Windows-1251.
 * Delimiter: comma, semicolon or tab, in which most of the first lines agree.
 *
 * @throws {FileError} for an empty file, NUL characters, or a quote that is never closed (with its line).
 */
export function readCsv(bytes: Uint8Array): Sheet {
  if (bytes.length === 0) throw new FileError({ code: 'file-empty', parameters: {} });
  const text = decodeText(bytes);
  const nul = text.indexOf('\0');
  if (nul !== -1) throw unreadable(`line ${lineOf(text, nul)}: NUL`);
  const rows = splitRows(text, delimiterOf(text));
  while (rows.length > 0 && (rows.at(-1)?.every((cell) => cell === '') ?? false)) rows.pop();
  if (rows.length === 0) throw new FileError({ code: 'file-empty', parameters: {} });
  return { name: '', hidden: false, rows };
}

/** Text of a file whose encoding is not said. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const sample = bytes.subarray(0, 2000);
  const evenNuls = sample.filter((byte, i) => byte === 0 && i % 2 === 0).length;
  const oddNuls = sample.filter((byte, i) => byte === 0 && i % 2 === 1).length;
  // Latin text, digits and separators have a zero in every second byte of UTF-16.
  if (oddNuls > sample.length / 8 && evenNuls === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (evenNuls > sample.length / 8 && oddNuls === 0) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/**
 * The delimiter that stands equally often in most of the first lines: header and rows agree in it, while titles and
 * decimal commas do not. Ties go to the one that stands more often.
 */
function delimiterOf(text: string): string {
  const lines = countedLines(text);
  const scored = DELIMITERS.map((delimiter, d) => {
    const agreeing = new Map<number, number>();
    for (const counts of lines) {
      const count = counts[d] ?? 0;
      if (count > 0) agreeing.set(count, (agreeing.get(count) ?? 0) + 1);
    }
    const [count = 0, agree = 0] =
      [...agreeing].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [];
    return { delimiter, count, agree };
  });
  scored.sort((one, other) => other.agree - one.agree || other.count - one.count);
  return scored[0]?.delimiter ?? ',';
}

const DELIMITERS = [',', ';', '\t'];
const SEARCHED_LINES = 20;

/** How often each delimiter stands in the first lines, outside quotes. */
function countedLines(text: string): readonly (readonly number[])[] {
  const lines: number[][] = [[0, 0, 0]];
  let quoted = false;
  for (const character of text) {
    const line = lines.at(-1) ?? [];
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n' || character === '\r') {
      if (lines.length >= SEARCHED_LINES) break;
      lines.push([0, 0, 0]);
    } else {
      const d = DELIMITERS.indexOf(character);
      if (d >= 0) line[d] = (line[d] ?? 0) + 1;
    }
  }
  return lines;
}

function splitRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    let cell: string;
    if (text[at] === '"') {
      const start = at;
      cell = '';
      at++;
      while (true) {
        const quote = text.indexOf('"', at);
        if (quote === -1) throw unreadable(`line ${lineOf(text, start)}: unclosed quote`);
        cell += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at++;
      }
      const end = cellEnd(text, at, delimiter);
      cell += text.slice(at, end);
      at = end;
    } else {
      const end = cellEnd(text, at, delimiter);
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (text[at] === delimiter) {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    if (at >= text.length) break;
  }
  return rows;
}

function cellEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split(/\r\n|\r|\n/).length;
}
