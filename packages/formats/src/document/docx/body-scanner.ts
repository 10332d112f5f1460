/**
 * The main part of a .docx file in one pass. Each element is looked at where it opens and closes; what is open stands in
 * lists, so that no depth of nesting is too deep.
 *
 * @module
 */
import { unreadable } from '../../file-error.js';
import { DETAILS } from '../../unreadable-detail.js';
import type { Relationship } from '../../xml/relationships.js';
import type { XmlHandler } from '../../xml/xml-scanner.js';
import { attribute } from '../../xml/xml-scanner.js';
import type { Content } from '../content.js';
import type { ContentLimits } from '../content-limits.js';
import { MAX_TABLE_DEPTH } from '../content-limits.js';
import { isOn } from '../on-off.js';
import type { ParagraphDraft } from '../paragraph-draft.js';
import type { RemarkLog } from '../remark-log.js';
import { safeHref } from '../safe-href.js';
import type { AutomaticNumbers } from './automatic-numbers.js';
import { DocxTable } from './docx-table.js';
import { Fields, formText, hyperlinkOf } from './fields.js';
import { OpenParagraph, OpenRun } from './open-paragraph.js';
import { PASSED_OVER } from './passed-over.js';
import type { Styles } from './styles.js';
import { symbolText } from './symbols.js';

/** What the body refers to. */
export interface BodyContext {
  readonly styles: Styles;
  readonly numbers: AutomaticNumbers;
  readonly relationships: ReadonlyMap<string, Relationship>;
  readonly limits: ContentLimits;
  readonly remarks: RemarkLog;
}

export class BodyScanner implements XmlHandler {
  readonly content: Content[] = [];
  readonly #context: BodyContext;
  /** Names of the open elements. */
  readonly #path: string[] = [];
  /** How many elements are open within one that is passed over; 0 outside. */
  #passing = 0;
  readonly #tables: DocxTable[] = [];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #runs: OpenRun[] = [];
  readonly #controls: { placeholder: boolean }[] = [];
  /** Alternatives of which one was taken. */
  readonly #alternatives: boolean[] = [];
  readonly #fields = new Fields();
  readonly #deletedEnds = new Map<Content[], ParagraphDraft>();
  /** Placeholders that are open. */
  #muted = 0;
  #found = false;
  #text: string | undefined;
  #preserve = false;

  constructor(context: BodyContext) {
    this.#context = context;
  }

