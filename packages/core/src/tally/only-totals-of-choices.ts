import { isChoiceColumn } from '../assessment/choices.js';
import type { GroupCounts } from './group-counts.js';
import { NO_COUNTS } from './sparse-counts.js';
import type { Tally } from './tally.js';

/**
 * The same tally, in which pupils who chose an option have their totals only: what they did on every other item is no
 * part of the analysis of options, and would make the file of a school ten times as long. Done twice it changes
 * nothing; the sum of such tallies is that of their sum.
 */
export function onlyTotalsOfChoices(tally: Tally): Tally {
  return {
    ...tally,
    assessments: new Map(
      Array.from(tally.assessments, ([id, of]) => [
        id,
        {
          ...of,
          groupings: new Map(
            Array.from(of.groupings, ([key, group]) => [
              key,
              group.grouping !== undefined && isChoiceColumn(group.grouping.column)
                ? { ...group, counts: onlyTotals(group.counts) }
                : group,
            ]),
          ),
        },
      ]),
    ),
  };
}

function onlyTotals({ complete, untaught: _untaught, ...counts }: GroupCounts): GroupCounts {
  return {
    ...counts,
    responses: NO_COUNTS,
    ...(complete === undefined ? {} : { complete: { items: complete.items, totals: complete.totals } }),
  };
}
