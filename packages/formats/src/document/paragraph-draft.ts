import type { ReadParagraph } from './cell-draft.js';
import { cleanText } from './clean-text.js';
import type { DocumentLink } from './document-content.js';

/** The text of a paragraph while it is read. */
export class ParagraphDraft {
  text = '';
  /** The last character: looking it up in a text that grows would copy the text each time. */
  last = '';
  #plain = false;
  #links: DocumentLink[] = [];
  #link: { readonly href: string; text: string } | undefined;

  write(text: string, bold: boolean): void {
    if (text === '') return;
    this.text += text;
    this.last = text.charAt(text.length - 1);
    if (this.#link !== undefined) this.#link.text += text;
    if (!bold && !this.#plain && text.trim() !== '') this.#plain = true;
  }

  /** Everything until {@link endLink} is the text of a link. A link within a link is part of it. */
  beginLink(href: string): boolean {
    if (this.#link !== undefined) return false;
    this.#link = { href, text: '' };
    return true;
  }

  /** Returns whether there is such a link. */
  endLink(): boolean {
    if (this.#link === undefined) return false;
    const { href } = this.#link;
    const text = cleanText(this.#link.text);
    this.#link = undefined;
    if (text === '') return false;
    this.#links.push({ text, href });
    return true;
  }

  /** Goes on where an earlier paragraph ended without an end of its own. */
  continue(before: ParagraphDraft): void {
    this.text = before.text + this.text;
    this.#plain ||= before.#plain;
    for (const link of this.#links) before.#links.push(link);
    this.#links = before.#links;
  }

  finish(number: string | undefined): ReadParagraph {
    this.endLink();
    const text = cleanText(this.text);
    const read = { text, bold: text !== '' && !this.#plain, links: this.#links };
    return number === undefined ? read : { ...read, number };
  }
}
