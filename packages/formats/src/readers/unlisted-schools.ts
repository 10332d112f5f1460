import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { isSchoolCode } from '@orientir/core/tally';

/** A school as a sheet calls it, where no list of schools has it. */
export interface UnlistedSchool {
  readonly school: string;
  /** Empty where the sheet says none. */
  readonly municipality: string;
  /** Where it stands first. */
  readonly place: Place;
}

/** Schools of one sheet that no list has, as often as they stand in another municipality. */
export class UnlistedInSheet {
  readonly #found = new Map<string, UnlistedSchool>();

  add(school: string, municipality: string, placeOf: () => Place): void {
    const key = JSON.stringify([school, municipality]);
    if (!this.#found.has(key)) this.#found.set(key, { school, municipality, place: placeOf() });
  }

  list(): readonly UnlistedSchool[] {
    return [...this.#found.values()];
  }
}

/** What is said of schools that no list has, each thing once however many sheets there are. */
export class UnlistedSchools {
  /** Municipalities in which a school stood, the first one first. */
  readonly #municipalities = new Map<string, string[]>();

  /** Schools that the list lacks, if there is one, and names that stand in a second municipality. */
  issues(ofSheet: readonly UnlistedSchool[], hasList: boolean): readonly Issue[] {
    return ofSheet.flatMap(({ school, municipality, place }) => {
      const issues: Issue[] = [];
      const there = this.#municipalities.get(school) ?? [];
      if (!this.#municipalities.has(school)) {
        this.#municipalities.set(school, there);
        if (hasList) issues.push(issue('school-not-listed', 'warning', place, { school }));
      }
      if (municipality === '' || isSchoolCode(school) || there.includes(municipality)) return issues;
      const [one] = there;
      there.push(municipality);
      if (one !== undefined)
        issues.push(issue('school-name-twice', 'warning', place, { school, one, other: municipality }));
      return issues;
    });
  }
}
