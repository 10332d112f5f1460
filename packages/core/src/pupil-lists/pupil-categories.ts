import type { Language } from '../foundation/issue.js';

/**
 * Why pupils get attention: they miss lessons («пропускающие занятия»), fail («слабоуспевающие»), or have a disability («с
 * ОВЗ»). The three stand beside each other in programmes of support; none is more than another.
 */
export type PupilCategory = 'absent' | 'failing' | 'disability';

interface CategoryPlan {
  /** Name of the plan to fill in, as `planTemplate` of the room road-map knows it. */
  readonly template: string;
  /** Its section about the category. */
  readonly section: Readonly<Record<Language, string>>;
}

/** The plan of work with each category; in this order lists are told. */
export const PUPIL_CATEGORIES: Readonly<Record<PupilCategory, CategoryPlan>> = {
  absent: {
    template: 'pupil-categories',
    section: { ru: 'Пропускают занятия', en: 'Absent from lessons' },
  },
  failing: { template: 'pupil-categories', section: { ru: 'Не успевают', en: 'Failing' } },
  disability: {
    template: 'pupil-categories',
    section: { ru: 'С ограниченными возможностями здоровья', en: 'With special needs' },
  },
};

/** The plan of work with likely medal winners, who are no category of support and stand apart from the lists of these. */
export const MEDAL_CANDIDATES_PLAN: CategoryPlan = {
  template: 'pupil-categories',
  section: { ru: 'Показывают высокие результаты', en: 'With high results' },
};
