/**
 * The bank of deficits and achievements («банк профессиональных дефицитов и достижений»): dated, with evidence, and with what was
 * before.
 *
 * @module
 */
import { compareText } from '../foundation/order.js';
import { plainText } from '../foundation/plain-text.js';
import type { Severity } from './deficit-rules.js';
import type { DiagnosticBlock } from './diagnostics.js';
import type { TeacherDeficits } from './results-deficits.js';

/** Groups that support is meant for first («целевые группы»). */
export const TARGET_GROUPS = ['young', 'newcomer', 'low_results', 'no_exam_experience'] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];

/** Who it is about: a teacher or a head of a school. */
export interface BankPerson {
  readonly id: string;
  readonly role: 'teacher' | 'head';
  readonly school?: string;
  readonly subjects: readonly string[];
  /** That are taught. Empty = not known. */
  readonly grades: readonly number[];
  readonly groups: readonly TargetGroup[];
  /** Category («квалификационная категория») and the day it was given. */
  readonly qualification?: {
    readonly category: 'first' | 'highest' | 'mentor' | 'methodist';
    readonly since: string;
  };
}

/** What is said of a person on one topic or block, on a day. */
export interface BankEntry {
  readonly person: string;
  readonly polarity: 'deficit' | 'achievement';
  readonly about: /** An empty subject is not known; then those of the person count. */
    | { readonly kind: 'topic'; readonly topic: string; readonly subject: string }
    | { readonly kind: 'block'; readonly block: DiagnosticBlock };
  /** Of a deficit; absent = not stated. */
  readonly severity?: Severity;
  /** `results`: a hypothesis until another source confirms it. */
  readonly source: 'results' | 'diagnostics' | 'self' | 'observation' | 'contest';
  /** ISO day. */
  readonly date: string;
  /** ISO day from which on it holds no more. */
  readonly until?: string;
  /** Works, certificates, links: what it rests on. */
  readonly evidence: readonly string[];
}

/** Filters; all that are given must hold. Case and spaces of subjects and topics do not matter. */
export interface BankQuery {
  readonly person?: string;
  readonly role?: BankPerson['role'];
  readonly school?: string;
  readonly subject?: string;
  /** Any of them is taught by the person. */
  readonly grades?: readonly number[];
  readonly group?: TargetGroup;
  readonly polarity?: BankEntry['polarity'];
  readonly topic?: string;
  readonly block?: DiagnosticBlock;
  /** Entries that hold on this ISO day; absent = whenever. */
  readonly at?: string;
}

/**
 * Persons with their entries, for those who support them. A class with private members; as JSON it is empty. There is
 * no order but that of ids, topics and days, and no count of a person's entries.
 */
export class TeacherBank {
  readonly #persons: ReadonlyMap<string, BankPerson>;
  readonly #entries: readonly BankEntry[];

  /** Of two persons of one id the first counts. Entries about persons who are not given are kept, and found by no filter of persons. */
  constructor(persons: readonly BankPerson[], entries: readonly BankEntry[]) {
    const byId = new Map<string, BankPerson>();
    for (const person of persons) if (!byId.has(person.id)) byId.set(person.id, person);
    this.#persons = byId;
    this.#entries = [...entries].sort(compareEntries);
  }

  /** «Математика, 7–8 классы»: `{ subject: 'Математика', grades: [7, 8] }`. Ordered by person, what it is about, and day. */
  find(query: BankQuery): readonly BankEntry[] {
    return this.#entries.filter((entry) => fits(entry, this.#persons.get(entry.person), query));
  }

  /** Everything that was ever said of a person on the same thing, oldest first; a subject that was not named is any. */
  history(person: string, about: BankEntry['about']): readonly BankEntry[] {
    return this.#entries
      .filter((entry) => entry.person === person && isSameAbout(entry.about, about))
      .sort((one, other) => compareText(one.date, other.date));
  }

  /** Those that the bank does not have yet, each once: the same thing said of the same person by the same source on the same day. */
  lacking(entries: readonly BankEntry[]): readonly BankEntry[] {
    const there = new Set(this.#entries.map(entryKey));
    return entries.filter((entry) => {
      const key = entryKey(entry);
      if (there.has(key)) return false;
      there.add(key);
      return true;
    });
  }

  /** Deficits by results that another source has confirmed since, and those that wait for it. */
  confirmed(entry: BankEntry): boolean {
    return (
      entry.source !== 'results' ||
      this.history(entry.person, entry.about).some(
        ({ source, polarity, date }) =>
          source !== 'results' && polarity === entry.polarity && date >= entry.date,
      )
    );
  }
}

/** What results say, as entries of a day: deficits with a severity, achievements where the pupils are probably above. */
export function entriesOfResults({ figures }: TeacherDeficits, date: string): readonly BankEntry[] {
  const { topics, rules } = figures;
  return topics.flatMap(({ teacher, topic, subject, assessments, judgement }): readonly BankEntry[] => {
    if (judgement === undefined) return [];
    const { severity, strength } = judgement;
    const entry = {
      person: teacher,
      about: { kind: 'topic', topic, subject },
      source: 'results',
      date,
      evidence: assessments,
    } as const;
    if (severity !== undefined) return [{ ...entry, polarity: 'deficit', severity }];
    return strength >= rules.probability ? [{ ...entry, polarity: 'achievement' }] : [];
  });
}

function fits(
  { person: id, polarity, about, date, until }: BankEntry,
  person: BankPerson | undefined,
  query: BankQuery,
): boolean {
  const same = <Value>(asked: Value | undefined, found: Value | undefined) =>
    asked === undefined || asked === found;
  const sameText = (asked: string | undefined, found: string | undefined) =>
    asked === undefined || (found !== undefined && plainText(asked) === plainText(found));
  const { subject, grades, group, at } = query;
  return (
    same(query.person, id) &&
    same(query.polarity, polarity) &&
    same(query.role, person?.role) &&
    same(query.school, person?.school) &&
    sameText(query.topic, about.kind === 'topic' ? about.topic : undefined) &&
    same(query.block, about.kind === 'block' ? about.block : undefined) &&
    (subject === undefined ||
      (about.kind === 'topic' && about.subject !== ''
        ? sameText(subject, about.subject)
        : person?.subjects.some((own) => sameText(subject, own)) === true)) &&
    (grades === undefined || grades.some((grade) => person?.grades.includes(grade) === true)) &&
    (group === undefined || person?.groups.includes(group) === true) &&
    (at === undefined || (date <= at && (until === undefined || at < until)))
  );
}

function aboutKey(about: BankEntry['about']): string {
  return JSON.stringify(
    about.kind === 'topic'
      ? ['topic', plainText(about.subject), plainText(about.topic)]
      : ['block', about.block],
  );
}

function isSameAbout(one: BankEntry['about'], other: BankEntry['about']): boolean {
  if (one.kind === 'block' || other.kind === 'block') return aboutKey(one) === aboutKey(other);
  const isUnnamed = one.subject === '' || other.subject === '';
  return (
    plainText(one.topic) === plainText(other.topic) &&
    (isUnnamed || plainText(one.subject) === plainText(other.subject))
  );
}

function entryKey({ person, polarity, about, source, date }: BankEntry): string {
  return JSON.stringify([person, polarity, aboutKey(about), source, date]);
}

function compareEntries(one: BankEntry, other: BankEntry): number {
  return (
    compareText(one.person, other.person) ||
    compareText(aboutKey(one.about), aboutKey(other.about)) ||
    compareText(one.date, other.date) ||
    compareText(one.source, other.source)
  );
}
