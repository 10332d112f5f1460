/**
 * From the tree of a page to paragraphs and tables. Only text, links, `data-*` attributes and the shape of tables are
 * taken over: nothing that a browser would run.
 *
 * @module
 */
import { unreadable } from '../../file-error.js';
import { DETAILS } from '../../unreadable-detail.js';
import type { Content } from '../content.js';
import type { ContentLimits } from '../content-limits.js';
import { ParagraphDraft } from '../paragraph-draft.js';
import type { RemarkLog } from '../remark-log.js';
import { safeHref } from '../safe-href.js';
import { dataAttributes } from './data-attributes.js';
import type { HtmlCell, HtmlRow, HtmlRowGroup } from './html-table.js';
import { layTable } from './html-table.js';
import type { HtmlNode } from './html-tree.js';
import { MAX_DEPTH } from './html-tree.js';
import { inlineStyle } from './inline-style.js';
import type { OpenList } from './list-marks.js';
import { markOf, openList, pastedMark } from './list-marks.js';
import { isFrame, isMenu } from './table-purpose.js';

export interface FlowContext {
  readonly limits: ContentLimits;
  readonly remarks: RemarkLog;
}

/** The content of an element. @throws {FileError} */
export function contentOf(node: HtmlNode, context: FlowContext): readonly Content[] {
  const flow = new HtmlFlow(context, 0);
  flow.children(node, PLAIN);
  flow.endParagraph();
  return flow.content;
}

/** What the elements around a text say of it. */
interface Around {
  readonly bold: boolean;
  readonly verbatim: boolean;
  readonly heading: number | undefined;
  readonly list: OpenList | undefined;
}

const PLAIN: Around = { bold: false, verbatim: false, heading: undefined, list: undefined };

class HtmlFlow {
  readonly content: Content[] = [];
  readonly #context: FlowContext;
  #depth: number;
  #draft = new ParagraphDraft();
  #heading: number | undefined;
  #mark: string | undefined;
  /** The mark stands in the paragraph itself. */
  #pasted = false;

  constructor(context: FlowContext, depth: number) {
    this.#context = context;
    this.#depth = depth;
  }

  children(node: HtmlNode, around: Around): void {
    // Broken markup can leave a tree that is deeper than its elements ever were open.
    if (++this.#depth > 2 * MAX_DEPTH) throw unreadable(DETAILS.nested(MAX_DEPTH));
    for (let child = node.first; child !== null; child = child.next) {
      if (child.kind === 'text') this.#text(child.text, around);
      else if (child.kind === 'element') this.#element(child, around);
    }
    this.#depth--;
  }

  endParagraph(): void {
    const draft = this.#draft;
    const heading = this.#heading;
    this.#draft = new ParagraphDraft();
    this.#heading = undefined;
    if (draft.text.trim() === '') {
      if (this.#pasted) this.#endMark();
      return;
    }
    this.#pasted = false;
    const paragraph = draft.finish(this.#mark);
    this.#mark = undefined;
    this.#context.limits.block();
    this.content.push({ kind: 'paragraph', paragraph, heading });
  }

  /** A list item without text still shows its number. */
  #endMark(): void {
    const number = this.#mark;
    this.#mark = undefined;
    this.#pasted = false;
    if (number === undefined) return;
    const paragraph = new ParagraphDraft().finish(number);
    this.#context.limits.block();
    this.content.push({ kind: 'paragraph', paragraph, heading: undefined });
  }

  #text(text: string, { bold, verbatim, heading }: Around): void {
    if (verbatim) {
      this.#draft.write(text, bold);
      return;
    }
    const flowing = text.replace(/[ \t\n\r\f]+/g, ' ');
    const { last } = this.#draft;
    const begins = last === '' || last === ' ' || last === '\n';
    const shown = begins && flowing.startsWith(' ') ? flowing.slice(1) : flowing;
    if (shown === '') return;
    this.#heading ??= heading;
    this.#draft.write(shown, bold);
  }

  #element(node: HtmlNode, around: Around): void {
    const { remarks } = this.#context;
    const left = LEFT_OUT.get(node.name);
    if (left !== undefined) {
      if (left !== '') remarks.add(left);
      return;
    }
    if (node.name === 'nav' || node.attribute('role') === 'navigation') {
      remarks.add('menus');
      return;
    }
    const style = inlineStyle(node);
    if (style.hidden) {
      if (textOf(node).trim() !== '') remarks.add('hidden-text');
      return;
    }
    if (style.isNumber) {
      this.#mark ??= pastedMark(textOf(node));
      this.#pasted = true;
      return;
    }
    const inside = { ...around, bold: style.bold ?? (BOLD.has(node.name) || around.bold) };
    switch (node.name) {
      case 'br':
        this.#draft.write('\n', true);
        break;
      case 'a':
        this.#link(node, inside);
        break;
      case 'table':
        this.#table(node);
        break;
      case 'li':
        this.#item(node, inside);
        break;
      case 'ol':
      case 'ul':
      case 'menu':
        this.#block(node, { ...inside, list: openList(node) });
        break;
      case 'pre':
      case 'listing':
        this.#block(node, { ...inside, verbatim: true });
        break;
      case 'ins':
        remarks.add('insertions');
        this.children(node, inside);
        break;
      default: {
        const [, level] = /^h([1-6])$/.exec(node.name) ?? [];
        if (level !== undefined) this.#block(node, { ...inside, heading: Number(level) });
        else if (BLOCKS.has(node.name)) this.#block(node, inside);
        else this.children(node, inside);
      }
    }
  }

