/**
 * Columns of «Сбор контекстных данных об ОО и участниках ВПР» (2021, 95 columns) that say something of conditions as a number.
 * Names, addresses, telephones and all other answers are not read.
 *
 * @module
 */
import type { FormColumn } from '../forms/form-columns.js';
import { formColumn } from '../forms/form-columns.js';
import type { SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';

/** A question of the form, called in issues as `id` says. */
export interface ContextQuestion extends FormColumn {
  /** How its header begins, without quotes, in lower case and without ё. */
  readonly begins: RegExp;
}

function question(id: string, begins: RegExp): ContextQuestion {
  return { ...formColumn(id, '', '', '', ''), begins };
}

const LOGIN_HEADER = 'логин';
export const LOGIN = question(LOGIN_HEADER, /^логин$/);
export const LOCATION = question('где расположена ОО', /^где расположена ваша образовательная организация/);
export const ALL_PUPILS = question('количество обучающихся', /^укажите количество обучающихся в оо/);
const BORN = question(
  'обучающихся одного года рождения',
  /^общее количество обучающихся \d{4} года рождения/,
);
const ADAPTED = question(
  'по адаптированным программам',
  /^из них обучаются по адаптированным образовательным программам/,
);
const TEACHERS = question('учителей', /^сколько всего в школе учителей/);
const HIGHEST = question('учителей высшей категории', /^сколько в школе учителей высшей категории/);
const YOUNG = question('учителей не старше 30 лет', /^сколько в школе учителей .*не старше 30 лет/);
const PENSION_AGE = question(
  'учителей пенсионного возраста',
  /^сколько в школе учителей .*достигших пенсионного возраста/,
);
const ROOMS = question('кабинетов', /^сколько в школе учебных классов/);
const TEACHER_COMPUTERS = question(
  'кабинетов с компьютером учителя',
  /^в скольких из них рабочее место учителя оборудовано компьютером/,
);
const PROJECTORS = question(
  'кабинетов с проектором или доской',
  /^в скольких учебных классах, кабинетах есть проектор/,
);
const COMPUTERS = question('компьютеров', /^сколько компьютеров обучающиеся могут использовать/);
const OUTDATED = question('устаревших компьютеров', /^сколько из этих компьютеров являются маломощными/);
const INTERNET = question('компьютеров с интернетом', /^сколько из этих компьютеров имеют доступ к сети/);

/** A share that follows from two answers. */
export interface ContextShare {
  /** Id of the indicator, for a ruleset of conditions. */
  readonly id: string;
  readonly part: ContextQuestion;
  readonly whole: ContextQuestion;
}

export const CONTEXT_SHARES: readonly ContextShare[] = [
  { id: 'adapted_programmes', part: ADAPTED, whole: BORN },
  { id: 'highest_category', part: HIGHEST, whole: TEACHERS },
  { id: 'teachers_to_30', part: YOUNG, whole: TEACHERS },
  { id: 'teachers_of_pension_age', part: PENSION_AGE, whole: TEACHERS },
  { id: 'rooms_with_computer', part: TEACHER_COMPUTERS, whole: ROOMS },
  { id: 'rooms_with_projector', part: PROJECTORS, whole: ROOMS },
  { id: 'outdated_computers', part: OUTDATED, whole: COMPUTERS },
  { id: 'computers_online', part: INTERNET, whole: COMPUTERS },
];

const QUESTIONS: readonly ContextQuestion[] = [
  LOGIN,
  LOCATION,
  ALL_PUPILS,
  ...new Set(CONTEXT_SHARES.flatMap(({ part, whole }) => [whole, part])),
];

export interface FoundQuestions {
  readonly at: ReadonlyMap<string, number>;
  /** Columns up to the last that has a header. */
  readonly width: number;
}

/** Where the questions stand; absent where a row has no login and any two of the others. */
export function contextQuestions(cells: readonly SheetCell[]): FoundQuestions | undefined {
  const headers = cells.map((cell) =>
    cellText(cell).toLowerCase().replaceAll('ё', 'е').replaceAll(/["«»]/g, '').replaceAll(/\s+/g, ' ').trim(),
  );
  if (!headers.includes(LOGIN_HEADER)) return undefined;
  const at = new Map(
    QUESTIONS.flatMap(({ id, begins }) => {
      const place = headers.findIndex((text) => begins.test(text));
      return place < 0 ? [] : [[id, place] as const];
    }),
  );
  const width = headers.findLastIndex((text) => text !== '') + 1;
  return at.size > LEAST_OTHERS ? { at, width } : undefined;
}

const LEAST_OTHERS = 2;
