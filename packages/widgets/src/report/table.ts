import { escapeHtml } from '../geometry/render-string.js';
import type { Both } from './text.js';
import { say } from './text.js';

/** A header cell that sorts. */
export function sortable(text: Both, numeric = true): string {
  return `<th scope="col"${numeric ? ' class="n"' : ''} data-sort>${say(text)}</th>`;
}

/** A table in a region that scrolls and takes focus. */
export function table(caption: Both, heads: readonly string[], rows: readonly string[], name: Both): string {
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(name.ru)}"><table><caption><span class="cap">${say(caption)}</span></caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
