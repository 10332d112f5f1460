/**
 * Numbers and bullets of lists in pages.
 *
 * @module
 */
import { formatNumber } from '../number-formats.js';
import type { HtmlNode } from './html-tree.js';
import { inlineStyle } from './inline-style.js';

/** A list while its items pass by. */
export interface OpenList {
  /** Absent for a list without marks. */
  readonly format: string | undefined;
  next: number;
}

export function openList(node: HtmlNode): OpenList {
  const start = Number.parseInt(node.attribute('start') ?? '', 10);
  return { format: formatOf(node), next: Number.isNaN(start) ? 1 : start };
}

/** The mark of the next item. */
export function markOf(list: OpenList, item: HtmlNode): string | undefined {
  if (list.format === undefined || inlineStyle(item).list === 'none') return undefined;
  if (list.format === 'bullet') return '•';
  const value = Number.parseInt(item.attribute('value') ?? '', 10);
  const number = Number.isNaN(value) ? list.next : value;
  list.next = number + 1;
  return `${formatNumber(number, list.format)}.`;
}

/** Word's number in the text of a pasted paragraph: `1.`, `·` */
export function pastedMark(text: string): string | undefined {
  const mark = text.trim();
  if (mark === '') return undefined;
  return /^[^\p{L}\p{N}]$/u.test(mark) && !/[-–—*]/.test(mark) ? '•' : mark.slice(0, 50);
}

function formatOf(node: HtmlNode): string | undefined {
  const { list } = inlineStyle(node);
  if (list === 'none') return undefined;
  if (node.name !== 'ol') return 'bullet';
  const byStyle = list === undefined ? undefined : BY_STYLE.get(list);
  return byStyle ?? BY_TYPE.get(node.attribute('type') ?? '') ?? 'decimal';
}

const BY_TYPE: ReadonlyMap<string, string> = new Map([
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
]);
const BY_STYLE: ReadonlyMap<string, string> = new Map([
  ['lower-alpha', 'lowerLetter'],
  ['lower-latin', 'lowerLetter'],
  ['upper-alpha', 'upperLetter'],
  ['upper-latin', 'upperLetter'],
  ['lower-roman', 'lowerRoman'],
  ['upper-roman', 'upperRoman'],
  ['decimal-leading-zero', 'decimalZero'],
  ['disc', 'bullet'],
  ['circle', 'bullet'],
  ['square', 'bullet'],
]);
