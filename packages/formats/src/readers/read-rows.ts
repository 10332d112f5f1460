/**
 * Reads the pupil rows of one sheet.
 *
 * @module
 */
import type { Assessment, Unit } from '@orientir/core/assessment';
import {
  MAX_HALF_POINTS,
  markOfTotal,
  NOT_ADMINISTERED,
  NOT_ATTEMPTED,
  NOT_TAUGHT,
  pointStepOf,
} from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { School } from '../schools/school-registry.js';
import type { Sheet, SheetCell } from '../sheet.js';
import { cellText, columnName } from '../sheet.js';
import { readMarkCell } from './mark-cell.js';
import { readPointCell } from './point-cell.js';
import type { ItemColumn, Role, TableLayout } from './table-layout.js';

/** A pupil as read; names and document numbers were never looked at. */
export interface PupilRow {
  /** Index of the row in the sheet. */
  readonly row: number;
  /** What makes the pupil the same pupil elsewhere. */
  readonly identity: string;
  readonly unit: Unit;
  readonly variant: string;
  readonly teacher: string;
  /** Half points or state codes, in the order of the items of the work. */
  readonly codes: readonly number[];
  readonly mark: number;
  readonly journalMark: number;
  readonly absent: boolean;
  readonly total: number | undefined;
}

export interface RowsRead {
  readonly pupils: readonly PupilRow[];
  /** Rows that hold a pupil, refused ones included. */
  readonly rowsRead: number;
  readonly issues: readonly Issue[];
  /** Maxima that many pupils exceed were taken out. */
  readonly assessment: Assessment;
  /** Logins that stand in the sheet but not in the list of schools. */
  readonly unlisted: ReadonlyMap<string, Place>;
  /** Pupils whose school is not known. */
  readonly schoolUnknown: boolean;
}

export interface RowsContext {
  readonly assessment: Assessment;
  readonly columns: readonly (ItemColumn | undefined)[];
  readonly place: Place;
  /** School of files that name none. */
  readonly school: string | undefined;
  /** A list of schools was given. */
  readonly listed: boolean;
  readonly resolve: (login: string) => School | undefined;
}

/** Reads all pupil rows under the header. Rows with an error are left out of `pupils` and stand in `issues`. */
export function readRows(sheet: Sheet, layout: TableLayout, context: RowsContext): RowsRead {
  const reader = new RowReader(layout, context);
  for (let r = layout.header + 1; r < sheet.rows.length; r++) reader.read(sheet.rows[r] ?? [], r);
  return reader.finish();
}

/** Our choice: so many pupils do not err alike, so it is the maximum that is wrong. */
function tooManyAbove(above: number, answered: number): boolean {
  return (above >= 5 && above * 10 >= answered) || (above >= 3 && above * 2 >= answered);
}

class RowReader {
  readonly #layout: TableLayout;
  readonly #context: RowsContext;
  readonly #step: 1 | 0.5;
  readonly #issues: Issue[] = [];
  readonly #good: PupilRow[] = [];
  readonly #unlisted = new Map<string, Place>();
  #rowsRead = 0;
  #groupSchool: string | undefined;
  #schoolUnknown = false;

  constructor(layout: TableLayout, context: RowsContext) {
    this.#layout = layout;
    this.#context = context;
    this.#step = pointStepOf(context.assessment);
  }

