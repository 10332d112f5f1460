/**
 * The data of `<orientir-directions>`: how many schools chose each direction of work, and what one school chose among them.
 *
 * @module
 */
import type { DirectionChoice, DirectionRules, DirectionTally } from '@orientir/core/school-profile';
import type { ChartOrigin, Checked } from '../chart/chart-data.js';
import { checkDocument, isCount, isList, isRecord } from '../chart/chart-data.js';

/** One direction; the schools are a part of those that chose anything. */
export interface DirectionRow {
  readonly id: string;
  readonly name: { readonly ru: string; readonly en: string };
  readonly schools: number;
  /** Whether the school that the chart is about chose it; absent where it is about no school. */
  readonly own?: boolean;
}

/** Version 1. A file with another version is refused politely. */
export interface DirectionsData extends ChartOrigin {
  readonly schema: 'orientir.directions';
  readonly version: 1;
  /** Group of schools. */
  readonly name: string;
  /** The school whose choice stands out. */
  readonly school?: string;
  /** Schools that chose anything: the whole of every bar. */
  readonly schools: number;
  /** Of them those with fewer, and with more directions than are to be chosen. */
  readonly incomplete: number;
  /** How many are to be chosen. */
  readonly choose: number;
  readonly directions: readonly DirectionRow[];
}

export interface DirectionsOptions extends ChartOrigin {
  /** Group of schools, as people know it. */
  readonly name: string;
  /** A school whose choice stands out among the others. */
  readonly own?: { readonly name: string; readonly choice: DirectionChoice };
}

/** Directions by how many schools chose them; those of as many schools in the order of the ruleset. Only for inside: groups may be small. */
export function directionsData(
  tally: DirectionTally,
  { choose }: Pick<DirectionRules, 'choose'>,
  { own, ...facts }: DirectionsOptions,
): DirectionsData {
  const chosen = new Set(own?.choice.directions);
  return {
    schema: 'orientir.directions',
    version: 1,
    ...facts,
    ...(own === undefined ? {} : { school: own.name }),
    schools: tally.schools,
    incomplete: tally.tooFew + tally.tooMany,
    choose,
    directions: tally.directions
      .map(
        ({ direction: { id, name }, chosen: schools }): DirectionRow => ({
          id,
          name,
          schools,
          ...(own === undefined ? {} : { own: chosen.has(id) }),
        }),
      )
      .sort((one, other) => other.schools - one.schools),
  };
}

/** The door of the widget. */
export function checkDirectionsData(value: unknown): Checked<DirectionsData> {
  return checkDocument(
    value,
    'orientir.directions',
    ({ name, school, schools, incomplete, choose, directions }) =>
      typeof name === 'string' &&
      (school === undefined || typeof school === 'string') &&
      isCount(schools) &&
      isCount(incomplete) &&
      isCount(choose) &&
      isList(
        directions,
        (row) =>
          typeof row.id === 'string' &&
          isRecord(row.name) &&
          typeof row.name.ru === 'string' &&
          typeof row.name.en === 'string' &&
          isCount(row.schools) &&
          row.schools <= schools &&
          (row.own === undefined || typeof row.own === 'boolean'),
      ),
  );
}
