/**
 * The exact texts to paste, for each way in the order of the instructions.
 *
 * @module
 */
import { escapeHtml } from '../writing/html/escape-html.js';
import type { InstructionsOptions } from './instructions-page.js';

export interface WayTextsOptions extends Pick<InstructionsOptions, 'language' | 'scripts' | 'snippet'> {
  readonly base: string;
  readonly title: string;
}

/** Editor, template, element, frame, WordPress and Joomla (nothing of their own), files. */
export function wayTexts({
  base,
  title,
  language,
  scripts,
  snippet,
}: WayTextsOptions): readonly (readonly string[])[] {
  const integrity = new Map(scripts.map((script) => [script.name, script.integrity]));
  const tag = (name: string, kind: 'type="module"' | 'defer'): string => {
    const hash = integrity.get(name);
    const sealedBy = hash === undefined ? '' : ` integrity="${hash}" crossorigin="anonymous"`;
    return `<script ${kind} src="${escapeAddress(base)}${name}"${sealedBy}></script>`;
  };
  const at = escapeAddress(base);
  const name = escapeHtml(title);
  const link = `<a href="${at}index.html">${name}</a>`;
  const calendar = language === 'ru' ? 'календарь' : 'calendar';
  const module = tag('orientir.js', 'type="module"');
  return [
    [snippet.trimEnd()],
    [module, tag('orientir.classic.js', 'defer')],
    [`<orientir-plan src="${at}plan.json">\n<p>${link}</p>\n</orientir-plan>\n${module}`],
    [
      `<iframe src="${at}embed.html" title="${name}" data-orientir="frame" width="100%" height="700" loading="lazy">${link}</iframe>`,
      tag('orientir-frame.js', 'defer'),
    ],
    [],
    [
      `<p>${link}: <a href="${at}plan.docx">Word</a>, <a href="${at}plan.xlsx">Excel</a>, <a href="${at}plan.ics">${calendar}</a></p>`,
    ],
  ];
}

/** For an attribute: an address keeps its equals signs, which a person would stumble over. */
function escapeAddress(address: string): string {
  return address.replace(
    /[&"<>]/g,
    (sign) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' })[sign] ?? '',
  );
}
