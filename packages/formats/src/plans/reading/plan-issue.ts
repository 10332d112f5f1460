/**
 * Trouble in the document of a plan as values: every defect has a code, a place and parameters. Sentences are made late,
 * by {@link describePlanIssue}.
 *
 * @module
 */
import type { DeadlineIssue, DeadlineIssueCode } from '@orientir/core/calendar';
import { describeDeadlineIssue } from '@orientir/core/calendar';
import type { Language, Severity } from '@orientir/core/foundation';
import { en } from './messages/en.js';
import { ru } from './messages/ru.js';

/** Parameters of each code of our own. Codes are stable: a renamed code is a major version. */
export interface PlanIssueParameters {
  /* --- whole document --- */
  'no-plan-found': Record<string, never>;
  'title-missing': Record<string, never>;
  'school-year-unknown': Record<string, never>;
  'school-year-assumed': { schoolYear: string; text: string };
  'school-year-differs': { given: string; found: string };
  /* --- a table or list --- */
  'table-left-out': { rows: number };
  'list-beside-table': { items: number };
  'column-unknown': { header: string };
  'columns-joined': { headers: string };
  'column-two-meanings': { header: string };
  'more-of-the-same': { more: number; listed: number };
  /* --- a row: error = it is no measure of the plan, warning = it is one --- */
  'row-empty': { number: string };
  'measure-text-missing': Record<string, never>;
  'row-joined': { text: string };
  'cell-split': { count: number };
  'number-missing': Record<string, never>;
  'number-duplicate': { number: string };
  'number-gap': { before: string; number: string };
  'number-from-date': { found: string; number: string };
  'id-duplicate': { id: string };
  'section-unknown': { id: string };
  /* --- a cell --- */
  'deadline-needs-school-year': { text: string };
  'deadline-differs': { text: string; dates: string };
  'responsible-unclear': { text: string };
  'quote-repaired': { text: string };
  'private-contact': { text: string };
  'change-unclear': { text: string };
}

/** Codes of our own. */
export type OwnPlanIssueCode = keyof PlanIssueParameters;

/** All codes: our own, and those of texts of deadlines. */
export type PlanIssueCode = OwnPlanIssueCode | DeadlineIssueCode;

/** Where a defect is, as a person sees it. */
export interface PlanPlace {
  readonly file: string;
  readonly sheet?: string;
  /** From 1 among the tables of the file; absent outside tables. */
  readonly table?: number;
  /** From 1, of the table or sheet; of the paragraphs outside tables. */
  readonly row?: number;
  /** Letters as in a spreadsheet. */
  readonly column?: string;
}

/** A defect with a code out of `Code`: code and parameters always belong together. */
export type OwnPlanIssue<Code extends OwnPlanIssueCode = OwnPlanIssueCode> = {
  [Each in Code]: PlanPlace & {
    readonly code: Each;
    readonly severity: Severity;
    readonly parameters: PlanIssueParameters[Each];
  };
}[Code];

/** A defect in the text of a deadline; the row stands, so it is a warning here. */
export interface PlanDeadlineIssue extends PlanPlace {
  readonly code: DeadlineIssueCode;
  readonly severity: 'warning';
  readonly parameters: Pick<DeadlineIssue, 'at' | 'text'> & {
    /** As the reader of deadlines says it; *error*: no date was taken. */
    readonly severity: DeadlineIssue['severity'];
  };
}

/** One defect. *error*: the row, or the document, is refused; *warning*: it is kept as it stands. */
export type PlanIssue = OwnPlanIssue | PlanDeadlineIssue;

/** One sentence for each code; a missing translation does not compile. */
export type PlanIssueTexts = {
  readonly [Code in OwnPlanIssueCode]: (parameters: PlanIssueParameters[Code]) => string;
};

/** The sentence for people: what happened and what to do. The place is not repeated in it. */
export function describePlanIssue(issue: PlanIssue, language: Language): string {
  if (isOwn(issue)) return describeOwn(issue, language);
  const { at, text, severity } = issue.parameters;
  return describeDeadlineIssue({ code: issue.code, severity, at, text }, language);
}

function describeOwn<Code extends OwnPlanIssueCode>(issue: OwnPlanIssue<Code>, language: Language): string {
  const texts: PlanIssueTexts = language === 'ru' ? ru : en;
  return texts[issue.code](issue.parameters);
}

function isOwn(issue: PlanIssue): issue is OwnPlanIssue {
  return Object.hasOwn(ru, issue.code);
}
