/**
 * Forms about schools, from xlsx or csv: each is known by its header, whatever the file is called.
 *
 * @module
 */
import type { LocalDate } from '@orientir/core/calendar';
import type { SchoolPassport } from '@orientir/core/context';
import type { Issue, IssueCode, SourceFile } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type {
  CardEntry,
  CheckpointSchedule,
  DirectionChoice,
  FactorRating,
  PeriodRow,
  SpecialControl,
  StageProgress,
  SwotEntry,
} from '@orientir/core/school-profile';
import { checkpointSchedules } from '@orientir/core/school-profile';
import type { ByteSource } from '../byte-source.js';
import type { FileState } from '../file-state.js';
import { newFileState, refusing, sourceFileOf } from '../file-state.js';
import { formColumns } from '../forms/form-columns.js';
import { readRows, tellUnknown } from '../forms/form-rows.js';
import type { FormSheet } from '../forms/form-sheets.js';
import { formSheets } from '../forms/form-sheets.js';
import { SeenRows } from '../forms/seen-rows.js';
import { YearOrder } from '../forms/year-order.js';
import { SCHOOL } from '../passport/passport-columns.js';
import type { NamedSchool, WhyUnknown } from '../passport/school-row.js';
import type { RowPlace } from '../row-place.js';
import { unknownSchool } from '../schools/unknown-school.js';
import { NamedSchools } from './named-schools.js';
import type { ProfileFormName } from './profile-columns.js';
import { CHECKPOINT, DATE, PROFILE_FORMS, profileFormOf } from './profile-columns.js';
import { ProfileFormRow } from './profile-form-row.js';
import type { ProfileRow } from './profile-rows.js';
import { profileRow } from './profile-rows.js';
import { CHECKPOINT_NAMES } from './profile-words.js';
import { futureIssue, periodIssues, rulesetIssue, yearIssue } from './rows-together.js';
import { toldStages } from './told-stages.js';

/** What all forms say together. */
export interface ProfileForms {
  /** Forms that were there, whatever was refused in them. */
  readonly given: ReadonlySet<ProfileFormName>;
  readonly ratings: readonly FactorRating[];
  readonly swot: readonly SwotEntry[];
  readonly directions: ReadonlyMap<string, DirectionChoice>;
  /** Of every school that a form or a passport names. */
  readonly stages: ReadonlyMap<string, StageProgress>;
  readonly attendance: readonly PeriodRow[];
  readonly cards: readonly CardEntry[];
  readonly controls: readonly SpecialControl[];
  readonly checkpoints: readonly CheckpointSchedule[];
  /** Schools that the forms name, also in refused rows. An unknown one stands as it was written. */
  readonly schools: NamedSchools['all'];
}

export interface ProfileRead {
  readonly forms: ProfileForms;
  readonly files: readonly SourceFile[];
  readonly issues: readonly Issue[];
}

export interface ProfileOptions {
  /** The school behind a login; absent = nobody knows it, and the row is refused. */
  readonly schoolOf: (login: string) => string | undefined;
  /** What may be meant by a login that nobody knows. @defaultValue nothing is said of it */
  readonly whyUnknown?: WhyUnknown;
  /** `YYYY-MM-DD`: years that have not begun by then, and days that have not come, are told. @defaultValue none are */
  readonly today?: LocalDate;
  /** Schools that were named before, in passports say: one that looks like them is told. @defaultValue none */
  readonly named?: readonly string[];
  /** Rulesets that judged results; empty = there are no results to know them by. @defaultValue none */
  readonly rulesets?: readonly string[];
}

interface Accepted {
  readonly row: ProfileRow;
  readonly at: ProfileFormRow;
  readonly state: FileState;
}

/**
 * Reads forms one after the other, then says what they give together.
 *
 * An empty cell is a value that is not known. A row with a value that cannot be is refused whole and named, as is one that stands
 * there a second time, in whatever file; its school stays, with a reason. Never throws for what is in a file.
 */
