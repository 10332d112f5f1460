/**
 * What a measure says in each column of a plan.
 *
 * @module
 */
import { formatDeadline } from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';
import type { Measure, PlanField } from '@orientir/core/road-map';
import { AUDIENCES } from '@orientir/core/road-map';
import { hasRealDays } from './deadline-days.js';
import { indicatorText } from './indicator-text.js';
import type { MeasureMarks } from './measure-marks.js';
import { markText } from './measure-marks.js';
import { shownText } from './shown-text.js';

/** The text of a cell; lines are separated by `\n`. Each responsible party and each indicator has its line. */
export function fieldText(
  measure: Measure,
  field: PlanField,
  { language, marks }: { readonly language: Language; readonly marks: MeasureMarks },
): string {
  return shownText(rawText(measure, field, language, marks));
}

function rawText(measure: Measure, field: PlanField, language: Language, marks: MeasureMarks): string {
  switch (field) {
    case 'deadline':
      return deadlineText(measure, language);
    case 'responsible':
      return measure.responsible.join('\n');
    case 'indicator':
      return (measure.indicators ?? []).map((each) => indicatorText(each, language)).join('\n');
    case 'audience':
      return (measure.audience ?? []).map((code) => AUDIENCES[code][language]).join(', ');
    case 'status': {
      const mark = marks.get(measure.id);
      if (mark === undefined) return '';
      return [markText(mark, language), ...(mark.evidence ?? []).map(({ title }) => title)].join('\n');
    }
    default:
      return measure[field] ?? '';
  }
}

/** The words of its author; where there are none, what is understood of it. */
function deadlineText({ deadline }: Measure, language: Language): string {
  if (deadline.raw.trim() !== '') return deadline.raw;
  return deadline.kind === 'none' || !hasRealDays(deadline) ? '' : formatDeadline(deadline, language);
}
