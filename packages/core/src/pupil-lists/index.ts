/**
 * Lists of pupils of one school by plain facts, for the school only.
 *
 * @module
 */
export type { ListRules } from './list-rules.js';
export { LIST_RULES } from './list-rules.js';
export type { PupilCategory } from './pupil-categories.js';
export { MEDAL_CANDIDATES_PLAN, PUPIL_CATEGORIES } from './pupil-categories.js';
export type { PupilFactsGiven } from './pupil-facts.js';
export { PupilFacts } from './pupil-facts.js';
export type {
  AbsentEntry,
  CategoryCounts,
  ClassCategories,
  FailingEntry,
  ListEntry,
  PupilListsFigures,
} from './pupil-lists.js';
export { PupilLists, pupilLists } from './pupil-lists.js';
