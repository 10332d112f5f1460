import type { Language } from '@orientir/core/foundation';
import type { RoadMap } from '@orientir/core/road-map';
import { PLAN_KINDS } from '@orientir/core/road-map';
import { shownText } from './shown-text.js';
import { writingWords } from './writing-words.js';

/** Lines above the table. */
export interface PlanHeading {
  /** `Дорожная карта`; absent where the title says it itself. */
  readonly kind?: string;
  readonly title: string;
  /** `на 2025/2026 учебный год`; absent where the title says it itself. */
  readonly year?: string;
}

/** What a plan is called, with nothing said twice. */
export function planHeading({ kind, title, schoolYear }: RoadMap, language: Language): PlanHeading {
  const shown = shownText(title).trim();
  const lower = shown.toLowerCase();
  const word = PLAN_KINDS[kind][language];
  const [first = word] = word.split(' ');
  const saysKind = lower.includes(word) || lower.startsWith(first);
  const saysYear = schoolYear === undefined || lower.includes(schoolYear.slice(0, 4));
  return {
    ...(saysKind ? {} : { kind: `${word.charAt(0).toUpperCase()}${word.slice(1)}` }),
    title: shown,
    ...(saysYear ? {} : { year: writingWords(language).forYear(schoolYear) }),
  };
}

/** The heading in one line. */
export function planTitle(plan: RoadMap, language: Language): string {
  const { kind, title, year } = planHeading(plan, language);
  const whole = [...(title === '' ? [] : [title]), ...(year === undefined ? [] : [year])].join(' ');
  if (kind === undefined) return whole;
  if (whole === '') return kind;
  return /^\p{Lu}/u.test(whole) ? `${kind}. ${whole}` : `${kind} ${whole}`;
}
