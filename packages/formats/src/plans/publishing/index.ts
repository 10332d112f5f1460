/**
 * Plans for sites: the files, and what must not be in them.
 *
 * @module
 */
export type { NamesChoice } from './names-in-plan.js';
export type { Publication, PublishedFile, PublishOptions } from './publish-plan.js';
export { PUBLICATION_ZIP, publishPlan } from './publish-plan.js';
export type {
  PublishingIssue,
  PublishingProblem,
  PublishingProblemCode,
  PublishingWarning,
  PublishingWarningCode,
} from './publishing-issue.js';
export { describePublishingIssue } from './publishing-issue.js';
export type { PublishedScript } from './sealed-script.js';
