import { isChoiceColumn } from '../assessment/choices.js';
import type { ItemDif } from '../comparisons/dif.js';
import { dif } from '../comparisons/dif.js';
import type { AssessmentSummary, PupilGroup } from '../tally/summarise.js';

/** One item of one work, pupils of one value of a column against those of another. */
export interface DifResult {
  readonly assessment: string;
  readonly item: string;
  /** Column that the pupils are grouped by: `sex`, or another one that was asked for. */
  readonly grouping: string;
  /** The value that most pupils have, and another one. */
  readonly reference: string;
  readonly focal: string;
  readonly result: ItemDif;
}

/** Every value of every column against the commonest one; works, columns and values in canonical order. */
export function difResults(summaries: readonly AssessmentSummary[]): readonly DifResult[] {
  return summaries.flatMap((summary) => {
    const columns = new Set(
      summary.groupings.map(({ column }) => column).filter((of) => !isChoiceColumn(of)),
    );
    return [...columns].flatMap((column) =>
      ofColumn(
        summary,
        summary.groupings.filter((group) => group.column === column),
      ),
    );
  });
}

function ofColumn({ assessment }: AssessmentSummary, groups: readonly PupilGroup[]): readonly DifResult[] {
  const [first] = groups;
  if (first === undefined || groups.length < 2) return [];
  const reference = groups.reduce((most, group) => (pupils(group) > pupils(most) ? group : most), first);
  const { complete } = reference.counts;
  if (complete === undefined) return [];
  const maxima = assessment.items.map(({ maxPoints }) => maxPoints);
  return groups.flatMap((focal) =>
    focal === reference || focal.counts.complete === undefined
      ? []
      : dif(complete, focal.counts.complete, maxima).map(
          (result): DifResult => ({
            assessment: assessment.id,
            item: assessment.items[result.item]?.id ?? '',
            grouping: focal.column,
            reference: reference.value,
            focal: focal.value,
            result,
          }),
        ),
  );
}

function pupils({ counts }: PupilGroup): number {
  return counts.wrote;
}
