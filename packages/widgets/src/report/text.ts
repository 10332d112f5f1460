/**
 * Text of the report in two languages at once: the page is Russian as it stands, and carries the English beside each
 * word, so that one small script can switch it without loading anything.
 *
 * @module
 */
import type { Figure } from '@orientir/core/foundation';
import { describeMissing, formatCount, formatNumber, formatShare } from '@orientir/core/foundation';
import { escapeHtml } from '../geometry/render-string.js';

/** A text in both languages; plain text, not HTML. */
export interface Both {
  readonly ru: string;
  readonly en: string;
}

export const both = (ru: string, en: string): Both => ({ ru, en });

/** A text as HTML. */
export function say(text: Both): string {
  return text.ru === text.en
    ? escapeHtml(text.ru)
    : `<span data-en="${escapeHtml(text.en)}">${escapeHtml(text.ru)}</span>`;
}

/** The name of a part of the page, as attributes: the script switches it with the texts. */
export function labelled({ ru, en }: Both): string {
  return `aria-label="${escapeHtml(ru)}"${ru === en ? '' : ` data-en-label="${escapeHtml(en)}"`}`;
}

export const share = (value: number, digits = 0): Both =>
  both(formatShare(value, 'ru', digits), formatShare(value, 'en', digits));
export const number = (value: number, digits: number): Both =>
  both(formatNumber(value, 'ru', digits), formatNumber(value, 'en', digits));
export const count = (value: number): Both => both(formatCount(value, 'ru'), formatCount(value, 'en'));

/** A cell with a number: text for people, value for sorting. A missing figure says why. */
export function figureCell(figure: Figure, text: (value: number) => Both): string {
  if (figure.kind === 'known')
    return `<td class="n" data-v="${figure.estimate}">${say(text(figure.estimate))}</td>`;
  const why = both(describeMissing(figure.reason, 'ru'), describeMissing(figure.reason, 'en'));
  return `<td class="n none" data-v="" title="${escapeHtml(why.ru)}"><span aria-hidden="true">–</span><span class="hidden">${say(why)}</span></td>`;
}

export function countCell(value: number): string {
  return `<td class="n" data-v="${value}">${say(count(value))}</td>`;
}

/** The interval of a figure as `39–43 %`. */
export function intervalOf(figure: Figure): Both | undefined {
  return figure.kind === 'missing' || figure.interval === undefined ? undefined : rangeOf(figure.interval);
}

/** Two shares as `39–43 %`. */
export function rangeOf({ low, high }: { readonly low: number; readonly high: number }): Both {
  return both(
    `${formatNumber(low * 100, 'ru')}–${formatShare(high, 'ru')}`,
    `${formatNumber(low * 100, 'en')}–${formatShare(high, 'en')}`,
  );
}

/** A cell with the interval of a figure. */
export function intervalCell(figure: Figure, text: Both | undefined): string {
  return rangeCell(figure.kind === 'known' ? figure.interval?.low : undefined, text);
}

/** A cell with an interval: text for people, the lower end for sorting. */
export function rangeCell(low: number | undefined, text: Both | undefined): string {
  return low === undefined || text === undefined
    ? '<td data-v="">–</td>'
    : `<td data-v="${low}">${say(text)}</td>`;
}

/** A difference with its sign: a minus that is one, and a plus; what is shown as nothing has no sign. */
export function signed(value: number): Both {
  const of = number(Math.abs(value), 2);
  const sign = Math.abs(value) < 0.005 ? '' : value > 0 ? '+' : '−';
  return both(`${sign}${of.ru}`, `${sign}${of.en}`);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
