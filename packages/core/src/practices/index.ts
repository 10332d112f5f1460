/**
 * What others do about a topic, and events to go to.
 *
 * @module
 */
export type { Community, CommunityEvent, EventKind } from './community-event.js';
export { COMMUNITIES, EVENT_KINDS, eventsAsOffers } from './community-event.js';
export type { EffectRules, Practice, PracticeConditions, PracticeEvidence } from './practice.js';
export { EFFECT_RULES, shrunkenEffect } from './practice.js';
export type { PracticeTable } from './practice-tables.js';
export { offersTable, practicesTable } from './practice-tables.js';
export type {
  ConditionsFit,
  PracticeSuggestion,
  SchoolLooking,
  TopicNeed,
  TopicSuggestions,
} from './suggest-practices.js';
export { suggestPractices } from './suggest-practices.js';
