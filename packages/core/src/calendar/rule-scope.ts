/**
 * Where a rule is looked at, and how stretches are stepped through and divided.
 *
 * @module
 */
import type { SchoolCalendar } from './school-calendar.js';

/** The stretch to look at and what the rule is counted from. */
export interface RuleScope {
  readonly from: number;
  readonly to: number;
  /** The calendar year in which the plan's school year begins. */
  readonly planYear: number;
  readonly calendars: readonly SchoolCalendar[];
}

/** Takes one occurrence; those outside the scope may be among them and are left to the caller. */
export type Take = (start: number | undefined, due: number) => void;

/** The first of …, `anchor − step`, `anchor`, `anchor + step`, … that is not earlier than `from`. */
export function firstStep(anchor: number, step: number, from: number): number {
  return from + ((((anchor - from) % step) + step) % step);
}

/** A stretch in equal parts, each due on its last day; no more parts than days. */
export function divided(start: number, end: number, times: number, take: Take): void {
  if (times === 1) {
    take(start, end);
    return;
  }
  const length = end - start + 1;
  const parts = Math.min(times, length);
  for (let part = 0; part < parts; part++) {
    take(start + Math.floor((length * part) / parts), start + Math.floor((length * (part + 1)) / parts) - 1);
  }
}
