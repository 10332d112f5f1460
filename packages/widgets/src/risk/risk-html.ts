import type { Language } from '@orientir/core/foundation';
import { chartToString, escapeHtml } from '../geometry/render-string.js';
import type { RiskData, RiskSchool } from './risk-data.js';
import type { RiskColumn } from './risk-rows.js';
import { sortRisk } from './risk-rows.js';
import type { RiskRow } from './risk-view.js';
import { COLUMNS, cellClass, riskRow, riskTexts } from './risk-view.js';
import { words } from './words.js';

/** The table as HTML without script, every school with its evidence; `riskSheet` styles it. */
export function riskHtml(data: RiskData, language: Language): string {
  const { title, subtitle, note } = riskTexts(data, language);
  const w = words[language];
  const head = COLUMNS.map(
    (column) => `<th scope="col"${classOf(cellClass(column))}>${escapeHtml(w.columns[column.id])}</th>`,
  ).join('');
  const body = sortRisk(data.schools, { by: 'class', descending: false }).map((school) =>
    rowHtml(school, riskRow(school, data, language), w.evidence),
  );
  return `<figure class="orientir-chart"><div class="risk"><figcaption><p class="title">${escapeHtml(title)}</p><p class="subtitle">${escapeHtml(subtitle)}</p></figcaption><div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table><caption class="visually-hidden">${escapeHtml(subtitle)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table></div><p class="note">${escapeHtml(note)}</p></div></figure>\n`;
}

/** A row, and below it one with the evidence. */
function rowHtml({ works }: RiskSchool, row: RiskRow, summary: string): string {
  const before: Partial<Record<RiskColumn, string>> = {
    class: chartToString(row.sign, 'sign'),
    ...(row.bar === undefined ? {} : { probability: chartToString(row.bar, 'meter') }),
  };
  const cells = COLUMNS.map((column) => {
    const shown = escapeHtml(row.cells[column.id]);
    if (column.id === 'school') return `<th scope="row">${shown}</th>`;
    const text = column.id === 'probability' ? `<span class="figure">${shown}</span>` : shown;
    return `<td${classOf(cellClass(column))}>${before[column.id] ?? ''}${text}</td>`;
  });
  if (works.length === 0) return `<tr>${cells.join('')}</tr>`;
  const aside = row.aside.map((text) => `<p class="narrow">${escapeHtml(text)}</p>`);
  const evidence = row.evidence.map(
    ({ work, text }) => `<li><strong>${escapeHtml(work)}</strong>: ${escapeHtml(text)}</li>`,
  );
  const stability = row.stability === '' ? '' : `<p>${escapeHtml(row.stability)}</p>`;
  return `<tr class="open">${cells.join('')}</tr>
<tr><td colspan="${COLUMNS.length}"><details><summary>${escapeHtml(summary)}</summary><div class="evidence">${aside.join('')}<ul>${evidence.join('')}</ul>${stability}</div></details></td></tr>`;
}

function classOf(names: string): string {
  return names === '' ? '' : ` class="${names}"`;
}
