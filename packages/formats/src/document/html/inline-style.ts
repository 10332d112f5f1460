import type { HtmlNode } from './html-tree.js';

/** What the style of an element says that matters to its text. */
export interface InlineStyle {
  readonly hidden: boolean;
  readonly bold: boolean | undefined;
  /** `none`, `lower-roman` … */
  readonly list: string | undefined;
  /** Word puts the number of a paragraph into its text and marks it. */
  readonly isNumber: boolean;
}

export function inlineStyle(node: HtmlNode): InlineStyle {
  const style = node.attribute('style')?.slice(0, MAX_LENGTH).toLowerCase() ?? '';
  if (style === '') return node.attribute('hidden') === undefined ? PLAIN : HIDDEN;
  const [, weight] = /(?:^|[;\s])font-weight\s*:\s*(\w+)/.exec(style) ?? [];
  const [, list] = /(?:^|[;\s])list-style(?:-type)?\s*:\s*([\w-]+)/.exec(style) ?? [];
  return {
    hidden:
      node.attribute('hidden') !== undefined ||
      /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/.test(style),
    bold: weight === undefined ? undefined : /^bold|^[6-9]00$/.test(weight),
    list,
    isNumber: /mso-list\s*:\s*ignore/.test(style),
  };
}

const MAX_LENGTH = 4000;
const PLAIN: InlineStyle = { hidden: false, bold: undefined, list: undefined, isNumber: false };
const HIDDEN: InlineStyle = { ...PLAIN, hidden: true };
