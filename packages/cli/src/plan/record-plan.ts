import { figuresOfAnalysis, fillIndicators, recordValues } from '@orientir/core/drafting';
import type {
  ActivityKind,
  MeasureStatus,
  PlanEvent,
  PlanState,
  RoadMap,
  Role,
} from '@orientir/core/road-map';
import {
  ACTIVITY_KINDS,
  activityCounts,
  MEASURE_STATUSES,
  PLAN_STATES,
  ROLES,
  readinessOf,
  recordActivity,
  recordEvent,
  recordMeasure,
  stateOf,
} from '@orientir/core/road-map';
import { readDocument } from '@orientir/formats/document';
import { planJson, readReportSheet } from '@orientir/formats/plans';
import { fileOnDisk } from '../input-files.js';
import { writeOneFile } from '../output-folder.js';
import type { ExitStatus } from '../voice.js';
import { analysisIn } from './analysis-in.js';
import { nameOf, say } from './check-plans.js';
import type { PlanContext } from './plan.js';
import type { PlanArguments, RecordWhat } from './plan-arguments.js';
import { isFolder, plansIn, readPlanJson, whyUnreadable } from './plan-files.js';

type RecordArguments = Extract<PlanArguments, { verb: 'record' }>;
type What<Kind extends RecordWhat['kind']> = Extract<RecordWhat, { kind: Kind }>;

/** `plan record`: the plan itself is rewritten, in one step. 1 when the step is not permitted: then nothing is written. */
export async function recordPlan(options: RecordArguments, context: PlanContext): Promise<ExitStatus> {
  const { file, what, language } = options;
  if (what.kind === 'sheet') return recordSheet(file, what, context);
  const plan = await readPlanJson(file, language);
  const recorded = await withRecord(plan, what, options, context);
  // A word that does not exist is a wrong line (2); a step that is not permitted is an answer (1).
  if (recorded === 'wrong') return 2;
  if (recorded === undefined) return 1;
  await writeOneFile(file, planJson(recorded));
  return 0;
}

async function withRecord(
  plan: RoadMap,
  what: Exclude<RecordWhat, What<'sheet'>>,
  options: RecordArguments,
  context: PlanContext,
): Promise<RoadMap | 'wrong' | undefined> {
  switch (what.kind) {
    case 'event':
      return withEvent(plan, what, options, context);
    case 'measure':
      return withMeasure(plan, what, context);
    case 'values':
      return withValues(plan, what, context);
    case 'activity':
      return withActivity(plan, what, context);
  }
}

function withEvent(
  plan: RoadMap,
  what: What<'event'>,
  { language, force }: RecordArguments,
  context: PlanContext,
): RoadMap | 'wrong' | undefined {
  const { voice, texts } = context;
  const state = codeIn(PLAN_STATES, what.event);
  const role = what.role === undefined ? undefined : codeIn(ROLES, what.role);
  if (state === undefined) {
    voice.complain(texts.eventUnknown(what.event));
    return 'wrong';
  }
  if (what.role !== undefined && role === undefined) {
    voice.complain(texts.roleUnknown(what.role));
    return 'wrong';
  }
  const { kind: _kind, event: _event, role: _role, ...told } = what;
  const event: PlanEvent = { event: state, ...told, ...(role === undefined ? {} : { role }) };
  if (state === 'approved' && !(force && what.reason !== undefined)) {
    const gaps = readinessOf(plan, { stage: 'approval' }).filter(({ severity }) => severity === 'error');
    if (gaps.length > 0) {
      voice.complain(texts.notReady(gaps.length));
      say(plan, gaps, language, context);
      return undefined;
    }
  }
  const result = recordEvent(plan, event);
  if (result.kind === 'refused') {
    voice.complain(texts.refusal(result.refusal));
    return undefined;
  }
  voice.say(texts.recorded(stateOf(result.plan.record?.events ?? [])));
  return result.plan;
}

/** One meeting, consultation or visit, with the schools that took part. */
function withActivity(
  plan: RoadMap,
  { activity, date, schools, title, form, mode, measure }: What<'activity'>,
  { voice, texts, options }: PlanContext,
): RoadMap | 'wrong' {
  const kind = codeIn(ACTIVITY_KINDS, activity);
  if (kind === undefined) {
    voice.complain(texts.activityUnknown(activity));
    return 'wrong';
  }
  const recorded = recordActivity(plan, {
    kind,
    date,
    schools: schools.length > 0 ? schools : plan.school === undefined ? [] : [plan.school],
    ...(title === undefined ? {} : { title }),
    ...(form === 'individual' || form === 'group' ? { form } : {}),
    ...(mode === 'onSite' || mode === 'video' ? { mode } : {}),
    ...(measure === undefined ? {} : { measure }),
  });
  const counts = activityCounts(recorded).get(kind) ?? new Map<string, number>();
  voice.say(texts.activityRecorded(ACTIVITY_KINDS[kind][options.language], [...counts]));
  return recorded;
}

