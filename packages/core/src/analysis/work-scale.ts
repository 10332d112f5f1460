import type { Figure } from '../foundation/figure.js';
import { missing } from '../foundation/figure.js';
import { once } from '../foundation/once.js';
import { abilitiesOf } from '../scaling/abilities.js';
import type { ErrorsByTotal } from '../scaling/errors-by-total.js';
import { errorsByTotal } from '../scaling/errors-by-total.js';
import { itemDifficulties } from '../scaling/item-difficulties.js';
import type { MarkAgreement } from '../scaling/mark-agreement.js';
import { markAgreement } from '../scaling/mark-agreement.js';
import { scoreCounts } from '../scaling/score-counts.js';
import type { AssessmentSummary } from '../tally/summarise.js';

/** How a whole work measures. Errors and marks are computed when first asked for. */
export interface WorkScale {
  readonly assessment: string;
  /** In the order of the items: difficulty in logits with its standard error. */
  readonly difficulties: readonly { readonly difficulty: Figure; readonly standardError: Figure }[];
  /** Standard error of a pupil's total by total, points. */
  readonly errors: ErrorsByTotal;
  /** How steady the marks are; absent without a scale of marks that totals of all items tell. */
  readonly marks: MarkAgreement | undefined;
}

/** Every work that can be scaled. Cost: items × steps², whatever the number of pupils. */
export function workScales(summaries: readonly AssessmentSummary[]): readonly WorkScale[] {
  return summaries.flatMap((summary) => {
    const scale = scaleOf(summary);
    if (scale === undefined) return [];
    const { id, markScale, markConditions, items } = summary.assessment;
    const none = missing('not-administered', scale.counts.n);
    const byItem = new Map(scale.items.items.map((item) => [item.item, item]));
    const abilities = once(() => abilitiesOf(scale.items, scale.counts.histogram));
    const errors = once(() => errorsByTotal(abilities()));
    const isWhole = scale.counts.items.length === items.length && markConditions === undefined;
    const wholeScale = isWhole ? markScale : undefined;
    const marks = once(() => (wholeScale === undefined ? undefined : markAgreement(abilities(), wholeScale)));
    return [
      {
        assessment: id,
        difficulties: items.map((_, index) => {
          const of = byItem.get(index);
          return of === undefined
            ? { difficulty: none, standardError: none }
            : { difficulty: of.difficulty, standardError: of.standardError };
        }),
        get errors() {
          return errors();
        },
        get marks() {
          return marks();
        },
      },
    ];
  });
}

function scaleOf({ assessment, groups }: AssessmentSummary) {
  const complete = groups.find(({ level }) => level === 'all')?.counts.complete;
  if (complete === undefined) return undefined;
  const counts = scoreCounts(complete, { maxima: assessment.items.map(({ maxPoints }) => maxPoints) });
  if (counts.kind === 'not-counted') return undefined;
  const items = itemDifficulties(counts);
  return items.kind === 'not-scaled' ? undefined : { counts, items };
}
