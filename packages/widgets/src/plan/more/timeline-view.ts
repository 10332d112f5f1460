import type { TemplateResult } from 'lit';
import type { ViewContext } from '../measure-list.js';
import { dayText, SIGNS } from '../measure-list.js';
import { stateOf } from '../measure-state.js';
import { fallsIn } from '../plan-filter.js';
import type { PublishedMeasure } from '../published-plan.js';
import { dateFormat } from './date-format.js';
import { extraWords } from './extra-words.js';
import { monthsOf } from './months-of.js';
import { shortName } from './short-name.js';

/** A row for each measure with days: its bar over the months of the plan, and the same in words. */
export function timelineView(context: ViewContext): TemplateResult {
  const { html, nothing, plan, shown, today, language, words, link } = context;
  const w = extraWords[language];
  const months = monthsOf(plan);
  const short = dateFormat(language, { month: 'short' });
  const dated = shown.filter(({ start, end, days }) => (start ?? end) !== undefined || days.length > 0);
  const now = months.indexOf(today.slice(0, 7));
  return html`<div class="list">
    <div class="scroll" tabindex="0" role="region" aria-label=${w.timeline}>
      <table class="line"><caption>${w.timeline}</caption>
        <thead><tr><th scope="col">${w.measure}</th><th scope="col"><div class="months">${months.map(
          (month, i) =>
            html`<span ?data-today=${i === now}><i>${short.format(new Date(`${month}-01`))}</i>${
              i === 0 || month.endsWith('-01') ? html` <b>${month.slice(0, 4)}</b>` : nothing
            }</span>`,
        )}</div></th></tr></thead>
        <tbody>${dated.slice(0, 2 * context.most).map((measure) => {
          const state = stateOf(measure, today);
          return html`<tr><th scope="row"><span aria-hidden="true">${SIGNS[state]}</span> <a href="#${link(measure.id)}">${shortName(measure, plan, 80)}</a> <small>${words.states[state]}</small></th>
            <td><svg viewBox="0 0 ${months.length} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><path d=${bars(measure, months)}></path></svg><small>${inWords(measure, context)}</small></td></tr>`;
        })}</tbody>
      </table>
    </div>
    ${dated.length === shown.length ? nothing : html`<p><small>${w.undated(shown.length - dated.length)}</small></p>`}
  </div>`;
}

/** A rectangle for each run of months, one unit wide for a month. */
function bars(measure: PublishedMeasure, months: readonly string[]): string {
  let path = '';
  let from = -1;
  for (let i = 0; i <= months.length; i++) {
    const month = months[i];
    const inside = month !== undefined && fallsIn(measure, month);
    if (inside && from < 0) from = i;
    if (inside || from < 0) continue;
    path += `M${from} 0H${i}V1H${from}Z`;
    from = -1;
  }
  return path;
}

function inWords({ start, end, days }: PublishedMeasure, { language }: ViewContext): string {
  const [from, to] = days.length > 0 ? [days[0]?.end, days.at(-1)?.end] : [start, end];
  const { until } = extraWords[language];
  const last = to === undefined ? '' : dayText(to, language);
  if (from === undefined) return until(last);
  return from === to ? last : `${dayText(from, language)} – ${last}`;
}
