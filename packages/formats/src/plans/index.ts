/**
 * Road maps in files: read from documents, written for people, and the journals of a campaign.
 *
 * @module
 */
export type { JournalDefect, JournalRead, ReportDefect, ReportedMeasure } from './campaign/index.js';
export { isoDateOf, readJournal, readReportSheet } from './campaign/index.js';
export type {
  NamesChoice,
  Publication,
  PublishedFile,
  PublishedScript,
  PublishingIssue,
  PublishingProblem,
  PublishingProblemCode,
  PublishingWarning,
  PublishingWarningCode,
  PublishOptions,
} from './publishing/index.js';
export { describePublishingIssue, PUBLICATION_ZIP, publishPlan } from './publishing/index.js';
export type {
  OwnPlanIssue,
  OwnPlanIssueCode,
  PlanDeadlineIssue,
  PlanIssue,
  PlanIssueCode,
  PlanIssueParameters,
  PlanPlace,
  ReadPlan,
  ReadPlanOptions,
} from './reading/index.js';
export { describePlanIssue, readPlan, readPlanFile } from './reading/index.js';
export type {
  PlanCalendar,
  PlanIcsOptions,
  PlanWritingOptions,
  ReportSheetOptions,
} from './writing/index.js';
export {
  exportPlan,
  planCsv,
  planDocx,
  planHtml,
  planIcs,
  planJson,
  planPage,
  planXlsx,
  releaseJson,
  reportSheet,
} from './writing/index.js';
