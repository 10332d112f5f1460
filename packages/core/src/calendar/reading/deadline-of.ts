/**
 * From the statements of a text to one deadline.
 *
 * @module
 */
import type { Deadline, NoDeadline, OpenEndedDeadline, Window } from '../deadline.js';
import { dayOf, toLocalDate } from '../local-date.js';
import { boundsOf, firstYearOfDay, schoolYearDays, schoolYearFrom } from '../school-year.js';
import { datedDeadline } from './dated-deadline.js';
import type { Fragment, RelativeDraft, TimeItem, TimeValue, YearRef } from './expressions.js';
import type { ReadingContext } from './reading-context.js';
import { recurringDeadline } from './recurring-deadline.js';
import { shiftedDeadline } from './shifted-deadline.js';

/** Joins the statements; `undefined` when there is no sure meaning, and then an issue says why. */
export function deadlineOf(fragments: readonly Fragment[], context: ReadingContext): Deadline | undefined {
  const raw = context.text.source;
  const dated = fragments.some((each) => DATED.has(each.is));
  if (!areSure(fragments, dated, context)) return undefined;
  const times = fragments.flatMap((each) => (each.is === 'time' ? [each.item] : []));
  const items = namesDatesAndYear(fragments, context) ? times : sharedYearItems(times, context);
  if (items === undefined) return undefined;
  const [anchor] = fragments.flatMap((each) =>
    each.is === 'relative' && !(dated && each.inBrackets) ? [each.anchor] : [],
  );
  const shifted = fragments.find((each) => each.is === 'shifted');
  if (fragments.some((each) => each.is === 'rule' || each.is === 'rule-of-month')) {
    const counted =
      anchor?.anchor === 'duration' || (anchor?.anchor === 'event' && anchor.offset !== undefined);
    const place = shifted ?? fragments.find((each) => each.is === 'relative');
    if (place !== undefined && (shifted !== undefined || counted))
      return context.report('rules-conflict', place);
    return recurringDeadline(fragments, items, context);
  }
  if (shifted !== undefined) {
    return items.length === 0 ? shiftedDeadline(shifted, context) : context.report('rules-conflict', shifted);
  }
  if (items.length === 0) return undatedDeadline(fragments, anchor, context);
  const deadline = datedDeadline(items, context);
  if (deadline === undefined) return undefined;
  const planYear = items.length === 1 && items[0]?.first.is === 'plan-year';
  if (fragments.some((each) => each.is === 'onward') && !planYear) {
    const start = startOf(deadline);
    return start === undefined ? undefined : withinYear({ kind: 'openEnded', raw, start }, times, context);
  }
  if (fragments.some((each) => each.is === 'ongoing')) return ongoingIn(deadline, items, raw);
  if (anchor !== undefined) return relativeIn(anchor, windowOf(deadline), context);
  return deadline.kind === 'openEnded' ? withinYear(deadline, times, context) : deadline;
}

const DATED: ReadonlySet<Fragment['is']> = new Set(['time', 'rule', 'rule-of-month', 'shifted']);

const MEANINGLESS: ReadonlySet<Fragment['is']> = new Set(['unknown', 'remark', 'or']);

/** Whether nothing in the text can change the dates that were read. */
function areSure(fragments: readonly Fragment[], dated: boolean, context: ReadingContext): boolean {
  let sure = !(dated && endsInTheMiddle(context));
  const datedInBrackets = fragments.some((each) => each.inBrackets && DATED.has(each.is));
  const meaning = !datedInBrackets && fragments.some((each) => !each.inBrackets && !MEANINGLESS.has(each.is));
  for (const fragment of fragments) {
    if (fragment.is === 'blank') {
      context.report('date-incomplete', fragment);
      sure = false;
    } else if (fragment.is === 'none' && fragment.reason === 'empty' && dated) {
      context.report('words-not-understood', fragment);
      sure = false;
    } else if (fragment.is === 'or' && dated) {
      context.report('alternatives', { from: fragments[0]?.from ?? 0, to: fragments.at(-1)?.to ?? 0 });
      sure = false;
    } else if (fragment.is === 'unknown' && !(fragment.inBrackets && fragment.silent && meaning)) {
      const harmless = !dated && fragments.some((each) => !MEANINGLESS.has(each.is));
      context.report('words-not-understood', fragment, harmless ? 'warning' : 'error');
      sure &&= harmless;
    }
  }
  return sure;
}

