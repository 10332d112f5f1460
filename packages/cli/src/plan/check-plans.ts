import type { Language } from '@orientir/core/foundation';
import type { Measure, RoadMap, RoadMapIssue } from '@orientir/core/road-map';
import { checkPlan, coverageOf, describeRoadMapIssue, lintPlan, readinessOf } from '@orientir/core/road-map';
import type { ExitStatus } from '../voice.js';
import { calendarIn } from './calendar-in.js';
import { findingsIn } from './findings-in.js';
import { readDocumentPlan } from './import-plan.js';
import type { PlanContext } from './plan.js';
import type { PlanArguments } from './plan-arguments.js';
import { readPlanJson } from './plan-files.js';

/** `plan validate`: 0 only if the plan is valid, at approval also complete. */
export async function validatePlan(
  { file, stage, from, language, json }: Extract<PlanArguments, { verb: 'validate' }>,
  context: PlanContext,
): Promise<ExitStatus> {
  const plan = await readPlanJson(file, language);
  const findings = from === undefined ? undefined : await findingsIn(from, plan, context);
  if (from !== undefined && findings === undefined) return 2;
  const issues = [
    ...checkPlan(plan),
    ...(stage === 'draft' && findings === undefined
      ? []
      : readinessOf(plan, { stage, ...(findings === undefined ? {} : { findings }) })),
  ];
  const isValid = issues.every(({ severity }) => severity !== 'error');
  if (json) context.voice.say(JSON.stringify({ valid: isValid, issues: issues.map((issue) => told(issue)) }));
  else {
    say(plan, issues, language, context);
    if (isValid) context.voice.say(context.texts.valid);
  }
  return isValid ? 0 : 1;
}

/** `plan lint`: contradictions in a plan or a document; 1 when there are any. */
export async function lintPlanFile(
  { file, schoolYear, calendar: calendarFile, language, json }: Extract<PlanArguments, { verb: 'lint' }>,
  context: PlanContext,
): Promise<ExitStatus> {
  const calendar = await calendarIn(calendarFile, { voice: context.voice, language });
  const options = { ...(schoolYear === undefined ? {} : { schoolYear }), ...calendar.given };
  const read = /\.json$/i.test(file) ? undefined : await readDocumentPlan(file, options, language);
  const plan = read?.plan ?? (await readPlanJson(file, language));
  calendar.checkYears([plan.schoolYear]);
  const issues = [
    ...lintPlan(plan, { paragraphs: read?.paragraphs ?? [] }),
    ...readinessOf(plan, { stage: 'draft' }).filter(({ code }) => LINTED.has(code)),
  ];
  if (json) context.voice.say(JSON.stringify({ issues: issues.map((issue) => told(issue)) }));
  else if (issues.length === 0) context.voice.say(context.texts.noIssues);
  else say(plan, issues, language, context);
  return issues.length === 0 ? 0 : 1;
}

const LINTED = new Set<RoadMapIssue['code']>([
  'problem-without-measure',
  'responsible-overloaded',
  'change-unclear',
  'deadline-not-understood',
]);

/** `plan coverage`: 1 when a finding that is not low stays open. */
export async function planCoverage(
  { file, from, language, json }: Extract<PlanArguments, { verb: 'coverage' }>,
  context: PlanContext,
): Promise<ExitStatus> {
  const { voice, texts } = context;
  const plan = await readPlanJson(file, language);
  const findings = await findingsIn(from, plan, context);
  if (findings === undefined) return 2;
  const { answered, waived, open, orphans, unknown } = coverageOf(plan, findings);
  const low = new Set(findings.filter(({ severity }) => severity === 'low').map(({ id }) => id));
  if (json) {
    voice.say(
      JSON.stringify({
        answered: Object.fromEntries(answered),
        waived: Object.fromEntries(waived),
        open,
        orphans,
        unknown,
      }),
    );
  } else {
    voice.say(texts.coverage(answered.size, waived.size, open.length, orphans.length));
    for (const finding of open.slice(0, SHOWN)) voice.say(texts.open(finding));
    if (open.length > SHOWN) voice.say(`  … +${open.length - SHOWN}`);
    const names = new Map(plan.measures.map((measure) => [measure.id, nameOf(measure)]));
    for (const id of orphans.slice(0, SHOWN)) voice.say(texts.orphan(names.get(id) ?? id));
    for (const { finding } of unknown.slice(0, SHOWN)) voice.say(texts.unknownFinding(finding));
  }
  return open.every((finding) => low.has(finding)) ? 0 : 1;
}

const SHOWN = 20;

function told(issue: RoadMapIssue) {
  return {
    ...issue,
    message_ru: describeRoadMapIssue(issue, 'ru'),
    message_en: describeRoadMapIssue(issue, 'en'),
  };
}

/** Issues by measure, as a person goes through the plan. */
export function say(
  plan: RoadMap,
  issues: readonly RoadMapIssue[],
  language: Language,
  { voice, texts }: PlanContext,
): void {
  if (issues.length === 0) return;
  const names = new Map(plan.measures.map((measure) => [measure.id, nameOf(measure)]));
  voice.say(texts.issueCount(issues.length));
  for (const issue of issues.slice(0, SHOWN)) {
    const where = issue.measure === undefined ? '' : `${names.get(issue.measure) ?? issue.measure}: `;
    voice.say(`  ${where}${describeRoadMapIssue(issue, language)}`);
  }
  if (issues.length > SHOWN) voice.say(`  … +${issues.length - SHOWN}`);
}

/** Number and first words of a measure. */
export function nameOf({ number, text }: Pick<Measure, 'number' | 'text'>): string {
  const short = text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text;
  return number === undefined ? `«${short}»` : `${number} ${short}`;
}
