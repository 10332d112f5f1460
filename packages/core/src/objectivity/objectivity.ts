/**
 * Which results look doubtful («возможные признаки необъективности»), without accusing anybody: the official markers, and
 * tests of our own beside them. Everything comes from tallies.
 *
 * @module
 */
import { compareText } from '../foundation/order.js';
import { wilsonInterval } from '../statistics/intervals.js';
import type { AssessmentSummary } from '../tally/summarise.js';
import type { Tally } from '../tally/tally.js';
import { Cohorts, changeTests, examTest } from './cohort-tests.js';
import { JournalCounts, journalTests } from './journal-tests.js';
import type { KeptWork } from './kept-work.js';
import { keepWork } from './kept-work.js';
import type { MedalCounts } from './medal-test.js';
import { medalTests } from './medal-test.js';
import type { OfficialRegion } from './official-markers.js';
import { officialMarkers } from './official-markers.js';
import { QValues } from './q-values.js';
import type { RegionWork } from './region-works.js';
import { regionWorks, SchoolSums } from './region-works.js';
import type { ObjectivityRules, OwnRules } from './rules.js';
import { objectivityRules } from './rules.js';
import type { OwnTest, TestColumn, UntestedReason } from './test-column.js';
import { TotalsTests } from './totals-tests.js';

/** What a test could see: its power at the alternative of the rules, 0..1. */
export type SeenPower =
  /** No outcome could have given p at most the level of the rules. */
  { readonly kind: 'none' } | { readonly kind: 'low' | 'enough'; readonly power: number };

/** One of our tests on one school. */
export interface OwnOutcome {
  readonly school: string;
  /** Empty where the input names none, like the school year. */
  readonly region: string;
  readonly schoolYear: string;
  /** Absent for medals, which belong to no work. */
  readonly assessment?: string;
  readonly test: OwnTest;
  /**
   * Pupils behind the statistic, by test: with a total (bunching, dispersion, equal totals), with a total that occurs elsewhere,
   * too (slope), with both marks (the journal), of the work that fewer of the school have
   * a total in (rise, fall, ВПР against ОГЭ), holders of medals. Of a test that was not done as many of them as are known.
   */
  readonly n: number;
  readonly result: OwnResult;
}

export type OwnResult =
  | {
      readonly kind: 'tested';
      /**
       * By test: pupils above expectation (bunching), logits (slope), a ratio to the tilted region (dispersion, equal totals),
       * chi-square (margins, symmetry), a share (agreement, gaps, medals), marks (shift), standard deviations (the others).
       */
      readonly statistic: number;
      /** 95 % interval of a share (Wilson). */
      readonly interval?: { readonly low: number; readonly high: number };
      readonly p: number;
      /** Absent for a test that could not have rejected: it takes no part in the false alarms of the others. */
      readonly q?: number;
      /** A possible marker that needs further analysis. */
      readonly flag: boolean;
      readonly power: SeenPower;
    }
  | { readonly kind: 'not-tested'; readonly reason: UntestedReason };

/** A school with at least one marker in one year, for a list. */
export interface DoubtfulSchool {
  readonly school: string;
  readonly region: string;
  readonly schoolYear: string;
  /** Ids of official markers. */
  readonly official: readonly string[];
  readonly own: readonly { readonly test: OwnTest; readonly assessment?: string }[];
}

export interface Objectivity {
  readonly rules: ObjectivityRules;
  /** By school year and region. */
  readonly official: readonly OfficialRegion[];
  /** By work, region, test and school; made while they are walked through, and may be walked through again. */
  readonly own: Iterable<OwnOutcome>;
}

export interface ObjectivityOptions {
  /** @defaultValue {@link objectivityRules} */
  readonly rules?: ObjectivityRules;
  /** Medals by school and year; absent = nobody says. */
  readonly medals?: readonly MedalCounts[];
}

