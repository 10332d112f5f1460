import type { Language } from '@orientir/core/foundation';
import type { Choice } from '../plan-filter.js';
import type { PublishedPlan } from '../published-plan.js';
import { dateFormat } from './date-format.js';
import { extraWords } from './extra-words.js';
import { monthsIn } from './months-of.js';

/** Of each plan in the language of its page, made once: they are asked for whenever something is drawn. */
const made = new WeakMap<PublishedPlan, readonly [Language, readonly Choice[]]>();

/** Filters beside those of the first view: responsible party, audience, month. */
export function furtherChoices(plan: PublishedPlan, language: Language): readonly Choice[] {
  const known = made.get(plan);
  if (known?.[0] === language) return known[1];
  const choices = choicesOf(plan, language);
  made.set(plan, [language, choices]);
  return choices;
}

function choicesOf(plan: PublishedPlan, language: Language): readonly Choice[] {
  const w = extraWords[language];
  const month = dateFormat(language, { month: 'long', year: 'numeric' });
  const same = (texts: readonly string[]) => [...new Set(texts)].map((text) => [text, text] as const);
  return [
    ['responsible', w.responsible, same(plan.measures.flatMap(({ responsible }) => responsible))],
    ['audience', w.audience, same(plan.measures.flatMap(({ audience }) => audience))],
    ['month', w.month, monthsIn(plan).map((each) => [each, month.format(new Date(`${each}-01`))] as const)],
  ];
}
