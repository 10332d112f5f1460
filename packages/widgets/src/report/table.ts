import type { Assessment } from '@orientir/core/assessment';
import { assessmentTitle } from '@orientir/core/assessment';
import { escapeHtml } from '../geometry/render-string.js';
import type { Both } from './text.js';
import { both, say } from './text.js';

/** A header cell that sorts. */
export function sortable(text: Both, numeric = true): string {
  return `<th scope="col"${numeric ? ' class="n"' : ''} data-sort>${say(text)}</th>`;
}

/** A table in a region that scrolls and takes focus. */
export function table(caption: Both, heads: readonly string[], rows: readonly string[], name: Both): string {
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(name.ru)}"><table><caption><span class="cap">${say(caption)}</span></caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** Name of a work for people. */
export function workTitle(of: Assessment): Both {
  return both(assessmentTitle(of, 'ru'), assessmentTitle(of, 'en'));
}

/** A name for a region of the page; two works have two. */
export function named(what: Both, assessment: Assessment): Both {
  const title = workTitle(assessment);
  return both(`${what.ru}: ${title.ru}`, `${what.en}: ${title.en}`);
}