function withMeasure(
  plan: RoadMap,
  what: What<'measure'>,
  { voice, texts, options }: PlanContext,
): RoadMap | 'wrong' | undefined {
  const wanted = what.measure.replace(/[.)]$/, '');
  const byNumber = plan.measures.filter(({ number }) => number?.replace(/[.)]$/, '') === wanted);
  const measure =
    plan.measures.find(({ id }) => id === what.measure) ?? (byNumber.length === 1 ? byNumber[0] : undefined);
  const status = codeIn(MEASURE_STATUSES, what.status);
  if (measure === undefined) {
    voice.complain(texts.noMeasure(what.measure));
    return 'wrong';
  }
  if (status === undefined) {
    voice.complain(texts.statusUnknown(what.status));
    return 'wrong';
  }
  voice.say(texts.marked(nameOf(measure), MEASURE_STATUSES[status][options.language]));
  return recordMeasure(plan, entryOf(measure.id, status, what));
}

function entryOf(
  measure: string,
  status: MeasureStatus,
  { date, by, note, evidence }: { date: string; by?: string; note?: string; evidence: readonly string[] },
) {
  return {
    measure,
    status,
    date,
    ...(by === undefined ? {} : { by }),
    ...(note === undefined ? {} : { note }),
    ...(evidence.length === 0 ? {} : { evidence: evidence.map(evidenceOf) }),
  };
}

function evidenceOf(text: string) {
  return /^https?:\/\//i.test(text) ? { title: text, href: text } : { title: text };
}

async function withValues(
  plan: RoadMap,
  what: What<'values'>,
  context: PlanContext,
): Promise<RoadMap | undefined> {
  const analysis = await analysisIn(what.from, context);
  if (analysis === undefined) return undefined;
  const filled = fillIndicators(plan, analysis.assessments, {
    figureOf: figuresOfAnalysis(analysis),
    assessments: analysis.assessments,
    date: what.date,
    ...(what.checkpoint === undefined ? {} : { checkpoint: what.checkpoint }),
  });
  const found = filled.filter(({ entry }) => entry !== undefined).length;
  for (const { indicator, entry, progress } of filled) {
    context.voice.say(context.texts.progress(indicator, entry, progress));
  }
  context.voice.say(context.texts.valuesRecorded(found, filled.length - found));
  return found === 0 ? undefined : recordValues(plan, filled);
}

/** A filled report sheet, into all plans of a folder or into one. */
async function recordSheet(
  input: string,
  { sheet }: What<'sheet'>,
  context: PlanContext,
): Promise<ExitStatus> {
  const { voice, texts, options } = context;
  const content = await readDocument(await fileOnDisk(sheet, sheet), sheet).catch((error: unknown) => {
    throw whyUnreadable(error, sheet, options.language);
  });
  const { reported, defects } = readReportSheet(content);
  for (const defect of defects) voice.complain(texts.notRead(sheet, texts.reportDefect(defect)));
  const plans = (await isFolder(input))
    ? (await plansIn(input, options.language)).plans
    : [{ path: input, plan: await readPlanJson(input, options.language) }];
  const changed = new Map<string, RoadMap>();
  let marks = 0;
  let lost = 0;
  for (const { plan: id, measure, status, date, evidence, note } of reported) {
    const at = plans.find(({ plan }) => plan.id === id);
    const plan = at === undefined ? undefined : (changed.get(at.path) ?? at.plan);
    if (at === undefined || plan === undefined) {
      voice.complain(texts.noSuchPlan(id));
      lost++;
      continue;
    }
    const entry = entryOf(measure, status, {
      date,
      evidence: evidence === undefined ? [] : [evidence],
      ...(note === undefined ? {} : { note }),
    });
    // A sheet may be read twice; what is recorded already is not recorded again.
    if (plan.record?.measures?.some((each) => JSON.stringify(each) === JSON.stringify(entry)) === true)
      continue;
    const next = recordMeasure(plan, entry);
    if (next === undefined) {
      voice.complain(texts.noMeasure(measure));
      lost++;
      continue;
    }
    changed.set(at.path, next);
    marks++;
  }
  for (const [path, plan] of changed) await writeOneFile(path, planJson(plan));
  voice.say(texts.sheetRecorded(marks, changed.size));
  return defects.length + lost === 0 ? 0 : 1;
}

/** A code as typed: in any case, with or without hyphens and spaces. */
function codeIn<Code extends PlanState | Role | MeasureStatus | ActivityKind>(
  list: Readonly<Record<Code, unknown>>,
  text: string,
): Code | undefined {
  const bare = (of: string) => of.toLowerCase().replace(/[\s_-]+/g, '');
  for (const code in list) if (bare(code) === bare(text)) return code;
  return undefined;
}
