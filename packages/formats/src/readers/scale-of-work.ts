/** Finds the mark scale of a work, and refuses one that belongs to another work. @module */
import type { Assessment } from '@orientir/core/assessment';
import { isScaleOfAnotherWork, maxTotal } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { WorkIdentity } from './assessment-identity.js';
import { fits } from './assessment-identity.js';
import type { ScaleSidecar } from './sidecars.js';

/**
 * The work with its scale. The maxima of exams change with the years, so a scale whose last border is not the maximum of the
 * work is of another year: it is refused with an issue, wherever it comes from.
 */
export function scaled(
  assessment: Assessment,
  identity: WorkIdentity,
  folder: string,
  scales: readonly ScaleSidecar[],
  place: Place,
): { readonly assessment: Assessment; readonly issues: readonly Issue[] } {
  if (assessment.markScale !== undefined) {
    if (!isScaleOfAnotherWork(assessment, assessment.markScale)) return { assessment, issues: [] };
    const { markScale, markConditions: _conditions, scaleOrigin: _origin, ...rest } = assessment;
    const border = Math.max(...markScale.map(({ min }) => min));
    return { assessment: rest, issues: [refusal(assessment, border, place)] };
  }
  const meant = scales.filter((scale) =>
    scale.assessment === undefined
      ? isOfGrade(scale, identity) && fits(scale.identity, identity)
      : scale.assessment === assessment.id || (scale.assessment === '' && scale.folder === folder),
  );
  const fitting = meant.filter(({ scale, max }) => !isScaleOfAnotherWork(assessment, scale, max));
  const [only] = fitting;
  // A table of all years has rows for other years: only where none fits is that worth a word.
  if (only === undefined) {
    const refused = meant.find(({ identity: of }) => of.year === undefined || of.year === identity.year);
    if (refused === undefined) return { assessment, issues: [] };
    const border = refused.max ?? Math.max(...refused.scale.map(({ min }) => min));
    return { assessment, issues: [refusal(assessment, border, place)] };
  }
  // Without the maximum of the work nothing shows that a scale with a maximum is its own.
  if (fitting.length > 1 || (only.max !== undefined && maxTotal(assessment) === undefined)) {
    return { assessment, issues: [] };
  }
  return {
    assessment: {
      ...assessment,
      markScale: only.scale,
      ...(only.conditions === undefined ? {} : { markConditions: only.conditions }),
      ...(only.origin === undefined ? {} : { scaleOrigin: only.origin }),
    },
    issues: [],
  };
}

/** A scale that names no grade needs the programme or the year of the work. */
function isOfGrade({ identity: { grade, programme, year } }: ScaleSidecar, identity: WorkIdentity): boolean {
  return grade === undefined
    ? (programme !== undefined && identity.programme === programme) ||
        (year !== undefined && identity.programme === 'ОГЭ')
    : grade === identity.grade;
}

function refusal(assessment: Assessment, border: number, place: Place): Issue {
  const max = maxTotal(assessment) ?? 0;
  return issue('scale-other-work', 'warning', place, { assessment: assessment.id, border, max });
}
