/**
 * Groups against the rest of those they belong to, item by item.
 *
 * @module
 */
import type { Item } from '../assessment/assessment.js';
import type { RateDifference } from '../comparisons/difference.js';
import { rateDifference } from '../comparisons/difference.js';
import type { NetRate } from '../comparisons/net-difference.js';
import { netRate } from '../comparisons/net-difference.js';
import { subtractScores } from '../comparisons/subtract.js';
import { TotalStrata } from '../comparisons/total-strata.js';
import type { Figure, Missing } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import { NO_SCORES } from '../solve-rates/item-scores.js';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.js';
import { newcombeInterval, pooledShareTest } from '../statistics/two-shares.js';
import type { CompleteCounts } from '../tally/group-counts.js';
import { sameItems, sumGroupCounts } from '../tally/group-counts.js';
import type { StatedRow } from '../tally/stated.js';
import type { AssessmentSummary, Level, LevelGroup } from '../tally/summarise.js';
import type { GroupKey } from './analysis.js';
import type { ScoresOfGroups } from './group-figures.js';

/**
 * With whom a group is compared: the rest of its municipality, region or of all (the group itself left out), other schools of
 * similar conditions, its own former year on the same items, or the country as a report states it.
 */
export type Comparator = 'municipality' | 'region' | 'all' | 'country' | 'similar' | 'previous-year';

/** One item of one group against one comparator. */
export interface ComparisonResult extends GroupKey {
  readonly assessment: string;
  readonly item: string;
  readonly comparator: Comparator;
  /** Solve rate of the group less that of the comparator, −1..1. */
  readonly difference: Figure;
  /** Two-sided p, and q over the items of the group against this comparator (Benjamini & Hochberg, 1995). */
  readonly p?: number;
  readonly q?: number;
  /** The same among pupils with equal totals: what the general level of the group does not explain. */
  readonly netDifference: Figure;
  readonly netQ?: number;
}

export interface ComparisonOptions {
  /** Schools of similar conditions: schools with the same key are similar. Absent = nobody says. */
  readonly similarSchools?: ReadonlyMap<string, string>;
  readonly stated?: readonly StatedRow[];
}

/** The comparisons of one work. */
export class Comparisons {
  readonly #summary: AssessmentSummary;
  readonly #known: ScoresOfGroups;
  readonly #maxima: readonly (number | undefined)[];
  readonly #similar: ReadonlyMap<string, readonly LevelGroup[]>;
  readonly #keyOfSchool: ReadonlyMap<string, string>;
  readonly #byLevel: ReadonlyMap<Level, ReadonlyMap<string, LevelGroup>>;
  readonly #previous: ReadonlyMap<Level, ReadonlyMap<string, LevelGroup>> | undefined;
  readonly #country: StatedRow | undefined;

