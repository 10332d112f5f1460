/**
 * Finds tallies whose pupils were counted already: groups of one work, school and class with the same counts of everything.
 *
 * @module
 */
import type { GroupCounts } from './group-counts.js';
import { splitResponseKey } from './group-counts.js';
import { schoolKey } from './join-schools.js';
import type { SparseCounts } from './sparse-counts.js';
import { eachCount } from './sparse-counts.js';
import type { AssessmentTally, GroupTally, Tally } from './tally.js';

/** A tally with groups that stand in another file too. */
export interface CountedBefore {
  /**
   * *same*: the counts are those of the other file, and by chance they could hardly be; *alike*: all of them are, but of so few
   * pupils that nobody can tell.
   */
  readonly kind: 'same' | 'alike';
  readonly file: string;
  /** How many pupils the groups have that stand in both. */
  readonly pupils: number;
}

/**
 * Remembers the groups that were counted, a few numbers of each, so that thousands of tallies are never compared two by two.
 * What is told by is additive: a class whose rows stand in several files is known as a whole too.
 */
export class CountedGroups {
  readonly #counted = new Map<string, Counted[]>();
  /** Of the rows of all files together. */
  readonly #rows = new Map<string, Counted>();
  /** Whole tallies, by the prints of all their groups. */
  readonly #tallies = new Map<string, string>();

  /** Groups that were counted from the rows of a file. */
  addRows(tally: Tally, file: string): void {
    for (const { key, print } of groupsOf(tally)) {
      this.#add(key, { file, print });
      const before = this.#rows.get(key);
      const sum = before && { file: before.file, print: sumOfPrints(before.print, print) };
      this.#rows.set(key, sum ?? { file, print });
    }
  }

  addTally(tally: Tally, file: string): void {
    const groups = [...groupsOf(tally)];
    for (const { key, print } of groups) this.#add(key, { file, print });
    const whole = wholePrint(groups);
    if (!this.#tallies.has(whole)) this.#tallies.set(whole, file);
  }

  /**
   * Where the pupils of a tally stand already; absent when they do not.
   *
   * Groups of less than four pupils are no evidence. Of the others it counts how probable it is that as many pupils who answer
   * as these do have the same counts by chance, for each of the files that have the school and class. A whole tally that was
   * given twice is known whatever its size.
   */
  find(tally: Tally): CountedBefore | undefined {
    const groups = [...groupsOf(tally)];
    if (groups.length === 0) return undefined;
    const pupilsOf = ({ counts }: GroupTally) => counts.wrote + counts.absent;
    const twin = this.#tallies.get(wholePrint(groups));
    if (twin !== undefined)
      return { kind: 'same', file: twin, pupils: groups.reduce((sum, { of }) => sum + pupilsOf(of), 0) };
    const found = new Map<string, number>();
    let evidence = 0;
    let equal = 0;
    let others = 1;
    for (const { key, print, of } of groups) {
      const there = this.#there(key);
      const same = there.find((each) => isSamePrint(each.print, print));
      if (same === undefined) continue;
      equal++;
      others = Math.max(others, there.length);
      if (of.counts.wrote >= FEWEST_PUPILS) evidence -= logChance(of.counts);
      found.set(same.file, (found.get(same.file) ?? 0) + pupilsOf(of));
    }
    const [most] = [...found].sort((one, other) => other[1] - one[1]);
    if (most === undefined) return undefined;
    const isAll = equal === groups.length;
    const needed = Math.log(others) - Math.log(isAll ? CHANCE_OF_ALL : CHANCE_OF_SOME);
    if (evidence < needed && !isAll) return undefined;
    return { kind: evidence < needed ? 'alike' : 'same', file: most[0], pupils: sumOf(found.values()) };
  }

  #there(key: string): readonly Counted[] {
    const rows = this.#rows.get(key);
    return [...(this.#counted.get(key) ?? []), ...(rows === undefined ? [] : [rows])];
  }

  #add(key: string, counted: Counted): void {
    const there = this.#counted.get(key);
    if (there === undefined) this.#counted.set(key, [counted]);
    else there.push(counted);
  }
}

/** Fewest pupils whose counts say anything: three pupils often answer as three others do. */
const FEWEST_PUPILS = 4;
/** How improbable it must be that counts are equal by chance, where all groups of a tally have equals, and where some have. Our choice. */
const CHANCE_OF_ALL = 1e-2;
const CHANCE_OF_SOME = 1e-4;

interface Counted {
  readonly file: string;
  readonly print: Print;
}

/** Two sums modulo 2³² over all counts, each count times a number that stands for what is counted. */
type Print = readonly [number, number];

interface PrintedGroup {
  readonly key: string;
  readonly print: Print;
  readonly of: GroupTally;
}

function* groupsOf(tally: Tally): Iterable<PrintedGroup> {
  for (const of of tally.assessments.values()) {
    const numbers = numbersOfItems(of);
    for (const group of of.groups.values()) {
      if (group.counts.wrote + group.counts.absent === 0) continue;
      const { unit, variant } = group;
      // Municipalities are left out: a list of schools may have named them since.
      const school = unit.school === undefined ? null : schoolKey(unit.school);
      const key = JSON.stringify([of.assessment.id, school, unit.class ?? null, variant]);
      yield { key, print: printOf(group.counts, numbers), of: group };
    }
  }
}

/** Items go by their names, since another file may order them otherwise. */
function numbersOfItems({ assessment }: AssessmentTally): readonly number[] {
  return assessment.items.map(({ id }) => hashOf(id, FIRST_HASH));
}

/** What is complete depends on all that was counted, so totals are left out. */
function printOf({ wrote, absent, responses, marks }: GroupCounts, items: readonly number[]): Print {
  let one = 0;
  let other = 0;
  const put = (what: number, count: number) => {
    const number = scrambled(what);
    one = (one + Math.imul(number, count)) | 0;
    other = (other + Math.imul(scrambled(number ^ SECOND_HASH), count)) | 0;
  };
  put(WROTE, wrote);
  put(ABSENT, absent);
  eachCount(responses, (key, count) => {
    const { item, code } = splitResponseKey(key);
    put((items[item] ?? 0) + code + 1, count);
  });
  eachCount(marks, (key, count) => put(MARKS + key, count));
  return [one, other];
}

const FIRST_HASH = 0x2545f491;
const SECOND_HASH = 0x1b873593;
/** Numbers of what belongs to no item. */
const WROTE = 1;
const ABSENT = 2;
const MARKS = 3;

function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = scrambled(hash ^ text.charCodeAt(at));
  return hash;
}

