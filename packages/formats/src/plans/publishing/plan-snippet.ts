import type { RoadMap } from '@orientir/core/road-map';
import { escapeHtml } from '../writing/html/escape-html.js';
import type { PlanFileLink } from '../writing/html/file-links.js';
import { fileLinks } from '../writing/html/file-links.js';
import type { PlanHtmlOptions } from '../writing/html/plan-html.js';
import { planHtml } from '../writing/html/plan-html.js';
import { stampLines } from '../writing/stamp-lines.js';

/**
 * What a webmaster pastes into a page: stamps as plain paragraphs, the table of {@link planHtml}, links to files if any.
 * Nothing in it is a script, a style, a class, an id or microdata, so that content systems leave it whole.
 */
export function planSnippet(
  plan: RoadMap,
  options: PlanHtmlOptions & { readonly files?: readonly PlanFileLink[] },
): string {
  const { language, files = [] } = options;
  const stamps = (plan.stamps ?? []).map(
    (stamp) =>
      `<p data-orientir="stamp">${stampLines(stamp, language)
        .map((line) => escapeHtml(line))
        .join('<br>')}</p>\n`,
  );
  const links = files.length === 0 ? '' : `<p data-orientir="files">${fileLinks(files, language)}</p>\n`;
  return `${stamps.join('')}${planHtml(plan, options)}${links}`;
}
