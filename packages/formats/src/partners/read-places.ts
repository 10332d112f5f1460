/**
 * Where schools are: for the way to a partner.
 *
 * @module
 */
import type { Issue, SourceFile } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { PartnerSchool } from '@orientir/core/partners';
import type { ByteSource } from '../byte-source.js';
import type { FormColumn } from '../forms/form-columns.js';
import type { FormRow } from '../forms/read-form.js';
import { readForm } from '../forms/read-form.js';
import { SeenRows } from '../forms/seen-rows.js';

type SchoolPlace = NonNullable<PartnerSchool['place']>;

const SCHOOL: FormColumn = {
  id: 'school',
  also: 'код школы',
  ru: 'Код или логин школы',
  en: 'Id or login of the school',
  example: 'sch000001',
};
const LATITUDE: FormColumn = {
  id: 'latitude',
  also: 'широта',
  ru: 'Северная широта в градусах, как на картах: от 0 до 90',
  en: 'Degrees north, as on maps: 0 to 90',
  example: '53,35',
};
const LONGITUDE: FormColumn = {
  id: 'longitude',
  also: 'долгота',
  ru: 'Восточная долгота в градусах: от 0 до 360',
  en: 'Degrees east: 0 to 360',
  example: '83,76',
};

/** Columns of the form: written in the empty form, read back. */
export const PLACE_COLUMNS: readonly FormColumn[] = [SCHOOL, LATITUDE, LONGITUDE];

/** What was read from one file. */
export interface PlacesRead {
  readonly places: ReadonlyMap<string, SchoolPlace>;
  readonly file: SourceFile;
  readonly issues: readonly Issue[];
}

/**
 * Reads a sheet of a workbook, or a csv. A row without a place, with degrees that cannot be, of a school that
 * nobody knows or that already has a place is refused and named. Never throws for what is in the file.
 *
 * @param schoolOf the school behind a login; absent = nobody knows it.
 */
export async function readPlaces(
  source: ByteSource,
  file: string,
  schoolOf: (login: string) => string | undefined,
): Promise<PlacesRead> {
  const seen = new SeenRows();
  const {
    rows,
    file: record,
    issues,
  } = await readForm(source, file, {
    layout: 'places',
    columns: PLACE_COLUMNS,
    required: PLACE_COLUMNS,
    read: (row) => {
      const login = row.needed(SCHOOL);
      const latitude = degrees(row, LATITUDE, 90);
      const longitude = degrees(row, LONGITUDE, 360);
      const school = login === '' ? undefined : schoolOf(login);
      if (login !== '' && school === undefined)
        row.issues.push(issue('passport-school-unknown', 'error', row.placeOf(SCHOOL), { school: login }));
      const before = seen.before(school ?? '', row.place);
      if (before !== undefined)
        row.issues.push(
          issue('support-duplicate', 'error', row.placeOf(SCHOOL), { columns: SCHOOL.id, ...before }),
        );
      if (row.isRefused || school === undefined || latitude === undefined || longitude === undefined)
        return undefined;
      seen.add(school, row.place);
      return { school, place: { latitude, longitude } };
    },
  });
  return { places: new Map(rows.map(({ value }) => [value.school, value.place])), file: record, issues };
}

function degrees(row: FormRow, column: FormColumn, most: number): number | undefined {
  row.needed(column);
  const value = row.number(column);
  if (value === undefined || value <= most) return value;
  row.issues.push(
    issue('support-number-invalid', 'error', row.placeOf(column), {
      column: column.id,
      found: row.text(column),
    }),
  );
  return undefined;
}
