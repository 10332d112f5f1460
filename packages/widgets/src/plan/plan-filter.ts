import type { MeasureState } from './measure-state.js';
import { stateOf } from './measure-state.js';
import type { PublishedMeasure, PublishedPlan } from './published-plan.js';

/** What is to be shown; a blank or absent part lets everything through. */
export interface PlanFilter {
  /** Words that all have to stand somewhere in the row. */
  readonly query?: string;
  /** Id of a section; those inside it count. */
  readonly section?: string;
  readonly state?: MeasureState;
  readonly responsible?: string;
  readonly audience?: string;
  /** Month `YYYY-MM` in which something falls due or is under way. */
  readonly month?: string;
}

/** A filter with the values that can be chosen and their words. */
export type Choice = readonly [
  part: Exclude<keyof PlanFilter, 'query'>,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
];

/** The measures of a plan that a filter lets through, on a day. */
export function filterPlan(
  plan: PublishedPlan,
  filter: PlanFilter,
  today: string,
): readonly PublishedMeasure[] {
  const { section, state, responsible, audience, month } = filter;
  const words = plainText(filter.query ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const inside = section ? sectionAndInner(plan, section) : undefined;
  return plan.measures.filter(
    (measure) =>
      (inside === undefined || (measure.section !== undefined && inside.has(measure.section))) &&
      (!state || stateOf(measure, today) === state) &&
      (!responsible || measure.responsible.includes(responsible)) &&
      (!audience || measure.audience.includes(audience)) &&
      (!month || fallsIn(measure, month)) &&
      words.every((word) => searchText(measure).includes(word)),
  );
}

/** Whether something of a measure happens in a month. */
export function fallsIn({ start, end, days }: PublishedMeasure, month: string): boolean {
  if (days.length > 0)
    return days.some((each) => each.start.slice(0, 7) <= month && month <= each.end.slice(0, 7));
  if (start === undefined) return end?.slice(0, 7) === month;
  return start.slice(0, 7) <= month && (end === undefined || month <= end.slice(0, 7));
}

function sectionAndInner({ sections }: PublishedPlan, section: string): ReadonlySet<string> {
  const inside = new Set([section]);
  for (const { id, parent } of sections) if (parent !== undefined && inside.has(parent)) inside.add(id);
  return inside;
}

/** Texts of measures as they are searched, made once. */
const texts = new WeakMap<PublishedMeasure, string>();

function searchText(measure: PublishedMeasure): string {
  const text = texts.get(measure) ?? plainText(measure.cells.join(' '));
  texts.set(measure, text);
  return text;
}

function plainText(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
}
