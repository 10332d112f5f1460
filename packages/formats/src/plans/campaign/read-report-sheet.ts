/**
 * The report sheet of a campaign, filled in by schools: which measure is done, since when, and what shows it.
 *
 * @module
 */
import type { MeasureStatus } from '@orientir/core/road-map';
import { MEASURE_STATUSES, PLAN_FIELDS } from '@orientir/core/road-map';
import type { DocumentContent, DocumentTable } from '../../document/document-content.js';
import { writingWords } from '../writing/writing-words.js';
import { isoDate } from './iso-date.js';

/** A row that says something about a measure. */
export interface ReportedMeasure {
  readonly row: number;
  readonly plan: string;
  readonly measure: string;
  readonly status: MeasureStatus;
  readonly date: string;
  readonly evidence?: string;
  readonly note?: string;
}

export interface ReportDefect {
  readonly sheet?: string;
  readonly row?: number;
  readonly code: 'no-header' | 'status-unknown' | 'date-unknown' | 'measure-missing';
  readonly found: string;
}

/** Headers of the form, in both languages. */
const COLUMNS = headersOf();
type ReportColumn = keyof ReturnType<typeof headersOf>;

/** Reads every table with the columns of the form. Rows whose mark is empty say nothing and are passed over. */
export function readReportSheet(content: DocumentContent): {
  readonly reported: readonly ReportedMeasure[];
  readonly defects: readonly ReportDefect[];
  readonly rowsRead: number;
} {
  const reported: ReportedMeasure[] = [];
  const defects: ReportDefect[] = [];
  let rowsRead = 0;
  let found = false;
  for (const table of content.blocks) {
    if (table.kind !== 'table') continue;
    const header = headerOf(table);
    if (header === undefined) continue;
    found = true;
    for (const row of table.rows.slice(table.rows.indexOf(header.row) + 1)) {
      const cell = (name: ReportColumn) => row.cells.find(({ column }) => column === header.places.get(name));
      const text = (name: ReportColumn) => cell(name)?.text.trim() ?? '';
      if (text('status') === '') continue;
      rowsRead++;
      const status = statusOf(text('status'));
      const date = isoDate(cell('date'));
      const at = { ...(table.name === undefined ? {} : { sheet: table.name }), row: row.row };
      if (status === undefined) defects.push({ ...at, code: 'status-unknown', found: text('status') });
      else if (date === undefined) defects.push({ ...at, code: 'date-unknown', found: text('date') });
      else if (text('plan') === '' || text('measure') === '')
        defects.push({ ...at, code: 'measure-missing', found: '' });
      else {
        reported.push({
          row: row.row,
          plan: text('plan'),
          measure: text('measure'),
          status,
          date,
          ...(text('evidence') === '' ? {} : { evidence: text('evidence') }),
          ...(text('note') === '' ? {} : { note: text('note') }),
        });
      }
    }
  }
  if (!found) defects.push({ code: 'no-header', found: '' });
  return { reported, defects, rowsRead };
}

function headerOf(table: DocumentTable) {
  for (const row of table.rows.slice(0, 20)) {
    const places = new Map<ReportColumn, number>();
    for (const { column, text } of row.cells) {
      for (const name of ['plan', 'measure', 'status', 'date', 'evidence', 'note'] as const) {
        if (COLUMNS[name].some((each) => each.toLowerCase() === text.trim().toLowerCase()))
          places.set(name, column);
      }
    }
    if (places.has('plan') && places.has('measure') && places.has('status')) return { row, places };
  }
  return undefined;
}

function statusOf(text: string): MeasureStatus | undefined {
  const wanted = text.toLowerCase();
  for (const status of ['planned', 'underWay', 'done', 'notDone', 'cancelled'] as const) {
    const { ru, en } = MEASURE_STATUSES[status];
    if ([status, ru, en].some((each) => each.toLowerCase() === wanted)) return status;
  }
  return undefined;
}

function headersOf() {
  const [ru, en] = [writingWords('ru'), writingWords('en')];
  return {
    plan: [ru.planId, en.planId],
    measure: [ru.measureId, en.measureId],
    status: [PLAN_FIELDS.status.ru, PLAN_FIELDS.status.en],
    date: [ru.statusDate, en.statusDate],
    evidence: [ru.evidence, en.evidence],
    note: [ru.note, en.note],
  };
}
