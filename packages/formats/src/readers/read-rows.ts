/**
 * Reads the pupil rows of one sheet as they pass by: a row is checked, counted into a block and forgotten.
 *
 * @module
 */
import type { Assessment, ResponseBlock, Unit } from '@orientir/core/assessment';
import { MAX_HALF_POINTS } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { inCyrillic } from '../lookalikes.js';
import type { RowPlace } from '../row-place.js';
import { earlier } from '../row-place.js';
import type { School } from '../schools/school-registry.js';
import type { PassingRow, SheetCell } from '../sheet.js';
import { cellText, NO_CELL } from '../sheet.js';
import { BlockBuilder } from './block-builder.js';
import { checkResult, halfPointsOf } from './check-result.js';
import { ChoiceCells } from './choice-cells.js';
import { GroupCells } from './group-cells.js';
import { IssueLog } from './issue-log.js';
import { ItemCells } from './item-cells.js';
import { readMarkCell } from './mark-cell.js';
import { MaximaOfSheet } from './maxima-of-sheet.js';
import { LEAST_DOCUMENT_NUMBER } from './point-cell.js';
import type { PupilWatch } from './pupil-watch.js';
import { brokenCell, placeInRow, roleColumns, textIn } from './role-cells.js';
import { cellsBeyond, EndOfText, isUndivided } from './row-of-text.js';
import { RepeatedHeaders, SummaryRows } from './rows-without-pupil.js';
import type { Hash } from './seen-pupils.js';
import { hashText } from './seen-pupils.js';
import type { ItemColumn, TableLayout } from './table-layout.js';
import type { KnownUnit } from './unit-cells.js';
import { MOST_IN_GROUP_ROW, UnitCells } from './unit-cells.js';
import type { UnlistedSchool } from './unlisted-schools.js';

/** A pupil as read; names and document numbers were never looked at. */
interface PupilRow {
  /** Index of the row in the sheet. */
  readonly row: number;
  /** It is the pupil whose own results were asked for. */
  readonly isWatched: boolean;
  /** What makes the pupil the same pupil elsewhere. */
  readonly identity: Hash;
  readonly unit: Unit;
  readonly variant: string;
  readonly teacher: string;
  /** Half points or state codes, in the order of the items of the work. */
  readonly codes: Uint8Array;
  readonly mark: number;
  readonly journalMark: number;
  readonly absent: boolean;
  readonly groups: readonly string[];
  /** Half points of all items that the file has; absent where the row lacks one. */
  readonly halfPoints: number | undefined;
  /** Points as the file says; absent = it does not. */
  readonly total: number | undefined;
}

export interface RowsRead {
  readonly rowsAccepted: number;
  readonly issues: readonly Issue[];
  /** Maxima that many pupils exceed were taken out. */
  readonly assessment: Assessment;
  /** Schools that stand in the sheet but not in the list of schools. */
  readonly unlisted: readonly UnlistedSchool[];
  /** Pupils whose school is not known. */
  readonly schoolUnknown: boolean;
}

export interface RowsContext {
  readonly assessment: Assessment;
  readonly columns: readonly (ItemColumn | undefined)[];
  /** Texts of the header row, by column. */
  readonly header: readonly string[];
  /** Of a text: cells of its longest row down to the header. Absent for sheets of workbooks. */
  readonly cellsOfHeader: number | undefined;
  readonly place: Place;
  /** School of files that name none. */
  readonly school: string | undefined;
  readonly resolve: (login: string, municipality: string) => School | undefined;
  /** Where the pupil was seen before; absent the first time. `row` as people count. */
  readonly firstPlace: (pupil: Hash, row: number) => RowPlace | undefined;
  readonly onBlock: (block: ResponseBlock) => void;
  /** Whether somebody may look at a block later. */
  readonly keepsBlocks: boolean;
  /** Absent = nobody's own results are wanted. */
  readonly watch: PupilWatch | undefined;
}

