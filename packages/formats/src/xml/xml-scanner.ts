/**
 * One pass over an XML part: tags and text, no tree. Namespace prefixes are dropped, entities are decoded,
 * a document that declares entities is refused.
 *
 * @module
 */

import { unreadable } from '../file-error.js';
import { DETAILS } from '../unreadable-detail.js';

export interface XmlHandler {
  /** `attributes` is the raw text of the tag; read it with {@link attribute}. */
  open?(name: string, attributes: string): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Walks over the part. Self-closing tags are opened and closed. Ends quietly where the text ends. @throws {FileError} */
export function scanXml(xml: string, handler: XmlHandler): void {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag === -1) return;
    if (tag > at && handler.text !== undefined) handler.text(decodeEntities(xml.slice(at, tag)));
    if (xml.startsWith('<!--', tag)) {
      at = endOf(xml, '-->', tag);
    } else if (xml.startsWith('<![CDATA[', tag)) {
      const end = endOf(xml, ']]>', tag);
      handler.text?.(xml.slice(tag + 9, end - 3));
      at = end;
    } else if (xml[tag + 1] === '!') {
      throw unreadable(DETAILS.documentType());
    } else if (xml[tag + 1] === '?') {
      at = endOf(xml, '>', tag);
    } else {
      at = endOf(xml, '>', tag);
      const inside = xml.slice(tag + 1, at - 1);
      if (inside.startsWith('/')) handler.close?.(localName(inside.slice(1).trim()));
      else openTag(inside, handler);
    }
  }
}

/** Value of an attribute in the raw text of a tag, whatever its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  // One after the other: what looks like the attribute may stand in the value of another.
  let from = 0;
  for (let at = attributes.indexOf('='); at !== -1; at = attributes.indexOf('=', from)) {
    const open = at + 1 + blanks(attributes, at + 1);
    const quote = attributes[open];
    if (quote !== '"' && quote !== "'") {
      from = open;
      continue;
    }
    const end = attributes.indexOf(quote, open + 1);
    if (end === -1) return undefined;
    if (endsWithName(attributes.slice(from, at).trimEnd(), name))
      return decodeEntities(attributes.slice(open + 1, end));
    from = end + 1;
  }
  return undefined;
}

function blanks(text: string, from: number): number {
  let at = from;
  while (BLANKS.includes(text[at] ?? '-')) at++;
  return at - from;
}

function endsWithName(text: string, name: string): boolean {
  const before = text[text.length - name.length - 1];
  return text.endsWith(name) && (before === ':' || (before !== undefined && BLANKS.includes(before)));
}

const BLANKS = ' \n\t\r';

function openTag(inside: string, handler: XmlHandler): void {
  const selfClosing = inside.endsWith('/');
  const body = selfClosing ? inside.slice(0, -1) : inside;
  const end = body.search(/\s/);
  const name = localName(end === -1 ? body : body.slice(0, end));
  handler.open?.(name, end === -1 ? '' : body.slice(end));
  if (selfClosing) handler.close?.(name);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  return end === -1 ? xml.length : end + mark.length;
}

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }),
);

/** Decodes the five named entities and numeric ones; anything else stays as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, entity: string) => {
    if (!entity.startsWith('#')) return NAMED.get(entity) ?? whole;
    const code = entity[1] === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Undoes `_x000D_`, as spreadsheets write characters that XML cannot hold. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
