import type { Assessment, MarkCondition, MarkScale, PointStep } from './assessment.js';

/** Mark for a total by the scale; absent when the total is below every border. `total` in points. */
export function markOfTotal(scale: MarkScale, total: number): number | undefined {
  let mark: number | undefined;
  let reached = Number.NEGATIVE_INFINITY;
  for (const border of scale) {
    if (total >= border.min && border.min >= reached) {
      mark = border.mark;
      reached = border.min;
    }
  }
  return mark;
}

/**
 * Mark with the side conditions of the scale: a condition that is not met lowers the mark to its `otherwise`.
 *
 * Edge cases: absent when the total is below every border or a condition asks for points that `pointsOf` does not know.
 *
 * @param pointsOf - points of one pupil for an item.
 */
export function markWithConditions(
  scale: MarkScale,
  conditions: readonly MarkCondition[],
  total: number,
  pointsOf: (item: string) => number | undefined,
): number | undefined {
  let mark = markOfTotal(scale, total);
  for (const { items, min, marks, otherwise } of conditions) {
    if (mark === undefined || !marks.includes(mark)) continue;
    let points = 0;
    for (const item of items) {
      const of = pointsOf(item);
      if (of === undefined) return undefined;
      points += of;
    }
    if (points < min) mark = otherwise;
  }
  return mark;
}

/**
 * Whether a scale belongs to another work: its last border is above the maximum of this one, or the maximum that the scale
 * names is another. False while the maximum of the work is not known.
 */
export function isScaleOfAnotherWork(assessment: Assessment, scale: MarkScale, scaleMax?: number): boolean {
  const max = maxTotal(assessment);
  if (max === undefined) return false;
  return scale.some(({ min }) => min > max) || (scaleMax !== undefined && scaleMax !== max);
}

/** Points of a work without a mistake; absent while a maximum is unknown. */
export function maxTotal({ items }: Pick<Assessment, 'items'>): number | undefined {
  let sum = 0;
  for (const item of items) {
    if (item.maxPoints === undefined) return undefined;
    sum += item.maxPoints;
  }
  return sum;
}

/** Step of points: as said, else halves when a maximum has a half, else whole points. */
export function pointStepOf(assessment: Assessment): PointStep {
  if (assessment.pointStep !== undefined) return assessment.pointStep;
  return assessment.items.some((item) => item.maxPoints !== undefined && !Number.isInteger(item.maxPoints))
    ? 0.5
    : 1;
}
