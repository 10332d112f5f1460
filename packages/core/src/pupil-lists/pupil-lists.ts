/**
 * Three lists of pupils who may need support, by facts that anybody can check: no score, no prediction, no order by how bad
 * it is; apart from them the pupils whom the school itself expects to get a medal. Made inside one school and for it only.
 *
 * @module
 */
import { compareNatural } from '../foundation/order.js';
import { classKey } from '../pupil-route/class-name.js';
import type { ListRules } from './list-rules.js';
import { LIST_RULES } from './list-rules.js';
import type { PupilCategory } from './pupil-categories.js';
import type { PupilFacts } from './pupil-facts.js';

/** A pupil on a list. */
export interface ListEntry {
  readonly class: string;
  /** The code; never a name. */
  readonly pupil: string;
}

/** The facts that put the pupil there. */
export interface AbsentEntry extends ListEntry {
  readonly lessons: number;
  readonly missed: number;
}

/** The facts that put the pupil there. */
export interface FailingEntry extends ListEntry {
  readonly subjects: readonly string[];
}

/** How many pupils of a class stand on a list. */
export interface CategoryCounts {
  readonly listed: number;
  /** Pupils of whom the facts are missing: they may or may not belong there. */
  readonly unknown: number;
}

export interface ClassCategories {
  readonly class: string;
  /** Pupils with facts of any kind or none: rows of the class. */
  readonly pupils: number;
  readonly categories: Readonly<Record<PupilCategory, CategoryCounts>>;
  readonly medalCandidates: CategoryCounts;
}

/** Everything that the lists say, as data. As JSON it names itself confidential, and every door refuses it. */
export interface PupilListsFigures {
  readonly confidential: 'school-only';
  readonly schema: 'orientir.pupil-lists';
  readonly version: 1;
  /** A pupil may stand on several. Ordered by class, then by code. */
  readonly lists: {
    readonly absent: readonly AbsentEntry[];
    readonly failing: readonly FailingEntry[];
    /** Pupils of whom the school itself says so. */
    readonly disability: readonly ListEntry[];
  };
  /** Pupils whom the school itself expects to get a medal («предполагаемые медалисты»): no category of support. */
  readonly medalCandidates: readonly ListEntry[];
  /** For the school's own plan; small numbers are not hidden. Ordered by class. */
  readonly classes: readonly ClassCategories[];
  /** All classes together. */
  readonly all: Omit<ClassCategories, 'class'>;
  readonly rules: ListRules;
}

/**
 * The lists of a school. A class with a private member: nothing else has its type, and it fits no function that counts,
 * merges, tabulates, protects or publishes. `figures` is for the writers of the lists.
 */
export class PupilLists {
  readonly #figures: PupilListsFigures;

  constructor(figures: PupilListsFigures) {
    this.#figures = figures;
  }

  get figures(): PupilListsFigures {
    return this.#figures;
  }

  /** `JSON.stringify` gives the figures, with the mark by which doors refuse them. */
  toJSON(): PupilListsFigures {
    return this.#figures;
  }
}

/**
 * Puts the pupils of one school on the lists.
 *
 * Absent: `missed / lessons >= missedShareFrom`. Failing: `failingFrom` subjects or more. Disability, and a medal that
 * is likely: the school said so. A fact that is missing puts nobody on a list and is counted as unknown; so is
 * attendance of a pupil who had no lessons. Spellings of one class (`7А`, `7 a`) are one class, called as most of its
 * pupils have it. The order of the pupils given does not matter as long as each is given once.
 *
 * @param facts - each pupil once.
 * @throws {RangeError} when a rule would put pupils on a list by nothing: a share outside 0..1 or not above 0, a number of
 * subjects that is not whole or below 1.
 */
export function pupilLists(facts: readonly PupilFacts[], rules: ListRules = LIST_RULES): PupilLists {
  const { missedShareFrom, failingFrom } = rules;
  if (!(missedShareFrom > 0 && missedShareFrom <= 1))
    throw new RangeError('pupilLists requires 0 < missedShareFrom <= 1');
  if (!Number.isInteger(failingFrom) || failingFrom < 1)
    throw new RangeError('pupilLists requires a whole failingFrom of at least 1');
  const nameOf = classNames(facts);
  const pupils = facts
    .map((of): Pupil => ({ of, class: nameOf(of.class), standing: standingOf(of, rules) }))
    .sort(
      (one, other) => compareNatural(one.class, other.class) || compareNatural(one.of.pupil, other.of.pupil),
    );
  const on = (category: PupilCategory) => pupils.filter(({ standing }) => standing[category] === true);
  return new PupilLists({
    confidential: 'school-only',
    schema: 'orientir.pupil-lists',
    version: 1,
    lists: {
      absent: on('absent').flatMap((pupil) =>
        pupil.of.attendance === undefined ? [] : [{ ...entryOf(pupil), ...pupil.of.attendance }],
      ),
      failing: on('failing').map((pupil) => ({ ...entryOf(pupil), subjects: pupil.of.failing ?? [] })),
      disability: on('disability').map(entryOf),
    },
    medalCandidates: pupils.filter(({ of }) => of.medalCandidate === true).map(entryOf),
    classes: [...new Set(pupils.map((pupil) => pupil.class))].map((name) => ({
      class: name,
      ...countsOf(pupils.filter((pupil) => pupil.class === name)),
    })),
    all: countsOf(pupils),
    rules,
  });
}

interface Pupil {
  readonly of: PupilFacts;
  /** As the class is called in the lists. */
  readonly class: string;
  readonly standing: Standing;
}

/** Whether a pupil belongs on a list; absent = the facts do not say. */
type Standing = Readonly<Record<PupilCategory, boolean | undefined>>;

function standingOf({ attendance, failing, disability }: PupilFacts, rules: ListRules): Standing {
  return {
    absent:
      attendance === undefined || attendance.lessons === 0
        ? undefined
        : attendance.missed / attendance.lessons >= rules.missedShareFrom,
    failing: failing === undefined ? undefined : failing.length >= rules.failingFrom,
    disability,
  };
}

function entryOf({ of, class: name }: Pupil): ListEntry {
  return { class: name, pupil: of.pupil };
}

function countsOf(pupils: readonly Pupil[]): PupilListsFigures['all'] {
  const counts = (belongs: (pupil: Pupil) => boolean | undefined): CategoryCounts => ({
    listed: pupils.filter((pupil) => belongs(pupil) === true).length,
    unknown: pupils.filter((pupil) => belongs(pupil) === undefined).length,
  });
  return {
    pupils: pupils.length,
    categories: {
      absent: counts(({ standing }) => standing.absent),
      failing: counts(({ standing }) => standing.failing),
      disability: counts(({ standing }) => standing.disability),
    },
    medalCandidates: counts(({ of }) => of.medalCandidate),
  };
}

/** One name for all spellings of a class: the one most pupils have, of equals the first. */
function classNames(facts: readonly PupilFacts[]): (name: string) => string {
  const pupils = new Map<string, number>();
  for (const { class: name } of facts) pupils.set(name, (pupils.get(name) ?? 0) + 1);
  const byUse = [...pupils].sort(
    ([one, ofOne], [other, ofOther]) => ofOther - ofOne || compareNatural(one, other),
  );
  const names = new Map<string, string>();
  for (const [name] of byUse) if (!names.has(classKey(name))) names.set(classKey(name), name);
  return (name) => names.get(classKey(name)) ?? name;
}
