import type { TemplateResult } from 'lit';
import type { ViewContext } from '../measure-list.js';
import { dayText } from '../measure-list.js';
import type { PublishedMeasure } from '../published-plan.js';
import { dateFormat } from './date-format.js';
import { extraWords } from './extra-words.js';
import { monthsOf } from './months-of.js';
import { shortName } from './short-name.js';

/** The month that each plan on the page was turned to. */
const turnedTo = new WeakMap<HTMLElement, string>();

/** Days on which something falls due, a month at a time: a grid where there is room, and a list under it. */
export function calendarView(context: ViewContext): TemplateResult {
  const { html, nothing, plan, shown, most, today, language, host, link } = context;
  const w = extraWords[language];
  const months = monthsOf(plan);
  const [first] = months;
  if (first === undefined) return html`<div class="list"><p>${w.noDates}</p></div>`;
  const wanted = turnedTo.get(host) ?? today.slice(0, 7);
  const month = months.includes(wanted) ? wanted : wanted < first ? first : (months.at(-1) ?? first);
  const place = months.indexOf(month);
  const due = dueIn(shown, month);
  const undated = shown.filter(({ end, days }) => end === undefined && days.length === 0).length;
  const name = dateFormat(language, { month: 'long', year: 'numeric' }).format(new Date(`${month}-01`));
  const turn = (to: number) => () => {
    turnedTo.set(host, months[to] ?? month);
    host.requestUpdate();
  };
  const weeks = weeksOf(month);
  const drawn = due.slice(0, 2 * most);
  return html`<div class="list">
    <p class="turn">
      <button type="button" ?disabled=${place <= 0} @click=${turn(place - 1)} aria-label=${w.previous}>←</button>
      <strong role="status">${name}</strong>
      <button type="button" ?disabled=${place >= months.length - 1} @click=${turn(place + 1)} aria-label=${w.next}>→</button>
    </p>
    <table class="month"><caption>${w.calendarOf(name)}</caption>
      <thead><tr>${weekdays(language).map(([short, long]) => html`<th scope="col" abbr=${long}>${short}</th>`)}</tr></thead>
      <tbody>${weeks.map(
        (week) =>
          html`<tr>${week.map((day) => {
            if (day === undefined) return html`<td></td>`;
            const here = drawn.filter((each) => each.day === day);
            return html`<td ?data-today=${day === today}>${Number(day.slice(8))}${
              here.length === 0
                ? nothing
                : html`<ul>${here.map(({ measure }) => html`<li><a href="#${link(measure.id)}">${shortName(measure, plan, 40)}</a></li>`)}</ul>`
            }</td>`;
          })}</tr>`,
      )}</tbody>
    </table>
    <ul>${drawn.map(
      ({ measure, day }) =>
        html`<li><strong>${dayText(day, language)}</strong> <a href="#${link(measure.id)}">${shortName(measure, plan, 160)}</a></li>`,
    )}</ul>
    ${due.length === 0 ? html`<p>${w.nothingInMonth}</p>` : nothing}
    ${undated === 0 ? nothing : html`<p><small>${w.undated(undated)}</small></p>`}
  </div>`;
}

function dueIn(shown: readonly PublishedMeasure[], month: string) {
  return shown
    .flatMap((measure) => {
      const ends = measure.days.length > 0 ? measure.days.map(({ end }) => end) : [measure.end];
      return ends.flatMap((day) => (day?.startsWith(month) === true ? [{ measure, day }] : []));
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Weeks of a month from Monday; days of other months are absent. */
function weeksOf(month: string): readonly (readonly (string | undefined)[])[] {
  const year = Number(month.slice(0, 4));
  const index = Number(month.slice(5)) - 1;
  const before = (new Date(Date.UTC(year, index, 1)).getUTCDay() + 6) % 7;
  const count = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
  return Array.from({ length: Math.ceil((before + count) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const day = week * 7 + weekday - before + 1;
      return day < 1 || day > count ? undefined : `${month}-${String(day).padStart(2, '0')}`;
    }),
  );
}

function weekdays(language: string): readonly (readonly [short: string, long: string])[] {
  const [short, long] = (['short', 'long'] as const).map((weekday) => dateFormat(language, { weekday }));
  return [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const date = Date.UTC(2024, 0, day);
    return [short?.format(date) ?? '', long?.format(date) ?? ''];
  });
}