export class ProfileReader {
  readonly #schoolOf: ProfileOptions['schoolOf'];
  readonly #whyUnknown: WhyUnknown;
  readonly #today: LocalDate | undefined;
  readonly #rulesets: readonly string[];
  readonly #files: { readonly file: string; readonly state: FileState }[] = [];
  readonly #given = new Set<ProfileFormName>();
  readonly #accepted: Accepted[] = [];
  readonly #years = new YearOrder();
  readonly #seen = new SeenRows();
  readonly #schools: NamedSchools;

  constructor({ schoolOf, whyUnknown = () => undefined, today, named = [], rulesets = [] }: ProfileOptions) {
    this.#schoolOf = schoolOf;
    this.#whyUnknown = whyUnknown;
    this.#today = today;
    this.#schools = new NamedSchools(named);
    this.#rulesets = rulesets;
  }

  async read(source: ByteSource, file: string): Promise<void> {
    const state = newFileState();
    this.#files.push({ file, state });
    await refusing(state, { file }, async () => {
      const { forms, issues, unread } = await formSheets(source, file, profileFormOf, [SCHOOL]);
      state.issues.push(...issues, ...unread);
      for (const form of forms) {
        state.layout ||= form.kind;
        this.#given.add(form.kind);
        this.#rows(form.kind, form, file, state);
      }
    });
  }

  /**
   * @param passports - evidence of the first stages.
   * @param refused - schools with a refused row of a passport.
   */
  finish(passports: readonly SchoolPassport[], refused: readonly NamedSchool[] = []): ProfileRead {
    for (const { school, isKnown } of refused) {
      this.#schools.name(school, isKnown);
      this.#schools.refuse(school, 'passport');
    }
    const { progress: stages, problems } = toldStages(this.#accepted, passports, this.#schools.all.keys());
    for (const { row, isStated, issue: told } of problems) {
      if (told !== undefined) row.state.issues.push(told);
      if (isStated) this.#takeBack(row);
    }
    const checkpoints = this.#checkpoints();
    this.#tellPeriods();
    return {
      forms: {
        ...valuesOf(this.#accepted.map(({ row }) => row)),
        given: this.#given,
        stages,
        checkpoints,
        schools: this.#schools.all,
      },
      files: this.#files.map(({ file, state }) => sourceFileOf(file, state)),
      issues: this.#files.flatMap(({ state }) => state.issues),
    };
  }

  #rows(form: ProfileFormName, of: FormSheet, file: string, state: FileState): void {
    const columns = PROFILE_FORMS[form];
    const { at, unknown, width } = formColumns(of.sheet, columns, of.header);
    tellUnknown(of, file, state, unknown);
    readRows(of, file, state, (cells, place) => {
      const row = new ProfileFormRow(cells, at, place);
      row.checkLength(width);
      row.checkCells(columns);
      const read = this.#row(form, row);
      if (read === undefined) forgetKept(row.issues, row.place);
      else this.#accepted.push({ row: read, at: row, state });
      return { row, accepted: read !== undefined };
    });
  }

  #row(form: ProfileFormName, row: ProfileFormRow): ProfileRow | undefined {
    const login = row.text(SCHOOL);
    if (login === undefined || login === '') {
      row.issues.push(issue('school-missing', 'error', row.placeOf(SCHOOL), {}));
      return undefined;
    }
    const school = this.#schoolOf(login);
    this.#schools.name(school ?? login, school !== undefined);
    if (school === undefined)
      row.issues.push(
        unknownSchool('profile-school-unknown', row.placeOf(SCHOOL), login, this.#whyUnknown(login)),
      );
    const one = school === undefined ? undefined : this.#schools.lookalike(school);
    if (school !== undefined && one !== undefined)
      row.issues.push(issue('school-candidate', 'warning', row.placeOf(SCHOOL), { one, other: school }));
    const read = profileRow(form, row, school ?? login);
    const accepted = read === undefined || this.#isTwice(read, row) ? undefined : read;
    if (accepted === undefined) this.#schools.refuse(school ?? login, form);
    if (accepted !== undefined) this.#tellDoubts(accepted, row);
    return accepted;
  }

  /** Of a row that is accepted all the same. */
  #tellDoubts(accepted: ProfileRow, row: ProfileFormRow): void {
    const found = [
      yearIssue(accepted, row, this.#years),
      futureIssue(accepted, row, this.#today),
      rulesetIssue(accepted, row, this.#rulesets),
    ];
    for (const each of found) if (each !== undefined) row.issues.push(each);
  }

  #isTwice({ form, key, keyColumns }: ProfileRow, row: ProfileFormRow): boolean {
    const id = JSON.stringify([form, ...key]);
    const before = this.#seen.before(id, row.place);
    if (before === undefined) {
      this.#seen.add(id, row.place);
      return false;
    }
    const parameters = { columns: keyColumns, ...before };
    row.issues.push(issue('profile-duplicate', 'error', row.placeOf(SCHOOL), parameters));
    return true;
  }

  /** A row that was accepted by itself and does not fit the others. */
  #takeBack({ row, at, state }: Accepted): void {
    forgetKept(state.issues, at.place);
    state.rowsAccepted--;
    this.#schools.refuse(row.value.school, row.form);
    this.#accepted.splice(
      this.#accepted.findIndex((each) => each.row === row),
      1,
    );
  }

