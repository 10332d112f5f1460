import type { Issue, Language } from '@orientir/core/foundation';
import { describeIssue } from '@orientir/core/foundation';
import { textsOf } from './texts.js';
import type { Voice } from './voice.js';

/**
 * Complains of issues, a line each with its place, of the first ones only; then how many more there are and, where one was
 * written, the file that has them all.
 */
export function complainOfIssues(
  issues: readonly Issue[],
  language: Language,
  voice: Voice,
  { most = 20, file }: { readonly most?: number; readonly file?: string } = {},
): void {
  const texts = textsOf(language);
  for (const of of issues.slice(0, most)) {
    const place = texts.place(of.row, of.column, of.sheet);
    voice.complain(`  ${of.file}${place === '' ? '' : `, ${place}`}: ${describeIssue(of, language)}`);
  }
  if (issues.length > most) voice.complain(texts.more(issues.length - most, file));
}
