/**
 * The individual route sheet of one pupil, for the school, the pupil and the parents only.
 *
 * @module
 */
export { classKey, isSameClass } from './class-name.js';
export type { ClassRate } from './class-rates.js';
export { isNameLike } from './name-like.js';
export type { NoCode } from './no-code.js';
export { whyNoCode } from './no-code.js';
export type { OnePupil, PupilWanted } from './one-pupil.js';
export { onePupil } from './one-pupil.js';
export type { ItemResponse, ItemState, PupilRow } from './pupil-result.js';
export { PupilResult } from './pupil-result.js';
export type { RouteFigures, RouteItem, RouteWork } from './pupil-route.js';
export { PupilRoute, pupilRoute } from './pupil-route.js';
export type { RouteRules } from './route-rules.js';
export { ROUTE_RULES } from './route-rules.js';
export type { RoutePriority, RouteSkill, RouteTopic, TopicItem } from './route-topics.js';
