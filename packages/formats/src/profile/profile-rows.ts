/**
 * What a row of each form says. A row that is refused gives nothing, and its issues say why.
 *
 * @module
 */
import { issue } from '@orientir/core/foundation';
import type {
  CardEntry,
  CheckpointRow,
  DirectionChoice,
  FactorRating,
  MarkCounts,
  PeriodRow,
  SpecialControl,
  StageRecord,
  SwotEntry,
} from '@orientir/core/school-profile';
import { directionChoice, sevenDirections } from '@orientir/core/school-profile';
import type { ProfileFormName } from './profile-columns.js';
import {
  ABOUT,
  ASKED_OF,
  CARD_COLUMNS,
  CHECKPOINT,
  CHOSEN,
  DATE,
  DIRECTIONS,
  EXIT_RULE,
  FACTOR,
  GRADE,
  INDICATOR,
  KIND,
  LESSONS,
  MARK_COLUMNS,
  MEASURED,
  MEASURED_PUPILS,
  MISSED,
  OWNER,
  PERIOD,
  PLANNED,
  PUPILS,
  REASON,
  RULESET,
  SCHOOL_YEAR,
  SIGNIFICANCE,
  SINCE,
  STAGE,
  SUBJECT,
  TEXT,
} from './profile-columns.js';
import type { ProfileFormRow } from './profile-form-row.js';
import {
  CHECKPOINT_WORDS,
  DIRECTION_WORDS,
  EXITS,
  FACTORS,
  GRADES,
  KINDS,
  meaningOf,
  meaningsIn,
  PERIOD_WORDS,
  RULESET_NAMES,
  SIGNIFICANCE_WORDS,
  STAGES,
  TOPICS,
  YES_NO,
} from './profile-words.js';

/** A row by its form. `key`: rows with the same key are the same row written twice; `keyColumns` are told to people. */
export type ProfileRow = {
  readonly [Name in keyof RowValues]: {
    readonly form: Name;
    readonly value: RowValues[Name];
    readonly key: readonly (string | number | undefined)[];
    readonly keyColumns: string;
  };
}[keyof RowValues];

interface RowValues {
  readonly 'self-rating': FactorRating;
  readonly swot: SwotEntry;
  readonly directions: { readonly school: string; readonly choice: DirectionChoice };
  readonly stages: StageRecord & { readonly school: string };
  readonly attendance: PeriodRow;
  readonly 'annual-card': CardEntry;
  readonly 'special-control': SpecialControl;
  readonly checkpoints: CheckpointRow;
}

/** Reads a row of a school. */
export function profileRow(
  form: ProfileFormName,
  row: ProfileFormRow,
  school: string,
): ProfileRow | undefined {
  const read = READ[form](row, school);
  return row.isRefused ? undefined : read;
}

const READ: Readonly<
  Record<ProfileFormName, (row: ProfileFormRow, school: string) => ProfileRow | undefined>
