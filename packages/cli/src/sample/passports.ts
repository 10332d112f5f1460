/**
 * Social passports of the sample schools, as a department collects them. Nobody in it exists.
 *
 * @module
 */
import { writeCsv } from '@orientir/formats/csv';
import type { Random } from './random.js';
import type { SampleSchool } from './region.js';

/** The form `orientir template passport`, filled in; one school in twelve did not send its own. */
export function samplePassports(schools: readonly SampleSchool[], random: Random): string {
  return writeCsv({
    name: 'passports',
    columns: [
      'school',
      'settlement',
      'pupils',
      'higher_education',
      'single_parent',
      'unemployed',
      'on_registers',
    ].map((id) => ({ id, kind: 'text' })),
    rows: schools.flatMap(({ digits, settlement, size, effect }) => {
      // Schools with better results have, on the whole, easier conditions; not all of them.
      const ease = 0.9 * effect + 0.4 * random.normal();
      const shareOf = (middle: number, slope: number) =>
        Math.round(100 / (1 + Math.exp(-(middle + slope * ease)))) / 100;
      const shares = [shareOf(-0.5, 1.2), shareOf(-1.2, -0.6), shareOf(-2.2, -0.9), shareOf(-3.4, -0.9)];
      if (random.chance(1 / 12)) return [];
      return [[`sch${digits}`, settlement, size * 9, ...shares]];
    }),
  });
}
