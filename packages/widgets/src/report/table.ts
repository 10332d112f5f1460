import type { Assessment } from '@orientir/core/assessment';
import { assessmentTitles } from '@orientir/core/assessment';
import type { Both } from './text.js';
import { both, labelled, say } from './text.js';

/** A header cell that sorts. */
export function sortable(text: Both, numeric = true): string {
  return `<th scope="col"${numeric ? ' class="n"' : ''} data-sort>${say(text)}</th>`;
}

/** A table in a region that scrolls and takes focus; a long one up and down too, under its head. */
export function table(caption: Both, heads: readonly string[], rows: readonly string[], name: Both): string {
  return `<div class="scroll${rows.length > LONG ? ' long' : ''}" tabindex="0" role="region" ${labelled(name)}><table><caption><span class="cap">${say(caption)}</span></caption><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

const LONG = 25;

/** Name of a work among all of the report: two have two. */
export function workTitle({ id }: Assessment, { assessments }: Works): Both {
  const titles = TITLES.get(assessments) ?? {
    ru: assessmentTitles(assessments, 'ru'),
    en: assessmentTitles(assessments, 'en'),
  };
  TITLES.set(assessments, titles);
  return both(titles.ru.get(id) ?? id, titles.en.get(id) ?? id);
}

/** The works that a report is about. */
interface Works {
  readonly assessments: readonly Assessment[];
}

/** A region's report names works some thousand times. */
const TITLES = new WeakMap<
  readonly Assessment[],
  { readonly ru: ReadonlyMap<string, string>; readonly en: ReadonlyMap<string, string> }
>();

/** A name for a region of the page; two works have two. */
export function named(what: Both, assessment: Assessment, works: Works): Both {
  const title = workTitle(assessment, works);
  return both(`${what.ru}: ${title.ru}`, `${what.en}: ${title.en}`);
}
