import type { OfficialOutcome, OfficialRegion } from './official-markers.js';

/** What the official method says of one school in one year: every marker, also those that cannot be computed. */
export interface SchoolMarkers {
  /** Empty where the input names none. */
  readonly schoolYear: string;
  readonly outcomes: readonly OfficialOutcome[];
}

/** The last school year of each school that the method looks at, by its id. Of two regions in one year the first counts. */
export function officialBySchool(official: readonly OfficialRegion[]): ReadonlyMap<string, SchoolMarkers> {
  const found = new Map<string, { readonly schoolYear: string; readonly outcomes: OfficialOutcome[] }>();
  for (const { schoolYear, outcomes } of official) {
    const own = new Map<string, OfficialOutcome[]>();
    for (const outcome of outcomes) {
      const there = own.get(outcome.school);
      if (there === undefined) own.set(outcome.school, [outcome]);
      else there.push(outcome);
    }
    for (const [school, of] of own) {
      const last = found.get(school);
      if (last === undefined || last.schoolYear < schoolYear) found.set(school, { schoolYear, outcomes: of });
    }
  }
  return found;
}
