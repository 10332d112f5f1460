/**
 * The plan as a workbook.
 *
 * @module
 */
import type { RoadMap } from '@orientir/core/road-map';
import type { MeasureColumnId, MeasureContext } from '../measure-columns.js';
import { MEASURE_COLUMNS } from '../measure-columns.js';
import { measureMarks } from '../measure-marks.js';
import { planTitle } from '../plan-heading.js';
import type { PlanWritingOptions } from '../plan-writing-options.js';
import { writingWords } from '../writing-words.js';
import { aboutSheet } from './about-sheet.js';
import { calendarSheet } from './calendar-sheet.js';
import type { FormColumn, FormSheet } from './form-sheet.js';
import { formWorkbook } from './form-sheet.js';
import { statusChoice } from './status-choice.js';

/**
 * A workbook (.xlsx) with the measures in rows, a calendar of what falls due, and what there is to know about the plan.
 * Status, its day, evidence and note can be filled in; rows keep their ids in the last column. Same plan, same bytes.
 */
export function planXlsx(plan: RoadMap, options: PlanWritingOptions): Uint8Array {
  const { language } = options;
  const context = { plan, language, marks: measureMarks(plan, options) };
  return formWorkbook([planSheet(context), calendarSheet(plan, options), aboutSheet(context, options)], {
    page: writingWords(language).page,
  });
}

/** Columns with their widths; those without one stand only where a measure has something for them. */
const COLUMNS: readonly (readonly [id: MeasureColumnId, width: number, always: boolean])[] = [
  ['number', 8, true],
  ['section', 20, false],
  ['text', 46, true],
  ['recommendation', 30, false],
  ['situation', 32, false],
  ['solution', 32, false],
  ['deadline', 21, true],
  ['start', 11, true],
  ['end', 11, true],
  ['repeats', 16, false],
  ['responsible', 24, true],
  ['result', 28, false],
  ['indicator', 26, false],
  ['baseline', 13, false],
  ['target', 15, false],
  ['risks', 24, false],
  ['audience', 16, false],
  ['basis', 18, false],
  ['place', 16, false],
  ['status', 15, true],
  ['status_date', 11, true],
  ['evidence', 26, true],
  ['note', 20, true],
  ['id', 7, true],
];

function planSheet(context: MeasureContext): FormSheet {
  const { plan, language } = context;
  const words = writingWords(language);
  const shown = COLUMNS.filter(
    ([id, , always]) =>
      always || plan.measures.some((measure) => MEASURE_COLUMNS[id].valueOf(measure, context) !== ''),
  );
  return {
    name: words.planSheet,
    title: planTitle(plan, language),
    columns: shown.map(([id, width]): FormColumn => {
      const header = MEASURE_COLUMNS[id].header(language);
      switch (id) {
        case 'status':
          return { ...statusChoice(language), header, width };
        case 'status_date':
          return { header, width, input: 'date', error: words.dateError };
        case 'evidence':
        case 'note':
          return { header, width, input: 'text' };
        case 'id':
          return { header, width, technical: true };
        default:
          return { header, width };
      }
    }),
    rows: plan.measures.map((measure) =>
      shown.map(([id]) => {
        const value = MEASURE_COLUMNS[id].valueOf(measure, context);
        const isDay = id === 'start' || id === 'end' || id === 'status_date';
        return isDay && value !== '' ? { date: value } : value;
      }),
    ),
  };
}
