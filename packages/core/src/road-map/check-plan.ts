/**
 * Whether a document holds together beyond its shape: ids, references, dates.
 *
 * @module
 */
import { dayOfLocalDate } from '../calendar/local-date.js';
import type { RoadMap } from './road-map.js';
import type { RoadMapIssue } from './road-map-issue.js';
import { roadMapIssue } from './road-map-issue.js';

/** Errors that make a plan invalid whatever state it is in. The shape is checked by the schema. */
export function checkPlan(plan: RoadMap): readonly RoadMapIssue[] {
  return [...duplicateIds(plan), ...unknownReferences(plan), ...wrongDates(plan)];
}

function duplicateIds(plan: RoadMap): readonly RoadMapIssue[] {
  const lists = [
    plan.sections,
    plan.measures,
    plan.problems ?? [],
    plan.goals ?? [],
    (plan.goals ?? []).flatMap(({ tasks = [] }) => tasks),
    plan.decisions ?? [],
    plan.resources ?? [],
    plan.projects ?? [],
    plan.measures.flatMap(({ indicators = [] }) => indicators),
  ];
  return lists.flatMap((list) => {
    const seen = new Set<string>();
    return list.flatMap(({ id }) => {
      if (seen.has(id)) return [roadMapIssue('id-duplicate', 'error', { id })];
      seen.add(id);
      return [];
    });
  });
}

function unknownReferences(plan: RoadMap): readonly RoadMapIssue[] {
  const issues: RoadMapIssue[] = [];
  const idsOf = (list: readonly { readonly id: string }[] = []) => new Set(list.map(({ id }) => id));
  const measures = idsOf(plan.measures);
  const sections = idsOf(plan.sections);
  const problems = idsOf(plan.problems);
  const tasks = idsOf(plan.goals?.flatMap((goal) => goal.tasks ?? []));
  const projects = idsOf(plan.projects);
  const indicators = idsOf(plan.measures.flatMap((measure) => measure.indicators ?? []));
  const look = (field: string, known: ReadonlySet<string>, id: string | undefined, measure?: string) => {
    if (id !== undefined && !known.has(id))
      issues.push(roadMapIssue('reference-unknown', 'error', { field, id }, measure));
  };
  const before = new Set<string>();
  for (const { id, parent, title } of plan.sections) {
    look('sections.parent', sections, parent);
    if (parent !== undefined && sections.has(parent) && !before.has(parent))
      issues.push(roadMapIssue('section-order', 'error', { section: title }));
    before.add(id);
  }
  for (const measure of plan.measures) {
    look('section', sections, measure.section, measure.id);
    look('parent', measures, measure.parent, measure.id);
    look('project', projects, measure.project, measure.id);
    for (const id of measure.supports ?? []) look('supports', measures, id, measure.id);
    for (const id of measure.problems ?? []) look('problems', problems, id, measure.id);
    for (const id of measure.tasks ?? []) look('tasks', tasks, id, measure.id);
  }
  for (const goal of plan.goals ?? []) {
    for (const task of goal.tasks ?? []) for (const id of task.problems ?? []) look('problems', problems, id);
  }
  for (const { measure } of plan.record?.measures ?? []) look('record.measures', measures, measure);
  for (const { measure } of plan.record?.activities ?? []) look('record.activities', measures, measure);
  for (const { indicator } of plan.record?.values ?? []) look('record.values', indicators, indicator);
  return issues;
}

function wrongDates(plan: RoadMap): readonly RoadMapIssue[] {
  const issues: RoadMapIssue[] = [];
  const look = (field: string, date: string | undefined, measure?: string) => {
    if (date !== undefined && dayOfLocalDate(date) === undefined)
      issues.push(roadMapIssue('date-impossible', 'error', { field, found: date }, measure));
  };
  for (const measure of plan.measures) {
    const { deadline } = measure;
    const start = 'start' in deadline ? deadline.start : undefined;
    const end = 'end' in deadline ? deadline.end : undefined;
    look('deadline.start', start, measure.id);
    look('deadline.end', end, measure.id);
    if (start !== undefined && end !== undefined && end < start)
      issues.push(roadMapIssue('end-before-start', 'error', { field: 'deadline', start, end }, measure.id));
    for (const { checkpoints = [] } of measure.indicators ?? [])
      for (const { date } of checkpoints) look('indicators.checkpoints.date', date, measure.id);
  }
  for (const { date } of plan.legalBasis ?? []) look('legalBasis.date', date);
  for (const { date } of plan.stamps ?? []) look('stamps.date', date);
  for (const { date, due } of plan.record?.events ?? []) {
    look('record.events.date', date);
    look('record.events.due', due);
  }
  for (const { date } of plan.record?.measures ?? []) look('record.measures.date', date);
  for (const { date } of plan.record?.activities ?? []) look('record.activities.date', date);
  return issues;
}
