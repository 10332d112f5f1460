/**
 * Groups against the rest of those they belong to, item by item.
 *
 * @module
 */
import type { RateDifference } from '../comparisons/difference.js';
import { rateDifference } from '../comparisons/difference.js';
import type { NetRate } from '../comparisons/net-difference.js';
import { netRate } from '../comparisons/net-difference.js';
import { subtractScores } from '../comparisons/subtract.js';
import type { ItemStrata } from '../comparisons/total-strata.js';
import { TotalStrata } from '../comparisons/total-strata.js';
import type { Figure, Missing } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import { NO_SCORES } from '../solve-rates/item-scores.js';
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.js';
import type { CompleteCounts, GroupCounts } from '../tally/group-counts.js';
import { sameItems, sumGroupCounts } from '../tally/group-counts.js';
import type { StatedRow } from '../tally/stated.js';
import type { AssessmentSummary, Level, LevelGroup } from '../tally/summarise.js';
import type { Comparator, ComparisonResult } from './comparison-result.js';
import { isBehind } from './comparison-result.js';
import type { ScoresOfGroups } from './group-figures.js';
import { ofEnough, SchoolsCompared } from './schools-compared.js';
import { statedDifference, statedShare } from './stated-difference.js';

export interface ComparisonOptions {
  /** Schools of similar conditions: schools with the same key are similar. Absent = nobody says. */
  readonly similarSchools?: ReadonlyMap<string, string>;
  readonly stated?: readonly StatedRow[];
  /** Fewest pupils on each side for a net difference and for q. */
  readonly minPupils: number;
}

/**
 * The comparisons of one work. A school is judged by its pupils; groups above schools by schools as clusters, as soon as there
 * are two on each side (`clusteredDifference`, `eachClusteredNet`).
 */
export class Comparisons {
  readonly #summary: AssessmentSummary;
  readonly #known: ScoresOfGroups;
  readonly #maxima: readonly (number | undefined)[];
  readonly #similar: ReadonlyMap<string, readonly LevelGroup[]>;
  readonly #keyOfSchool: ReadonlyMap<string, string>;
  readonly #byLevel: ReadonlyMap<Level, ReadonlyMap<string, LevelGroup>>;
  readonly #previous: ReadonlyMap<Level, ReadonlyMap<string, LevelGroup>> | undefined;
  readonly #country: StatedRow | undefined;
  readonly #minPupils: number;
  /** Counts of whole schools. */
  readonly #schools: ReadonlySet<GroupCounts>;

  /** `previous`: the work of the former year, if it has the same items. */
  constructor(
    summary: AssessmentSummary,
    known: ScoresOfGroups,
    { similarSchools = new Map(), stated = [], minPupils }: ComparisonOptions,
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
    this.#minPupils = minPupils;
    this.#schools = new Set(
      [summary, ...(previous === undefined ? [] : [previous])].flatMap(({ groups }) =>
        groups.flatMap(({ level, counts }) => (level === 'school' ? [counts] : [])),
      ),
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
      const others = this.#comparatorsOf(group);
      if (others.length === 0) continue;
      for (const results of this.#resultsOf(group, others)) for (const result of results) yield result;
    }
  }

  /**
   * Those of one group that show it behind equal pupils, comparator by comparator; kept. Nearly always there are none, and then
   * only net differences are computed.
   */
  behind(group: LevelGroup): readonly ComparisonResult[] {
    const there = this.#behind.get(group);
    if (there !== undefined) return there;
    const others = this.#comparatorsOf(group);
    const nets = this.#nets(group, others);
    const netQ = qOverAll(nets.map(probabilitiesOf));
    const isNamed = nets.some((net, place) =>
      net.some((of, index) => isBehind(netFigure(of), netQ[place]?.[index])),
    );
    const made = isNamed
      ? this.#resultsOf(group, others, nets)
          .flat()
          .filter((of) => isBehind(of.netDifference, of.netQ))
      : [];
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

  /** Comparator by comparator, each in the order of the items. */
  #resultsOf(
    group: LevelGroup,
    others: readonly Other[],
    nets = this.#nets(group, others),
  ): readonly (readonly ComparisonResult[])[] {
    const { items, id: assessment } = this.#summary.assessment;
    const { level, unit } = group;
    const against = others.map((other) => this.#against(group, other));
    const adjusted = qOverAll(against.map(({ counted }) => counted));
    const adjustedNet = qOverAll(nets.map(probabilitiesOf));
    return others.map(({ comparator }, place) => {
      const { differences = [] } = against[place] ?? {};
      const net = nets[place] ?? [];
      const ofDifference = adjusted[place] ?? [];
      const ofNet = adjustedNet[place] ?? [];
      return items.map(({ id: item }, index): ComparisonResult => {
        const { difference, p } = differences[index] ?? { difference: missing('no-pupils') };
        const q = ofDifference[index];
        const netQ = ofNet[index];
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
    });
  }

  /** In the order of the items. */
  #against(group: LevelGroup, other: Other): Against {
    const own = this.#known.of(group.counts);
    const schools = this.#schoolsCompared(group, other);
    if ('stated' in other) return this.#againstStated(own, other.stated, schools);
    const rest = this.#restOf(own, other);
    // Two functions: what the second one closes over would be made anew for every item of every school.
    const differences =
      schools === undefined
        ? own.map((one, index) => rateDifference(one, rest[index] ?? NO_SCORES, this.#maxima[index]))
        : own.map((one, index) => {
            const maxPoints = this.#maxima[index];
            return schools.difference(index, maxPoints, () =>
              rateDifference(one, rest[index] ?? NO_SCORES, maxPoints),
            );
          });
    const min = this.#minPupils;
    const counted = differences.map(({ p }, index) =>
      (own[index]?.n ?? 0) < min || (rest[index]?.n ?? 0) < min ? undefined : p,
    );
    return { differences, counted };
  }

  #againstStated(
    own: readonly ItemScores[],
    stated: StatedRow,
    schools: SchoolsCompared | undefined,
  ): Against {
    const differences = this.#summary.assessment.items.map((item, index) => {
      const share = statedShare(item, stated);
      const byPupils = statedDifference(own[index] ?? NO_SCORES, item, share);
      return schools?.statedDifference(index, item.maxPoints, share, byPupils) ?? byPupils;
    });
    const isFew = (index: number) => (own[index]?.n ?? 0) < this.#minPupils;
    return { differences, counted: differences.map(({ p }, index) => (isFew(index) ? undefined : p)) };
  }

  /** Absent for a school. */
  #schoolsCompared(group: LevelGroup, other: Other): SchoolsCompared | undefined {
    if (group.schools === undefined) return undefined;
    const own = new Set(group.schools);
    const rest =
      'stated' in other
        ? []
        : 'other' in other
          ? (other.other.schools ?? [])
          : (other.whole.schools ?? []).filter((of) => !own.has(of));
    const compared = (of: GroupCounts) => ({
      counts: of,
      scores: this.#known.ofSchool(of),
      isWhole: this.#schools.has(of),
    });
    return new SchoolsCompared(group.schools.map(compared), rest.map(compared));
  }

