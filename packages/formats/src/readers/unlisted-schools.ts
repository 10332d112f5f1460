import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { isSchoolCode } from '@orientir/core/tally';
import { cyrillicWords } from '../lookalikes.js';
import { MunicipalityNames } from '../schools/municipality-names.js';
import { normaliseSchoolName } from '../schools/school-names.js';
import type { SchoolRegistry } from '../schools/school-registry.js';
import { withoutZeros } from '../schools/school-registry.js';

/** A school as a sheet calls it, where no list of schools has it. */
export interface UnlistedSchool {
  readonly school: string;
  /** Empty where the sheet says none. */
  readonly municipality: string;
  /** Likewise. */
  readonly region: string;
  /** Where it stands first. */
  readonly place: Place;
}

/** Schools of one sheet that no list has, as often as they stand in another municipality or region. */
export class UnlistedInSheet {
  readonly #found = new Map<string, UnlistedSchool>();

  add(of: Omit<UnlistedSchool, 'place'>, placeOf: () => Place): void {
    const key = JSON.stringify([of.school, of.municipality, of.region]);
    if (!this.#found.has(key)) this.#found.set(key, { ...of, place: placeOf() });
  }

  list(): readonly UnlistedSchool[] {
    return [...this.#found.values()];
  }
}

/** What is said of schools that no list has, each thing once however many sheets there are. */
export class UnlistedSchools {
  readonly #known = new Map<string, WhereSeen>();
  /** The first name of all that may be spellings of one, by municipality. */
  readonly #spellings = new Map<string, string>();
  #municipalities: MunicipalityNames | undefined;

  /**
   * Schools that the list lacks, if there is one, those that stand in a second municipality or region, and municipalities
   * that may be one under two names.
   */
  issues(ofSheet: readonly UnlistedSchool[], list: SchoolRegistry): readonly Issue[] {
    this.#municipalities ??= MunicipalityNames.ofSchools(list.schools);
    const municipalities = this.#municipalities;
    return ofSheet.flatMap(({ school, municipality, region, place }) => {
      const issues: Issue[] = [];
      let seen = this.#known.get(school);
      if (seen === undefined) {
        seen = { municipalities: [], regions: [] };
        this.#known.set(school, seen);
        if (!list.isEmpty) issues.push(issue('school-not-listed', 'warning', place, { school }));
        const one = listedAs(school, list) ?? this.#otherSpelling(school, municipality);
        if (one !== undefined)
          issues.push(issue('school-candidate', 'warning', place, { one, other: school }));
      }
      const isCode = isSchoolCode(school);
      const earlier = addedBehind(seen.municipalities, municipality);
      if (earlier !== undefined) {
        const code = isCode ? 'school-in-two-places' : 'school-name-twice';
        issues.push(issue(code, 'warning', place, { school, one: earlier, other: municipality }));
      }
      const earlierRegion = addedBehind(seen.regions, region);
      if (isCode && earlierRegion !== undefined) {
        const between = { school, one: earlierRegion, other: region };
        issues.push(issue('school-in-two-places', 'warning', place, between));
      }
      const sameMunicipality = municipalities.add(municipality, region);
      if (sameMunicipality !== undefined) {
        const names = { one: sameMunicipality, other: municipality };
        issues.push(issue('municipality-candidate', 'warning', place, names));
      }
      return issues;
    });
  }

  /**
   * An earlier name in the same municipality that is the same but for capitals, quotes, letters that look alike, or an earlier number
   * but for zeros in front.
   */
  #otherSpelling(school: string, municipality: string): string | undefined {
    const number = withoutZeros(school);
    if (number === undefined && isSchoolCode(school)) return undefined;
    const spelling = number ?? cyrillicWords(normaliseSchoolName(school));
    const key = JSON.stringify([spelling, municipality]);
    const there = this.#spellings.get(key);
    if (there === undefined) this.#spellings.set(key, school);
    return there;
  }
}

/** What the list may have in its place: the number with zeros in front, which spreadsheets drop, or letters that look alike. */
function listedAs(school: string, list: SchoolRegistry): string | undefined {
  const why = list.isEmpty ? undefined : list.whyUnknown(school);
  return why === undefined || why.kind === 'several' ? undefined : why.known;
}

/** Municipalities and regions in which a school stood, the first one first. */
interface WhereSeen {
  readonly municipalities: string[];
  readonly regions: string[];
}

/** Adds a name that is new and not empty; the first name, if it came behind another. */
function addedBehind(names: string[], name: string): string | undefined {
  if (name === '' || names.includes(name)) return undefined;
  names.push(name);
  return names.length === 1 ? undefined : names[0];
}