  open(name: string, attributes: string): void {
    if (this.#passing > 0) {
      this.#passing++;
      return;
    }
    const parent = this.#path.at(-1) ?? '';
    if (this.#isPassedOver(name, parent)) {
      this.#passing = 1;
      return;
    }
    if (this.#path.push(name) > MAX_DEPTH) throw unreadable(DETAILS.nested(MAX_DEPTH));
    switch (parent) {
      case 'r':
        this.#openInRun(name, attributes);
        break;
      case 'rPr':
        this.#openRunProperty(name, attributes);
        break;
      case 'pPr':
      case 'numPr':
        this.#paragraph?.readProperty(name, attributes);
        break;
      case 'tblPr':
        this.#table?.readProperty(name, attributes);
        break;
      case 'trPr':
        this.#table?.readRowProperty(name, attributes);
        break;
      case 'tcPr':
        this.#table?.readCellProperty(name, attributes);
        break;
      default:
        this.#openElement(name, attributes, parent);
    }
  }

  close(name: string): void {
    if (this.#passing > 0) {
      this.#passing--;
      return;
    }
    const open = this.#path.pop();
    if (open !== name) throw unreadable(DETAILS.tagMismatch(name.slice(0, 50), open?.slice(0, 50) ?? ''));
    switch (name) {
      case 't':
      case 'instrText':
        this.#closeText(name);
        break;
      case 'r':
        this.#runs.pop();
        break;
      case 'p':
        this.#closeParagraph();
        break;
      case 'hyperlink':
        if (this.#paragraph?.draft.endLink() === true) this.#context.limits.link();
        break;
      case 'tc':
        this.#flushDeletedEnd();
        this.#table?.endCell();
        break;
      case 'tr':
        this.#table?.endRow();
        break;
      case 'tbl':
        this.#closeTable();
        break;
      case 'sdt':
        this.#controls.pop();
        break;
      case 'sdtContent':
        if (this.#controls.at(-1)?.placeholder === true) this.#muted--;
        break;
      case 'AlternateContent':
        this.#alternatives.pop();
        break;
      case 'body':
        this.#flushDeletedEnd();
        break;
    }
  }

  text(text: string): void {
    if (this.#passing === 0 && this.#text !== undefined) this.#text += text;
  }

  /** @throws {FileError} when the part ended within its elements. */
  end(): void {
    if (this.#path.length > 0 || this.#passing > 0) throw unreadable(DETAILS.documentCutOff());
    if (!this.#found) throw unreadable(DETAILS.noMainPart());
  }

  get #table(): DocxTable | undefined {
    return this.#tables.at(-1);
  }

  get #paragraph(): OpenParagraph | undefined {
    return this.#paragraphs.at(-1);
  }

  /** Where paragraphs and tables go now. */
  get #container(): Content[] {
    return this.#table?.cell?.content ?? this.content;
  }

  /** Whether an element is left out with everything in it; what deserves it is remarked upon. */
  #isPassedOver(name: string, parent: string): boolean {
    const { remarks } = this.#context;
    switch (name) {
      case 'del':
      case 'moveFrom':
        if (parent === 'rPr' || parent === 'trPr' || parent === 'numPr') return false;
        remarks.add(name === 'del' ? 'deletions' : 'moves');
        return true;
      case 'Choice':
      case 'Fallback': {
        if (parent !== 'AlternateContent') return false;
        const taken = this.#alternatives.at(-1) === true;
        this.#alternatives[this.#alternatives.length - 1] = true;
        return taken;
      }
      case 'altChunk':
      case 'subDoc':
        remarks.add('embedded-documents');
        return true;
      default:
        return PASSED_OVER.has(name);
    }
  }

  #openElement(name: string, attributes: string, parent: string): void {
    switch (name) {
      case 'p':
        this.#paragraphs.push(new OpenParagraph());
        break;
      case 'r':
        this.#runs.push(new OpenRun());
        break;
      case 't':
        this.#openText(attributes);
        break;
      case 'hyperlink':
        this.#beginLink(this.#context.relationships.get(attribute(attributes, 'id') ?? '')?.target);
        break;
      case 'body':
        this.#found = true;
        break;
      case 'tbl':
        this.#openTable();
        break;
      case 'tr':
        this.#table?.beginRow();
        break;
      case 'tc':
        this.#table?.beginCell();
        break;
      case 'bookmarkStart':
        this.#table?.addBookmark(attribute(attributes, 'name') ?? '');
        break;
      case 'ins':
        this.#context.remarks.add('insertions');
        break;
      case 'moveTo':
        this.#context.remarks.add('moves');
        break;
      case 'sdt':
        this.#controls.push({ placeholder: false });
        break;
      case 'showingPlcHdr': {
        const control = this.#controls.at(-1);
        if (control !== undefined && parent === 'sdtPr') control.placeholder = isOn(attributes);
        break;
      }
      case 'sdtContent':
        if (this.#controls.at(-1)?.placeholder === true) {
          this.#muted++;
          this.#context.remarks.add('placeholders');
        }
        break;
      case 'AlternateContent':
        this.#alternatives.push(false);
        break;
      case 'txbxContent':
        this.#context.remarks.add('text-boxes');
        break;
      default:
        this.#fields.readFormProperty(name, attributes, parent);
    }
  }

  #openInRun(name: string, attributes: string): void {
    switch (name) {
      case 't':
      case 'instrText':
        this.#openText(attributes);
        break;
      case 'tab':
      case 'ptab':
        this.#write('\t');
        break;
      case 'br':
      case 'cr':
        this.#write('\n');
        break;
      case 'noBreakHyphen':
        this.#write('\u2011');
        break;
      case 'sym': {
        const code = Number.parseInt(attribute(attributes, 'char') ?? '', 16);
        this.#write(symbolText(attribute(attributes, 'font') ?? '', code));
        break;
      }
      case 'fldChar':
        this.#fieldCharacter(attribute(attributes, 'fldCharType') ?? '');
        break;
      case 'commentReference':
        this.#context.remarks.add('comments');
        break;
      case 'footnoteReference':
      case 'endnoteReference':
        this.#context.remarks.add('footnotes');
        break;
      default:
        this.#openElement(name, attributes, 'r');
    }
  }

