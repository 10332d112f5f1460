import type { Assessment, MarkScale, PointStep } from './assessment.js';

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

/** Points of a work without a mistake; absent while a maximum is unknown. */
export function maxTotal(assessment: Assessment): number | undefined {
  let sum = 0;
  for (const item of assessment.items) {
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
