import type { TemplateResult } from 'lit';
import type { ViewContext } from '../measure-list.js';
import { extraWords } from './extra-words.js';
import { icsOf } from './plan-ics.js';

/** Print, and files that the page makes by itself from what is shown. */
export function downloads(context: ViewContext): TemplateResult {
  const { html, nothing, plan, shown, language } = context;
  const w = extraWords[language];
  const dated = shown.some(({ end, days }) => end !== undefined || days.length > 0);
  return html`<p class="files">
    <button type="button" @click=${() => print()}>${w.print}</button>
    <button type="button" @click=${() => save('plan.csv', 'text/csv', csvOf(context))}>${w.csv}</button>
    ${!dated ? nothing : html`<button type="button" @click=${() => save('plan.ics', 'text/calendar', icsOf(plan, shown, context.today))}>${w.ics}</button>`}
  </p>`;
}

/**
 * Semicolons and a mark of UTF-8, so that a Russian Excel opens it; what it would take for a formula gets an apostrophe, and what one
 * would whose lists are divided by commas.
 */
function csvOf({ plan, shown }: ViewContext): string {
  const sections = new Map(plan.sections.map(({ id, text }) => [id, text]));
  const lines = [
    ['', ...plan.columns.map(({ header }) => header)],
    ...shown.map(({ section, cells }) => [
      section === undefined ? '' : (sections.get(section) ?? ''),
      ...cells,
    ]),
  ];
  const cell = (text: string) => {
    const whole = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    const safe = whole.replace(/([,\t\r\n])(?=[=+@]|-\S)/g, "$1'");
    return `"${safe.replaceAll('"', '""')}"`;
  };
  return `\ufeff${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