  read(cells: readonly SheetCell[], row: number): void {
    if (cells.every((cell) => cellText(cell) === '' && typeof cell !== 'object')) return;
    if (this.#isGroupRow(cells)) return;
    const pupil = this.#text(cells, 'pupil');
    const answered = this.#context.columns.some(
      (item) => item !== undefined && holdsResult(cells[item.column]),
    );
    if (pupil === '') {
      // Empty forms come with hundreds of prepared rows whose formulas show a total of 0: they are no pupils.
      if (!answered) return;
      this.#rowsRead++;
      this.#issues.push(issue('pupil-missing', 'error', this.#at(row, this.#column('pupil')), {}));
      return;
    }
    this.#rowsRead++;
    const before = this.#issues.length;
    const unit = this.#unit(cells, row);
    const codes = this.#context.columns.map((item, index) =>
      item === undefined ? NOT_ADMINISTERED : this.#points(cells[item.column], index, item, row),
    );
    const errors = this.#issues.slice(before).some(({ severity }) => severity === 'error');
    if (unit === undefined || errors) return;
    this.#good.push(this.#pupil(cells, row, pupil, unit, codes, answered));
  }

  finish(): RowsRead {
    const assessment = this.#withoutContradictedMaxima();
    const pupils = this.#good.filter((pupil) => this.#withinMaxima(pupil, assessment));
    for (const pupil of pupils) this.#checkTotalAndMark(pupil, assessment);
    return {
      pupils,
      rowsRead: this.#rowsRead,
      issues: this.#issues,
      assessment,
      unlisted: this.#unlisted,
      schoolUnknown: this.#schoolUnknown,
    };
  }

  #pupil(
    cells: readonly SheetCell[],
    row: number,
    pupil: string,
    unit: Unit,
    codes: readonly number[],
    answered: boolean,
  ): PupilRow {
    const variants = (this.#layout.roles.variant ?? []).map((column) => cellText(cells[column]));
    const saidAbsent = variants.some((variant) => /^отсутств/i.test(variant));
    const someResult = codes.some(
      (code) => code <= MAX_HALF_POINTS || code === NOT_TAUGHT || code === NOT_ATTEMPTED,
    );
    const absent = saidAbsent ? !someResult : !answered;
    if (absent && !saidAbsent)
      this.#issues.push(issue('row-without-results', 'warning', this.#at(row, this.#column('pupil')), {}));
    const totalColumn = this.#column('total');
    const totalCell = totalColumn === undefined ? undefined : cells[totalColumn];
    const total = Number(cellText(totalCell).replace(',', '.') || Number.NaN);
    const byClass = this.#layout.name === 'generic' ? [unit.class ?? ''] : [];
    return {
      row,
      identity: JSON.stringify([unit.school ?? this.#context.place.file, ...byClass, pupil]),
      unit,
      variant: absent ? '' : [...new Set(variants.filter((variant) => variant !== ''))].join('+'),
      teacher: this.#text(cells, 'teacher'),
      codes,
      mark: absent ? 0 : this.#mark(cells, 'mark', row),
      journalMark: absent ? 0 : this.#mark(cells, 'journalMark', row),
      absent,
      total: absent || Number.isNaN(total) ? undefined : total,
    };
  }

  /** Files of individual results group pupils under a row with the school and the number of participants. */
  #isGroupRow(cells: readonly SheetCell[]): boolean {
    const filled = cells.map(cellText).filter((text) => text !== '');
    const text = filled.join(' ');
    if (filled.length > 3 || !/кол-во участников|^вся выборка|^всего/i.test(text)) return false;
    this.#groupSchool = loginIn(text) ?? this.#groupSchool;
    return true;
  }

  #unit(cells: readonly SheetCell[], row: number): Unit | undefined {
    const login = this.#login(cells);
    const classId = this.#text(cells, 'class');
    const ofClass = classId === '' || /^(нет|-|—)$/i.test(classId) ? {} : { class: classId };
    const municipality = this.#text(cells, 'municipality').replace(/\s*\(reg\d+_m\d+\)$/i, '');
    const region = this.#text(cells, 'region') || /^(\d\d)-/.exec(this.#text(cells, 'groups'))?.[1] || '';
    if (login === '') {
      if (this.#layout.roles.school !== undefined) {
        this.#issues.push(issue('school-missing', 'error', this.#at(row, this.#column('school')), {}));
        return undefined;
      }
      this.#schoolUnknown = true;
      return { ...given('region', region), ...given('municipality', municipality), ...ofClass };
    }
    const school = this.#context.resolve(login);
    if (school === undefined && this.#context.listed && !this.#unlisted.has(login)) {
      const column = this.#column('school');
      this.#unlisted.set(login, {
        ...this.#context.place,
        ...(column === undefined ? {} : { row: row + 1, column: columnName(column) }),
      });
    }
    return {
      ...given('region', school?.region ?? region),
      ...given('municipality', school?.municipality ?? municipality),
      school: school?.id ?? login,
      ...ofClass,
    };
  }

  #login(cells: readonly SheetCell[]): string {
    const cell = this.#text(cells, 'school');
    const login =
      this.#layout.name === 'vpr-individual-2026'
        ? (loginIn(cell) ??
          loginIn(this.#text(cells, 'schoolName')) ??
          (cell === '' ? this.#groupSchool : cell))
        : cell;
    return login === undefined || login === ''
      ? this.#layout.roles.school === undefined
        ? (this.#context.school ?? '')
        : ''
      : login;
  }

  #points(cell: SheetCell, index: number, { column }: ItemColumn, row: number): number {
    const item = this.#context.assessment.items[index]?.id ?? '';
    const read = readPointCell(cell);
    if (read.kind === 'state') return read.code;
    if (read.kind === 'wrong') {
      if (read.why === 'cell-error')
        this.#issues.push(issue('cell-error', 'error', this.#at(row, column), { found: read.found }));
      else if (read.why === 'negative')
        this.#issues.push(
          issue('points-negative', 'error', this.#at(row, column), { item, found: read.found }),
        );
      else if (typeof cell === 'object' && cell.kind === 'formula') {
        this.#issues.push(
          issue('points-not-a-number', 'error', this.#at(row, column), { item, found: '=…' }),
        );
      } else
        this.#issues.push(
          issue('points-not-a-number', 'error', this.#at(row, column), { item, found: read.found }),
        );
      return NOT_ADMINISTERED;
    }
    if (!Number.isInteger(read.points / this.#step)) {
      this.#issues.push(
        issue('points-not-whole', 'error', this.#at(row, column), {
          item,
          found: String(read.points).replace('.', ','),
        }),
      );
      return NOT_ADMINISTERED;
    }
    const half = read.points * 2;
    if (half > MAX_HALF_POINTS) {
      const max = this.#context.assessment.items[index]?.maxPoints ?? MAX_HALF_POINTS / 2;
      this.#issues.push(
        issue('points-above-max', 'error', this.#at(row, column), { item, found: read.points, max }),
      );
      return NOT_ADMINISTERED;
    }
    return half;
  }

  #mark(cells: readonly SheetCell[], role: 'mark' | 'journalMark', row: number): number {
    const column = this.#column(role);
    if (column === undefined) return 0;
    const mark = readMarkCell(cells[column]);
    if (typeof mark === 'number') return mark;
    const code = role === 'mark' ? 'mark-invalid' : 'journal-mark-invalid';
    this.#issues.push(issue(code, 'warning', this.#at(row, column), mark));
    return 0;
  }

  #withoutContradictedMaxima(): Assessment {
    const { assessment } = this.#context;
    const contradicted = new Map<number, { above: number; answered: number }>();
    assessment.items.forEach((item, index) => {
      if (item.maxPoints === undefined) return;
      let above = 0;
      let answered = 0;
      for (const { codes, absent } of this.#good) {
        const code = codes[index] ?? NOT_ADMINISTERED;
        if (absent || code > MAX_HALF_POINTS) continue;
        answered++;
        if (code > item.maxPoints * 2) above++;
      }
      if (tooManyAbove(above, answered)) contradicted.set(index, { above, answered });
    });
    if (contradicted.size === 0) return assessment;
    const [worst] = [...contradicted.values()].sort((one, other) => other.above - one.above);
    this.#issues.push(
      issue('max-contradicted', 'error', this.#context.place, {
        items: [...contradicted.keys()].map((index) => assessment.items[index]?.id ?? '').join(', '),
        pupils: worst?.above ?? 0,
        of: worst?.answered ?? 0,
      }),
    );
    return {
      ...assessment,
      items: assessment.items.map((item, index) => {
        if (!contradicted.has(index)) return item;
        const { maxPoints: _wrong, ...rest } = item;
        return rest;
      }),
    };
  }

  #withinMaxima(pupil: PupilRow, assessment: Assessment): boolean {
    let within = true;
    pupil.codes.forEach((code, index) => {
      const { id = '', maxPoints } = assessment.items[index] ?? {};
      const column = this.#context.columns[index]?.column;
      if (code > MAX_HALF_POINTS || maxPoints === undefined || code <= maxPoints * 2) return;
      within = false;
      this.#issues.push(
        issue('points-above-max', 'error', this.#at(pupil.row, column), {
          item: id,
          found: code / 2,
          max: maxPoints,
        }),
      );
    });
    return within;
  }

  #checkTotalAndMark(pupil: PupilRow, assessment: Assessment): void {
    if (pupil.absent) return;
    const complete = this.#context.columns.every((item, index) => {
      const code = pupil.codes[index] ?? NOT_ADMINISTERED;
      return item === undefined || (code !== NOT_ADMINISTERED && code !== NOT_TAUGHT);
    });
    if (!complete) return;
    const sum = pupil.codes.reduce((total, code) => (code <= MAX_HALF_POINTS ? total + code / 2 : total), 0);
    if (pupil.total !== undefined && pupil.total !== sum) {
      this.#issues.push(
        issue('total-differs', 'warning', this.#at(pupil.row, this.#column('total')), {
          total: pupil.total,
          sum,
        }),
      );
    }
    if (assessment.markScale === undefined || pupil.mark === 0) return;
    const scale = markOfTotal(assessment.markScale, sum);
    if (scale !== undefined && scale !== pupil.mark) {
      this.#issues.push(
        issue('mark-differs', 'warning', this.#at(pupil.row, this.#column('mark')), {
          mark: pupil.mark,
          scale,
          total: sum,
        }),
      );
    }
  }

  #at(row: number, column: number | undefined): Place {
    const { place } = this.#context;
    return { ...place, row: row + 1, ...(column === undefined ? {} : { column: columnName(column) }) };
  }

  #column(role: Role): number | undefined {
    return this.#layout.roles[role]?.[0];
  }

  #text(cells: readonly SheetCell[], role: Role): string {
    const column = this.#column(role);
    return column === undefined ? '' : cellText(cells[column]);
  }
}

function holdsResult(cell: SheetCell): boolean {
  return cellText(cell) !== '' || (typeof cell === 'object' && cell.kind === 'formula');
}

/** `МБОУ «СОШ № 1»(edu000001)` → `edu000001`. */
function loginIn(text: string): string | undefined {
  return /\(?\b([a-z]{3}\d{3,})\b\)?/i.exec(text)?.[1]?.toLowerCase();
}

function given<Name extends string>(name: Name, value: string): { readonly [Key in Name]?: string } {
  const made: { [Key in Name]?: string } = {};
  if (value !== '') made[name] = value;
  return made;
}
