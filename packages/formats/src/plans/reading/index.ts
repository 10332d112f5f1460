export type {
  OwnPlanIssue,
  OwnPlanIssueCode,
  PlanDeadlineIssue,
  PlanIssue,
  PlanIssueCode,
  PlanIssueParameters,
  PlanPlace,
} from './plan-issue.js';
export { describePlanIssue } from './plan-issue.js';
export type { ReadPlan, ReadPlanOptions } from './read-plan.js';
export { readPlan, readPlanFile } from './read-plan.js';
