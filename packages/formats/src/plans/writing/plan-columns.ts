/**
 * Columns of the printed table.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { Measure, PlanColumn, PlanField, RoadMap } from '@orientir/core/road-map';
import { PLAN_FIELD_ORDER, PLAN_FIELDS } from '@orientir/core/road-map';
import { fieldText } from './field-text.js';
import type { MeasureMarks } from './measure-marks.js';
import { shownText } from './shown-text.js';

/** A column with the text that each measure has in it. */
export interface PrintedColumn {
  readonly header: string;
  readonly field: PlanField | undefined;
  readonly textOf: (measure: Measure) => string;
}

interface ColumnOptions {
  readonly language: Language;
  readonly marks: MeasureMarks;
  /** Whether everything that measures say gets a column, also where the plan names its columns. */
  readonly complete: boolean;
}

/**
 * The columns that the plan names, in their order and with their headers. A plan that names none gets number, text,
 * deadline, responsible and every other column that a measure has something for.
 *
 * A column that no field stands for shows the cell of the source at its place.
 */
export function printedColumns(plan: RoadMap, options: ColumnOptions): readonly PrintedColumn[] {
  const named = plan.columns ?? [];
  const shown = new Set<PlanField>();
  const columns = named.map((column, index) => {
    const first = column.field !== undefined && !shown.has(column.field);
    if (column.field !== undefined) shown.add(column.field);
    return first && column.field !== undefined
      ? ofField(column.field, shownText(column.header), options)
      : ofSource(column, index + 1);
  });
  if (named.length > 0 && !options.complete) return columns;
  const added = PLAN_FIELD_ORDER.filter((field) => {
    if (shown.has(field)) return false;
    if (named.length === 0 && ALWAYS.has(field)) return true;
    return plan.measures.some((measure) => fieldText(measure, field, options) !== '');
  });
  return [...columns, ...added.map((field) => ofField(field, PLAN_FIELDS[field][options.language], options))];
}

const ALWAYS: ReadonlySet<PlanField> = new Set(['number', 'text', 'deadline', 'responsible']);

function ofField(field: PlanField, header: string, options: ColumnOptions): PrintedColumn {
  return { header, field, textOf: (measure) => fieldText(measure, field, options) };
}

function ofSource({ header }: PlanColumn, column: number): PrintedColumn {
  const shown = shownText(header);
  return {
    header: shown,
    field: undefined,
    textOf: ({ provenance }) => {
      const cells = provenance?.cells ?? [];
      const cell = cells.find((each) => each.column === column && (each.header ?? header) === header);
      return shownText(cell?.text ?? '');
    },
  };
}
