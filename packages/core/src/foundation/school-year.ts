/**
 * The calendar year in which a school year as data have it begins: `2024/2025` → 2024. `NaN` where there is none, which is no year
 * before or after any other. For school years as people write them: `parseSchoolYear` of `/calendar`.
 */
export function firstYear(schoolYear: string | undefined): number {
  return Number.parseInt(schoolYear ?? '', 10);
}
