import type { Language } from '@orientir/core/foundation';
import type { Choice } from '../plan-filter.js';
import type { PublishedPlan } from '../published-plan.js';
import { extraWords } from './extra-words.js';
import { monthsIn } from './months-of.js';

/** Filters beside those of the first view: responsible party, audience, month. */
export function furtherChoices(plan: PublishedPlan, language: Language): readonly Choice[] {
  const w = extraWords[language];
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const same = (texts: readonly string[]) => [...new Set(texts)].map((text) => [text, text] as const);
  return [
    ['responsible', w.responsible, same(plan.measures.flatMap(({ responsible }) => responsible))],
    ['audience', w.audience, same(plan.measures.flatMap(({ audience }) => audience))],
    ['month', w.month, monthsIn(plan).map((each) => [each, month.format(new Date(`${each}-01`))] as const)],
  ];
}