  /** `previous`: the work of the former year, if it has the same items. */
  constructor(
    summary: AssessmentSummary,
    known: ScoresOfGroups,
    { similarSchools = new Map(), stated = [] }: ComparisonOptions = {},
    previous?: AssessmentSummary,
  ) {
    this.#summary = summary;
    this.#known = known;
    this.#maxima = summary.assessment.items.map(({ maxPoints }) => maxPoints);
    this.#keyOfSchool = similarSchools;
    this.#previous = previous === undefined ? undefined : byLevelAndUnit(previous);
    this.#country = stated.find(
      ({ assessment, level, items }) =>
        assessment === summary.assessment.id && level === 'country' && items !== undefined,
    );
    const similar = new Map<string, LevelGroup[]>();
    for (const group of summary.groups) {
      const key = group.level === 'school' ? similarSchools.get(group.unit) : undefined;
      if (key !== undefined) similar.set(key, [...(similar.get(key) ?? []), group]);
    }
    this.#byLevel = byLevelAndUnit(summary);
    this.#similar = similar;
  }

  /** Of schools, municipalities and regions against everything above them; canonical order of groups and items. */
  *all(): Iterable<ComparisonResult> {
    for (const group of this.#summary.groups) {
      for (const comparator of this.#comparatorsOf(group)) {
        for (const result of this.#against(group, comparator)) yield result;
      }
    }
  }

  /**
   * Those of one group that show it behind equal pupils, comparator by comparator; kept. Nearly always there are none, and then
   * only net differences are computed.
   */
  behind(group: LevelGroup): readonly ComparisonResult[] {
    const there = this.#behind.get(group);
    if (there !== undefined) return there;
    const made = this.#comparatorsOf(group).flatMap((other) => {
      const net = this.#net(group, other);
      if (!netProbabilities(net).some((netQ, index) => isBehind(netFigure(net[index]), netQ))) return [];
      return this.#against(group, other, net).filter((of) => isBehind(of.netDifference, of.netQ));
    });
    this.#behind.set(group, made);
    return made;
  }

  readonly #behind = new Map<LevelGroup, readonly ComparisonResult[]>();

  /** Those of all groups, in canonical order. */
  allBehind(): readonly ComparisonResult[] {
    return this.#summary.groups.flatMap((group) => this.behind(group));
  }

  /** The first comparator of a group is what is next above it. */
  nearest(group: LevelGroup): Comparator | undefined {
    return this.#comparatorsOf(group)[0]?.comparator;
  }

  #comparatorsOf(group: LevelGroup): readonly Other[] {
    if (group.level !== 'school' && group.level !== 'municipality' && group.level !== 'region') return [];
    const above: Other[] = [];
    let pupils = group.counts.wrote;
    for (let parent = group.parent; parent !== undefined; ) {
      const whole = this.#byLevel.get(parent.level)?.get(parent.unit);
      // A region that is all there is needs to be named once.
      if (whole !== undefined && whole.counts.wrote > pupils && isScope(parent.level)) {
        above.push({ comparator: parent.level, whole });
        pupils = whole.counts.wrote;
      }
      parent = whole?.parent;
    }
    const similar = this.#similarTo(group);
    const former = this.#previous?.get(group.level)?.get(group.unit);
    return [
      ...above,
      ...(this.#country === undefined ? [] : [{ comparator: 'country' as const, stated: this.#country }]),
      ...(similar === undefined ? [] : [{ comparator: 'similar' as const, whole: similar }]),
      ...(former === undefined ? [] : [{ comparator: 'previous-year' as const, other: former }]),
    ];
  }

  /** All schools of the same conditions, the school itself among them. */
  #similarTo(group: LevelGroup): LevelGroup | undefined {
    const key = group.level === 'school' ? this.#keyOfSchool.get(group.unit) : undefined;
    const schools = key === undefined ? undefined : this.#similar.get(key);
    if (schools === undefined || schools.length < 2) return undefined;
    const there = this.#sums.get(schools);
    if (there !== undefined) return there;
    const counts = sumGroupCounts(schools.map((school) => school.counts));
    const sum: LevelGroup = {
      level: 'all',
      unit: '',
      counts,
      ...(counts.complete === undefined ? {} : { complete: counts.complete }),
    };
    this.#sums.set(schools, sum);
    return sum;
  }

  readonly #sums = new Map<readonly LevelGroup[], LevelGroup>();

  #against(group: LevelGroup, other: Other, net = this.#net(group, other)): readonly ComparisonResult[] {
    const { items, id: assessment } = this.#summary.assessment;
    const own = this.#known.of(group.counts);
    const rest = 'stated' in other ? undefined : this.#restOf(own, other);
    const differences = items.map((item, index) =>
      'stated' in other
        ? statedDifference(own[index] ?? NO_SCORES, item, other.stated)
        : rateDifference(own[index] ?? NO_SCORES, rest?.[index] ?? NO_SCORES, this.#maxima[index]),
    );
    const adjusted = benjaminiHochberg(differences.map(({ p }) => p));
    const adjustedNet = netProbabilities(net);
    const { level, unit } = group;
    const { comparator } = other;
    return items.map(({ id: item }, index): ComparisonResult => {
      const { difference, p } = differences[index] ?? { difference: missing('no-pupils') };
      const q = adjusted[index];
      const netQ = adjustedNet[index];
      const netDifference = netFigure(net[index]);
      // Nearly always both are known; what is put together from parts takes longer to make than to compute.
      if (p !== undefined && q !== undefined && netQ !== undefined)
        return { assessment, level, unit, item, comparator, difference, p, q, netDifference, netQ };
      return {
        ...{ assessment, level, unit, item, comparator, difference },
        ...(p === undefined ? {} : { p }),
        ...(q === undefined ? {} : { q }),
        netDifference,
        ...(netQ === undefined ? {} : { netQ }),
      };
    });
  }

  #restOf(own: readonly ItemScores[], other: Computed): readonly ItemScores[] {
    if ('other' in other) return this.#known.of(other.other.counts);
    return this.#known
      .ofSchool(other.whole.counts)
      .map((of, index) => subtractScores(of, own[index] ?? NO_SCORES));
  }

  /** In the order of the items. */
  #net(group: LevelGroup, other: Other): readonly (NetRate | Missing)[] {
    const { items } = this.#summary.assessment;
    const reference =
      'stated' in other ? undefined : 'whole' in other ? other.whole.complete : other.other.complete;
    const several = this.#summary.severalForms ? 'several-forms' : undefined;
    const { complete } = group;
    if (
      complete === undefined ||
      reference === undefined ||
      ('whole' in other && !sameItems(reference.items, complete.items))
    ) {
      return items.map(() => missing(several ?? 'no-complete'));
    }
    const net = new Array<NetRate | Missing>(items.length).fill(missing(several ?? 'not-administered'));
    const strata = 'whole' in other ? this.#strataOf(reference) : new TotalStrata(reference);
    const without = strata.each(complete, 'whole' in other ? 'part' : 'other', (of) => {
      net[of.item] = netRate(of, this.#maxima[of.item]);
    });
    if (without !== undefined) for (const item of reference.items) net[item] = missing(without);
    return net;
  }

  /** Kept: every school of a region is compared with it. */
  #strataOf(whole: CompleteCounts): TotalStrata {
    const there = this.#strata.get(whole);
    if (there !== undefined) return there;
    const made = new TotalStrata(whole);
    this.#strata.set(whole, made);
    return made;
  }

  readonly #strata = new Map<CompleteCounts, TotalStrata>();
}

