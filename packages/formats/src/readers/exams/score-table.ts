/**
 * Which test score a primary score has in an exam: what the description says, completed by what the protocols show.
 *
 * @module
 */
import type { TestScores } from '@orientir/core/assessment';

/** Rows of all protocols of one exam, by primary score and test score. */
export class SeenScores {
  readonly #rows = new Map<number, Map<number, number>>();

  /** Half points and what is above three digits have no place in a table of test scores. */
  add(total: number, score: number): void {
    if (!Number.isInteger(total) || total > 999) return;
    const scores = this.#rows.get(total) ?? new Map<number, number>();
    this.#rows.set(total, scores.set(score, (scores.get(score) ?? 0) + 1));
  }

  /**
   * The table. A primary score with several test scores has the one that most rows have, if one has; a pair that contradicts the
   * order (more points, lower score) of more rows than it has itself is left out. What is given stands.
   */
  table(given: TestScores = {}): ScoreTable {
    const doubts = new Map<number, Doubt>();
    const pairs: Pair[] = Object.entries(given).map(([total, score]) => ({
      total: Number(total),
      score,
      rows: Number.POSITIVE_INFINITY,
    }));
    for (const [total, scores] of this.#rows) {
      if (given[total] !== undefined) continue;
      const [first, second] = [...scores].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
      if (first === undefined) continue;
      const [score, rows] = first;
      if (second?.[1] === rows) doubts.set(total, { score, other: { total, score: second[0] } });
      else pairs.push({ total, score, rows });
    }
    return new ScoreTable(inOrder(pairs, doubts), doubts);
  }
}

type ScorePair = Pick<Pair, 'total' | 'score'>;

/** Why a primary score has no test score: one that it has in rows, and a pair that contradicts it. */
interface Doubt {
  readonly score: number;
  readonly other: ScorePair;
}

/** What became of a pair in a row. */
export type PairFate =
  | { readonly kind: 'counts' }
  | { readonly kind: 'differs'; readonly usual: number }
  | { readonly kind: 'unclear'; readonly other: ScorePair };

export class ScoreTable {
  /** Absent = no pair is certain. */
  readonly testScores: TestScores | undefined;
  readonly #doubts: ReadonlyMap<number, Doubt>;

  constructor(testScores: TestScores, doubts: ReadonlyMap<number, Doubt>) {
    this.testScores = Object.keys(testScores).length === 0 ? undefined : testScores;
    this.#doubts = doubts;
  }

  fateOf(total: number, score: number): PairFate {
    const usual = this.testScores?.[total];
    if (usual !== undefined) return usual === score ? { kind: 'counts' } : { kind: 'differs', usual };
    const doubt = this.#doubts.get(total);
    if (doubt === undefined) return { kind: 'counts' };
    return { kind: 'unclear', other: doubt.score === score ? doubt.other : { total, score: doubt.score } };
  }
}

interface Pair {
  readonly total: number;
  readonly score: number;
  readonly rows: number;
}

/** Leaves out pairs, the most contradicted first, until more points never have a lower score. */
function inOrder(all: readonly Pair[], doubts: Map<number, Doubt>): TestScores {
  let pairs = [...all];
  const against = new Map(
    pairs.map((pair) => [
      pair,
      pairs.reduce((rows, other) => (contradict(pair, other) ? rows + other.rows : rows), 0),
    ]),
  );
  for (;;) {
    // How many more rows speak against a pair than for it; nothing speaks against those that are given.
    const weight = (pair: Pair) => {
      const rows = against.get(pair) ?? 0;
      return rows === 0 || pair.rows === Number.POSITIVE_INFINITY
        ? Number.NEGATIVE_INFINITY
        : rows - pair.rows;
    };
    const heaviest = pairs.reduce((most, pair) => Math.max(most, weight(pair)), Number.NEGATIVE_INFINITY);
    if (heaviest === Number.NEGATIVE_INFINITY) break;
    const wrong = pairs.filter((pair) => weight(pair) === heaviest);
    for (const pair of wrong) {
      const other = pairs.find((each) => contradict(pair, each));
      if (other !== undefined) doubts.set(pair.total, { score: pair.score, other });
    }
    pairs = pairs.filter((pair) => !wrong.includes(pair));
    for (const pair of pairs) {
      const rows = wrong.reduce((sum, each) => (contradict(pair, each) ? sum + each.rows : sum), 0);
      against.set(pair, (against.get(pair) ?? 0) - rows);
    }
  }
  return Object.fromEntries(pairs.map(({ total, score }) => [total, score]));
}

function contradict(one: Pair, other: Pair): boolean {
  return (one.total - other.total) * (one.score - other.score) < 0;
}
