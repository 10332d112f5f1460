/**
 * Social passports of schools («социальный паспорт»), from xlsx or csv.
 *
 * @module
 */
import type { SchoolPassport } from '@orientir/core/context';
import type { Figure, Issue, SourceFile } from '@orientir/core/foundation';
import { issue, known, missing } from '@orientir/core/foundation';
import type { ByteSource } from '../byte-source.js';
import { newFileState, placeOf, refusing, sourceFileOf } from '../file-state.js';
import { isBlank, isValueless, shareOf, wholeNumber } from '../forms/form-cells.js';
import type { FormColumn, FoundColumns } from '../forms/form-columns.js';
import { formColumn, formColumns } from '../forms/form-columns.js';
import { RowCells } from '../forms/row-cells.js';
import type { Sheet } from '../sheet.js';
import { cellText, columnName, wholeSheet } from '../sheet.js';
import { openSheets } from '../sheets-of-file.js';
import type { PassportIndicator } from './passport-columns.js';
import { INDICATORS, PUPILS, SCHOOL, SETTLEMENT } from './passport-columns.js';

/** What was read from one file; the record of the file says how many rows were accepted. */
export interface PassportsRead {
  readonly passports: readonly SchoolPassport[];
  readonly file: SourceFile;
  readonly issues: readonly Issue[];
}

export interface PassportOptions {
  /** The school behind a login; absent = nobody knows it, and the row is refused. */
  readonly schoolOf: (login: string) => string | undefined;
  /** Where schools were seen before, by id: one map for several files finds the school that stands in two of them. */
  readonly seen?: Map<string, SeenRow>;
  /** Ids of indicators that a ruleset asks for beside those of the form: a column with the share, or `…_count` with pupils. */
  readonly indicators?: readonly string[];
}

interface SeenRow {
  readonly file: string;
  readonly row: number;
}

/**
 * Reads the first sheet of a workbook, or a csv: a header row, then one row for each school.
 *
 * Shares are written 0..1 or as percent with the sign; an empty cell is a value that is not known. A row with a value
 * that can not be is refused whole and named, as is the second row of a school. A damaged file gives no passports and
 * an issue. Never throws for what is in the file.
 */
export async function readPassports(
  source: ByteSource,
  file: string,
  { schoolOf, seen = new Map(), indicators = [] }: PassportOptions,
): Promise<PassportsRead> {
  const all = withIndicators(indicators);
  const state = newFileState();
  const passports = new Map<string, SchoolPassport>();
  const accepted = await refusing(state, { file }, async () => {
    const [rows] = await openSheets(source);
    const sheet = rows === undefined ? { name: '', hidden: false, rows: [] } : await wholeSheet(rows);
    const columns = columnsOf(sheet, all);
    if (columns === undefined) {
      state.issues.push(issue('file-not-recognised', 'error', placeOf(file, sheet), {}));
      return;
    }
    state.layout = 'passport';
    for (const { at, header } of columns.unknown) {
      const place = { ...placeOf(file, sheet), row: 1, column: columnName(at) };
      state.issues.push(issue('column-unknown', 'warning', place, { header }));
    }
    sheet.rows.forEach((cells, r) => {
      if (r === 0 || cells.every((cell) => cellText(cell) === '' && typeof cell !== 'object')) return;
      state.rowsRead++;
      const row = new PassportRow(cells, columns.at, { ...placeOf(file, sheet), row: r + 1 });
      const passport = row.read(schoolOf, seen, all);
      state.issues.push(...row.issues);
      if (passport === undefined) return;
      state.rowsAccepted++;
      passports.set(passport.school, passport);
    });
  });
  if (!accepted) state.rowsAccepted = 0;
  return {
    passports: accepted ? [...passports.values()] : [],
    file: sourceFileOf(file, state),
    issues: state.issues,
  };
}

/** Those of the form, and those that a ruleset names. */
function withIndicators(asked: readonly string[]): readonly PassportIndicator[] {
  const own = new Set(asked.filter((id) => INDICATORS.every((each) => each.id !== id)));
  return [
    ...INDICATORS,
    ...Array.from(own, (id): PassportIndicator => {
      const column = (header: string) => formColumn(header, header.toLowerCase(), '', '', '');
      return { ...column(id), count: column(`${id}_count`) };
    }),
  ];
}