> = {
  'self-rating': (row, school) => {
    const factor = neededWord(row, FACTOR, FACTORS);
    const significance = neededWord(row, SIGNIFICANCE, SIGNIFICANCE_WORDS);
    const askedOf = row.text(ASKED_OF);
    const chosen = row.word(CHOSEN, YES_NO);
    if (factor === undefined || significance === undefined) return undefined;
    const value = {
      school,
      factor,
      significance,
      ...(askedOf === undefined ? {} : { askedOf }),
      ...(chosen === undefined ? {} : { chosen: chosen === 'yes' }),
    };
    return { form: 'self-rating', value, key: [school, factor], keyColumns: 'school, factor' };
  },
  swot: (row, school) => {
    const kind = neededWord(row, KIND, KINDS);
    const text = row.needed(TEXT);
    const about = row.word(ABOUT, TOPICS);
    if (text !== undefined && NOTHING.test(text))
      row.issues.push(
        issue('profile-says-nothing', 'error', row.placeOf(TEXT), { column: TEXT.id, found: text }),
      );
    if (kind === undefined || text === undefined) return undefined;
    const value = { school, kind, text, ...(about === undefined ? {} : { about }) };
    return { form: 'swot', value, key: [school, kind, text.toLowerCase()], keyColumns: 'school, kind, text' };
  },
  directions: (row, school) => {
    const text = row.needed(DIRECTIONS);
    if (text === undefined) return undefined;
    const chosen = meaningsIn(DIRECTION_WORDS, text);
    if (chosen === undefined) {
      const { directions } = sevenDirections;
      const ids = directions.map(({ id }) => id).join(', ');
      const parameters = { column: DIRECTIONS.id, found: text, last: directions.length, ids };
      row.issues.push(issue('profile-directions-unclear', 'error', row.placeOf(DIRECTIONS), parameters));
      return undefined;
    }
    const choice = directionChoice(chosen, sevenDirections);
    // Of a refused row nothing counts, so nothing is said of its number either.
    if (choice.kind !== 'complete' && !row.isRefused) {
      const parameters = { chosen: choice.directions.length, choose: sevenDirections.choose };
      row.issues.push(issue('profile-directions-count', 'warning', row.placeOf(DIRECTIONS), parameters));
    }
    return { form: 'directions', value: { school, choice }, key: [school], keyColumns: 'school' };
  },
  stages: (row, school) => {
    const stage = neededWord(row, STAGE, STAGES);
    const date = row.date(DATE);
    if (stage === undefined) return undefined;
    const value = { school, stage, ...(date === undefined ? {} : { date }) };
    return { form: 'stages', value, key: [school, stage], keyColumns: 'school, stage' };
  },
  attendance: (row, school) => {
    row.needed(SCHOOL_YEAR);
    const schoolYear = row.schoolYear(SCHOOL_YEAR);
    const period = neededWord(row, PERIOD, PERIOD_WORDS);
    const subject = row.text(SUBJECT);
    const grade = row.word(GRADE, GRADES);
    const attendance = attendanceOf(row);
    const marks = marksOf(row);
    if (schoolYear === undefined || period === undefined) return undefined;
    const value = {
      school,
      schoolYear,
      period,
      ...(subject === undefined ? {} : { subject }),
      ...(grade === undefined ? {} : { grade }),
      ...(attendance === undefined ? {} : { attendance }),
      ...(marks === undefined ? {} : { marks }),
    };
    return {
      form: 'attendance',
      value,
      key: [school, schoolYear, period, subject?.toLowerCase(), grade],
      keyColumns: 'school, school_year, period, subject, grade',
    };
  },
  'annual-card': (row, school) => {
    row.needed(SCHOOL_YEAR);
    const schoolYear = row.schoolYear(SCHOOL_YEAR);
    const counts = new Map(
      CARD_COLUMNS.flatMap(({ column }): readonly (readonly [string, number])[] => {
        const count = row.count(column);
        return count === undefined ? [] : [[column.id, count]];
      }),
    );
    for (const { column, of } of CARD_COLUMNS) {
      if (of !== undefined) row.checkPart(column, counts.get(column.id), of, counts.get(of));
    }
    const [teachers, ...categories] = CARD_COLUMNS.slice(0, 4).map(({ column }) => column);
    const [first] = categories;
    if (teachers !== undefined && first !== undefined && !row.isRefused) {
      const sum = categories.reduce((total, { id }) => total + (counts.get(id) ?? 0), 0);
      row.checkPart(first, sum, teachers.id, counts.get(teachers.id), categories);
    }
    if (schoolYear === undefined) return undefined;
    const value = { school, schoolYear, counts };
    return { form: 'annual-card', value, key: [school, schoolYear], keyColumns: 'school, school_year' };
  },
  'special-control': (row, school) => {
    const owner = row.needed(OWNER);
    row.needed(SINCE);
    const since = row.date(SINCE);
    const reason = row.needed(REASON);
    const exit = neededWord(row, EXIT_RULE, EXITS);
    const named = row.text(RULESET);
    const ruleset = named === undefined ? undefined : (meaningOf(RULESET_NAMES, named) ?? named);
    if (owner === undefined || since === undefined || reason === undefined || exit === undefined)
      return undefined;
    const value = {
      school,
      owner,
      since,
      reason,
      exit,
      ...(ruleset === undefined ? {} : { ruleset }),
    };
    return { form: 'special-control', value, key: [school], keyColumns: 'school' };
  },
  checkpoints: (row, school) => {
    const indicator = row.needed(INDICATOR);
    const checkpoint = neededWord(row, CHECKPOINT, CHECKPOINT_WORDS);
    const date = row.date(DATE);
    const planned = row.share(PLANNED);
    const share = row.share(MEASURED);
    const n = row.count(MEASURED_PUPILS);
    if (!row.isRefused) {
      row.tellUnsure([PLANNED, MEASURED]);
      if (share === undefined && n !== undefined) tellIncomplete(row, MEASURED);
      if (share !== undefined && n === undefined) tellAlone(row);
    }
    if (indicator === undefined || checkpoint === undefined) return undefined;
    const value = {
      school,
      indicator,
      checkpoint,
      ...(date === undefined ? {} : { date }),
      ...(planned === undefined ? {} : { planned }),
      ...(share === undefined ? {} : { measured: { share, n: n ?? 0 } }),
    };
    return {
      form: 'checkpoints',
      value,
      key: [school, indicator.toLowerCase(), checkpoint],
      keyColumns: 'school, indicator, checkpoint',
    };
  },
};

