/** What the short answers of a result come to. @module */
import { FULL } from './answer-mask.js';
import type { DescribedExam } from './exam-assessment.js';
import type { ExamShape } from './exam-survey.js';

/** Absent where an answer is missing, or where a full one is worth nobody knows how much. */
export function pointsOfShort(
  short: readonly number[],
  shape: ExamShape,
  { assessment, places }: Pick<DescribedExam, 'assessment' | 'places'>,
): number | undefined {
  if (short.length !== shape.short) return undefined;
  const described = new Map(places.map((place, i) => [place, assessment.items[i]?.maxPoints]));
  let sum = 0;
  for (const [place, answer] of short.entries()) {
    const full = described.get(place) ?? shape.maxima[place]?.max;
    const points = answer === FULL ? full : answer;
    if (points === undefined) return undefined;
    sum += points;
  }
  return sum;
}
