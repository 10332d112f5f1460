/**
 * Columns of the list of schools: written in the empty form, read back.
 *
 * @module
 */
import { formColumn } from '../forms/form-columns.js';

export const SCHOOL_ID = formColumn(
  'id',
  'код школы',
  'Код школы, по которому она узнаётся',
  'Id of the school',
  'sch000001',
);

export const ALIASES = formColumn(
  'aliases',
  'другие логины',
  'Другие логины и обозначения через |',
  'Other logins and names, joined by |',
  'edu000001|№ 1',
);

/** What a list may say of a school besides who it is; the id is the name of the property. */
export const SCHOOL_FACTS = [
  formColumn('name', 'название', 'Название', 'Name', 'МБОУ СОШ № 1'),
  formColumn('municipality', 'муниципалитет', 'Муниципалитет', 'Municipality', 'Заречный район'),
  formColumn('region', 'регион', 'Регион', 'Region', 'Образцовый край'),
  formColumn('founder', 'учредитель', 'Учредитель', 'Founder', 'Администрация района'),
  formColumn(
    'settlement',
    'вид населенного пункта',
    'Город, посёлок, село',
    'Town, settlement, village',
    'село',
  ),
  formColumn('type', 'вид школы', 'Вид: школа, лицей, гимназия', 'Kind of school', 'школа'),
  formColumn(
    'remoteness',
    'удаленность',
    'Удалённость, как её называют в регионе: слова одни и те же во всех строках. По ней считаются разрывы между группами школ',
    'Remoteness in the words of the region, the same in all rows. Gaps between groups of schools are computed by it',
    'удалённая',
  ),
] as const;

export const SCHOOL_LIST_COLUMNS = [SCHOOL_ID, ALIASES, ...SCHOOL_FACTS];

/** Whether a row of headers, in lower case and without «ё», begins a list of schools. */
export function isSchoolListHeader(headers: readonly string[]): boolean {
  const has = (...names: readonly string[]) => names.every((name) => headers.includes(name));
  if (has('id', 'municipality') || has('id', 'aliases') || has('id', 'name', 'region')) return true;
  // Tables of pupils and of social passports name schools too.
  const others = /^(?:класс|код ученика|ученик|участник|всего учеников|предмет|\d)/;
  return has('код школы', 'название') && !headers.some((header) => others.test(header));
}
