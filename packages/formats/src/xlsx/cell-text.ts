import { decodeEntities, decodeEscapes } from '../xml/xml-scanner.js';
import { decodeUtf8 } from '../zip/part-encoding.js';

/** Text as it stands between tags: entities, CDATA sections and the escapes of spreadsheets decoded, comments and instructions dropped. */
export function decodeCellText(bytes: Uint8Array): string {
  return decodeEscapes(decodeXmlText(decodeUtf8(bytes)));
}

function decodeXmlText(raw: string): string {
  if (!raw.includes('<')) return decodeEntities(raw);
  let text = '';
  let at = 0;
  while (at < raw.length) {
    const tag = raw.indexOf('<', at);
    if (tag === -1) return text + decodeEntities(raw.slice(at));
    text += decodeEntities(raw.slice(at, tag));
    if (raw.startsWith('<![CDATA[', tag)) {
      const end = raw.indexOf(']]>', tag);
      text += raw.slice(tag + 9, end === -1 ? raw.length : end);
      at = end === -1 ? raw.length : end + 3;
    } else {
      const mark = raw[tag + 1] === '?' ? '?>' : '-->';
      const end = raw.indexOf(mark, tag);
      at = end === -1 ? raw.length : end + mark.length;
    }
  }
  return text;
}
