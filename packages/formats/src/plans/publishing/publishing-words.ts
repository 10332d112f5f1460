import type { Language } from '@orientir/core/foundation';

/** Words of published pages that are no instructions. */
export interface PublishingWords {
  readonly liveVersion: string;
  readonly archivedVersion: string;
  readonly archivedApproved: (day: string) => string;
  readonly archivedAsOf: (day: string) => string;
  readonly calendar: string;
}

const ru: PublishingWords = {
  liveVersion: 'план на сегодня',
  archivedVersion: 'архивная редакция',
  archivedApproved: (day) =>
    `Это архивная редакция плана, дата утверждения — ${day}. Она не меняется; отметок о выполнении в ней нет.`,
  archivedAsOf: (day) =>
    `Это архивная редакция: план, каким он был ${day}. Она не меняется; отметок о выполнении в ней нет.`,
  calendar: 'календарь',
};

const en: PublishingWords = {
  liveVersion: 'the plan today',
  archivedVersion: 'archived version',
  archivedApproved: (day) =>
    `This is an archived version of the plan, approved on ${day}. It does not change; marks on measures are not in it.`,
  archivedAsOf: (day) =>
    `This is an archived version: the plan as it was on ${day}. It does not change; marks on measures are not in it.`,
  calendar: 'calendar',
};

/** The words of a language. */
export function publishingWords(language: Language): PublishingWords {
  return language === 'ru' ? ru : en;
}