function neededWord<Value>(
  row: ProfileFormRow,
  column: typeof FACTOR,
  words: Parameters<typeof row.word<Value>>[1],
): Value | undefined {
  const text = row.needed(column);
  return text === undefined ? undefined : row.meaning(column, words, text);
}

function attendanceOf(row: ProfileFormRow): PeriodRow['attendance'] {
  const pupils = row.count(PUPILS) ?? 0;
  const lessons = row.count(LESSONS);
  const missed = row.count(MISSED);
  row.checkPart(MISSED, missed, LESSONS.id, lessons);
  if (row.isRefused || (lessons === undefined && missed === undefined)) return undefined;
  if (lessons !== undefined && missed !== undefined) {
    if (lessons > 0 && lessons < pupils) {
      const parameters = { column: LESSONS.id, lessons, pupils };
      row.issues.push(issue('profile-lessons-few', 'warning', row.placeOf(LESSONS), parameters));
    }
    return { pupils, lessons, missed };
  }
  tellIncomplete(row, lessons === undefined ? LESSONS : MISSED);
  return undefined;
}

function marksOf(row: ProfileFormRow): MarkCounts | undefined {
  const columns = [MARK_COLUMNS[2], MARK_COLUMNS[3], MARK_COLUMNS[4], MARK_COLUMNS[5]];
  const [two, three, four, five] = columns.map((column) => row.count(column));
  if (row.isRefused) return undefined;
  const total = [two, three, four, five].reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const pupils = row.count(PUPILS);
  row.checkPart(MARK_COLUMNS[2], total, PUPILS.id, pupils, columns);
  if (two !== undefined && three !== undefined && four !== undefined && five !== undefined)
    return { 2: two, 3: three, 4: four, 5: five };
  const empty = columns.find((column) => row.text(column) === undefined);
  if (total > 0 && empty !== undefined) tellIncomplete(row, empty);
  return undefined;
}

/** What people write where they have no entry. */
const NOTHING = /^(?:нет|не выявлен[аоы]|отсутству[ею]т|none|no)\.?$/i;

function tellAlone(row: ProfileFormRow): void {
  const parameters = { column: MEASURED_PUPILS.id };
  row.issues.push(issue('profile-measured-alone', 'warning', row.placeOf(MEASURED_PUPILS), parameters));
}

function tellIncomplete(row: ProfileFormRow, column: typeof FACTOR): void {
  row.issues.push(issue('profile-incomplete', 'warning', row.placeOf(column), { column: column.id }));
}
