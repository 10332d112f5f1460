/**
 * Everything that is computed about one group on one assessment.
 *
 * @module
 */

import type { Assessment, Item } from '../assessment/assessment.js';
import { missing } from '../foundation/figure.js';
import type { Mutable } from '../foundation/mutable.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import { itemScores, NO_SCORES } from '../solve-rates/item-scores.js';
import { scoreShares, solveRate } from '../solve-rates/solve-rate.js';
import type { ClusteredMean } from '../statistics/clustered-mean.js';
import { clusteredMean } from '../statistics/clustered-mean.js';
import type { GroupCounts } from '../tally/group-counts.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import type { ItemResult, TestResult } from './analysis.js';
import { withClusters } from './with-clusters.js';

/** What findings are made of. */
export interface GroupFigures extends ItemFigures {
  readonly assessment: Assessment;
  readonly test: TestResult;
  /** Ids of items that nobody of the whole input attempted: no finding rests on them. */
  readonly neverAttempted: ReadonlySet<string>;
}

/** In the order of the items. */
export interface ItemFigures {
  readonly scores: readonly ItemScores[];
  readonly items: readonly ItemResult[];
  /** Scores of each school inside, for groups above schools that have two or more. */
  readonly schools?: readonly (readonly ItemScores[])[];
  /** Means of points over those schools; absent where they do not exist. */
  readonly clustered?: readonly (ClusteredMean | undefined)[];
}

/** Scores of groups of one assessment; those of a school are asked for by every level above it. */
export class ScoresOfGroups {
  readonly #maxima: readonly (number | undefined)[];
  readonly #known = new Map<GroupCounts, readonly ItemScores[]>();

  constructor({ items }: Assessment) {
    this.#maxima = items.map((item) => item.maxPoints);
  }

  of(counts: GroupCounts): readonly ItemScores[] {
    return this.#known.get(counts) ?? itemScores(counts, this.#maxima);
  }

  /** The same, kept for the next time. */
  ofSchool(counts: GroupCounts): readonly ItemScores[] {
    const there = this.#known.get(counts);
    if (there !== undefined) return there;
    const made = itemScores(counts, this.#maxima);
    this.#known.set(counts, made);
    return made;
  }
}

/**
 * Solve rates of a group. Above schools the interval takes into account that pupils of one school are alike, as soon as there
 * are two schools.
 */
export function itemFigures(
  { assessment }: AssessmentSummary,
  group: LevelGroup,
  known: ScoresOfGroups,
): ItemFigures {
  const scores = group.level === 'school' ? known.ofSchool(group.counts) : known.of(group.counts);
  const schools =
    (group.schools?.length ?? 0) < 2 ? undefined : group.schools?.map((of) => known.ofSchool(of));
  const clustered =
    schools === undefined
      ? undefined
      : assessment.items.map(({ maxPoints }, index) =>
          maxPoints === undefined
            ? undefined
            : clusteredMean(
                schools.map((of) => of[index] ?? NO_SCORES),
                maxPoints,
              ),
        );
  const items = assessment.items.map((item, index) =>
    itemResultOf(assessment.id, group, item, scores[index] ?? NO_SCORES, clustered?.[index]),
  );
  return schools === undefined || clustered === undefined
    ? { scores, items }
    : { scores, items, schools, clustered };
}

function itemResultOf(
  assessment: string,
  group: LevelGroup,
  item: Item,
  of: ItemScores,
  clustered: ClusteredMean | undefined,
): ItemResult {
  const isAdministered = of.n > 0 || of.notTaught > 0 || group.counts.wrote === 0;
  const rate = isAdministered ? solveRate(of, item.maxPoints) : NOT_ADMINISTERED;
  const { full, partial, zero } = isAdministered ? scoreShares(of, item.maxPoints) : NO_SHARES;
  // A region has hundreds of thousands of these: optional fields are set, not spread, which costs V8 far more.
  const result: Mutable<ItemResult> = {
    assessment,
    level: group.level,
    unit: group.unit,
    item: item.id,
    n: of.n,
    points: of.sum,
    solveRate: withClusters(rate, clustered, item.maxPoints),
    fullShare: full,
    partialShare: partial,
    zeroShare: zero,
    notAttempted: of.notAttempted,
    notTaught: of.notTaught,
  };
  if (item.maxPoints !== undefined) result.maxPoints = item.maxPoints;
  if (clustered?.designEffect !== undefined) result.designEffect = clustered.designEffect;
  return result;
}

const NOT_ADMINISTERED = missing('not-administered');
const NO_SHARES = { full: NOT_ADMINISTERED, partial: NOT_ADMINISTERED, zero: NOT_ADMINISTERED };