/** «с 1 сентября по», «сентябрь –»: the end of a range is missing. */
function endsInTheMiddle(context: ReadingContext): boolean {
  const last = context.text.tokens.at(-1);
  const before = context.text.tokens.at(-2);
  if (last?.is !== 'sign' || last.sign !== '-' || before === undefined || before.is === 'sign') return false;
  context.report('date-incomplete', { from: before.from, to: last.to });
  return true;
}

/**
 * «В 2024/2025 учебном году: сентябрь, май»: a whole year beside other dates says which year they are in. Dates that
 * name another year contradict it.
 */
function sharedYearItems(
  items: readonly TimeItem[],
  context: ReadingContext,
): readonly TimeItem[] | undefined {
  const others = items.filter((item) => !isWholeYear(item));
  const [year, another] = items.filter(isWholeYear);
  if (others.length === 0 || year === undefined || another !== undefined) return items;
  const { first } = year;
  if (first.is === 'plan-year') return others;
  if (first.is !== 'school-years' && first.is !== 'years') return items;
  const named = others.flatMap((item) => [item.first.year ?? [], item.last?.year ?? []].flat());
  if (named.length > 0) {
    const last = first.last + (first.is === 'school-years' ? 1 : 0);
    const inside = named.every(
      (each) => each.is !== 'calendar' || (each.year >= first.first && each.year <= last),
    );
    return inside ? others : context.report('rules-conflict', year);
  }
  if (first.first !== first.last) return items;
  const ref: YearRef =
    first.is === 'school-years'
      ? { is: 'school', first: first.first }
      : { is: 'calendar', year: first.first };
  return others.map((item) => ({
    ...item,
    first: { ...item.first, year: ref },
    ...(item.last === undefined ? {} : { last: { ...item.last, year: ref } }),
  }));
}

/** «Сентябрь, в течение года»: behind a comma the year is one more time, not the year of what stands before. */
function namesDatesAndYear(fragments: readonly Fragment[], { text }: ReadingContext): boolean {
  const said = fragments.filter((each) => !each.inBrackets && each.is !== 'schedule' && each.is !== 'remark');
  const last = said.at(-1);
  const before = said.at(-2);
  if (last?.is !== 'time' || last.inBrackets || before === undefined) return false;
  if (!isWholeYear(last.item) || last.item.first.is !== 'plan-year') return false;
  const comma = text.tokens.some(
    (token) =>
      token.is === 'sign' && ',;'.includes(token.sign) && token.from >= before.to && token.to <= last.from,
  );
  return comma && said.slice(0, -1).every((each) => each.is === 'time' && isPlainDate(each.item));
}

function isPlainDate({ limit, first, last }: TimeItem): boolean {
  return limit === 'within' && last === undefined && (first.is === 'month' || first.is === 'day');
}

/** «В течение года, начиная с октября»: what begins in a year that is named ends with it. */
function withinYear(
  deadline: OpenEndedDeadline,
  times: readonly TimeItem[],
  context: ReadingContext,
): Deadline {
  const year = times.find(isWholeYear)?.first;
  if (year === undefined || times.length < 2) return deadline;
  const last = toLocalDate(lastDayOf(year, context));
  return last < deadline.start
    ? deadline
    : { kind: 'range', raw: deadline.raw, start: deadline.start, end: last };
}

function lastDayOf(year: TimeValue, { planYear }: ReadingContext): number {
  if (year.is === 'years') return dayOf(year.last, 12, 31);
  if (year.is === 'school-years') return schoolYearDays(year.last).end;
  return schoolYearDays(planYear + (year.is === 'plan-year' ? year.shift : 0)).end;
}

function isWholeYear({ limit, first, last }: TimeItem): boolean {
  const year = first.is === 'plan-year' || first.is === 'school-years' || first.is === 'years';
  return year && limit === 'within' && last === undefined && first.edge === undefined;
}

