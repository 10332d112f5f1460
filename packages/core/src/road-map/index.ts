export { canonicalJson } from '../foundation/canonical-json.js';
export type {
  AwaitedPlan,
  CampaignPlan,
  CampaignStatus,
  JournalEvent,
  JournalIssue,
} from './campaign.js';
export { campaignStatus } from './campaign.js';
export { checkPlan } from './check-plan.js';
export type {
  ActivityKind,
  Audience,
  Horizon,
  MeasureStatus,
  OriginKind,
  PlanField,
  PlanKind,
  PlanLevel,
  PlanState,
  Role,
  StampKind,
} from './codelists.js';
export {
  ACTIVITY_KINDS,
  AUDIENCES,
  CODELISTS,
  HORIZONS,
  MEASURE_STATUSES,
  ORIGIN_KINDS,
  PLAN_FIELD_ORDER,
  PLAN_FIELDS,
  PLAN_KINDS,
  PLAN_LEVELS,
  PLAN_STATES,
  ROLES,
  STAMP_KINDS,
} from './codelists.js';
export type { Coverage, FindingToAnswer, ReadinessOptions } from './coverage.js';
export { coverageOf, readinessOf } from './coverage.js';
export { describeChanges } from './describe-changes.js';
export { describeHistory } from './describe-history.js';
export type { PlanChange, PlanDocument } from './diff.js';
export { applyChanges, diffPlans } from './diff.js';
export type { FieldValue, PlanVersion } from './field-history.js';
export { fieldHistory } from './field-history.js';
export type { LintOptions } from './lint-plan.js';
export { lintPlan } from './lint-plan.js';
export type { MeasureHistory } from './measure-histories.js';
export { measureHistories } from './measure-histories.js';
export { mergeImported } from './merge-imported.js';
export type {
  Activity,
  EvidenceLink,
  IndicatorEntry,
  MeasureEntry,
  PlanEvent,
  PlanRecord,
} from './plan-record.js';
export { PLAN_TEMPLATES, planTemplate } from './plan-templates.js';
export type { Quantity } from './quantity.js';
export { quantitiesIn } from './quantity.js';
export {
  activityCounts,
  isStale,
  latestEntries,
  recordActivity,
  recordEvent,
  recordMeasure,
} from './record-event.js';
export type { ApprovalMatch, ComparedPlan, Release } from './release.js';
export { contentHash, contentOf, isIntact, matchApproval, releaseOf } from './release.js';
export type * from './road-map.js';
export { ROAD_MAP_VERSION } from './road-map.js';
export type { PlanIssueCode, PlanIssueParameters, RoadMapIssue } from './road-map-issue.js';
export { describeRoadMapIssue, roadMapIssue } from './road-map-issue.js';
export type { RollUp } from './roll-up.js';
export { rollUp } from './roll-up.js';
export { sha256 } from './sha-256.js';
export type { Transition, WorkflowRefusal } from './workflow.js';
export { refusalOf, stateOf, stepsBetween, WORKFLOW } from './workflow.js';
