/**
 * The encoding of a page: by byte order mark, else UTF-8 where the bytes plainly are, else as the page says, else
 * Windows-1251.
 *
 * @module
 */

/** The text of a page. */
export function htmlText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0x3c && second === 0) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0 && second === 0x3c) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return UTF8.decode(bytes);
  // Cyrillic text in another encoding is never valid UTF-8, while pages that were saved anew may name their old one.
  const strict = strictUtf8(bytes);
  if (strict !== undefined) return strict;
  const said = saidEncoding(bytes);
  if (said !== undefined && said !== 'utf-8') return new TextDecoder(said).decode(bytes);
  const loose = UTF8.decode(bytes);
  const damaged = loose.length - loose.replaceAll('\ufffd', '').length;
  return said === 'utf-8' && damaged < loose.length / 100
    ? loose
    : new TextDecoder('windows-1251').decode(bytes);
}

const UTF8 = new TextDecoder('utf-8');
const HEAD_BYTES = 16_384;

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What `<meta charset>`, `<meta http-equiv>` or an XML declaration says. UTF-16 is not believed: it could not be read. */
function saidEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const [, meta] = /<meta\b[^>]{0,500}?charset\s*=\s*["']?\s*([\w-]{1,40})/i.exec(head) ?? [];
  const [, xml] = /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]{1,40})/i.exec(head) ?? [];
  const label = meta ?? xml;
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return undefined;
  }
}