  #openRunProperty(name: string, attributes: string): void {
    const above = this.#path.at(-3);
    if (above === 'r') this.#runs.at(-1)?.readProperty(name, attributes);
    else if (above === 'pPr' && (name === 'del' || name === 'moveFrom') && this.#paragraph !== undefined)
      this.#paragraph.endDeleted = true;
  }

  #openText(attributes: string): void {
    this.#text = '';
    this.#preserve = attribute(attributes, 'space') === 'preserve';
  }

  #closeText(name: string): void {
    const text = this.#text;
    this.#text = undefined;
    if (text === undefined) return;
    if (name === 'instrText') {
      this.#fields.instruction(text);
      return;
    }
    const plain = text.replace(/[\n\r]+/g, ' ');
    this.#write(this.#preserve ? plain : plain.replace(/^[ \t]+|[ \t]+$/g, ''));
  }

  #write(text: string): void {
    const paragraph = this.#paragraph;
    if (paragraph === undefined || text === '' || this.#muted > 0 || this.#fields.inInstruction) return;
    const run = this.#runs.at(-1) ?? NO_RUN;
    const { styles, remarks } = this.#context;
    if (run.isHidden(styles, paragraph.style)) {
      if (text.trim() !== '') remarks.add('hidden-text');
      return;
    }
    paragraph.draft.write(text, run.isBold(styles, paragraph.style));
  }

  #beginLink(target: string | undefined): void {
    if (target === undefined) return;
    const href = safeHref(target);
    if (href === undefined) this.#context.remarks.add('unsafe-links');
    else this.#paragraph?.draft.beginLink(href);
  }

  #fieldCharacter(type: string): void {
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') {
      const field = this.#fields.separate();
      if (field !== undefined && !this.#fields.inInstruction) this.#beginLink(hyperlinkOf(field.instruction));
    } else if (type === 'end') {
      const field = this.#fields.end();
      if (field === undefined) return;
      if (field.form !== undefined) this.#write(formText(field.form));
      if (hyperlinkOf(field.instruction) !== undefined && this.#paragraph?.draft.endLink() === true)
        this.#context.limits.link();
    }
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    this.#fields.endParagraph();
    if (paragraph === undefined || this.#tables.some(({ dropping }) => dropping)) return;
    const container = this.#container;
    const before = this.#deletedEnds.get(container);
    if (before !== undefined) {
      paragraph.draft.continue(before);
      this.#deletedEnds.delete(container);
    }
    if (paragraph.endDeleted) {
      this.#deletedEnds.set(container, paragraph.draft);
      return;
    }
    const { styles, numbers, limits } = this.#context;
    const read = paragraph.draft.finish(paragraph.takeNumber(styles, numbers));
    if (read.text === '' && read.number === undefined) return;
    limits.block();
    container.push({ kind: 'paragraph', paragraph: read, heading: paragraph.heading(styles) });
  }

  /** A paragraph whose end was deleted and that has no paragraph to go on in. */
  #flushDeletedEnd(): void {
    const container = this.#container;
    const before = this.#deletedEnds.get(container);
    if (before === undefined) return;
    this.#deletedEnds.delete(container);
    const paragraph = before.finish(undefined);
    if (paragraph.text !== '') container.push({ kind: 'paragraph', paragraph, heading: undefined });
  }

  #openTable(): void {
    if (this.#tables.length >= MAX_TABLE_DEPTH) throw unreadable(DETAILS.nestedTables(MAX_TABLE_DEPTH));
    const { limits, remarks } = this.#context;
    this.#tables.push(new DocxTable(limits, remarks));
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (table === undefined || this.#tables.some(({ dropping }) => dropping) || table.rows.length === 0)
      return;
    const container = this.#container;
    const { framed } = table;
    if (framed === undefined) container.push({ kind: 'table', table });
    else {
      this.#context.remarks.add('layout-tables');
      for (const each of framed) container.push(each);
    }
  }
}

/** Word itself writes a few dozen. */
const MAX_DEPTH = 10_000;

const NO_RUN = new OpenRun();
