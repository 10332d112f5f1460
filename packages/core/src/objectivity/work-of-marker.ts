import type { Assessment } from '../assessment/assessment.js';
import { sameName } from '../assessment/procedure.js';
import type { OfficialMarker } from './rules.js';

/** Whether a work is the one of a marker, in any year. */
export function isWorkOf(
  { programme, subject, grade }: Pick<OfficialMarker, 'programme' | 'subject' | 'grade'>,
  assessment: Assessment,
): boolean {
  return (
    assessment.grade === grade &&
    sameName(assessment.programme, programme) &&
    sameName(assessment.subject, subject)
  );
}
