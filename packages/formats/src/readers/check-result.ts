/** Compares what a row prints with what follows from its items: the total, and the mark by the scale. @module */
import type { Assessment } from '@orientir/core/assessment';
import { markWithConditions, NOT_ADMINISTERED, NOT_ATTEMPTED, NOT_TAUGHT } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';

/** A result as printed, with the codes of its items. */
export interface PrintedResult {
  readonly codes: ArrayLike<number>;
  /** Absent = not printed. */
  readonly total: number | undefined;
  /** 0 = none. */
  readonly mark: number;
}

/**
 * Both differences are warnings: the points of the items stand, and so does the printed mark.
 *
 * @param isInSheet - whether the file has the item at this place of `codes`.
 */
export function checkResult(
  { codes, total, mark }: PrintedResult,
  assessment: Assessment,
  isInSheet: (item: number) => boolean,
  at: (role: 'total' | 'mark') => Place,
  report: (of: Issue) => void,
): void {
  const { markScale } = assessment;
  if (total === undefined && (markScale === undefined || mark === 0)) return;
  let half = 0;
  for (let item = 0; item < codes.length; item++) {
    if (!isInSheet(item)) continue;
    const code = codes[item] ?? NOT_ADMINISTERED;
    if (code === NOT_ADMINISTERED || code === NOT_TAUGHT) return;
    if (code !== NOT_ATTEMPTED) half += code;
  }
  const sum = half / 2;
  if (total !== undefined && total !== sum) {
    report(issue('total-differs', 'warning', at('total'), { total, sum }));
  }
  if (markScale === undefined || mark === 0) return;
  const scale = markWithConditions(markScale, assessment.markConditions ?? [], sum, (id) => {
    const code = codes[assessment.items.findIndex((item) => item.id === id)] ?? NOT_ADMINISTERED;
    if (code === NOT_ATTEMPTED) return 0;
    return code === NOT_ADMINISTERED || code === NOT_TAUGHT ? undefined : code / 2;
  });
  if (scale !== undefined && scale !== mark) {
    report(issue('mark-differs', 'warning', at('mark'), { mark, scale, total: sum }));
  }
}
