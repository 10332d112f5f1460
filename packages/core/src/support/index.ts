/**
 * Support for teachers: from topics in which help may be needed to a plan of who is offered what, explained. It plans help and
 * ranks nobody.
 *
 * @module
 */
export type { CandidateOptions } from './candidates.js';
export { Candidates, candidates } from './candidates.js';
export type { ConferenceAttendance, ConferenceRow, SchoolAttendance } from './conference-attendance.js';
export { conferenceAttendance } from './conference-attendance.js';
export type { DeclaredDeficit, TeacherAndOffer } from './declared-deficit.js';
export type { Rejection } from './eligibility.js';
export type { FloorAsked } from './floors.js';
export type { JoinedDeficits, ResultsTopic } from './join-deficits.js';
export { joinDeficits } from './join-deficits.js';
export type { Need } from './needs.js';
export type { Degree, Offer } from './offer.js';
export type { SupportPlanOptions } from './plan-support.js';
export { planSupport } from './plan-support.js';
export type { HelpMissing, PlannedHelp } from './planned-help.js';
export { helpMissing, plannedHelp } from './planned-help.js';
export type { Alternative, Seat } from './seats.js';
export type { LockClash, SettledLock } from './settle-locks.js';
export { settleLocks } from './settle-locks.js';
export type { StaffingOutlook, StaffingRow, StaffingYear } from './staffing-outlook.js';
export { STAFFING_YEARS, staffingOutlook } from './staffing-outlook.js';
export type {
  CapacityRow,
  Churn,
  Covered,
  FloorResult,
  NeedRow,
  SupportOverview,
} from './support-overview.js';
export type { SupportFigures, UnmetNeed, WhyNot } from './support-plan.js';
export { SupportPlan } from './support-plan.js';
export type { SupportRules } from './support-rules.js';
export { SUPPORT_RULES } from './support-rules.js';
export type { PriorityGroup, Teacher } from './teacher.js';
export { PRIORITY_GROUPS } from './teacher.js';
export { topicKey } from './topic-key.js';
export type { UnmetReason, UnmetWhy } from './unmet-reason.js';
export { UNMET_REASONS } from './unmet-reason.js';