  #block(node: HtmlNode, around: Around): void {
    this.endParagraph();
    this.children(node, around);
    this.endParagraph();
  }

  #item(node: HtmlNode, around: Around): void {
    this.endParagraph();
    this.#endMark();
    this.#mark = around.list === undefined ? undefined : markOf(around.list, node);
    this.children(node, around);
    this.endParagraph();
    this.#endMark();
  }

  #link(node: HtmlNode, around: Around): void {
    const target = node.attribute('href');
    const href = target === undefined ? undefined : safeHref(target);
    if (target !== undefined && target.trim() !== '' && href === undefined)
      this.#context.remarks.add('unsafe-links');
    const draft = this.#draft;
    const begun = href !== undefined && draft.beginLink(href);
    this.children(node, around);
    if (begun && draft.endLink()) this.#context.limits.link();
  }

  #table(node: HtmlNode): void {
    this.endParagraph();
    this.#endMark();
    const { remarks } = this.#context;
    let caption: string | undefined;
    const groups: HtmlRowGroup[] = [];
    for (const child of node.children()) {
      if (child.kind !== 'element' || this.#isHidden(child)) continue;
      if (child.name === 'caption') caption ??= this.#caption(child);
      else if (GROUPS.has(child.name))
        groups.push({ header: child.name === 'thead', rows: this.#rows(child) });
    }
    const cells = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    const attributes = dataAttributes(node);
    const facts = {
      role: node.attribute('role') ?? '',
      labelled: caption !== undefined || attributes.size > 0,
      groups,
      cells,
    };
    if (cells.length === 0) return;
    if (isFrame(facts) || isMenu(facts)) {
      remarks.add('layout-tables');
      if (caption !== undefined) {
        const draft = new ParagraphDraft();
        draft.write(caption, false);
        this.content.push({ kind: 'paragraph', paragraph: draft.finish(undefined), heading: undefined });
      }
      for (const { content } of cells) for (const each of content) this.content.push(each);
      return;
    }
    const table = layTable(groups, { caption, attributes, ...this.#context });
    this.content.push({ kind: 'table', table });
  }

  #rows(group: HtmlNode): readonly HtmlRow[] {
    const rows: HtmlRow[] = [];
    for (const node of group.children()) {
      if (node.name !== 'tr' || this.#isHidden(node)) continue;
      const cells: HtmlCell[] = [];
      for (const cell of node.children()) {
        if ((cell.name === 'td' || cell.name === 'th') && !this.#isHidden(cell)) cells.push(this.#cell(cell));
      }
      rows.push({ cells, attributes: dataAttributes(node) });
    }
    return rows;
  }

  #cell(node: HtmlNode): HtmlCell {
    const header = node.name === 'th';
    const bold = inlineStyle(node).bold ?? header;
    return {
      header,
      columns: wholeNumber(node.attribute('colspan'), 1),
      rows: wholeNumber(node.attribute('rowspan'), 1),
      attributes: dataAttributes(node),
      content: this.#inside(node, { ...PLAIN, bold }),
    };
  }

  #caption(node: HtmlNode): string | undefined {
    const text = this.#inside(node, PLAIN)
      .flatMap((each) => (each.kind === 'paragraph' ? [each.paragraph.text] : []))
      .join('\n');
    return text === '' ? undefined : text;
  }

  #inside(node: HtmlNode, around: Around): readonly Content[] {
    const flow = new HtmlFlow(this.#context, this.#depth + 1);
    flow.children(node, around);
    flow.endParagraph();
    return flow.content;
  }

  #isHidden(node: HtmlNode): boolean {
    if (node.kind !== 'element' || !inlineStyle(node).hidden) return false;
    if (textOf(node).trim() !== '') this.#context.remarks.add('hidden-text');
    return true;
  }
}

/** Elements that are left out with everything in them, and the remark that they deserve. */
const LEFT_OUT: ReadonlyMap<string, 'scripts' | 'form-fields' | 'deletions' | 'embedded-documents' | ''> =
  new Map([
    ['script', 'scripts'],
    ['noscript', ''],
    ['style', ''],
    ['template', ''],
    ['head', ''],
    ['title', ''],
    ['svg', ''],
    ['canvas', ''],
    ['audio', ''],
    ['video', ''],
    ['map', ''],
    ['rp', ''],
    ['rt', ''],
    ['noframes', ''],
    ['datalist', ''],
    ['xml', ''],
    ['iframe', 'embedded-documents'],
    ['frame', 'embedded-documents'],
    ['object', 'embedded-documents'],
    ['embed', 'embedded-documents'],
    ['button', 'form-fields'],
    ['input', 'form-fields'],
    ['select', 'form-fields'],
    ['textarea', 'form-fields'],
    ['del', 'deletions'],
  ]);

const GROUPS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);
const BOLD: ReadonlySet<string> = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup hr html legend main optgroup option p search section summary'.split(
    ' ',
  ),
);

/** All text of an element, also what is hidden; without scripts and the like. */
function textOf(node: HtmlNode): string {
  let text = '';
  let at: HtmlNode | null = node;
  while (at !== null) {
    if (at.kind === 'text') text += at.text;
    if (at.first !== null && !LEFT_OUT.has(at.name)) at = at.first;
    else {
      while (at !== null && at !== node && at.next === null) at = at.parent;
      at = at === null || at === node ? null : at.next;
    }
  }
  return text;
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const number = Number.parseInt(text ?? '', 10);
  return number >= 0 ? number : otherwise;
}
