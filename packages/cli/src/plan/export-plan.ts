import { schoolYearOf } from '@orientir/core/calendar';
import { PLAN_TEMPLATES, planTemplate } from '@orientir/core/road-map';
import { roadMapJsonSchema } from '@orientir/core/schema';
import { exportPlan, reportSheet } from '@orientir/formats/plans';
import { today } from '../today.js';
import type { ExitStatus } from '../voice.js';
import { calendarIn } from './calendar-in.js';
import type { PlanContext } from './plan.js';
import type { PlanArguments } from './plan-arguments.js';
import { isFolder, plansIn, readPlanJson, readPlanOrRelease } from './plan-files.js';

/** `plan export`: the format is that of the ending. */
export async function exportPlanFile(
  { file: path, out, calendar: calendarFile, language }: Extract<PlanArguments, { verb: 'export' }>,
  context: PlanContext,
): Promise<ExitStatus> {
  const { plan } = await readPlanOrRelease(path, language);
  const calendar = await calendarIn(calendarFile, { voice: context.voice, language });
  calendar.checkYears([plan.schoolYear]);
  const file = exportPlan(plan, out, { language, ...calendar.given });
  if (file === undefined) {
    context.voice.complain(context.texts.formatUnknown(out));
    return 2;
  }
  if (!(await context.writeNew(out, file.bytes))) return 2;
  context.voice.say(context.texts.written(out));
  return 0;
}

/** `plan sheet`: a form in which schools mark what is done, for one plan or a folder of them. */
export async function writeReportSheet(
  { input, out, language }: Extract<PlanArguments, { verb: 'sheet' }>,
  context: PlanContext,
): Promise<ExitStatus> {
  const plans = (await isFolder(input))
    ? (await plansIn(input, language)).plans.map(({ plan }) => plan)
    : [await readPlanJson(input, language)];
  if (plans.length === 0) {
    context.voice.complain(context.texts.noPlans);
    return 2;
  }
  if (!(await context.writeNew(out, reportSheet(plans, { language })))) return 2;
  context.voice.say(context.texts.written(out));
  return 0;
}

/** `plan template`: a plan to fill in. */
export async function writeTemplate(
  { name, out, language, schoolYear }: Extract<PlanArguments, { verb: 'template' }>,
  context: PlanContext,
): Promise<ExitStatus> {
  const names = Object.keys(PLAN_TEMPLATES);
  if (name === undefined) {
    context.voice.say(context.texts.templateNames(names));
    return 0;
  }
  const plan = planTemplate(name, { language, schoolYear: schoolYear ?? schoolYearOf(today()) });
  if (plan === undefined) {
    context.voice.complain(context.texts.templateUnknown(name, names));
    return 2;
  }
  const path = out ?? `${name}.docx`;
  const file = exportPlan(plan, path, { language });
  if (file === undefined) {
    context.voice.complain(context.texts.formatUnknown(path));
    return 2;
  }
  if (!(await context.writeNew(path, file.bytes))) return 2;
  context.voice.say(context.texts.written(path));
  return 0;
}

/** `plan schema`: JSON Schema on the screen, or into a file. */
export async function writeSchema(
  { out }: Extract<PlanArguments, { verb: 'schema' }>,
  context: PlanContext,
): Promise<ExitStatus> {
  const text = `${JSON.stringify(roadMapJsonSchema(), undefined, 2)}\n`;
  if (out === undefined) {
    context.voice.say(text.trimEnd());
    return 0;
  }
  if (!(await context.writeNew(out, text))) return 2;
  context.voice.say(context.texts.written(out));
  return 0;
}
