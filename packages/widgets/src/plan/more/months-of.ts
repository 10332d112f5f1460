import type { PublishedPlan } from '../published-plan.js';

/** All months `YYYY-MM` from the first to the last of a plan, at most {@link MOST_MONTHS}. */
export function monthsOf(plan: PublishedPlan): readonly string[] {
  const named = monthsIn(plan);
  const [first] = named;
  const last = named.at(-1);
  const months: string[] = [];
  if (first === undefined || last === undefined) return months;
  const begin = Number(first.slice(0, 4)) * 12 + Number(first.slice(5)) - 1;
  const end = Number(last.slice(0, 4)) * 12 + Number(last.slice(5)) - 1;
  for (let at = begin; at <= end && months.length < MOST_MONTHS; at++)
    months.push(`${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`);
  return months;
}

const MOST_MONTHS = 48;

/** Of each plan, made once. */
const known = new WeakMap<PublishedPlan, readonly string[]>();

/** Months `YYYY-MM` in which something begins or falls due, in their order. */
export function monthsIn(plan: PublishedPlan): readonly string[] {
  const months = known.get(plan) ?? namedMonths(plan);
  known.set(plan, months);
  return months;
}

function namedMonths({ measures }: PublishedPlan): readonly string[] {
  return [
    ...new Set(
      measures
        .flatMap(({ start, end, days }) => [start, end, ...days.map((each) => each.end)])
        .flatMap((day) => (day === undefined ? [] : [day.slice(0, 7)])),
    ),
  ].sort();
}
