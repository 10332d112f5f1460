import type { Language } from '@orientir/core/foundation';

type Text = Readonly<Record<Language, string>>;

/** Above every letter and sheet of a plan of support, and how such a document is known when somebody takes it for a plan. */
export const SUPPORT_WARNING: Text = {
  ru: 'Только для учителя и тех, кто организует помощь. Письмо не публикуют и не используют для оценки, аттестации или оплаты.',
  en: 'For the teacher and those who arrange the support only. It is not published and not used for appraisal, certification or pay.',
};

export const ROUTE_WARNING: Text = {
  ru: 'Только для учителя и тех, кто организует помощь. Маршрут не публикуют и не используют для оценки, аттестации или оплаты.',
  en: 'For the teacher and those who arrange the support only. The route is not published and not used for appraisal, certification or pay.',
};

export const WORKBOOK_WARNING: Text = {
  ru: 'Только для тех, кто организует помощь. Книгу не публикуют и не используют для оценки, аттестации или оплаты.',
  en: 'For those who arrange the support only. It is not published and not used for appraisal, certification or pay.',
};

export const AGENDA_WARNING: Text = {
  ru: 'Только для участников объединения и тех, кто организует помощь. Повестку не публикуют; об отдельных учителях в ней ничего нет.',
  en: 'For the association and those who arrange the support only. It is not published; it says nothing of single teachers.',
};

/** Stands wherever a plan of support is shown. Source: порядок проведения ВПР (consultant.ru, cons_doc_LAW_508937). */
export const LEGAL_LIMIT: Text = {
  ru: 'Результаты ВПР нельзя использовать для оценки работы учителей: так сказано в порядке проведения ВПР. Здесь только предложения помощи: никого не сравнивают и не ставят по местам.',
  en: 'By the official procedure results of ВПР must not be used to judge the work of teachers. Here support is offered and nothing else: nobody is compared or ranked.',
};

/** Whether a paragraph is one of these warnings; its spaces do not matter. */
export function isSupportWarning(text: string): boolean {
  return WARNINGS.has(text.replace(/\s+/g, ' ').trim());
}

const WARNINGS: ReadonlySet<string> = new Set(
  [SUPPORT_WARNING, ROUTE_WARNING, WORKBOOK_WARNING, AGENDA_WARNING].flatMap(({ ru, en }) => [ru, en]),
);
