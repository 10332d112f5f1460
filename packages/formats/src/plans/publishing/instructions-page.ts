/**
 * How to put the plan on a site, for a person who is no programmer.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { RoadMap } from '@orientir/core/road-map';
import { escapeHtml } from '../writing/html/escape-html.js';
import { planTitle } from '../writing/plan-heading.js';
import { INSTRUCTIONS_STYLE } from './instructions-style.js';
import { instructionsEn } from './messages/instructions-en.js';
import { instructionsRu } from './messages/instructions-ru.js';
import type { SealedScript } from './sealed-script.js';
import { wayTexts } from './way-texts.js';

/** A way to put the plan on a page. */
interface WayWords {
  readonly title: string;
  readonly when: string;
  readonly steps: readonly string[];
  /** In front of each text to paste, in their order. */
  readonly paste: readonly string[];
  readonly after?: string;
}

/** The words of the instructions. */
export interface InstructionsWords {
  readonly title: string;
  readonly intro: string;
  /** Stands for the address of the folder where it is not known. */
  readonly placeholder: string;
  readonly placeholderNote: (placeholder: string) => string;
  readonly copy: string;
  readonly filesTitle: string;
  readonly files: readonly string[];
  readonly live: string;
  readonly archived: string;
  readonly chooseTitle: string;
  readonly choose: readonly (readonly [situation: string, way: string])[];
  readonly chooseHeads: readonly [situation: string, way: string];
  readonly ways: readonly WayWords[];
  readonly troubleTitle: string;
  readonly trouble: readonly (readonly [seen: string, what: string])[];
  readonly troubleHeads: readonly [seen: string, what: string];
  readonly updateTitle: string;
  readonly update: readonly string[];
}

export interface InstructionsOptions {
  readonly language: Language;
  /** Address of the folder, with a slash at its end; absent = to be filled in. */
  readonly base: string | undefined;
  readonly scripts: readonly SealedScript[];
  readonly snippet: string;
  /** Folder of the version that keeps its address. */
  readonly archive: string;
}

/** The page: which way when, and the exact text to paste for each. */
export function instructionsPage(plan: RoadMap, options: InstructionsOptions): string {
  const { language, archive } = options;
  const words = language === 'ru' ? instructionsRu : instructionsEn;
  const base = options.base ?? words.placeholder;
  const title = planTitle(plan, language).replaceAll('\n', ' ');
  const texts = wayTexts({ ...options, base, title });
  const text = (of: string) => marked(escapeHtml(of), words.placeholder);
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(words.title)}</title>`,
    '<link rel="icon" href="data:,">',
    `<style>${INSTRUCTIONS_STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escapeHtml(words.title)}</h1>`,
    `<p>${escapeHtml(title)}</p>`,
    `<p>${escapeHtml(words.intro)}</p>`,
    ...(options.base === undefined ? [`<p>${text(words.placeholderNote(words.placeholder))}</p>`] : []),
    `<h2>${escapeHtml(words.filesTitle)}</h2>`,
    ...words.files.map((line) => `<p>${text(line)}</p>`),
    '<dl>',
    `<dt>${escapeHtml(words.live)}</dt><dd><code>${text(`${base}index.html`)}</code></dd>`,
    `<dt>${escapeHtml(words.archived)}</dt><dd><code>${text(`${base}${archive}/index.html`)}</code></dd>`,
    '</dl>',
    `<h2>${escapeHtml(words.chooseTitle)}</h2>`,
    ...table(words.chooseHeads, words.choose),
    `<p>${escapeHtml(words.copy)}</p>`,
    ...words.ways.flatMap((way, index) => waySection(way, texts[index] ?? [], text)),
    `<h2>${escapeHtml(words.troubleTitle)}</h2>`,
    ...table(words.troubleHeads, words.trouble),
    `<h2>${escapeHtml(words.updateTitle)}</h2>`,
    ...words.update.map((line) => `<p>${escapeHtml(line)}</p>`),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function waySection(
  { title, when, steps, paste, after }: WayWords,
  texts: readonly string[],
  text: (of: string) => string,
): readonly string[] {
  return [
    `<h2>${escapeHtml(title)}</h2>`,
    `<p class="when">${escapeHtml(when)}</p>`,
    ...(steps.length === 0
      ? []
      : [`<ol>${steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol>`]),
    ...texts.flatMap((of, index) => {
      const label = escapeHtml(paste[index] ?? title);
      return [`<p>${label}</p>`, `<pre tabindex="0" role="group" aria-label="${label}">${text(of)}</pre>`];
    }),
    ...(after === undefined ? [] : [`<p>${escapeHtml(after)}</p>`]),
  ];
}

function table(
  heads: readonly [string, string],
  rows: readonly (readonly [string, string])[],
): readonly string[] {
  return [
    '<table>',
    `<thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows
      .map(([one, other]) => `<tr><th scope="row">${escapeHtml(one)}</th><td>${escapeHtml(other)}</td></tr>`)
      .join('\n')}</tbody>`,
    '</table>',
  ];
}

/** What has to be filled in stands out. */
function marked(html: string, placeholder: string): string {
  return html.replaceAll(placeholder, `<mark>${placeholder}</mark>`);
}
