import type { Language } from '@orientir/core/foundation';
import type { html as litHtml, nothing as litNothing, TemplateResult } from 'lit';
import type { MeasureState } from './measure-state.js';
import { stateOf } from './measure-state.js';
import type { PlanWords } from './plan-words.js';
import type { PublishedMeasure, PublishedPlan } from './published-plan.js';

/** What a view is made of. Lit comes with it, so that views that are loaded later do not bring a second one. */
export interface ViewContext {
  readonly html: typeof litHtml;
  readonly nothing: typeof litNothing;
  readonly plan: PublishedPlan;
  readonly shown: readonly PublishedMeasure[];
  /** How many of them the list draws by now; what is lower than its cards comes twice as many. */
  readonly most: number;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly language: Language;
  readonly words: PlanWords;
  readonly host: HTMLElement & { requestUpdate(): void };
  /** Name of a measure in an address. */
  readonly link: (id: string) => string;
  /** Id of the measure that the address points to. */
  readonly current: string | undefined;
}

/** Measures one under the other, by section, with how much of each section is done. */
export function measureList({
  html,
  nothing,
  plan,
  shown,
  most,
  today,
  language,
  words: w,
  link,
  current,
}: ViewContext): TemplateResult {
  const columnOf = (field: string) => plan.columns.findIndex((column) => column.field === field);
  const [number, text, status] = [columnOf('number'), columnOf('text'), columnOf('status')];
  const what = text < 0 ? plan.columns.findIndex(({ field }) => field !== 'number') : text;
  const drawn = new Set(shown.slice(0, most));
  const card = (measure: PublishedMeasure) => {
    const { id, cells, evidence, date } = measure;
    const state = stateOf(measure, today);
    const name = cells[number] || cells[what] || id;
    return html`<li part="measure" data-id=${id} ?data-current=${id === current}>
      <p class="what"><a href="#${link(id)}" aria-label=${w.link(name)}>${cells[number] || '№'}</a> ${cells[what]}</p>
      <p class="state"><span aria-hidden="true">${SIGNS[state]}</span> ${w.states[state]}${date === undefined ? '' : `, ${dayText(date, language)}`}</p>
      <dl>${plan.columns.map((column, index) =>
        index === number ||
        index === what ||
        index === status ||
        !cells[index] ||
        cells[index] === cells[what]
          ? nothing
          : html`<div><dt>${column.header}</dt><dd>${cells[index]}</dd></div>`,
      )}${
        evidence.length === 0
          ? nothing
          : html`<div><dt>${w.evidence}</dt><dd>${evidence.map(({ title, href }) => (href === undefined ? title : html`<a href=${href}>${title}</a> `))}</dd></div>`
      }</dl>
    </li>`;
  };
  return html`<div part="list" class="list">${sectionsShown(plan, shown).map(
    ({ title, measures }) => html`<section>
      ${title === undefined && plan.sections.length === 0 ? nothing : html`<p class="section" role="heading" aria-level="3">${title ?? w.rest} <small>${w.done(measures.filter((each) => stateOf(each, today) === 'done').length, measures.length)}</small></p>`}
      <ul>${measures.filter((measure) => drawn.has(measure)).map(card)}</ul>
    </section>`,
  )}</div>`;
}

/** Measures by the section they stand in, in the order of the plan. */
function sectionsShown(
  { sections }: PublishedPlan,
  shown: readonly PublishedMeasure[],
): readonly { readonly title: string | undefined; readonly measures: readonly PublishedMeasure[] }[] {
  const titles = new Map(sections.map(({ id, text }) => [id, text]));
  const groups = new Map<string | undefined, PublishedMeasure[]>();
  for (const measure of shown) {
    const group = groups.get(measure.section);
    if (group === undefined) groups.set(measure.section, [measure]);
    else group.push(measure);
  }
  return [...groups].map(([section, measures]) => ({
    title: section === undefined ? undefined : titles.get(section),
    measures,
  }));
}

/** State as a shape, beside its word; no triangles, which say “higher” and “lower” elsewhere. */
export const SIGNS: Readonly<Record<MeasureState, string>> = {
  done: '●',
  underWay: '◐',
  notDone: '◆',
  cancelled: '–',
  overdue: '◇',
  due: '◔',
  later: '○',
  repeats: '↻',
  undated: '·',
};

export function dayText(day: string, language: Language): string {
  let format = formats.get(language);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language === 'ru' ? 'ru' : 'en-GB', {
      dateStyle: 'medium',
      timeZone: 'UTC',
    });
    formats.set(language, format);
  }
  return format.format(new Date(day));
}

/** Making one takes longer than using it a hundred times. */
const formats = new Map<Language, Intl.DateTimeFormat>();
