/** What a school knows of one pupil. What is absent is not known: never zero, never "no". */
export interface PupilFactsGiven {
  /** Class as people write it. */
  readonly class: string;
  /** The code, which means one pupil within the class; never a name. */
  readonly pupil: string;
  /** Lessons that were given to the pupil, and how many of them the pupil missed: whole numbers. */
  readonly attendance?: { readonly lessons: number; readonly missed: number };
  /** Subjects that the pupil fails; empty = none. */
  readonly failing?: readonly string[];
  /** Disability («ОВЗ»), only where the school itself entered it. */
  readonly disability?: boolean;
  /** Likely to get a medal («предполагаемый медалист»), only where the school itself entered it; nothing here guesses it. */
  readonly medalCandidate?: boolean;
}

/**
 * Facts about one pupil: personal data («персональные данные», 152-ФЗ), disability of a special category; for the school
 * only.
 *
 * A class with a private member, so that no other type has its shape: it fits no tally, table, plan or chart. Turned into
 * JSON it is empty.
 */
export class PupilFacts {
  readonly #given: PupilFactsGiven;

  /** @throws {RangeError} when numbers of lessons are not whole, below zero, or more were missed than given. */
  constructor(given: PupilFactsGiven) {
    const { lessons, missed } = given.attendance ?? { lessons: 0, missed: 0 };
    if (!Number.isSafeInteger(lessons) || !Number.isSafeInteger(missed) || missed < 0 || missed > lessons)
      throw new RangeError('PupilFacts requires whole numbers with 0 <= missed <= lessons');
    this.#given = given;
  }

  get class(): string {
    return this.#given.class;
  }

  get pupil(): string {
    return this.#given.pupil;
  }

  /** Absent = not known. */
  get attendance(): PupilFactsGiven['attendance'] {
    return this.#given.attendance;
  }

  /** Absent = not known; empty = none. */
  get failing(): PupilFactsGiven['failing'] {
    return this.#given.failing;
  }

  /** Absent = not entered by the school. */
  get disability(): boolean | undefined {
    return this.#given.disability;
  }

  /** Absent = not entered by the school. */
  get medalCandidate(): boolean | undefined {
    return this.#given.medalCandidate;
  }
}
