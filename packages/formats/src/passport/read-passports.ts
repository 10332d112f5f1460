/**
 * Social passports of schools («социальный паспорт»), from xlsx or csv.
 *
 * @module
 */
import type { SchoolPassport } from '@orientir/core/context';
import type { Figure, Issue, IssueParameters, Place, SourceFile } from '@orientir/core/foundation';
import { issue, known, missing } from '@orientir/core/foundation';
import type { ByteSource } from '../byte-source.js';
import { newFileState, refusing, sourceFileOf } from '../file-state.js';
import { isBlank, isUnsureShare, isValueless, shareOf } from '../forms/form-cells.js';
import type { FormColumn, FoundColumns } from '../forms/form-columns.js';
import { formColumn, formColumns } from '../forms/form-columns.js';
import { readRows, tellUnknown } from '../forms/form-rows.js';
import type { FormSheet } from '../forms/form-sheets.js';
import { formSheets } from '../forms/form-sheets.js';
import { earlier } from '../row-place.js';
import type { Sheet, SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import type { FoundQuestions } from './context-form-columns.js';
import { ALL_PUPILS, contextQuestions } from './context-form-columns.js';
import { ContextFormRow } from './context-form-row.js';
import type { PassportIndicator } from './passport-columns.js';
import { INDICATORS, isPassportHeader, PUPILS, SCHOOL, SETTLEMENT } from './passport-columns.js';
import type { NamedSchool, SchoolsSeen, SeenRow, WhyUnknown } from './school-row.js';
import { SchoolRow } from './school-row.js';

/** What was read from one file; the record of the file says how many rows were accepted. */
export interface PassportsRead {
  /** Social passports. */
  readonly passports: readonly SchoolPassport[];
  /** What the form for context data says of schools. */
  readonly contextForms: readonly SchoolPassport[];
  /** Schools of refused rows. */
  readonly refused: readonly NamedSchool[];
  readonly file: SourceFile;
  readonly issues: readonly Issue[];
}

export interface PassportOptions {
  /** The school behind a login; absent = nobody knows it, and the row is refused. */
  readonly schoolOf: (login: string) => string | undefined;
  /** What may be meant by a login that nobody knows. @defaultValue nothing is said of it */
  readonly whyUnknown?: WhyUnknown;
  /** Where schools were seen before: the same for several files finds the school that stands in two of them. */
  readonly seen?: PassportsSeen;
  /** Ids of indicators that a ruleset asks for beside those of the form: a column with the share, or `…_count` with pupils. */
  readonly indicators?: readonly string[];
}

type Layout = 'passport' | 'context-form';

/** Schools by id, with the row of each; a school may have a social passport and the context form. */
export type PassportsSeen = Readonly<Record<Layout, Map<string, SeenRow>>>;

/** For the first of several files. */
export function noPassportsSeen(): PassportsSeen {
  return { passport: new Map(), 'context-form': new Map() };
}

/**
 * Reads the sheets of a workbook that hold a form, or a csv: a header row, then one row for each school. It is the social passport, or the
 * form «Сбор контекстных данных об ОО и участниках ВПР», of which answers that are numbers become shares.
 *
 * Shares are written 0..1 or as percent with the sign; an empty cell is a value that is not known. A row with a value
 * that can not be is refused whole and named, as is the second row of a school. A damaged file gives no passports and
 * an issue. Never throws for what is in the file.
 */
export async function readPassports(
  source: ByteSource,
  file: string,
  { schoolOf, whyUnknown, seen = noPassportsSeen(), indicators = [] }: PassportOptions,
): Promise<PassportsRead> {
  const all = withIndicators(indicators);
  const state = newFileState();
  const passports: Record<Layout, SchoolPassport[]> = { passport: [], 'context-form': [] };
  const refused: NamedSchool[] = [];
  const accepted = await refusing(state, { file }, async () => {
    const { forms, issues, unread } = await formSheets(source, file, (cells): Layout | undefined => {
      if (isPassportHeader(cells, all)) return 'passport';
      return contextQuestions(cells) === undefined ? undefined : 'context-form';
    });
    state.issues.push(...issues, ...unread);
    for (const form of forms) {
      const questions = contextQuestions(form.sheet.rows[form.header] ?? []);
      const how =
        form.kind === 'passport' || questions === undefined
          ? passportForm(form, all)
          : contextForm(questions);
      state.layout ||= how.layout;
      tellUnknown(form, file, state, how.unknown);
      readRows(form, file, state, (cells, place) => {
        const among = {
          schoolOf,
          ...(whyUnknown === undefined ? {} : { whyUnknown }),
          seen: seen[how.layout],
        };
        const { row, passport } = how.read(cells, place, among);
        if (passport !== undefined) {
          passports[how.layout].push(passport);
          tellDifference(row, how, passport, seen);
        } else if (row.named !== undefined) refused.push(row.named);
        return { row, accepted: passport !== undefined };
      });
    }
  });
  if (!accepted) state.rowsAccepted = 0;
  return {
    passports: accepted ? passports.passport : [],
    contextForms: accepted ? passports['context-form'] : [],
    refused,
    file: sourceFileOf(file, state),
    issues: state.issues,
  };
}

/** Of numbers of pupils in the other form of the school. From now on the school is seen. */
function tellDifference(
  row: SchoolRow,
  { layout, pupils: column }: Form,
  { school, pupils }: SchoolPassport,
  seen: PassportsSeen,
): void {
  const place = row.placeOf(column);
  const other = seen[layout === 'passport' ? 'context-form' : 'passport'].get(school);
  const parameters = contradiction(pupils, other, place);
  if (parameters !== undefined)
    row.issues.push(issue('passport-pupils-differ', 'warning', place, parameters));
  seen[layout].set(school, { place: row.place, ...(pupils === undefined ? {} : { pupils }) });
}

/** A header that was found, and how the rows under it are read. */
interface Form {
  readonly layout: Layout;
  readonly pupils: FormColumn;
  readonly unknown: FoundColumns['unknown'];
  readonly read: (
    cells: readonly SheetCell[],
    place: Place & { readonly row: number },
    among: SchoolsSeen,
  ) => { readonly row: SchoolRow; readonly passport: SchoolPassport | undefined };
}

function passportForm({ sheet, header }: FormSheet, all: readonly PassportIndicator[]): Form {
  const columns = formColumns(
    sheet,
    [SCHOOL, SETTLEMENT, PUPILS, ...all.flatMap((each) => [each, each.count])],
    header,
  );
  const beside = sharesBeside(sheet.rows.slice(header + 1), columns.at, all);
  return {
    layout: 'passport',
    pupils: PUPILS,
    unknown: columns.unknown,
    read: (cells, place, among) => {
      const row = new PassportRow(cells, columns.at, place);
      row.checkLength(columns.width);
      return { row, passport: row.read(among, all, beside) };
    },
  };
}

/** Beside what a share is read, by indicator: the others of its column, which the same hand may have filled in; of one school its row. */
function sharesBeside(
  rows: Sheet['rows'],
  at: FoundColumns['at'],
  all: readonly PassportIndicator[],
): SharesBeside {
  const filled = rows.filter((cells) => cells.some((cell) => !isBlank(cell)));
  const columns = all.map(({ id }) => filled.map((cells) => cells[at.get(id) ?? -1]));
  return new Map(all.map(({ id }, i) => [id, filled.length === 1 ? columns.flat() : (columns[i] ?? [])]));
}

type SharesBeside = ReadonlyMap<string, readonly SheetCell[]>;

/** Of its 95 columns most are not read, so none of them is told of. */
function contextForm(questions: FoundQuestions): Form {
  return {
    layout: 'context-form',
    pupils: ALL_PUPILS,
    unknown: [],
    read: (cells, place, among) => {
      const row = new ContextFormRow(cells, questions.at, place);
      row.checkLength(questions.width);
      return { row, passport: row.read(among) };
    },
  };
}

/** Forms are filled in on different days, so that a tenth more or less is no contradiction: our own choice. */
function contradiction(
  pupils: number | undefined,
  other: SeenRow | undefined,
  here: Place,
): IssueParameters['passport-pupils-differ'] | undefined {
  if (pupils === undefined || other?.pupils === undefined) return undefined;
  if (Math.abs(pupils - other.pupils) <= Math.max(pupils, other.pupils) / 10) return undefined;
  const { firstRow, firstSheet } = earlier(other.place, here);
  return {
    pupils,
    other: other.pupils,
    otherRow: firstRow,
    otherSheet: firstSheet,
    otherFile: other.place.file,
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

class PassportRow extends SchoolRow {
  /** Absent when the row is refused; then `issues` say why. */
  read(
    among: SchoolsSeen,
    asked: readonly PassportIndicator[],
    beside: SharesBeside,
  ): SchoolPassport | undefined {
    const school = this.schoolIn(SCHOOL, among);
    if (school === undefined) return undefined;
    const settlement = this.#settlement();
    const pupils = this.count(PUPILS);
    const indicators = new Map(asked.map((each) => [each.id, this.#indicator(each, pupils)]));
    if (this.isRefused) return undefined;
    this.#tellUnsure(asked, beside);
    return {
      school,
      ...(settlement === '' ? {} : { settlement }),
      ...(pupils === undefined ? {} : { pupils }),
      indicators,
    };
  }

  /** Shares that no number of pupils confirms, and that may be meant in percent: of a passport a number 1 is one too. */
  #tellUnsure(asked: readonly PassportIndicator[], beside: SharesBeside): void {
    for (const each of asked) {
      const cell = this.cell(each);
      const share = shareOf(cell);
      if (share === undefined || !isBlank(this.cell(each.count))) continue;
      if (cell !== 1 && !isUnsureShare(cell, beside.get(each.id) ?? [])) continue;
      const parameters = { column: each.id, found: cellText(cell), share };
      this.issues.push(issue('share-unsure', 'warning', this.placeOf(each), parameters));
    }
  }

  #settlement(): string {
    this.checkCells([SETTLEMENT]);
    const cell = this.cell(SETTLEMENT);
    return isValueless(cell) ? '' : cellText(cell).toLowerCase();
  }

  #indicator(indicator: PassportIndicator, pupils: number | undefined): Figure {
    const { id, count } = indicator;
    const share = this.#share(indicator);
    const part = this.count(count);
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
}

/** Shares are written in whole percents. */
const ROUNDED = 0.0101;
