import type { Unit } from '@orientir/core/assessment';
import { issue } from '@orientir/core/foundation';
import { isSchoolCode } from '@orientir/core/tally';
import type { PassingRow, SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import { className, classOfLine } from './class-name.js';
import type { IssueLog } from './issue-log.js';
import { isDate } from './item-code.js';
import { shown } from './point-cell.js';
import type { RowsContext } from './read-rows.js';
import { brokenCell, columnOf, placeInRow, roleText } from './role-cells.js';
import type { Hash } from './seen-pupils.js';
import { hashText } from './seen-pupils.js';
import type { Role, TableLayout } from './table-layout.js';
import { UnlistedInSheet } from './unlisted-schools.js';

/** A unit with the start of the identity of its pupils. */
export interface KnownUnit {
  readonly unit: Unit;
  readonly identity: Hash;
}

/** Texts that a row with the school of those below it holds at most. */
export const MOST_IN_GROUP_ROW = 3;

/** Reads which unit a pupil belongs to: class, school, municipality, region, as far as the row, its heading and the list say. */
export class UnitCells {
  /** Schools that stand in the sheet but not in the list of schools. */
  readonly unlisted = new UnlistedInSheet();
  /** Pupils whose school is not known. */
  schoolUnknown = false;
  readonly #layout: TableLayout;
  readonly #context: RowsContext;
  readonly #log: IssueLog;
  /** The texts that tell a unit, and the units that they told. */
  readonly #columns: readonly number[];
  readonly #cells: SheetCell[];
  readonly #texts: string[];
  readonly #known = new Map<string, KnownUnit>();
  #unit: KnownUnit | undefined;
  #row = -1;
  #groupSchool: string | undefined;
  /** As lines above the pupils say, of whom the rows themselves do not. */
  #lineSchool: string | undefined;
  #lineClass: string | undefined;

  constructor(layout: TableLayout, context: RowsContext, log: IssueLog) {
    this.#layout = layout;
    this.#context = context;
    this.#log = log;
    this.#columns = UNIT_ROLES.flatMap((role) => layout.roles[role]?.[0] ?? []);
    this.#cells = this.#columns.map(() => undefined);
    this.#texts = this.#columns.map(() => '');
  }

  /** Files of individual results group pupils under a row with the school and the number of participants. */
  isGroupRow(cells: readonly SheetCell[]): boolean {
    const filled = cells.map(cellText).filter((text) => text !== '');
    const text = filled.join(' ');
    if (filled.length > MOST_IN_GROUP_ROW || !/кол-во участников|^вся выборка|^всего/i.test(text))
      return false;
    const login = loginIn(text);
    if (login !== undefined && login !== this.#groupSchool) {
      this.#groupSchool = login;
      this.#known.clear();
      this.#unit = undefined;
    }
    return true;
  }

  /** Whether a row with a single text names the class or the school of the pupils below it, which plain tables may leave out of their rows. */
  startsPart(row: PassingRow): boolean {
    if (this.#layout.name !== 'generic' || row.filled !== 1) return false;
    const text = onlyText(row);
    const classBelow = classOfLine(text);
    if (classBelow === undefined && !SCHOOL_LINE.test(text.toLowerCase())) return false;
    if (classBelow === undefined) this.#lineSchool = text;
    this.#lineClass = classBelow;
    this.#known.clear();
    this.#unit = undefined;
    return true;
  }

  /** The unit of a row; most rows have that of the row before. */
  of(row: PassingRow): KnownUnit | undefined {
    // The row before may have been one without a unit: then its texts are not those that are kept.
    let same = this.#unit !== undefined && this.#row === row.row - 1;
    this.#row = row.row;
    for (let i = 0; i < this.#columns.length; i++) {
      const column = this.#columns[i] ?? 0;
      if (same && row.repeats(column)) continue;
      const cell = row.cell(column);
      if (cell === this.#cells[i]) continue;
      this.#cells[i] = cell;
      this.#texts[i] = cellText(cell);
      same = false;
    }
    if (same) return this.#unit;
    const key = this.#texts.join('\u0000');
    this.#unit = this.#known.get(key);
    if (this.#unit !== undefined) return this.#unit;
    const unit = this.#read(row);
    if (unit === undefined) return undefined;
    const byClass = this.#layout.name === 'generic' ? [unit.class ?? ''] : [];
    const { assessment, place } = this.#context;
    // A name may be that of several schools.
    const where = unit.school === undefined || isSchoolCode(unit.school) ? [] : [unit.municipality ?? ''];
    // Pupils of sheets that say neither school nor class are numbered anew on each of them.
    const sheet = unit.school === undefined && unit.class === undefined ? [place.sheet ?? ''] : [];
    const identity = JSON.stringify([
      assessment.id,
      unit.school ?? place.file,
      ...where,
      ...byClass,
      ...sheet,
    ]);
    this.#unit = { unit, identity: hashText(identity) };
    this.#known.set(key, this.#unit);
    return this.#unit;
  }

  #read(cells: PassingRow): Unit | undefined {
    const { row } = cells;
    const broken = this.#columns.flatMap(
      (column) => brokenCell(cells.cell(column), placeInRow(this.#context.place, row, column)) ?? [],
    );
    for (const each of broken) this.#log.add(each);
    if (broken.length > 0) return undefined;
    const login = this.#login(cells);
    this.#tellOfDate(cells);
    const classId =
      className(roleText(this.#layout, cells, 'class')) ||
      (this.#lineClass ?? this.#layout.classOfSheet ?? '');
    const ofClass = classId === '' || /^(нет|-|—)$/i.test(classId) ? {} : { class: classId };
    const municipality = roleText(this.#layout, cells, 'municipality').replace(/\s*\(reg\d+_m\d+\)$/i, '');
    const region =
      roleText(this.#layout, cells, 'region') ||
      /^(\d\d)-/.exec(roleText(this.#layout, cells, 'groups'))?.[1] ||
      '';
    if (login === '') {
      if (this.#layout.roles.school !== undefined) {
        this.#log.add(
          issue(
            'school-missing',
            'error',
            placeInRow(this.#context.place, row, columnOf(this.#layout, 'school')),
            {},
          ),
        );
        return undefined;
      }
      this.schoolUnknown = true;
      return { ...given('region', region), ...given('municipality', municipality), ...ofClass };
    }
    const school = this.#context.resolve(login, municipality);
    if (school === undefined) {
      const { place } = this.#context;
      const column = columnOf(this.#layout, 'school');
      this.unlisted.add({ school: login, municipality, region }, () =>
        column === undefined ? place : placeInRow(place, row, column),
      );
    }
    return {
      ...given('region', school?.region ?? region),
      ...given('municipality', school?.municipality ?? municipality),
      school: school?.id ?? login,
      ...ofClass,
    };
  }

  #tellOfDate(cells: PassingRow): void {
    const column = columnOf(this.#layout, 'class');
    if (column === undefined) return;
    const cell = cells.cell(column);
    const text = cellText(cell);
    if (!DATED.test(text) || !isDate(cell)) return;
    const at = placeInRow(this.#context.place, cells.row, column);
    this.#log.add(issue('class-from-date', 'warning', at, { found: shown(text) }));
  }

  #login(cells: PassingRow): string {
    const cell = roleText(this.#layout, cells, 'school');
    const login =
      this.#layout.name === 'vpr-individual-2026'
        ? (loginIn(cell) ??
          loginIn(roleText(this.#layout, cells, 'schoolName')) ??
          (cell === '' ? this.#groupSchool : cell))
        : cell;
    if (login !== undefined && login !== '') return login;
    return this.#lineSchool ?? (this.#layout.roles.school === undefined ? (this.#context.school ?? '') : '');
  }
}

/** What may tell the unit of a pupil. */
const UNIT_ROLES: readonly Role[] = ['school', 'schoolName', 'class', 'municipality', 'region', 'groups'];

/** As spreadsheets show days: `05.янв`, `2025-01-05`. */
const DATED = /^(?:\d{4}-\d\d-\d\d|\d{1,2}[ .-]\p{L}{3}\.?)$/u;
/** A line that names a school, not a signature or a note. */
const SCHOOL_LINE =
  /(?<![а-яё])(?:школ[аы]|сош|оош|нош|лице[йя]|гимнази[яи]|интернат|кадетск|[мгчк]?[бак]?о?оу)(?![а-яё])/;

function onlyText(row: PassingRow): string {
  for (let column = 0; column < row.width; column++) {
    const text = cellText(row.cell(column));
    if (text !== '') return text;
  }
  return '';
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
