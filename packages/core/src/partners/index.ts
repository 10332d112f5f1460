/**
 * Partner schools: alike in conditions, higher in results.
 *
 * @module
 */
export type { Balance } from './balance.js';
export type { NoPartnerReason, SchoolPair } from './candidate-pairs.js';
export { NO_PARTNER_REASONS } from './candidate-pairs.js';
export type { PartnerEntry, PartnerPlan, PartnerProof } from './partner-plan.js';
export { partnerPlan } from './partner-plan.js';
export type { PartnerRules } from './partner-rules.js';
export { PARTNER_RULES } from './partner-rules.js';
export type { PartnerSchool } from './partner-school.js';
export type { ListedSchool, PartnerSources } from './partner-schools.js';
export { partnerSchools, SMALL_RURAL_BELOW } from './partner-schools.js';
export type { PartnerTable } from './partner-tables.js';
export { balanceTable, partnersTable } from './partner-tables.js';
