/** What the sheets of `profile.xlsx` have in common. @module */
import type { Cell } from '@orientir/core/analysis';
import type { Figure, Language, MissingReason } from '@orientir/core/foundation';
import type { RuleSource } from '@orientir/core/school-profile';
import type { ProfileFormName } from './profile-columns.js';
import type { ProfiledSchool, ProfileResults } from './profile-results.js';
import { VERIFICATION_TEXTS } from './profile-texts.js';
import type { WorkbookWords } from './profile-workbook-words.js';

export interface Told extends ProfileResults {
  readonly language: Language;
  readonly words: WorkbookWords;
}

export function whyEmpty({ isKnown, refused }: ProfiledSchool, form: ProfileFormName): MissingReason {
  return isKnown ? (refused.has(form) ? 'refused' : 'not-entered') : 'unknown-school';
}

export function toldFigure(figure: Figure, empty: MissingReason): Figure {
  return figure.kind === 'missing' && figure.reason === 'not-entered' ? { ...figure, reason: empty } : figure;
}

export function ends(figure: Figure): readonly [Cell, Cell] {
  const interval = figure.kind === 'known' ? figure.interval : undefined;
  return [interval?.low, interval?.high];
}

export function sourceNote(
  { id, source, verification }: RuleSource,
  w: WorkbookWords,
  language: Language,
): string {
  return `${w.source} ${id}: ${source}. ${w.checked}: ${VERIFICATION_TEXTS[language][verification]}.`;
}
