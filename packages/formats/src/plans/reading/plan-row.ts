/**
 * One row of a table of measures, by what its columns are for.
 *
 * @module
 */
import type { SourceCell } from '@orientir/core/road-map';
import type { DocumentRow } from '../../document/index.js';
import type { ColumnRole } from './header-synonyms.js';
import { isRowNumber, leadingNumber } from './leading-number.js';
import type { PlanTable } from './plan-table.js';
import { fieldOf } from './plan-table.js';
import type { RowCell } from './row-cells.js';

export interface PlanRow {
  readonly row: DocumentRow;
  /** Cells with text of their own or an automatic number. */
  readonly own: readonly RowCell[];
  /** Texts by role, those of cells above included; several of one role are joined. */
  readonly values: ReadonlyMap<ColumnRole, string>;
  /** Roles whose text stands in this row. */
  readonly filled: ReadonlySet<ColumnRole>;
  /** The printed number; absent where there is none of its own. */
  readonly number?: string;
  /** A number that a spreadsheet made a date of. */
  readonly numberDate?: string;
  readonly source: readonly SourceCell[];
}

export function planRow(row: DocumentRow, cells: readonly RowCell[], table: PlanTable): PlanRow {
  const { columns } = table.header;
  const values = new Map<ColumnRole, string>();
  const filled = new Set<ColumnRole>();
  let number: string | undefined;
  let numberDate: string | undefined;
  const source: SourceCell[] = [];
  for (const { at, cell, text, above } of cells) {
    const column = columns[at];
    const role = column?.role;
    const shown = text === '' ? (cell.number ?? '') : text;
    source.push(sourceCell(cell.column, column, shown));
    if (role === 'number') {
      if (above) continue;
      if (cell.date !== undefined) {
        numberDate = text;
        number = numberOfDate(cell.date);
      } else if (text === '') number = cell.number;
      else if (isRowNumber(text.trim())) number = text.trim();
      continue;
    }
    if (role === undefined || text === '') continue;
    const before = values.get(role);
    values.set(role, before === undefined ? text : `${before}; ${text}`);
    if (!above) filled.add(role);
  }
  const own = cells.filter(({ above }) => !above);
  return {
    row,
    own,
    values,
    filled,
    source,
    ...(number === undefined ? {} : { number }),
    ...(numberDate === undefined ? {} : { numberDate }),
  };
}

/** The number of a measure where it stands in front of the text, and the text without it. */
export function numberInText(
  row: PlanRow,
  table: PlanTable,
): { readonly number: string; readonly text: string } | undefined {
  const role = row.filled.has('text') ? 'text' : 'recommendation';
  const text = row.values.get(role);
  const cell = row.own.find(({ at }) => table.header.columns[at]?.role === role)?.cell;
  if (text === undefined || cell === undefined) return undefined;
  const numbered = cell.paragraphs.filter(({ number }) => number !== undefined);
  const automatic = cell.number;
  if (numbered.length === 1 && automatic !== undefined && /\d/u.test(automatic))
    return { number: automatic, text };
  const typed = leadingNumber(text);
  return typed?.style === 'decimal' ? { number: typed.number, text: typed.rest } : undefined;
}

function sourceCell(
  column: number,
  of: PlanTable['header']['columns'][number] | undefined,
  text: string,
): SourceCell {
  const field = fieldOf(of?.role);
  return {
    column: column + 1,
    ...(field === undefined ? {} : { field }),
    ...(of === undefined || of.header === '' ? {} : { header: of.header }),
    text,
  };
}

/** `2024-02-01` was typed as 1.2: the day first, as Russian spreadsheets read it. */
function numberOfDate(date: string): string {
  return `${Number(date.slice(8))}.${Number(date.slice(5, 7))}`;
}
