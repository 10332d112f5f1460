import { leadingNumber, numberPath } from './leading-number.js';
import type { PlanRow } from './plan-row.js';
import type { PlanTable } from './plan-table.js';
import type { RowCell } from './row-cells.js';
import type { SectionHeading } from './section-tree.js';
import { endsOpen, endsSentence, isUpperCase, startsLowerCase } from './sentence-shape.js';

export interface RowsAround {
  /** Text of the measure above, which a row may go on with. */
  readonly before: string | undefined;
  /** Number of the row below. */
  readonly nextNumber: string | undefined;
}

/**
 * The heading that a row is, if it is one: a single text besides the number that covers the columns, stands where numbers
 * do, is numbered like a heading, in capitals or bold; or that stands above rows whose numbers are within its own.
 */
export function sectionRow(row: PlanRow, table: PlanTable, around: RowsAround): SectionHeading | undefined {
  const texts = row.own.filter(
    ({ text, at }) => text !== '' && !(roleAt(table, at) === 'number' && isPlainNumber(row, text)),
  );
  const [only] = texts;
  if (only === undefined || texts.length > 1) return undefined;
  if ([...row.values.keys()].some((role) => role !== 'section' && !row.filled.has(role))) return undefined;
  if (only.text.length > LONGEST_HEADING) return undefined;
  const { before } = around;
  const open = before !== undefined && (endsOpen(before) || !endsSentence(before));
  if (startsLowerCase(only.text) && open) return undefined;
  if (!isHeading(only, row, table, around)) return undefined;
  const number = row.number ?? automaticNumber(only);
  return { text: only.text, bold: only.cell.bold, ...(number === undefined ? {} : { number }) };
}

function isHeading(
  only: RowCell,
  row: PlanRow,
  table: PlanTable,
  { before, nextNumber }: RowsAround,
): boolean {
  const { cell, text } = only;
  if (coversColumns(only, table)) return true;
  if (!table.sheet && row.row.cells.length === 1 && table.header.columns.length > 1) return true;
  const role = roleAt(table, only.at);
  if (role === 'number') return /\p{L}{3}/u.test(text);
  if (role === 'section') return true;
  if (role !== 'text' && role !== 'recommendation' && only.at > 1) return false;
  if (isUpperCase(text) || (cell.bold && !table.bold)) return true;
  const path = row.number === undefined ? undefined : numberPath(row.number);
  const next = nextNumber === undefined ? undefined : numberPath(nextNumber);
  if (path !== undefined && next !== undefined && isWithin(next, path)) return true;
  if (row.number !== undefined) return /^[IVXХ]+[.)]?$/u.test(row.number) && !table.sheet;
  const leading = leadingNumber(text);
  if (leading === undefined || leading.rest === '') return false;
  if (leading.style !== 'decimal') return true;
  if (before !== undefined && endsOpen(before)) return false;
  return table.roles.has('number') || !table.numbersInText;
}

/** Whether a merged cell leaves out at most the column of numbers. */
function coversColumns({ cell }: RowCell, { header: { columns } }: PlanTable): boolean {
  const covered = columns.filter(
    ({ column }) => column >= cell.column && column < cell.column + cell.columns,
  ).length;
  return covered > 1 && covered >= columns.length - 1;
}

function isWithin(path: readonly number[], around: readonly number[]): boolean {
  return path.length > around.length && around.every((part, i) => part === path[i]);
}

function automaticNumber({ cell }: RowCell): string | undefined {
  return cell.number !== undefined && /[\dIVX]/u.test(cell.number) ? cell.number : undefined;
}

function isPlainNumber(row: PlanRow, text: string): boolean {
  return row.number === text.trim() || row.numberDate !== undefined;
}

function roleAt(table: PlanTable, at: number) {
  return table.header.columns[at]?.role;
}

const LONGEST_HEADING = 400;
