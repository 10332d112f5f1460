import { clusteredDifference, clusteredStatedDifference } from '../comparisons/clustered-difference.js';
import { eachClusteredNet } from '../comparisons/clustered-net.js';
import type { RateDifference } from '../comparisons/difference.js';
import type { NetRate } from '../comparisons/net-difference.js';
import type { Missing } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import type { ItemScores } from '../solve-rates/item-scores.js';
import { NO_SCORES } from '../solve-rates/item-scores.js';
import type { GroupShare } from '../statistics/two-shares.js';
import type { GroupCounts } from '../tally/group-counts.js';

/** One school of a side; `isWhole` = it is a known school, and all of it: not pupils whose school nobody knows. */
export interface ComparedSchool {
  readonly counts: GroupCounts;
  readonly scores: readonly ItemScores[];
  readonly isWhole: boolean;
}

/**
 * Two groups above schools, each as its schools. With two schools or more on both sides they are the clusters that
 * differences are judged by. Where one school is all of a side it is compared as every school is, by its pupils. What
 * else is left of a side (pupils of unknown schools, a part of a school) does not say how schools differ:
 * `too-few-schools`.
 */
export class SchoolsCompared {
  readonly #own: readonly ComparedSchool[];
  readonly #rest: readonly ComparedSchool[];

  constructor(own: readonly ComparedSchool[], rest: readonly ComparedSchool[]) {
    this.#own = own;
    this.#rest = rest;
  }

  /** `byPupils`: the difference as it is where pupils are independent. */
  difference(index: number, maxPoints: number | undefined, byPupils: () => RateDifference): RateDifference {
    const [own, rest] = [countedOn(index, this.#own), countedOn(index, this.#rest)];
    return (
      clusteredDifference(scoresOn(index, own), scoresOn(index, rest), maxPoints) ??
      alone([own, rest], byPupils())
    );
  }

  /** Against a share that is stated for very many pupils. */
  statedDifference(
    index: number,
    maxPoints: number | undefined,
    stated: GroupShare | undefined,
    byPupils: RateDifference,
  ): RateDifference {
    if (byPupils.difference.kind === 'missing' || stated === undefined || maxPoints === undefined) {
      return byPupils;
    }
    const own = countedOn(index, this.#own);
    return clusteredStatedDifference(scoresOn(index, own), stated, maxPoints) ?? alone([own], byPupils);
  }

  /** Net rates in the order of the items; absent where one school is compared as every school is, or there is nobody. */
  net(
    maxima: readonly (number | undefined)[],
    otherwise: Missing,
    minPupils: number,
  ): readonly (NetRate | Missing)[] | undefined {
    const sides = [this.#rest, this.#own].map((side) =>
      side.filter(({ counts }) => counts.complete !== undefined),
    );
    const [rest = [], own = []] = sides;
    if (rest.length === 0 || own.length === 0) return undefined;
    if (sides.some(({ length }) => length < 2)) {
      return sides.every(isClear) ? undefined : maxima.map(() => missing('too-few-schools'));
    }
    const net = new Array<NetRate | Missing>(maxima.length).fill(otherwise);
    const without = eachClusteredNet(
      rest.flatMap(completeOf),
      own.flatMap(completeOf),
      maxima,
      (item, rate, least) => {
        net[item] = ofEnough(rate, least, minPupils);
      },
    );
    return without === undefined ? net : maxima.map(() => missing(without));
  }
}

/** What a few pupils with equal totals show is no basis for a statement. */
export function ofEnough(of: NetRate | Missing, least: number, minPupils: number): NetRate | Missing {
  return of.kind === 'known' && least < minPupils ? missing('too-few', of.difference.n) : of;
}

function countedOn(index: number, side: readonly ComparedSchool[]): readonly ComparedSchool[] {
  return side.filter(({ scores }) => (scores[index]?.n ?? 0) > 0);
}

function scoresOn(index: number, side: readonly ComparedSchool[]): readonly ItemScores[] {
  return side.map(({ scores }) => scores[index] ?? NO_SCORES);
}

function completeOf({ counts: { complete } }: ComparedSchool) {
  return complete ?? [];
}

/** Whether a side is judged by schools, or is one school. */
function isClear(side: readonly ComparedSchool[]): boolean {
  return side.length !== 1 || side.every(({ isWhole }) => isWhole);
}

function alone(sides: readonly (readonly ComparedSchool[])[], byPupils: RateDifference): RateDifference {
  const { difference } = byPupils;
  return difference.kind === 'missing' || sides.every(isClear)
    ? byPupils
    : { difference: missing('too-few-schools', difference.n) };
}