/** Reads row by row; {@link finish} tells what came of it. Rows with an error stand in the issues only. */
export class RowReader {
  readonly #layout: TableLayout;
  readonly #context: RowsContext;
  readonly #log: IssueLog;
  readonly #blocks: BlockBuilder;
  readonly #groups: GroupCells;
  readonly #choices: ChoiceCells;
  readonly #units: UnitCells;
  readonly #items: ItemCells;
  readonly #columns: ReturnType<typeof roleColumns>;
  readonly #hasChoices: boolean;
  readonly #maxima: MaximaOfSheet;
  /** Columns with a header. */
  readonly #named: number;
  readonly #end: EndOfText | undefined;
  readonly #headers: RepeatedHeaders;
  readonly #summaries: SummaryRows;
  /** Row of the header of another table, which those below belong to. */
  #otherHeader: number | undefined;
  /** Rows beyond a maximum wait until it is known whether many are. */
  readonly #beyond: PupilRow[] = [];
  #rowsRead = 0;
  #rowsAccepted = 0;

  constructor(layout: TableLayout, context: RowsContext) {
    const { assessment, columns } = context;
    this.#layout = layout;
    this.#context = context;
    this.#log = new IssueLog(context.place);
    this.#groups = new GroupCells(layout.groupings);
    this.#choices = new ChoiceCells(assessment, columns);
    this.#blocks = new BlockBuilder(assessment, context.onBlock, context.keepsBlocks, [
      ...layout.groupings.map(({ name }) => name),
      ...this.#choices.columns,
    ]);
    this.#units = new UnitCells(layout, context, this.#log);
    this.#columns = roleColumns(layout);
    this.#headers = new RepeatedHeaders(context.header);
    this.#named = context.header.filter((text) => text !== '').length;
    if (context.cellsOfHeader !== undefined) this.#end = new EndOfText(context.header);
    this.#summaries = new SummaryRows(layout, columns);
    this.#hasChoices = this.#choices.columns.length > 0;
    this.#maxima = new MaximaOfSheet(assessment, columns.length);
    this.#items = new ItemCells(context, this.#maxima.highest, this.#log, (item) => this.#choices.has(item));
  }

  /** Rows so far that hold a pupil, refused ones included. */
  get rowsRead(): number {
    return this.#rowsRead;
  }

  read(row: PassingRow): void {
    if (row.row <= this.#layout.header || row.filled === 0) return;
    this.#end?.pass(row);
    const { pupil: pupilColumn } = this.#columns;
    const pupilCell = pupilColumn === undefined ? undefined : row.cell(pupilColumn);
    const pupil = cellText(pupilCell);
    if (this.#isUndivided(row)) {
      this.#rowsRead++;
      this.#tell('row-undivided', 'error', row);
      return;
    }
    const header = this.#headers.of(row, pupil);
    if (header !== 'none') {
      if (header === 'moved') this.#tell('header-moved', 'error', row);
      this.#otherHeader = header === 'moved' ? row.row : undefined;
      return;
    }
    const results = this.#items.readPlain(row);
    if (results <= MOST_IN_GROUP_ROW && this.#units.isGroupRow(cellsOf(row))) return;
    const answered = results > 0;
    if (!answered && this.#units.startsPart(row)) return;
    if (this.#summaries.has(row, pupil)) {
      if (answered) this.#tell('row-of-totals', 'warning', row);
      return;
    }
    if (this.#otherHeader !== undefined) {
      if (pupil !== '' || answered) this.#rowsRead++;
      if (pupil === this.#context.watch?.code) this.#refuseWatched(this.#otherHeader, undefined);
      return;
    }
    const broken =
      typeof pupilCell === 'object'
        ? brokenCell(pupilCell, placeInRow(this.#context.place, row.row, pupilColumn))
        : undefined;
    if (broken !== undefined && (pupil !== '' || answered)) {
      this.#rowsRead++;
      this.#log.add(broken);
      return;
    }
    if (pupil === '') {
      // Empty forms come with hundreds of prepared rows whose formulas show a total of 0: they are no pupils.
      if (!answered) return;
      this.#rowsRead++;
      this.#tell('pupil-missing', 'error', row, pupilColumn);
      return;
    }
    this.#rowsRead++;
    if (this.#goesOn(row)) {
      if (pupil === this.#context.watch?.code) this.#refuseWatched(row.row, undefined);
      return;
    }
    const unit = this.#units.of(row);
    const clear = this.#items.readUnclear(row);
    const choices = answered && this.#hasChoices ? this.#readChoices(row) : NO_TEXTS;
    if (unit === undefined || !clear || choices === undefined) {
      if (pupil === this.#context.watch?.code) this.#refuseWatched(row.row, unit?.unit);
      return;
    }
    const read = this.#pupil(row, pupil, unit, answered, choices);
    if (read.absent || this.#maxima.allow(this.#items, this.#hasChoices))
      this.#accept(read, this.#context.assessment);
    else this.#beyond.push({ ...read, codes: read.codes.slice() });
  }

  finish(): RowsRead {
    const assessment = this.#maxima.settle(this.#log, this.#context.place);
    for (const pupil of this.#beyond)
      if (this.#refuseBeyond(pupil, assessment)) this.#accept(pupil, assessment);
      else if (pupil.isWatched) this.#refuseWatched(pupil.row, pupil.unit);
    this.#blocks.flush();
    this.#tellOfEnd();
    return {
      rowsAccepted: this.#rowsAccepted,
      issues: [...this.#log.list(), ...this.#groups.issues(this.#context.place, this.#layout.header)],
      assessment,
      unlisted: this.#units.unlisted.list(),
      schoolUnknown: this.#units.schoolUnknown,
    };
  }

  #isUndivided(row: PassingRow): boolean {
    return this.#context.cellsOfHeader !== undefined && isUndivided(row, this.#named);
  }

  /** Tells of a row of a text that goes on beyond the header: its values may have moved. */
  #goesOn(row: PassingRow): boolean {
    const { cellsOfHeader: columns, place } = this.#context;
    if (columns === undefined || row.width <= columns) return false;
    const cells = cellsBeyond(row, columns);
    if (cells === undefined) return false;
    this.#log.add(issue('row-too-long', 'error', placeInRow(place, row.row, undefined), { cells, columns }));
    return true;
  }

  #tellOfEnd(): void {
    const found = this.#end?.cutOff();
    if (found === undefined) return;
    const { row, cells, columns } = found;
    this.#log.add(
      issue('row-cut-off', 'warning', placeInRow(this.#context.place, row, undefined), { cells, columns }),
    );
  }

  /** Something about a row as a whole, or about its pupil. */
  #tell(
    code:
      | 'header-moved'
      | 'row-of-totals'
      | 'row-undivided'
      | 'pupil-missing'
      | 'absent-with-points'
      | 'row-without-results',
    severity: Issue['severity'],
    { row }: PassingRow,
    column?: number,
  ): void {
    this.#log.add(issue(code, severity, placeInRow(this.#context.place, row, column), {}));
  }

  #readChoices(row: PassingRow): readonly string[] | undefined {
    return this.#choices.read(row, this.#items.codes, this.#context.place, (of) => this.#log.add(of));
  }

  #pupil(
    row: PassingRow,
    pupil: string,
    { unit, identity }: KnownUnit,
    answered: boolean,
    choices: readonly string[],
  ): PupilRow {
    const variant = this.#variant(row);
    const saidAbsent = variant !== '' && ABSENT.test(variant);
    const absent = saidAbsent ? this.#items.codes.every(isNothing) : !answered;
    if (saidAbsent && !absent) this.#tell('absent-with-points', 'warning', row, this.#columns.pupil);
    if (absent && !saidAbsent) this.#tell('row-without-results', 'warning', row, this.#columns.pupil);
    const { codes } = this.#items;
    const { columns } = this.#context;
    const groups = this.#layout.groupings.length === 0 ? choices : [...this.#groups.read(row), ...choices];
    return {
      row: row.row,
      isWatched: pupil === this.#context.watch?.code,
      identity: hashText(pupilKey(pupil), identity),
      unit,
      variant: absent ? '' : variant,
      teacher: textIn(row, this.#columns.teacher),
      codes,
      mark: absent ? 0 : this.#mark(row, 'mark'),
      journalMark: absent ? 0 : this.#mark(row, 'journalMark'),
      absent,
      groups,
      halfPoints: this.#hasChoices
        ? halfPointsOf(codes, (item) => columns[item] !== undefined)
        : this.#items.halfPoints,
      total: absent ? undefined : this.#total(row),
    };
  }

  /** Of several columns the distinct texts, joined. */
  #variant(row: PassingRow): string {
    const { variants } = this.#columns;
    let variant = '';
    for (const column of variants) {
      const other = textIn(row, column);
      if (variant === '') variant = other;
      else if (other !== '' && !variant.split('+').includes(other)) variant = `${variant}+${other}`;
    }
    return variant;
  }

  #total(row: PassingRow): number | undefined {
    const column = this.#columns.total;
    if (column === undefined) return undefined;
    const count = row.count(column);
    if (count >= 0) return count;
    if (count === NO_CELL) return undefined;
    const total = Number(cellText(row.cell(column)).replace(',', '.') || Number.NaN);
    return total < LEAST_DOCUMENT_NUMBER ? total : undefined;
  }

  #accept(pupil: PupilRow, assessment: Assessment): void {
    this.#checkTotalAndMark(pupil, assessment);
    const first = this.#context.firstPlace(pupil.identity, pupil.row + 1);
    if (first !== undefined) {
      const at = placeInRow(this.#context.place, pupil.row, this.#columns.pupil);
      this.#log.add(issue('pupil-duplicate', 'error', at, earlier(first, at)));
      if (pupil.isWatched) this.#refuseWatched(pupil.row, pupil.unit);
      return;
    }
    this.#rowsAccepted++;
    this.#blocks.add(pupil);
    if (!pupil.isWatched) return;
    const { unit, codes, absent, row } = pupil;
    const place = placeInRow(this.#context.place, row, undefined);
    this.#context.watch?.accept({ assessment, unit, codes, absent, place });
  }

  #refuseWatched(row: number, unit: Unit | undefined): void {
    this.#context.watch?.refuse(placeInRow(this.#context.place, row, undefined), unit);
  }

  #mark(row: PassingRow, role: 'mark' | 'journalMark'): number {
    const column = this.#columns[role];
    if (column === undefined) return 0;
    const count = row.count(column);
    if (count === NO_CELL) return 0;
    if (count >= 2 && count <= 5) return count;
    const mark = readMarkCell(row.cell(column));
    if (typeof mark === 'number') return mark;
    const code = role === 'mark' ? 'mark-invalid' : 'journal-mark-invalid';
    this.#log.add(issue(code, 'warning', placeInRow(this.#context.place, row.row, column), mark));
    return 0;
  }

  /** Lists the points above maxima that stand. True when there are none. */
  #refuseBeyond(pupil: PupilRow, assessment: Assessment): boolean {
    let within = true;
    pupil.codes.forEach((code, index) => {
      const { id = '', maxPoints } = assessment.items[index] ?? {};
      const column = this.#context.columns[index]?.column;
      if (code > MAX_HALF_POINTS || maxPoints === undefined || code <= maxPoints * 2) return;
      within = false;
      const parameters = { item: id, found: code / 2, max: maxPoints };
      this.#log.add(
        issue('points-above-max', 'error', placeInRow(this.#context.place, pupil.row, column), parameters),
      );
    });
    return within;
  }

  #checkTotalAndMark(pupil: PupilRow, assessment: Assessment): void {
    if (pupil.absent) return;
    const at = (role: 'total' | 'mark') => placeInRow(this.#context.place, pupil.row, this.#columns[role]);
    for (const difference of checkResult(pupil, assessment, at)) this.#log.add(difference);
  }
}

/** Who was absent has no points; files put zeros and crosses there, too. */
function isNothing(code: number): boolean {
  return code === 0 || code > MAX_HALF_POINTS;
}

const ABSENT = /(?:^|\+)отсутств/i;
/** One key for all spellings of a code: letters that look alike, capitals, numbers as a spreadsheet keeps them. */
function pupilKey(pupil: string): string {
  return PLAIN_NUMBER.test(pupil) ? pupil : inCyrillic(pupil.toLowerCase()).replace(/^(\d+)[.,]0$/, '$1');
}

const PLAIN_NUMBER = /^\d+$/;
const NO_TEXTS: readonly string[] = [];

function cellsOf(row: PassingRow): readonly SheetCell[] {
  return Array.from({ length: row.width }, (_, column) => row.cell(column));
}
