import { dueState, parseSchoolYear } from '@orientir/core/calendar';
import type { CampaignPlan, PlanKind, PlanState, RoadMap } from '@orientir/core/road-map';
import {
  campaignStatus,
  isStale,
  latestEntries,
  PLAN_KINDS,
  PLAN_STATES,
  rollUp,
} from '@orientir/core/road-map';
import { readDocument } from '@orientir/formats/document';
import { readJournal } from '@orientir/formats/plans';
import { fileOnDisk } from '../input-files.js';
import type { ExitStatus } from '../voice.js';
import type { OwnCalendar } from './calendar-in.js';
import { calendarIn } from './calendar-in.js';
import type { PlanContext } from './plan.js';
import type { PlanArguments } from './plan-arguments.js';
import { isFolder, plansIn, whyUnreadable } from './plan-files.js';

/** `plan status`: how far a campaign is on a day, from a folder of plans or from a journal. 1 when rows were refused. */
export async function planStatus(
  { input, asOf, calendar: calendarFile, json, language }: Extract<PlanArguments, { verb: 'status' }>,
  context: PlanContext,
): Promise<ExitStatus> {
  const { voice, texts } = context;
  const calendar = await calendarIn(calendarFile, { voice, language });
  let plans: readonly CampaignPlan[];
  let measures: MeasureCounts | undefined;
  let stale: readonly string[] | undefined;
  let withoutPlan: readonly string[] | undefined;
  let rejected = 0;
  let noHeader = false;
  if (await isFolder(input)) {
    const inside = await plansIn(input, language);
    for (const { file, lines } of inside.broken)
      for (const line of lines) voice.complain(texts.notRead(file, line));
    rejected = inside.broken.length;
    const found = inside.plans.map(({ plan }) => plan);
    plans = found.map(campaignPlan);
    calendar.checkYears(found.map((plan) => yearOf(plan, asOf)));
    measures = countMeasures(found, asOf, calendar.given);
    stale = found.filter((plan) => isStale(recordUntil(plan, asOf))).map(({ id }) => id);
    const programme = found.find(({ cohort, children }) => cohort !== undefined || children !== undefined);
    if (programme !== undefined)
      withoutPlan = rollUp(
        programme,
        found.filter((plan) => plan !== programme),
        asOf,
      ).withoutPlan;
  } else {
    const content = await readDocument(await fileOnDisk(input, input), input).catch((error: unknown) => {
      throw whyUnreadable(error, input, language);
    });
    const journal = readJournal(content);
    plans = journal.plans;
    rejected = journal.rowsRejected;
    noHeader = journal.defects.some(({ code }) => code === 'no-header');
    for (const defect of journal.defects) voice.complain(texts.notRead(input, texts.journalDefect(defect)));
  }
  if (plans.length === 0) {
    if (!noHeader) voice.complain(texts.noPlans);
    return 2;
  }
  const { issues, ...status } = campaignStatus(plans, asOf);
  for (const issue of issues) voice.complain(texts.journalIssue(issue));
  if (json) {
    // What is not known of a journal is left out.
    voice.say(JSON.stringify({ ...status, measures, stale, withoutPlan }));
  } else {
    voice.say(texts.status(asOf, status.total));
    for (const [state, count] of Object.entries(status.byState))
      voice.say(`  ${isState(state) ? PLAN_STATES[state][language] : state}: ${count}`);
    const kinds = Object.entries(status.byKind).map(
      ([kind, count]) => `${isKind(kind) ? PLAN_KINDS[kind][language] : kind}: ${count}`,
    );
    voice.say(`  (${kinds.join(', ')})`);
    for (const { plan, due, consultant } of status.overdue)
      voice.say(texts.awaited(plan, due, consultant, true));
    for (const { plan, due, consultant } of status.due)
      voice.say(texts.awaited(plan, due, consultant, false));
    if (measures !== undefined)
      voice.say(texts.measureCounts(measures.done, measures.total, measures.overdue, measures.confirm));
    for (const plan of stale ?? []) voice.say(texts.stale(plan));
    if (withoutPlan !== undefined && withoutPlan.length > 0) voice.say(texts.withoutPlan(withoutPlan));
  }
  return rejected > 0 || issues.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** The plan without what was recorded after the day. */
function recordUntil(plan: RoadMap, asOf: string): RoadMap {
  const { events = [], values = [], ...rest } = plan.record ?? {};
  return {
    ...plan,
    record: {
      ...rest,
      events: events.filter(({ date }) => date <= asOf),
      values: values.filter(({ date }) => date === undefined || date <= asOf),
    },
  };
}

function campaignPlan({ id, school, kind, record }: RoadMap): CampaignPlan {
  return { plan: id, kind, events: record?.events ?? [], ...(school === undefined ? {} : { school }) };
}

interface MeasureCounts {
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
  readonly due: number;
  readonly confirm: number;
}

function countMeasures(
  plans: readonly RoadMap[],
  asOf: string,
  calendar: OwnCalendar['given'],
): MeasureCounts {
  const counts = { total: 0, done: 0, overdue: 0, due: 0, confirm: 0 };
  for (const plan of plans) {
    const latest = latestEntries(plan, asOf);
    const days = new Map<string, string[]>();
    for (const { measure, status, date } of plan.record?.measures ?? [])
      if (status === 'done') days.set(measure, [...(days.get(measure) ?? []), date]);
    const schoolYear = yearOf(plan, asOf);
    for (const { id, deadline } of plan.measures) {
      counts.total++;
      const status = latest.get(id)?.status;
      if (status === 'cancelled') continue;
      const state = dueState(deadline, { asOf, schoolYear, done: days.get(id) ?? false, ...calendar });
      if (state === 'done') counts.done++;
      else if (state === 'overdue') counts.overdue++;
      else if (state === 'due') counts.due++;
      else if (state === 'confirm') counts.confirm++;
    }
  }
  return counts;
}

function yearOf({ schoolYear }: RoadMap, asOf: string): string {
  return schoolYear ?? schoolYearAt(asOf);
}

function schoolYearAt(date: string): string {
  const year = Number(date.slice(0, 4)) - (date.slice(5, 7) < '09' ? 1 : 0);
  return parseSchoolYear(`${year}/${year + 1}`) ?? '';
}

function isState(code: string): code is PlanState {
  return Object.hasOwn(PLAN_STATES, code);
}

function isKind(code: string): code is PlanKind {
  return Object.hasOwn(PLAN_KINDS, code);
}
