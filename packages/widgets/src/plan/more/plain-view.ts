import type { TemplateResult } from 'lit';
import type { ViewContext } from '../measure-list.js';
import { dayText } from '../measure-list.js';
import type { MeasureState } from '../measure-state.js';
import { nextDay, stateOf } from '../measure-state.js';
import type { PublishedMeasure } from '../published-plan.js';
import { extraWords } from './extra-words.js';
import { shortName } from './short-name.js';

/** The plan for parents: what goes on now, what comes, what was done, in one line each. */
export function plainView({
  html,
  nothing,
  plan,
  shown,
  most,
  today,
  language,
  link,
}: ViewContext): TemplateResult {
  const w = extraWords[language];
  const states = new Map(shown.map((measure) => [measure, stateOf(measure, today)]));
  const groups: readonly (readonly [string, readonly MeasureState[]])[] = [
    [w.now, ['due', 'underWay']],
    [w.soon, ['later']],
    [w.regular, ['repeats']],
    [w.finished, ['done']],
    [w.overdue, ['overdue']],
    [w.other, ['undated', 'notDone', 'cancelled']],
  ];
  const line = (measure: PublishedMeasure) => {
    const done = states.get(measure) === 'done';
    const day = done ? measure.date : nextDay(measure, today);
    const when = day === undefined ? '' : done ? dayText(day, language) : w.until(dayText(day, language));
    return html`<li><a href="#${link(measure.id)}">${shortName({ ...measure, cells: withoutNumber(measure, plan.columns) }, plan, 200)}</a>${when === '' ? nothing : html`, ${when}`}
      ${measure.evidence.map(({ title, href }) => (href === undefined ? nothing : html` <a href=${href}>${title}</a>`))}</li>`;
  };
  return html`<div class="list">${groups.map(([title, of]) => {
    const measures = shown.filter((measure) => of.includes(states.get(measure) ?? 'undated'));
    return measures.length === 0
      ? nothing
      : html`<section><p class="section" role="heading" aria-level="3">${title} <small>${measures.length}</small></p><ul>${measures.slice(0, 2 * most).map(line)}</ul></section>`;
  })}</div>`;
}

function withoutNumber(
  { cells }: PublishedMeasure,
  columns: ViewContext['plan']['columns'],
): readonly string[] {
  return cells.map((cell, index) => (columns[index]?.field === 'number' ? '' : cell));
}