/**
 * The work that the plan says has the same items (`sameItemsAs`): that the items of two years are equal is never guessed from
 * equal numbers. Items whose ids or maxima differ after all make it another work.
 */
export function previousOf(
  { assessment }: AssessmentSummary,
  summaries: readonly AssessmentSummary[],
): AssessmentSummary | undefined {
  const { sameItemsAs } = assessment;
  if (sameItemsAs === undefined) return undefined;
  const other = summaries.find((of) => of.assessment.id === sameItemsAs);
  const ids = other?.assessment.items.map(({ id, maxPoints }) => `${id}|${maxPoints ?? ''}`);
  const own = assessment.items.map(({ id, maxPoints }) => `${id}|${maxPoints ?? ''}`);
  return ids?.length === own.length && own.every((item, index) => item === ids[index]) ? other : undefined;
}

function byLevelAndUnit({ groups }: AssessmentSummary): ReadonlyMap<Level, ReadonlyMap<string, LevelGroup>> {
  const byLevel = new Map<Level, Map<string, LevelGroup>>();
  for (const group of groups) {
    const units = byLevel.get(group.level) ?? new Map<string, LevelGroup>();
    byLevel.set(group.level, units.set(group.unit, group));
  }
  return byLevel;
}

/** q over the items of a group against one comparator. */
function netProbabilities(net: readonly (NetRate | Missing)[]): readonly (number | undefined)[] {
  return benjaminiHochberg(net.map((of) => (of.kind === 'known' ? of.p : undefined)));
}

function netFigure(of: NetRate | Missing = missing('no-complete')): Figure {
  return of.kind === 'known' ? of.difference : of;
}

/** Whether pupils of a group are behind equal pupils elsewhere by more than chance, and by enough to say so. */
function isBehind(netDifference: Figure, netQ = 1): boolean {
  return netDifference.kind === 'known' && netDifference.estimate < -WORTH_SAYING && netQ <= LEVEL;
}

/** Our choice: a tenth of the points; what is less is no reason to teach something again. */
export const WORTH_SAYING = 0.1;
/** Share of false alarms among the items named for a group. */
const LEVEL = 0.05;

type Other = Computed | { readonly comparator: 'country'; readonly stated: StatedRow };

type Computed =
  | { readonly comparator: Comparator; readonly whole: LevelGroup }
  | { readonly comparator: Comparator; readonly other: LevelGroup };

/**
 * Against a share that a report states, group and country taken as disjoint: a country has so many pupils that one group in it
 * does not matter. Points as shares of the maximum vary at most as 0/1 scores of the same mean do, so the interval is on the safe side.
 */
function statedDifference(own: ItemScores, { id, maxPoints }: Item, stated: StatedRow): RateDifference {
  const there = stated.items?.find(({ item }) => item === id);
  if (there === undefined || stated.n === undefined) return { difference: missing('not-stated', own.n) };
  if (own.n === 0) return { difference: missing(own.notTaught > 0 ? 'not-taught' : 'no-pupils') };
  if (maxPoints === undefined) return { difference: missing('max-unknown', own.n) };
  const one = { share: own.sum / (own.n * maxPoints), n: own.n };
  const other = { share: Math.min(1, there.share), n: stated.n };
  const difference = known(one.share - other.share, own.n + stated.n, newcombeInterval(one, other));
  const p = pooledShareTest(one, other)?.p;
  return p === undefined ? { difference } : { difference, p };
}

function isScope(level: Level): level is 'municipality' | 'region' | 'all' {
  return level === 'municipality' || level === 'region' || level === 'all';
}