/** Absent when the first row is no header of a passport. */
function columnsOf(sheet: Sheet, indicators: readonly PassportIndicator[]): FoundColumns | undefined {
  const found = formColumns(sheet, [
    SCHOOL,
    SETTLEMENT,
    PUPILS,
    ...indicators.flatMap((each) => [each, each.count]),
  ]);
  return found.at.has(SCHOOL.id) &&
    indicators.some(({ id, count }) => found.at.has(id) || found.at.has(count.id))
    ? found
    : undefined;
}

class PassportRow extends RowCells {
  /** Absent when the row is refused; then `issues` say why. */
  read(
    schoolOf: PassportOptions['schoolOf'],
    seen: Map<string, SeenRow>,
    asked: readonly PassportIndicator[],
  ): SchoolPassport | undefined {
    const login = cellText(this.cell(SCHOOL));
    if (login === '') {
      this.issues.push(issue('school-missing', 'error', this.placeOf(SCHOOL), {}));
      return undefined;
    }
    const school = schoolOf(login);
    if (school === undefined) {
      this.issues.push(issue('passport-school-unknown', 'error', this.placeOf(SCHOOL), { school: login }));
      return undefined;
    }
    const first = seen.get(school);
    if (first !== undefined) {
      const place = this.placeOf(SCHOOL);
      const { row: firstRow, file: firstFile } = first;
      this.issues.push(
        firstFile === place.file
          ? issue('passport-duplicate', 'error', place, { school: login, firstRow })
          : issue('profile-duplicate', 'error', place, { columns: SCHOOL.id, firstRow, firstFile }),
      );
      return undefined;
    }
    const settlement = this.#settlement();
    const pupils = this.#count(PUPILS);
    const indicators = new Map(asked.map((each) => [each.id, this.#indicator(each, pupils)]));
    if (this.issues.length > 0) return undefined;
    seen.set(school, this.place);
    return {
      school,
      ...(settlement === '' ? {} : { settlement }),
      ...(pupils === undefined ? {} : { pupils }),
      indicators,
    };
  }

  #settlement(): string {
    this.checkCells([SETTLEMENT]);
    const cell = this.cell(SETTLEMENT);
    return isValueless(cell) ? '' : cellText(cell).toLowerCase();
  }

  #indicator(indicator: PassportIndicator, pupils: number | undefined): Figure {
    const { id, count } = indicator;
    const share = this.#share(indicator);
    const part = this.#count(count);
    const n = pupils ?? 0;
    if (part !== undefined) {
      const place = this.placeOf(count);
      const column = count.id;
      if (pupils === undefined) {
        // A number of pupils that was refused is told of once.
        if (isBlank(this.cell(PUPILS)))
          this.issues.push(issue('passport-pupils-missing', 'error', place, { column }));
        return missing('not-stated');
      }
      if (part > pupils) {
        this.issues.push(issue('passport-contradiction', 'error', place, { column, part, pupils }));
        return missing('not-stated', n);
      }
      const byCount = pupils === 0 ? undefined : part / pupils;
      if (byCount !== undefined && share !== undefined && Math.abs(share - byCount) > ROUNDED) {
        this.issues.push(
          issue('passport-differs', 'error', this.placeOf(indicator), { column: id, share, byCount }),
        );
      }
      return byCount === undefined ? missing('no-pupils') : known(byCount, n);
    }
    return share === undefined ? missing('not-stated', n) : known(share, n);
  }

  #share(column: FormColumn): number | undefined {
    const cell = this.cell(column);
    if (isBlank(cell)) return undefined;
    const share = shareOf(cell);
    if (share !== undefined) return share;
    this.issues.push(
      issue('passport-share-invalid', 'error', this.placeOf(column), {
        column: column.id,
        found: cellText(cell),
      }),
    );
    return undefined;
  }

  #count(column: FormColumn): number | undefined {
    const cell = this.cell(column);
    if (isBlank(cell)) return undefined;
    const value = wholeNumber(cell);
    if (value !== undefined) return value;
    this.issues.push(
      issue('passport-count-invalid', 'error', this.placeOf(column), {
        column: column.id,
        found: cellText(cell),
      }),
    );
    return undefined;
  }
}

/** Shares are written in whole percents. */
const ROUNDED = 0.0101;
