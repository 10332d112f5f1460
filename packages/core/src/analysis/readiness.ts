/**
 * Readiness for the next stage of school («готовность к переходу»: 4 → 5, 9 → 10).
 *
 * @module
 */
import type { Item } from '../assessment/assessment.js';
import type { PassedRule, ReadinessRule } from '../assessment/readiness-rules.js';
import { READINESS_RULES } from '../assessment/readiness-rules.js';
import type { Figure } from '../foundation/figure.js';
import { known as knownFigure, missing } from '../foundation/figure.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import { itemScores, NO_SCORES } from '../solve-rates/item-scores.js';
import { MARKS, markFigures, marksByTotal } from '../solve-rates/marks.js';
import { shareOf } from '../solve-rates/solve-rate.js';
import type { ClusteredMean } from '../statistics/clustered-mean.js';
import { clusteredMean } from '../statistics/clustered-mean.js';
import type { GroupCount } from '../statistics/group-sums.js';
import type { GroupCounts } from '../tally/group-counts.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import type { GroupKey, TestResult } from './analysis.js';
import { classesThatMiss } from './classes-that-miss.js';
import type { TaggedSkill } from './tagged-skills.js';
import { taggedSkills } from './tagged-skills.js';
import { withClusters } from './with-clusters.js';

/** One indicator of readiness of one group. */
export interface ReadinessResult extends GroupKey {
  readonly assessment: string;
  /** `passed-4`, `passed-9`, or `skill-<name>` by the tag `readiness:<name>`. */
  readonly indicator: string;
  /** Pupils who meet it, where `isAtMost` at most so many; 0 where the share is missing. */
  readonly met: number;
  /** Share of pupils who meet it, 0..1; where `isAtMost` an upper bound without an interval. */
  readonly share: Figure;
  /** The skill has several items, and nobody knows which pupils solved them together: `met` and `share` say no more than «не больше». */
  readonly isAtMost: boolean;
  /** Share that is aimed at; absent = none, or unclear. */
  readonly target?: number;
  /** A tag of the skill says a target that is no share. */
  readonly isTargetUnclear: boolean;
  /** The item whose share it is, where the skill has several: the one that fewest pupils solve in full. */
  readonly item?: string;
  /** Items of the skill that have no figure in the group, so that the share leaves them out. */
  readonly withoutItems: readonly string[];
  /** Classes inside that miss the target, all of them, in order; within a school without its id. Empty for classes. */
  readonly missed: readonly string[];
}

/** What the indicators of a work are computed from. */
export interface ReadinessInput {
  readonly summary: AssessmentSummary;
  /** In the order of the groups of the summary. */
  readonly tests: readonly TestResult[];
}

/**
 * Readiness of every group of every work that has an indicator, by work, level, unit and indicator.
 *
 * `passed-…`: pupils with at least the mark / pupils with a mark. `skill-…`: pupils with full points / pupils counted
 * on the item; of several items the lowest share, since the tally has no table of who solved which together: at most so
 * many pupils solved all of them, so it has no interval, and a class whose bound is below the target surely misses it.
 * Intervals, 95 %: Wilson; above schools over schools as clusters (`clusteredMean`), as soon as there are two that
 * differ. Edge cases: nobody, no marks, no maximum, not taught → missing with that reason; a class without a figure
 * misses nothing.
 */
export function readinessResults(
  inputs: readonly ReadinessInput[],
  rules: readonly ReadinessRule[] = READINESS_RULES,
): readonly ReadinessResult[] {
  return inputs.flatMap((input) => resultsOf(input, rules));
}

interface Indicator {
  readonly id: string;
  readonly target: number | undefined;
  readonly isTargetUnclear: boolean;
  readonly measure: (group: LevelGroup, place: number) => Measured;
}

type Measured = Pick<ReadinessResult, 'met' | 'share' | 'isAtMost' | 'item' | 'withoutItems'>;

function resultsOf(
  { summary, tests }: ReadinessInput,
  rules: readonly ReadinessRule[],
): readonly ReadinessResult[] {
  const { assessment, groups } = summary;
  const scores = scoresOf(summary);
  const marks = marksOf(summary);
  const indicators = rules.flatMap((rule): readonly Indicator[] => {
    if (rule.kind === 'passed') {
      return rule.grade === assessment.grade
        ? [
            {
              id: rule.id,
              target: rule.target,
              isTargetUnclear: false,
              measure: (group, place) => passed(tests[place], rule, group.schools?.map(marks) ?? []),
            },
          ]
        : [];
    }
    return taggedSkills(assessment.items, rule).map((skill) => ({
      id: `${rule.id}-${skill.name}`,
      target: skill.target,
      isTargetUnclear: skill.target === undefined,
      measure: (group) => solvedInFull(skill, group, scores, assessment.items),
    }));
  });
  if (indicators.length === 0) return [];
  const measured = indicators.map((indicator) =>
    groups.map((group, place) => indicator.measure(group, place)),
  );
  const missed = indicators.map(({ target }, index) =>
    classesThatMiss(groups, (place) => {
      const share = measured[index]?.[place]?.share;
      return target !== undefined && share?.kind === 'known' && share.estimate < target;
    }),
  );
  return groups.flatMap((group, place) =>
    indicators.flatMap(({ id, target, isTargetUnclear }, index): readonly ReadinessResult[] => {
      const of = measured[index]?.[place];
      if (of === undefined) return [];
      return [
        {
          assessment: assessment.id,
          level: group.level,
          unit: group.unit,
          indicator: id,
          ...of,
          ...(target === undefined ? {} : { target }),
          isTargetUnclear,
          missed: missed[index]?.[place] ?? [],
        },
      ];
    }),
  );
}

