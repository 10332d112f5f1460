import { schoolYearBounds } from '@orientir/core/calendar';
import type { Measure, RoadMap } from '@orientir/core/road-map';
import { PLAN_FIELDS } from '@orientir/core/road-map';
import { dueDays, yearOfPlan } from '../deadline-days.js';
import { fieldText } from '../field-text.js';
import type { PlanWritingOptions } from '../plan-writing-options.js';
import { writingWords } from '../writing-words.js';
import type { FormSheet } from './form-sheet.js';

/**
 * What falls due in the plan's school year, by days. A measure that recurs almost daily stands there once, on its first
 * day, and a note says so: hundreds of rows would hide the others.
 */
export function calendarSheet(plan: RoadMap, options: PlanWritingOptions): FormSheet {
  const { language } = options;
  const words = writingWords(language);
  const schoolYear = yearOfPlan(plan);
  const bounds = schoolYear === undefined ? undefined : schoolYearBounds(schoolYear);
  const days: { readonly due: string; readonly measure: Measure }[] = [];
  let often = false;
  for (const measure of plan.measures) {
    const all = dueDays(measure.deadline, schoolYear, options).filter(
      ({ due }) => bounds === undefined || (due >= bounds.start && due <= bounds.end),
    );
    if (all.length > MOST_DAYS) often = true;
    for (const { due } of all.length > MOST_DAYS ? all.slice(0, 1) : all) days.push({ due, measure });
  }
  days.sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
  const text = (measure: Measure, field: 'number' | 'text' | 'responsible' | 'deadline') =>
    fieldText(measure, field, { language, marks: NO_MARKS });
  return {
    name: words.calendarSheet,
    ...(often ? { notes: [words.often] } : {}),
    columns: [
      { header: words.date, width: 12 },
      { header: PLAN_FIELDS.number[language], width: 9 },
      { header: PLAN_FIELDS.text[language], width: 64 },
      { header: PLAN_FIELDS.responsible[language], width: 34 },
      { header: PLAN_FIELDS.deadline[language], width: 24 },
      { header: words.id, width: 9, technical: true },
    ],
    rows: days.map(({ due, measure }) => [
      { date: due },
      text(measure, 'number'),
      text(measure, 'text'),
      text(measure, 'responsible'),
      text(measure, 'deadline'),
      measure.id,
    ]),
  };
}

const MOST_DAYS = 60;
const NO_MARKS = new Map<string, never>();
