import { isDamagedUtf8, NOT_UNDERSTOOD } from '../damaged-utf8.js';
import { unreadable } from '../file-error.js';
import { DETAILS } from '../unreadable-detail.js';

const UTF8 = 'utf-8';
/** Longer declarations say nothing. */
const DECLARATION_BYTES = 256;

/**
 * The encoding of a part of XML, by its first bytes: its byte order mark, else how wide its letters are, else its
 * declaration. A declared UTF-16 whose letters are one byte wide is UTF-8: some programs write texts from memory that way.
 *
 * @throws {FileError} for an encoding that the platform does not know.
 */
export function encodingOfPart(part: string, first: Uint8Array): string {
  const [a, b] = first;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...first.subarray(0, DECLARATION_BYTES));
  const [, label] = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"'>]*)["']/i.exec(head) ?? [];
  if (label === undefined || label.toLowerCase() === UTF8) return UTF8;
  const encoding = known(label);
  if (encoding === undefined) throw unreadable(DETAILS.partEncoding(part, label.slice(0, 40)));
  return encoding.startsWith('utf-16') ? UTF8 : encoding;
}

function known(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Text that says it is UTF-8. Some programs say so and write windows-1251. */
export function decodeUtf8(bytes: Uint8Array): string {
  const text = DECODER.decode(bytes);
  if (!text.includes(NOT_UNDERSTOOD) || isUtf8(bytes)) return text;
  return isDamagedUtf8(text) ? text : new TextDecoder('windows-1251').decode(bytes);
}

/** The letter that stands for those not understood may be one of the text itself. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder(UTF8, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const DECODER = new TextDecoder(UTF8, { ignoreBOM: true });