function passed(
  test: TestResult | undefined,
  { mark }: PassedRule,
  schools: readonly MarkCounts[],
): Measured {
  const none = { met: 0, isAtMost: false, withoutItems: [] };
  if (test === undefined) return { ...none, share: missing('no-pupils') };
  const { meanMark, markCounts } = test;
  if (meanMark.kind === 'missing') return { ...none, share: meanMark };
  const metOf = (counts: MarkCounts) =>
    MARKS.reduce<number>((sum, each) => (each < mark ? sum : sum + counts[each]), 0);
  const met = metOf(markCounts);
  const bySchool = schools.map((of) => ({
    count: metOf(of),
    n: MARKS.reduce<number>((sum, each) => sum + of[each], 0),
  }));
  return { ...none, met, share: withClusters(shareOf(met, meanMark.n), clusteredShare(bySchool)) };
}

function solvedInFull(
  { items: places }: TaggedSkill,
  { counts, schools = [] }: LevelGroup,
  scores: (counts: GroupCounts) => readonly ItemScores[],
  items: readonly Item[],
): Measured {
  const own = scores(counts);
  const all = places.map((place) => {
    const { id = '', maxPoints } = items[place] ?? {};
    const of = own[place] ?? NO_SCORES;
    return { id, place, met: of.full, share: fullShare(of, maxPoints, counts.wrote) };
  });
  const known = all.flatMap((of) => (of.share.kind === 'known' ? [{ ...of, share: of.share }] : []));
  const [first, ...others] = known;
  const isAtMost = places.length > 1;
  if (first === undefined) {
    return { met: 0, share: all[0]?.share ?? missing('not-administered'), isAtMost, withoutItems: [] };
  }
  const lowest = others.reduce((low, of) => (of.share.estimate < low.share.estimate ? of : low), first);
  const { id, place, met, share } = lowest;
  const bySchool = isAtMost
    ? []
    : schools.map((school) => {
        const { full = 0, n = 0 } = scores(school)[place] ?? {};
        return { count: full, n };
      });
  return {
    met,
    share: isAtMost ? knownFigure(share.estimate, share.n) : withClusters(share, clusteredShare(bySchool)),
    isAtMost,
    ...(isAtMost ? { item: id } : {}),
    withoutItems: all.filter(({ share: of }) => of.kind === 'missing').map((of) => of.id),
  };
}

/** Pupils of schools, those who meet the indicator among them. */
function clusteredShare(schools: readonly GroupCount[]): ClusteredMean | undefined {
  return clusteredMean(schools.map(({ count, n }) => ({ n, sum: count, sumOfSquares: count })));
}

function fullShare(of: ItemScores, maxPoints: number | undefined, wrote: number): Figure {
  if (of.n === 0) {
    if (of.notTaught > 0) return missing('not-taught');
    return missing(wrote === 0 ? 'no-pupils' : 'not-administered');
  }
  return maxPoints === undefined ? missing('max-unknown', of.n) : shareOf(of.full, of.n);
}

/** Scores of a group, computed once however many skills there are. */
function scoresOf({ assessment }: AssessmentSummary): (counts: GroupCounts) => readonly ItemScores[] {
  const maxima = assessment.items.map(({ maxPoints }) => maxPoints);
  return keptByCounts((counts) => itemScores(counts, maxima));
}

type MarkCounts = TestResult['markCounts'];

/** Marks of a school, which every level above it asks for. */
function marksOf(summary: AssessmentSummary): (counts: GroupCounts) => MarkCounts {
  const { assessment } = summary;
  return keptByCounts((counts) => {
    const { complete } = counts;
    return markFigures(
      counts,
      marksByTotal(assessment, complete) ? complete : undefined,
      assessment.markScale,
      false,
    ).markCounts;
  });
}

function keptByCounts<Of>(make: (counts: GroupCounts) => Of): (counts: GroupCounts) => Of {
  const known = new Map<GroupCounts, Of>();
  return (counts) => {
    const there = known.get(counts);
    if (there !== undefined) return there;
    const made = make(counts);
    known.set(counts, made);
    return made;
  };
}
