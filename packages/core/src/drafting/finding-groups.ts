import type { Finding } from '../analysis/analysis.js';
import type { Assessment } from '../assessment/assessment.js';
import { compareNatural, compareText } from '../foundation/order.js';

/** What one measure answers: findings of one kind about one section, or the whole, of one work. */
export interface FindingGroup {
  readonly kind: (typeof KINDS)[number];
  readonly assessment: Assessment;
  readonly section?: string;
  readonly findings: readonly Finding[];
  /** Items that the findings name, as people count. */
  readonly items: readonly string[];
  /** Ids of the schools that the findings are about. */
  readonly schools: readonly string[];
  readonly severity: Finding['severity'];
}

/** Findings about a work; those about a school as a whole are answered by one measure of their own. */
type WorkFinding = Finding & { readonly kind: Exclude<Finding['kind'], (typeof ABOUT_SCHOOLS)[number]> };

/**
 * Findings in groups that one measure can answer, work by work: low sections with the low items inside them, items
 * behind the level by section, topics not yet taught, gaps to the journal. The most severe come first, then those of
 * more schools.
 */
export function groupFindings(
  findings: readonly Finding[],
  assessments: readonly Assessment[],
): readonly FindingGroup[] {
  const works = new Map(assessments.map((assessment) => [assessment.id, assessment]));
  const groups = new Map<string, WorkFinding[]>();
  for (const finding of findings.filter(isAboutWork)) {
    const kind = kindOf(finding);
    const key = JSON.stringify([finding.assessment, kind, sectionOf(finding)]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()]
    .flatMap((of) => {
      const assessment = works.get(of[0]?.assessment ?? '');
      return assessment === undefined ? [] : [groupOf(of, assessment)];
    })
    .sort(
      (one, other) =>
        compareText(one.assessment.id, other.assessment.id) ||
        KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) ||
        RANKS[other.severity] - RANKS[one.severity] ||
        other.schools.length - one.schools.length ||
        compareText(one.section ?? '', other.section ?? ''),
    );
}

const KINDS = ['low', 'weak-item', 'not-taught', 'journal-gap', 'doubtful-results'] as const;
/** Kinds about the results of a school beside its conditions. */
export type ConditionsKind = Exclude<(typeof ABOUT_SCHOOLS)[number], 'low-results'>;
/** Kinds about a school as a whole. */
const ABOUT_SCHOOLS = ['low-results', 'resilient-school', 'hard-conditions', 'below-expected'] as const;
const RANKS = { low: 0, medium: 1, high: 2 } as const;

function isAboutWork(finding: Finding): finding is WorkFinding {
  return !ABOUT_SCHOOLS.some((kind) => kind === finding.kind);
}

function kindOf({ kind }: WorkFinding): FindingGroup['kind'] {
  return kind === 'low-item' || kind === 'low-section' ? 'low' : kind;
}

/** One measure answers one section; topics that were not taught are put into one curriculum together. */
function sectionOf(finding: WorkFinding): string | undefined {
  const kind = kindOf(finding);
  return kind === 'low' || kind === 'weak-item' ? finding.section : undefined;
}

function groupOf(findings: readonly WorkFinding[], assessment: Assessment): FindingGroup {
  const [first] = findings;
  const section = first === undefined ? undefined : sectionOf(first);
  const highest = [...findings].sort((one, other) => RANKS[other.severity] - RANKS[one.severity])[0];
  return {
    kind: first === undefined ? 'low' : kindOf(first),
    assessment,
    ...(section === undefined ? {} : { section }),
    findings,
    items: [...new Set(findings.flatMap(({ item }) => (item === undefined ? [] : [item])))].sort(
      compareNatural,
    ),
    schools: [...new Set(findings.flatMap(({ level, unit }) => (level === 'school' ? [unit] : [])))].sort(
      compareText,
    ),
    severity: highest?.severity ?? 'low',
  };
}
