/**
 * The plan as a page of its own.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { RoadMap } from '@orientir/core/road-map';
import { HORIZONS } from '@orientir/core/road-map';
import { closingLists } from '../closing-lists.js';
import { dateInWords } from '../plan-date.js';
import { planHeading, planTitle } from '../plan-heading.js';
import { stampLines } from '../stamp-lines.js';
import { writingWords } from '../writing-words.js';
import { escapeAddress, escapeHtml, escapeLines } from './escape-html.js';
import type { PlanFileLink } from './file-links.js';
import { fileLinks } from './file-links.js';
import { PAGE_STYLE } from './page-style.js';
import type { PlanHtmlOptions } from './plan-html.js';
import { planHtml } from './plan-html.js';

export interface PlanPageOptions extends PlanHtmlOptions {
  /** What a reader must know first: that this is an old version, say. */
  readonly notice?: string;
  /** Files with the same plan. */
  readonly files?: readonly PlanFileLink[];
}

/**
 * A page that opens from disk and asks nothing of any network: stamps, title, what the plan rests on, problems, goals,
 * the table of {@link planHtml}, decisions and resources. Its own policy forbids scripts.
 */
export function planPage(plan: RoadMap, options: PlanPageOptions): string {
  const { language, asOf, notice, files = [] } = options;
  const words = writingWords(language);
  const { kind, title, year } = planHeading(plan, language);
  const heading = [kind, title, year].filter((line) => line !== undefined && line !== '').join('\n');
  const basis = (plan.legalBasis ?? []).map(({ raw }) => raw.trim().replace(/[;.]$/, ''));
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(planTitle(plan, language)).replaceAll('\n', ' ')}</title>`,
    '<link rel="icon" href="data:,">',
    `<style>${PAGE_STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...(notice === undefined ? [] : [`<p><strong>${escapeLines(notice)}</strong></p>`]),
    ...stamps(plan, language),
    `<h1 id="title">${escapeLines(heading)}</h1>`,
    ...(asOf === undefined
      ? []
      : [`<p class="note">${escapeHtml(words.asOf(dateInWords(asOf, language)))}</p>`]),
    ...(files.length === 0 ? [] : [`<p class="files note">${fileLinks(files, language)}</p>`]),
    ...(basis.length === 0 ? [] : [`<p>${escapeLines(`${words.basis}: ${basis.join('; ')}.`)}</p>`]),
    ...problems(plan, language),
    ...goals(plan, language),
    ...(plan.measures.length === 0 ? [`<p class="note">${escapeHtml(words.noMeasures)}</p>`] : []),
    '<div class="region" role="region" tabindex="0" aria-labelledby="title">',
    planHtml(plan, options).trimEnd(),
    '</div>',
    ...closing(plan, language),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function stamps({ stamps: all = [] }: RoadMap, language: Language): readonly string[] {
  if (all.length === 0) return [];
  const order = [
    ...all.filter(({ kind }) => kind !== 'approved'),
    ...all.filter(({ kind }) => kind === 'approved'),
  ];
  const blocks = order.map(
    (stamp) =>
      `<div>${stampLines(stamp, language)
        .map((line) => `<p>${escapeHtml(line)}</p>`)
        .join('')}</div>`,
  );
  return ['<div class="stamps">', ...blocks, '</div>'];
}

function problems({ problems: all = [] }: RoadMap, language: Language): readonly string[] {
  if (all.length === 0) return [];
  const items = all.map(({ text }) => `<li>${escapeLines(text)}</li>`);
  return [`<h2>${escapeHtml(writingWords(language).problems)}</h2>`, `<ol>${items.join('')}</ol>`];
}

function goals({ goals: all = [] }: RoadMap, language: Language): readonly string[] {
  if (all.length === 0) return [];
  const words = writingWords(language);
  const items = all.map(({ text, horizon, tasks = [] }) => {
    const inner = tasks.map((task) => `<li>${escapeLines(task.text)}</li>`).join('');
    const reach = horizon === undefined ? '' : ` (${escapeHtml(HORIZONS[horizon][language])})`;
    return `<li>${escapeLines(text)}${reach}${inner === '' ? '' : `<ol>${inner}</ol>`}</li>`;
  });
  const heading = all.some(({ tasks = [] }) => tasks.length > 0) ? words.goalsAndTasks : words.goals;
  return [`<h2>${escapeHtml(heading)}</h2>`, `<ol>${items.join('')}</ol>`];
}

function closing(plan: RoadMap, language: Language): readonly string[] {
  return closingLists(plan, language).flatMap(({ heading, items }) => [
    `<h2>${escapeHtml(heading)}</h2>`,
    `<ol>${items
      .map(({ text, href }) =>
        href === undefined
          ? `<li>${escapeLines(text)}</li>`
          : `<li><a href="${escapeAddress(href)}">${escapeLines(text)}</a></li>`,
      )
      .join('')}</ol>`,
  ]);
}