/** Spreads a number over 32 bits: the last step of MurmurHash3 (A. Appleby, public domain). */
function scrambled(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

function sumOfPrints([one, other]: Print, [more, further]: Print): Print {
  return [(one + more) | 0, (other + further) | 0];
}

function isSamePrint([one, other]: Print, [like, further]: Print): boolean {
  return one === like && other === further;
}

/** The same whatever the order of the groups. */
function wholePrint(groups: readonly PrintedGroup[]): string {
  const sum = groups.reduce<Print>((before, { key, print }) => {
    const text = `${key}${print.join()}`;
    return sumOfPrints(before, [hashOf(text, FIRST_HASH), hashOf(text, SECOND_HASH)]);
  }, NO_PRINT);
  return [groups.length, ...sum].join();
}

const NO_PRINT: Print = [0, 0];

/**
 * Logarithm of the probability that other pupils have the same counts, were their answers to each item drawn independently
 * from those of these pupils.
 *
 * Formula: sum over items of `ln(n! / Π c! · Π (c/n)^c)`, `c` = pupils with one response, `n` = pupils with any.
 */
function logChance({ responses, marks }: GroupCounts): number {
  let log = logMultinomial([...countsOf(marks)]);
  let item = -1;
  let counts: number[] = [];
  eachCount(responses, (key, count) => {
    const { item: of } = splitResponseKey(key);
    if (of !== item) {
      log += logMultinomial(counts);
      counts = [];
      item = of;
    }
    counts.push(count);
  });
  return log + logMultinomial(counts);
}

function countsOf({ counts, from, to }: SparseCounts): Iterable<number> {
  return counts.subarray(from, to);
}

function logMultinomial(counts: readonly number[]): number {
  const n = sumOf(counts);
  return counts.reduce((sum, c) => sum - logFactorial(c) + c * Math.log(c / n), logFactorial(n));
}

function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k++)
    logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k));
  return logFactorials[n] ?? 0;
}

/** As far as they were needed. */
const logFactorials: number[] = [0];

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