  #restOf(own: readonly ItemScores[], other: Computed): readonly ItemScores[] {
    if ('other' in other) return this.#known.of(other.other.counts);
    return this.#known
      .ofSchool(other.whole.counts)
      .map((of, index) => subtractScores(of, own[index] ?? NO_SCORES));
  }

  /** Comparator by comparator. Groups above schools are few and their schools many: theirs are kept. */
  #nets(group: LevelGroup, others: readonly Other[]): readonly (readonly (NetRate | Missing)[])[] {
    const there = this.#netsOverSchools.get(group);
    if (there !== undefined) return there;
    const made = others.map((other) => this.#net(group, other));
    if (group.schools !== undefined) this.#netsOverSchools.set(group, made);
    return made;
  }

  readonly #netsOverSchools = new Map<LevelGroup, readonly (readonly (NetRate | Missing)[])[]>();

  /** In the order of the items. */
  #net(group: LevelGroup, other: Other): readonly (NetRate | Missing)[] {
    const { items } = this.#summary.assessment;
    const reference =
      'stated' in other
        ? undefined
        : 'whole' in other
          ? other.whole.counts.complete
          : other.other.counts.complete;
    const several = this.#summary.severalForms ? 'several-forms' : undefined;
    const { complete } = group.counts;
    if (
      complete === undefined ||
      reference === undefined ||
      ('whole' in other && !sameItems(reference.items, complete.items))
    ) {
      return items.map(() => missing(several ?? 'no-complete'));
    }
    const otherwise = missing(several ?? 'not-administered');
    const bySchools = this.#schoolsCompared(group, other)?.net(this.#maxima, otherwise, this.#minPupils);
    if (bySchools !== undefined) return bySchools;
    const net = new Array<NetRate | Missing>(items.length).fill(otherwise);
    const strata = 'whole' in other ? this.#strataOf(reference) : new TotalStrata(reference);
    let least: number | undefined;
    const without = strata.each(complete, 'whole' in other ? 'part' : 'other', (of) => {
      // The totals that occur in both groups are the same for all items.
      least ??= leastPupils(of);
      net[of.item] = ofEnough(netRate(of, this.#maxima[of.item]), least, this.#minPupils);
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

function byLevelAndUnit({ groups }: AssessmentSummary): ReadonlyMap<Level, ReadonlyMap<string, LevelGroup>> {
  const byLevel = new Map<Level, Map<string, LevelGroup>>();
  for (const group of groups) {
    const units = byLevel.get(group.level) ?? new Map<string, LevelGroup>();
    byLevel.set(group.level, units.set(group.unit, group));
  }
  return byLevel;
}

/** A group against one comparator, in the order of the items. */
interface Against {
  readonly differences: readonly RateDifference[];
  /** p of those that q is made of: not of a few pupils. */
  readonly counted: readonly (number | undefined)[];
}

/** q of p by comparator and item, over all of them. */
function qOverAll(
  probabilities: readonly (readonly (number | undefined)[])[],
): readonly (readonly (number | undefined)[])[] {
  const [only, another] = probabilities;
  if (only !== undefined && another === undefined) return [benjaminiHochberg(only)];
  const q = benjaminiHochberg(probabilities.flat());
  let to = 0;
  return probabilities.map(({ length }) => {
    to += length;
    return q.slice(to - length, to);
  });
}

function probabilitiesOf(net: readonly (NetRate | Missing)[]): readonly (number | undefined)[] {
  return net.map((of) => (of.kind === 'known' ? of.p : undefined));
}

/** Of the group that has fewer. */
function leastPupils({ length, reference, focal }: ItemStrata): number {
  const [one, other] = [reference, focal].map((of) => of.subarray(0, length).reduce((sum, n) => sum + n, 0));
  return Math.min(one ?? 0, other ?? 0);
}

function netFigure(of: NetRate | Missing = missing('no-complete')): Figure {
  return of.kind === 'known' ? of.difference : of;
}

type Other = Computed | { readonly comparator: 'country'; readonly stated: StatedRow };

type Computed =
  | { readonly comparator: Comparator; readonly whole: LevelGroup }
  | { readonly comparator: Comparator; readonly other: LevelGroup };

function isScope(level: Level): level is 'municipality' | 'region' | 'all' {
  return level === 'municipality' || level === 'region' || level === 'all';
}
