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
  ru: 'Только для приглашённых учителей и тех, кто организует помощь. Имён в повестке нет; в маленькой группе можно догадаться, чья тема, поэтому не передавайте её дальше и не публикуйте.',
  en: 'For the invited teachers and those who arrange the support only. There are no names in the agenda; in a small group one may guess whose topic it is, so do not pass it on or publish it.',
};

/** Stands wherever a plan of support is shown. Source: порядок проведения ВПР (consultant.ru, cons_doc_LAW_508937). */
export const LEGAL_LIMIT: Text = {
  ru: 'Результаты ВПР нельзя использовать для оценки работы учителей: так сказано в порядке проведения ВПР. Здесь только предложения помощи. Рейтинга учителей здесь нет.',
  en: 'By the official procedure results of ВПР must not be used to judge the work of teachers. Here support is offered and nothing else. There is no ranking of teachers.',
};

/** Whether a paragraph is one of these warnings; its spaces do not matter. */
export function isSupportWarning(text: string): boolean {
  return WARNINGS.has(text.replace(/\s+/g, ' ').trim());
}

const WARNINGS: ReadonlySet<string> = new Set(
  [SUPPORT_WARNING, ROUTE_WARNING, WORKBOOK_WARNING, AGENDA_WARNING].flatMap(({ ru, en }) => [ru, en]),
);
