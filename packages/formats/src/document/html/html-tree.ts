/**
 * The tree of a page as parse5 builds it by the HTML standard, with neighbours in a chain, so that putting an element
 * before another takes the same time in every page, and with limits to depth and number.
 *
 * @module
 */
import type { Token, TreeAdapter, TreeAdapterTypeMap } from 'parse5';
import { html, parse } from 'parse5';
import { unreadable } from '../../file-error.js';
import { DETAILS } from '../../unreadable-detail.js';

export class HtmlNode {
  readonly kind: 'document' | 'element' | 'text' | 'other';
  readonly name: string;
  readonly namespace: html.NS;
  readonly attributes: Token.Attribute[];
  text: string;
  parent: HtmlNode | null = null;
  first: HtmlNode | null = null;
  last: HtmlNode | null = null;
  before: HtmlNode | null = null;
  next: HtmlNode | null = null;

  constructor(
    kind: HtmlNode['kind'],
    name = '',
    text = '',
    namespace = html.NS.HTML,
    attributes: Token.Attribute[] = [],
  ) {
    this.kind = kind;
    this.name = name;
    this.text = text;
    this.namespace = namespace;
    this.attributes = attributes;
  }

  attribute(name: string): string | undefined {
    return this.attributes.find((each) => each.name === name)?.value;
  }

  *children(): IterableIterator<HtmlNode> {
    for (let child = this.first; child !== null; child = child.next) yield child;
  }
}

/** Browsers themselves stop at some 500 elements inside one another. */
export const MAX_DEPTH = 1000;
const MAX_NODES = 2_000_000;

/** @throws {FileError} for a page that was made to fill memories. */
export function parseHtml(text: string): HtmlNode {
  return parse<HtmlMap>(text, { treeAdapter: treeOfNodes() });
}

type HtmlMap = TreeAdapterTypeMap<
  HtmlNode,
  HtmlNode,
  HtmlNode,
  HtmlNode,
  HtmlNode,
  HtmlNode,
  HtmlNode,
  HtmlNode,
  HtmlNode,
  HtmlNode
>;

function treeOfNodes(): TreeAdapter<HtmlMap> {
  let nodes = 0;
  let depth = 0;
  let mode = html.DOCUMENT_MODE.NO_QUIRKS;
  const templates = new WeakMap<HtmlNode, HtmlNode>();
  const made = (node: HtmlNode): HtmlNode => {
    if (++nodes > MAX_NODES) throw unreadable(DETAILS.elements(MAX_NODES));
    return node;
  };
  const insert = (parent: HtmlNode, node: HtmlNode, next: HtmlNode | null): void => {
    const before = next === null ? parent.last : next.before;
    node.parent = parent;
    node.before = before;
    node.next = next;
    if (before === null) parent.first = node;
    else before.next = node;
    if (next === null) parent.last = node;
    else next.before = node;
  };
  const insertText = (parent: HtmlNode, text: string, next: HtmlNode | null): void => {
    const before = next === null ? parent.last : next.before;
    if (before?.kind === 'text') before.text += text;
    else insert(parent, made(new HtmlNode('text', '', text)), next);
  };
  return {
    createDocument: () => new HtmlNode('document'),
    createDocumentFragment: () => new HtmlNode('document'),
    createElement: (name, namespace, attributes) =>
      made(new HtmlNode('element', name, '', namespace, attributes)),
    createCommentNode: () => made(new HtmlNode('other')),
    createTextNode: (text) => made(new HtmlNode('text', '', text)),
    appendChild: (parent, node) => insert(parent, node, null),
    insertBefore: insert,
    insertText: (parent, text) => insertText(parent, text, null),
    insertTextBefore: insertText,
    detachNode(node) {
      const { parent, before, next } = node;
      if (parent === null) return;
      if (before === null) parent.first = next;
      else before.next = next;
      if (next === null) parent.last = before;
      else next.before = before;
      node.parent = null;
      node.before = null;
      node.next = null;
    },
    adoptAttributes: () => undefined,
    setDocumentType: () => undefined,
    setDocumentMode(_, given) {
      mode = given;
    },
    getDocumentMode: () => mode,
    setTemplateContent(template, content) {
      templates.set(template, content);
    },
    getTemplateContent: (template) => templates.get(template) ?? template,
    getFirstChild: (node) => node.first,
    getChildNodes: (node) => [...node.children()],
    getParentNode: (node) => node.parent,
    getAttrList: (node) => node.attributes,
    getTagName: (node) => node.name,
    getNamespaceURI: (node) => node.namespace,
    getTextNodeContent: (node) => node.text,
    getCommentNodeContent: () => '',
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node): node is HtmlNode => node.kind === 'text',
    isCommentNode: (node): node is HtmlNode => node.kind === 'other',
    isDocumentTypeNode: (node): node is HtmlNode => node.kind === 'other',
    isElementNode: (node): node is HtmlNode => node.kind === 'element',
    getNodeSourceCodeLocation: () => null,
    setNodeSourceCodeLocation: () => undefined,
    updateNodeSourceCodeLocation: () => undefined,
    onItemPush() {
      if (++depth > MAX_DEPTH) throw unreadable(DETAILS.nested(MAX_DEPTH));
    },
    onItemPop() {
      depth--;
    },
  };
}
