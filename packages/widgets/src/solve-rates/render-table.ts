import type { Language } from '@orientir/core/foundation';
import { formatCount, formatNumber, formatShare } from '@orientir/core/foundation';
import { chartWords, missingText, subtitleOf } from '../chart/chart-words.js';
import { escapeHtml } from '../geometry/render-string.js';
import type { SolveRatesData } from './solve-rates-data.js';
import { noteOf, titleOf, words } from './words.js';

/**
 * The data as a plain table that lives without script and style, and that the element reads back. It is what stands
 * inside `<orientir-solve-rates>` on a page, and the fallback where nothing else works.
 */
export function solveRatesTable(data: SolveRatesData, language: Language): string {
  const w = words[language];
  const hasLabels = data.items.some(({ label }) => label !== undefined);
  const head = (role: string, text: string) =>
    `<th scope="col" data-orientir="${role}">${escapeHtml(text)}</th>`;
  const number = (value: number | undefined, text: string) =>
    `<td${value === undefined ? '' : ` data-value="${value}"`}>${escapeHtml(text)}</td>`;
  const rows = data.items.map((item) => {
    const compared = data.comparators.map(({ items }) => {
      const other = items.find(({ id }) => id === item.id);
      return number(other?.solveRate, other === undefined ? '–' : formatShare(other.solveRate, language));
    });
    return `<tr><th scope="row">${escapeHtml(item.id)}</th>${hasLabels ? `<td>${escapeHtml(item.label ?? '')}</td>` : ''}${number(item.n, formatCount(item.n, language))}${number(item.solveRate, item.solveRate === undefined ? missingText(item, language) : formatShare(item.solveRate, language))}${number(item.low, item.low === undefined ? '–' : formatNumber(item.low * 100, language))}${number(item.high, item.high === undefined ? '–' : formatNumber(item.high * 100, language))}${compared.join('')}</tr>`;
  });
  const { assessment, unit } = data;
  const attributes = [
    ['assessment', assessment.id],
    ['programme', assessment.programme],
    ['subject', assessment.subject],
    ['grade', assessment.grade],
    ['school-year', assessment.schoolYear],
    ['unit', unit.name],
    ['n', unit.n],
    ['source', data.source],
    ['synthetic', data.synthetic === true ? '' : undefined],
  ]
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` data-${name}="${escapeHtml(String(value))}"`);
  return `<table data-orientir="solve-rates"${attributes.join('')}><caption>${escapeHtml(titleOf(data, language))} ${escapeHtml(subtitleOf(data, language))}. ${escapeHtml(noteOf(data, language))}</caption><thead><tr>${head('item', w.item)}${hasLabels ? head('label', w.topic) : ''}${head('n', chartWords[language].pupils)}${head('rate', w.solveRate)}${head('low', LOW[language])}${head('high', HIGH[language])}${data.comparators.map(({ name }) => head('comparator', name)).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const LOW = { ru: 'от, %', en: 'from, %' } as const;
const HIGH = { ru: 'до, %', en: 'to, %' } as const;