function undatedDeadline(
  fragments: readonly Fragment[],
  anchor: RelativeDraft | undefined,
  context: ReadingContext,
): Deadline | undefined {
  const raw = context.text.source;
  if (fragments.some((each) => each.is === 'ongoing' || each.is === 'onward'))
    return { kind: 'ongoing', raw };
  if (anchor !== undefined) return relativeIn(anchor, undefined, context);
  const schedule = fragments.find((each) => each.is === 'schedule');
  if (schedule !== undefined) return { kind: 'schedule', raw, document: schedule.document };
  const steps = fragments.find((each) => each.is === 'checkpoints');
  if (steps !== undefined)
    return { kind: 'recurring', raw, rule: { kind: 'checkpoints', names: steps.names } };
  const none = fragments.find((each) => each.is === 'none');
  if (none !== undefined) return noDeadline(raw, none.reason);
  const [first] = fragments;
  if (first === undefined) {
    if (!DITTO.test(raw)) return noDeadline(raw, 'empty');
    return context.report('words-not-understood', { from: 0, to: context.text.origins.length });
  }
  return context.report('words-not-understood', { from: first.from, to: fragments.at(-1)?.to ?? first.to });
}

/** «-//-», «-"-»: the same as above, which one cell alone does not say. */
const DITTO = /["'/«»„“”〃]/u;

function noDeadline(raw: string, reason: NoDeadline['reason']): NoDeadline {
  return { kind: 'none', raw, reason };
}

/** «постоянно с 1 сентября» and «01.09.2025 – постоянно» are open-ended, «постоянно в течение года» just ongoing. */
function ongoingIn(deadline: Deadline, items: readonly TimeItem[], raw: string): Deadline {
  if (deadline.kind === 'openEnded') return deadline;
  const window = windowOf(deadline);
  if (deadline.kind === 'date' && window?.start !== undefined)
    return { kind: 'openEnded', raw, start: window.start };
  const plain = items.every((item) => item.first.is === 'plan-year' && item.last === undefined);
  if (plain || window?.end === undefined) return { kind: 'ongoing', raw };
  const { start, end } = window;
  return { kind: 'ongoing', raw, window: start === undefined ? { end } : { start, end } };
}

function relativeIn(
  anchor: RelativeDraft,
  window: Window | undefined,
  context: ReadingContext,
): Deadline | undefined {
  const raw = context.text.source;
  const bounds = window === undefined ? {} : { window };
  switch (anchor.anchor) {
    case 'years': {
      const first = context.planYear + (anchor.from === 'next' ? 1 : 0);
      const end = schoolYearDays(first + anchor.count - 1).end;
      return { kind: 'relative', raw, ...anchor, window: boundsOf(schoolYearDays(first).start, end) };
    }
    case 'previous-school-year': {
      const { start, end } = schoolYearDays(context.planYear - 1);
      const schoolYear = schoolYearFrom(context.planYear - 1);
      return { kind: 'relative', raw, ...anchor, schoolYear, window: boundsOf(start, end) };
    }
    case 'current': {
      const end = endOfCurrent(anchor.unit, context);
      if (end !== undefined) return { kind: 'date', raw, end: toLocalDate(end) };
      return { kind: 'relative', raw, anchor: 'event', event: anchor.event, ...bounds };
    }
    default:
      return { kind: 'relative', raw, ...anchor, ...bounds };
  }
}

/** The last day of the quarter, trimester or half-year in which the plan was written. */
function endOfCurrent(unit: string, context: ReadingContext): number | undefined {
  const { asOf } = context;
  if (asOf === undefined) return undefined;
  if (unit !== 'quarter' && unit !== 'trimester' && unit !== 'module' && unit !== 'half-year')
    return undefined;
  const periods = context.periods(unit, firstYearOfDay(asOf), { from: 0, to: context.text.source.length });
  return periods.find((each) => each.end >= asOf)?.end;
}

function startOf(deadline: Deadline): string | undefined {
  return windowOf(deadline)?.start;
}

/** The days of a deadline as a window. */
function windowOf(deadline: Deadline): Window | undefined {
  switch (deadline.kind) {
    case 'date':
      return deadline.start === undefined
        ? { end: deadline.end }
        : { start: deadline.start, end: deadline.end };
    case 'range':
    case 'month':
    case 'schoolYear':
    case 'calendarYear':
      return { start: deadline.start, end: deadline.end };
    case 'openEnded':
      return { start: deadline.start };
    case 'recurring': {
      if (deadline.rule.kind !== 'set') return undefined;
      const { spans } = deadline.rule;
      const start = spans[0].start;
      const end = spans.at(-1)?.end ?? spans[1].end;
      return start === undefined ? { end } : { start, end };
    }
    default:
      return undefined;
  }
}
