import { inCyrillic } from '../lookalikes.js';
import type { SchoolFormName } from './profile-columns.js';

interface NamedInForms {
  /** Whether a list or results know the school. */
  readonly isKnown: boolean;
  /** Forms of which a row about it was refused. */
  readonly refused: ReadonlySet<SchoolFormName>;
}

/** Schools by what the forms call them, also in refused rows. */
export class NamedSchools {
  readonly #schools = new Map<string, { isKnown: boolean; readonly refused: Set<SchoolFormName> }>();
  /** Schools by what they look like. */
  readonly #looks = new Map<string, string>();
  /** Schools of which it was told that they look like another. */
  readonly #alike = new Set<string>();

  /** @param before - schools that were named elsewhere: one that looks like them is told. */
  constructor(before: readonly string[]) {
    for (const school of before) this.#looks.set(lookOf(school), school);
  }

  get all(): ReadonlyMap<string, NamedInForms> {
    return this.#schools;
  }

  name(school: string, isKnown: boolean): void {
    const there = this.#schools.get(school);
    if (there === undefined) this.#schools.set(school, { isKnown, refused: new Set() });
    else there.isKnown ||= isKnown;
  }

  refuse(school: string, form: SchoolFormName): void {
    this.#schools.get(school)?.refused.add(form);
  }

  /** Another one that is written nearly so: where no list says which schools there are, they count as two. Told once of each. */
  lookalike(school: string): string | undefined {
    const look = lookOf(school);
    const one = this.#looks.get(look);
    if (one === undefined) this.#looks.set(look, school);
    if (one === undefined || one === school || this.#alike.has(school)) return undefined;
    this.#alike.add(school);
    return one;
  }
}

function lookOf(school: string): string {
  return inCyrillic(school.toLowerCase());
}
