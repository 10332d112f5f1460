/** Compares what a row prints with what follows from its items: the total, and the mark by the scale. @module */
import type { Assessment } from '@orientir/core/assessment';
import {
  markOfTotal,
  markWithConditions,
  NOT_ADMINISTERED,
  NOT_ATTEMPTED,
  NOT_TAUGHT,
} from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';

/** A result as printed, with the codes of its items. */
export interface PrintedResult {
  readonly codes: ArrayLike<number>;
  /** Half points of the items that the file has, as {@link halfPointsOf} adds them up. */
  readonly halfPoints: number | undefined;
  /** Absent = not printed. */
  readonly total: number | undefined;
  /** 0 = none. */
  readonly mark: number;
}

/**
 * Half points in all; absent where an item was not administered or not taught.
 *
 * @param isInSheet - whether the file has the item at this place of `codes`.
 */
export function halfPointsOf(
  codes: ArrayLike<number>,
  isInSheet: (item: number) => boolean,
): number | undefined {
  let half = 0;
  for (let item = 0; item < codes.length; item++) {
    if (!isInSheet(item)) continue;
    const code = codes[item] ?? NOT_ADMINISTERED;
    if (code === NOT_ADMINISTERED || code === NOT_TAUGHT) return undefined;
    if (code !== NOT_ATTEMPTED) half += code;
  }
  return half;
}

/**
 * Warnings, since the points of the items stand, and so does the printed mark.
 *
 * @param at - where the printed figure stands.
 */
export function checkResult(
  { codes, halfPoints, total, mark }: PrintedResult,
  assessment: Assessment,
  at: (role: 'total' | 'mark') => Place,
): readonly Issue[] {
  if (halfPoints === undefined) return NOTHING;
  const sum = halfPoints / 2;
  const scale = mark === 0 ? undefined : markByScale(assessment, codes, sum);
  const isTotalRight = total === undefined || total === sum;
  const isMarkRight = scale === undefined || scale === mark;
  // Nearly every pupil of a region leaves here.
  if (isTotalRight && isMarkRight) return NOTHING;
  return [
    ...(isTotalRight ? [] : [issue('total-differs', 'warning', at('total'), { total, sum })]),
    ...(isMarkRight ? [] : [issue('mark-differs', 'warning', at('mark'), { mark, scale, total: sum })]),
  ];
}

const NOTHING: readonly Issue[] = [];

function markByScale(
  { items, markScale, markConditions = [] }: Assessment,
  codes: ArrayLike<number>,
  sum: number,
): number | undefined {
  if (markScale === undefined) return undefined;
  if (markConditions.length === 0) return markOfTotal(markScale, sum);
  return markWithConditions(markScale, markConditions, sum, (id) => {
    const code = codes[items.findIndex((item) => item.id === id)] ?? NOT_ADMINISTERED;
    if (code === NOT_ATTEMPTED) return 0;
    return code === NOT_ADMINISTERED || code === NOT_TAUGHT ? undefined : code / 2;
  });
}
