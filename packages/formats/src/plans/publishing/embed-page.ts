import type { RoadMap } from '@orientir/core/road-map';
import { escapeHtml } from '../writing/html/escape-html.js';
import { planTitle } from '../writing/plan-heading.js';
import type { PlanWritingOptions } from '../writing/plan-writing-options.js';
import { planSnippet } from './plan-snippet.js';
import type { SealedScript } from './sealed-script.js';
import { sha384 } from './sha-384.js';

/**
 * A page for a frame on another page. It has a background of its own, so that a page that repaints itself for low vision
 * does not leave black on black, and its policy lets nothing in but the files beside it.
 */
export function embedPage(
  plan: RoadMap,
  { scripts, ...options }: PlanWritingOptions & { readonly scripts: readonly SealedScript[] },
): string {
  const { language } = options;
  const style = `'sha384-${sha384(new TextEncoder().encode(EMBED_STYLE))}'`;
  const policy = `default-src 'none'; script-src 'self'; style-src 'self' ${style}; connect-src 'self'; img-src 'self' data:`;
  const tags = scripts
    .filter(({ name }) => name === 'orientir.js' || name === 'orientir-embed.js')
    .map(({ name, integrity }) => {
      const kind = name === 'orientir.js' ? 'type="module"' : 'defer';
      return `<script ${kind} src="${escapeHtml(name)}" integrity="${integrity}"></script>`;
    });
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(planTitle(plan, language)).replaceAll('\n', ' ')}</title>`,
    '<link rel="icon" href="data:,">',
    `<style>${EMBED_STYLE}</style>`,
    ...tags,
    '</head>',
    '<body>',
    planSnippet(plan, options).trimEnd(),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** No length of it depends on the height of the window: the frame takes its height from the page. */
const EMBED_STYLE = `
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--line:#c9c9c9;--accent:#1f5fa8}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8e8;--paper:#16181b;--line:#43474d;--accent:#8ab8ee}}
html{background:var(--paper)}
body{margin:0;padding:.5em;color:var(--ink);font:1em/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word;overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-size:1.25em;font-weight:600;padding:0 0 .5em}
th,td{text-align:left;vertical-align:top;padding:.5em .625em;border-bottom:1px solid var(--line)}
a{color:var(--accent)}
`;
