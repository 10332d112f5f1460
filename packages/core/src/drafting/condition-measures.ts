import type { Finding } from '../analysis/analysis.js';
import type { DraftContext } from './draft-context.js';
import { deadlineBy } from './draft-dates.js';
import type { DraftedMeasure } from './drafted-measure.js';
import { countOf } from './drafted-measure.js';

/** What results and conditions of schools ask for: one measure for all schools of a kind, those that need help first. */
export function conditionMeasures(
  ofKind: (kind: Finding['kind']) => readonly Finding[],
  context: DraftContext,
): readonly DraftedMeasure[] {
  const { words, name, unit } = context;
  return KINDS.flatMap((kind) => {
    const findings = ofKind(kind);
    if (findings.length === 0) return [];
    const { text, reason, count } = words.conditions[kind];
    const schools = [...new Set(findings.map((finding) => finding.unit))];
    return [
      {
        text: text(
          unit?.level === 'school'
            ? undefined
            : words.schools(schools.map((school) => name('school', school))),
        ),
        deadline: deadlineBy('midYear', context),
        responsible: [words.parties.heads],
        audience: ['heads'],
        findings: findings.map(({ id }) => id),
        reason,
        indicators: [countOf(count, schools.length, context)],
      },
    ];
  });
}

const KINDS = ['hard-conditions', 'below-expected', 'resilient-school'] as const;
