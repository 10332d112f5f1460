/**
 * Solve rates of weaker and stronger pupils in the tables: by mark and by quarter of the total.
 *
 * @module
 */
import type { RatesByGroup } from '../comparisons/groups.js';
import { ratesByMark, ratesByQuarter } from '../comparisons/groups.js';
import type { Figure } from '../foundation/figure.js';
import type { AssessmentSummary, LevelGroup } from '../tally/summarise.js';
import type { GroupKey } from './analysis.js';

/** `mark-2` … `mark-5` by the scale, `quarter-1` (weakest) … `quarter-4` by the total. */
export type PupilGroupName = `mark-${number}` | `quarter-${number}`;

/** Solve rate of the pupils of one mark or quarter on one item. */
export interface GroupRate extends GroupKey {
  readonly assessment: string;
  readonly item: string;
  readonly group: PupilGroupName;
  /** Share of available points, 0..1; an empty group is missing. */
  readonly solveRate: Figure;
  /** Weaker pupils solve the item better than stronger ones by more than chance. */
  readonly crossing: boolean;
  /** The rate falls from this kind of group to the next by more than chance. */
  readonly nonMonotone: boolean;
}

/**
 * Rates of municipalities, regions and all, in canonical order. Schools are left out: quarters of a school are a few pupils
 * each, and the input of one school is its own `all`.
 */
export function* groupRates(summaries: readonly AssessmentSummary[]): Iterable<GroupRate> {
  for (const summary of summaries) {
    for (const group of summary.groups) {
      if (group.level === 'class' || group.level === 'school') continue;
      yield* ratesOf(summary, group);
    }
  }
}

/** Rates of one group; empty when its pupils have no totals. */
function ratesOf({ assessment }: AssessmentSummary, group: LevelGroup): readonly GroupRate[] {
  const { complete } = group.counts;
  if (complete === undefined) return [];
  const maxima = assessment.items.map(({ maxPoints }) => maxPoints);
  const kinds = [
    { prefix: 'mark', rates: ratesByMark(complete, assessment) },
    { prefix: 'quarter', rates: ratesByQuarter(complete, maxima) },
  ] as const;
  const known = kinds.flatMap(({ prefix, rates }) => (rates.kind === 'known' ? [{ prefix, rates }] : []));
  return assessment.items.flatMap((item, index) =>
    known.flatMap(({ prefix, rates }) =>
      ofItem(rates, index).map(
        ({ number, solveRate, crossing, nonMonotone }): GroupRate => ({
          assessment: assessment.id,
          level: group.level,
          unit: group.unit,
          item: item.id,
          group: `${prefix}-${number}`,
          solveRate,
          crossing,
          nonMonotone,
        }),
      ),
    ),
  );
}

function ofItem({ groups, items }: RatesByGroup, index: number) {
  const of = items.find(({ item }) => item === index);
  if (of === undefined) return [];
  return groups.flatMap(({ group: number }, place) => {
    const solveRate = of.rates[place];
    return solveRate === undefined
      ? []
      : [{ number, solveRate, crossing: of.crossing, nonMonotone: of.nonMonotone }];
  });
}
