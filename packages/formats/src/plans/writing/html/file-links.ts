import type { Language } from '@orientir/core/foundation';
import { writingWords } from '../writing-words.js';
import { escapeAddress, escapeHtml } from './escape-html.js';

/** A file with the plan: its address, and what it is called. */
export interface PlanFileLink {
  readonly href: string;
  readonly text: string;
}

/** `План в файлах: Word, Excel, …`, each a link. */
export function fileLinks(files: readonly PlanFileLink[], language: Language): string {
  const links = files.map(({ href, text }) => `<a href="${escapeAddress(href)}">${escapeHtml(text)}</a>`);
  return `${escapeHtml(writingWords(language).files)}: ${links.join(', ')}`;
}