/**
 * Both methods over all works and years of a tally, given its summaries and whether it was shared (then journal marks by mark
 * are not in it). Summaries are taken one after the other and not kept, so a generator may make each when its turn comes.
 *
 * A school is compared with its region, so what a whole region does, peaks at mark borders above all, is no marker. q
 * is by Benjamini & Hochberg (1995) over all schools and tests of a region in a school year; a result is flagged when q
 * ≤ `rules.own.level` and it rests on `rules.own.minPupils` pupils. No flag says why a result is unusual. Missing: see
 * {@link UntestedReason} and `DataNeed`. Errors: those of {@link medalTests}. Cost: about 0.013 ms a school and work
 * once the program is warm, and half a second until it is (totals and borders take a third, marks a fifth, items and
 * reading the outcomes an eighth each); about 30 bytes stay of a school, work and test.
 */
export function objectivityOf(
  summaries: Iterable<AssessmentSummary>,
  { shared, rules = objectivityRules, medals = [] }: ObjectivityOptions & Pick<Tally, 'shared'>,
): Objectivity {
  const works: KeptWork[] = [];
  const ofOneYear: (readonly TestColumn[])[] = [];
  for (const summary of summaries) {
    for (const work of regionWorks(summary)) {
      const { sums, columns } = testsOfOneYear(work, rules.own, shared);
      works.push(keepWork(work, sums, rules.official));
      ofOneYear.push(columns);
    }
  }
  const cohorts = new Cohorts(works);
  const parts: Part[] = works.map((work, place) => {
    const exam = examTest(work, cohorts, rules.own);
    return {
      region: work.region,
      schoolYear: work.assessment.schoolYear ?? '',
      assessment: work.assessment.id,
      schools: work.schools,
      columns: [
        ...(ofOneYear[place] ?? []),
        ...changeTests(work, cohorts, rules.own),
        ...(exam === undefined ? [] : [exam]),
      ],
    };
  });
  for (const { column, ...of } of medalTests(works, medals, rules.own)) {
    parts.push({ ...of, assessment: undefined, columns: [column] });
  }
  const families = familiesOf(parts);
  return {
    rules,
    official: officialMarkers(works, rules.official),
    own: {
      [Symbol.iterator]: () => outcomesOf(parts, families, rules.own),
    },
  };
}

/** What needs no other work. */
function testsOfOneYear(
  work: RegionWork,
  rules: OwnRules,
  shared: boolean,
): { readonly sums: SchoolSums; readonly columns: readonly TestColumn[] } {
  const sums = new SchoolSums(work.schools.length);
  const totals = new TotalsTests(work, rules);
  const journal = new JournalCounts(work);
  // All of a school together: its counts lie far from those of the next one, and memory is what it waits for.
  work.schools.forEach(({ counts }, place) => {
    sums.add(place, counts.complete);
    totals.add(place, counts.complete);
    journal.add(place, counts);
  });
  return { sums, columns: [...totals.judged(), ...journalTests(work, journal, rules, shared)] };
}

/** The tests of one work in one region. */
interface Part {
  readonly region: string;
  readonly schoolYear: string;
  readonly assessment: string | undefined;
  readonly schools: readonly string[];
  readonly columns: readonly TestColumn[];
}

function familyOf({ region, schoolYear }: Part): string {
  return JSON.stringify([region, schoolYear]);
}

function familiesOf(parts: readonly Part[]): ReadonlyMap<string, QValues> {
  const families = new Map<string, TestColumn[]>();
  for (const part of parts) {
    const key = familyOf(part);
    const there = families.get(key);
    if (there === undefined) families.set(key, [...part.columns]);
    else there.push(...part.columns);
  }
  return new Map(
    Array.from(families, ([key, columns]) => {
      const all = new Float64Array(columns.reduce((sum, { length }) => sum + length, 0));
      const m = columns.reduce((at, column) => column.writeCounted(all, at), 0);
      return [key, new QValues(all.subarray(0, m))] as const;
    }),
  );
}

