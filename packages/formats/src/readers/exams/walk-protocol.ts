/** Goes through the tables of a protocol, one exam after the other, row by row. @module */
import type { PassingRow, SheetRows } from '../../sheet.js';
import { cellText, columnName } from '../../sheet.js';
import type { NamedExam } from './exam-line.js';
import { parseExamLine } from './exam-line.js';
import type { ProtocolHeader, ProtocolRole } from './protocol-header.js';
import { furtherHeader, protocolHeader } from './protocol-header.js';

/** A row below a header, while it passes by. */
export interface ProtocolRow {
  /** Index of the row. */
  readonly row: number;
  readonly header: ProtocolHeader;
  /** The exam that the line above the table names, and where; absent when no line does. */
  readonly exam: { readonly named: NamedExam; readonly row: number; readonly column: string } | undefined;
  text(role: ProtocolRole): string;
  /** Spreadsheet letters. */
  column(role: ProtocolRole): string | undefined;
}

/** Hands over the rows that hold a pupil. @throws {FileError} */
export async function walkProtocol(sheet: SheetRows, visit: (row: ProtocolRow) => void): Promise<void> {
  let exam: ProtocolRow['exam'];
  let header: ProtocolHeader | undefined;
  let isFirst = false;
  await sheet.read((passing) => {
    if (passing.filled === 0) return true;
    const cells = textsOf(passing);
    const line = cells.findIndex((text) => parseExamLine(text) !== undefined);
    const isLine = line !== -1 && cells.filter((text) => text !== '').length <= MOST_IN_LINE;
    const named = isLine ? parseExamLine(cells[line] ?? '') : undefined;
    if (named !== undefined) {
      exam = { named, row: passing.row, column: columnName(line) };
      header = undefined;
      return true;
    }
    const found = protocolHeader(cells);
    if (found !== undefined) {
      header = found;
      isFirst = true;
      return true;
    }
    if (header === undefined) return true;
    const further =
      isFirst && cells.every((text) => !/^\d+$/.test(text)) ? furtherHeader(header, cells) : undefined;
    if (further !== undefined) {
      header = further;
      return true;
    }
    isFirst = false;
    const row = protocolRow(passing.row, header, exam, cells);
    if (isPupil(row, cells)) visit(row);
    return true;
  });
}

/** An exam line stands alone, or beside a few words. */
const MOST_IN_LINE = 4;

function textsOf(row: PassingRow): readonly string[] {
  return Array.from({ length: Math.min(row.width, MOST_COLUMNS) }, (_, column) => cellText(row.cell(column)));
}

const MOST_COLUMNS = 200;

function protocolRow(
  row: number,
  header: ProtocolHeader,
  exam: ProtocolRow['exam'],
  cells: readonly string[],
): ProtocolRow {
  return {
    row,
    header,
    exam,
    text(role) {
      const at = header.roles.get(role);
      if (at === undefined) return '';
      if ((cells[at] ?? '') !== '') return cells[at] ?? '';
      // Under a merged header the value may stand in any of its columns.
      const next = header.columns.find((column) => column > at) ?? at + 1;
      return cells.slice(at, next).find((text) => text !== '') ?? '';
    },
    column(role) {
      const at = header.roles.get(role);
      return at === undefined ? undefined : columnName(at);
    },
  };
}

const RESULTS: readonly ProtocolRole[] = ['short', 'long', 'total', 'mark', 'score'];

/** Lines of totals, notes, and the line that numbers the columns are no pupils. */
function isPupil(row: ProtocolRow, cells: readonly string[]): boolean {
  const filled = cells.filter((text) => text !== '');
  if (filled.length > 2 && filled.every((text, i) => text === String(i + 1))) return false;
  if (filled.length <= 2) return false;
  const person = row.text('pupil') !== '' || row.text('surname') !== '';
  return person || (row.text('school') !== '' && RESULTS.some((role) => row.text(role) !== ''));
}
