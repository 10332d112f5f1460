/**
 * What `orientir plan` and `orientir deadline` say: one list for each language, so that a missing text does not compile.
 *
 * @module
 */
import type { NoDeadline } from '@orientir/core/calendar';
import type { Progress } from '@orientir/core/drafting';
import type { Language } from '@orientir/core/foundation';
import type {
  ApprovalMatch,
  Indicator,
  IndicatorEntry,
  JournalIssue,
  PlanState,
  WorkflowRefusal,
} from '@orientir/core/road-map';
import type { JournalDefect, ReportDefect } from '@orientir/formats/plans';
import type { PlanProblem } from './plan-arguments.js';

import { en } from './plan-texts-en.js';
import { ru } from './plan-texts-ru.js';

export interface PlanTexts {
  readonly help: string;
  problem(problem: PlanProblem): string;
  notRead(file: string, why: string): string;
  calendarOfOtherYear(file: string, calendar: string, plans: readonly string[]): string;
  readonly noPlan: string;
  readonly noPlans: string;
  imported(measures: number, sections: number, out: string): string;
  rejected(rows: number): string;
  issueCount(count: number, file?: string): string;
  readonly valid: string;
  readonly noIssues: string;
  readonly same: string;
  versions(versions: readonly { readonly file: string; readonly date: string }[]): string;
  versionWithoutDate(file: string): string;
  unchanged(measures: number): string;
  notAsApproved(kind: Exclude<ApprovalMatch['kind'], 'approved'>, force: boolean): string;
  released(out: string, date: string | undefined, hash: string): string;
  /** `release` is absent where the plan was compared with the approval in its own record. */
  match(
    kind: ApprovalMatch['kind'],
    release: { readonly date: string | undefined; readonly changes: number } | undefined,
  ): string;
  readonly noAudience: string;
  audience(name: string, measures: number): string;
  withoutAudience(measures: number): string;
  terms(deadline: string, responsible: readonly string[]): string;
  written(out: string): string;
  formatUnknown(out: string): string;
  noFindings(folder: string): string;
  noTally(folder: string): string;
  noSupport(folder: string): string;
  readonly supportOfSchool: string;
  /** Said where schools stand as codes for want of a list. */
  readonly namesMissing: string;
  drafted(measures: number, findings: number, waived: number, out: string): string;
  coverage(answered: number, waived: number, open: number, orphans: number): string;
  open(finding: string): string;
  orphan(name: string): string;
  unknownFinding(finding: string): string;
  recorded(state: PlanState): string;
  marked(name: string, status: string): string;
  valuesRecorded(found: number, missing: number): string;
  progress(indicator: Indicator, entry: IndicatorEntry | undefined, progress: Progress): string;
  sheetRecorded(marks: number, plans: number): string;
  noMeasure(measure: string): string;
  noSuchPlan(plan: string): string;
  statusUnknown(found: string): string;
  noDeadline(reason: NoDeadline['reason']): string;
  dueDays(count: number): string;
  unitUnknown(level: string, unit: string): string;
  eventUnknown(found: string): string;
  activityUnknown(found: string): string;
  activityRecorded(activity: string, counts: readonly (readonly [school: string, count: number])[]): string;
  stale(plan: string): string;
  withoutPlan(schools: readonly string[]): string;
  roleUnknown(found: string): string;
  notReady(count: number): string;
  refusal(refusal: WorkflowRefusal): string;
  journalIssue(issue: JournalIssue): string;
  journalDefect(defect: JournalDefect): string;
  reportDefect(defect: ReportDefect): string;
  status(asOf: string, total: number): string;
  awaited(plan: string, due: string, consultant: string | undefined, late: boolean): string;
  templateNames(names: readonly string[]): string;
  templateUnknown(name: string, names: readonly string[]): string;
  measureCounts(done: number, total: number, overdue: number, confirm: number): string;
}

/** Texts in a language. */
export function planTextsOf(language: Language): PlanTexts {
  return language === 'ru' ? ru : en;
}
