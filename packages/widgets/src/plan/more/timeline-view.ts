import type { TemplateResult } from 'lit';
import type { ViewContext } from '../measure-list.js';
import { SIGNS } from '../measure-list.js';
import { stateOf } from '../measure-state.js';
import { fallsIn } from '../plan-filter.js';
import { extraWords } from './extra-words.js';
import { monthsOf } from './months-of.js';
import { shortName } from './short-name.js';

/** A row for each measure with days and a column for each month: a table that reads as a drawing. */
export function timelineView({
  html,
  nothing,
  plan,
  shown,
  today,
  language,
  words,
  link,
}: ViewContext): TemplateResult {
  const w = extraWords[language];
  const months = monthsOf(plan);
  if (months.length === 0) return html`<div class="list"><p>${w.noDates}</p></div>`;
  const name = (month: string, style: 'short' | 'long') =>
    new Intl.DateTimeFormat(language, { month: style, year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${month}-01`),
    );
  const dated = shown.filter(({ start, end, days }) => (start ?? end) !== undefined || days.length > 0);
  const { states } = words;
  return html`<div class="list">
    <div class="scroll" tabindex="0" role="region" aria-label=${w.timeline}>
      <table class="line"><caption>${w.timeline}</caption>
        <thead><tr><th scope="col">${w.measure}</th>${months.map(
          (month) =>
            html`<th scope="col" abbr=${name(month, 'long')} ?data-today=${today.startsWith(month)}>${name(month, 'short')}</th>`,
        )}</tr></thead>
        <tbody>${dated.map((measure) => {
          const state = stateOf(measure, today);
          return html`<tr><th scope="row"><span aria-hidden="true">${SIGNS[state]}</span> <a href="#${link(measure.id)}">${shortName(measure, plan, 80)}</a> <small>${states[state]}</small></th>${months.map(
            (month) =>
              fallsIn(measure, month)
                ? html`<td data-on><i>${w.yes}</i></td>`
                : html`<td ?data-today=${today.startsWith(month)}></td>`,
          )}</tr>`;
        })}</tbody>
      </table>
    </div>
    ${dated.length === shown.length ? nothing : html`<p><small>${w.undated(shown.length - dated.length)}</small></p>`}
  </div>`;
}
