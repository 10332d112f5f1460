import type { RoadMap } from '@orientir/core/road-map';
import { writeCsv } from '../../csv/write-csv.js';
import type { MeasureColumnId } from './measure-columns.js';
import { MEASURE_COLUMNS } from './measure-columns.js';
import { measureMarks } from './measure-marks.js';
import type { PlanWritingOptions } from './plan-writing-options.js';

/**
 * The measures as csv for other programs: UTF-8, comma, days as `YYYY-MM-DD`, sections from the outermost joined by
 * ` / `, several parties on lines of their own. A text that a spreadsheet would run as a formula gets an apostrophe.
 */
export function planCsv(plan: RoadMap, options: PlanWritingOptions): string {
  const { language } = options;
  const context = { plan, language, marks: measureMarks(plan, options) };
  return writeCsv({
    name: 'plan',
    columns: COLUMNS.map((id) => ({ id, kind: 'text' })),
    rows: plan.measures.map((measure) =>
      COLUMNS.map((id) => MEASURE_COLUMNS[id].valueOf(measure, context) || undefined),
    ),
  });
}

const COLUMNS: readonly MeasureColumnId[] = [
  'id',
  'number',
  'section',
  'text',
  'deadline',
  'kind',
  'start',
  'end',
  'rrule',
  'responsible',
  'result',
  'indicator',
  'baseline',
  'target',
  'status',
  'status_date',
  'evidence',
  'note',
  'recommendation',
  'situation',
  'solution',
  'risks',
  'audience',
  'basis',
  'place',
  'parent',
];
