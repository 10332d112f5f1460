/**
 * Columns of the social passport («социальный паспорт школы»): written in the empty form, read back.
 *
 * @module
 */
import type { FormColumn } from '../forms/form-columns.js';
import { hasColumn, headerNames } from '../forms/form-columns.js';
import type { SheetCell } from '../sheet.js';

/** A share of the pupils; its id is that of the indicator of the context index. */
export interface PassportIndicator extends FormColumn {
  /** The same as a number of pupils. */
  readonly count: FormColumn;
}

export const SCHOOL: FormColumn = {
  id: 'school',
  also: 'код школы',
  ru: 'Код или логин школы',
  en: 'Id or login of the school',
  example: 'sch000001',
};

export const SETTLEMENT: FormColumn = {
  id: 'settlement',
  also: 'вид населённого пункта',
  ru: 'Вид населённого пункта: город, посёлок, село. Условия сравниваются внутри одного вида',
  en: 'Kind of settlement: город (city), посёлок (town), село (village). Conditions are compared within one kind',
  example: 'село',
};

export const PUPILS: FormColumn = {
  id: 'pupils',
  also: 'всего учеников',
  ru: 'Сколько учеников в школе; целое число',
  en: 'Pupils of the school; a whole number',
  example: '240',
};

function indicator(id: string, ru: string, en: string, example: string, count: string): PassportIndicator {
  return {
    id,
    also: `доля учеников ${ru}`,
    ru: `Доля учеников ${ru}: от 0 до 1 (0,45) или процент со знаком (45 %); пусто — не известно`,
    en: `Share of pupils ${en}: 0 to 1 (0.45) or percent with the sign (45%); empty = not known`,
    example,
    count: {
      id: `${id}_count`,
      also: `число учеников ${ru}`,
      ru: 'То же числом учеников вместо доли: целое число; нужен столбец pupils',
      en: 'The same as a number of pupils instead of the share: a whole number; needs the column pupils',
      example: count,
    },
  };
}

export const INDICATORS: readonly PassportIndicator[] = [
  indicator(
    'higher_education',
    'из семей, где у обоих родителей высшее образование',
    'both of whose parents have higher education',
    '35 %',
    '84',
  ),
  indicator('single_parent', 'из неполных семей', 'from single-parent families', '0,25', '60'),
  indicator(
    'unemployed',
    'из семей, где не работает один или оба родителя',
    'with one or both parents unemployed',
    '0,1',
    '24',
  ),
  indicator('on_registers', 'на различных видах учёта', 'on registers of any kind', '0,05', '12'),
];

/** Whether a row is the header of a passport with any of these indicators. */
export function isPassportHeader(
  cells: readonly SheetCell[],
  indicators: readonly PassportIndicator[] = INDICATORS,
): boolean {
  const headers = headerNames(cells);
  return (
    hasColumn(headers, SCHOOL) &&
    indicators.some((each) => hasColumn(headers, each) || hasColumn(headers, each.count))
  );
}
