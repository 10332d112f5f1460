/**
 * What stands above every sheet about pupils, and how such a sheet is known when somebody takes it for a plan.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';

type Warning = Readonly<Record<Language, string>>;

export const ROUTE_WARNING: Warning = {
  ru: 'Только для школы, ученика и его родителей. Это персональные данные (152-ФЗ «О персональных данных»): лист не публикуют, не вывешивают и не пересылают посторонним.',
  en: 'For the school, the pupil and the parents only. These are personal data (Russian law 152-FZ): the sheet is not published, put on a wall or sent to others.',
};

export const LISTS_WARNING: Warning = {
  ru: 'Только для школы. Это персональные данные учеников, а сведения об ОВЗ — их специальная категория (152-ФЗ «О персональных данных»): списки не публикуют, не вывешивают и не пересылают посторонним.',
  en: 'For the school only. These are personal data of pupils, and disability is a special category of them (Russian law 152-FZ): the lists are not published, put on a wall or sent to others.',
};

/** Whether a paragraph is one of these warnings; its spaces do not matter. */
export function isSchoolOnlyWarning(text: string): boolean {
  const plain = text.replace(/\s+/g, ' ').trim();
  return WARNINGS.has(plain);
}

const WARNINGS: ReadonlySet<string> = new Set(
  [ROUTE_WARNING, LISTS_WARNING].flatMap(({ ru, en }) => [ru, en]),
);