/** One generator: with one inside another each outcome would pass through both. */
function* outcomesOf(
  parts: readonly Part[],
  families: ReadonlyMap<string, QValues>,
  rules: OwnRules,
): Generator<OwnOutcome, void, undefined> {
  for (const part of parts) {
    const { region, schoolYear, assessment, schools, columns } = part;
    const family = families.get(familyOf(part));
    for (const column of columns) {
      const { test } = column;
      for (let place = 0; place < schools.length; place++) {
        const school = schools[place] ?? '';
        const n = column.nOf(place);
        const result = resultOf(column, place, family, rules);
        yield assessment === undefined
          ? { school, region, schoolYear, test, n, result }
          : { school, region, schoolYear, assessment, test, n, result };
      }
    }
  }
}

function resultOf(
  column: TestColumn,
  place: number,
  family: QValues | undefined,
  rules: OwnRules,
): OwnResult {
  const reason = column.reasonOf(place);
  if (reason !== undefined) return { kind: 'not-tested', reason };
  const n = column.nOf(place);
  const statistic = column.statisticOf(place);
  const p = column.pOf(place);
  const counted = column.countedP(place);
  const q = counted === undefined ? undefined : family?.of(counted);
  const flag = q !== undefined && q <= rules.level && n >= rules.minPupils;
  const power = seenPower(column, place, rules);
  // Each shape at once: a country has millions, and objects put together from parts cost several times as much.
  if (SHARES.has(column.test)) {
    const interval = wilsonInterval(statistic, n);
    return q === undefined
      ? { kind: 'tested', statistic, interval, p, flag, power }
      : { kind: 'tested', statistic, interval, p, q, flag, power };
  }
  return q === undefined
    ? { kind: 'tested', statistic, p, flag, power }
    : { kind: 'tested', statistic, p, q, flag, power };
}

/** Of a place that was tested. */
function seenPower(column: TestColumn, place: number, { powerFrom }: OwnRules): SeenPower {
  if (column.countedP(place) === undefined) return NO_POWER;
  const power = column.powerOf(place);
  return { kind: power < powerFrom ? 'low' : 'enough', power };
}

const NO_POWER: SeenPower = { kind: 'none' };
/** Tests whose statistic is a share of `n`. */
const SHARES: ReadonlySet<OwnTest> = new Set(['journal-agreement', 'journal-gap', 'medals-ege']);

/**
 * Schools with an official marker or a flag of ours, by school year, region and school. Such a school is not to be offered as a
 * model before its results have been looked at.
 */
export function doubtfulSchools({ official, own }: Objectivity): readonly DoubtfulSchool[] {
  interface Entry extends Pick<DoubtfulSchool, 'school' | 'region' | 'schoolYear'> {
    readonly official: string[];
    readonly own: DoubtfulSchool['own'][number][];
  }
  const found = new Map<string, Entry>();
  const entry = (school: string, region: string, schoolYear: string): Entry => {
    const key = JSON.stringify([schoolYear, region, school]);
    const there = found.get(key) ?? { school, region, schoolYear, official: [], own: [] };
    found.set(key, there);
    return there;
  };
  for (const { region, schoolYear, outcomes } of official) {
    for (const { school, marker, result } of outcomes) {
      if (result.kind === 'computed' && result.marked)
        entry(school, region, schoolYear).official.push(marker.id);
    }
  }
  for (const { school, region, schoolYear, test, assessment, result } of own) {
    if (result.kind !== 'tested' || !result.flag) continue;
    entry(school, region, schoolYear).own.push({ test, ...(assessment === undefined ? {} : { assessment }) });
  }
  return [...found.values()].sort(
    (one, other) =>
      compareText(one.schoolYear, other.schoolYear) ||
      compareText(one.region, other.region) ||
      compareText(one.school, other.school),
  );
}
