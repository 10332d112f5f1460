/**
 * The days on which a deadline falls due.
 *
 * @module
 */
import { assertNever } from '../foundation/assert-never.js';
import type { Deadline, RecurringDeadline } from './deadline.js';
import type { LocalDate } from './local-date.js';
import { toDay, toLocalDate } from './local-date.js';
import type { PeriodicRule } from './recurrence.js';
import { ruleDays } from './rule-days.js';
import type { RuleScope } from './rule-scope.js';
import type { SchoolCalendar } from './school-calendar.js';
import type { SchoolYear } from './school-year.js';
import { firstYearOf } from './school-year.js';

/** One time that something falls due. */
export interface Occurrence {
  /** First day on which it can be done; absent where only the last one is known. */
  readonly start?: LocalDate;
  /** Last day on which it is in time. */
  readonly due: LocalDate;
}

/** The stretch to look at, both days included, and what rules are counted from. */
export interface OccurrenceOptions {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The plan's school year. */
  readonly schoolYear: SchoolYear;
  /** The school's own calendars. */
  readonly calendars?: readonly SchoolCalendar[];
}

/**
 * Everything that falls due from `from` to `to`, in order and without repetition.
 *
 * A start before `from` is shown as `from`; of a rule with a window, starts before the window as its first day.
 * Deadlines without a sure date (ongoing, open-ended, relative, by schedule, none, checkpoints) have no occurrences.
 */
export function occurrences(deadline: Deadline, options: OccurrenceOptions): readonly Occurrence[] {
  const from = toDay(options.from);
  const to = toDay(options.to);
  switch (deadline.kind) {
    case 'date':
    case 'range':
    case 'month':
    case 'schoolYear':
    case 'calendarYear': {
      const due = toDay(deadline.end);
      if (due < from || due > to) return [];
      return [
        occurrence(deadline.start === undefined ? undefined : Math.max(toDay(deadline.start), from), due),
      ];
    }
    case 'recurring':
      return recurring(deadline, from, to, options);
    case 'ongoing':
    case 'openEnded':
    case 'relative':
    case 'schedule':
    case 'none':
      return [];
    default:
      return assertNever(deadline);
  }
}

function occurrence(start: number | undefined, due: number): Occurrence {
  return start === undefined
    ? { due: toLocalDate(due) }
    : { start: toLocalDate(start), due: toLocalDate(due) };
}

function recurring(
  { rule, window }: RecurringDeadline,
  from: number,
  to: number,
  { schoolYear, calendars = [] }: OccurrenceOptions,
): readonly Occurrence[] {
  if (rule.kind === 'checkpoints') return [];
  if (rule.kind === 'set') {
    const list = new OccurrenceList(from, to);
    for (const { start, end } of rule.spans)
      list.add(start === undefined ? undefined : toDay(start), toDay(end));
    return list.made;
  }
  const first = Math.max(from, window?.start === undefined ? from : toDay(window.start));
  const last = Math.min(to, window?.end === undefined ? to : toDay(window.end));
  if (last < first) return [];
  const scope = { from: first, to: last, planYear: firstYearOf(schoolYear), calendars };
  return calendars.length > 0 ? occurrencesOfRule(rule, scope) : rememberedOccurrences(rule, scope);
}

function occurrencesOfRule(rule: PeriodicRule, scope: RuleScope): readonly Occurrence[] {
  const list = new OccurrenceList(scope.from, scope.to);
  ruleDays(rule, scope, (start, due) => {
    list.add(start, due);
  });
  return list.made;
}

/** Rules that were asked for before: thousands of measures share a few dozen rules. */
const remembered = new Map<string, readonly Occurrence[]>();
const MOST_REMEMBERED = 500;

/** Only where no calendar of a school has a say. */
function rememberedOccurrences(rule: PeriodicRule, scope: RuleScope): readonly Occurrence[] {
  const key = `${scope.from} ${scope.to} ${scope.planYear} ${JSON.stringify(rule)}`;
  const before = remembered.get(key);
  if (before !== undefined) return before;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const made = Object.freeze(occurrencesOfRule(rule, scope));
  remembered.set(key, made);
  return made;
}

/** Takes what falls due in a stretch, in order; what repeats the one before is left out. */
class OccurrenceList {
  readonly made: Occurrence[] = [];
  #start: number | undefined;
  #due: number | undefined;
  readonly #from: number;
  readonly #to: number;

  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
  }

  add(start: number | undefined, due: number): void {
    if (due < this.#from || due > this.#to) return;
    const cut = start === undefined ? undefined : Math.max(start, this.#from);
    if (due === this.#due && cut === this.#start) return;
    this.#start = cut;
    this.#due = due;
    this.made.push(occurrence(cut, due));
  }
}
