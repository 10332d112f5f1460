/**
 * How far the marks of a work depend on chance.
 *
 * @module
 */
import type { MarkScale } from '../assessment/assessment.js';
import { markOfTotal } from '../assessment/mark-scale.js';
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import type { Abilities } from './abilities.js';

export interface BorderAgreement {
  /** The mark that begins here. */
  readonly mark: number;
  /** Points from which it begins. */
  readonly min: number;
  /** Share of pupils who would stand on the same side of the border twice. */
  readonly consistency: Figure;
  /** Share of pupils who stand on the side where their true total stands. */
  readonly accuracy: Figure;
}

export interface MarkAgreement {
  /** Share of pupils who would get the same mark in a second, equal work («согласованность отметок»). */
  readonly consistency: Figure;
  /** Share of pupils whose mark is that of their true total («точность отметок»). */
  readonly accuracy: Figure;
  /** Consistency beyond what equal shares of marks give by chance: Cohen's kappa. */
  readonly kappa: Figure;
  readonly borders: readonly BorderAgreement[];
}

/**
 * Consistency and accuracy of marks by Lee's method.
 *
 * Formula: with P(m | ability) from the distribution of totals at one ability, consistency = Σ share · Σ P(m)²; accuracy =
 * Σ share · P(mark of the true total); kappa = (consistency − Σ p(m)²) / (1 − Σ p(m)²), p(m) the share of a mark.
 * Totals below every border count as a mark of their own. Units: shares 0..1.
 * Missing: all pupils certain of one mark → kappa `no-variation`. Only as good as the model: items that belong
 * together (criteria of one essay) make marks look steadier than they are.
 * Source: Lee (2010), Journal of Educational Measurement 47, 1–17; kappa: Cohen (1960). Cost: grid × totals.
 */
export function markAgreement({ n, grid }: Abilities, scale: MarkScale): MarkAgreement {
  const markOf = (points: number) => markOfTotal(scale, points) ?? NO_MARK;
  const marks =
    (grid[0]?.totals.length ?? 0) === 0
      ? []
      : Array.from(grid[0]?.totals ?? [], (_, half) => markOf(half / 2));
  let consistency = 0;
  let accuracy = 0;
  const shares = new Map<number, number>();
  for (const { share, totals, trueTotal } of grid) {
    const own = new Map<number, number>();
    totals.forEach((probability, half) => {
      const mark = marks[half] ?? NO_MARK;
      own.set(mark, (own.get(mark) ?? 0) + probability);
    });
    for (const [mark, probability] of own) {
      consistency += share * probability * probability;
      shares.set(mark, (shares.get(mark) ?? 0) + share * probability);
    }
    accuracy += share * (own.get(markOf(trueTotal)) ?? 0);
  }
  let chance = 0;
  for (const share of shares.values()) chance += share * share;
  return {
    consistency: known(consistency, n),
    accuracy: known(accuracy, n),
    kappa: chance > 1 - NOISE ? missing('no-variation', n) : known((consistency - chance) / (1 - chance), n),
    borders: scale.map(({ mark, min }) => ({ mark, min, ...borderAgreement({ n, grid }, min) })),
  };
}

function borderAgreement(
  { n, grid }: Abilities,
  min: number,
): Pick<BorderAgreement, 'consistency' | 'accuracy'> {
  let consistency = 0;
  let accuracy = 0;
  for (const { share, totals, trueTotal } of grid) {
    let above = 0;
    totals.forEach((probability, half) => {
      if (half / 2 >= min) above += probability;
    });
    consistency += share * (above * above + (1 - above) * (1 - above));
    accuracy += share * (trueTotal >= min ? above : 1 - above);
  }
  return { consistency: known(consistency, n), accuracy: known(accuracy, n) };
}

const NO_MARK = 0;
const NOISE = 1e-12;
