export type { Assessment, Item, ItemLevel, MarkBorder, MarkScale, PointStep, Skill } from './assessment.js';
export { assessmentTitle } from './assessment-title.js';
export type { Contradiction } from './join-assessments.js';
export { isContradiction, joinAssessments } from './join-assessments.js';
export { markOfTotal, maxTotal, pointStepOf } from './mark-scale.js';
export type { ResponseBlock, Unit } from './responses.js';
export { MAX_HALF_POINTS, NOT_ADMINISTERED, NOT_ATTEMPTED, NOT_TAUGHT } from './responses.js';
