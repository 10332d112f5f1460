/**
 * Content lines of a calendar file (RFC 5545, 3.1 and 3.3.11).
 *
 * @module
 */
import { shownText } from './shown-text.js';

/** A text value: backslashes, semicolons, commas and line breaks escaped. */
export function icsText(text: string): string {
  return shownText(text)
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** Lines with their ends, each folded to at most 75 octets and never within a character. */
export function icsLines(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

const MOST_OCTETS = 75;

function folded(line: string): string {
  if (line.length * 3 <= MOST_OCTETS) return line;
  const parts: string[] = [];
  let begin = 0;
  let octets = 0;
  let at = 0;
  while (at < line.length) {
    const code = line.codePointAt(at) ?? 0;
    const size = octetsOf(code);
    if (octets + size > MOST_OCTETS) {
      parts.push(line.slice(begin, at));
      begin = at;
      octets = 1;
    }
    octets += size;
    at += code > 0xffff ? 2 : 1;
  }
  parts.push(line.slice(begin));
  return parts.join('\r\n ');
}

function octetsOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
