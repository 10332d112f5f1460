/**
 * Stages that the forms of schools say, or let one conclude, to be done.
 *
 * @module
 */
import type { SchoolPassport } from '@orientir/core/context';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { StageProgress, StageRecord, SwotEntry } from '@orientir/core/school-profile';
import { emptySwotKinds, omskStages, stageProgress } from '@orientir/core/school-profile';
import { SCHOOL } from '../passport/passport-columns.js';
import { STAGE } from './profile-columns.js';
import type { ProfileFormRow } from './profile-form-row.js';
import type { ProfileRow } from './profile-rows.js';

/** A row that was accepted, and where it stands. */
interface ToldRow {
  readonly row: ProfileRow;
  readonly at: ProfileFormRow;
}

interface ToldStages<Row> {
  /** Of every school that something is told of, and the further ones. */
  readonly progress: ReadonlyMap<string, StageProgress>;
  /** Rows of the form of stages that do not count (`isStated`), and others from which no stage follows. */
  readonly problems: readonly {
    readonly row: Row;
    readonly isStated: boolean;
    /** Absent where it was told when the row was read. */
    readonly issue?: Issue;
  }[];
}

/** @param passports - a passport is the evidence of the first stage; one with three known shares also of the radar chart. */
export function toldStages<Row extends ToldRow>(
  rows: readonly Row[],
  passports: readonly SchoolPassport[],
  further: Iterable<string>,
): ToldStages<Row> {
  const evidence = evidenceOf(rows, passports);
  for (const school of further) if (!evidence.has(school)) evidence.set(school, []);
  const progress = new Map<string, StageProgress>();
  const problems: ToldStages<Row>['problems'][number][] = [];
  for (const [school, records] of evidence) {
    const found = stageProgress(records, omskStages);
    progress.set(school, found.progress);
    for (const { record, problem } of found.refused) {
      const { told: row } = record;
      if (row === undefined) continue;
      const isStated = row.row.form === 'stages';
      const told = stageIssueOf(problem, row.at.placeOf(isStated ? STAGE : SCHOOL), isStated);
      problems.push({ row, isStated, ...(told === undefined ? {} : { issue: told }) });
    }
  }
  return { progress, problems };
}

interface Evidence<Row> extends StageRecord {
  /** The row that says so; absent for a passport, which cannot come too early. */
  readonly told?: Row;
}

/** By school; the first for each stage. What the form of stages says goes before what the other forms let one conclude. */
function evidenceOf<Row extends ToldRow>(
  rows: readonly Row[],
  passports: readonly SchoolPassport[],
): Map<string, readonly Evidence<Row>[]> {
  const bySchool = new Map<string, Evidence<Row>[]>();
  const add = (school: string, evidence: Evidence<Row>) => {
    const own = bySchool.get(school);
    if (own === undefined) bySchool.set(school, [evidence]);
    else if (!own.some(({ stage }) => stage === evidence.stage)) own.push(evidence);
  };
  for (const told of rows) {
    const { row } = told;
    if (row.form === 'stages') add(row.value.school, { ...row.value, told });
  }
  for (const passport of passports) {
    add(passport.school, { stage: 'passport' });
    if (hasRadar(passport)) add(passport.school, { stage: 'radar' });
  }
  const swot = new Map<string, SwotEntry[]>();
  for (const { row } of rows) {
    if (row.form !== 'swot') continue;
    const own = swot.get(row.value.school);
    if (own === undefined) swot.set(row.value.school, [row.value]);
    else own.push(row.value);
  }
  for (const told of rows) {
    const { row } = told;
    const { school } = row.value;
    if (row.form === 'self-rating') add(school, { stage: 'self-rating', told });
    if (row.form === 'swot' && emptySwotKinds(swot.get(school) ?? []).length === 0)
      add(school, { stage: 'swot', told });
    if (row.form === 'directions' && row.value.choice.kind === 'complete')
      add(school, { stage: 'directions', told });
  }
  return new Map(bySchool);
}

/** Whether a passport says enough for a radar chart. */
export function hasRadar({ indicators }: Pick<SchoolPassport, 'indicators'>): boolean {
  return [...indicators.values()].filter(({ kind }) => kind === 'known').length >= LEAST_AXES;
}

/** Axes that a radar chart needs. */
const LEAST_AXES = 3;

function stageIssueOf(
  problem: ReturnType<typeof stageProgress>['refused'][number]['problem'],
  place: Place,
  isStated: boolean,
): Issue | undefined {
  const severity = isStated ? 'error' : 'warning';
  const nameOf = (id: string) =>
    omskStages.stages.find((stage) => stage.id === id)?.name ?? { ru: id, en: id };
  switch (problem.code) {
    case 'not-open': {
      const [{ ru, en: stage }, { ru: beforeRu, en: before }] = [
        nameOf(problem.stage),
        nameOf(problem.before),
      ];
      return issue('profile-stage-closed', severity, place, { stage, ru, before, beforeRu });
    }
    case 'too-early': {
      const { ru: beforeRu, en: before } = nameOf(problem.before);
      const { date, beforeDate } = problem;
      return issue('profile-too-early', severity, place, { date, before, beforeRu, beforeDate });
    }
    // Words and second rows were looked at when the row was read.
    case 'unknown':
    case 'twice':
      return undefined;
  }
}