  /** Parts of a year that are larger than the year: both rows stay. */
  #tellPeriods(): void {
    const periods = this.#accepted.flatMap(({ row, at, state }) =>
      row.form === 'attendance' ? [{ value: row.value, at, state }] : [],
    );
    for (const { row, issue: found } of periodIssues(periods)) row.state.issues.push(found);
  }

  #checkpoints(): readonly CheckpointSchedule[] {
    const rows = this.#accepted.flatMap((accepted) =>
      accepted.row.form === 'checkpoints' ? [{ ...accepted.row.value, accepted }] : [],
    );
    const { schedules, problems } = checkpointSchedules(rows);
    for (const { row, problem } of problems) {
      const { at, state } = row.accepted;
      // A second row was refused when it was read.
      if (problem.code === 'twice') continue;
      const { ru: beforeRu, en: before } = CHECKPOINT_NAMES[problem.before];
      if (problem.code === 'skipped') {
        const place = at.placeOf(CHECKPOINT);
        state.issues.push(issue('profile-checkpoint-skipped', 'warning', place, { before, beforeRu }));
        continue;
      }
      const { date, beforeDate } = problem;
      const parameters = { date, before, beforeRu, beforeDate };
      state.issues.push(issue('profile-too-early', 'error', at.placeOf(DATE), parameters));
      this.#takeBack(row.accepted);
    }
    return schedules;
  }
}

/** What is said of a row that counts: that it was kept, or the rest of it. */
const OF_KEPT_ROWS: ReadonlySet<string> = new Set<IssueCode>([
  'share-unsure',
  'profile-incomplete',
  'profile-lessons-few',
  'profile-measured-alone',
  'profile-directions-count',
  'profile-date-future',
  'profile-checkpoint-skipped',
]);

/** The row was refused in the end. */
function forgetKept(issues: Issue[], { file, sheet, row }: RowPlace): void {
  for (let at = issues.length - 1; at >= 0; at--) {
    const of = issues[at];
    if (of?.file === file && of.sheet === sheet && of.row === row && OF_KEPT_ROWS.has(of.code))
      issues.splice(at, 1);
  }
}

function valuesOf(
  rows: readonly ProfileRow[],
): Pick<ProfileForms, 'ratings' | 'swot' | 'directions' | 'attendance' | 'cards' | 'controls'> {
  const ratings: FactorRating[] = [];
  const swot: SwotEntry[] = [];
  const directions = new Map<string, DirectionChoice>();
  const attendance: PeriodRow[] = [];
  const cards: CardEntry[] = [];
  const controls: SpecialControl[] = [];
  for (const { form, value } of rows) {
    if (form === 'self-rating') ratings.push(value);
    else if (form === 'swot') swot.push(value);
    else if (form === 'directions') directions.set(value.school, value.choice);
    else if (form === 'attendance') attendance.push(value);
    else if (form === 'annual-card') cards.push(value);
    else if (form === 'special-control') controls.push(value);
  }
  return { ratings, swot, directions, attendance, cards, controls };
}
