import { NO_ATTRIBUTES } from '../cell-draft.js';
import { withoutControls } from '../clean-text.js';
import type { HtmlNode } from './html-tree.js';

/** The `data-*` attributes of an element; values that a careless page would run are left out. */
export function dataAttributes(node: HtmlNode): ReadonlyMap<string, string> {
  let found: Map<string, string> | undefined;
  for (const { name, value } of node.attributes) {
    if (!name.startsWith('data-') || value.length > MAX_LENGTH || isScript(value)) continue;
    found ??= new Map();
    found.set(name, withoutControls(value));
    if (found.size >= MOST) break;
  }
  return found ?? NO_ATTRIBUTES;
}

const MAX_LENGTH = 10_000;
const MOST = 100;
const SCRIPT = /^(?:javascript:|vbscript:|data:text\/html)/i;

/** Browsers skip white space and control characters in front of a scheme and within it. */
function isScript(value: string): boolean {
  return SCRIPT.test(value.slice(0, 200).replace(/[\s\p{Cc}]/gu, ''));
}
