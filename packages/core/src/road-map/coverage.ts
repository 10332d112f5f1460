/**
 * Does the plan answer the findings? Each finding is answered by a measure, waived with a reason, or open.
 *
 * @module
 */

import type { Measure, RoadMap } from './road-map.js';
import type { RoadMapIssue } from './road-map-issue.js';
import { roadMapIssue } from './road-map-issue.js';

/** What coverage needs to know of a finding; every finding of an analysis is one. */
export interface FindingToAnswer {
  readonly id: string;
  readonly severity: 'high' | 'medium' | 'low';
}

export interface Coverage {
  /** Findings with the ids of the measures that answer them. */
  readonly answered: ReadonlyMap<string, readonly string[]>;
  /** Findings with the reason for having no measure. */
  readonly waived: ReadonlyMap<string, string>;
  /** Ids of findings with neither. */
  readonly open: readonly string[];
  /** Ids of measures that answer no finding and support none that does. */
  readonly orphans: readonly string[];
  /** Findings that a measure or a waiver names and that do not exist. */
  readonly unknown: readonly { readonly finding: string; readonly measure?: string }[];
}

/** Cost: in proportion to findings and measures; 5,000 of each take a few milliseconds. */
export function coverageOf(plan: RoadMap, findings: readonly FindingToAnswer[]): Coverage {
  const known = new Set(findings.map(({ id }) => id));
  const measures = new Map<string, string[]>();
  const answering = new Set<string>();
  const unknown: { readonly finding: string; readonly measure?: string }[] = [];
  for (const measure of plan.measures) {
    for (const finding of measure.findings ?? []) {
      if (!known.has(finding)) {
        unknown.push({ finding, measure: measure.id });
        continue;
      }
      answering.add(measure.id);
      const there = measures.get(finding);
      if (there === undefined) measures.set(finding, [measure.id]);
      else there.push(measure.id);
    }
  }
  const waived = new Map<string, string>();
  for (const { finding, reason } of plan.waivers ?? []) {
    if (!known.has(finding)) unknown.push({ finding });
    else if (!measures.has(finding)) waived.set(finding, reason);
  }
  return {
    answered: measures,
    waived,
    open: findings.filter(({ id }) => !measures.has(id) && !waived.has(id)).map(({ id }) => id),
    orphans: plan.measures
      .filter(({ id, supports = [] }) => !answering.has(id) && !supports.some((of) => answering.has(of)))
      .map(({ id }) => id),
    unknown,
  };
}

export interface ReadinessOptions {
  /** What the plan has to answer; without them coverage is not checked. */
  readonly findings?: readonly FindingToAnswer[];
  /** More measures than this on one party are reported. Our choice. @defaultValue 10 */
  readonly mostMeasures?: number;
  /** A draft may have gaps: everything is a warning. At approval gaps are errors. */
  readonly stage: 'draft' | 'approval';
}

/**
 * What still lacks before the plan can be approved: empty cells, measures without indicator, indicators without target
 * or checkpoint, open findings, overloaded parties. Legal in a draft, errors at approval; overload and orphans are
 * warnings at any time, and low findings may stay open.
 */
export function readinessOf(plan: RoadMap, options: ReadinessOptions): readonly RoadMapIssue[] {
  const gap = options.stage === 'approval' ? 'error' : 'warning';
  return [
    ...plan.measures.flatMap((measure) => measureGaps(measure, gap)),
    ...overloaded(plan, options.mostMeasures ?? MOST_MEASURES),
    ...problemsWithoutMeasure(plan, gap),
    ...(options.findings === undefined ? [] : coverageIssues(plan, options.findings, gap)),
  ];
}

const MOST_MEASURES = 10;

function measureGaps(measure: Measure, gap: 'error' | 'warning'): readonly RoadMapIssue[] {
  const { id, deadline, responsible, indicators = [], quantities = [] } = measure;
  const issues: RoadMapIssue[] = [];
  if (deadline.kind === 'none') {
    issues.push(
      deadline.reason === 'empty'
        ? roadMapIssue('deadline-missing', gap, {}, id)
        : roadMapIssue('deadline-not-understood', gap, { text: deadline.raw }, id),
    );
  }
  if (responsible.length === 0) issues.push(roadMapIssue('responsible-missing', gap, {}, id));
  if (indicators.length === 0) issues.push(roadMapIssue('indicator-missing', gap, {}, id));
  for (const { name, target, checkpoints = [] } of indicators) {
    if (target === undefined) issues.push(roadMapIssue('target-missing', gap, { indicator: name }, id));
    if (checkpoints.length === 0)
      issues.push(roadMapIssue('checkpoint-missing', gap, { indicator: name }, id));
  }
  for (const quantity of quantities) {
    if (quantity.kind === 'change' && quantity.meaning === 'unclear')
      issues.push(roadMapIssue('change-unclear', gap, { text: quantity.raw }, id));
  }
  return issues;
}

function overloaded(plan: RoadMap, most: number): readonly RoadMapIssue[] {
  const measures = new Map<string, number>();
  for (const { responsible } of plan.measures) {
    for (const party of new Set(responsible)) measures.set(party, (measures.get(party) ?? 0) + 1);
  }
  return [...measures].flatMap(([party, count]) =>
    count > most ? [roadMapIssue('responsible-overloaded', 'warning', { party, measures: count })] : [],
  );
}

/** A problem is answered by a measure that names it, or by a measure of a task that names it. */
function problemsWithoutMeasure(plan: RoadMap, gap: 'error' | 'warning'): readonly RoadMapIssue[] {
  const tasks = new Map(
    (plan.goals ?? []).flatMap((goal) => goal.tasks ?? []).map((task) => [task.id, task]),
  );
  const answered = new Set(
    plan.measures.flatMap((measure) => [
      ...(measure.problems ?? []),
      ...(measure.tasks ?? []).flatMap((id) => tasks.get(id)?.problems ?? []),
    ]),
  );
  // Where no measure names a problem at all, the document does not link them, and silence says nothing.
  const severity = answered.size === 0 ? 'warning' : gap;
  return (plan.problems ?? []).flatMap(({ id, text }) =>
    answered.has(id) ? [] : [roadMapIssue('problem-without-measure', severity, { problem: text })],
  );
}

function coverageIssues(
  plan: RoadMap,
  findings: readonly FindingToAnswer[],
  gap: 'error' | 'warning',
): readonly RoadMapIssue[] {
  const { open, orphans, unknown } = coverageOf(plan, findings);
  const low = new Set(findings.filter(({ severity }) => severity === 'low').map(({ id }) => id));
  return [
    ...open.map((finding) => roadMapIssue('finding-open', low.has(finding) ? 'warning' : gap, { finding })),
    ...unknown.map(({ finding, measure }) => roadMapIssue('finding-unknown', gap, { finding }, measure)),
    ...orphans.map((measure) => roadMapIssue('measure-orphan', 'warning', {}, measure)),
  ];
}
